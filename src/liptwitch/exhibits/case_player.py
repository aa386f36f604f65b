"""The case player: a person's question, reasoned through in stages, with a debrief."""

from typing import ClassVar

from liptwitch.content.course import Course
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.care_card import care_card_short
from liptwitch.exhibits.case_front_end import CaseWidget
from liptwitch.exhibits.case_spec import case_for_page


class CasePlayer(Exhibit):
    """One case. Its page tells the whole of it, with the reasoning folded."""

    keeps_live_view: ClassVar[bool] = True

    def __init__(self, course: Course, case_id: str):
        self.course = course
        self.case = case_for_page(course, course.case(case_id))

    def page(self) -> str:
        """Opening, questions with folded answers, and the reasoning of each stage in a fold."""
        return render("case.html", **told(self.case))

    def words(self) -> str:
        """The case with its reasoning as text."""
        return render("case.txt", **told(self.case))

    def make_widget(self) -> CaseWidget:
        """The case to be played; each step is recorded."""
        return CaseWidget(self.course, self.case | {"draws": "case"})


def told(case: dict) -> dict:
    """What the templates of a case need beside the case: levels in words, stages of belief."""
    levels = {one["id"]: one["words"] for one in case["levels"]}
    cards = {one["id"]: one["card"] for one in case["levels"]}
    stages = [("first", "opening"), ("after asking", "asked"), ("in the end", "final")]
    columns = [(name, [one["expert"][key] for one in case["hypotheses"]]) for name, key in stages]
    for place in range(len(case["events"])):
        name = "after the event" if len(case["events"]) == 1 else f"after event {place + 1}"
        columns.append((name, [one["expert"]["event"][place] for one in case["hypotheses"]]))
    names = [one["name"] for one in case["hypotheses"]]
    return {
        "case": case,
        "levels": levels,
        "card": care_card_short(cards[case["triage"]["level"]]),
        "stages": [name for name, _ in columns],
        "rows": list(zip(names, zip(*(column for _, column in columns), strict=True), strict=True)),
    }
