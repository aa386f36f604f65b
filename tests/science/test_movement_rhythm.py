"""What is measured on a recording is what its settings say."""

from functools import cache
from itertools import pairwise
from math import pi, sin
from statistics import fmean, median

import pytest
from drawn import MOVEMENTS, bursts, settings, task_that_shows
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from liptwitch.science.movement import FRAME_HZ, Trace, features, spectrum, trace

LONG_S = 120
EVERY_MOVEMENT = pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)
IRREGULAR = [one for one in MOVEMENTS.values() if one.settings.rhythm == "irregular"]
EVEN = [one for one in MOVEMENTS.values() if one.settings.rhythm == "regular"]


@cache
def long_recording(movement_id: str) -> Trace:
    chosen = MOVEMENTS[movement_id].settings
    return trace(chosen, task_that_shows(chosen), seconds=LONG_S, seed=3)


def room(movement, count: int) -> float:
    """How far a measured rate may lie from the one that was set, as a share of it.

    Two standard errors of ``count`` chance events; a beat leaves hardly any room.
    """
    return 0.01 if movement.settings.rhythm == "regular" else 2 * count**-0.5


def measured_bursts(movement) -> list[tuple[float, float]]:
    chosen = movement.settings
    made = long_recording(movement.id)
    # Within a burst the gaps between one unit's discharges vary by 15%.
    return bursts(made.emg, quiet_s=max(1.6 / chosen.inside_hz, 0.012))


@EVERY_MOVEMENT
def test_the_electric_trace_has_as_many_bursts_a_second_as_the_settings_say(movement):
    found = measured_bursts(movement)
    rate_hz = (len(found) - 1) / (found[-1][0] - found[0][0])
    assert rate_hz == pytest.approx(movement.settings.rate_hz, rel=room(movement, len(found)))


@EVERY_MOVEMENT
def test_a_burst_of_the_electric_trace_lasts_as_long_as_the_settings_say(movement):
    lengths = [1000 * (stop - start) for start, stop in measured_bursts(movement)]
    chosen = movement.settings
    # The last discharge comes up to one gap before the drive ends.
    room_ms = min(1000 / chosen.inside_hz, chosen.burst_ms) + 6 + 0.05 * chosen.burst_ms
    assert median(lengths) == pytest.approx(chosen.burst_ms, abs=room_ms)


@EVERY_MOVEMENT
def test_the_features_measure_rate_and_length_too(movement):
    chosen = movement.settings
    measured = features(long_recording(movement.id))
    assert measured.rate_hz == pytest.approx(chosen.rate_hz, rel=room(movement, measured.count))
    assert measured.typical_ms == pytest.approx(chosen.burst_ms, rel=0.05)


@hypothesis_settings(max_examples=80, deadline=None)
@given(
    rate_hz=st.floats(0.8, 12),
    burst_ms=st.floats(5, 1000),
    inside_hz=st.floats(2, 400),
    size=st.floats(0.05, 1),
    spread=st.sampled_from(["corner", "one-side", "lips", "lips-and-jaw", "patch", "chin"]),
    seed=st.integers(0, 1000),
)
def test_the_spectrum_of_an_even_beat_peaks_at_its_rate(seed, **changes):
    made = trace(settings(rhythm="regular", **changes), seed=seed)
    assert spectrum(made).peak_hz == pytest.approx(changes["rate_hz"], abs=0.125)


@pytest.mark.parametrize("movement", EVEN, ids=lambda one: one.id)
def test_an_even_movement_has_one_narrow_peak(movement):
    assert mean_peak_share(movement) > 0.7


@pytest.mark.parametrize("movement", IRREGULAR, ids=lambda one: one.id)
def test_an_irregular_movement_has_no_dominant_narrow_peak(movement):
    assert mean_peak_share(movement) < 0.45


def mean_peak_share(movement) -> float:
    """Over 20 recordings as long as the learner's; those with too few contractions are left out."""
    chosen = movement.settings
    task = task_that_shows(chosen)
    found = [spectrum(trace(chosen, task, seed=seed)).peak_share for seed in range(20)]
    shares = [share for share in found if share is not None]
    assert len(shares) >= 5
    return fmean(shares)


@pytest.mark.parametrize(
    ("rhythm", "lowest", "highest"),
    [
        ("regular", 0.0, 0.05),
        ("held", 0.03, 0.1),
        ("waves", 0.1, 0.3),
        ("irregular", 0.5, 1.1),
        ("bouts", 0.7, 2.0),
    ],
)
def test_each_rhythm_varies_its_gaps_in_its_own_way(rhythm, lowest, highest):
    made = trace(settings(rhythm=rhythm, rate_hz=0.8, burst_ms=100), seconds=LONG_S)
    assert lowest <= features(made).gap_variation <= highest


def test_gaps_of_an_irregular_movement_do_not_foretell_each_other():
    made = trace(settings(rhythm="irregular", rate_hz=2, burst_ms=20), seconds=300)
    starts = [start for start, _ in made.contractions]
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    mean = fmean(gaps)
    spread = sum((gap - mean) ** 2 for gap in gaps)
    following = sum((gap - mean) * (after - mean) for gap, after in pairwise(gaps))
    assert abs(following / spread) < 0.1


def test_bouts_are_groups_of_three_to_five_alike():
    made = trace(settings(rhythm="bouts", rate_hz=0.6, burst_ms=100), seconds=LONG_S)
    starts = [start for start, _ in made.contractions]
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    sizes, size = [], 1
    for gap in gaps:
        if gap < 1:
            size += 1
        else:
            sizes.append(size)
            size = 1
    assert set(sizes) == {3, 4, 5}
    lengths = [stop - start for start, stop in made.contractions]
    assert max(lengths) < 1.15 * min(lengths)


def test_a_burst_too_long_for_its_rate_is_cut_so_that_the_muscle_relaxes():
    made = trace(settings(rate_hz=5, burst_ms=3000))
    lengths = [stop - start for start, stop in made.contractions]
    assert max(lengths) <= 0.7 * 1.03 / 5


def test_no_rhythm_is_read_from_a_handful_of_contractions():
    found = spectrum(trace(settings(rhythm="held", rate_hz=0.25, burst_ms=2000)))
    assert found.peak_hz is None
    assert max(found.power) == 1


def test_stillness_has_an_empty_spectrum():
    found = spectrum(trace(settings(when="action"), task="rest"))
    assert set(found.power) == {0.0}
    assert found.peak_hz is None
    assert found.peak_share is None


def test_the_spectrum_runs_from_half_a_hertz_to_fifteen():
    found = spectrum(trace(settings()))
    assert (found.frequency_hz[0], found.frequency_hz[-1]) == (0.5, 15.0)
    assert len(found.frequency_hz) == len(found.power) == 117
    assert max(found.power) == 1
    assert min(found.power) >= 0


def test_regions_that_move_against_each_other_do_not_cancel_in_the_spectrum():
    beat = [0.4 * sin(2 * pi * 3 * frame / FRAME_HZ) for frame in range(8 * FRAME_HZ)]
    made = Trace(
        seconds=8,
        emg=[],
        contractions=[(number / 3, number / 3 + 0.1) for number in range(24)],
        channels={
            "patch-1": [0.5 + value for value in beat],
            "patch-2": [0.5 - value for value in beat],
        },
    )
    assert spectrum(made).peak_hz == pytest.approx(3, abs=0.01)
