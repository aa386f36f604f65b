"""The caffeine clock: drinks and their milligrams, how fast bodies clear them, advised limits."""

from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import Field, StrictFloat, model_validator

from liptwitch.content.record import Record, Slug, Sourced, Text

Milligrams = Annotated[StrictFloat, Field(gt=0, le=1000)]
Hours = Annotated[StrictFloat, Field(ge=0.5, le=40)]
OfTheDay = Annotated[StrictFloat, Field(ge=0, lt=24)]


class Drink(Sourced):
    """One serving: what it is, how much, and its caffeine."""

    id: Slug
    name: Text
    serving: Text
    mg: Milligrams


class Drinker(Sourced):
    """A sort of person, and the hours in which their body clears half of the caffeine.

    ``shortest``, ``longest``: how far single people, or studies, were apart; ``range_is`` says
    which of the two. ``day_advice``: id of the amount over a day that is no concern for them.
    """

    id: Slug
    name: Text
    half_life_h: Hours
    shortest_h: Hours
    longest_h: Hours
    range_is: Text
    day_advice: Slug

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.shortest_h <= self.half_life_h <= self.longest_h:
            raise ValueError("half_life_h must lie between shortest_h and longest_h")
        return self


class Advice(Sourced):
    """An amount that a body of experts calls no concern, and for whom."""

    id: Slug
    name: Text
    mg: Milligrams


class Cup(Record):
    """One drink of the day that the clock opens with."""

    drink: Slug
    hour: OfTheDay


class Day(Record):
    """The day that the clock opens with. ``yardstick``: the drink that the rest is compared with.

    ``hour``, ``bedtime``: hours after midnight.
    """

    id: Slug
    drinker: Slug
    bedtime: OfTheDay
    yardstick: Slug
    cups: Annotated[tuple[Cup, ...], Field(alias="cup", min_length=1)]


@dataclass(frozen=True)
class Caffeine:
    """Everything in ``caffeine.toml``, by id."""

    drinks: dict[str, Drink] = field(default_factory=dict)
    drinkers: dict[str, Drinker] = field(default_factory=dict)
    advice: dict[str, Advice] = field(default_factory=dict)
    days: dict[str, Day] = field(default_factory=dict)

    def sourced(self) -> list[tuple[str, Sourced]]:
        """Every record that may cite, with its kind."""
        groups = {"drink": self.drinks, "drinker": self.drinkers, "advice": self.advice}
        return [(kind, one) for kind, group in groups.items() for one in group.values()]
