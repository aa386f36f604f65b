"""Scores of a case, against arithmetic that is done another way."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liptwitch.content.urgency import Urgency
from liptwitch.science.case_scoring import (
    LEVELS,
    TOO_HIGH,
    TOO_LOW,
    brier,
    distance,
    normalised,
    triage_loss,
)

calmly = settings(deadline=None, derandomize=True)

amounts = st.lists(st.integers(0, 400), min_size=1, max_size=9)
beliefs = amounts.map(lambda some: {f"h{n}": one for n, one in enumerate(normalised(some))})


def exact_brier(shares: dict[str, int], outcome: str) -> Fraction:
    """1 − 2p(outcome) + Σp²: the same score, multiplied out, in exact fractions."""
    parts = {name: Fraction(share, 100) for name, share in shares.items()}
    return 1 - 2 * parts[outcome] + sum(part * part for part in parts.values())


@calmly
@given(beliefs)
def test_brier_is_what_it_is_in_exact_fractions(shares):
    for outcome in shares:
        assert brier(shares, outcome) == pytest.approx(float(exact_brier(shares, outcome)))


def test_brier_runs_from_0_to_2():
    assert brier({"a": 100, "b": 0}, "a") == 0
    assert brier({"a": 100, "b": 0}, "b") == 2
    with pytest.raises(KeyError):
        brier({"a": 100}, "nothing")


@calmly
@given(amounts, st.randoms(use_true_random=False))
def test_the_distance_is_by_how_much_the_score_is_worse_on_average(some, chance):
    """If things happen as often as the second beliefs say."""
    mine = {f"h{n}": one for n, one in enumerate(normalised(some))}
    other = list(mine.values())
    chance.shuffle(other)
    theirs = dict(zip(mine, other, strict=True))

    def expected(shares):
        return sum(theirs[one] / 100 * brier(shares, one) for one in theirs)

    assert distance(mine, theirs) == pytest.approx(expected(mine) - expected(theirs))


def test_a_distance_needs_the_same_hypotheses():
    with pytest.raises(KeyError, match="b"):
        distance({"a": 100}, {"a": 50, "b": 50})


def test_triage_costs_nothing_in_the_range_and_more_below_than_above():
    safe = [Urgency.SAME_DAY, Urgency.WITHIN_A_WEEK]
    losses = {level: triage_loss(level, safe) for level in LEVELS}
    assert losses == {
        Urgency.SELF_CARE: 2 * TOO_LOW,
        Urgency.ROUTINE: TOO_LOW,
        Urgency.WITHIN_A_WEEK: 0,
        Urgency.SAME_DAY: 0,
        Urgency.EMERGENCY: TOO_HIGH,
    }
    assert TOO_LOW > TOO_HIGH


@calmly
@given(st.sampled_from(LEVELS), st.sets(st.sampled_from(LEVELS), min_size=1))
def test_a_step_away_from_the_range_never_costs_less(chosen, safe):
    places = sorted(LEVELS.index(level) for level in safe)
    place = LEVELS.index(chosen)
    loss = triage_loss(chosen, safe)
    if place > places[-1] and place < len(LEVELS) - 1:
        assert triage_loss(LEVELS[place + 1], safe) == loss + TOO_HIGH
    if 0 < place < places[0]:
        assert triage_loss(LEVELS[place - 1], safe) == loss + TOO_LOW


@calmly
@given(amounts)
def test_normalised_sums_to_100_and_keeps_order_and_proportion(some):
    shares = normalised(some)
    assert sum(shares) == 100
    if sum(some):
        for one, share in zip(some, shares, strict=True):
            assert abs(share - 100 * one / sum(some)) < 1
    for one, share in zip(some, shares, strict=True):
        for other, its in zip(some, shares, strict=True):
            assert not (one > other and share < its)


@calmly
@given(beliefs)
def test_what_sums_to_100_stays_as_it_is(shares):
    assert normalised(list(shares.values())) == list(shares.values())


@pytest.mark.parametrize("wrong", [[], [-1, 2]])
def test_what_cannot_be_shared_out(wrong):
    with pytest.raises(ValueError, match="0 or more"):
        normalised(wrong)
