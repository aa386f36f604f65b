"""The nerve lab: its dials, how calcium moves the gates, starting points, challenges, limits."""

from dataclasses import dataclass, field
from typing import Annotated, Literal, Self

from pydantic import Field, StrictFloat, model_validator

from liptwitch.content.record import Record, Slug, Sourced, Text

DialName = Literal["calcium", "potassium", "push"]
"""What can be set. Each has its dial."""

Outcome = Literal["quiet", "answers", "fires", "blocked"]
"""What can come of it: see :mod:`liptwitch.science.excitability`."""


class Dial(Sourced):
    """One slider: its range, and the range in which healthy people are, with its source.

    ``usual_low``, ``usual_high``: the reference range, where there is one. ``other_unit``: the
    unit that other laboratories print, ``other_factor`` times the number.
    """

    id: DialName
    name: Text
    plain: Text
    unit: Text
    low: StrictFloat
    high: StrictFloat
    step: Annotated[StrictFloat, Field(gt=0)]
    opening: StrictFloat
    usual_low: StrictFloat | None = None
    usual_high: StrictFloat | None = None
    other_unit: Text | None = None
    other_factor: Annotated[StrictFloat, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _ranges_fit(self) -> Self:
        if (self.usual_low is None) != (self.usual_high is None):
            raise ValueError("give both usual_low and usual_high, or neither")
        if (self.other_unit is None) != (self.other_factor is None):
            raise ValueError("give both other_unit and other_factor, or neither")
        inside = [self.opening, self.usual_low, self.usual_high]
        if not all(self.holds(value) for value in inside if value is not None):
            raise ValueError("opening, usual_low and usual_high must lie between low and high")
        return self

    def holds(self, value: float) -> bool:
        """Whether the slider reaches this value."""
        return self.low <= value <= self.high


class Slope(Sourced):
    """By how many millivolts ten times the calcium moves the gates, and who measured that."""

    id: Slug
    name: Text
    mv_per_tenfold: Annotated[StrictFloat, Field(gt=0, le=40)]


class Start(Record):
    """Settings to begin from."""

    id: Slug
    name: Text
    calcium: StrictFloat
    potassium: StrictFloat
    push: StrictFloat


class Wanted(Record):
    """What must be so for a challenge to be met: a dial in a range, or an outcome."""

    of: Literal["calcium", "potassium", "push", "outcome"]
    lowest: StrictFloat | None = None
    highest: StrictFloat | None = None
    one_of: tuple[Outcome, ...] = ()
    because: Text

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        has_range = self.lowest is not None or self.highest is not None
        if self.of == "outcome" and (has_range or not self.one_of):
            raise ValueError("an outcome is given by one_of, not by lowest or highest")
        if self.of != "outcome" and (self.one_of or not has_range):
            raise ValueError("a dial is given by lowest and highest, or one of them")
        return self


class Guess(Record):
    """One way to guess before a challenge is tried; ``says`` comes once it is met."""

    text: Text
    says: Text


class Challenge(Sourced):
    """Something to bring about. ``says``: what it shows, once it is met.

    ``guesses``: one of them must be chosen before the first check. ``compares_push``: the answer
    adds how much push this blood needs, beside normal blood.
    """

    id: Slug
    name: Text
    task: Text
    compares_push: bool = False
    guesses: Annotated[tuple[Guess, ...], Field(alias="guess")] = ()
    wanted: Annotated[tuple[Wanted, ...], Field(min_length=1)]


class Limit(Sourced):
    """Something that the model cannot show."""

    id: Slug
    name: Text


@dataclass(frozen=True)
class Nerve:
    """Everything in ``nerve.toml``, by id."""

    dials: dict[str, Dial] = field(default_factory=dict)
    slopes: dict[str, Slope] = field(default_factory=dict)
    starts: dict[str, Start] = field(default_factory=dict)
    challenges: dict[str, Challenge] = field(default_factory=dict)
    limits: dict[str, Limit] = field(default_factory=dict)

    def sourced(self) -> list[tuple[str, Sourced]]:
        """Every record that may cite, with its kind."""
        groups = {
            "dial": self.dials,
            "slope": self.slopes,
            "challenge": self.challenges,
            "limit": self.limits,
        }
        return [(kind, one) for kind, group in groups.items() for one in group.values()]
