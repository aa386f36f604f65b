"""The frequency tree, counted person by person and by Bayes' rule in fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liptwitch.science.probability import (
    Tree,
    in_round_numbers,
    negative_predictive_value,
    positive_predictive_value,
    tree,
)

HUNDREDTHS = st.integers(0, 100)
GROUPS = st.sampled_from([1000, 10_000, 100_000])
GROUP = GROUPS.flatmap(lambda people: st.tuples(st.just(people), st.integers(0, people)))
TREES = st.builds(
    Tree,
    hits=st.integers(0, 5000),
    misses=st.integers(0, 5000),
    alarms=st.integers(0, 100_000),
    clear=st.integers(1, 100_000),
)


@given(GROUP, HUNDREDTHS, HUNDREDTHS)
def test_each_end_is_within_half_a_person_of_its_share(group, sensitivity, specificity):
    people, ill = group
    counted = tree(people, ill, sensitivity, specificity)
    assert (counted.people, counted.ill) == (people, ill)
    assert abs(counted.hits - Fraction(ill * sensitivity, 100)) <= Fraction(1, 2)
    assert abs(counted.clear - Fraction((people - ill) * specificity, 100)) <= Fraction(1, 2)
    assert min(counted.hits, counted.misses, counted.alarms, counted.clear) >= 0


def test_half_a_person_counts_as_one():
    assert tree(1000, 5, 50, 100).hits == 3


@given(st.integers(1, 99), st.integers(1, 100), st.integers(0, 99))
def test_the_counts_give_what_bayes_rule_gives(ill, sensitivity, specificity):
    """Ten thousand times a hundred people: no share needs rounding, so the two agree exactly."""
    counted = tree(10_000, 100 * ill, sensitivity, specificity)
    shares = [Fraction(one, 100) for one in (ill, sensitivity, specificity)]
    assert Fraction(counted.hits, counted.positive) == positive_predictive_value(*shares)
    if counted.negative:
        assert Fraction(counted.clear, counted.negative) == negative_predictive_value(*shares)


@given(
    st.fractions(Fraction(1, 1000), Fraction(1, 2)),
    st.fractions(Fraction(1, 100), 1),
    st.fractions(0, Fraction(99, 100)),
)
def test_odds_times_likelihood_ratio_says_the_same(prior, sensitivity, specificity):
    ratio = sensitivity / (1 - specificity)
    odds = prior / (1 - prior) * ratio
    assert positive_predictive_value(prior, sensitivity, specificity) == odds / (1 + odds)


def test_nobody_with_the_sign_has_no_answer():
    with pytest.raises(ZeroDivisionError):
        positive_predictive_value(Fraction(0), Fraction(1), Fraction(1))


@given(TREES)
def test_the_dots_are_a_thousand_and_none_is_off_by_one(counted):
    groups = (counted.hits, counted.misses, counted.alarms, counted.clear)
    dots = counted.dots()
    assert sum(dots) == 1000
    for group, dotted in zip(groups, dots, strict=True):
        assert abs(dotted - Fraction(1000 * group, counted.people)) < 1


@given(st.integers(1, 200_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_round_numbers_are_near_and_never_none_or_all_by_rounding(count):
    part, whole = count
    said, of = in_round_numbers(part, whole)
    assert abs(Fraction(said, of) - Fraction(part, whole)) <= Fraction(part, whole) / 10
    assert (said == 0) == (part == 0)
    assert (said == of) == (part == whole)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (9, 98, (9, 100)),
        (3, 69_999, (4, 100_000)),
        (2, 30_001, (7, 100_000)),
        (0, 12, (0, 100)),
        (1, 3, (33, 100)),
    ],
)
def test_the_smallest_group_that_tells_it(part, whole, said):
    assert in_round_numbers(part, whole) == said


@pytest.mark.parametrize(
    "wrong", [(0, 0, 50, 50), (1000, 1001, 50, 50), (1000, -1, 50, 50), (1000, 1, 101, 50)]
)
def test_what_cannot_be_counted_is_refused(wrong):
    with pytest.raises(ValueError, match=r"no count of people|so many of 100"):
        tree(*wrong)


@pytest.mark.parametrize("wrong", [(1, 0), (4, 3), (-1, 3)])
def test_a_part_larger_than_the_whole_is_refused(wrong):
    with pytest.raises(ValueError, match="no count of people"):
        in_round_numbers(*wrong)
