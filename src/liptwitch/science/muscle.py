"""From drive to muscle: motor-unit discharges, the electric trace and the movement.

A contraction makes a few motor units discharge. Each discharge adds a short potential to the
trace (EMG) and a small pull to the lip. The trace is made up by this file: it was recorded
from nobody, and its height means nothing in microvolts.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, exp, pi, sin, sqrt
from random import Random

from liptwitch.content.movements import Rhythm, Settings
from liptwitch.science.timing import MAX_SHARE, Contraction

EMG_HZ = 2000
"""Samples of the electric trace a second. Surface EMG of the face holds little above 400 to
500 Hz (van Boxtel, Psychophysiology 38:22-34, 2001), so 2000 is ample."""

FRAME_HZ = 50
"""Samples of the movement a second."""

NATURAL_HZ = 6.1
DAMPING = 0.7
DELAY_S = 0.015
"""How a pull of the lip muscle follows a nerve shock: a second-order system of 6.1 Hz, damping
ratio about 0.7, after about 15 ms, measured in eight people (Ito, Murano and Gomi, J Appl
Physiol 96:2318-2324, 2004). Its peak, 29 ms after the delay, lies within the 16 to 90 ms found
for single lip motor units (Blair, doi:10.1016/0014-4886(88)90147-1, 1988). Assumed: that the
skin moves as the force does."""

POTENTIAL_S = 0.006
"""Assumed: length of one motor-unit potential. No figure for the lip was found."""

NOISE = 0.02
"""Assumed: the largest noise, where the potential of the smallest unit is 0.4 high."""

MOST_UNITS = 8
"""Assumed: motor units that the drawn electrode sees in the largest movement."""

TOGETHER_S = 0.005
"""Units of a contraction start within 5 ms of each other. Lower-lip units are known to fire that
close together more often than by chance; that all do so here is assumed."""

SLOW_START_S = 0.2
"""Assumed: in a held contraction units join, and leave, over a fifth of a second."""

UNEVEN = 0.15
"""Assumed: by how much the gaps between a unit's discharges vary. That they
vary much in the lip is in Blair 1988, without a figure that we could read."""

STEPS_HZ = 1000
"""Steps of the muscle's sum a second."""


Discharge = tuple[float, int, float]
"""When (in seconds), by which unit, and how strong (0 to 1)."""


def units(settings: Settings) -> int:
    """How many motor units take part. A spot is one unit: that is what makes it a spot."""
    return 1 if settings.spread == "spot" else max(2, round(MOST_UNITS * settings.size))


def discharges(
    found: Iterable[Contraction], rhythm: Rhythm, inside_hz: float, many: int, rng: Random
) -> list[Discharge]:
    """Every discharge that the electrode sees."""
    gap = 1 / inside_hz
    fired = []
    for contraction in found:
        length = contraction.stop_s - contraction.start_s
        late = min(SLOW_START_S if rhythm == Rhythm.HELD else TOGETHER_S, length / 3)
        for unit in range(many):
            when = contraction.start_s + rng.random() * late
            # Only a held contraction lets go slowly; the others end together.
            stop = contraction.stop_s - (rng.random() * late if rhythm == Rhythm.HELD else 0)
            while when < stop:
                fired.append((when, unit, contraction.strength))
                when += gap * (1 + UNEVEN * (2 * rng.random() - 1))
    return fired


def emg(fired: Iterable[Discharge], seconds: float, many: int, rng: Random) -> list[float]:
    """The electric trace, ``EMG_HZ`` samples a second, in arbitrary units: potentials and noise.

    Units that join later are larger, 0.4 to 1 (assumed, after the size principle).
    """
    chance = rng.random
    trace = [NOISE * (2 * chance() - 1) for _ in range(round(seconds * EMG_HZ))]
    shapes = [
        [(0.4 + 0.6 * unit / max(1, many - 1)) * value for value in _potential()]
        for unit in range(many)
    ]
    end = len(trace)
    for when, unit, _ in fired:
        at = int(when * EMG_HZ)
        for offset, value in enumerate(shapes[unit][: end - at]):
            trace[at + offset] += value
    return trace


