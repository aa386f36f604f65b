"""The answer desk: task and example on the page, checks that are the same everywhere."""

import json

import pytest
from reading_html import Page, active_parts
from small_data import ORIGINAL, course_with

from liptwitch.exhibits.answer_desk import AnswerDesk, NoAnswer
from liptwitch.exhibits.packing import unpack
from liptwitch.learning.log import open_log
from liptwitch.science.answer_checks import checks

FILE = "cases/pot.toml"
TEXT = (ORIGINAL / FILE).read_text(encoding="utf-8")


@pytest.fixture
def desk(small, no_progress):
    return AnswerDesk(small, "pot")


def test_the_desk_says_that_nobody_answered_only_where_nobody_did(tmp_path, desk):
    assert "Nobody answered" not in desk.page()
    judged = TEXT[TEXT.index("action =") : TEXT.index("claim_ids")]
    edits = [(FILE, "answered = true", "answered = false"), (FILE, judged, "")]
    unanswered = AnswerDesk(course_with(tmp_path, *edits), "pot")
    for text in (unanswered.page(), unanswered.words(), unpack(unanswered.live.spec)):
        assert "Nobody answered. Write" in text


def test_page_and_words_hold_the_question_the_task_and_the_example(desk):
    for text in (Page(desk.page()).text, desk.words()):
        assert desk.case.opening in text
        assert "120 words or fewer" in text
        assert desk.case.answer.example in text
    assert active_parts(desk.page()) == []


def test_the_page_tells_what_the_checks_find_in_the_example(desk):
    found = checks(desk.case.answer.example, desk.must_name)
    text = Page(desk.page()).text
    for one in found:
        for words in one.found[:4]:
            assert words in text
    assert text.count("✓") == sum(one.met for one in found)
    assert text.count("✗") == sum(not one.met for one in found)


def test_a_changed_example_changes_page_and_live_face(tmp_path, desk):
    edit = (FILE, "Please open a window", "Please shut a window")
    changed = AnswerDesk(course_with(tmp_path, edit), "pot")
    assert changed.page() != desk.page()
    assert changed.live.spec != desk.live.spec


def test_the_live_face_has_the_rule_and_the_signs(desk):
    spec = json.loads(unpack(desk.live.spec))
    assert spec["draws"] == "desk"
    assert spec["must_name"] == desk.must_name == [{"what": "a hiss", "patterns": ["hiss"]}]
    assert set(spec["rule"]["patterns"]) == {
        "action", "time_frame", "safety_net", "diagnosis", "hedge",
    }  # fmt: skip


def test_an_answer_is_written_down_apart_from_the_case(desk, monkeypatch):
    sent = []
    monkeypatch.setattr(desk.live, "send", lambda content, buffers=None: sent.append(content))
    step = {"id": "one", "case": "pot", "run": "r", "stage": "desk", "said": {"text": "Go now."}}
    desk.live._handle_custom_msg({"type": "step", **step}, [])
    desk.live._handle_custom_msg({"type": "hello"}, [])
    assert sent[0]["saved"]
    assert [one["said"]["text"] for one in sent[1]["steps"]] == ["Go now."]
    assert [one.stage for one in open_log().read().steps] == ["desk"]


def test_a_case_without_an_example_says_that_it_has_no_desk(tmp_path):
    course = course_with(tmp_path, (FILE, TEXT[TEXT.index("[answer]") :], ""))
    with pytest.raises(NoAnswer, match=r"has no \[answer\] in its file"):
        AnswerDesk(course, "pot")
