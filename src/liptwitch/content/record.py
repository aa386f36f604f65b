"""What all records of ``data/`` have in common."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


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


def twice(things: list[str]) -> list[str]:
    """What stands more than once in a list, each named once."""
    return sorted({thing for thing in things if things.count(thing) > 1})
