"""Glossary words: the plain meaning first, and every field is seen."""

import pytest
from small_data import course_with

from liptwitch.content.errors import NotInCourse
from liptwitch.exhibits.terms import Terms

FILE = "glossary.toml"
IN_BOTH = {
    "name": (FILE, 'name = "Hum"', 'name = "Humming"'),
    "plain": (FILE, "a low even sound", "a low dark sound"),
}
ON_THE_PAGE = {
    **IN_BOTH,
    "definition": (FILE, "small bubbles", "big bubbles"),
    "not": (FILE, '["whistle"]', '["hum"]'),
    "nothing that it is not": (FILE, 'not = ["whistle"]\n', ""),
    "references": (FILE, '["steam-2001"]', '["spout-1999"]'),
    "confidence": (FILE, 'confidence = "high"', 'confidence = "low"'),
    "name of the other word": (FILE, 'name = "Whistle"', 'name = "Whistling"'),
}


@pytest.mark.parametrize("edit", ON_THE_PAGE.values(), ids=ON_THE_PAGE.keys())
def test_a_change_is_seen_on_the_page(tmp_path, small, edit):
    before, after = Terms(small, ["hum"]), Terms(course_with(tmp_path, edit), ["hum"])
    assert before.page() != after.page()


@pytest.mark.parametrize("edit", IN_BOTH.values(), ids=IN_BOTH.keys())
def test_a_change_is_seen_in_words(tmp_path, small, edit):
    before, after = Terms(small, ["hum"]), Terms(course_with(tmp_path, edit), ["hum"])
    assert before.words() != after.words()


def test_the_plain_meaning_comes_before_the_exact_one(small):
    page = Terms(small, ["hum"]).page()
    assert page.index("a low even sound") < page.index("The sound of small bubbles")


def test_a_lesson_has_the_words_that_it_uses_in_alphabetical_order(small):
    assert [row["name"] for row in Terms.of_lesson(small, "00").rows] == ["Hum", "Whistle"]


def test_a_word_that_no_question_and_no_sentence_uses_is_left_out(tmp_path):
    course = course_with(
        tmp_path,
        ("quizzes/00.toml", 'text = "Whistle"', 'text = "Shriek"'),
        ("quizzes/00.toml", "Hum, sing, whistle.", "Hum, sing, shriek."),
    )
    assert [row["name"] for row in Terms.of_lesson(course, "00").rows] == ["Hum"]


def test_a_lesson_that_is_not_written_yet_has_no_words(small):
    assert Terms.of_lesson(small, "01").rows == []


def test_an_unknown_word_or_lesson_says_what_there_is(small):
    with pytest.raises(NotInCourse, match="hum, whistle"):
        Terms(small, ["hiss"])
    with pytest.raises(NotInCourse, match="00, 01"):
        Terms.of_lesson(small, "17")
