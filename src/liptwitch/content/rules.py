"""Triage rules: when they hold, how fast to seek help, and what they rest on."""

from collections.abc import Set
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from liptwitch.content.record import Record, Slug, Text, twice
from liptwitch.content.urgency import Urgency


class Gate(StrEnum):
    """Who works with a rule: people themselves, or the doctor whom they see first."""

    PATIENT = "patient"
    GP = "gp"
    BOTH = "both"

    @property
    def words(self) -> str:
        """The gate as a reader sees it."""
        return _GATE_WORDS[self]


_GATE_WORDS = {
    Gate.PATIENT: "for everybody",
    Gate.GP: "for the doctor",
    Gate.BOTH: "for everybody and the doctor",
}


class Basis(StrEnum):
    """Whether a source sets the level, or the makers of the course do."""

    GUIDANCE = "guidance"
    JUDGEMENT = "judgement"

    @property
    def words(self) -> str:
        """The basis as a reader sees it."""
        return _BASIS_WORDS[self]


_BASIS_WORDS = {
    Basis.GUIDANCE: "from published advice",
    Basis.JUDGEMENT: "our judgement, on the safer side",
}

Group = Annotated[tuple[Slug, ...], Field(min_length=1)]
"""Findings of which at least one must be true."""


class Condition(Record):
    """When a rule holds, over the ids of findings that are true of a person.

    ``all_`` (``all``): every one of them. ``any_`` (``any``): of each group at least one.
    ``none``: not one of them.
    """

    all_: Annotated[tuple[Slug, ...], Field(alias="all")] = ()
    any_: Annotated[tuple[Group, ...], Field(alias="any")] = ()
    none: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _can_hold(self) -> Self:
        if not (self.all_ or self.any_):
            raise ValueError("needs all or any: a rule that asks for nothing would always hold")
        if doubled := twice([*self.all_, *self.none]):
            raise ValueError(f"names “{doubled[0]}” twice in all and none; take one out")
        for group in self.any_:
            if met := [one for one in group if one in self.all_]:
                raise ValueError(f"“{met[0]}” in any is met by all already; take that group out")
            if not set(group) - set(self.none):
                raise ValueError("a group of any is shut out by none; the rule could never hold")
        return self

    def holds(self, chosen: Set[str]) -> bool:
        """Whether it holds for the findings that are true of a person."""
        return (
            all(one in chosen for one in self.all_)
            and all(any(one in chosen for one in group) for group in self.any_)
            and not any(one in chosen for one in self.none)
        )

    def met_by(self, chosen: Set[str]) -> tuple[str, ...]:
        """Which of the chosen findings it asks for, in the order of the condition."""
        asked = [*self.all_, *(one for group in self.any_ for one in group)]
        return tuple(dict.fromkeys(one for one in asked if one in chosen))

    @property
    def mentions(self) -> frozenset[str]:
        """Every finding that it names."""
        return frozenset([*self.all_, *(one for group in self.any_ for one in group), *self.none])


class Rule(Record):
    """One rule. The most urgent of all rules that hold gives the level.

    ``says``: what the sources say, in our words; of a judgement also what we added.
    ``action``: the one thing to do, where the level alone does not say it.
    ``checked``: when it was last held against its sources.
    """

    id: Slug
    name: Text
    level: Urgency
    for_whom: Gate
    when: Condition
    reason: Text
    basis: Basis
    says: Text
    action: Text | None = None
    references: tuple[Slug, ...] = ()
    checked: date
    review: Literal["not clinically reviewed"]

    @model_validator(mode="after")
    def _guidance_has_a_source(self) -> Self:
        if self.basis is Basis.GUIDANCE and not self.references:
            raise ValueError(
                "give references, or say basis = “judgement”: guidance is somebody’s guidance"
            )
        return self
