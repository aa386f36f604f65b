"""Reading the whole course from its files, and checking it."""

from functools import cache
from pathlib import Path

from liptwitch.content.articles import Article
from liptwitch.content.care_cards import CareCard
from liptwitch.content.causes import Cause, NamedCause
from liptwitch.content.checking import problems_between
from liptwitch.content.course import Course
from liptwitch.content.errors import ContentError
from liptwitch.content.findings import Finding
from liptwitch.content.general import General
from liptwitch.content.glossary import Term
from liptwitch.content.ledger import Claim, Subject
from liptwitch.content.lessons import Lesson
from liptwitch.content.misconceptions import Misconception
from liptwitch.content.movements import Movement
from liptwitch.content.place import data_folder
from liptwitch.content.probability import Preset
from liptwitch.content.quizzes import KINDS, Item, Quiz
from liptwitch.content.ratings import Rating
from liptwitch.content.reading import Reader
from liptwitch.content.references import Reference
from liptwitch.content.rules import Rule
from liptwitch.content.symptom_checkers import SymptomChecker
from liptwitch.content.vignettes import FirstRun, Mended, Vignette


def load(folder: Path | None = None) -> Course:
    """The course in ``folder`` (by default :func:`data_folder`), read and checked.

    Raises :class:`ContentError` with every problem that was found, not the first alone.
    """
    return _load(folder or data_folder())


@cache
def _load(folder: Path) -> Course:
    reader = Reader(folder)
    course = read(reader)
    if problems := [*reader.problems, *problems_between(course, reader)]:
        raise ContentError(problems)
    return course


def read(reader: Reader) -> Course:
    """The records of a folder as they are; what is wrong stands in ``reader.problems``."""
    lessons = reader.table("lessons.toml", "lesson", Lesson)
    quizzes, items = _read_quizzes(reader)
    causes, categories = _read_causes(reader)
    return Course(
        general=_read_general(reader),
        lessons=lessons,
        prose=_read_prose(reader, lessons),
        quizzes=quizzes,
        items=items,
        glossary=reader.table("glossary.toml", "term", Term),
        movements=reader.table("movements.toml", "movement", Movement),
        misconceptions=reader.table(
            "misconceptions.toml", "misconception", Misconception, id_field="code"
        ),
        references=reader.records(
            "references.json",
            "reference",
            reader.json_list("references.json", "reference"),
            Reference,
        ),
        articles=reader.table("sources.toml", "article", Article),
        claims=reader.csv_table("claims.csv", "claim", Claim),
        subjects=reader.table("subjects.toml", "subject", Subject),
        causes=causes,
        categories=categories,
        named_causes=reader.csv_table("causes/named.csv", "named", NamedCause, "number"),
        ratings=reader.csv_table("ratings.csv", "rating", Rating, "claim"),
        reference_pages=_read_reference_pages(reader),
        care_cards=reader.table("care_cards.toml", "card", CareCard, "level"),
        presets=reader.table("probability.toml", "preset", Preset),
        findings=reader.table("findings.toml", "finding", Finding),
        rules=reader.table("rules.toml", "rule", Rule),
        vignettes=reader.table("vignettes.toml", "vignette", Vignette),
        first_run=reader.csv_table("first_run.csv", "first run", FirstRun, "vignette"),
        mended=reader.table("mended.toml", "mended", Mended),
        symptom_checkers=reader.table("symptom_checkers.toml", "symptom_checker", SymptomChecker),
    )


def _read_general(reader: Reader) -> General | None:
    raw = reader.toml("course.toml", "course")
    return None if raw is None else reader.record("course.toml", "course", raw, General)


def _read_prose(reader: Reader, lessons: dict[str, Lesson]) -> dict[str, str]:
    missing = "write it, or set ready = false for this lesson in lessons.toml"
    texts = {
        lesson.id: reader.text(lesson.prose_file, "prose", missing=missing)
        for lesson in lessons.values()
        if lesson.ready
    }
    return {lesson_id: text for lesson_id, text in texts.items() if text is not None}


def _read_causes(reader: Reader) -> tuple[dict[str, Cause], dict[str, list[str]]]:
    causes: dict[str, Cause] = {}
    categories: dict[str, list[str]] = {}
    for path in sorted((reader.folder / "causes").glob("*.toml")):
        found = reader.table(f"causes/{path.name}", "cause", Cause)
        categories[path.stem] = list(found)
        causes |= found
    return causes, categories


def _read_reference_pages(reader: Reader) -> dict[str, str]:
    paths = sorted((reader.folder / "reference").glob("*.md"))
    texts = {path.stem: reader.text(f"reference/{path.name}", "prose") for path in paths}
    return {name: text for name, text in texts.items() if text is not None}


def _read_quizzes(reader: Reader) -> tuple[dict[str, Quiz], dict[str, Item]]:
    quizzes: dict[str, Quiz] = {}
    items: dict[str, Item] = {}
    for path in sorted((reader.folder / "quizzes").glob("*.toml")):
        name = f"quizzes/{path.name}"
        raw = reader.tables(name, "quiz", "item")
        quizzes |= reader.records(name, "quiz", raw["quiz"], Quiz)
        items |= reader.records(name, "item", raw["item"], KINDS)
    return quizzes, items
