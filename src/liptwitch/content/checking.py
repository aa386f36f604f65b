"""Whether the records of the course fit together: every id that points somewhere arrives."""

from collections.abc import Iterator

from liptwitch.content.checking_care_cards import problems_in_care_cards
from liptwitch.content.checking_evidence import problems_in_evidence
from liptwitch.content.checking_probability import problems_in_presets
from liptwitch.content.checking_triage import problems_in_triage
from liptwitch.content.citing import all_cited, shown
from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.lessons import Lesson
from liptwitch.content.movements import Criterion, Settings
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.prose import problems_in
from liptwitch.content.quizzes import Item, SeveralItem, SingleItem
from liptwitch.content.reading import Reader
from liptwitch.content.wording import instead

DISCLAIMER_WORDS = 40
"""The first screen's notice must be short enough to be read."""

_ASKED_OF = {
    "quiz": "quiz",
    "term": "term",
    "refutation": "misconception",
    "terms": "lesson",
    "sources": "lesson",
    "objectives": "lesson",
    "cause": "cause",
    "article": "article",
}
"""The exhibits that ask for an id, and the kind of record that the id is of."""

_MAY_ASK_OF = {"frequency_tree": "preset"}
"""The exhibits that also show something when no id is asked for."""

_CITING = (
    "course",
    "prose",
    "item",
    "term",
    "misconception",
    "movement",
    "claim",
    "cause",
    "card",
    "preset",
    "finding",
    "rule",
    "vignette",
    "symptom_checker",
)
"""The kinds of record that may cite a reference."""


def problems_between(course: Course, reader: Reader) -> list[Problem]:
    """Every problem between the records that ``reader`` could read."""
    return [
        *_general(course, reader),
        *_lessons(course, reader),
        *_prose(course, reader),
        *_quizzes(course, reader),
        *_items(course, reader),
        *_glossary(course, reader),
        *_misconceptions(course, reader),
        *_movements(course, reader),
        *problems_in_evidence(course, reader),
        *problems_in_care_cards(course, reader),
        *problems_in_presets(course, reader),
        *problems_in_triage(course, reader),
        *_unused_references(course, reader),
    ]


def _general(course: Course, reader: Reader) -> Iterator[Problem]:
    if course.general is None:
        return
    file = "course.toml"
    words = len(course.general.disclaimer.split())
    if words > DISCLAIMER_WORDS:
        message = f"has {words} words; {DISCLAIMER_WORDS} are allowed: shorten it"
        yield Problem(file, "", "disclaimer", message)
    yield from unknown_references(reader, file, "", course.general.references)


def _lessons(course: Course, reader: Reader) -> Iterator[Problem]:
    seen: dict[str, Lesson] = {}
    for lesson in course.lessons.values():
        for objective in lesson.objectives:
            if objective.id in seen:
                message = f"another objective, of lesson {seen[objective.id].id}, has this id too"
                yield Problem("lessons.toml", objective.id, "id", f"{message}; change one of them")
            seen.setdefault(objective.id, lesson)
        if lesson.ready:
            yield from _ready_lesson(course, reader, lesson)


def _ready_lesson(course: Course, reader: Reader, lesson: Lesson) -> Iterator[Problem]:
    file = "lessons.toml"
    asked_about = {item.objective for item in course.items.values()}
    for objective in lesson.objectives:
        if objective.id not in asked_about and not reader.may_mention(objective.id, "item"):
            message = "no quiz item asks for this objective; write one, or drop the objective"
            yield Problem(file, objective.id, "", message)
    count = len(lesson.objectives)
    if not 3 <= count <= 5:
        message = f"a ready lesson has 3 to 5 objectives; this one has {count}"
        yield Problem(file, lesson.id, "objective", message)


def _prose(course: Course, reader: Reader) -> Iterator[Problem]:
    references = reader.known("reference")
    fixed = course.general.fixed_texts if course.general else None
    for page in course.pages():
        yield from problems_in(page.prose, page.file, references, fixed)
        for exhibit, asked in shown(page.prose):
            kind = _ASKED_OF.get(exhibit) or (_MAY_ASK_OF.get(exhibit) if asked else None)
            if kind:
                line = f'show.{exhibit}("{asked}")'
                yield from unknown(reader, page.file, line, "", kind, asked)
    for lesson_id, prose in course.prose.items():
        file = course.lessons[lesson_id].prose_file
        for quiz in course.quizzes_of(lesson_id):
            if ("quiz", quiz.id) not in shown(prose):
                message = f'does not show its quiz “{quiz.id}”; add show.quiz("{quiz.id}")'
                yield Problem(file, "", "", message)


