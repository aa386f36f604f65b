"""How much caffeine is in the body: one compartment, filled and emptied at steady shares.

A drink is taken up by a fixed share of what is left of it in each moment, and the body's caffeine
is removed by a fixed share too (first order; Bateman's curve). Milligrams and hours throughout.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

UPTAKE_PER_HOUR = log(100) / 0.75
"""99 of 100 parts are taken up within 45 minutes (Institute of Medicine, Caffeine for the
Sustainment of Mental Task Performance, 2001, chapter 2)."""


@dataclass(frozen=True)
class Dose:
    """Caffeine drunk at one moment: hours after midnight, and milligrams."""

    hour: float
    mg: float


def in_body(doses: Iterable[Dose], hour: float, half_life_h: float) -> float:
    """Milligrams in the body at an hour, of all doses drunk before it.

    Raises ValueError for a half-life that is not longer than the uptake's, about seven minutes:
    there the formula ends, and so do bodies.
    """
    out = log(2) / half_life_h if half_life_h > 0 else UPTAKE_PER_HOUR
    if out >= UPTAKE_PER_HOUR:
        raise ValueError(f"A half-life of {half_life_h:g} hours is too short.")
    share = UPTAKE_PER_HOUR / (UPTAKE_PER_HOUR - out)
    passed = ((dose.mg, hour - dose.hour) for dose in doses if dose.hour < hour)
    return sum(
        mg * share * (exp(-out * hours) - exp(-UPTAKE_PER_HOUR * hours)) for mg, hours in passed
    )
