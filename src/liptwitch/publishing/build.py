"""Lessons in, notebooks out: each run in a clean kernel and written byte for byte the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from liptwitch.content.course import Course
from liptwitch.content.errors import CourseError
from liptwitch.content.lessons import Lesson
from liptwitch.content.prose import expanded
from liptwitch.publishing import canonical, source
from liptwitch.publishing.execute import Failure, run
from liptwitch.publishing.size import LIMIT_BYTES, Size, measure


class NotReady(CourseError):
    """Somebody asked for a lesson that is planned and not yet written."""

    def __init__(self, lesson: Lesson):
        super().__init__(
            f"Lesson {lesson.id} is not ready. When its text is written, set ready = true for it "
            "in data/lessons.toml."
        )


class Change(StrEnum):
    """What a build does to a notebook, or would do."""

    SAME = "unchanged"
    NEW = "new"
    DIFFERENT = "different"
    GONE = "no lesson or reference page has this notebook"


@dataclass
class Page:
    """One notebook of a build: what became of it, or why nothing did."""

    name: str
    change: Change = Change.SAME
    failures: list[Failure] = field(default_factory=list)
    size: Size | None = None

    @property
    def failed(self) -> bool:
        """Whether the lesson cannot be published as it is."""
        return bool(self.failures) or (self.size is not None and self.size.too_big)

    def __str__(self) -> str:
        if self.failures:
            return "\n".join([f"{self.name}: FAILED", *map(str, self.failures)])
        if self.size is None:
            return f"{self.name}: {self.change}"
        line = f"{self.name}: {self.change}; {self.size}"
        if self.size.too_big:
            limit = LIMIT_BYTES / 1000
            line += f"\n  TOO BIG: at most {limit:g} kB. Biggest: {self.size.biggest()}"
        return line


def write(course: Course, folder: Path, names: Iterable[str] = ()) -> list[Page]:
    """Builds pages, all or those named, and writes those that ran to ``folder``.

    A notebook that is too big is written too, so that its author can look at it, and counts as
    failed. Notebooks that no page has are removed, unless pages were named.

    Raises :class:`ContentError` for prose that cites or names what does not exist, and
    :class:`CourseError` for a lesson that does not exist or is not ready.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pages = []
    for page, text in _pages(course, folder, names):
        pages.append(page)
        path = folder / page.name
        if page.change is Change.GONE:
            path.unlink()
        elif text and page.change is not Change.SAME:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
    return pages


def compare(course: Course, folder: Path, names: Iterable[str] = ()) -> list[Page]:
    """What :func:`write` would do, without doing it."""
    return [page for page, _ in _pages(course, folder, names)]


def _pages(course: Course, folder: Path, names: Iterable[str]) -> Iterable[tuple[Page, str]]:
    named = list(names)
    for name in named:
        if name not in course.reference_pages and not course.lesson(name).ready:
            raise NotReady(course.lesson(name))
    pages = course.pages(named)
    for page, text in expanded(course, pages):
        yield _build(text, f"{page.stem}.ipynb", folder)
    if not named:
        expected = {f"{page.stem}.ipynb" for page in pages}
        for path in sorted(folder.rglob("*.ipynb")):
            name = path.relative_to(folder).as_posix()
            if name not in expected and ".ipynb_checkpoints" not in path.parts:
                yield Page(name, Change.GONE), ""


def _build(text: str, name: str, folder: Path) -> tuple[Page, str]:
    path = folder / name
    old = path.read_bytes() if path.exists() else None
    nb = source.notebook(text)
    if failures := run(nb, folder if folder.is_dir() else Path.cwd()):
        return Page(name, failures=failures), ""
    canonical.canonical(nb, python_version=_python_version(old))
    new = canonical.text(nb)
    change = Change.DIFFERENT
    if old is None:
        change = Change.NEW
    elif old == new.encode():
        change = Change.SAME
    return Page(name, change, size=measure(new)), new


def _python_version(old: bytes | None) -> str | None:
    """The Python version that the page on disk states, if it is a page at all."""
    try:
        return json.loads(old or b"")["metadata"]["language_info"]["version"]
    except (ValueError, LookupError, TypeError):
        return None
