"""Between a case in the page and the log: steps come in, are looked at and kept."""

from collections.abc import Callable

from liptwitch.content.cases import Case
from liptwitch.content.errors import CourseError
from liptwitch.content.urgency import Urgency
from liptwitch.learning.log import CERTAINTIES, NotSaved, Step, format_time
from liptwitch.learning.receiver import Receiver, is_id

ANSWER_DESK = "desk"
"""The stage of an answer written at the answer desk."""

NOTHING = "nothing"
"""What is given as the finding that does not fit where everything seems to."""

_LONGEST_TEXT = 4000  # characters; far more than 120 words


class StepError(CourseError):
    """A step that fits no case of this course; the message says why."""


class CaseRecorder(Receiver):
    """Takes steps from a front end. It trusts nothing that comes in, and never raises for it."""

    def record(self, message: object) -> dict:
        """Keep one step.

        ``message``: ``{"id", "case", "run", "stage", "said", "time"}``. A time that is no UTC
        time, or lies ahead, is replaced by now. Returns ``{"id", "saved", "fits", "message"}``:
        ``fits`` is whether the course knows such a step, ``message`` a plain sentence to show.
        """
        fields = message if isinstance(message, dict) else {}
        step_id = fields.get("id")
        try:
            step = self._step(fields)
        except StepError as why:
            text = f"This step was not saved: {why}"
            return {"id": step_id, "saved": False, "fits": False, "message": text}
        try:
            self._log.append(step)
        except NotSaved as why:
            return {"id": step_id, "saved": False, "fits": True, "message": str(why)}
        return {"id": step_id, "saved": True, "fits": True, "message": "Saved."}

    def history(self, case_id: str, at_the_desk: bool = False) -> list[dict]:
        """The steps of the latest run through a case, in the order in which they were taken.

        ``at_the_desk``: of the answer desk instead. Steps that no longer fit are left out.
        """
        steps = [
            step
            for step in self._log.read().steps
            if step.case == case_id
            and (step.stage == ANSWER_DESK) is at_the_desk
            and self._fits(step)
        ]
        if not steps:
            return []
        steps.sort(key=lambda step: step.moment)
        run = steps[-1].run
        return [
            {name: getattr(step, name) for name in ("id", "case", "run", "stage", "said", "time")}
            for step in steps
            if step.run == run
        ]

    def _fits(self, step: Step) -> bool:
        try:
            check(self._course.cases[step.case], step.stage, step.said)
        except (KeyError, StepError):
            return False
        return True

    def _step(self, fields: dict) -> Step:
        for name in ("id", "run"):
            if not is_id(fields.get(name)):
                raise StepError("the page sent it in a form that the course does not know.")
        name = fields.get("case")
        case = self._course.cases.get(name) if isinstance(name, str) else None
        if case is None:
            raise StepError("the course has no such case. Run the cell again.")
        check(case, fields.get("stage"), fields.get("said"))
        return Step(
            id=fields["id"],
            case=case.id,
            run=fields["run"],
            stage=fields["stage"],
            said=fields["said"],
            time=format_time(self._time(fields.get("time"))),
        )


def stages(case: Case) -> list[str]:
    """The stages of a case in their order; the debrief follows, and asks for nothing."""
    events = [f"event-{number}" for number in range(1, len(case.events) + 1)]
    return ["first", "ask", "examine", "say", "commit", "triage", *events]


def check(case: Case, stage: object, said: object) -> None:
    """Raises StepError unless such a step can be taken in a case.

    A question asked is ``("ask", {"question": id})`` and an examination made ``("examine",
    {"examination": id})``; the empty ``said`` closes these two stages.
    """
    if not isinstance(said, dict) or not isinstance(stage, str):
        raise StepError("the page sent it in a form that the course does not know.")
    wanted = _WANTED.get(stage.partition("-")[0])
    if wanted is None or stage not in (*stages(case), ANSWER_DESK):
        raise StepError("the case has no such stage. Run the cell again.")
    if stage in ("ask", "examine") and not said:
        return
    if said.keys() != wanted.keys():
        raise StepError("something is missing or too much. Run the cell again.")
    for name, fits in wanted.items():
        if not fits(case, said[name]):
            raise StepError(f"“{name}” holds something it cannot hold. Run the cell again.")


def _is_question(case: Case, one: object) -> bool:
    return one in [question.id for question in case.questions]


def _is_examination(case: Case, one: object) -> bool:
    return one in [examination.id for examination in case.examinations]


def _are_beliefs(case: Case, one: object) -> bool:
    """Whole per cents for all hypotheses of the case, which sum to 100."""
    return (
        isinstance(one, dict)
        and one.keys() == {hypothesis.key for hypothesis in case.hypotheses}
        and all(type(share) is int and 0 <= share <= 100 for share in one.values())
        and sum(one.values()) == 100
    )


def _is_level(_case: Case, one: object) -> bool:
    return one in list(Urgency)


def _is_text(_case: Case, one: object) -> bool:
    return isinstance(one, str) and bool(one.strip()) and len(one) <= _LONGEST_TEXT


def _is_hypothesis(case: Case, one: object) -> bool:
    return one in [hypothesis.key for hypothesis in case.hypotheses]


def _is_misfit(case: Case, one: object) -> bool:
    return one in (*case.shows, NOTHING)


def _is_certainty(_case: Case, one: object) -> bool:
    return one in CERTAINTIES


_THOUGHTS = {"beliefs": _are_beliefs, "level": _is_level}
_WANTED: dict[str, dict[str, Callable[[Case, object], bool]]] = {
    "first": _THOUGHTS,
    "ask": {"question": _is_question},
    "examine": {"examination": _is_examination},
    "say": {"text": _is_text},
    "commit": {
        "beliefs": _are_beliefs,
        "alternative": _is_hypothesis,
        "misfit": _is_misfit,
        "certainty": _is_certainty,
    },
    "triage": {"level": _is_level},
    "event": _THOUGHTS,
    ANSWER_DESK: {"text": _is_text},
}
