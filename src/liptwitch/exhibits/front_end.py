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


QUIZ_CODE = static(
    *("elements.js", "keys.js", "svg.js", "face.js", "anatomy.js", "outbox.js", "quiz.js")
)
"""The module that draws quizzes; it exports ``renderQuiz``, ``isRight`` and ``points``."""


class FrontEnd(anywidget.AnyWidget):
    """Holds the quiz's code, its style and, for clips, the drawing of the face. Draws nothing."""

    _esm = static("unpack.js", "import_text.js", "loader.js")

    code = traitlets.Unicode(pack(QUIZ_CODE)).tag(sync=True)
    style = traitlets.Unicode(
        pack(static("exhibit.css", "face.css", "anatomy.css", "quiz.css"))
    ).tag(sync=True)
    drawing = traitlets.Unicode().tag(sync=True)


class SharedFrontEnd(anywidget.AnyWidget):
    """Holds the code and the style of one kind of exhibit. Draws nothing itself.

    The code exports ``render({model, el, spec})``, which may return how to stop. ``common`` is what
    the specs of all its widgets have in common, packed JSON; a widget's own spec adds to it.
    """

    _esm = static("unpack.js", "import_text.js", "shared_loader.js")

    code = traitlets.Unicode().tag(sync=True)
    common = traitlets.Unicode().tag(sync=True)
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
        super().__init__(spec=pack(_json(spec)), front_end=shared, layout=shared.layout)


def shared_front_end(
    scripts: tuple[str, ...], styles: tuple[str, ...], common: dict | None = None
) -> SharedFrontEnd:
    """The one front end of this kernel made of these files of ``exhibits/static/``.

    ``common``: what the specs of all its widgets have in common.
    """
    return _made_of(scripts, styles, _json(common or {}))


@cache
def _made_of(scripts: tuple[str, ...], styles: tuple[str, ...], common: str) -> SharedFrontEnd:
    return SharedFrontEnd(
        code=pack(static(*scripts)), style=pack(static(*styles)), common=pack(common)
    )


def _json(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def front_end() -> FrontEnd:
    """The one front end of this kernel, without the drawing of the face."""
    return FrontEnd()


def front_end_with_face() -> FrontEnd:
    """The same front end, with the drawing: a page whose quizzes play no clip does without it."""
    shared = front_end()
    shared.drawing = _packed_face()
    return shared


@cache
def _packed_face() -> str:
    from liptwitch.exhibits import face

    return pack(json.dumps(face.drawing(), separators=(",", ":")))
