"""The page marks as Python does: the same verdict and the same points for the same response."""

import itertools
import json
import math
import random
from types import SimpleNamespace

import pytest

from liptwitch.content.quizzes import NumberItem
from liptwitch.exhibits.front_end import QUIZ_CODE
from liptwitch.exhibits.quiz import item_for_page
from liptwitch.learning import scoring
from liptwitch.learning.log import CERTAINTIES

RANDOM_RESPONSES = 40


@pytest.fixture(scope="module")
def marks(chromium):
    """The front end's own marking: a list of (item, response) to a list of verdicts."""
    page = chromium.new_page()
    page.evaluate(
        """async (code) => {
             const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
             window.quiz = await import(address);
           }""",
        QUIZ_CODE,
    )
    yield SimpleNamespace(
        verdicts=lambda cases: page.evaluate(
            "(cases) => cases.map(([item, response]) => quiz.isRight(item, response))", cases
        ),
        points=lambda cases: page.evaluate("(cases) => cases.map((c) => quiz.points(...c))", cases),
    )
    page.close()


def test_every_item_and_every_kind_of_response(course, marks):
    cases = [(item, r) for item in course.items.values() for r in responses(item)]
    assert_same(course, cases, marks)
    right = {item.id for item, response in cases if scoring.is_right(item, response)}
    assert right == set(course.items)  # no item without a right response among them
    assert len(cases) > 40 * len(course.items)


def test_numbers_with_any_answer_and_tolerance(course, marks):
    chance = random.Random("numbers")
    real = next(item for item in course.items.values() if isinstance(item, NumberItem))
    items = [
        real.model_copy(update={"answer": answer, "tolerance": tolerance, "slips": ()})
        for answer in (0.0, 0.2, 0.3, -1.5, 7.0, 1e6, chance.uniform(-1, 1))
        for tolerance in (0.0, 0.1, 5.0, 1e4)
    ]
    assert_same(course, [(item, r) for item in items for r in responses(item)], marks)


def test_points(marks):
    cases = list(itertools.product([True, False], CERTAINTIES))
    assert marks.points(cases) == [scoring.points(*case) for case in cases]


def assert_same(course, cases, marks):
    expected = [scoring.is_right(*case) for case in cases]
    shown = {id(item): item_for_page(course, item) for item, _ in cases}
    found = marks.verdicts([(shown[id(item)], response) for item, response in cases])
    differing = [
        f"{item.id}: {json.dumps(response)}: the page says {one}, Python {other}"
        for (item, response), one, other in zip(cases, found, expected, strict=True)
        if one is not other
    ]
    assert differing == []


def responses(item) -> list:
    """The right response, every near miss, and chance ones; the same ones in every run."""
    chance = random.Random(item.id)
    match item.kind:
        case "single":
            return [*"abcd"[: len(item.options)]] * (RANDOM_RESPONSES // 3)
        case "several":
            known = "abcdef"[: len(item.options)]
            sets = [
                list(s) for n in range(len(known)) for s in itertools.combinations(known, n + 1)
            ]
            return [*sets, *[chance.sample(s, len(s)) for s in sets * 2]]
        case "match":
            left = list(item.key)
            right = "abcdefgh"[: len(left) + len(item.decoys)]
            orders = list(itertools.permutations(right, len(left)))
            orders += [chance.choices(right, k=len(left)) for _ in range(RANDOM_RESPONSES)]
            return [dict(zip(left, order, strict=True)) for order in orders]
        case "order":
            return [list(order) for order in itertools.permutations(item.key)] * 7
    if item.kind == "point":
        return [*item.offer, *item.key, *(one.region for one in item.elsewhere)] * RANDOM_RESPONSES
    edges = [
        item.answer + side * (item.tolerance + beyond)
        for side in (-1, 1)
        for beyond in (0, 1e-12, -1e-12, 5e-10, 2e-9, 1e-6, -1e-6, 1e-3, 1)
    ]
    nearby = [math.nextafter(edge, way) for edge in edges for way in (-math.inf, math.inf)]
    far = [chance.uniform(-3, 3) * (1 + abs(item.answer)) for _ in range(RANDOM_RESPONSES)]
    return [item.answer, *edges, *nearby, *far, *[slip.value for slip in item.slips]]
