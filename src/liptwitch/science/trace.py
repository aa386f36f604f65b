"""A recording that never was: what the skin and the electrode would show for some settings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from liptwitch.content.movements import Rhythm, Settings, Spread
from liptwitch.science.muscle import (
    FRAME_HZ,
    Discharge,
    discharges,
    emg,
    even_drive,
    full_pull,
    pull,
    unit_drive,
    units,
)
from liptwitch.science.timing import TASKS, Contraction, contractions, task_spell

REGIONS = {
    Spread.SPOT: {"spot": 1.0},
    Spread.CORNER: {"corner": 1.0},
    Spread.ONE_SIDE: {"corner": 1.0, "cheek": 0.8, "eyelid": 0.9},
    Spread.LOWER_HALF: {"lower-half": 1.0},
    Spread.LIPS: {"upper-lip": 0.9, "lower-lip": 1.0},
    Spread.LIPS_AND_JAW: {"upper-lip": 0.7, "lower-lip": 1.0, "jaw": 0.9},
    Spread.PATCH: {"patch-1": 1.0, "patch-2": 1.0, "patch-3": 1.0},
    Spread.CHIN: {"chin": 1.0},
}
"""Which regions of the face a spread moves, and how much beside the one that moves most.

``corner``, ``cheek``, ``eyelid`` and ``lower-half`` lie on the person's right. The shares are
assumed.
"""


@dataclass(frozen=True)
class Trace:
    """A synthetic recording.

    ``emg``: arbitrary units, ``EMG_HZ`` samples a second, of the region that moves first; with
    pursed lips the wanted activity is left out. ``contractions``: (start, stop) in seconds of the
    drive to that region. ``channels``: for each region its displacement, 0 to 1, ``FRAME_HZ``
    samples a second. ``task_spell``: from when to when the person holds back or does the other
    task.
    """

    seconds: float
    emg: list[float]
    contractions: list[tuple[float, float]]
    channels: dict[str, list[float]]
    task_spell: tuple[float, float] | None = None


def trace(settings: Settings, task: str = "rest", seconds: float = 8.0, seed: int = 1) -> Trace:
    """The recording of ``seconds`` seconds that belongs to these settings, task and seed.

    The same arguments give the same recording. Timing, discharges and noise draw from separate
    streams of chance, so that one setting can be changed without shuffling the rest.
    Raises ValueError for a task that is not in ``TASKS`` or a length of less than half a second.
    """
    if task not in TASKS:
        raise ValueError(f"There is no task “{task}”. Choose one of: {', '.join(TASKS)}.")
    if seconds < 0.5:
        raise ValueError(f"A recording lasts half a second or more, not {seconds} seconds.")
    found = contractions(settings, task, seconds, Random(f"timing {seed}"))
    many = units(settings)
    fired = discharges(
        found, settings.rhythm, settings.inside_hz, many, Random(f"discharges {seed}")
    )
    return Trace(
        seconds=seconds,
        emg=emg(fired, seconds, many, Random(f"noise {seed}")),
        contractions=[(round(one.start_s, 4), round(one.stop_s, 4)) for one in found],
        channels=_channels(settings, found, fired, seconds),
        task_spell=task_spell(task, seconds),
    )


def _channels(
    settings: Settings,
    found: Sequence[Contraction],
    fired: Sequence[Discharge],
    seconds: float,
) -> dict[str, list[float]]:
    """Displacements of the regions: all together, or one patch after the other in waves."""
    shares = REGIONS[settings.spread]
    one_by_one = settings.rhythm == Rhythm.WAVES and settings.spread == Spread.PATCH
    if one_by_one:
        lag_s = wave_lag_s(settings.rate_hz)
        drives = [
            even_drive(_later(found, place * lag_s), settings.rhythm, seconds)
            for place in range(len(shares))
        ]
    elif settings.spread == Spread.SPOT:
        drives = [unit_drive(fired, seconds)]
    else:
        drives = [even_drive(found, settings.rhythm, seconds)]
    frames = round(seconds * FRAME_HZ)
    moved = [_displacement(settings, drive)[:frames] for drive in drives]
    if not one_by_one:
        moved *= len(shares)
    return {
        region: [round(share * value, 4) for value in values]
        for (region, share), values in zip(shares.items(), moved, strict=True)
    }


def wave_lag_s(rate_hz: float) -> float:
    """By how many seconds a patch follows its neighbour (assumed: an eighth of a second)."""
    return min(0.125, 0.25 / rate_hz)


def _later(found: Sequence[Contraction], lag_s: float) -> list[Contraction]:
    return [replace(one, start_s=one.start_s + lag_s, stop_s=one.stop_s + lag_s) for one in found]


def _displacement(settings: Settings, drive: Sequence[float]) -> list[float]:
    """Displacement, 0 to ``size``; a muscle only pulls, so nothing lies below 0."""
    one_unit_hz = settings.inside_hz if settings.spread == Spread.SPOT else None
    full = full_pull(settings.rhythm, settings.rate_hz, settings.burst_ms, one_unit_hz)
    return [settings.size * min(1.0, max(0.0, frame / full)) for frame in pull(drive)]
