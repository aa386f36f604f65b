"""What is said of a movement: true, plain, and no help in a guessing game."""

import re

import pytest
from drawn import ANY_SETTINGS, MOVEMENTS, settings
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from liptwitch.science.movement import (
    TASKS,
    Features,
    Trace,
    describe,
    features,
    trace,
)

TERMS = [
    "fasciculat", "tic", "tics", "tremor", "trembl", "myokymia", "myoclon", "dystoni", "spasm",
    "synkines", "twitch", "seizure", "clonic", "tonic", "parkinson", "rabbit", "functional",
    "essential", "hemifacial", "bout", "suppress", "voluntar",
]  # fmt: skip


def names_in(sentence: str) -> list[str]:
    """Terms in a sentence; “tic” only as a word of its own, the long ones as beginnings."""
    words = re.findall(r"[a-z]+", sentence.lower())
    short = [word for word in words if word in ("tic", "tics")]
    long = [word for word in words for term in TERMS if len(term) > 4 and word.startswith(term)]
    return short + long


@hypothesis_settings(max_examples=200)
@given(ANY_SETTINGS, st.sampled_from(TASKS))
def test_a_description_is_one_sentence_that_names_nothing(chosen, task):
    sentence = describe(chosen, task)
    assert names_in(sentence) == []
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
    assert "{" not in sentence
    assert "  " not in sentence


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)
@pytest.mark.parametrize("task", TASKS)
def test_no_word_of_a_movements_name_is_in_its_description(movement, task):
    said = set(re.findall(r"[a-z]+", describe(movement.settings, task).lower()))
    name = set(re.findall(r"[a-z]+", movement.name.lower())) - {"of", "and", "mouth", "jaw", "rest"}
    assert not said & name


def test_the_twelve_are_described_differently_but_for_the_two_that_look_alike():
    said = {one.id: describe(one.settings, "rest") for one in MOVEMENTS.values()}
    moving = {name: words for name, words in said.items() if "nothing moves" not in words}
    same = [sorted(name for name in moving if moving[name] == words) for words in moving.values()]
    assert [pair for pair in same if len(pair) > 1] == [
        ["parkinson-rest-tremor", "rabbit-syndrome"]
    ] * 2


@pytest.mark.parametrize(
    ("changes", "task", "sentence"),
    [
        (
            {},
            "rest",
            "At rest, both lips together go to and fro clearly, evenly, about 5 times a second.",
        ),
        (
            {"spread": "corner", "rate_hz": 2, "burst_ms": 150, "size": 0.7},
            "action",
            "While the lips are gently pursed, the right corner of the mouth jerks and relaxes"
            " strongly, evenly, about twice a second.",
        ),
        ({"when": "action"}, "rest", "At rest, nothing moves."),
        ({"when": "rest"}, "action", "While the lips are gently pursed, nothing moves."),
        (
            {"suppressible": "briefly", "rhythm": "bouts", "rate_hz": 0.6, "spread": "chin"},
            "hold-back",
            "Held back on request, it stops for some seconds; then, as before, the skin of the chin"
            " makes the same quick move, clearly, a few times in a row, then pauses,"
            " about 6 times in ten seconds on average.",
        ),
        (
            {"rhythm": "held", "burst_ms": 2000, "rate_hz": 0.25, "spread": "lower-half"},
            "distract",
            "While the person taps a beat with one hand, it goes on: the right half of the lower"
            " lip pulls tight and stays so for about 2 seconds, clearly, about once in 4 seconds.",
        ),
    ],
)
def test_a_description_reads_like_this(changes, task, sentence):
    assert describe(settings(**changes), task) == sentence


@pytest.mark.parametrize("spread", ["spot", "corner", "one-side", "lower-half", "patch"])
def test_the_side_is_said_as_the_persons_right(spread):
    assert "right" in describe(settings(spread=spread))


def test_features_of_a_known_recording():
    known = Trace(
        seconds=4,
        emg=[],
        contractions=[(0.5, 0.6), (1.5, 1.62), (2.5, 2.6), (3.5, 4)],
        channels={"chin": [0.0, 0.3, 0.1]},
    )
    assert features(known) == Features(
        count=4,
        rate_hz=1.0,
        gap_variation=0.0,
        typical_ms=100,
        longest_ms=120,
        largest=0.3,
    )


def test_features_of_stillness():
    nothing = features(trace(settings(when="action"), "rest"))
    assert nothing == Features(0, None, None, None, None, 0.0)


def test_the_gap_that_a_task_makes_is_not_put_down_to_the_rhythm():
    made = trace(settings(suppressible="when-distracted"), "distract")
    assert features(made).gap_variation < 0.1
    assert features(made).rate_hz == pytest.approx(5, abs=0.2)
