"""Hodgkin and Huxley's nerve fibre: one patch of membrane, its three gates and its voltage.

The equations are those of Hodgkin and Huxley (J Physiol 117:500-544, 1952), as NEURON's reference
file writes them (hh.mod, github.com/neuronsimulator/nrn), in today's sign: voltage is inside minus
outside, in millivolts, and rest is near -65. Other units: milliseconds, microamperes and
millisiemens per square centimetre, degrees Celsius.

The giant axon of a squid at 6.3 degrees was measured, not a human motor nerve.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, expm1, log
from typing import NamedTuple

REST_MV = -65.0
CAPACITY = 1.0
"""Microfarads per square centimetre."""

SODIUM, POTASSIUM, LEAK = 120.0, 36.0, 0.3
"""Largest conductances (hh.mod)."""

SODIUM_MV, POTASSIUM_MV, LEAK_MV = 50.0, -77.0, -54.3
"""Voltages at which each current turns round (hh.mod; other copies have -54.4 for the leak)."""

MEASURED_AT_C = 6.3
Q10 = 3.0
"""The rates were measured at 6.3 degrees and triple with every ten more (hh.mod)."""

STEP_MS = 0.0125
"""Step of the integration. Half of it moves no spike by a tenth of a millisecond (a test)."""

SAMPLE_MS = 0.1
"""What is kept of a run: one state in eight steps."""

_GAS, _FARADAY, _KELVIN = 8.314462618, 96485.33212, 273.15
"""Joules per mole and kelvin, coulombs per mole (exact since the SI of 2019); 0 degrees Celsius."""

_LOWEST_MV, _HIGHEST_MV, _PER_MV = -150, 100, 200
"""Range and fineness of the table of rates."""

_MARGIN_MV = 20
"""Between two looks the voltage cannot cross this much of the table's ends."""


class State(NamedTuple):
    """Voltage and the three gates: ``m`` opens sodium, ``h`` shuts it, ``n`` opens potassium."""

    voltage: float
    m: float
    h: float
    n: float


@dataclass(frozen=True)
class Membrane:
    """What can differ from the standard fibre.

    ``shift_mv``: all gates feel the voltage less this. ``potassium_mv``: where the potassium
    current turns round. ``celsius``: temperature, for the speed of the gates.
    """

    shift_mv: float = 0.0
    potassium_mv: float = POTASSIUM_MV
    celsius: float = MEASURED_AT_C


STANDARD = Membrane()


@dataclass(frozen=True)
class Run:
    """States every ``SAMPLE_MS``, the first at the start, and the state after the last step."""

    states: list[State]
    end: State

    @property
    def voltage(self) -> list[float]:
        """Millivolts, every ``SAMPLE_MS``."""
        return [state.voltage for state in self.states]


def nernst_mv(outside: float, inside: float, celsius: float) -> float:
    """The voltage at which an ion of charge +1 is at rest (Nernst): RT/F ln(outside / inside).

    Concentrations in any one unit, both more than 0; raises ValueError otherwise.
    """
    if outside <= 0 or inside <= 0:
        raise ValueError("Concentrations must be more than 0.")
    return 1000 * _GAS * (celsius + _KELVIN) / _FARADAY * log(outside / inside)


def rates(voltage: float) -> tuple[tuple[float, float], ...]:
    """Opening and closing rate of ``m``, ``h`` and ``n`` at 6.3 degrees, per millisecond.

    Two of the formulas are 0/0 at one voltage each; there they take their limit.
    """
    return (
        (_ratio((voltage + 40) / 10), 4 * exp(-(voltage + 65) / 18)),
        (0.07 * exp(-(voltage + 65) / 20), 1 / (1 + exp(-(voltage + 35) / 10))),
        (0.1 * _ratio((voltage + 55) / 10), 0.125 * exp(-(voltage + 65) / 80)),
    )


def _ratio(x: float) -> float:
    """x / (1 - exp(-x)), which nears 1 + x/2 around 0."""
    return 1 + x / 2 if abs(x) < 1e-6 else -x / expm1(-x)


def settled(voltage: float, membrane: Membrane = STANDARD) -> State:
    """The state in which the gates have had time to follow a voltage that is held."""
    gates = [
        opening / (opening + closing) for opening, closing in rates(voltage - membrane.shift_mv)
    ]
    return State(voltage, *gates)


