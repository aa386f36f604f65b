"""Sheets to act a case in threes: patient, clinician, observer. One page to print for each case."""

from collections.abc import Iterator
from pathlib import Path

from liptwitch.content.course import Course
from liptwitch.exhibits.base import render
from liptwitch.exhibits.case_player import told
from liptwitch.exhibits.case_spec import case_for_page
from liptwitch.publishing.build import Change

FOLDER = Path("exercises") / "acting"
"""Where the sheets are, inside the course folder."""


def sheets(course: Course) -> dict[str, str]:
    """The HTML of every case's three sheets, by file name."""
    return {
        f"case-{case.id}.html": render("acting_sheets.html", **told(case_for_page(course, case)))
        for case in course.cases.values()
    }


def write(course: Course, folder: Path) -> dict[str, Change]:
    """Writes the sheets to a folder; those of cases that are gone are removed."""
    changes = dict(_changes(course, folder))
    texts = sheets(course)
    if texts:
        folder.mkdir(parents=True, exist_ok=True)
    for name, change in changes.items():
        if change is Change.GONE:
            (folder / name).unlink()
        elif change is not Change.SAME:
            (folder / name).write_bytes(texts[name].encode())
    return changes


def compare(course: Course, folder: Path) -> dict[str, Change]:
    """What :func:`write` would do, without doing it."""
    return dict(_changes(course, folder))


def _changes(course: Course, folder: Path) -> Iterator[tuple[str, Change]]:
    texts = sheets(course)
    for name, text in texts.items():
        path = folder / name
        if not path.exists():
            yield name, Change.NEW
        else:
            yield name, Change.SAME if path.read_bytes() == text.encode() else Change.DIFFERENT
    for path in sorted(folder.glob("case-*.html")):
        if path.name not in texts:
            yield path.name, Change.GONE
