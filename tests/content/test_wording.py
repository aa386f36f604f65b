"""Whatever stands in a place of a record, the error is in a teacher's words."""

import copy
import json
import math
import tomllib
from datetime import date, datetime, time

import pytest
from small_data import ORIGINAL
from test_bad_input import assert_plain

from liptwitch.content import wording
from liptwitch.content.general import General
from liptwitch.content.glossary import Term
from liptwitch.content.lessons import Lesson
from liptwitch.content.misconceptions import Misconception
from liptwitch.content.movements import Movement
from liptwitch.content.quizzes import KINDS, Quiz
from liptwitch.content.reading import Reader
from liptwitch.content.references import Reference

JUNK = [
    None, True, 0, -1, 1.5, math.nan, math.inf, 10**400, "", " ", "two words", "\ud800",
    "https://", "http://" + 3000 * "x", "2026-13-45", "2026-11-20T10:00", [], [None], [[]], {},
    {"zzz": 1}, date(2026, 11, 20), datetime(2026, 11, 20, 10), time(10),
]  # fmt: skip
"""What TOML or JSON can hold, and what hardly any field takes."""


def raw(file: str, kind: str) -> list[dict]:
    return tomllib.loads((ORIGINAL / file).read_text(encoding="utf-8"))[kind]


RECORDS = {
    "course": (General, [tomllib.loads((ORIGINAL / "course.toml").read_text(encoding="utf-8"))]),
    "lesson": (Lesson, raw("lessons.toml", "lesson")),
    "quiz": (Quiz, raw("quizzes/00.toml", "quiz")),
    "item": (KINDS, raw("quizzes/00.toml", "item")),
    "term": (Term, raw("glossary.toml", "term")),
    "misconception": (Misconception, raw("misconceptions.toml", "misconception")),
    "movement": (Movement, raw("movements.toml", "movement")),
    "reference": (Reference, json.loads((ORIGINAL / "references.json").read_text("utf-8"))),
}


def places(value: object, path: tuple = ()):
    """Every place in a record, as the keys and positions that lead to it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in inside:
        yield (*path, key)
        if isinstance(part, dict | list):
            yield from places(part, (*path, key))


def with_junk(record: dict, path: tuple, junk: object) -> dict:
    changed = copy.deepcopy(record)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = junk
    return changed


def messages(kind: str, models, record: dict) -> list[str]:
    reader = Reader(ORIGINAL)
    reader.records("file", kind, [record], models)
    return [problem.message for problem in reader.problems]


@pytest.mark.parametrize("kind", RECORDS)
def test_junk_in_any_place_is_said_in_plain_words(kind):
    models, records = RECORDS[kind]
    said = set()
    for record in records:
        assert messages(kind, models, record) == []
        for path in places(record):
            for junk in JUNK:
                said.update(messages(kind, models, with_junk(record, path, junk)))
    assert len(said) > len(JUNK)
    for message in said:
        assert_plain(message)
        assert len(message) < 400


def test_junk_that_no_sentence_is_made_for_is_found(monkeypatch):
    """The check above sees an error type that falls through."""
    sentence = wording._sentence
    monkeypatch.setattr(
        wording, "_sentence", lambda error, model: sentence({**error, "type": "new"}, model)
    )
    with pytest.raises(AssertionError):
        test_junk_in_any_place_is_said_in_plain_words("quiz")


@pytest.mark.parametrize("raw_record", [None, 3, "text", ["list"]])
def test_a_record_that_is_none(raw_record):
    reader = Reader(ORIGINAL)
    assert reader.records("file", "term", [raw_record], Term) == {}
    [problem] = reader.problems
    assert str(problem) == "file, term 1: must be a record of keys and values"


def test_a_hint_names_the_nearest_or_all_that_are_known():
    assert wording.instead("fasciculaton", ["tic", "fasciculation"]) == (
        "did you mean “fasciculation”?"
    )
    assert wording.instead("xyz", ["tic", "tremor"]) == "known are: tic, tremor"
    assert wording.instead("xyz", []) == "there are none yet"
    many = [f"name-{place}" for place in range(40)]
    assert wording.instead("q", many).endswith(" …")
    assert wording.instead("q", many).count(",") == 11


def test_a_long_text_is_cut():
    assert wording.shown("x" * 500) == "“" + "x" * 60 + "…”"
