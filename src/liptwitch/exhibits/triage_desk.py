"""The triage desk: a person in a story, what is true of them, and how fast help is needed.

It works on people in stories alone: one is chosen first, and what a learner changes is a "what if"
about that person. The front end asks by setting ``asked``; Python answers with ``shown``.
"""

import json
from typing import Literal

from pydantic import ValidationError

from liptwitch.content.course import Course
from liptwitch.content.errors import NotInCourse
from liptwitch.content.findings import FindingGroup
from liptwitch.content.record import Record
from liptwitch.content.rules import Gate
from liptwitch.content.urgency import Urgency
from liptwitch.content.vignettes import Vignette
from liptwitch.exhibits import triage_words as say
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.care_card import care_card_html, care_card_words
from liptwitch.exhibits.front_end import static
from liptwitch.exhibits.lab_widget import LAB_SCRIPTS, LabWidget
from liptwitch.exhibits.packing import pack
from liptwitch.science.triage import assess, level_of, rules_for

SCRIPTS = ("unpack.js", *LAB_SCRIPTS, "care_card.js", "triage_desk.js")

ONLY_STORIES = (
    "This desk works on people in stories, and all of them are made up. There is no place here for "
    "yourself or for anybody you know. No clinician has reviewed the rules."
)
"""What the desk is not, said on all its faces."""

GATES = {
    Gate.BOTH: "all rules",
    Gate.PATIENT: "the patient’s gate: what anybody can notice",
    Gate.GP: "the doctor’s gate: what an examination adds",
}
"""Whose rules are used."""


class Asked(Record):
    """What the front end asks for.

    ``number`` comes back with the answer. ``chosen``: findings that are true of the person;
    ``denied``: findings that were asked for and are not.
    """

    number: int = 0
    chosen: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    gate: Literal["both", "patient", "gp"] = "both"


class TriageDesk(Exhibit):
    """Opens on a story that calls for self-care, by its writer and by the rules, if there is one.

    The stories of the drill are left out: the desk would give their answers away.
    Raises :class:`NotInCourse` where the course has no story for it.
    """

    def __init__(self, course: Course):
        self.course = course
        self.stories = [one for one in course.vignettes.values() if not one.drill]
        if not self.stories:
            raise NotInCourse("story for the desk", "", [])
        harmless = [one for one in self.stories if self._is_harmless(one)]
        self.opening: Vignette = (harmless or self.stories)[0]

    def page(self) -> str:
        """The opening story with its card, the rules behind it and what would change it."""
        shown = self._opening()
        return render("triage_desk.html", card=care_card_html(shown.pop("card")), **shown)

    def words(self) -> str:
        """Everything on the page, as text."""
        shown = self._opening()
        return render("triage_desk.txt", card=care_card_words(shown.pop("card")), **shown)

    def make_widget(self) -> "TriageDeskWidget":
        """The desk with all its questions."""
        return TriageDeskWidget(self)

    def choices(self) -> dict:
        """All that the front end can offer: stories, findings by group, gates."""
        findings = self.course.findings.values()
        grouped = (
            (group, [one for one in findings if one.group is group]) for group in FindingGroup
        )
        return {
            "note": ONLY_STORIES,
            "help": self.course.general.help if self.course.general else "",
            "opening": self.opening.id,
            "stories": [
                {
                    "id": one.id,
                    "name": say.name_of(one),
                    "story": one.story,
                    "findings": list(one.findings),
                }
                for one in self.stories
            ],
            "groups": [
                {
                    "name": group.words,
                    "findings": [
                        one.model_dump(mode="json", include={"id", "text", "question"})
                        for one in members
                    ],
                }
                for group, members in grouped
                if members
            ],
            "gates": [[gate.value, words] for gate, words in GATES.items()],
        }

    def answer(self, asked: dict) -> dict:
        """What the front end shows for what it asks. A request that makes no sense says why."""
        try:
            request = Asked.model_validate(asked)
            rules = self.course.rules
            if request.gate != Gate.BOTH:
                rules = rules_for(rules, Gate(request.gate))
            found = assess(self.course.findings, rules, request.chosen, request.denied)
        except (ValidationError, NotInCourse):
            problem = "The desk does not know what was asked. Run the cell again."
            return {"number": asked.get("number", 0), "problem": problem}
        return {"number": request.number, **say.told(self.course, found)}

    def _is_harmless(self, story: Vignette) -> bool:
        by_rules = level_of(self.course.rules.values(), frozenset(story.findings))
        return story.level is by_rules is Urgency.SELF_CARE

    def _opening(self) -> dict:
        """The opening story and what the rules make of it, for page and words."""
        story, course = self.opening, self.course
        shown = say.told(course, assess(course.findings, course.rules, story.findings))
        groups = {course.findings[one].group: [] for one in story.findings}
        for one in story.findings:
            groups[course.findings[one].group].append(course.findings[one].text)
        return {
            "note": ONLY_STORIES,
            "help": course.general.help if course.general else "",
            "story": story.story,
            "groups": [(group.words, groups[group]) for group in FindingGroup if group in groups],
            "others": len(self.stories) - 1,
            **shown,
        }


class TriageDeskWidget(LabWidget):
    """The live face of the desk."""

    _esm = static(*SCRIPTS)
    _css = static("exhibit.css", "lab.css", "care_card.css", "triage.css")

    own = ("story",)

    def __init__(self, desk: TriageDesk):
        opening = desk.opening
        asked = {
            "number": 0,
            "story": opening.id,
            "chosen": list(opening.findings),
            "denied": [],
            "gate": "both",
        }
        # Packed, because a learner who saves the page saves this too.
        super().__init__(desk, pack(json.dumps(desk.choices(), ensure_ascii=False)), asked)
