"""Intervals, against the definitions that they come from and not against their own formulas."""

from math import comb, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liptwitch.science.intervals import Z_95, highest_after_none, rule_of_three, wilson

COUNTS = st.integers(1, 2000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS)
def test_the_score_test_just_tolerates_both_ends(count):
    """At each end the share seen lies exactly 1.96 standard errors *of that end* away."""
    hits, of = count
    for end in wilson(hits, of):
        distance = abs(hits / of - end)
        assert distance == pytest.approx(Z_95 * sqrt(end * (1 - end) / of), abs=1e-9)


@given(COUNTS)
def test_the_interval_holds_the_share_and_stays_in_bounds(count):
    hits, of = count
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    assert low < high


@given(COUNTS)
def test_having_and_not_having_are_mirrors(count):
    hits, of = count
    low, high = wilson(hits, of)
    assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low))


@given(st.integers(1, 5000), st.floats(0.5, 0.999))
def test_none_is_just_believable_at_the_bound(of, confidence):
    bound = highest_after_none(of, confidence)
    none = comb(of, 0) * (1 - bound) ** of
    assert none == pytest.approx(1 - confidence, rel=1e-6)


@given(st.integers(20, 5000))
def test_the_rule_of_three_is_a_little_too_wide_and_never_by_much(of):
    exact = highest_after_none(of)
    assert exact < rule_of_three(of) < exact * 1.08


def test_the_rule_of_three_never_says_more_than_all():
    assert rule_of_three(2) == 1


@pytest.mark.parametrize(("hits", "of"), [(-1, 3), (4, 3), (0, 0)])
def test_no_count_of_people_is_refused(hits, of):
    with pytest.raises(ValueError, match="no count of people"):
        wilson(hits, of)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_no_confidence_is_refused(confidence):
    with pytest.raises(ValueError, match="between 0 and 1"):
        highest_after_none(121, confidence)
