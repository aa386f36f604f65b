"""A case worked in full before the learner's eyes: what is learned, and what is made of it."""

from markupsafe import Markup

from liptwitch.content.course import Course
from liptwitch.exhibits import case_path
from liptwitch.exhibits.base import Exhibit, picture, render
from liptwitch.exhibits.case_player import told
from liptwitch.exhibits.case_spec import case_for_page
from liptwitch.science.patterns import recognised


class WorkedCase(Exhibit):
    """One case with the authors' reasoning open beside it. There is nothing to play."""

    def __init__(self, course: Course, case_id: str):
        case = case_for_page(course, course.case(case_id))
        by_share = sorted(case["hypotheses"], key=lambda one: -case_path.last(one))
        self.case = case | {"hypotheses": by_share}

    def page(self) -> str:
        """Each stage as a table: what is learned on one side, what the authors think beside it."""
        drawn = picture(case_path.drawing(self.case), case_path.words(self.case), case_path.WIDTH)
        return render("worked_case.html", **self._values, drawn=Markup(drawn))

    def words(self) -> str:
        """The same as text."""
        return render("worked_case.txt", **self._values)

    @property
    def _values(self) -> dict:
        case = self.case
        shares = {stage: _ranked(case, stage) for stage in ("opening", "asked", "final")}
        return told(case) | {
            "shares": shares,
            "second": _second(case),
            "parts": _parts(case),
            "path": case_path.words(case),
        }


def _ranked(case: dict, stage: str) -> str:
    """The per cents of a stage in words, the likeliest first."""
    shares = sorted(case["hypotheses"], key=lambda one: -one["expert"][stage])
    return ", ".join(f"{one['name']} {one['expert'][stage]} %" for one in shares)


def _second(case: dict) -> str:
    """The likeliest explanation but for the first, leaving out what is not listed."""
    listed = [one for one in case["hypotheses"] if not one["is_other"]]
    return sorted(listed, key=lambda one: -one["expert"]["final"])[1]["name"]


def _parts(case: dict) -> list[dict]:
    """The four parts of the summary with the words of the authors' that make each."""
    summary = case["summary"]
    return [
        {"name": one["name"], "found": recognised(summary["model"], one["patterns"])}
        for one in summary["parts"]
    ]
