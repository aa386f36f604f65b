"""The scripts and styles of the front ends, sent to a page once and used by all its widgets.

A saved notebook keeps the state of each widget that works without a kernel. Were the code part of
each, a lesson would carry it six times over; so one widget holds it, and the others ask for it
(anywidget's composition: ``host.getWidget``).
"""

import json
import re
from functools import cache
from pathlib import Path

import anywidget
import traitlets

from liptwitch.exhibits.packing import pack

_STATIC = Path(__file__).parent / "static"
_COMMENT_LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)


def static(*names: str) -> str:
    """Files of ``exhibits/static/`` joined in the order given, without their comment lines."""
    texts = ((_STATIC / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(_COMMENT_LINE.sub("", text) for text in texts)


QUIZ_CODE = static("elements.js", "keys.js", "face.js", "outbox.js", "quiz.js")
"""The module that draws quizzes; it exports ``renderQuiz``, ``isRight`` and ``points``."""


class FrontEnd(anywidget.AnyWidget):
    """Holds the quiz's code, its style and the drawing of the face. Draws nothing itself."""

    _esm = static("unpack.js", "import_text.js", "loader.js")

    code = traitlets.Unicode(pack(QUIZ_CODE)).tag(sync=True)
    style = traitlets.Unicode(pack(static("exhibit.css", "face.css", "quiz.css"))).tag(sync=True)
    drawing = traitlets.Unicode().tag(sync=True)


class SharedFrontEnd(anywidget.AnyWidget):
    """Holds the code and the style of one kind of exhibit. Draws nothing itself.

    The code exports ``render({model, el, spec})``, which may return how to stop.
    """

    _esm = static("unpack.js", "import_text.js", "shared_loader.js")

    code = traitlets.Unicode().tag(sync=True)
    style = traitlets.Unicode().tag(sync=True)


class SharedWidget(anywidget.AnyWidget):
    """A live exhibit that works without a kernel; ``spec`` is all that its front end needs."""

    _esm = """
    export default {
      async render(view) {
        const { exports } = await view.host.getWidget(view.model.get("front_end"));
        return exports.render(view);
      },
    };
    """

    spec = traitlets.Unicode().tag(sync=True)
    front_end = anywidget.WidgetTrait().tag(sync=True)

    def __init__(self, shared: SharedFrontEnd, spec: dict):
        packed = pack(json.dumps(spec, ensure_ascii=False, separators=(",", ":")))
        super().__init__(spec=packed, front_end=shared, layout=shared.layout)


@cache
def shared_front_end(scripts: tuple[str, ...], styles: tuple[str, ...]) -> SharedFrontEnd:
    """The one front end of this kernel made of these files of ``exhibits/static/``."""
    return SharedFrontEnd(code=pack(static(*scripts)), style=pack(static(*styles)))


@cache
def front_end() -> FrontEnd:
    """The one front end of this kernel."""
    from liptwitch.exhibits import face

    return FrontEnd(drawing=pack(json.dumps(face.drawing(), separators=(",", ":"))))
