"""Caffeine in the body: the curve against a plain stepping of the same flow, and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liptwitch.science.caffeine import UPTAKE_PER_HOUR, Dose, in_body

HALF_LIVES = st.floats(0.5, 40)


def stepped(dose_mg: float, hours: float, half_life_h: float) -> float:
    """The two flows, in and out, taken in many small steps."""
    many = 40_000
    step = hours / many
    waiting, inside = dose_mg, 0.0
    for _ in range(many):
        taken = waiting * UPTAKE_PER_HOUR * step
        gone = inside * step * 0.693147 / half_life_h
        waiting -= taken
        inside += taken - gone
    return inside


@pytest.mark.parametrize(("hours", "half_life"), [(0.5, 5.0), (3.0, 1.5), (8.0, 9.5)])
def test_the_formula_does_what_the_flows_do(hours, half_life):
    assert in_body([Dose(0, 96)], hours, half_life) == pytest.approx(
        stepped(96, hours, half_life), abs=0.05
    )


def test_99_of_100_are_taken_up_in_45_minutes():
    """In a body that clears hardly anything, all of it is seen."""
    assert in_body([Dose(0, 100)], 0.75, 100_000) == pytest.approx(99.0, abs=0.01)


@given(HALF_LIVES, st.floats(2, 20))
def test_a_half_life_later_half_is_left(half_life, hours):
    """Once the drink is taken up."""
    now, later = (in_body([Dose(0, 96)], one, half_life) for one in (hours, hours + half_life))
    assert later == pytest.approx(now / 2, rel=1e-4)


@given(st.lists(st.tuples(st.floats(0, 23), st.floats(1, 300)), max_size=6), HALF_LIVES)
def test_drinks_add_up_and_none_is_more_than_was_drunk(drinks, half_life):
    doses = [Dose(*one) for one in drinks]
    total = in_body(doses, 24, half_life)
    assert total == pytest.approx(sum(in_body([one], 24, half_life) for one in doses))
    assert 0 <= total <= sum(one.mg for one in doses)


def test_nothing_before_the_first_drink():
    assert in_body([Dose(8, 96)], 8, 5) == 0
    assert in_body([], 12, 5) == 0


@given(st.floats(1.5, 16), st.floats(1.5, 16))
def test_who_clears_slower_has_more(one, other):
    quick, slow = sorted([one, other])
    assert in_body([Dose(0, 96)], 8, quick) <= in_body([Dose(0, 96)], 8, slow)


@pytest.mark.parametrize("half_life", [0, -1, 0.1])
def test_a_half_life_that_no_body_has_is_refused(half_life):
    with pytest.raises(ValueError, match="too short"):
        in_body([Dose(0, 96)], 5, half_life)
