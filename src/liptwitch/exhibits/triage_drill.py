"""The triage drill: a dozen stories, one level for each, and how safe the learner was."""

from random import Random
from typing import ClassVar

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.errors import NotInCourse
from liptwitch.content.urgency import Urgency
from liptwitch.content.vignettes import Vignette
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.front_end import SharedWidget, shared_front_end
from liptwitch.exhibits.triage_words import level_told
from liptwitch.learning.recorder import Recorder
from liptwitch.science.triage_report import Result

SCRIPTS = (
    "elements.js",
    "keys.js",
    "controls.js",
    "forms.js",
    "outbox.js",
    "triage_marks.js",
    "triage_drill.js",
)
STYLES = ("exhibit.css", "quiz.css", "triage.css")

NOTE = (
    "The people in these made-up stories ask how fast they need help. Decide for each. "
    "It is no place for your own story, and no clinician has reviewed the answers."
)
"""What the drill is, and what it is not."""

_ORDER = 10
"""The seed of the order: by their levels the stories would give themselves away."""


class TriageDrill(Exhibit):
    """All stories that are marked for the drill, in an order that tells nothing.

    Raises :class:`NotInCourse` where no story is marked.
    """

    keeps_live_view: ClassVar[bool] = True

    def __init__(self, course: Course):
        self.course = course
        self.stories = [one for one in course.vignettes.values() if one.drill]
        if not self.stories:
            raise NotInCourse("story for the drill", "", [])
        Random(_ORDER).shuffle(self.stories)

    def page(self) -> str:
        """The stories with a fold for each level, open to what holds of it."""
        return render("triage_drill.html", **self.spec())

    def words(self) -> str:
        """The stories, then the level that each calls for, and why."""
        return render("triage_drill.txt", **self.spec())

    def make_widget(self) -> "TriageDrillWidget":
        """The drill that answers in the page, and records what was decided."""
        return TriageDrillWidget(Recorder(self.course), self.spec())

    def spec(self) -> dict:
        """All that page and front end need: levels, stories, and what is said of each level."""
        return {
            "note": NOTE,
            "levels": [level_told(self.course, level) for level in Urgency],
            "stories": [self._told(one) for one in self.stories],
        }

    def _told(self, story: Vignette) -> dict:
        return {
            "id": story.id,
            "story": story.story,
            "level": story.level.value,
            "range": [level.value for level in Urgency if level in story.acceptable],
            "verdicts": {level.value: verdict(story, level) for level in Urgency},
            "says": story.says or "",
            "why": story.why,
            "basis": story.basis.words,
            "sources": sources_of(self.course, story.references),
        }


class TriageDrillWidget(SharedWidget):
    """The live drill. It tells the recorder what was decided and passes its reply on."""

    def __init__(self, recorder: Recorder, spec: dict):
        super().__init__(shared_front_end(SCRIPTS, STYLES), spec)
        self._recorder = recorder
        self._stories = [story["id"] for story in spec["stories"]]
        self.on_msg(self._answer)

    def _answer(self, _widget: object, message: dict, _buffers: object) -> None:
        if message.get("type") == "hello":
            self.send({"type": "ready", "history": self._recorder.history(self._stories)})
        if message.get("type") == "answer":
            self.send({"type": "answer", **self._recorder.record(message)})


def verdict(story: Vignette, level: Urgency) -> str:
    """What holds of a level for a story, in a sentence with its sign."""
    result = Result(story, level)
    if result.off == 0:
        return "✓ That is the level that this story calls for."
    if result.off_range == 0:
        return f"≈ A careful doctor could defend that. The story calls for: {story.level.words}."
    if result.off_range < 0:
        return f"✗ Too slow (under-triage). The story calls for: {story.level.words}."
    return f"△ Faster than needed (over-triage). The story calls for: {story.level.words}."
