"""The front end of cases, sent to a page once and used by its case players and answer desks."""

import json
from functools import cache
from typing import Literal

import anywidget
import traitlets

from liptwitch.content.course import Course
from liptwitch.exhibits.front_end import static
from liptwitch.exhibits.packing import pack
from liptwitch.learning.case_recorder import CaseRecorder

CASE_CODE = static(
    "elements.js",
    "keys.js",
    "outbox.js",
    "case_scoring.js",
    "case_memory.js",
    "case_parts.js",
    "case_stages.js",
    "case_chart.js",
    "case_debrief.js",
    "case_player.js",
    "answer_desk.js",
)
"""The module that draws cases; it exports ``renderCase``, ``renderDesk`` and the scores."""


class CaseFrontEnd(anywidget.AnyWidget):
    """Holds the code and the style of cases. Draws nothing itself."""

    _esm = static("unpack.js", "case_loader.js")

    code = traitlets.Unicode(pack(CASE_CODE)).tag(sync=True)
    style = traitlets.Unicode(pack(static("case.css"))).tag(sync=True)


@cache
def case_front_end() -> CaseFrontEnd:
    """The one front end of cases of this kernel."""
    return CaseFrontEnd()


class CaseWidget(anywidget.AnyWidget):
    """A live case player or answer desk. It tells the recorder which steps were taken."""

    _esm = """
    export default {
      async render(view) {
        const { exports } = await view.host.getWidget(view.model.get("front_end"));
        return exports[view.model.get("draws")](view);
      },
    };
    """

    spec = traitlets.Unicode().tag(sync=True)
    draws = traitlets.Unicode().tag(sync=True)
    front_end = anywidget.WidgetTrait().tag(sync=True)

    def __init__(self, course: Course, spec: dict, draws: Literal["renderCase", "renderDesk"]):
        shared = case_front_end()
        packed = pack(json.dumps(spec, ensure_ascii=False))
        super().__init__(spec=packed, draws=draws, front_end=shared, layout=shared.layout)
        self._recorder = CaseRecorder(course)
        self._case = spec["id"]
        self.on_msg(self._hear)

    def _hear(self, _widget: object, message: dict, _buffers: object) -> None:
        if message.get("type") == "hello":
            steps = self._recorder.history(self._case, at_the_desk=self.draws == "renderDesk")
            self.send({"type": "ready", "steps": steps})
        if message.get("type") == "step":
            self.send({"type": "step", **self._recorder.record(message)})
