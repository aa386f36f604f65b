"""The live face of a lab: its front end asks Python, and Python answers."""

from typing import ClassVar, Protocol

import anywidget
import traitlets
from pydantic import ValidationError

LAB_SCRIPTS = (
    "elements.js",
    "keys.js",
    "controls.js",
    "lab_controls.js",
    "folded_table.js",
    "asking.js",
    "speaker.js",
)
"""What the front end of every lab is built of, from ``exhibits/static/``."""


class Answers(Protocol):
    """A lab that answers its front end."""

    def answer(self, asked: dict) -> dict:
        """What the front end shows for what it asks. A request that makes no sense says why."""


class LabWidget(anywidget.AnyWidget):
    """The front end asks by setting ``asked``; what it shows then is in ``shown``.

    ``lab`` answers. ``asked`` is the first question, and ``choices`` all that the front end can
    offer. ``more``: what else the front end needs, where the lab has traits of its own.
    """

    own: ClassVar[tuple[str, ...]] = ()
    """What in ``asked`` is the front end's own affair, and is kept from the lab."""

    # As JSON text, packed or not: a notebook's file sorts the keys of an object, and with them the
    # controls.
    choices = traitlets.Unicode().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, lab: Answers, choices: str, asked: dict, **more: object):
        self._lab = lab
        super().__init__(choices=choices, asked=asked, shown=self._answer(asked), **more)

    @traitlets.observe("asked")
    def _on_asked(self, change: dict) -> None:
        self.shown = self._answer(change["new"])

    def _answer(self, asked: dict) -> dict:
        return self._lab.answer({key: value for key, value in asked.items() if key not in self.own})


def wrong_fields(error: ValidationError) -> str:
    """The fields of a request that make no sense, for the sentence that says so."""
    return ", ".join(".".join(map(str, one["loc"])) for one in error.errors())
