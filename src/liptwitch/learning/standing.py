"""Where a learner stands in each lesson, worked out from the answers alone.

**When a question comes back.** Three days after it was last tried, until it has been answered
right after such a gap. Spreading retrieval out helps a lot (g = 0.74 against massed practice),
while gaps that grow are no better than equal ones (g = 0.034, not significant): Latimier, Peyre
and Ramus 2021, doi 10.1007/s10648-020-09572-8 (growing gaps did better the more often something
was asked; here that is seldom). That the gap is three days, and that one right answer after a gap
is enough, is this course's choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from liptwitch.content.course import Course
from liptwitch.content.quizzes import Role
from liptwitch.learning.case_recorder import ANSWER_DESK, stages
from liptwitch.learning.log import Answer, Step
from liptwitch.learning.scoring import ResponseError, is_right

GAP = timedelta(days=3)
"""How long a question rests before it comes back."""

_COUNTED = {Role.PRE_QUESTIONS, Role.PRACTICE, Role.LESSON_QUIZ, Role.PRE_TEST}
_REVIEWED = {Role.PRACTICE, Role.LESSON_QUIZ}  # a pre-test is kept unseen, pre-questions may fail


@dataclass(frozen=True)
class LessonStanding:
    """A learner in one lesson. Items are named by their ids.

    ``total`` leaves out demonstrations. ``right`` counts items right at the latest try.
    ``confident_errors``: wrong with high certainty at the first or the latest try, in course
    order; ``put_right`` says how many of them are right now. ``done``: every item of the lesson
    quiz is answered (of a lesson without one: every item). ``due``: to be asked again now,
    confident errors first, then the longest rested. ``next_due``: when the next one will be,
    None if nothing waits.
    """

    lesson: str
    total: int
    answered: int
    right: int
    confident_errors: tuple[str, ...]
    put_right: int
    done: bool
    due: tuple[str, ...]
    next_due: datetime | None


def fit_to_course(course: Course, answers: Iterable[Answer]) -> list[Answer]:
    """The answers to questions of this course, marked by the keys of today, oldest first.

    Left out: answers to a question that is gone, or that has changed so that they no longer fit.
    """
    fitting = []
    # An answer that waited in a browser is written down after later ones from another.
    for answer in sorted(answers, key=lambda one: one.moment):
        item = course.question(answer.item)
        if item is None:
            continue
        try:
            fitting.append(replace(answer, right=is_right(item, answer.response)))
        except ResponseError:
            continue
    return fitting


def standing(course: Course, answers: Iterable[Answer], now: datetime) -> list[LessonStanding]:
    """The standing in each ready lesson, in the order of the course. ``now`` has a time zone."""
    tries: dict[str, list[Answer]] = {}
    for answer in fit_to_course(course, answers):
        tries.setdefault(answer.item, []).append(answer)
    return [
        _in_lesson(course, lesson.id, tries, now)
        for lesson in course.lessons.values()
        if lesson.ready
    ]


@dataclass(frozen=True)
class CaseStanding:
    """A learner in one case: how many of its stages the furthest run has reached, and of how many.

    ``written``: whether an answer was handed in at its answer desk.
    """

    case: str
    reached: int
    total: int
    written: bool


def case_standing(course: Course, steps: Iterable[Step]) -> list[CaseStanding]:
    """The standing in each case of this course that was begun, in the order of the course."""
    runs: dict[str, dict[str, set[str]]] = {}
    for step in steps:
        runs.setdefault(step.case, {}).setdefault(step.run, set()).add(step.stage)
    found = []
    for case in (case for case in course.cases.values() if case.id in runs):
        names = stages(case)
        mine = runs[case.id].values()
        reached = max(sum(name in run for name in names) for run in mine)
        written = any(ANSWER_DESK in run for run in mine)
        if reached or written:
            found.append(CaseStanding(case.id, reached, len(names), written))
    return found


def _in_lesson(
    course: Course, lesson: str, tries: dict[str, list[Answer]], now: datetime
) -> LessonStanding:
    counted = _items(course, lesson, _COUNTED)
    needed = _items(course, lesson, {Role.LESSON_QUIZ}) or counted
    confident_errors = [item for item in counted if _is_confident_error(tries.get(item, []))]
    rests = {
        item: tries[item][-1].moment + GAP
        for item in _items(course, lesson, _REVIEWED)
        if item in tries and not _is_settled(tries[item])
    }
    due = [item for item, until in rests.items() if until <= now]
    return LessonStanding(
        lesson=lesson,
        total=len(counted),
        answered=sum(item in tries for item in counted),
        right=sum(item in tries and tries[item][-1].right for item in counted),
        confident_errors=tuple(confident_errors),
        put_right=sum(tries[item][-1].right for item in confident_errors),
        done=bool(needed) and all(item in tries for item in needed),
        due=tuple(sorted(due, key=lambda item: (item not in confident_errors, rests[item]))),
        next_due=min((until for until in rests.values() if until > now), default=None),
    )


def _items(course: Course, lesson: str, roles: set[Role]) -> list[str]:
    return [
        item.id
        for quiz in course.quizzes_of(lesson)
        if quiz.role in roles
        for item in course.items_of(quiz.id)
    ]


def _is_confident_error(tries: list[Answer]) -> bool:
    return any(
        answer.certainty == "high" and not answer.right for answer in (*tries[:1], *tries[-1:])
    )


def _is_settled(tries: list[Answer]) -> bool:
    """Whether it was answered right after a gap, and never wrong since."""
    settled = False
    for before, after in pairwise(tries):
        settled = after.right and (settled or after.moment - before.moment >= GAP)
    return settled
