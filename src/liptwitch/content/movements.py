"""Movements of the lip: the settings that draw one, what they rest on, and what defines it."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StrictFloat, model_validator

from liptwitch.content.record import Record, Slug, Sourced, Text, twice


class Rhythm(StrEnum):
    """How contractions follow one another in time."""

    REGULAR = "regular"
    IRREGULAR = "irregular"
    BOUTS = "bouts"
    WAVES = "waves"
    HELD = "held"


class When(StrEnum):
    """In which state of the lips the movement shows."""

    REST = "rest"
    ACTION = "action"
    BOTH = "both"


class Suppressible(StrEnum):
    """What makes the movement stop."""

    NO = "no"
    BRIEFLY = "briefly"
    WHEN_DISTRACTED = "when-distracted"


class Spread(StrEnum):
    """What takes part in the movement."""

    SPOT = "spot"
    CORNER = "corner"
    ONE_SIDE = "one-side"
    LOWER_HALF = "lower-half"
    LIPS = "lips"
    LIPS_AND_JAW = "lips-and-jaw"
    PATCH = "patch"
    CHIN = "chin"


class Settings(Record):
    """The eight settings of the movement lab; they determine a trace.

    ``rate_hz``: contractions a second (their mean where they are not regular).
    ``burst_ms``: how long the muscle is driven in one contraction, in milliseconds.
    ``inside_hz``: motor-unit discharges a second inside a contraction.
    ``size``: share of the largest movement drawn, 0 to 1.
    """

    rhythm: Rhythm
    rate_hz: Annotated[StrictFloat, Field(ge=0.05, le=12)]
    burst_ms: Annotated[StrictFloat, Field(ge=5, le=8000)]
    inside_hz: Annotated[StrictFloat, Field(ge=2, le=400)]
    size: Annotated[StrictFloat, Field(ge=0.05, le=1)]
    when: When
    suppressible: Suppressible
    spread: Spread


SettingName = Literal[
    "rhythm", "rate_hz", "burst_ms", "inside_hz", "size", "when", "suppressible", "spread"
]


class Basis(Sourced):
    """What one setting rests on."""

    setting: SettingName


class Criterion(Record):
    """What a setting must be for the movement to deserve its name, and why."""

    setting: SettingName
    one_of: tuple[Text, ...] = ()
    lowest: StrictFloat | None = None
    highest: StrictFloat | None = None
    because: Text

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        has_range = self.lowest is not None or self.highest is not None
        if bool(self.one_of) == has_range:
            raise ValueError("give either one_of, or lowest and highest (or one of the two)")
        if None not in (self.lowest, self.highest) and self.lowest > self.highest:
            raise ValueError(f"lowest = {self.lowest:g} is more than highest = {self.highest:g}")
        return self


class Movement(Record):
    """One movement: how it is drawn, how it looks, and what only a question can tell."""

    id: Slug
    name: Text
    term: Slug
    plain: Text
    looks: Text
    ask: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    settings: Settings
    basis: tuple[Basis, ...]
    criteria: Annotated[tuple[Criterion, ...], Field(alias="criterion", min_length=1)]

    @model_validator(mode="after")
    def _one_basis_a_setting(self) -> Self:
        named = [basis.setting for basis in self.basis]
        if absent := [name for name in Settings.model_fields if name not in named]:
            raise ValueError(f"add a [[movement.basis]] for each of: {', '.join(absent)}")
        if doubled := twice(named):
            raise ValueError(f"only one basis for each setting; twice there is: {doubled[0]}")
        return self
