"""Presets of the frequency tree: a condition, a sign, three numbers and what each rests on."""

from typing import Annotated, Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from liptwitch.content.record import Record, Slug, Text

GROUPS = (1000, 10_000, 100_000)
"""The numbers of people that a tree can be drawn for."""

Count = Annotated[StrictInt, Field(ge=0)]


class Figure(Record):
    """So many of so many people, and what that rests on.

    ``says``: of whom it was counted. ``low`` and ``high``: how far the source, or other sources,
    reach, in the same ``of``. ``found`` among ``among``: the count itself, where the source gives
    it. A figure that no source gives is ``made_up`` for practice, and has no references.
    """

    count: Count
    of: Annotated[StrictInt, Field(gt=0)]
    says: Text
    low: Count | None = None
    high: Count | None = None
    found: Count | None = None
    among: Annotated[StrictInt, Field(gt=0)] | None = None
    references: tuple[Slug, ...] = ()
    made_up: StrictBool = False

    @model_validator(mode="after")
    def _is_a_share(self) -> Self:
        if self.count > self.of:
            raise ValueError(f"count = {self.count} is more than of = {self.of}")
        if (self.low is None) != (self.high is None):
            raise ValueError("give both low and high, or neither")
        if self.low is not None and not self.low <= self.count <= self.high <= self.of:
            raise ValueError(f"must be in this order: low, count, high, of = {self.of}")
        if (self.found is None) != (self.among is None):
            raise ValueError("give both found and among, or neither")
        if self.found is not None and self.found > self.among:
            raise ValueError(f"found = {self.found} is more than among = {self.among}")
        return self

    @model_validator(mode="after")
    def _sourced_or_made_up(self) -> Self:
        if self.made_up == bool(self.references):
            raise ValueError("give references, or say made_up = true and leave references empty")
        return self


class NoneFound(Record):
    """A study in which nobody had the condition: ``followed`` people, none found."""

    followed: Annotated[StrictInt, Field(ge=1, le=1000)]
    who: Text
    condition: Text
    caution: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Preset(Record):
    """A frequency tree to begin with.

    ``condition``, ``no_condition``, ``sign`` and ``no_sign`` follow “people with …” or “with …”.
    ``who``: the people of the tree. ``chosen``: how the people behind the numbers were chosen, and
    what that does to them. ``take_home`` is the one line to keep.
    """

    id: Slug
    title: Text
    condition: Text
    no_condition: Text
    sign: Text
    no_sign: Text
    who: Text
    chosen: Text
    take_home: Text
    references: tuple[Slug, ...] = ()
    prior: Figure
    sensitivity: Figure
    specificity: Figure
    none: NoneFound | None = None

    @property
    def figures(self) -> dict[str, Figure]:
        """The three numbers by their names."""
        return {
            "prior": self.prior,
            "sensitivity": self.sensitivity,
            "specificity": self.specificity,
        }

    @property
    def cites(self) -> list[str]:
        """Ids of everything that the preset cites, in the order of the page."""
        parts = [*self.figures.values(), self, *([self.none] if self.none else [])]
        return list(dict.fromkeys(one for part in parts for one in part.references))

    @model_validator(mode="after")
    def _fits_a_tree(self) -> Self:
        if self.prior.of not in GROUPS:
            sizes = ", ".join(str(size) for size in GROUPS)
            raise ValueError(f"the prior is counted of one of: {sizes}; not of {self.prior.of}")
        for name in ("sensitivity", "specificity"):
            if self.figures[name].of != 100:
                raise ValueError(f"{name} is counted of 100; not of {self.figures[name].of}")
        return self
