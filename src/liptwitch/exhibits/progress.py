"""“Where am I”: what is done, what comes back, and where the learner was sure and wrong."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from textwrap import shorten

from liptwitch.content.course import Course
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.learning.log import Log, open_log, utc_now
from liptwitch.learning.scoring import summarise
from liptwitch.learning.standing import (
    CaseStanding,
    LessonStanding,
    case_standing,
    fit_to_course,
    standing,
)

_AGAIN_SHOWN = 5
_ENOUGH_RATED = 10  # fewer answers make an adjusted accuracy jump about, far below zero at worst
_TO_REFRESH = (
    "To bring the table up to date, choose Run ▸ Run All Cells once more. "
    "Questions that only show how the course works are not counted."
)
_KEPT_HERE = "Your answers stay in one file on this computer, without your name."


@dataclass(frozen=True)
class _Row:
    lesson: str
    link: str
    state: str
    answered: str
    right: str
    confident_errors: str
    due: str


class Progress(Exhibit):
    """Where the learner stands, as the log was when the exhibit was made.

    It has no widget: running the cell again reads the log anew. With an empty log it shows the
    ready lessons and how to begin, and no date, so that a saved notebook never changes.
    """

    def __init__(self, course: Course, log: Log | None = None, now: datetime | None = None):
        self._course = course
        self._reading = (log if log is not None else open_log()).read()
        self._lessons = standing(course, self._reading.answers, now or utc_now())

    def page(self) -> str:
        """The table of lessons, with what to ask again under it."""
        return render(
            "progress.html",
            opening=self._opening,
            problems=self._problems,
            rows=self._rows,
            again=self._again,
            cases=self._cases,
            certainty=self._certainty,
            closing=f"{_TO_REFRESH} {_KEPT_HERE}",
        )

    def words(self) -> str:
        """The same, one sentence a lesson."""
        lessons = [
            f"{row.lesson}: {row.state}. Answered: {row.answered}. "
            f"Right at the latest try: {row.right}. "
            f"Sure but wrong: {row.confident_errors}. To ask again: {row.due}."
            for row in self._rows
        ]
        parts = ["Where you are.", self._opening, *self._problems, *lessons]
        if self._again:
            parts += ["Ask yourself these first:", *(f"- {line}" for line in self._again)]
        if self._cases:
            parts += ["Your cases:", *(f"- {line}" for line in self._cases)]
        return "\n".join([*parts, *self._certainty, f"{_TO_REFRESH} {_KEPT_HERE}"])

    @cached_property
    def _opening(self) -> str:
        answered = sum(lesson.answered for lesson in self._lessons)
        if not answered:
            return (
                "No answers to questions are saved here yet. Pick any lesson and try its first "
                "question: a wrong guess is a fine start."
            )
        due = sum(len(lesson.due) for lesson in self._lessons)
        again = f"{_questions(due)} to ask yourself again." if due else "Nothing to repeat today."
        return f"You have answered {_questions(answered)}. {again}"

    @cached_property
    def _problems(self) -> list[str]:
        problems = [str(problem) for problem in self._reading.problems]
        if any(problem.line is not None for problem in self._reading.problems):
            problems.append(
                "Lines that could not be read are not counted. They stay in the file as they are."
            )
        return problems

    @cached_property
    def _rows(self) -> list[_Row]:
        return [self._row(lesson) for lesson in self._lessons]

    def _row(self, here: LessonStanding) -> _Row:
        lesson = self._course.lesson(here.lesson)
        return _Row(
            lesson=f"{lesson.id} {lesson.title}",
            link=f"{lesson.stem}.ipynb",
            state=_state(here),
            answered=f"{here.answered} of {here.total}" if here.total else "none to answer",
            right=f"{here.right} of {here.answered}" if here.answered else "none yet",
            confident_errors=_confident_errors(here),
            due=_due(here),
        )

    @cached_property
    def _again(self) -> list[str]:
        """The questions to ask again, those first where the learner was sure and wrong."""
        due = [
            (item in lesson.confident_errors, item)
            for lesson in self._lessons
            for item in lesson.due
        ]
        due.sort(key=lambda one: not one[0])
        lines = [self._line(item, confident_error) for confident_error, item in due[:_AGAIN_SHOWN]]
        if len(due) > _AGAIN_SHOWN:
            lines.append(f"and {len(due) - _AGAIN_SHOWN} more.")
        return lines

    def _line(self, item_id: str, confident_error: bool) -> str:
        item = self._course.items[item_id]
        quiz = self._course.quiz(item.quiz)
        stem = shorten(item.stem, 100, placeholder=" …")
        sure = " You were sure here, and it was wrong." if confident_error else ""
        return f"Lesson {quiz.lesson}, “{quiz.title}”: {stem}{sure}"

    @cached_property
    def _cases(self) -> list[str]:
        """How far the learner came in each case that was begun. Nothing is right or wrong there."""
        return [
            f"{self._course.case(here.case).title}: {_in_case(here)}."
            for here in case_standing(self._course, self._reading.steps)
        ]

    @cached_property
    def _certainty(self) -> list[str]:
        """How well the learner judged their own answers, at the first try of each question."""
        first = {}
        for answer in fit_to_course(self._course, self._reading.answers):
            first.setdefault(answer.item, answer)
        marks = summarise(first.values())
        if not marks.rated:
            return []
        right = sum(answer.right for answer in first.values() if answer.certainty is not None)
        points = (
            f"How sure you were, at first tries: {right} of {marks.rated} right "
            f"({marks.accuracy:.0%}), {marks.points} points of at most {3 * marks.rated}."
        )
        if marks.rated < _ENOUGH_RATED:
            return [points]
        return [
            f"{points} Certainty-adjusted accuracy: {marks.adjusted:.0%}. It lies above your "
            "accuracy where your certainty told right answers from wrong ones, and below it where "
            "it misled you."
        ]


def _state(here: LessonStanding) -> str:
    if not here.total:
        return "just to read and try"
    if here.done:
        return "done"
    return "started" if here.answered else "not started"


def _in_case(here: CaseStanding) -> str:
    parts = ["answer written"] if here.written else []
    if here.reached == here.total:
        parts.insert(0, "played to the end")
    elif here.reached:
        parts.insert(0, f"step {here.reached} of {here.total} reached")
    return ", ".join(parts)


def _confident_errors(here: LessonStanding) -> str:
    count = len(here.confident_errors)
    if not count:
        return "none"
    return f"{count}, right by now: {here.put_right}"


def _due(here: LessonStanding) -> str:
    now = f"{len(here.due)} now" if here.due else "none now"
    # The learner's own day: in Auckland, Greenwich's may be the day before.
    return f"{now}, next on {here.next_due.astimezone():%Y-%m-%d}" if here.next_due else now


def _questions(count: int) -> str:
    return "1 question" if count == 1 else f"{count} questions"
