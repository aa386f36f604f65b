"""Objectives and the map of the course: every field is seen."""

import pytest
from reading_html import Page
from small_data import course_with

from liptwitch.content.errors import NotInCourse
from liptwitch.exhibits.course_map import CourseMap, Objectives

FILE = "lessons.toml"


@pytest.mark.parametrize(
    "edit", [(FILE, "name the parts", "list the parts"), (FILE, "minutes = 10", "minutes = 11")]
)
def test_a_change_of_objectives_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = Objectives(small, "00"), Objectives(course_with(tmp_path, edit), "00")
    assert before.page() != after.page()
    assert before.words() != after.words()


@pytest.mark.parametrize(
    "edit",
    [
        (FILE, "The lid", "The top"),
        (FILE, "What is a kettle?", "Why a kettle?"),
        (FILE, "minutes = 12", "minutes = 13"),
        (FILE, "ready = false", "ready = false\n# no change at all"),
    ],
)
def test_a_change_of_the_map_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = CourseMap(small), CourseMap(course_with(tmp_path, edit))
    is_changed = "no change" not in edit[2]
    assert (before.page() != after.page()) is is_changed
    assert (before.words() != after.words()) is is_changed


def test_a_lesson_that_is_ready_is_a_link_and_another_is_not(small):
    page = Page(CourseMap(small).page())
    assert [value for tag, _, value in page.attributes if tag == "a"] == ["00-the-kettle.ipynb"]
    assert "not written yet" in page.text


def test_the_table_names_its_rows_and_columns(small):
    page = Page(CourseMap(small).page())
    scopes = [value for tag, name, value in page.attributes if (tag, name) == ("th", "scope")]
    assert scopes == ["col"] * 4 + ["row"] * 2


def test_an_unknown_lesson_says_which_there_are(small):
    with pytest.raises(NotInCourse, match="00, 01"):
        Objectives(small, "17")
