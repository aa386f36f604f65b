"""The muscles that move the lips, where they meet, and the nerve branches that drive them."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from liptwitch.content.path import Motion
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


class Place(StrEnum):
    """A place in the face where a muscle may begin or end; the drawing has an area for each."""

    MODIOLUS = "modiolus"
    UPPER_LIP = "upper-lip"
    LOWER_LIP = "lower-lip"
    LIP_RING = "lip-ring"
    INFRAORBITAL_RIM = "infraorbital-rim"
    CANINE_FOSSA = "canine-fossa"
    FRONTAL_PROCESS = "frontal-process"
    NOSE_WING = "nose-wing"
    CHEEKBONE = "cheekbone"
    PAROTID_FASCIA = "parotid-fascia"
    JAW_ANGLE_RAPHE = "jaw-angle-raphe"
    JAW_OBLIQUE_LINE = "jaw-oblique-line"
    CHIN_SIDE = "chin-side"
    INCISIVE_FOSSA = "incisive-fossa"
    CHIN_SKIN = "chin-skin"
    CHEST_COLLARBONE = "chest-collarbone"
    JAW_LINE = "jaw-line"
    SCALP_APONEUROSIS = "scalp-aponeurosis"
    BROW_SKIN = "brow-skin"
    INNER_EYE_CORNER = "inner-eye-corner"
    EYE_RING = "eye-ring"

    @property
    def words(self) -> str:
        """The place in plain words."""
        return _PLACE_WORDS[self]


_PLACE_WORDS = {
    Place.MODIOLUS: "the corner of the mouth",
    Place.UPPER_LIP: "the upper lip",
    Place.LOWER_LIP: "the lower lip",
    Place.LIP_RING: "the ring round the lips",
    Place.INFRAORBITAL_RIM: "the rim below the eye",
    Place.CANINE_FOSSA: "the upper jaw above the eye tooth",
    Place.FRONTAL_PROCESS: "high on the side of the nose",
    Place.NOSE_WING: "the wing of the nose",
    Place.CHEEKBONE: "the cheekbone",
    Place.PAROTID_FASCIA: "the cheek before the ear",
    Place.JAW_ANGLE_RAPHE: "deep behind the last teeth",
    Place.JAW_OBLIQUE_LINE: "the side of the lower jaw",
    Place.CHIN_SIDE: "the lower jaw beside the chin",
    Place.INCISIVE_FOSSA: "the lower jaw below the front teeth",
    Place.CHIN_SKIN: "the skin of the chin",
    Place.CHEST_COLLARBONE: "the chest and collarbone",
    Place.JAW_LINE: "the line of the lower jaw",
    Place.SCALP_APONEUROSIS: "the sheet under the scalp",
    Place.BROW_SKIN: "the eyebrow",
    Place.INNER_EYE_CORNER: "the inner corner of the eye",
    Place.EYE_RING: "the ring round the eye",
}


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
    origin_region: Place
    insertion_region: Place
    action: Text
    branch: Annotated[tuple[BranchId, ...], Field(min_length=1)]
    twitch: Text
    parts: Annotated[tuple[Part, ...], Field(alias="part")] = ()
    moves: Moves
    varies: Text | None = None
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
    doubt: Text | None = None

    @property
    def run(self) -> str:
        """From where to where it runs, in plain words."""
        if self.origin_region is self.insertion_region:
            return self.origin_region.words
        return f"from {self.origin_region.words} to {self.insertion_region.words}"

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


class BranchFindings(Record):
    """What the cut of a branch does to the parts of the face that muscles move."""

    forehead: Motion
    eye: Motion
    mouth: Motion
    emotional_smile: Motion


class Branch(Record):
    """One of the five branches: how it runs, which muscles it drives, what its loss does."""

    id: BranchId
    name: Text
    runs: Text
    drives: Annotated[tuple[Slug, ...], Field(min_length=1)]
    cut: Text
    findings: BranchFindings
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
