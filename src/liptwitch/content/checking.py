"""Whether the records of the course fit together: every id that points somewhere arrives."""

from collections.abc import Iterable, Iterator

from liptwitch.content.citing import all_cited, shown
from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.lessons import citations
from liptwitch.content.movements import Criterion, Settings
from liptwitch.content.quizzes import Item, SeveralItem, SingleItem

DISCLAIMER_WORDS = 40
"""The first screen's notice must be short enough to be read."""


def problems_between(course: Course) -> list[Problem]:
    """Every problem between records that are each well formed."""
    return [
        *_general(course),
        *_lessons(course),
        *_quizzes(course),
        *_items(course),
        *_glossary(course),
        *_misconceptions(course),
        *_movements(course),
        *_unused_references(course),
    ]


def _general(course: Course) -> Iterator[Problem]:
    words = len(course.general.disclaimer.split())
    if words > DISCLAIMER_WORDS:
        yield Problem(
            "course.toml", "", "disclaimer", f"has {words} words; {DISCLAIMER_WORDS} are allowed"
        )
    yield from _unknown_references(course, "course.toml", "", course.general.references)


def _lessons(course: Course) -> Iterator[Problem]:
    seen: set[str] = set()
    asked_about = {item.objective for item in course.items.values()}
    for lesson in course.lessons.values():
        for objective in lesson.objectives:
            if objective.id in seen:
                yield Problem("lessons.toml", objective.id, "id", "two objectives have this id")
            seen.add(objective.id)
            if lesson.ready and objective.id not in asked_about:
                yield Problem(
                    "lessons.toml", objective.id, "", "no quiz item asks for this objective"
                )
        if lesson.ready and not 3 <= len(lesson.objectives) <= 5:
            yield Problem(
                "lessons.toml", lesson.id, "objective",
                f"a lesson has 3 to 5 objectives; this one has {len(lesson.objectives)}",
            )  # fmt: skip
    for lesson_id, prose in course.prose.items():
        yield from _prose(course, lesson_id, prose)


def _prose(course: Course, lesson_id: str, prose: str) -> Iterator[Problem]:
    file = f"lessons/{course.lessons[lesson_id].stem}.md"
    yield from _unknown_references(course, file, "", citations(prose))
    targets = {
        "quiz": course.quizzes,
        "term": course.glossary,
        "refutation": course.misconceptions,
        "terms": course.lessons,
        "sources": course.lessons,
        "objectives": course.lessons,
    }
    exhibits = shown(prose)
    for kind, asked in exhibits:
        if kind in targets and asked not in targets[kind]:
            yield Problem(file, f'show.{kind}("{asked}")', "", f"there is no {kind} “{asked}”")
    on_page = {asked for kind, asked in exhibits if kind == "quiz"}
    for quiz in course.quizzes_of(lesson_id):
        if quiz.id not in on_page:
            yield Problem(file, "", "", f"the quiz “{quiz.id}” of this lesson is not shown in it")


def _quizzes(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        file = f"quizzes/{quiz.lesson}.toml"
        if quiz.lesson not in course.lessons:
            yield Problem(file, quiz.id, "lesson", f"there is no lesson “{quiz.lesson}”")
        if not course.items_of(quiz.id):
            yield Problem(file, quiz.id, "", "has no items; an item names its quiz with quiz = …")


def _items(course: Course) -> Iterator[Problem]:
    objectives = {one.id for lesson in course.lessons.values() for one in lesson.objectives}
    for item in course.items.values():
        quiz = course.quizzes.get(item.quiz)
        file = f"quizzes/{quiz.lesson if quiz else '??'}.toml"
        if quiz is None:
            yield Problem(file, item.id, "quiz", f"there is no quiz “{item.quiz}”")
        if item.objective not in objectives:
            yield Problem(file, item.id, "objective", f"there is no objective “{item.objective}”")
        if item.clip is not None and item.clip not in course.movements:
            yield Problem(file, item.id, "clip", f"there is no movement “{item.clip}”")
        yield from _unknown_references(course, file, item.id, item.references)
        yield from _item_codes(course, file, item)


def _item_codes(course: Course, file: str, item: Item) -> Iterator[Problem]:
    if not isinstance(item, SingleItem | SeveralItem):
        return
    for option in item.options:
        code = option.misconception
        if code is not None and code not in course.misconceptions:
            yield Problem(file, item.id, "misconception", f"there is no misconception “{code}”")
        if code is not None and option.correct:
            yield Problem(
                file, item.id, "misconception", f"the right option “{option.text}” has one"
            )


def _glossary(course: Course) -> Iterator[Problem]:
    for term in course.glossary.values():
        for other in term.not_:
            if other not in course.glossary:
                yield Problem("glossary.toml", term.id, "not", f"there is no term “{other}”")
        yield from _unknown_references(course, "glossary.toml", term.id, term.references)


def _misconceptions(course: Course) -> Iterator[Problem]:
    file = "misconceptions.toml"
    for one in course.misconceptions.values():
        yield from _unknown_references(course, file, one.code, one.references)
        for lesson_id in one.lessons:
            if lesson_id not in course.lessons:
                yield Problem(file, one.code, "lessons", f"there is no lesson “{lesson_id}”")


def _movements(course: Course) -> Iterator[Problem]:
    file = "movements.toml"
    for movement in course.movements.values():
        if movement.term not in course.glossary:
            yield Problem(file, movement.id, "term", f"there is no term “{movement.term}”")
        yield from _unknown_references(course, file, movement.id, movement.references)
        for basis in movement.basis:
            yield from _unknown_references(course, file, movement.id, basis.references)
        for criterion in movement.criteria:
            yield from _criterion(file, movement.id, criterion)


def _criterion(file: str, movement_id: str, criterion: Criterion) -> Iterator[Problem]:
    values = getattr(Settings.model_fields[criterion.setting].annotation, "__members__", None)
    if values is None and criterion.one_of:
        yield Problem(file, movement_id, criterion.setting, "is a number; give lowest or highest")
    if values is not None and not criterion.one_of:
        yield Problem(file, movement_id, criterion.setting, "is a word; give one_of")
    for word in criterion.one_of if values else ():
        if word not in {member.value for member in values.values()}:
            yield Problem(file, movement_id, criterion.setting, f"“{word}” is not a value of it")


def _unknown_references(
    course: Course, file: str, record: str, ids: Iterable[str]
) -> Iterator[Problem]:
    for one in ids:
        if one not in course.references:
            yield Problem(
                file, record, "references", f"cites “{one}”, which references.json does not have"
            )


def _unused_references(course: Course) -> Iterator[Problem]:
    for unused in course.references.keys() - all_cited(course):
        yield Problem(
            "references.json",
            unused,
            "",
            "nothing cites it; cite it where it is used, or remove it",
        )
