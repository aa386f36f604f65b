"""Documents that a build makes from the data beside the notebooks: reports, and sheets to print."""

from collections.abc import Iterator
from pathlib import Path

from liptwitch.content.course import Course
from liptwitch.exhibits.base import render
from liptwitch.exhibits.triage_report import TriageReport
from liptwitch.publishing.build import Change, Page
from liptwitch.publishing.sheets import sheets

REPORT = "docs/triage.md"
SHEETS = "exercises/acting"


def texts(course: Course) -> dict[str, str]:
    """Every document as text, by its path in the course folder."""
    report = render("triage_report.md", **TriageReport(course).values())
    return {REPORT: report} | {f"{SHEETS}/{name}": text for name, text in sheets(course).items()}


def write(course: Course, root: Path) -> list[Page]:
    """Writes the documents that differ below ``root``; what became of each.

    Sheets of cases that are gone are removed.
    """
    made = texts(course)
    pages = list(_pages(made, root))
    for page in pages:
        path = root / page.name
        if page.change is Change.GONE:
            path.unlink()
        elif page.change is not Change.SAME:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made[page.name].encode())
    return pages


def compare(course: Course, root: Path) -> list[Page]:
    """What :func:`write` would do, without doing it."""
    return list(_pages(texts(course), root))


def _pages(made: dict[str, str], root: Path) -> Iterator[Page]:
    for name, text in made.items():
        yield Page(name, _change(root / name, text))
    for path in sorted((root / SHEETS).glob("case-*.html")):
        name = path.relative_to(root).as_posix()
        if name not in made:
            yield Page(name, Change.GONE)


def _change(path: Path, text: str) -> Change:
    if not path.exists():
        return Change.NEW
    return Change.SAME if path.read_bytes() == text.encode() else Change.DIFFERENT
