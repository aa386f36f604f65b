"""The nerve fibre: what Hodgkin and Huxley's equations are known to do, by other ways than ours."""

from itertools import pairwise
from math import exp, isfinite, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liptwitch.science.excitability import spikes_ms
from liptwitch.science.nerve_fibre import (
    CAPACITY,
    LEAK,
    LEAK_MV,
    MEASURED_AT_C,
    POTASSIUM_MV,
    REST_MV,
    SAMPLE_MS,
    SODIUM_MV,
    STANDARD,
    STEP_MS,
    Membrane,
    State,
    ionic_current,
    nernst_mv,
    rates,
    resting,
    run,
    settled,
)

SHOCK = 20.0
"""Microamperes per square centimetre, for one millisecond: well above what a spike needs."""


def shocked(start: State, strength: float, wait_ms: float = 12.0, membrane=STANDARD) -> list[State]:
    """A shock of a millisecond, and what follows."""
    during = run(1.0, strength, membrane, start)
    after = run(wait_ms, 0.0, membrane, during.end)
    return [*during.states, *after.states, after.end]


# ------------------------------------------------------------------------------ the equations


@pytest.mark.parametrize(
    ("outside", "inside", "celsius", "mv"),
    [(10, 1, 37, 61.5), (1, 10, 37, -61.5), (4, 4, 6.3, 0.0), (10, 1, 6.3, 55.4)],
)
def test_nernst_against_tables(outside, inside, celsius, mv):
    """61.5 mV for ten times as much at body heat stands in every textbook."""
    assert nernst_mv(outside, inside, celsius) == pytest.approx(mv, abs=0.06)


@pytest.mark.parametrize("outside", [0, -1])
def test_no_concentration_no_voltage(outside):
    with pytest.raises(ValueError, match="more than 0"):
        nernst_mv(outside, 1, 37)


def test_gates_at_rest_against_hand_calculation():
    """At -65 mV the formulas shrink to a few exponentials."""
    m = (2.5 / (exp(2.5) - 1)) / (2.5 / (exp(2.5) - 1) + 4)
    h = 0.07 / (0.07 + 1 / (exp(3) + 1))
    n = (0.1 / (exp(1) - 1)) / (0.1 / (exp(1) - 1) + 0.125)
    assert settled(-65.0) == pytest.approx((-65.0, m, h, n))
    assert (m, h, n) == pytest.approx((0.053, 0.596, 0.318), abs=5e-4)  # as printed elsewhere


@pytest.mark.parametrize(("gate", "voltage"), [(0, -40.0), (2, -55.0)])
def test_the_two_gaps_in_the_formulas_are_closed(gate, voltage):
    here, below, above = (rates(voltage + d)[gate][0] for d in (0, -1e-4, 1e-4))
    assert isfinite(here)
    assert below < here < above
    assert here == pytest.approx((below + above) / 2, rel=1e-8)
    half = rates(voltage + 0.5)[gate][0] / here
    assert half == pytest.approx(0.05 / (1 - exp(-0.05)), rel=1e-9)


def test_currents_turn_round_where_they_should():
    only_sodium = State(SODIUM_MV, 1.0, 1.0, 0.0)
    only_potassium = State(POTASSIUM_MV, 0.0, 0.0, 1.0)
    assert ionic_current(only_sodium) == pytest.approx(LEAK * (SODIUM_MV - LEAK_MV))
    assert ionic_current(only_potassium) == pytest.approx(LEAK * (POTASSIUM_MV - LEAK_MV))


def test_a_shift_moves_every_gate_by_itself():
    moved = Membrane(shift_mv=7.0)
    assert settled(-58.0, moved)[1:] == pytest.approx(settled(-65.0)[1:])


# ------------------------------------------------------------------------------ known results


def test_rest_near_minus_65_found_in_two_ways():
    assert resting().voltage == pytest.approx(REST_MV, abs=0.1)
    assert run(200.0).end == pytest.approx(resting(), abs=1e-3)
    assert ionic_current(resting()) == pytest.approx(0.0, abs=1e-6)


def test_a_spike_is_about_100_mv_high_and_about_1_ms_wide():
    states = shocked(resting(), SHOCK)
    volts = [state.voltage for state in states]
    height = max(volts) - resting().voltage
    assert 95 <= height <= 115
    half = resting().voltage + height / 2
    width = SAMPLE_MS * sum(volt > half for volt in volts)
    assert 0.8 <= width <= 2.0
    assert min(volts[volts.index(max(volts)) :]) < resting().voltage - 5  # the undershoot


