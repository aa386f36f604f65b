"""Lessons and their objectives."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from liptwitch.content.record import Record, Slug, Text

LessonId = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]


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

    @property
    def prose_file(self) -> str:
        """The file of the lesson's prose, inside ``data/``."""
        return f"lessons/{self.stem}.md"
