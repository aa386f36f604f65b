"""The muscles that move the lips, where they meet, and the nerve branches that drive them."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from liptwitch.content.record import Confidence, Record, Slug, Text, twice


class Group(StrEnum):
    """What a muscle does to the mouth, by the way it runs."""

    RING = "ring"
    LIFT = "lift"
    SIDE = "side"
    LOWER = "lower"
    NECK = "neck"
    UPPER_FACE = "upper-face"

    @property
    def words(self) -> str:
        """The group as a reader sees it."""
        return _GROUP_WORDS[self]


_GROUP_WORDS = {
    Group.RING: "the ring round the mouth",
    Group.LIFT: "lifters of lip and corner",
    Group.SIDE: "muscles that pull sideways or press the cheek",
    Group.LOWER: "lowerers of lip and corner, and the chin",
    Group.NECK: "the sheet over the neck",
    Group.UPPER_FACE: "upper face",
}


class BranchId(StrEnum):
    """The five branches of the facial nerve in the face, from the top down."""

    TEMPORAL = "temporal"
    ZYGOMATIC = "zygomatic"
    BUCCAL = "buccal"
    MARGINAL_MANDIBULAR = "marginal-mandibular"
    CERVICAL = "cervical"


Share = Annotated[float, Field(ge=-1, le=1)]
"""A pull as a share of the largest that is drawn; negative the other way."""


class Moves(Record):
    """What a muscle's contraction does to the face, each from -1 to 1; 0 is nothing.

    Up, down, out and in are those of the patient's own face; ``press``: lips or cheek pressed to
    the teeth; ``purse``: lips drawn together and forward; ``neck``: skin of the neck drawn up.
    """

    corner_out: Share = 0.0
    corner_up: Share = 0.0
    upper_lip_up: Share = 0.0
    lower_lip_down: Share = 0.0
    lower_lip_out: Share = 0.0
    purse: Share = 0.0
    press: Share = 0.0
    cheek_in: Share = 0.0
    chin_up: Share = 0.0
    brow_up: Share = 0.0
    eye_close: Share = 0.0
    nose_wing_up: Share = 0.0
    neck: Share = 0.0

    @model_validator(mode="after")
    def _something_moves(self) -> Self:
        if not any(self.model_dump().values()):
            raise ValueError("every move is 0; say what the muscle moves")
        return self


class Part(Record):
    """A part of a muscle that has a name and a task of its own."""

    name: Text
    says: Text


class Muscle(Record):
    """One muscle. ``origin`` and ``insertion`` in words; the regions are those of the drawing.

    ``twitch``: what one sees when it twitches. ``varies``: how it differs between people or books.
    """

    id: Slug
    name: Text
    plain: Text
    group: Group
    origin: Text
    insertion: Text
    origin_region: Slug
    insertion_region: Slug
    action: Text
    branch: Annotated[tuple[BranchId, ...], Field(min_length=1)]
    twitch: Text
    parts: Annotated[tuple[Part, ...], Field(alias="part")] = ()
    moves: Moves
    varies: Text | None = None
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
    doubt: Text | None = None

    @model_validator(mode="after")
    def _branches_differ(self) -> Self:
        if doubled := twice(list(self.branch)):
            raise ValueError(f"the branch “{doubled[0]}” stands twice; take one out")
        return self


class Landmark(Record):
    """A place that is no muscle; ``muscles``: those that meet there."""

    id: Slug
    name: Text
    plain: Text
    says: Text
    muscles: tuple[Slug, ...] = ()
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence


class Branch(Record):
    """One of the five branches: how it runs, which muscles it drives, what its loss does."""

    id: BranchId
    name: Text
    runs: Text
    drives: Annotated[tuple[Slug, ...], Field(min_length=1)]
    cut: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