def test_all_or_nothing():
    tops = {strength: max(shocked(resting(), strength))[0] for strength in (3, 5, 10, 20)}
    assert tops[3] < tops[5] < -40  # too weak: nothing but what the shock itself does
    assert tops[10] == pytest.approx(tops[20], abs=10)
    assert tops[10] > 30


def test_refractory_after_a_spike():
    """The same shock, four and twenty milliseconds after a spike; and a stronger one after six."""

    def spikes_after(wait_ms: float, strength: float) -> int:
        again = shocked(shocked(resting(), SHOCK, wait_ms)[-1], strength)
        return len(spikes_ms(again))

    assert spikes_after(4.0, SHOCK) == 0
    assert spikes_after(20.0, SHOCK) == 1
    assert spikes_after(7.0, 10.0) == 0
    assert spikes_after(7.0, 60.0) == 1


def test_warmer_is_faster_by_q10():
    """The width of a spike falls with warmth, and not by more than the gates get quicker."""
    warm = Membrane(celsius=MEASURED_AT_C + 10)
    widths = [
        sum(state.voltage > -20 for state in shocked(resting(fibre), 30.0, 12.0, fibre))
        for fibre in (STANDARD, warm)
    ]
    assert 1.3 < widths[0] / widths[1] < 3.0


def test_shut_gates_leave_a_leaky_capacitor():
    """In a tenth of a millisecond gates hardly move: the voltage follows an exponential."""
    end = run(0.1, 0.0, start=State(-80.0, 0.0, 0.0, 0.0)).end
    closed_form = LEAK_MV + (-80.0 - LEAK_MV) * exp(-0.1 * LEAK / CAPACITY)
    assert end.voltage == pytest.approx(closed_form, abs=0.01)


# ------------------------------------------------------------------------------ the integration


@pytest.mark.parametrize(
    ("push", "membrane"),
    [
        (7.0, STANDARD),
        (10.0, STANDARD),
        (20.0, STANDARD),
        (0.0, Membrane(shift_mv=-7.6)),
        (0.0, Membrane(potassium_mv=-66.0)),
        (5.0, Membrane(shift_mv=-3.5, potassium_mv=-80.0)),
    ],
)
def test_half_the_step_moves_no_spike_by_a_tenth_of_a_millisecond(push, membrane):
    whole, half = (
        spikes_ms(run(1000.0, push, membrane, step_ms=step).states)
        for step in (STEP_MS, STEP_MS / 2)
    )
    assert len(whole) == len(half) > 30
    assert max(abs(a - b) for a, b in zip(whole, half, strict=True)) < 0.1


def test_runs_can_be_joined():
    at_once = run(50.0, 10.0)
    first = run(20.0, 10.0)
    second = run(30.0, 10.0, start=first.end)
    assert first.states + second.states == at_once.states
    assert second.end == at_once.end


@settings(max_examples=60, deadline=None)
@given(
    push=st.floats(0, 40),
    shift=st.floats(-20, 10),
    potassium=st.floats(-110, -45),
    start=st.tuples(st.floats(-100, 45), *[st.floats(0, 1)] * 3),
)
def test_gates_stay_gates_and_voltage_between_its_batteries(push, shift, potassium, start):
    ran = run(40.0, push, Membrane(shift, potassium), State(*start))
    for state in (*ran.states, ran.end):
        assert all(isfinite(value) for value in state)
        assert all(0 <= gate <= 1 for gate in state[1:])
        assert min(start[0], potassium) - 1 <= state.voltage <= SODIUM_MV + push / 0.3


@pytest.mark.parametrize("push", [5000.0, -300.0, -5000.0])
def test_a_voltage_beyond_the_table_is_refused(push):
    with pytest.raises(ValueError, match="beyond"):
        run(50.0, push)


def test_the_same_run_twice():
    assert run(30.0, 12.0) == run(30.0, 12.0)


def test_harder_pushed_it_fires_faster_and_evenly():
    rates_hz = []
    for push in (7.0, 10.0, 15.0, 20.0, 30.0):
        spikes = spikes_ms(run(400.0, push).states)
        gaps = [b - a for a, b in pairwise(spikes)][2:]
        assert max(gaps) - min(gaps) < 0.3
        rates_hz.append(1000 / gaps[0])
    assert rates_hz == sorted(rates_hz)
    assert 50 < rates_hz[0] < 70  # it starts at a good rate at once, not from zero
    assert log(rates_hz[-1] / rates_hz[0]) < 1
