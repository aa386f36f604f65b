"""Every setting gives a recording that could be drawn, and the same one each time."""

from itertools import pairwise
from math import isfinite
from random import Random

import pytest
from drawn import ANY_SETTINGS, MOVEMENTS, settings, task_that_shows
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from liptwitch.science.movement import EMG_HZ, FRAME_HZ, REGIONS, TASKS, envelope, trace
from liptwitch.science.muscle import NOISE, POTENTIAL_S, pull

ANY_TASK = st.sampled_from(TASKS)
ANY_LENGTH = st.floats(0.5, 12)
ANY_SEED = st.integers(0, 10_000)
often = hypothesis_settings(max_examples=60, deadline=None)


@often
@given(ANY_SETTINGS, ANY_TASK, ANY_LENGTH, ANY_SEED)
def test_a_recording_has_its_length_and_only_finite_numbers(chosen, task, seconds, seed):
    made = trace(chosen, task, seconds, seed)
    assert made.seconds == seconds
    assert len(made.emg) == round(seconds * EMG_HZ)
    assert all(isfinite(value) for value in made.emg)
    assert list(made.channels) == list(REGIONS[chosen.spread])
    for channel in made.channels.values():
        assert len(channel) == round(seconds * FRAME_HZ)
        assert all(0 <= value <= chosen.size + 5e-5 for value in channel)


@often
@given(ANY_SETTINGS, ANY_TASK, ANY_LENGTH, ANY_SEED)
def test_contractions_lie_in_the_recording_one_after_the_other(chosen, task, seconds, seed):
    found = trace(chosen, task, seconds, seed).contractions
    assert all(0 <= start <= stop <= round(seconds, 4) for start, stop in found)
    assert all(stop <= following for (_, stop), (following, _) in pairwise(found))


@often
@given(ANY_SETTINGS, ANY_TASK, ANY_SEED)
def test_the_same_arguments_give_the_same_recording(chosen, task, seed):
    assert trace(chosen, task, 2, seed) == trace(chosen, task, 2, seed)


@often
@given(ANY_SETTINGS, ANY_SEED)
def test_another_seed_gives_another_recording(chosen, seed):
    task = task_that_shows(chosen)
    one, other = (trace(chosen, task, 4, number) for number in (seed, seed + 1))
    assert one.emg != other.emg
    assert one.contractions != other.contractions


@often
@given(ANY_SETTINGS, ANY_TASK, ANY_SEED)
def test_between_contractions_the_electrode_sees_only_noise(chosen, task, seed):
    made = trace(chosen, task, 4, seed)
    quiet_from = 0.0
    for start, stop in [*made.contractions, (4.0, 4.0)]:
        silence = made.emg[round(quiet_from * EMG_HZ) : int((start - 0.001) * EMG_HZ)]
        assert max(map(abs, silence), default=0) <= NOISE
        quiet_from = stop + POTENTIAL_S + 0.001


@often
@given(ANY_SETTINGS, ANY_SEED)
def test_in_a_contraction_the_electrode_sees_more_than_noise(chosen, seed):
    made = trace(chosen, task_that_shows(chosen), 4, seed)
    # A contraction at the very end may be cut off before its first potential.
    whole = [one for one in made.contractions if one[0] < 3.7]
    assert whole, "a recording starts shortly before a contraction"
    for start, stop in whole:
        heard = made.emg[int(start * EMG_HZ) : int((stop + POTENTIAL_S) * EMG_HZ) + 1]
        assert max(map(abs, heard)) > 4 * NOISE


@pytest.mark.parametrize("change", [{"size": 1.0}, {"inside_hz": 300}, {"spread": "corner"}])
def test_a_setting_that_is_not_about_time_leaves_the_times_alone(change):
    assert trace(settings(**change)).contractions == trace(settings()).contractions


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)
def test_a_movement_reaches_about_the_size_it_is_set_to(movement):
    chosen = movement.settings
    made = trace(chosen, task_that_shows(chosen), seconds=30)
    largest = max(max(channel) for channel in made.channels.values())
    assert 0.9 * chosen.size <= largest <= chosen.size


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)
def test_a_movement_is_seen_within_the_first_two_seconds_of_its_default_recording(movement):
    made = trace(movement.settings, task_that_shows(movement.settings))
    early = [max(channel[: 2 * FRAME_HZ]) for channel in made.channels.values()]
    assert max(early) >= 0.5 * movement.settings.size


def test_a_lip_twitch_peaks_as_late_as_lip_muscle_was_measured_to():
    push = [1.0] + [0.0] * 299
    frames = pull(push)
    peak_ms = 1000 * frames.index(max(frames)) / FRAME_HZ
    assert 16 <= peak_ms <= 90
    assert peak_ms == pytest.approx(29, abs=1000 / FRAME_HZ)


def test_a_spot_is_one_unit_that_answers_alike_each_time():
    chosen = settings(rhythm="irregular", rate_hz=0.5, burst_ms=10, spread="spot")
    spot = trace(chosen, seconds=40).channels["spot"]
    peaks = [now for last, now, after in zip(spot, spot[1:], spot[2:], strict=False)
             if last < now >= after and now > 0.1]  # fmt: skip
    assert len(peaks) > 10
    # Frames are 20 ms apart and so miss the top of a twitch by up to 10 ms.
    assert min(peaks) > 0.85 * max(peaks)


def test_one_side_moves_together():
    corner, cheek, eyelid = trace(settings(spread="one-side")).channels.values()
    assert cheek == [pytest.approx(0.8 * value, abs=1e-4) for value in corner]
    assert eyelid == [pytest.approx(0.9 * value, abs=1e-4) for value in corner]


def test_in_waves_neighbouring_patches_follow_one_another():
    made = trace(settings(rhythm="waves", rate_hz=2, burst_ms=150, spread="patch"), seconds=20)
    first, second, third = made.channels.values()
    lag = 0.125 * FRAME_HZ
    assert delay(first, second) == pytest.approx(lag, abs=1)
    assert delay(second, third) == pytest.approx(lag, abs=1)


def test_without_waves_the_patches_move_together():
    first, second, third = trace(settings(spread="patch")).channels.values()
    assert first == second == third


def delay(first: list[float], second: list[float]) -> int:
    """By how many frames the second fits the first best, up to half a second."""

    def fit(shift: int) -> float:
        return sum(a * b for a, b in zip(first, second[shift:], strict=False))

    return max(range(25), key=fit)


@given(st.integers(400, 3000), ANY_SEED)
def test_the_envelope_keeps_the_highest_and_the_lowest(length, seed):
    chance = Random(seed)
    values = [chance.uniform(-5, 5) for _ in range(length)]
    columns = envelope(values, 100)
    assert len(columns) == 100
    assert all(low <= high for low, high in columns)
    assert min(low for low, _ in columns) == round(min(values), 3)
    assert max(high for _, high in columns) == round(max(values), 3)


def test_an_unknown_task_is_refused_in_words():
    with pytest.raises(ValueError, match=r"no task “sleep”.*rest, action, hold-back, distract"):
        trace(settings(), task="sleep")


def test_too_short_a_recording_is_refused_in_words():
    with pytest.raises(ValueError, match=r"half a second or more, not 0\.1"):
        trace(settings(), seconds=0.1)
