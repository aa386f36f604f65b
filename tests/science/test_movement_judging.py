"""Each movement is what it says, and the look-alikes are the ones that are meant."""

import pytest
from drawn import MOVEMENTS, settings

from liptwitch.content.movements import Criterion
from liptwitch.science.movement import Finding, fits, judge

# Settings of the first also make a movement that deserves the name of the second: by eye alone
# nobody can tell. What does tell is in the movement's own question.
LOOK_ALIKES = {
    ("parkinson-rest-tremor", "rabbit-syndrome"): "medicines",
    ("rabbit-syndrome", "parkinson-rest-tremor"): "medicines",
    ("tic", "myoclonus"): "urge",
}


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)
def test_every_movement_is_what_its_name_says(movement):
    wrong = [one for one in judge(movement.settings, movement.criteria) if not one.holds]
    assert wrong == []


def test_only_the_meant_look_alikes_pass_for_one_another():
    found = {
        (one.id, other.id)
        for one in MOVEMENTS.values()
        for other in MOVEMENTS.values()
        if one is not other and fits(one.settings, other.criteria)
    }
    assert found == set(LOOK_ALIKES)


@pytest.mark.parametrize(("pair", "word"), LOOK_ALIKES.items())
def test_the_question_says_what_tells_look_alikes_apart(pair, word):
    assert word in MOVEMENTS[pair[0]].ask


def test_a_tic_of_a_longer_move_is_no_longer_a_jerk_like_myoclonus():
    longer = MOVEMENTS["tic"].settings.model_copy(update={"burst_ms": 180.0})
    assert fits(longer, MOVEMENTS["tic"].criteria)
    assert not fits(longer, MOVEMENTS["myoclonus"].criteria)


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)
def test_every_criterion_can_fail_and_then_says_why(movement):
    for criterion in movement.criteria:
        broken = break_(movement.settings, criterion)
        failed = [one for one in judge(broken, movement.criteria) if not one.holds]
        assert Finding(criterion.setting, False, criterion.because) in failed


def break_(chosen, criterion):
    """Settings that differ in one respect, so that the criterion does not hold."""
    if criterion.one_of:
        kind = type(getattr(chosen, criterion.setting))
        value = next(one for one in kind if one.value not in criterion.one_of)
    else:
        value = criterion.highest * 1.01 if criterion.highest else criterion.lowest * 0.99
    return chosen.model_copy(update={criterion.setting: value})


@pytest.mark.parametrize(
    ("rate_hz", "holds"), [(3.99, False), (4, True), (5, True), (6, True), (6.01, False)]
)
def test_limits_belong_to_the_range(rate_hz, holds):
    range_ = Criterion(setting="rate_hz", lowest=4, highest=6, because="It beats 4 to 6 times.")
    assert judge(settings(rate_hz=rate_hz), [range_]) == [
        Finding("rate_hz", holds, "It beats 4 to 6 times.")
    ]


def test_a_range_may_be_open_on_one_side():
    low = Criterion(setting="burst_ms", lowest=500, because="Long.")
    high = Criterion(setting="burst_ms", highest=100, because="Short.")
    found = [judge(settings(burst_ms=length), [low, high]) for length in (50, 300, 600)]
    assert [[one.holds for one in pair] for pair in found] == [
        [False, True],
        [False, False],
        [True, False],
    ]


def test_findings_keep_the_order_of_the_criteria():
    movement = MOVEMENTS["fasciculation"]
    names = [one.setting for one in judge(movement.settings, movement.criteria)]
    assert names == [one.setting for one in movement.criteria]
