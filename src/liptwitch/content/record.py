"""What all records of ``data/`` have in common."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator


class Record(BaseModel):
    """A frozen record that refuses keys it does not know, and numbers that are none."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        populate_by_name=True,
        allow_inf_nan=False,
    )


Text = Annotated[str, StringConstraints(min_length=1)]
"""A text that says something."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id: small letters and figures, parts joined by single hyphens."""


class Confidence(StrEnum):
    """How firmly the cited sources carry a statement."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Sourced(Record):
    """Something said that rests on a source, or on an assumption that is called one."""

    says: Text
    references: tuple[Slug, ...] = ()
    confidence: Literal["high", "medium", "low", "assumed"]

    @model_validator(mode="after")
    def _sourced_or_assumed(self) -> Self:
        if (self.confidence == "assumed") == bool(self.references):
            raise ValueError(
                "give references, or say confidence = “assumed” and leave references empty"
            )
        return self


def twice(things: list[str]) -> list[str]:
    """What stands more than once in a list, each named once."""
    return sorted({thing for thing in things if things.count(thing) > 1})
