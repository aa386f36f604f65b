"""What the tests of the movements share: the twelve, any settings at all, and an own yardstick."""

import tomllib
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from liptwitch.content.movements import Movement, Rhythm, Settings, Spread, Suppressible, When
from liptwitch.science.movement import EMG_HZ
from liptwitch.science.muscle import NOISE

DATA = Path(__file__).resolve().parents[2] / "data" / "movements.toml"
MOVEMENTS = {
    record["id"]: Movement.model_validate(record)
    for record in tomllib.loads(DATA.read_text(encoding="utf-8"))["movement"]
}

ANY_SETTINGS = st.builds(
    Settings,
    rhythm=st.sampled_from(Rhythm),
    rate_hz=st.floats(0.05, 12),
    burst_ms=st.floats(5, 8000),
    inside_hz=st.floats(2, 400),
    size=st.floats(0.05, 1),
    when=st.sampled_from(When),
    suppressible=st.sampled_from(Suppressible),
    spread=st.sampled_from(Spread),
)


def settings(**changes) -> Settings:
    """An even beat of both lips, five times a second, but for the changes."""
    plain = {
        "rhythm": "regular",
        "rate_hz": 5,
        "burst_ms": 80,
        "inside_hz": 30,
        "size": 0.5,
        "when": "both",
        "suppressible": "no",
        "spread": "lips",
    }
    return Settings(**{**plain, **changes})


def task_that_shows(chosen: Settings) -> str:
    return "action" if chosen.when == "action" else "rest"


def bursts(emg: list[float], quiet_s: float) -> list[tuple[float, float]]:
    """Bursts of the electric trace as (start, stop) in seconds, found from its height alone.

    A silence of less than ``quiet_s`` seconds does not end a burst.
    """
    loud = [index / EMG_HZ for index, value in enumerate(emg) if abs(value) > 2 * NOISE]
    if not loud:
        return []
    ends = [(last, first) for last, first in pairwise(loud) if first - last > quiet_s]
    starts = [loud[0]] + [first for _, first in ends]
    stops = [last for last, _ in ends] + [loud[-1]]
    return list(zip(starts, stops, strict=True))
