"""The twelve movements as a learner and a neurologist read them."""

import re

import pytest
from drawn import MOVEMENTS

EVERY_MOVEMENT = pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda one: one.id)


def test_all_twelve_are_there():
    assert list(MOVEMENTS) == [
        "fasciculation", "tic", "parkinson-rest-tremor", "essential-tremor", "hemifacial-spasm",
        "facial-myokymia", "myoclonus", "rabbit-syndrome", "focal-motor-seizure",
        "functional-spasm", "dystonia", "synkinesis",
    ]  # fmt: skip


@EVERY_MOVEMENT
def test_sentences_are_short(movement):
    texts = [movement.plain, movement.looks, movement.ask]
    texts += [basis.says for basis in movement.basis]
    texts += [criterion.because for criterion in movement.criteria]
    sentences = [one for text in texts for one in re.split(r"(?<=[.?!:]) ", text)]
    assert [one for one in sentences if len(one.split()) > 20] == []


@EVERY_MOVEMENT
def test_an_assumption_says_that_it_is_one(movement):
    admits = re.compile(
        r"\bour\b|[Nn]ot found|found (no|nothing)|was found|[Ww]e (let|assume)|only"
    )
    silent = [
        basis.setting
        for basis in movement.basis
        if basis.confidence == "assumed" and not admits.search(basis.says)
    ]
    assert silent == []


def test_where_two_texts_of_the_same_disorder_differ_the_reader_is_told():
    parkinson, myokymia = MOVEMENTS["parkinson-rest-tremor"], MOVEMENTS["facial-myokymia"]
    says = {basis.setting: basis.says for basis in parkinson.basis}
    assert "4 to 6 Hz" in says["rate_hz"]
    assert "3 to 8 Hz" in says["rate_hz"]
    says = {basis.setting: basis.says for basis in myokymia.basis}
    assert "how often bursts recur" in says["rate_hz"]
    assert "inside a burst" in says["inside_hz"]


def test_sleep_is_no_test_for_rabbit_syndrome():
    assert "sleep" not in MOVEMENTS["rabbit-syndrome"].model_dump_json()
