"""Sheets to act a case in threes: patient, clinician, observer. One page to print for each case."""

from pathlib import Path

from liptwitch.content.course import Course
from liptwitch.exhibits.base import render
from liptwitch.exhibits.case_player import told
from liptwitch.exhibits.case_spec import case_for_page
from liptwitch.publishing.build import Change, Page

FOLDER = Path("exercises") / "acting"
"""Where the sheets are, inside the course folder."""


def sheets(course: Course) -> dict[str, str]:
    """The HTML of every case's three sheets, by file name."""
    return {
        f"case-{case.id}.html": render("acting_sheets.html", **told(case_for_page(course, case)))
        for case in course.cases.values()
    }


def write(course: Course, folder: Path) -> list[Page]:
    """Writes the sheets that differ; those of cases that are gone are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = compare(course, folder)
    texts = sheets(course)
    for page in pages:
        path = folder / Path(page.name).name
        if page.change is Change.GONE:
            path.unlink()
        elif page.change is not Change.SAME:
            path.write_bytes(texts[path.name].encode())
    return pages


def compare(course: Course, folder: Path) -> list[Page]:
    """What :func:`write` would do, without doing it."""
    texts = sheets(course)
    gone = {path.name for path in folder.glob("case-*.html")} - texts.keys()
    changes = {name: _change(folder / name, text) for name, text in texts.items()}
    changes |= dict.fromkeys(sorted(gone), Change.GONE)
    return [Page(f"{folder.name}/{name}", change) for name, change in changes.items()]


def _change(path: Path, text: str) -> Change:
    if not path.exists():
        return Change.NEW
    return Change.SAME if path.read_bytes() == text.encode() else Change.DIFFERENT
