"""Lessons: their objectives, and what their prose cites."""

import re
from typing import Annotated

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from liptwitch.content.record import Record, Slug, Text

LessonId = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]

CITATION = re.compile(r"\[@[a-z0-9-]+(?:; ?@[a-z0-9-]+)*\]")
"""A citation in prose: ``[@leite-2014]`` or ``[@leite-2014; @nhs-twitching]``."""


class Objective(Record):
    """Something that a learner can do afterwards, with a verb that can be checked."""

    id: Slug
    text: Text


class Lesson(Record):
    """One lesson. ``ready`` is false for a lesson that is planned and not yet written."""

    id: LessonId
    slug: Slug
    title: Text
    question: Text
    minutes: Annotated[StrictInt, Field(gt=0)]
    ready: StrictBool
    objectives: Annotated[tuple[Objective, ...], Field(alias="objective", min_length=1)]

    @property
    def stem(self) -> str:
        """The name of the lesson's files without their ending."""
        return f"{self.id}-{self.slug}"


def citations(prose: str) -> list[str]:
    """The reference ids that a text cites, in the order of their first mention."""
    ids = (one for group in CITATION.findall(prose) for one in re.findall(r"@([a-z0-9-]+)", group))
    return list(dict.fromkeys(ids))
