"""Vignettes: short stories in people's own words, with the level that each one calls for."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from liptwitch.content.record import Record, Slug, Text, twice
from liptwitch.content.urgency import Urgency


class Vignette(Record):
    """One invented story, coded and labelled by somebody who had not seen the rules.

    ``findings``: ids of what the story says. ``level``: the level it calls for, its gold label.
    ``acceptable`` (``range`` in the file): the levels that a careful doctor could also defend.
    """

    id: Slug
    story: Text
    findings: Annotated[tuple[Slug, ...], Field(min_length=1)]
    level: Urgency
    acceptable: Annotated[tuple[Urgency, ...], Field(alias="range", min_length=1)]
    why: Text
    references: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _level_in_range(self) -> Self:
        if self.level not in self.acceptable:
            raise ValueError(f"range must hold the level itself, “{self.level.value}”; add it")
        if doubled := twice(list(self.findings)):
            raise ValueError(f"names the finding “{doubled[0]}” twice; take one out")
        return self
