"""The stations from motor cortex to lip, what a fault there does, and the areas that feel."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from liptwitch.content.causes import Site
from liptwitch.content.record import Confidence, Record, Slug, Text

ALL = "all"
"""In place of a list of muscles: every one that the course describes."""


class FaultSide(StrEnum):
    """On which side of the face a fault shows, seen from the side of the fault."""

    SAME = "same"
    OPPOSITE = "opposite"
    BOTH = "both"
    NONE = "none"


class Motion(StrEnum):
    """What a part of the face does that muscles move."""

    NORMAL = "normal"
    MAY_BE_WEAK = "may-be-weak"
    WEAK = "weak"
    LOST = "lost"
    MAY_TWITCH = "may-twitch"
    TWITCHES = "twitches"
    VARIES = "varies"
    NOT_KNOWN = "not-known"


class Taste(StrEnum):
    """Taste on the front of the tongue, on the side of the fault."""

    NORMAL = "normal"
    LOST = "lost"
    VARIES = "varies"
    NOT_KNOWN = "not-known"


class Tears(StrEnum):
    """Tears of the eye on the side of the fault."""

    NORMAL = "normal"
    LESS = "less"
    VARIES = "varies"
    NOT_KNOWN = "not-known"


class Hearing(StrEnum):
    """Hearing on the side of the fault."""

    NORMAL = "normal"
    TOO_LOUD = "too-loud"
    VARIES = "varies"
    NOT_KNOWN = "not-known"


class Feeling(StrEnum):
    """Feeling of the skin of the face."""

    NORMAL = "normal"
    LOST = "lost"
    PAIN = "pain"
    VARIES = "varies"
    NOT_KNOWN = "not-known"


class Outcome(Record):
    """What a cut or an irritation at a station does to the face, and what it leaves alone.

    ``side``: where the muscles show it. ``muscles``: ids of those that weaken or twitch, or
    :data:`ALL`; empty where none does or where it depends on the branch that is hit.
    """

    side: FaultSide
    forehead: Motion
    eye: Motion
    mouth: Motion
    emotional_smile: Motion
    taste: Taste
    tears: Tears
    hearing: Hearing
    feeling: Feeling
    muscles: tuple[Slug, ...] = ()
    says: Text
    spared: tuple[Text, ...] = ()
    signs: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _sides_and_muscles_agree(self) -> Self:
        if ALL in self.muscles and len(self.muscles) > 1:
            raise ValueError(f"names single muscles beside “{ALL}”; keep one of the two")
        if self.muscles and self.side is FaultSide.NONE:
            raise ValueError("names muscles, and side is “none”; say on which side they show it")
        return self


class Station(Record):
    """One station. ``beside``: it lies beside the path and not on it.

    ``causes``: ids of causes that sit here.
    """

    id: Slug
    name: Text
    plain: Text
    site: Site
    beside: bool
    where: Text
    passes: tuple[Text, ...]
    cut: Outcome
    irritate: Outcome
    causes: tuple[Slug, ...] = ()
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
    doubt: Text | None = None


class Area(Record):
    """The skin of the face that one branch of the trigeminal nerve feels for."""

    id: Literal["v1", "v2", "v3"]
    name: Text
    plain: Text
    skin: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
