"""Cohen's kappa, on tables whose value is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liptwitch.science.agreement import kappa


def pairs(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> list[tuple[str, str]]:
    return (
        [("yes", "yes")] * yes_yes
        + [("yes", "no")] * yes_no
        + [("no", "yes")] * no_yes
        + [("no", "no")] * no_no
    )


def test_a_table_counted_by_hand():
    """35 of 50 alike; 25 and 30 times yes: expected 0.5, so (0.7 - 0.5) / 0.5."""
    assert kappa(pairs(20, 5, 10, 15)) == pytest.approx(0.4)


def test_full_agreement_is_one():
    assert kappa(pairs(3, 0, 0, 4)) == 1


def test_chance_is_nothing():
    assert kappa(pairs(25, 25, 25, 25)) == pytest.approx(0)


def test_less_than_chance_is_below_nothing():
    assert kappa(pairs(0, 5, 5, 0)) == pytest.approx(-1)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2))
def test_it_matters_to_nobody_who_comes_first(sorted_twice):
    swapped = [(other, one) for one, other in sorted_twice]
    try:
        forward = kappa(sorted_twice)
    except ValueError:
        with pytest.raises(ValueError, match="not defined"):
            kappa(swapped)
    else:
        assert kappa(swapped) == pytest.approx(forward)
        assert -1 - 1e-9 <= forward <= 1


def test_nothing_sorted_is_no_agreement():
    with pytest.raises(ValueError, match="at least one"):
        kappa([])


def test_one_category_alone_says_nothing():
    with pytest.raises(ValueError, match="one category"):
        kappa([("yes", "yes")] * 5)
