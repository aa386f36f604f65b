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

from liptwitch.content.course import Course
from liptwitch.exhibits.packing import pack

_STATIC = Path(__file__).parent / "static"
_COMMENT = re.compile(r"^\s*//.*\n|(?<=;) // .*$", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \n]+", re.MULTILINE)


def static(*names: str) -> str:
    """Files of ``exhibits/static/`` joined in the order given, without comments, empty lines
    and indents.

    None of the files has a text that runs over several lines, or one with “; // ” in it.
    """
    texts = ((_STATIC / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(_INDENTATION.sub("", _COMMENT.sub("", text)) for text in texts)


QUIZ_SCRIPTS = (
    "elements.js",
    "keys.js",
    "forms.js",
    "svg.js",
    "face.js",
    "outbox.js",
    "quiz.js",
)

QUIZ_CODE = static(*QUIZ_SCRIPTS)
"""The module that draws quizzes; it exports ``renderQuiz``, ``isRight`` and ``points``, and a
``kit`` for the other exhibits that draw the anatomy."""


class FrontEnd(anywidget.AnyWidget):
    """Holds the quiz's code and its style. Draws nothing itself.

    ``drawing``: the face on which movements are played. ``anatomy``: the drawings of
    :mod:`liptwitch.exhibits.anatomy`, and ``anatomy_code`` what draws them. All three only on a
    page that needs them.
    """

    _esm = static("unpack.js", "import_text.js", "loader.js")

    code = traitlets.Unicode(pack(QUIZ_CODE)).tag(sync=True)
    style = traitlets.Unicode(
        pack(static("exhibit.css", "face.css", "anatomy.css", "quiz.css"))
    ).tag(sync=True)
    drawing = traitlets.Unicode("").tag(sync=True)
    anatomy = traitlets.Unicode("").tag(sync=True)
    anatomy_code = traitlets.Unicode("").tag(sync=True)


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
    """The one front end of this kernel."""
    return FrontEnd()


def front_end_with_clips() -> FrontEnd:
    """The one front end of this kernel, with the face on which movements are played."""
    from liptwitch.exhibits import face

    shared = front_end()
    if not shared.drawing:
        shared.drawing = pack(json.dumps(face.drawing(), separators=(",", ":")))
    return shared


def front_end_with_anatomy(course: Course) -> FrontEnd:
    """The one front end of this kernel, with the drawings of the anatomy."""
    from liptwitch.exhibits.anatomy.drawings import moving

    shared = front_end()
    if not shared.anatomy:
        drawings = {one: moving(course, one) for one in ("face", "path")}
        shared.anatomy = pack(json.dumps(drawings, separators=(",", ":")))
        shared.anatomy_code = pack(static("svg.js", "anatomy.js"))
    return shared
