"""The answer desk: the answer that nobody gave, written by the learner and handed back checked."""

from typing import ClassVar

from liptwitch.content.course import Course
from liptwitch.content.errors import CourseError
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.case_front_end import CaseWidget
from liptwitch.science import answer_checks


class NoAnswer(CourseError):
    """A case without an example answer has no answer desk."""

    def __init__(self, case_id: str):
        super().__init__(
            f"The case “{case_id}” has no [answer] in its file, so it has no answer desk."
        )


class AnswerDesk(Exhibit):
    """A box to write in, with checks that a program can honestly make."""

    keeps_live_view: ClassVar[bool] = True

    def __init__(self, course: Course, case_id: str):
        self.course = course
        self.case = course.case(case_id)
        if self.case.answer is None:
            raise NoAnswer(case_id)
        self.must_name = [one.model_dump(mode="json") for one in self.case.answer.must_name]

    def page(self) -> str:
        """What to write, and in a fold the example with what the checks find in it."""
        return render("answer_desk.html", **self._values)

    def words(self) -> str:
        """The task, the example and its checks as text."""
        return render("answer_desk.txt", **self._values)

    def make_widget(self) -> CaseWidget:
        """The box, checked in the page and recorded."""
        spec = {
            "draws": "desk",
            "id": self.case.id,
            "title": self.case.title,
            "opening": self.case.opening,
            "task": self.task,
            "example": self.case.answer.example,
            "must_name": self.must_name,
            "rule": rule(),
        }
        return CaseWidget(self.course, spec)

    @property
    def task(self) -> str:
        """What to write, and whether anybody has answered."""
        then = self.case.then
        nobody = "Nobody answered. " if then and not then.answered else ""
        return (
            f"{nobody}Write what you would write, in {answer_checks.MOST_WORDS} words or fewer: "
            "what to do, by when, and which signs mean at once."
        )

    @property
    def _values(self) -> dict:
        found = answer_checks.checks(self.case.answer.example, self.must_name)
        return {
            "case": self.case,
            "task": self.task,
            "must_name": self.must_name,
            "most_words": answer_checks.MOST_WORDS,
            "hardest_grade": answer_checks.HARDEST_GRADE,
            "checks": found,
        }


def rule() -> dict:
    """What the checks in the page go by."""
    return {
        "patterns": answer_checks.patterns(),
        "most_words": answer_checks.MOST_WORDS,
        "hardest_grade": answer_checks.HARDEST_GRADE,
    }
