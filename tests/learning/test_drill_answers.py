"""What a learner decides in the triage drill is kept as other answers are."""

import pytest
from small_data import ORIGINAL

from liptwitch.content.loading import load
from liptwitch.content.urgency import Urgency
from liptwitch.learning.log import Log
from liptwitch.learning.recorder import Recorder
from liptwitch.learning.scoring import ResponseError, is_right
from liptwitch.learning.standing import standing

STORY = "kitchen"  # of the drill; its range is self-care and routine
OTHER = "smoke"  # not of the drill


@pytest.fixture
def course():
    return load(ORIGINAL)


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "progress.jsonl")


def message(item=STORY, response="routine", **more):
    return {"id": f"{item}-{response}", "item": item, "response": response, **more}


@pytest.mark.parametrize("level", list(Urgency))
def test_right_is_what_a_careful_doctor_could_defend(course, log, level):
    story = course.vignettes[STORY]
    reply = Recorder(course, log).record(message(response=level.value))
    assert reply["saved"]
    assert reply["right"] is (level in story.acceptable) is is_right(story, level.value)


def test_the_latest_decision_comes_back_with_its_certainty(course, log):
    recorder = Recorder(course, log)
    for level, sure, second in (("same-day", None, 1), ("self-care", "high", 2)):
        recorder.record(
            message(response=level, certainty=sure, time=f"2026-03-01T10:00:0{second}Z")
        )
    earlier = Recorder(load(ORIGINAL), Log(log.path)).history([STORY])[STORY]
    assert (earlier["response"], earlier["certainty"], earlier["right"]) == (
        "self-care", "high", True,
    )  # fmt: skip


@pytest.mark.parametrize("wrong", ["soon", "", None, ["routine"], 5])
def test_what_is_no_level_is_refused_and_not_kept(course, log, wrong):
    with pytest.raises(ResponseError, match="five levels"):
        is_right(course.vignettes[STORY], wrong)
    reply = Recorder(course, log).record(message(response=wrong))
    assert (reply["saved"], reply["right"]) == (False, None)
    assert log.read().answers == ()


def test_a_story_that_is_not_of_the_drill_is_no_question(course, log):
    assert course.question(OTHER) is None
    assert Recorder(course, log).record(message(item=OTHER))["saved"] is False


def test_decisions_do_not_count_in_the_standing_of_a_lesson(course, log):
    before = standing(course, log.read().answers, Recorder(course, log)._now())
    Recorder(course, log).record(message())
    assert standing(course, log.read().answers, Recorder(course, log)._now()) == before


def test_no_question_and_story_share_an_id(course):
    assert not course.items.keys() & course.vignettes.keys()
