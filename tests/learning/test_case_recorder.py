"""Steps of a case: what is kept, what is refused, and what comes back after a restart."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_data import ORIGINAL

from liptwitch.content.loading import load
from liptwitch.learning.case_recorder import CaseRecorder, StepError, check, stages
from liptwitch.learning.log import Answer, Log, Step

calmly = settings(deadline=None, derandomize=True)

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
BELIEFS = {"boiling": 60, "gas-leak": 30, "other": 10}
SAID = {
    "first": {"beliefs": BELIEFS, "level": "routine"},
    "ask": {"question": "smell"},
    "examine": {"examination": "touch"},
    "say": {"text": "A pot hums."},
    "commit": {
        "beliefs": BELIEFS,
        "alternative": "gas-leak",
        "misfit": "smell",
        "certainty": "high",
    },
    "triage": {"level": "same-day"},
    "event-1": {"beliefs": BELIEFS, "level": "emergency-now"},
    "desk": {"text": "Open a window."},
}


@pytest.fixture(scope="module")
def course():
    return load(ORIGINAL)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "progress.jsonl"


@pytest.fixture
def recorder(course, path):
    return CaseRecorder(course, Log(path), lambda: NOW)


def message(stage, said=None, **changes):
    fields = {"id": f"id-{stage}", "case": "pot", "run": "run-1", "stage": stage}
    fields |= {"said": SAID[stage] if said is None else said, "time": "2026-03-01T09:00:00Z"}
    return fields | changes


def test_every_stage_is_kept_and_comes_back_in_a_new_kernel(course, recorder, path):
    for minute, stage in enumerate(SAID):
        reply = recorder.record(message(stage, time=f"2026-03-01T09:{minute:02}:00Z"))
        assert reply == {"id": f"id-{stage}", "saved": True, "fits": True, "message": "Saved."}
    after_restart = CaseRecorder(course, Log(path))
    steps = after_restart.history("pot")
    assert {step["stage"]: step["said"] for step in steps} == {
        stage: said for stage, said in SAID.items() if stage != "desk"
    }
    assert [step["stage"] for step in steps] == stages(course.case("pot"))
    [at_desk] = after_restart.history("pot", at_the_desk=True)
    assert at_desk["said"] == SAID["desk"]


def test_stages_end_with_one_for_each_event(course):
    assert stages(course.case("pot"))[-1] == "event-1"


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("first", {"beliefs": BELIEFS}),
        ("first", {"beliefs": BELIEFS | {"other": 11}, "level": "routine"}),
        ("first", {"beliefs": {"boiling": 100}, "level": "routine"}),
        ("first", {"beliefs": BELIEFS | {"boiling": 60.0}, "level": "routine"}),
        ("first", {"beliefs": {"boiling": 120, "gas-leak": -20, "other": 0}, "level": "routine"}),
        ("first", {"beliefs": [60, 30, 10], "level": "routine"}),
        ("first", {"beliefs": BELIEFS, "level": "soon"}),
        ("first", {}),
        ("ask", {"question": "touch"}),
        ("ask", {"question": ["smell"]}),
        ("examine", {"examination": "smell"}),
        ("say", {"text": "  "}),
        ("say", {"text": 3}),
        ("say", {"text": "x" * 5000}),
        ("commit", SAID["commit"] | {"certainty": "very"}),
        ("commit", SAID["commit"] | {"alternative": "wind"}),
        ("commit", SAID["commit"] | {"misfit": "wind"}),
        ("commit", SAID["commit"] | {"more": "wind"}),
        ("triage", {"level": None}),
        ("event-2", SAID["event-1"]),
        ("event", SAID["event-1"]),
        ("debrief", {}),
        ("say", "A pot hums."),
        (None, {}),
    ],
)
def test_what_fits_no_stage_is_refused_in_plain_words(recorder, path, stage, said):
    reply = recorder.record(message("say") | {"stage": stage, "said": said})
    assert (reply["saved"], reply["fits"]) == (False, False)
    assert reply["message"].startswith("This step was not saved: ")
    assert not path.exists()


@pytest.mark.parametrize(
    "sent",
    [None, 3, [], {}, {"id": "one"}, {"id": 3, "run": "r"}, message("say", case="kettle"),
     message("say", case=["pot"]), message("say", id="x" * 101), message("say", run="")],
)  # fmt: skip
def test_a_message_that_is_none_is_refused(recorder, path, sent):
    assert recorder.record(sent)["saved"] is False
    assert not path.exists()


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@calmly
@given(st.sampled_from(sorted(SAID)), st.sampled_from(["level", "beliefs", "text"]), anything)
def test_nothing_that_comes_in_raises_anything_else(stage, key, value):
    said = SAID[stage] | {key: value}
    with suppress(StepError):
        check(load(ORIGINAL).case("pot"), stage, said)


def test_the_empty_step_closes_asking_and_examining(recorder):
    for stage in ("ask", "examine"):
        assert recorder.record(message(stage, {}))["saved"]


def test_a_step_sent_again_is_one_step(recorder):
    recorder.record(message("say"))
    recorder.record(message("say"))
    assert len(recorder.history("pot")) == 1


def test_the_latest_run_comes_back_and_the_one_before_stays_in_the_log(recorder, path):
    recorder.record(message("say"))
    later = "2026-03-01T09:10:00Z"
    recorder.record(message("first", run="run-2", id="two", time=later))
    assert [step["id"] for step in recorder.history("pot")] == ["two"]
    assert [step.run for step in Log(path).read().steps] == ["run-1", "run-2"]


def test_a_step_that_waited_in_a_browser_comes_in_at_its_own_time(recorder):
    recorder.record(message("say", time="2026-03-01T09:10:00Z"))
    recorder.record(message("first", time="2026-03-01T09:00:00Z"))
    assert [step["stage"] for step in recorder.history("pot")] == ["first", "say"]


@pytest.mark.parametrize("time", [None, "soon", 3, "2026-03-01T10:00:00Z", "2026-03-01T09:00:00"])
def test_a_time_that_is_none_or_lies_ahead_is_now(recorder, path, time):
    recorder.record(message("say", time=time))
    assert Log(path).read().steps[0].moment == NOW


def test_a_step_that_no_longer_fits_its_case_is_left_out(recorder, path):
    recorder.record(message("say"))
    old = Step("old", "pot", "run-1", "first", {"beliefs": {"gone": 100}, "level": "routine"},
               "2026-03-01T09:00:00Z")  # fmt: skip
    Log(path).append(old)
    gone = Step("gone", "a-case-that-is-gone", "run-1", "say", {"text": "x"}, old.time)
    Log(path).append(gone)
    assert [step["stage"] for step in recorder.history("pot")] == ["say"]
    assert len(Log(path).read().steps) == 3


def test_what_cannot_be_written_is_said_and_fits_all_the_same(course, tmp_path):
    recorder = CaseRecorder(course, Log(tmp_path / "no-folder" / "progress.jsonl"), lambda: NOW)
    reply = recorder.record(message("say"))
    assert (reply["saved"], reply["fits"]) == (False, True)
    assert "There is no folder" in reply["message"]


# In one file with the answers


def test_answers_and_steps_share_a_file_and_neither_is_taken_for_the_other(recorder, path):
    answer = Answer("a", "01-check-one", "b", True, "high", "2026-03-01T09:00:00Z")
    Log(path).append(answer)
    recorder.record(message("say"))
    Log(path).append(answer)
    reading = Log(path).read()
    assert reading.answers == (answer,)
    assert [step.id for step in reading.steps] == ["id-say"]
    assert reading.problems == ()
    assert [json.loads(line)["schema"] for line in path.read_text().splitlines()] == [1, 2, 1]


def test_a_line_of_a_step_holds_these_things_and_nothing_about_the_person(recorder, path):
    recorder.record(message("say"))
    assert json.loads(path.read_text()) == {
        "schema": 2,
        "id": "id-say",
        "case": "pot",
        "run": "run-1",
        "stage": "say",
        "said": {"text": "A pot hums."},
        "time": "2026-03-01T09:00:00Z",
    }


def test_a_torn_step_hurts_no_other_line(recorder, path):
    recorder.record(message("say"))
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        recorder.record(message("triage", id="next"))
        reading = Log(path).read()
        assert [step.id for step in reading.steps][-1] == "next", cut
        assert all(step.id in ("id-say", "next") for step in reading.steps), cut


def test_a_torn_step_that_was_written_again_is_no_problem(recorder, path):
    recorder.record(message("say"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    recorder.record(message("say"))
    reading = Log(path).read()
    assert [step.id for step in reading.steps] == ["id-say"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"schema":2', b'"schema":3', "newer version of the course wrote this (format 3)"),
        (b'"run":"run-1",', b"", "“run” is missing"),
        (b'{"text":"A pot hums."}', b'"A pot hums."', "“said” holds something"),
        (b'"A pot hums."', b"1.5", "“said” holds something"),
        (b'"A pot hums."', b"true", "“said” holds something"),
        (b"Z", b"", "“time” holds something"),
    ],
)
def test_a_step_that_cannot_be_read_is_reported_and_kept(recorder, path, old, new, says):
    recorder.record(message("say"))
    broken = path.read_bytes().replace(old, new)
    path.write_bytes(broken)
    recorder.record(message("triage"))
    reading = Log(path).read()
    [problem] = reading.problems
    assert says in problem.message
    assert [step.stage for step in reading.steps] == ["triage"]
    assert path.read_bytes().startswith(broken)


def test_a_step_that_waits_is_written_with_the_next(course, tmp_path):
    log = Log(tmp_path / "later" / "progress.jsonl")
    recorder = CaseRecorder(course, log, lambda: NOW + timedelta(days=1))
    recorder.record(message("say"))
    assert [one.id for one in log.waiting] == ["id-say"]
    assert len(recorder.history("pot")) == 1
    (tmp_path / "later").mkdir()
    recorder.record(message("triage"))
    assert [step.id for step in Log(log.path).read().steps] == ["id-say", "id-triage"]
