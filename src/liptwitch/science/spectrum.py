"""How much of a movement goes at which speed: its spectrum."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, pi, sin
from operator import mul

from liptwitch.science.muscle import FRAME_HZ
from liptwitch.science.trace import Trace

LOWEST_HZ = 0.5
HIGHEST_HZ = 15.0

FEWEST_CONTRACTIONS = 4
"""A rhythm is not read from fewer contractions than this (our choice)."""

NEAR_HZ = 0.5
"""What counts as the neighbourhood of the peak, to either side."""


@dataclass(frozen=True)
class Spectrum:
    """The spectrum of a movement from 0.5 to 15 Hz.

    ``power``: at each frequency, as a share of the largest. ``peak_hz``: the lowest frequency that
    carries at least half of the largest power, so the beat itself and not its overtones; None
    when nothing moves, or too seldom. ``peak_share``: the part of all power within half a hertz
    of the peak, 0 to 1: near 1 for an even beat, small where there is no rhythm.
    """

    frequency_hz: list[float]
    power: list[float]
    peak_hz: float | None
    peak_share: float | None


def spectrum(trace: Trace) -> Spectrum:
    """The spectrum of the displacement, summed over the regions; finer the longer the trace is."""
    many = round(trace.seconds * FRAME_HZ)
    waves = _waves(many)
    power = [0.0] * len(waves)
    # Regions that move as one count once; in order, because a sum depends on it in the last digit.
    for channel in dict.fromkeys(map(tuple, trace.channels.values())):
        for index, value in enumerate(_power(channel, many, waves)):
            power[index] += value
    frequencies = _frequencies(many)
    largest = max(power)
    if largest < 1e-9:
        return Spectrum(frequencies, [0.0] * len(power), None, None)
    shares = [round(value / largest, 4) for value in power]
    if len(trace.contractions) < FEWEST_CONTRACTIONS:
        return Spectrum(frequencies, shares, None, None)
    at = _first_peak(power, largest / 2)
    peak = _between_bins(frequencies, power, at)
    near = sum(
        value
        for frequency, value in zip(frequencies, power, strict=True)
        if abs(frequency - peak) <= NEAR_HZ
    )
    return Spectrum(frequencies, shares, round(peak, 2), round(near / sum(power), 3))


@lru_cache(maxsize=4)
def _frequencies(many: int) -> list[float]:
    """All whole numbers of cycles in the trace that lie from 0.5 to 15 Hz."""
    seconds = many / FRAME_HZ
    first, last = ceil(LOWEST_HZ * seconds), int(HIGHEST_HZ * seconds)
    return [round(cycles / seconds, 4) for cycles in range(first, last + 1)]


@lru_cache(maxsize=4)
def _waves(many: int) -> list[tuple[list[float], list[float]]]:
    """A cosine and a sine for each frequency, both faded in and out (Hann window)."""
    window = [0.5 - 0.5 * cos(2 * pi * index / many) for index in range(many)]
    found = []
    for frequency in _frequencies(many):
        turn = 2 * pi * frequency / FRAME_HZ
        found.append(
            (
                [fade * cos(turn * index) for index, fade in enumerate(window)],
                [fade * sin(turn * index) for index, fade in enumerate(window)],
            )
        )
    return found


def _power(
    channel: Sequence[float], many: int, waves: Iterable[tuple[list[float], list[float]]]
) -> list[float]:
    mean = sum(channel) / many
    swing = [value - mean for value in channel]
    return [sum(map(mul, swing, even)) ** 2 + sum(map(mul, swing, odd)) ** 2 for even, odd in waves]


def _first_peak(power: Sequence[float], enough: float) -> int:
    """The place of the lowest local maximum that is high enough."""
    last = len(power) - 1
    for index, value in enumerate(power):
        if value < enough:
            continue
        rising = index == 0 or value >= power[index - 1]
        falling = index == last or value >= power[index + 1]
        if rising and falling:
            return index
    raise AssertionError("a spectrum with power has a peak")


def _between_bins(frequencies: Sequence[float], power: Sequence[float], at: int) -> float:
    """The top of the parabola through the highest bin and its neighbours."""
    if at in (0, len(power) - 1):
        return frequencies[at]
    left, top, right = power[at - 1], power[at], power[at + 1]
    bend = left - 2 * top + right
    shift = 0.0 if bend == 0 else 0.5 * (left - right) / bend
    return frequencies[at] + shift * (frequencies[1] - frequencies[0])
