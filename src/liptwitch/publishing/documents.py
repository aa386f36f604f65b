"""Documents that a build makes from the data, beside the notebooks."""

from pathlib import Path

from liptwitch.content.course import Course
from liptwitch.exhibits.base import render
from liptwitch.exhibits.triage_report import TriageReport
from liptwitch.publishing.build import Change, Page


def texts(course: Course) -> dict[str, str]:
    """Every document as text, by its name in ``docs/``."""
    return {"triage.md": render("triage_report.md", **TriageReport(course).values())}


def write(course: Course, folder: Path) -> list[Page]:
    """Writes the documents that differ to ``folder``; what became of each."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = compare(course, folder)
    for page, text in zip(pages, texts(course).values(), strict=True):
        if page.change is not Change.SAME:
            (folder / Path(page.name).name).write_bytes(text.encode())
    return pages


def compare(course: Course, folder: Path) -> list[Page]:
    """What :func:`write` would do, without doing it."""
    return [
        Page(f"{folder.name}/{name}", _change(folder / name, text))
        for name, text in texts(course).items()
    ]


def _change(path: Path, text: str) -> Change:
    if not path.exists():
        return Change.NEW
    return Change.SAME if path.read_bytes() == text.encode() else Change.DIFFERENT
