"""The quiz: items of six kinds that answer by themselves, with or without a kernel."""

import json
from typing import ClassVar

import anywidget
import traitlets
from markupsafe import Markup

from liptwitch.content.citing import shown
from liptwitch.content.course import Course
from liptwitch.content.movements import Movement, When
from liptwitch.content.quizzes import (
    Item,
    MatchItem,
    NumberItem,
    OrderItem,
    PointItem,
    Quiz,
    letters,
)
from liptwitch.content.regions import Picture, regions
from liptwitch.exhibits.anatomy import drawings
from liptwitch.exhibits.base import Exhibit, picture, render
from liptwitch.exhibits.front_end import (
    FrontEnd,
    front_end,
    front_end_with_anatomy,
    front_end_with_clips,
)
from liptwitch.exhibits.packing import pack
from liptwitch.learning.recorder import Recorder
from liptwitch.science.movement import FRAME_HZ, describe, trace

FACE_AND_WIRE = "face_and_wire"
"""The exhibit whose page shows the face and the path."""

CLIP_SECONDS = 6
"""How long a clip is before it starts again."""

CLIP_EVERY = 2
"""A clip keeps every second frame: small in the saved notebook, smooth enough to the eye."""


class QuizExhibit(Exhibit):
    """All items of one quiz, in author order; the live face shuffles their options."""

    keeps_live_view: ClassVar[bool] = True

    def __init__(self, course: Course, quiz_id: str):
        self.course = course
        self.quiz: Quiz = course.quiz(quiz_id)
        self.items = [item_for_page(course, item) for item in course.items_of(quiz_id)]
        self.pictures = sorted({item["picture"] for item in self.items if "picture" in item})

    def page(self) -> str:
        """The items with a fold for each option, open to its explanation."""
        drawn = {one: self._drawn(one) for one in self.pictures}
        return render("quiz.html", quiz=self.quiz, items=self.items, pictures=drawn)

    def _drawn(self, asked: Picture) -> str:
        """The picture to point at; nothing where the page of the lesson has it already."""
        lesson = self.course.prose.get(self.quiz.lesson, "")
        if asked != "feeling" and any(one == FACE_AND_WIRE for one, _ in shown(lesson)):
            return ""
        return Markup(picture(drawings.still(self.course, asked), drawings.alt(asked), 420))

    def words(self) -> str:
        """The items, then the answers with their explanations."""
        return render("quiz.txt", quiz=self.quiz, items=self.items)

    def make_widget(self) -> "QuizWidget":
        """The quiz that answers in the page and records what was answered."""
        spec = {
            "id": self.quiz.id,
            "title": self.quiz.title,
            "asks_certainty": self.quiz.asks_certainty,
            "items": self.items,
        }
        if any(item["clip"] for item in self.items):
            front_end_with_clips()
        if self.pictures:
            front_end_with_anatomy(self.course)
        return QuizWidget(Recorder(self.course), spec, front_end())


class QuizWidget(anywidget.AnyWidget):
    """The live quiz. It tells the recorder what was answered and passes its reply on."""

    _esm = """
    export default {
      async render(view) {
        const { exports } = await view.host.getWidget(view.model.get("front_end"));
        return exports.renderQuiz(view);
      },
    };
    """

    quiz = traitlets.Unicode().tag(sync=True)
    front_end = anywidget.WidgetTrait().tag(sync=True)

    def __init__(self, recorder: Recorder, spec: dict, shared: FrontEnd):
        packed = pack(json.dumps(spec, ensure_ascii=False))
        super().__init__(quiz=packed, front_end=shared, layout=shared.layout)
        self._recorder = recorder
        self._items = [item["id"] for item in spec["items"]]
        self.on_msg(self._answer)

    def _answer(self, _widget: object, message: dict, _buffers: object) -> None:
        if message.get("type") == "hello":
            history = self._recorder.history(self._items)
            self.send({"type": "ready", "history": history})
        if message.get("type") == "answer":
            self.send({"type": "answer", **self._recorder.record(message)})


def item_for_page(course: Course, item: Item) -> dict:
    """An item as plain data, with what its page needs: key, letters, objective, sources, clip."""
    return {
        "id": item.id,
        "kind": item.kind,
        "stem": item.stem,
        "key": item.key,
        "take_home": item.take_home,
        "objective": _objective(course, item),
        "sources": [course.references[one].label for one in item.references],
        "clip": clip(course.movement(item.clip)) if item.clip else None,
        **_parts(course, item),
    }


def clip(movement: Movement) -> dict:
    """A few seconds of a movement: displacement of each region in hundredths, and words.

    ``pose``: what the person does on purpose meanwhile, as shares by region of the face.
    """
    in_action = movement.settings.when == When.ACTION
    task = "action" if in_action else "rest"
    moving = trace(movement.settings, task, CLIP_SECONDS)
    return {
        "seconds": CLIP_SECONDS,
        "rate": FRAME_HZ / CLIP_EVERY,
        "pose": {"purse": 1.0} if in_action else {},
        "channels": {
            region: [round(100 * amount) for amount in amounts[::CLIP_EVERY]]
            for region, amounts in moving.channels.items()
        },
        "words": describe(movement.settings, task),
    }


def _objective(course: Course, item: Item) -> str:
    texts = {one.id: one.text for lesson in course.lessons.values() for one in lesson.objectives}
    return texts[item.objective]


def _parts(course: Course, item: Item) -> dict:
    match item:
        case MatchItem():
            every = letters((*item.pairs, *item.decoys))
            return {
                "pairs": _lettered(item.pairs, letters(item.pairs)),
                "decoys": _lettered(item.decoys, every[len(item.pairs) :]),
            }
        case OrderItem():
            return {"steps": _lettered(item.steps, letters(item.steps))}
        case NumberItem():
            return item.model_dump(
                mode="json", include={"tolerance", "unit", "right", "too_low", "too_high", "slips"}
            )
        case PointItem():
            return _pointing(course, item)
        case _:
            return {"options": _lettered(item.options, letters(item.options))}


def _pointing(course: Course, item: PointItem) -> dict:
    """The picture's name and the regions to choose from, each with what is said of it."""
    known = regions(course, item.picture, item.sides)
    said = {one.region: one.feedback for one in item.elsewhere}
    return {
        "picture": item.picture,
        "sides": item.sides,
        "regions": [
            {
                "id": one,
                "text": getattr(known[one], item.by),
                "name": known[one].name,
                "correct": one in item.answer,
                "feedback": item.right if one in item.answer else said.get(one, item.wrong),
            }
            for one in item.offer or known
        ],
    }


def _lettered(parts: tuple, ids: list[str]) -> list[dict]:
    return [
        {"id": letter, **part.model_dump(mode="json", exclude={"misconception"})}
        for letter, part in zip(ids, parts, strict=True)
    ]