def _quizzes(course: Course, reader: Reader) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        file = reader.file_of("quiz", quiz.id)
        yield from unknown(reader, file, quiz.id, "lesson", "lesson", quiz.lesson)
        if not course.items_of(quiz.id) and not reader.may_mention(quiz.id, "item"):
            message = f'has no items; an item names its quiz with quiz = "{quiz.id}"'
            yield Problem(file, quiz.id, "", message)


def _items(course: Course, reader: Reader) -> Iterator[Problem]:
    objectives = [one.id for lesson in course.lessons.values() for one in lesson.objectives]
    for item in course.items.values():
        file = reader.file_of("item", item.id)
        yield from unknown(reader, file, item.id, "quiz", "quiz", item.quiz)
        known = item.objective in objectives or reader.may_mention(item.objective, "lesson")
        if not known:
            hint = instead(item.objective, objectives)
            message = f"there is no objective “{item.objective}”; {hint}"
            yield Problem(file, item.id, "objective", message)
        if item.clip is not None:
            yield from unknown(reader, file, item.id, "clip", "movement", item.clip)
        yield from unknown_references(reader, file, item.id, item.references)
        yield from _item_codes(reader, file, item)


def _item_codes(reader: Reader, file: str, item: Item) -> Iterator[Problem]:
    if not isinstance(item, SingleItem | SeveralItem):
        return
    for place, option in enumerate(item.options, start=1):
        code = option.misconception
        if code is None:
            continue
        field = f"option {place} misconception"
        yield from unknown(reader, file, item.id, field, "misconception", code)
        if option.correct:
            message = "a right option carries no misconception; remove the code"
            yield Problem(file, item.id, field, message)


def _glossary(course: Course, reader: Reader) -> Iterator[Problem]:
    file = "glossary.toml"
    for term in course.glossary.values():
        for other in term.not_:
            yield from unknown(reader, file, term.id, "not", "term", other)
        yield from unknown_references(reader, file, term.id, term.references)


def _misconceptions(course: Course, reader: Reader) -> Iterator[Problem]:
    file = "misconceptions.toml"
    for one in course.misconceptions.values():
        yield from unknown_references(reader, file, one.code, one.references)
        for lesson_id in one.lessons:
            yield from unknown(reader, file, one.code, "lessons", "lesson", lesson_id)


def _movements(course: Course, reader: Reader) -> Iterator[Problem]:
    file = "movements.toml"
    for movement in course.movements.values():
        yield from unknown(reader, file, movement.id, "term", "term", movement.term)
        yield from unknown_references(reader, file, movement.id, movement.references)
        for place, basis in enumerate(movement.basis, start=1):
            field = f"basis {place} references"
            yield from unknown_references(reader, file, movement.id, basis.references, field)
        for place, criterion in enumerate(movement.criteria, start=1):
            for message in _criterion(criterion):
                yield Problem(file, movement.id, f"criterion {place} {criterion.setting}", message)


def _criterion(criterion: Criterion) -> Iterator[str]:
    words = getattr(Settings.model_fields[criterion.setting].annotation, "__members__", None)
    if words is None and criterion.one_of:
        yield "is a number; give lowest or highest instead of one_of"
    if words is not None and not criterion.one_of:
        yield "is a word; give one_of instead of lowest and highest"
    for word in criterion.one_of if words else ():
        known = [member.value for member in words.values()]
        if word not in known:
            yield f"“{word}” is not a value of it; {instead(word, known)}"


def _unused_references(course: Course, reader: Reader) -> Iterator[Problem]:
    if not reader.whole("lesson"):
        return  # a faulty lesson's prose was not read, and may cite anything
    for unused in course.references.keys() - all_cited(course):
        if not reader.may_mention(unused, *_CITING):
            message = "nothing cites it; cite it where it is used, or remove it"
            yield Problem("references.json", unused, "", message)
