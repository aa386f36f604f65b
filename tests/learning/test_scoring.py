"""Marks: right or wrong, points, and the summary of certainty."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_course import match, number, order, point, several, single

from liptwitch.learning.log import CERTAINTIES, Answer
from liptwitch.learning.scoring import (
    HIGH_FROM,
    MIDDLE_FROM,
    ResponseError,
    best_certainty,
    expected_points,
    is_right,
    points,
    summarise,
)

calmly = settings(deadline=None, derandomize=True)  # no clock, the same examples every time

ALL_KINDS = [single("a"), several("b"), match("c"), order("d"), number("e"), point("f")]

probabilities = st.floats(0, 1)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("item", "response", "right"),
    [
        (single("i"), "b", True),
        (single("i"), "a", False),
        (several("i"), ["a", "c"], True),
        (several("i"), ["c", "a"], True),
        (several("i"), ["a"], False),
        (several("i"), ["a", "b", "c"], False),
        (match("i"), {"a": "a", "b": "b", "c": "c"}, True),
        (match("i"), {"a": "b", "b": "a", "c": "c"}, False),
        (match("i"), {"a": "a", "b": "b", "c": "d"}, False),
        (match("i"), {"a": "a", "b": "a", "c": "a"}, False),
        (order("i"), ["a", "b", "c"], True),
        (order("i"), ["b", "a", "c"], False),
        (number("i"), 0.3, True),
        (number("i"), 0.35, True),
        (number("i"), 0.41, False),
        (number("i"), -0.3, False),
        (number("i", answer=5, tolerance=0), 5, True),
        (point("i"), "orbicularis-oris", True),
        (point("i"), "modiolus", True),
        (point("i"), "frontalis", False),
        (point("i", sides=True, answer=["left-frontalis"]), "left-frontalis", True),
        (point("i", sides=True, answer=["left-frontalis"]), "right-frontalis", False),
    ],
)
def test_a_response_is_right_as_a_whole_or_wrong(item, response, right):
    assert is_right(item, response) is right


@calmly
@given(st.integers(-1000, 1000), st.integers(0, 1000), st.sampled_from([10, 100, 1000]))
def test_a_number_at_the_edge_of_the_tolerance_is_right(answer, tolerance, scale):
    """As people write it in decimals, whatever the computer's rounding makes of it."""
    item = number("i", answer=answer / scale, tolerance=tolerance / scale)
    assert is_right(item, (answer + tolerance) / scale)
    assert is_right(item, (answer - tolerance) / scale)
    assert not is_right(item, (answer + tolerance + 0.01) / scale)
    assert not is_right(item, (answer - tolerance - 0.01) / scale)


@pytest.mark.parametrize(
    ("item", "response", "says"),
    [
        (single("i"), "d", "one of the answers a, b or c"),
        (single("i"), None, "one of the answers"),
        (single("i"), ["b"], "one of the answers"),
        (several("i"), [], "one or more"),
        (several("i"), ["a", "a", "c"], "each once"),
        (several("i"), "ac", "one or more"),
        (match("i"), {"a": "a", "b": "b"}, "each of the 3 lines"),
        (match("i"), {"a": "a", "b": "b", "c": "e"}, "each of the 3 lines"),
        (match("i"), {"a": "a", "b": "b", "c": ["c"]}, "each of the 3 lines"),
        (order("i"), ["a", "b"], "all 3 steps"),
        (order("i"), ["a", "b", "b"], "all 3 steps"),
        (number("i"), "0.3", "Give a number"),
        (number("i"), True, "Give a number"),
        (number("i"), float("nan"), "Give a number"),
        (number("i"), float("inf"), "Give a number"),
        (number("i"), 10**400, "Give a number"),
        (point("i"), None, "Point at one place"),
        (point("i"), ["modiolus"], "Point at one place"),
        (
            point("i", offer=["orbicularis-oris", "modiolus", "frontalis"]),
            "risorius",
            "Point at one place",
        ),
    ],
)
def test_a_response_of_the_wrong_shape_is_refused_in_plain_words(item, response, says):
    with pytest.raises(ResponseError, match=says):
        is_right(item, response)


@calmly
@given(st.sampled_from(ALL_KINDS), anything)
def test_no_response_whatever_crashes_the_marking(item, response):
    with suppress(ResponseError):
        assert is_right(item, response) in (True, False)


def test_points_are_those_of_the_published_rule():
    assert [points(True, certainty) for certainty in CERTAINTIES] == [1, 2, 3]
    assert [points(False, certainty) for certainty in CERTAINTIES] == [0, -2, -6]


def test_an_unknown_certainty_is_refused():
    with pytest.raises(ResponseError, match="low, middle or high"):
        points(True, "very")


def test_thresholds_are_the_published_ones():
    assert (round(MIDDLE_FROM, 2), HIGH_FROM) == (0.67, 0.80)


@calmly
@given(probabilities)
def test_reporting_the_true_certainty_pays_best(probability):
    honest = expected_points(probability, best_certainty(probability))
    for claimed in CERTAINTIES:
        assert expected_points(probability, claimed) <= honest + 1e-12


@calmly
@given(probabilities)
def test_every_false_report_costs_except_at_a_threshold(probability):
    if min(abs(probability - MIDDLE_FROM), abs(probability - HIGH_FROM)) < 1e-6:
        return
    honest = best_certainty(probability)
    for claimed in set(CERTAINTIES) - {honest}:
        assert expected_points(probability, claimed) < expected_points(probability, honest)


def answer(right, certainty):
    return Answer(
        id=f"{right}-{certainty}",
        item="i",
        response="a",
        right=right,
        certainty=certainty,
        time="2026-03-01T09:00:00Z",
    )


def test_summary_of_two_answers_by_hand():
    """Half right; points 2 + 0 = 2, mean 1. Uniform low certainty would have had a mean of 0.5."""
    marks = summarise([answer(True, "middle"), answer(False, "low")])
    assert (marks.answered, marks.right, marks.rated, marks.points) == (2, 1, 2, 2)
    assert marks.accuracy == 0.5
    assert marks.adjusted == pytest.approx(0.5 + 0.1 * (1 - 0.5))


def test_nine_of_ten_right_at_middle_certainty_lose_a_little():
    """Mean 1.6; uniform high certainty would have had 9 * 0.9 - 6 = 2.1."""
    marks = summarise([answer(True, "middle")] * 9 + [answer(False, "middle")])
    assert marks.adjusted == pytest.approx(0.9 + 0.1 * (1.6 - 2.1))


def test_answers_without_certainty_count_as_answers_and_not_as_points():
    marks = summarise([answer(True, None), answer(False, None)])
    assert (marks.answered, marks.right, marks.rated, marks.points) == (2, 1, 0, 0)
    assert marks.accuracy is None
    assert marks.adjusted is None


@calmly
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(CERTAINTIES)), min_size=1))
def test_one_certainty_for_everything_never_earns_a_bonus(pairs):
    for certainty in CERTAINTIES:
        marks = summarise([answer(right, certainty) for right, _ in pairs])
        assert marks.adjusted <= marks.accuracy + 1e-12
