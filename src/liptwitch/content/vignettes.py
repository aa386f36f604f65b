"""Vignettes: short stories with the level that each calls for, and their first run."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from liptwitch.content.record import Record, Slug, Text, twice
from liptwitch.content.rules import Basis
from liptwitch.content.urgency import Urgency


class Vignette(Record):
    """One invented story, labelled and then coded by somebody who had not seen the rules.

    ``told``: what the story says that bears on the level, in plain words. ``findings``: ids of it.
    ``level``: the level it calls for, its gold label. ``acceptable`` (``range`` in the file): all
    levels that a careful doctor could defend. ``basis``: what the label rests on.
    ``drill``: whether learners triage it; ``says``: what they read after their choice.
    """

    id: Slug
    story: Text
    told: Annotated[tuple[Text, ...], Field(min_length=1)]
    findings: Annotated[tuple[Slug, ...], Field(min_length=1)]
    level: Urgency
    acceptable: Annotated[tuple[Urgency, ...], Field(alias="range", min_length=1)]
    why: Text
    basis: Basis
    drill: bool = False
    says: Text | None = None
    references: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.level not in self.acceptable:
            raise ValueError(f"range must hold the level itself, “{self.level.value}”; add it")
        if self.drill and not self.says:
            raise ValueError("is for the drill; write in says what a learner reads after choosing")
        if doubled := twice(list(self.findings)):
            raise ValueError(f"names the finding “{doubled[0]}” twice; take one out")
        return self


class FirstRun(Record):
    """What the rules gave for a story when they first saw it; no level: not enough to say."""

    vignette: Slug
    level: Urgency | None


class Mended(Record):
    """One thing that was mended after the first run, and why that was not fitting to the test."""

    id: Slug
    what: Text
    why: Text
