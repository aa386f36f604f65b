"""The list of sources: everything that a lesson cites, and every field is seen."""

import pytest
from reading_html import Page
from small_data import course_with

from liptwitch.content.errors import NotInCourse
from liptwitch.exhibits.sources import Sources

FILE = "references.json"
PAGE = "lessons/00-the-kettle.md"

IN_BOTH = {
    "author": (FILE, '"family": "Spout"', '"family": "Snout"'),
    "year": (FILE, "[[1999]]", "[[1998]]"),
    "no year": (FILE, '"issued": {"date-parts": [[1999]]},', ""),
    "publisher of a source without author": (FILE, "The Kettle Board", "The Kettle Office"),
}
ON_THE_PAGE = {
    "title": (FILE, "On steam", "On mist"),
    "address": (FILE, "example.org/spout", "example.org/spouts"),
    "kind": (FILE, '"textbook"', '"other"'),
    "how it was read": (FILE, '"excerpt"', '"summary"'),
    "the first day of checking": (FILE, "2026-01-02", "2026-01-01"),
    "the last day of checking": (FILE, "2026-01-04", "2026-01-05"),
}


@pytest.mark.parametrize("edit", IN_BOTH.values(), ids=IN_BOTH.keys())
def test_a_change_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = Sources(small, "00"), Sources(course_with(tmp_path, edit), "00")
    assert before.page() != after.page()
    assert before.words() != after.words()


@pytest.mark.parametrize("edit", ON_THE_PAGE.values(), ids=ON_THE_PAGE.keys())
def test_a_change_is_seen_on_the_page(tmp_path, small, edit):
    before, after = Sources(small, "00"), Sources(course_with(tmp_path, edit), "00")
    assert before.page() != after.page()


def test_sources_stand_in_alphabetical_order(small):
    assert [row["label"] for row in Sources(small, "00").rows] == [
        "Spout and Lid 1999",
        "Steam et al. 2001",
        "The Kettle Board",
    ]


def test_each_source_links_to_its_address_once(small):
    page = Page(Sources(small, "00").page())
    links = [value for tag, name, value in page.attributes if (tag, name) == ("a", "href")]
    assert links == [
        "https://example.org/spout", "https://example.org/steam", "https://example.org/board",
    ]  # fmt: skip


def test_what_only_a_quiz_cites_is_listed_too(tmp_path):
    course = course_with(tmp_path, (PAGE, "[@steam-2001; @spout-1999]", ""))
    assert len(Sources(course, "00").rows) == 3


def test_what_the_page_does_not_show_is_not_listed(tmp_path):
    """The notice of the course cites the board; this lesson's page does not."""
    course = course_with(tmp_path, (PAGE, " [@kettle-board]", ""))
    assert "The Kettle Board" not in Sources(course, "00").words()


def test_a_lesson_that_is_not_written_yet_has_no_sources(small):
    assert Sources(small, "01").rows == []
    Page(Sources(small, "01").page())


def test_an_unknown_lesson_says_which_there_are(small):
    with pytest.raises(NotInCourse, match="00, 01"):
        Sources(small, "17")
