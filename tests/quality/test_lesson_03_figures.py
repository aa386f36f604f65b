"""What lesson 03 quotes from the nerve lab and the caffeine clock is what they show."""

from math import log10

import pytest

from liptwitch.science.caffeine import Dose, in_body
from liptwitch.science.excitability import (
    NORMAL,
    Blood,
    calcium_that_fires,
    lift_needed,
    membrane,
    push_needed,
)
from liptwitch.science.nerve_fibre import resting

LOW_POTASSIUM = Blood(potassium=2.5)


@pytest.fixture(scope="module")
def prose(course):
    """The lesson's text on one line."""
    return " ".join(course.prose["03"].split())


@pytest.fixture(scope="module")
def slope(course):
    """Millivolts for ten times the calcium, as the lab opens."""
    return next(iter(course.nerve.slopes.values())).mv_per_tenfold


def test_low_potassium_lowers_the_rest_and_raises_the_push(prose, course, slope):
    normal, low = (resting(membrane(blood, slope)).voltage for blood in (NORMAL, LOW_POTASSIUM))
    assert f"the rest sank from −{-normal:.0f} to about −{-low:.0f} mV" in prose
    normal, low = (push_needed(blood, slope) for blood in (NORMAL, LOW_POTASSIUM))
    assert f"steady firing rose from {normal:.1f} to {low:.1f}." in prose
    assert f"goes up from {normal:.1f} to {low:.1f}." in course.items["03-potassium-lab"].stem


def test_two_fibres_differ_in_the_push_they_need(course, slope):
    stem = course.items["03-fibre-push"].stem
    assert f"at a push of {push_needed(Blood(calcium=0.9), slope):.1f}." in stem
    assert f"needs a push of {push_needed(Blood(potassium=3.0), slope):.1f}." in stem


def test_the_calcium_at_which_it_fires_by_itself(prose, course, slope):
    found = calcium_that_fires(slope, course.nerve.dials["calcium"].low)
    assert f"as low as {found:.2f} mmol/L" in prose


def test_the_lift_that_sets_it_off(prose, slope):
    bloods = NORMAL, Blood(calcium=0.9), LOW_POTASSIUM
    healthy, calcium, potassium = (lift_needed(blood, 0.0, slope) for blood in bloods)
    assert f"a sudden lift of {healthy:.1f} mV sets the fibre off." in prose
    assert f"With calcium at 0.9 it takes {calcium:.1f} mV" in prose
    assert f"with potassium at 2.5 it takes {potassium:.1f}." in prose


def test_half_the_calcium(prose, course):
    """By the two figures that were measured in nerve with a fatty coat."""
    low, high = (course.nerve.slopes[one].mv_per_tenfold for one in ("nerve-20", "nerve-25"))
    assert f"half the calcium does so by {low * log10(2):.0f} to {high * log10(2):.0f} mV" in prose


def test_where_it_fires_by_itself_comes_after_the_lab(prose, course, slope):
    found = calcium_that_fires(slope, course.nerve.dials["calcium"].low)
    assert prose.index(f"{found:.2f}") > prose.index("## Calcium") > prose.index("show.nerve_lab")


def test_the_teachers_caffeine_at_bedtime(prose, course):
    day = next(iter(course.caffeine.days.values()))
    half_life = course.caffeine.drinkers[day.drinker].half_life_h
    doses = [Dose(cup.hour, course.caffeine.drinks[cup.drink].mg) for cup in day.cups]
    left = in_body(doses, day.bedtime, half_life)
    without_the_last = in_body(doses[:-1], day.bedtime, half_life)
    assert f"That makes {sum(dose.mg for dose in doses):.0f} mg of caffeine" in prose
    assert f"about {left:.0f} mg are left" in prose
    assert f"Without the last cup it is {without_the_last:.0f}." in prose
