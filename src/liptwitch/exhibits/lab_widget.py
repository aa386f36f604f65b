"""A lab and its live face: the front end asks Python, and Python answers."""

from abc import abstractmethod
from typing import Any, ClassVar, Protocol

import anywidget
import traitlets
from pydantic import ValidationError

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.record import Record, Sourced
from liptwitch.exhibits.base import Exhibit
from liptwitch.exhibits.sureness import sureness

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


class Lab(Exhibit):
    """An exhibit with controls, which answers what its front end asks.

    ``asks``: the record of what can be asked, with its ``number``. ``cannot``: how the sentence
    begins that names what in a request makes no sense.
    """

    asks: ClassVar[type[Record]]
    cannot: ClassVar[str]
    course: Course

    @abstractmethod
    def told(self, request: Any) -> dict:
        """What the front end shows for a request that makes sense."""

    def beyond(self, request: Any) -> str:
        """What in a well-formed request no control reaches, or nothing."""
        return ""

    def answer(self, asked: dict) -> dict:
        """What the front end shows for what it asks. A request that makes no sense says why."""
        try:
            request = self.asks.model_validate(asked)
            wrong = self.beyond(request)
        except ValidationError as error:
            wrong = ", ".join(".".join(map(str, one["loc"])) for one in error.errors())
        if wrong:
            return {"number": asked.get("number", 0), "problem": f"{self.cannot}: {wrong}."}
        return {"number": request.number, **self.told(request)}

    def row(self, said: Sourced) -> dict:
        """Something that is said, with its sources and how sure it is, as a table shows it."""
        return {
            "name": said.name,
            "says": said.says,
            "sources": sources_of(self.course, said.references),
            "sure": sureness(said),
        }


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