def ionic_current(state: State, membrane: Membrane = STANDARD) -> float:
    """What flows out through the membrane: sodium, potassium and leak together."""
    sodium = SODIUM * state.m**3 * state.h * (state.voltage - SODIUM_MV)
    potassium = POTASSIUM * state.n**4 * (state.voltage - membrane.potassium_mv)
    return sodium + potassium + LEAK * (state.voltage - LEAK_MV)


def run(
    milliseconds: float,
    push: float = 0.0,
    membrane: Membrane = STANDARD,
    start: State | None = None,
    step_ms: float = STEP_MS,
) -> Run:
    """The fibre for some milliseconds under a steady push of current into it.

    ``start``: by default the standard fibre at rest. Runs can be joined: the ``end`` of one is the
    ``start`` of the next, with another push or membrane. ``step_ms`` must divide ``SAMPLE_MS``.

    Gates and voltage are stepped in turn, half a step apart: the gates exactly for a voltage that
    holds still (exponential Euler, rates from a table), the voltage by the trapezoid rule. So the
    error falls with the square of the step, and gates cannot leave 0 to 1.

    Raises ValueError where the voltage leaves the range in which the rates are tabled; no push
    and no blood that a person can have comes near.
    """
    now = start or settled(REST_MV)
    table = _table(membrane.celsius, step_ms)
    at = 0.5 - (_LOWEST_MV + membrane.shift_mv) * _PER_MV
    per_mv = _PER_MV
    half = step_ms / 2 / CAPACITY
    sodium, potassium, leak = SODIUM * half, POTASSIUM * half, LEAK * half
    steady = 2 * (leak * LEAK_MV + push * half)
    sodium_mv, potassium_mv = 2 * SODIUM_MV, 2 * membrane.potassium_mv
    v, m, h, n = now.voltage, now.m, now.h, now.n
    states = []
    keep = states.append
    inner = range(round(SAMPLE_MS / step_ms))
    lowest = _LOWEST_MV + membrane.shift_mv + _MARGIN_MV
    highest = _HIGHEST_MV + membrane.shift_mv - _MARGIN_MV
    try:
        for _ in range(round(milliseconds / SAMPLE_MS)):
            if not lowest < v < highest:
                raise _beyond(v)
            keep(State(v, m, h, n))
            for _ in inner:
                fade_m, gain_m, fade_h, gain_h, fade_n, gain_n = table[int(v * per_mv + at)]
                m = m * fade_m + gain_m
                h = h * fade_h + gain_h
                n = n * fade_n + gain_n
                open_sodium = m * m * m * h * sodium
                squared = n * n
                open_potassium = squared * squared * potassium
                every = open_sodium + open_potassium + leak
                driven = open_sodium * sodium_mv + open_potassium * potassium_mv + steady
                v = (v - v * every + driven) / (1 + every)
    except IndexError:
        raise _beyond(v) from None
    return Run(states, State(v, m, h, n))


def _beyond(voltage: float) -> ValueError:
    return ValueError(f"A voltage of {voltage:.0f} mV is beyond what the model is made for.")


@lru_cache(maxsize=2)
def _table(celsius: float, step_ms: float) -> list[tuple[float, ...]]:
    """For each voltage: what a step leaves of each gate, and what it adds."""
    faster = Q10 ** ((celsius - MEASURED_AT_C) / 10)
    table = []
    for row in range((_HIGHEST_MV - _LOWEST_MV) * _PER_MV + 1):
        parts = []
        for opening, closing in rates(_LOWEST_MV + row / _PER_MV):
            fade = exp(-step_ms * faster * (opening + closing))
            parts += [fade, (1 - fade) * opening / (opening + closing)]
        table.append(tuple(parts))
    return table


def resting(membrane: Membrane = STANDARD) -> State:
    """The state in which no current flows: where the fibre stays if nothing disturbs it.

    Found by halving, between the potassium voltage (current in) and the sodium voltage (current
    out). Whether the fibre does stay there is another question: it may be as unstable as a pencil
    on its tip.
    """
    low, high = membrane.potassium_mv, SODIUM_MV
    for _ in range(60):
        middle = (low + high) / 2
        if ionic_current(settled(middle, membrane), membrane) < 0:
            low = middle
        else:
            high = middle
    return settled(high, membrane)
