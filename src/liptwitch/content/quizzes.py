"""Quizzes and their items, of six kinds."""

from enum import StrEnum
from string import ascii_lowercase
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StrictFloat, model_validator

from liptwitch.content.lessons import LessonId
from liptwitch.content.misconceptions import Code
from liptwitch.content.record import Record, Slug, Text, twice
from liptwitch.content.regions import Picture


class Role(StrEnum):
    """What a quiz is for. Lesson quiz and pre-test also ask how sure the learner is."""

    DEMONSTRATION = "demonstration"
    PRE_QUESTIONS = "pre-questions"
    PRACTICE = "practice"
    LESSON_QUIZ = "lesson-quiz"
    PRE_TEST = "pre-test"


class Quiz(Record):
    """A group of items that stands together on a page."""

    id: Slug
    lesson: LessonId
    title: Text
    role: Role

    @property
    def asks_certainty(self) -> bool:
        """Whether each answer is given with low, middle or high certainty."""
        return self.role in (Role.LESSON_QUIZ, Role.PRE_TEST)


class Bloom(StrEnum):
    """What an item asks of the mind, after Bloom's taxonomy."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"


class Option(Record):
    """One option, right or wrong, with its own explanation."""

    text: Text
    correct: StrictBool
    feedback: Text
    misconception: Code | None = None


class Pair(Record):
    """A left side and the right side that belongs to it, and why."""

    left: Text
    right: Text
    feedback: Text


class Decoy(Record):
    """A right side that belongs to no left side, and why."""

    right: Text
    feedback: Text


class Step(Record):
    """One step of an order, and why it stands where it does."""

    text: Text
    feedback: Text


class Slip(Record):
    """A foreseeable wrong number, and what leads to it."""

    value: StrictFloat
    tolerance: Annotated[StrictFloat, Field(ge=0)]
    feedback: Text


class _Item(Record):
    """What all kinds of item share."""

    id: Slug
    quiz: Slug
    objective: Slug
    bloom: Bloom
    clip: Slug | None = None
    stem: Text
    take_home: Text
    references: tuple[Slug, ...] = ()


class SingleItem(_Item):
    """One best answer of three or four. A response is its letter: ``"b"``."""

    kind: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(alias="option", min_length=3, max_length=4)]

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        right = sum(option.correct for option in self.options)
        if right != 1:
            raise ValueError(f"one option must have correct = true; {right} have")
        _must_differ("option", [option.text for option in self.options])
        return self

    @property
    def key(self) -> str:
        """The letter of the right option."""
        return _right_letters(self.options)[0]


class SeveralItem(_Item):
    """Several right answers. A response is the sorted list of letters: ``["a", "c"]``."""

    kind: Literal["several"]
    options: Annotated[tuple[Option, ...], Field(alias="option", min_length=3, max_length=5)]

    @model_validator(mode="after")
    def _some_keys(self) -> Self:
        right = sum(option.correct for option in self.options)
        if not 0 < right < len(self.options):
            raise ValueError(
                "some options must have correct = true and some correct = false; "
                f"{right} of {len(self.options)} have correct = true"
            )
        _must_differ("option", [option.text for option in self.options])
        return self

    @property
    def key(self) -> list[str]:
        """The letters of the right options."""
        return _right_letters(self.options)


class MatchItem(_Item):
    """Pairs to be joined. A response maps left letters to right letters: ``{"a": "b", …}``.

    The right side of pair *a* has the letter *a* too; decoys take the letters that follow.
    """

    kind: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(alias="pair", min_length=3, max_length=6)]
    decoys: Annotated[tuple[Decoy, ...], Field(alias="decoy", max_length=2)] = ()

    @model_validator(mode="after")
    def _sides_differ(self) -> Self:
        _must_differ("left side", [pair.left for pair in self.pairs])
        _must_differ("right side", [one.right for one in (*self.pairs, *self.decoys)])
        return self

    @property
    def key(self) -> dict[str, str]:
        """Each left letter with the letter of its right side."""
        return {letter: letter for letter in letters(self.pairs)}


class OrderItem(_Item):
    """Steps to be put in order. A response is the list of letters: ``["b", "a", "c"]``."""

    kind: Literal["order"]
    steps: Annotated[tuple[Step, ...], Field(alias="step", min_length=3, max_length=6)]

    @model_validator(mode="after")
    def _steps_differ(self) -> Self:
        _must_differ("step", [step.text for step in self.steps])
        return self

    @property
    def key(self) -> list[str]:
        """The letters in the right order."""
        return letters(self.steps)


class NumberItem(_Item):
    """A number with a unit. A response is the number: ``5.0``.

    ``tolerance`` is the distance from ``answer`` up to which a response is right, inclusive.
    """

    kind: Literal["number"]
    answer: StrictFloat
    tolerance: Annotated[StrictFloat, Field(ge=0)]
    unit: Text
    right: Text
    too_low: Text
    too_high: Text
    slips: Annotated[tuple[Slip, ...], Field(alias="slip")] = ()

    @model_validator(mode="after")
    def _slips_are_wrong(self) -> Self:
        for slip in self.slips:
            if abs(slip.value - self.answer) <= self.tolerance + slip.tolerance:
                raise ValueError(
                    f"the slip {slip.value:g} overlaps the right answer {self.answer:g}; "
                    "a slip with its tolerance must lie outside what counts as right"
                )
        return self

    @property
    def key(self) -> float:
        """The right number."""
        return self.answer


class Elsewhere(Record):
    """A region that learners are likely to point at wrongly, and what that suggests."""

    region: Slug
    feedback: Text
    misconception: Code | None = None


class PointItem(_Item):
    """A picture to point at. A response is the id of a region: ``"zygomaticus-major"``.

    ``answer``: every region that counts as right. ``wrong``: what is said of a region that has no
    words of its own. ``offer``: the regions to choose from, all of the picture where it is empty.
    ``by``: whether the list beside the picture names the regions or says where they lie; a stem
    that names the answer needs the second. ``sides``: left and right are two regions, with
    ``left-`` or ``right-`` before the id; they are the patient's.
    """

    kind: Literal["point"]
    picture: Picture
    answer: Annotated[tuple[Slug, ...], Field(min_length=1)]
    right: Text
    wrong: Text
    elsewhere: Annotated[tuple[Elsewhere, ...], Field(alias="region", min_length=1)]
    offer: tuple[Slug, ...] = ()
    by: Literal["name", "place"] = "name"
    sides: bool = False

    @model_validator(mode="after")
    def _regions_fit(self) -> Self:
        named = [one.region for one in self.elsewhere]
        for what, ids in (("answer", self.answer), ("offer", self.offer), ("region", named)):
            _must_differ(what, list(ids))
        for one in named:
            if one in self.answer:
                raise ValueError(f"“{one}” is an answer and has words as a wrong region; take one")
        for one in (*self.answer, *named) if self.offer else ():
            if one not in self.offer:
                raise ValueError(f"“{one}” is not among those in offer; add it there")
        if 0 < len(self.offer) < 3:
            raise ValueError(f"offer needs three regions or more, and has {len(self.offer)}")
        return self

    @property
    def key(self) -> list[str]:
        """The ids of all right regions."""
        return list(self.answer)


Item = SingleItem | SeveralItem | MatchItem | OrderItem | NumberItem | PointItem
"""An item of any kind."""

KINDS: dict[str, type[_Item]] = {
    "single": SingleItem,
    "several": SeveralItem,
    "match": MatchItem,
    "order": OrderItem,
    "number": NumberItem,
    "point": PointItem,
}
"""The kinds of item by their name in the files."""


def letters(things: tuple) -> list[str]:
    """The letters of options, pairs or steps, in author order: a, b, c …"""
    return list(ascii_lowercase[: len(things)])


def _must_differ(what: str, texts: list[str]) -> None:
    # Two that read alike cannot be told apart by the learner, and only one would count as right.
    for text in twice(texts):
        raise ValueError(f"the {what} “{text}” stands twice; change one of them")


def _right_letters(options: tuple[Option, ...]) -> list[str]:
    return [
        letter for letter, option in zip(letters(options), options, strict=True) if option.correct
    ]
