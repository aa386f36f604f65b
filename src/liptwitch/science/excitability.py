"""What the blood does to a nerve fibre: calcium moves its gates, potassium its battery.

The fibre is the squid's (see ``nerve_fibre``), and counts as bathed in normal human blood when it
is at its standard. From there calcium shifts the voltage that the gates feel, and potassium the
voltage at which its current turns round. What this cannot show: a human motor nerve; magnesium;
over-breathing, except through the free calcium that it may lower; channels that low calcium opens
or unblocks; anything that adapts over minutes, such as the ion pumps.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log10
from typing import Literal

from liptwitch.science.nerve_fibre import (
    MEASURED_AT_C,
    POTASSIUM_MV,
    SAMPLE_MS,
    Membrane,
    State,
    nernst_mv,
    resting,
    run,
)

SECOND_MS = 1000.0
"""Length of a recording."""

PUSH_AT_MS = 100.0
"""When the push begins; before it the fibre is left alone."""

NUDGE_MV = 1.0
"""Assumed: a recording begins this far from rest. A fibre at rest would stay there even where the
least disturbance sends it firing, and a real one is never left undisturbed."""

SPIKE_MV = 0.0
"""A spike is counted when the inside becomes positive."""

STILL_MS = 100.0
"""A fibre that spiked within this time of the end is taken to go on."""

SHOCK, SHOCK_MS, ANSWER_MS = 40.0, 1.0, 10.0
"""A test at the end: microamperes per square centimetre and milliseconds of a shock, and how long
its answer is waited for. The resting fibre answers a quarter of it with a spike (a test)."""

LIFT_MS = 50.0
"""How long the answer to a sudden lift is waited for; near the edge it comes late."""

EARLY_MS = 10.0
"""Most answers to a sudden lift come within this time."""

MOST_LIFT_MV = 40.0

MOST_PUSH = 40.0
"""The strongest steady push, in microamperes per square centimetre."""

Outcome = Literal["quiet", "answers", "fires", "blocked"]
"""No spike; spikes that stop; spikes that go on; no spike, and none to be had."""


@dataclass(frozen=True)
class Blood:
    """Ionised (free) calcium and potassium in millimoles per litre."""

    calcium: float = 1.2
    potassium: float = 4.0


NORMAL = Blood()
"""Assumed: where, within the reference ranges, the standard fibre is put."""


@dataclass(frozen=True)
class Recording:
    """One second of the fibre: states every ``SAMPLE_MS``, times of its spikes, what came of it."""

    states: list[State]
    spikes_ms: list[float]
    outcome: Outcome

    @property
    def rate_hz(self) -> float | None:
        """Spikes a second from the first to the last; None with fewer than two."""
        if len(self.spikes_ms) < 2:
            return None
        return 1000 * (len(self.spikes_ms) - 1) / (self.spikes_ms[-1] - self.spikes_ms[0])


def membrane(blood: Blood, mv_per_tenfold: float) -> Membrane:
    """The fibre in this blood.

    ``mv_per_tenfold``: by how many millivolts ten times the calcium moves the gates. Myelinated
    nerve: 20 to 25 (Hille, Woodhull and Shapiro, Philos Trans R Soc Lond B 270:301-318, 1975, for
    the opening of sodium channels). Here all gates move together, which is a simplification: in
    squid the closing gate moved by about 10, and its speed not in step.
    """
    return Membrane(
        shift_mv=mv_per_tenfold * log10(blood.calcium / NORMAL.calcium),
        potassium_mv=POTASSIUM_MV + nernst_mv(blood.potassium, NORMAL.potassium, MEASURED_AT_C),
    )


@lru_cache(maxsize=8)
def record(blood: Blood, push: float, mv_per_tenfold: float) -> Recording:
    """A second of the fibre that has settled in this blood; ``push`` begins at ``PUSH_AT_MS``.

    ``push``: microamperes per square centimetre.
    """
    fibre = membrane(blood, mv_per_tenfold)
    rest = resting(fibre)
    before = run(PUSH_AT_MS, 0.0, fibre, rest._replace(voltage=rest.voltage + NUDGE_MV))
    after = run(SECOND_MS - PUSH_AT_MS, push, fibre, before.end)
    states = before.states + after.states
    spikes = spikes_ms(states)
    return Recording(states, spikes, _outcome(spikes, push, fibre, after.end))


def spikes_ms(states: list[State]) -> list[float]:
    """When the voltage rises through ``SPIKE_MV``, in milliseconds, between two samples too."""
    volts = [state.voltage for state in states]
    return [
        round(SAMPLE_MS * (at + (SPIKE_MV - low) / (high - low)), 3)
        for at, (low, high) in enumerate(pairwise(volts))
        if low < SPIKE_MV <= high
    ]


def _outcome(spikes: list[float], push: float, fibre: Membrane, end: State) -> Outcome:
    if spikes and spikes[-1] > SECOND_MS - STILL_MS:
        return "fires"
    if not answers_shock(end, push, fibre):
        return "blocked"
    return "answers" if spikes else "quiet"


def answers_shock(state: State, push: float, fibre: Membrane, shock: float = SHOCK) -> bool:
    """Whether a shock on top of the push brings a spike now."""
    shocked = run(SHOCK_MS, push + shock, fibre, state)
    after = run(ANSWER_MS, push, fibre, shocked.end)
    return bool(spikes_ms([*shocked.states, *after.states, after.end]))


@lru_cache(maxsize=64)
def push_needed(blood: Blood, mv_per_tenfold: float) -> float | None:
    """The weakest steady push, in tenths, that makes the fibre fire on and on; 0 if none is needed.

    None where even ``MOST_PUSH`` does not, or where the fibre is blocked.
    """

    def fires(tenths: int) -> bool:
        return record(blood, tenths / 10, mv_per_tenfold).outcome == "fires"

    if fires(0):
        return 0.0
    # Far above what is needed a fibre is blocked: so steps that double, not halves of the whole.
    low, high, most = 0, 10, round(10 * MOST_PUSH)
    while not fires(high):
        if high == most:
            return None
        low, high = high, min(2 * high, most)
    return _edge(lambda tenths: not fires(tenths), low, high) / 10


@lru_cache(maxsize=64)
def lift_needed(blood: Blood, push: float, mv_per_tenfold: float) -> float | None:
    """The smallest sudden lift, in tenths of a millivolt, that sets off a fibre come to rest.

    It starts where a recording ends. There is no voltage at which every fibre of this kind takes
    off: it moves with the blood, the push and the gates. None where the fibre goes on firing, or
    where not even ``MOST_LIFT_MV`` does it.
    """
    recording = record(blood, push, mv_per_tenfold)
    if recording.outcome not in ("quiet", "answers"):
        return None
    fibre, rest = membrane(blood, mv_per_tenfold), recording.states[-1]

    def stays(tenths: int) -> bool:
        # In two parts, because most spikes come early: the rest is then not computed.
        state = rest._replace(voltage=rest.voltage + tenths / 10)
        for part in (EARLY_MS, LIFT_MS - EARLY_MS):
            after = run(part, push, fibre, state)
            if spikes_ms([*after.states, after.end]):
                return False
            state = after.end
        return True

    most = round(10 * MOST_LIFT_MV)
    return None if stays(most) else _edge(stays, 0, most) / 10


@lru_cache(maxsize=16)
def calcium_that_fires(mv_per_tenfold: float, lowest: float) -> float | None:
    """The highest calcium, in hundredths, at which the fibre fires without a push.

    Potassium is normal. None where not even ``lowest`` does it.
    """

    def fires(hundredths: int) -> bool:
        return record(Blood(hundredths / 100), 0.0, mv_per_tenfold).outcome == "fires"

    low = round(100 * lowest)
    if not fires(low):
        return None
    return (_edge(fires, low, round(100 * NORMAL.calcium)) - 1) / 100


def _edge(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The first number for which something no longer holds: it does for ``low``, not ``high``."""
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return high
