"""What a muscle does that hangs on the nerve fibre: one push for each spike.

The muscle is that of the movement lab (see ``muscle``). That a squid's nerve should drive a lip is
for the idea alone.
"""

from collections.abc import Sequence
from functools import cache

from liptwitch.science.muscle import pull, unit_drive

FULL_HZ = 100
"""Assumed: spikes a second at which the muscle pulls as hard as it can."""


def muscle_pull(spikes_ms: Sequence[float], seconds: float) -> list[float]:
    """How hard the muscle pulls, 0 to 1, ``muscle.FRAME_HZ`` samples a second."""
    return [round(min(1.0, max(0.0, one / _full())), 3) for one in _pull(spikes_ms, seconds)]


def _pull(spikes_ms: Sequence[float], seconds: float) -> list[float]:
    return pull(unit_drive([(spike / 1000, 0, 1.0) for spike in spikes_ms], seconds))


@cache
def _full() -> float:
    return max(_pull([1000 * spike / FULL_HZ for spike in range(FULL_HZ)], 1.0))
