"""Errors in the course's files, in words that a teacher understands, all at once."""

from dataclasses import dataclass
from difflib import get_close_matches

_MOST_NAMED = 12
"""Of a longer list an error names those most like what was asked for."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one file.

    ``file`` is relative to ``data/``. ``record`` is the record's id or its place ("item 3",
    "line 3"), empty for the file as a whole; ``field`` is the key, empty for the whole record.
    """

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{place}: {self.message}"


class CourseError(Exception):
    """An error whose message is meant for the reader; a notebook shows the message alone."""

    def _render_traceback_(self) -> list[str]:
        """Jupyter shows these lines instead of a stack of Python frames."""
        return str(self).splitlines()


class ContentError(CourseError):
    """The course's files do not fit together. ``problems`` holds every one that was found."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(set(problems))
        count = len(self.problems)
        heading = "1 problem" if count == 1 else f"{count} problems"
        lines = [f"{heading} in the course's files:", *(f"- {p}" for p in self.problems)]
        super().__init__("\n".join(lines))


class NotInCourse(CourseError):
    """A notebook asked for something that the course does not have."""

    def __init__(self, kind: str, asked: str, known: list[str]):
        named = known
        if len(known) > _MOST_NAMED:
            named = [*get_close_matches(str(asked), known, n=_MOST_NAMED, cutoff=0), "…"]
        there = ", ".join(named) or "none yet"
        super().__init__(f"The course has no {kind} “{asked}”. It has: {there}.")
