"""What the quiz in the page gets back from Python."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_course import small_course

from liptwitch.learning.log import Log
from liptwitch.learning.recorder import Recorder

calmly = settings(deadline=None, derandomize=True)  # no clock, the same examples every time

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
COURSE = small_course()
MESSAGE = {"id": "u-1", "item": "01-check-one", "response": "b", "certainty": "high"}


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "progress.jsonl")


@pytest.fixture
def recorder(log):
    return Recorder(COURSE, log, now=lambda: NOW)


def test_an_answer_is_marked_kept_and_acknowledged(recorder, log):
    assert recorder.record(MESSAGE) == {
        "id": "u-1",
        "saved": True,
        "right": True,
        "message": "Saved.",
    }
    [answer] = log.read().answers
    assert (answer.item, answer.response, answer.certainty) == ("01-check-one", "b", "high")
    assert answer.time == "2026-03-01T09:30:00Z"


def test_python_marks_whatever_the_page_claims(recorder, log):
    assert recorder.record({**MESSAGE, "response": "a", "right": True})["right"] is False
    assert log.read().answers[0].right is False


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("2026-02-28T23:59:59.750Z", "2026-02-28T23:59:59Z"),
        ("2026-03-01T10:15:00+01:00", "2026-03-01T09:15:00Z"),
        ("2031-01-01T00:00:00Z", "2026-03-01T09:30:00Z"),
        ("2026-02-28T23:59:59", "2026-03-01T09:30:00Z"),
        ("yesterday", "2026-03-01T09:30:00Z"),
        (1772357400, "2026-03-01T09:30:00Z"),
        ("0001-01-01T00:00:00+23:59", "2026-03-01T09:30:00Z"),
        (None, "2026-03-01T09:30:00Z"),
    ],
)
def test_the_time_is_when_it_was_answered_in_utc(recorder, log, sent, kept):
    assert recorder.record({**MESSAGE, "time": sent})["saved"]
    assert log.read().answers[0].time == kept


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (None, "in a form that the course does not know"),
        (["id"], "in a form that the course does not know"),
        ({}, "in a form that the course does not know"),
        ({**MESSAGE, "id": 7}, "in a form that the course does not know"),
        ({**MESSAGE, "id": ""}, "in a form that the course does not know"),
        ({**MESSAGE, "id": "x" * 101}, "in a form that the course does not know"),
        ({**MESSAGE, "item": "gone"}, "no such question"),
        ({**MESSAGE, "item": ["gone"]}, "no such question"),
        ({**MESSAGE, "response": "z"}, "one of the answers a, b or c"),
        ({"id": "u-1", "item": "01-check-one"}, "one of the answers a, b or c"),
        ({**MESSAGE, "certainty": "very"}, "certainty is low, middle or high"),
        ({**MESSAGE, "certainty": ["high"]}, "certainty is low, middle or high"),
    ],
)
def test_a_bad_message_is_answered_with_a_sentence_and_nothing_is_written(
    recorder, log, message, says
):
    reply = recorder.record(message)
    assert (reply["saved"], reply["right"]) == (False, None)
    assert reply["message"].startswith("This answer was not saved: ")
    assert says in reply["message"]
    assert log.read().answers == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
ids = st.sampled_from([*COURSE.items, "no-such-item"])
fields = st.fixed_dictionaries(
    {},
    optional={
        "id": json_values | st.text(min_size=1, max_size=9),
        "item": json_values | ids,
        "response": json_values
        | st.sampled_from("abc")
        | st.lists(st.sampled_from("abc"), max_size=4)
        | st.dictionaries(st.sampled_from("abc"), st.sampled_from("abcd")),
        "certainty": json_values | st.sampled_from(["low", "middle", "high"]),
        "time": json_values | st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"),
    },
)


@calmly
@given(json_values | fields)
def test_no_message_whatever_raises_into_the_page(tmp_path_factory, message):
    log = Log(tmp_path_factory.mktemp("any") / "progress.jsonl")
    reply = Recorder(COURSE, log, now=lambda: NOW).record(message)
    assert set(reply) == {"id", "saved", "right", "message"}
    assert reply["message"].endswith(".")
    reading = log.read()
    assert len(reading.answers) == reply["saved"]
    assert reading.problems == ()


def test_an_answer_that_cannot_be_written_is_marked_and_the_trouble_told(tmp_path):
    log = Log(tmp_path / "nowhere" / "progress.jsonl")
    recorder = Recorder(COURSE, log)
    reply = recorder.record(MESSAGE)
    assert (reply["saved"], reply["right"]) == (False, True)
    assert "There is no folder" in reply["message"]
    assert "kept in memory" in reply["message"]
    assert recorder.history(["01-check-one"])["01-check-one"]["id"] == "u-1"

    log.path.parent.mkdir()
    assert recorder.record({**MESSAGE, "id": "u-2"})["saved"]
    assert [one.id for one in Log(log.path).read().answers] == ["u-1", "u-2"]


def test_after_a_restart_the_latest_answer_of_each_item_comes_back(recorder, log):
    recorder.record({**MESSAGE, "response": "a"})
    recorder.record({**MESSAGE, "id": "u-2", "response": "b", "certainty": "low"})
    recorder.record({"id": "u-3", "item": "01-practice-number", "response": 0.3})
    recorder.record({"id": "u-4", "item": "01-practice-single", "response": "b"})

    restarted = Recorder(COURSE, Log(log.path))
    assert restarted.history(["01-check-one", "01-check-two", "01-practice-number"]) == {
        "01-check-one": {
            "id": "u-2",
            "response": "b",
            "certainty": "low",
            "right": True,
            "time": "2026-03-01T09:30:00Z",
        },
        "01-practice-number": {
            "id": "u-3",
            "response": 0.3,
            "certainty": None,
            "right": True,
            "time": "2026-03-01T09:30:00Z",
        },
    }


def test_without_being_told_it_uses_the_log_of_the_learner(no_progress):
    assert Recorder(COURSE).record(MESSAGE)["saved"]
    assert no_progress.exists()
