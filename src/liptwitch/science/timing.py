"""When the muscle is driven: the rhythm of a movement, and what a task does to it.

Every figure here that is not a setting is an assumption of the course, chosen so that the
five rhythms can be told apart by eye. None of them is a measurement.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from liptwitch.content.movements import Rhythm, Settings, Suppressible, When

TASKS = ("rest", "action", "hold-back", "distract")
"""Lips at rest; lips gently pursed; asked to hold the movement back; given another task."""

MAX_SHARE = 0.7
"""Assumed: the largest part of the time from one contraction to the next that is contraction.

A longer burst than fits is cut short, so that the muscle always relaxes in between.
"""

FIRST_WITHIN_S = 0.8
"""Assumed: a recording starts at most this many seconds before its first contraction."""

HOLD_BACK_SHARE = (0.15, 0.65)
"""Assumed: the part of a recording for which a person holds a movement back.

Afterwards it goes on as before, and not more often: 12 young people who held back for
40 minutes then had as many tics as before, no more (Specht and others 2013,
doi:10.1016/j.brat.2012.09.009).
"""

DISTRACT_SHARE = (0.25, 0.75)
"""Assumed: the part of a recording that the other task takes."""

LENGTH_SPREAD = {
    Rhythm.REGULAR: 0.03,
    Rhythm.IRREGULAR: 0.2,
    Rhythm.BOUTS: 0.05,
    Rhythm.WAVES: 0.15,
    Rhythm.HELD: 0.1,
}
"""Assumed: by how much the length of a contraction varies to either side, as a share of it."""

WEAKEST = {
    Rhythm.REGULAR: 0.95,
    Rhythm.IRREGULAR: 0.55,
    Rhythm.BOUTS: 0.95,
    Rhythm.WAVES: 0.7,
    Rhythm.HELD: 0.9,
}
"""Assumed: the weakest contraction, as a share of the strongest."""


@dataclass(frozen=True)
class Contraction:
    """One spell of muscle drive, in seconds from the start; strength 0 to 1."""

    start_s: float
    stop_s: float
    strength: float


def shows(settings: Settings, task: str) -> bool:
    """Whether the movement shows at all in this task.

    Holding back and the other task are done in the state in which the movement shows:
    with pursed lips where it needs action, else at rest.
    """
    if task == "rest":
        return settings.when != When.ACTION
    if task == "action":
        return settings.when != When.REST
    return True


def quiet_spell(settings: Settings, task: str, seconds: float) -> tuple[float, float] | None:
    """From when to when, in seconds, the task makes the movement stop; None: it does not."""
    if task == "hold-back" and settings.suppressible == Suppressible.BRIEFLY:
        share = HOLD_BACK_SHARE
    elif task == "distract" and settings.suppressible == Suppressible.WHEN_DISTRACTED:
        share = DISTRACT_SHARE
    else:
        return None
    return share[0] * seconds, share[1] * seconds


def task_spell(task: str, seconds: float) -> tuple[float, float] | None:
    """From when to when, in seconds, the person holds back or does the other task."""
    if task == "hold-back":
        return HOLD_BACK_SHARE[0] * seconds, seconds
    if task == "distract":
        return DISTRACT_SHARE[0] * seconds, DISTRACT_SHARE[1] * seconds
    return None


def contractions(settings: Settings, task: str, seconds: float, rng: Random) -> list[Contraction]:
    """All contractions of a recording, in order, none overlapping the next.

    ``rng`` is used for nothing but timing, so that a change of size leaves the times alone.
    """
    if not shows(settings, task):
        return []
    quiet = quiet_spell(settings, task, seconds)
    if quiet is None:
        return _spell(settings, 0.0, seconds, rng, first_s=rng.uniform(0.3, 1) * FIRST_WITHIN_S)
    # A movement that was stopped comes back at once, so that its return is seen.
    before = _spell(settings, 0.0, quiet[0], rng, first_s=0.1 * quiet[0])
    after = _spell(settings, quiet[1], seconds, rng, first_s=0.0)
    return before + after


def _spell(
    settings: Settings, start_s: float, stop_s: float, rng: Random, first_s: float
) -> list[Contraction]:
    """The contractions of one uninterrupted spell, the first ``first_s`` after its start."""
    starts = []
    when = start_s + first_s
    gaps = _GAPS[settings.rhythm](settings, rng)
    while when < stop_s:
        starts.append(when)
        when += next(gaps)
    found = []
    spread = LENGTH_SPREAD[settings.rhythm]
    for start, following in pairwise([*starts, when]):
        length = settings.burst_ms / 1000 * rng.uniform(1 - spread, 1 + spread)
        stop = min(start + length, start + MAX_SHARE * (following - start), stop_s)
        found.append(Contraction(start, stop, _strength(settings, rng)))
    return found


def _strength(settings: Settings, rng: Random) -> float:
    weakest = WEAKEST[settings.rhythm]
    drawn = rng.uniform(weakest, 1)
    # One motor unit answers each discharge in the same way: a spot does not vary.
    return 1.0 if settings.spread == "spot" else drawn


def _regular(settings: Settings, rng: Random) -> Iterator[float]:
    """Nearly equal gaps: each within 3% of the period."""
    while True:
        yield rng.uniform(0.97, 1.03) / settings.rate_hz


def _irregular(settings: Settings, rng: Random) -> Iterator[float]:
    """Chance alone, after a short pause that every contraction needs: no rhythm hides in it."""
    mean = 1 / settings.rate_hz
    pause = min(settings.burst_ms / 1000 + 0.03, 0.6 * mean)
    while True:
        yield pause + rng.expovariate(1 / (mean - pause))


def _bouts(settings: Settings, rng: Random) -> Iterator[float]:
    """Three to five alike in a row, then a pause that keeps the mean rate."""
    mean = 1 / settings.rate_hz
    within = min(max(0.45, settings.burst_ms / 1000 / MAX_SHARE), 0.6 * mean)
    while True:
        many = rng.randint(3, 5)
        for _ in range(many - 1):
            yield within * rng.uniform(0.9, 1.1)
        yield (many * mean - (many - 1) * within) * rng.uniform(0.8, 1.2)


def _waves(settings: Settings, rng: Random) -> Iterator[float]:
    """Half-way to a rhythm: gaps within 30% of their mean."""
    while True:
        yield rng.uniform(0.7, 1.3) / settings.rate_hz


def _held(settings: Settings, rng: Random) -> Iterator[float]:
    """Long pulls, about evenly spaced."""
    while True:
        yield rng.uniform(0.9, 1.1) / settings.rate_hz


_GAPS = {
    Rhythm.REGULAR: _regular,
    Rhythm.IRREGULAR: _irregular,
    Rhythm.BOUTS: _bouts,
    Rhythm.WAVES: _waves,
    Rhythm.HELD: _held,
}
