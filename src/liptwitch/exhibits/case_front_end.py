"""The live face of case players and answer desks."""

from liptwitch.content.course import Course
from liptwitch.exhibits.case_spec import same_in_every_case
from liptwitch.exhibits.front_end import SharedWidget, shared_front_end
from liptwitch.learning.case_recorder import CaseRecorder

SCRIPTS = (
    "elements.js",
    "keys.js",
    "forms.js",
    "outbox.js",
    "care_card.js",
    "case_scoring.js",
    "case_memory.js",
    "case_parts.js",
    "case_stages.js",
    "case_chart.js",
    "case_debrief.js",
    "answer_desk.js",
    "case_player.js",
)
"""The module that draws cases; it exports ``render`` and the scores."""

STYLES = ("case.css", "care_card.css")


class CaseWidget(SharedWidget):
    """A live case player or answer desk. It tells the recorder which steps were taken.

    ``spec``: what the front end needs; its ``draws`` is “case” or “desk”, its ``id`` the case's.
    """

    def __init__(self, course: Course, spec: dict):
        common = same_in_every_case(course)
        own = {key: value for key, value in spec.items() if key not in common}
        super().__init__(shared_front_end(SCRIPTS, STYLES, common), own)
        self._recorder = CaseRecorder(course)
        self._case = spec["id"]
        self._at_the_desk = spec["draws"] == "desk"
        self.on_msg(self._hear)

    def _hear(self, _widget: object, message: dict, _buffers: object) -> None:
        if message.get("type") == "hello":
            steps = self._recorder.history(self._case, at_the_desk=self._at_the_desk)
            self.send({"type": "ready", "steps": steps})
        if message.get("type") == "step":
            self.send({"type": "step", **self._recorder.record(message)})
