"""What a task does to a movement: it shows or not, and it can be stopped or not."""

from random import Random

import pytest
from drawn import ANY_SETTINGS, MOVEMENTS, settings, task_that_shows
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from liptwitch.science.movement import trace
from liptwitch.science.timing import DISTRACT_SHARE, HOLD_BACK_SHARE, contractions


def still(made) -> bool:
    return not made.contractions and not any(map(any, made.channels.values()))


@pytest.mark.parametrize(
    ("when", "task", "moves"),
    [
        ("rest", "rest", True),
        ("rest", "action", False),
        ("action", "rest", False),
        ("action", "action", True),
        ("both", "rest", True),
        ("both", "action", True),
    ],
)
def test_a_movement_shows_in_its_own_state_only(when, task, moves):
    assert still(trace(settings(when=when), task)) is not moves


@hypothesis_settings(max_examples=40, deadline=None)
@given(ANY_SETTINGS)
def test_a_movement_shows_at_rest_or_in_action(chosen):
    assert not (still(trace(chosen, "rest", 4)) and still(trace(chosen, "action", 4)))


def within(made, share: tuple[float, float]) -> list[tuple[float, float]]:
    """Contractions that reach into a part of the recording."""
    first, last = (made.seconds * edge for edge in share)
    return [one for one in made.contractions if one[1] > first + 1e-3 and one[0] < last - 1e-3]


def test_what_can_be_held_back_stops_for_seconds_and_comes_back_as_before():
    chosen = settings(rhythm="bouts", rate_hz=1, suppressible="briefly")
    made = trace(chosen, "hold-back")
    assert within(made, (0, HOLD_BACK_SHARE[0]))
    assert not within(made, HOLD_BACK_SHARE)
    after = within(made, (HOLD_BACK_SHARE[1], 1))
    assert after
    assert after[0][0] == pytest.approx(HOLD_BACK_SHARE[1] * made.seconds, abs=0.01)
    # No rebound: neither stronger nor more often than when nobody holds back.
    free = trace(chosen, "rest", seconds=200)
    held = trace(chosen, "hold-back", seconds=200)
    assert max(held.channels["lower-lip"]) <= max(free.channels["lower-lip"])
    share = 1 - HOLD_BACK_SHARE[1]
    expected = share * len(free.contractions)
    assert len(within(held, (HOLD_BACK_SHARE[1], 1))) == pytest.approx(expected, rel=0.2)


def test_what_eases_with_distraction_stops_during_the_other_task():
    made = trace(settings(suppressible="when-distracted"), "distract")
    assert within(made, (0, DISTRACT_SHARE[0]))
    assert not within(made, DISTRACT_SHARE)
    assert within(made, (DISTRACT_SHARE[1], 1))


@pytest.mark.parametrize(
    ("suppressible", "task"),
    [
        ("no", "hold-back"),
        ("no", "distract"),
        ("briefly", "distract"),
        ("when-distracted", "hold-back"),
    ],
)
def test_otherwise_the_movement_goes_on(suppressible, task):
    chosen = settings(suppressible=suppressible)
    assert trace(chosen, task).contractions == trace(chosen, "rest").contractions


@pytest.mark.parametrize("task", ["hold-back", "distract"])
def test_a_movement_of_action_is_held_back_where_it_shows(task):
    assert trace(settings(when="action"), task).contractions


def test_the_recording_says_when_the_task_was_done():
    assert trace(settings(), "rest").task_spell is None
    assert trace(settings(), "action").task_spell is None
    assert trace(settings(), "hold-back", 10).task_spell == pytest.approx((1.5, 10))
    assert trace(settings(), "distract", 10).task_spell == pytest.approx((2.5, 7.5))


def test_of_the_twelve_only_the_tic_can_be_held_back_and_only_one_eases_with_distraction():
    stopped = {
        task: [one.id for one in MOVEMENTS.values() if quieter(one.settings, task)]
        for task in ("hold-back", "distract")
    }
    assert stopped == {"hold-back": ["tic"], "distract": ["functional-spasm"]}


def quieter(chosen, task: str) -> bool:
    """Whether the task leaves a gap in the movement that is not there without it."""
    usual = contractions(chosen, task_that_shows(chosen), 60, Random(1))
    return contractions(chosen, task, 60, Random(1)) != usual
