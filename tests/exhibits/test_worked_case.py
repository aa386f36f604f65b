"""A worked case: everything open, the authors' reasoning beside what is learned."""

import re

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from liptwitch.exhibits import case_path
from liptwitch.exhibits.worked_case import WorkedCase

FILE = "cases/pot.toml"


@pytest.fixture
def worked(small):
    return WorkedCase(small, "pot")


def test_what_pays_stands_open_and_what_does_not_is_folded(worked):
    page = worked.page()
    folded = "".join(re.findall(r"<details>.*?</details>", page, flags=re.S))
    for one in [*worked.case["questions"], *worked.case["examinations"]]:
        assert one["text"] in Page(page).text
        assert (one["why"] in Page(page).text) is one["pays"]
        assert (one["text"] in folded) is not one["pays"]
    assert active_parts(page) == []


def test_there_is_nothing_to_play(worked):
    assert worked.live is None


def test_the_numbers_are_told_in_words_and_drawn(worked):
    text = Page(worked.page()).text
    assert "Boiling 60 %, Something else 30 %, Leaking gas 10 %" in text
    assert "Leaking gas from 10 to 75; Boiling from 60 to 20" in worked.words()
    drawn = case_path.drawing(worked.case)
    assert drawn.count("<circle") == 2 * len(worked.case["hypotheses"])
    assert "alt=" in worked.page()


def test_a_changed_number_moves_its_dot(tmp_path, worked):
    edits = [(FILE, "event = 20", "event = 19"), (FILE, "event = 75", "event = 76")]
    changed = WorkedCase(course_with(tmp_path, *edits), "pot")
    assert case_path.drawing(changed.case) != case_path.drawing(worked.case)
    assert changed.words() != worked.words()


def test_the_alternative_is_the_second_of_what_is_listed(worked):
    assert "If the first is wrong:</b> Leaking gas" in worked.page()


def test_each_part_of_the_summary_names_the_words_that_make_it(worked):
    assert "<b>Time course:</b> since, noon" in worked.page()


def test_a_long_name_is_cut_in_the_picture_at_a_word(tmp_path):
    long = "Gas that leaks out of a pipe behind the stove at night"
    case = WorkedCase(course_with(tmp_path, (FILE, "Leaking gas", long)), "pot").case
    assert "Gas that leaks out of a pipe behind the …" in case_path.drawing(case)
    assert long in case_path.words(case)