@lru_cache
def _potential() -> tuple[float, ...]:
    """One biphasic potential, up and then down, its largest value 1."""
    many = round(POTENTIAL_S * EMG_HZ)
    values = [
        sin(2 * pi * (step + 0.5) / many) * sin(pi * (step + 0.5) / many) for step in range(many)
    ]
    return tuple(value / max(values) for value in values)


def even_drive(found: Iterable[Contraction], rhythm: Rhythm, seconds: float) -> list[float]:
    """Drive to a region in steps of a millisecond: even for as long as a contraction lasts.

    The electrode sees a few units; beside them many more discharge out of step (assumed), so
    that the pull does not flutter with any one of them.
    """
    drive = [0.0] * round(seconds * STEPS_HZ)
    for one in found:
        first = round((one.start_s + DELAY_S) * STEPS_HZ)
        many = max(1, round((one.stop_s - one.start_s) * STEPS_HZ))
        ramp = min(SLOW_START_S * STEPS_HZ, many / 3) if rhythm == Rhythm.HELD else 1
        for step in range(first, min(first + many, len(drive))):
            edge = min(step - first + 1, first + many - step)
            drive[step] += one.strength * min(1.0, edge / ramp)
    return drive


def unit_drive(fired: Iterable[Discharge], seconds: float) -> list[float]:
    """Drive to a spot in steps of a millisecond: one push for each discharge of its one unit."""
    drive = [0.0] * round(seconds * STEPS_HZ)
    for when, _, strength in fired:
        at = round((when + DELAY_S) * STEPS_HZ)
        if at < len(drive):
            drive[at] += strength
    return drive


def pull(drive: Sequence[float]) -> list[float]:
    """How far a drive pulls the skin, ``FRAME_HZ`` samples a second, in arbitrary units."""
    fast = 2 * pi * NATURAL_HZ
    fading = exp(-DAMPING * fast / STEPS_HZ)
    turning = fast * sqrt(1 - DAMPING**2) / STEPS_HZ
    first, second = 2 * fading * cos(turning), -(fading**2)
    now = before = 0.0
    every = STEPS_HZ // FRAME_HZ
    frames = []
    for step, push in enumerate(drive):
        if step % every == 0:
            frames.append(now)
        now, before = first * now + second * before + push, now
    return frames


@lru_cache(maxsize=256)
def full_pull(
    rhythm: Rhythm, rate_hz: float, burst_ms: float, one_unit_hz: float | None = None
) -> float:
    """The largest pull that such contractions bring about at full strength.

    Displacements are shares of it, so that ``size`` alone says how far the skin moves, however
    long or dense the drive is. ``one_unit_hz``: discharges a second, for a spot of one unit.
    """
    gap = 1 / rate_hz
    length = min(burst_ms / 1000, MAX_SHARE * gap)
    repeats = 1 + min(5, int(rate_hz))
    plan = [Contraction(index * gap, index * gap + length, 1.0) for index in range(repeats)]
    seconds = min(plan[-1].stop_s, 1.5) + 0.1
    if one_unit_hz is None:
        return max(pull(even_drive(plan, rhythm, seconds)))
    fired = discharges(plan, rhythm, one_unit_hz, 1, Random(1))
    return max(pull(unit_drive(fired, seconds)))


def envelope(trace: Sequence[float], columns: int = 400) -> list[tuple[float, float]]:
    """The lowest and highest value in each of ``columns`` equal parts, for drawing; rounded."""
    parts = [round(index * len(trace) / columns) for index in range(columns + 1)]
    slices = (trace[start:stop] for start, stop in pairwise(parts))
    return [(round(min(part), 3), round(max(part), 3)) for part in slices if part]
