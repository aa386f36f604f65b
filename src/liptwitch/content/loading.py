"""Reading the whole course from its files, and checking it."""

from functools import cache
from pathlib import Path

from liptwitch.content.checking import problems_between
from liptwitch.content.course import Course
from liptwitch.content.errors import ContentError
from liptwitch.content.general import General
from liptwitch.content.glossary import Term
from liptwitch.content.lessons import Lesson
from liptwitch.content.misconceptions import Misconception
from liptwitch.content.movements import Movement
from liptwitch.content.place import data_folder
from liptwitch.content.quizzes import KINDS, Item, Quiz
from liptwitch.content.reading import Reader
from liptwitch.content.references import Reference


def load(folder: Path | None = None) -> Course:
    """The course in ``folder`` (by default :func:`data_folder`), read and checked.

    Raises :class:`ContentError` with every problem that was found, not the first alone.
    """
    return _load(folder or data_folder())


@cache
def _load(folder: Path) -> Course:
    reader = Reader(folder)
    course = read(reader)
    problems = reader.problems or problems_between(course)
    if problems:
        raise ContentError(problems)
    return course


def read(reader: Reader) -> Course:
    """The records of a folder as they are; what is wrong stands in ``reader.problems``."""
    lessons = reader.table("lessons.toml", "lesson", Lesson)
    quizzes, items = _read_quizzes(reader)
    return Course(
        general=reader.record("course.toml", "", reader.toml("course.toml"), General),
        lessons=lessons,
        prose={
            lesson.id: reader.text(f"lessons/{lesson.stem}.md")
            for lesson in lessons.values()
            if lesson.ready
        },
        quizzes=quizzes,
        items=items,
        glossary=reader.table("glossary.toml", "term", Term),
        movements=reader.table("movements.toml", "movement", Movement),
        misconceptions=reader.table(
            "misconceptions.toml", "misconception", Misconception, id_field="code"
        ),
        references=reader.records(
            "references.json", "reference", reader.json_list("references.json"), Reference
        ),
    )


def _read_quizzes(reader: Reader) -> tuple[dict[str, Quiz], dict[str, Item]]:
    quizzes: dict[str, Quiz] = {}
    items: dict[str, Item] = {}
    for path in sorted((reader.folder / "quizzes").glob("*.toml")):
        name = f"quizzes/{path.name}"
        content = reader.toml(name)
        for other in content.keys() - {"quiz", "item"}:
            reader.problem(name, "", other, "is not known here; records are [[quiz]] or [[item]]")
        _add(reader, name, quizzes, reader.records(name, "quiz", content.get("quiz", []), Quiz))
        _add(reader, name, items, _read_items(reader, name, content.get("item", [])))
    return quizzes, items


def _read_items(reader: Reader, name: str, raw_items: list) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for place, raw in enumerate(raw_items, start=1):
        kind = raw.get("kind") if isinstance(raw, dict) else None
        label = f"item {place}"
        if kind not in KINDS:
            known = ", ".join(KINDS)
            shown = raw.get("id", label) if isinstance(raw, dict) else label
            reader.problem(name, shown, "kind", f"is “{kind}”; it must be one of: {known}")
            continue
        item = reader.record(name, label, raw, KINDS[kind])
        if item is not None:
            _add(reader, name, found, {item.id: item})
    return found


def _add(reader: Reader, name: str, known: dict, new: dict) -> None:
    for key, record in new.items():
        if key in known:
            reader.problem(name, key, "id", "another record of the course has this id already")
        known.setdefault(key, record)
