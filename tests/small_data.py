"""A whole data folder in miniature (``tests/small_data/``), to be copied and broken at will."""

import shutil
from pathlib import Path

from liptwitch.content.course import Course
from liptwitch.content.errors import ContentError, Problem
from liptwitch.content.loading import load

ORIGINAL = Path(__file__).with_suffix("")


def copy_to(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the data in a new folder, with edits: (file, old text, new text)."""
    copy = folder / "data"
    shutil.copytree(ORIGINAL, copy)
    for file, old, new in edits:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{file} has no “{old}”"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def course_with(folder: Path, *edits: tuple[str, str, str]) -> Course:
    """The small course with edits."""
    return load(copy_to(folder, *edits))


def problems_in(folder: Path) -> list[Problem]:
    """What is wrong with a data folder; nothing where it loads."""
    try:
        load(folder)
    except ContentError as error:
        return error.problems
    return []
