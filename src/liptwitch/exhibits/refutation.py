"""A refutation card: a claim of the articles, its verdict, and what explains it better."""

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.misconceptions import Verdict
from liptwitch.exhibits.base import Exhibit, render

_SIGNS = {Verdict.NOT_SO: "✗", Verdict.INCOMPLETE: "≈", Verdict.RIGHT: "✓"}


class Refutation(Exhibit):
    """One claim, weighed. The verdict stands beside the claim, so that no myth stands alone."""

    def __init__(self, course: Course, code: str):
        one = course.misconception(code)
        self.values = {
            "card": one,
            "sign": _SIGNS[one.verdict],
            "verdict": one.verdict.value,
            "sources": sources_of(course, one.references),
        }

    def page(self) -> str:
        """The card: claim, verdict, mechanism, sources."""
        return render("refutation.html", **self.values)

    def words(self) -> str:
        """The card as text."""
        return render("refutation.txt", **self.values)
