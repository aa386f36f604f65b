"""The facade of the notebooks: each of its lines gives an exhibit with its faces."""

import inspect

import pytest
from reading_html import active_parts
from small_data import copy_to

from liptwitch import show
from liptwitch.content.citing import shown
from liptwitch.content.errors import ContentError, NotInCourse
from liptwitch.exhibits.base import Exhibit

ASK_FOR = {
    "quiz": "00-try",
    "term": "hum",
    "terms": "00",
    "refutation": "M1",
    "objectives": "00",
    "sources": "00",
    "article": "000",
    "cause": "boiling",
    "ledger": "wrong",
    "frequency_tree": "hum-crack",
}
"""The exhibits that ask for an id or a verdict, and one of the small course."""

EXHIBITS = {
    name: function
    for name, function in inspect.getmembers(show, inspect.isfunction)
    if function.__module__ == show.__name__
}


@pytest.fixture
def small_course_shown(tmp_path, monkeypatch, no_progress):
    """The facade shows the small course."""
    monkeypatch.setenv("LIPTWITCH_DATA", str(copy_to(tmp_path)))


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_line_gives_an_exhibit_with_page_and_words(name, small_course_shown):
    exhibit = EXHIBITS[name](*[ASK_FOR[name]] if name in ASK_FOR else [])
    assert isinstance(exhibit, Exhibit)
    assert exhibit.page().strip()
    assert exhibit.words().strip()


def test_the_lines_that_want_an_id_are_known_here():
    wanting = {name for name, one in EXHIBITS.items() if inspect.signature(one).parameters}
    assert wanting == ASK_FOR.keys()


@pytest.mark.parametrize("name", ASK_FOR)
def test_an_unknown_id_names_what_there_is(name, small_course_shown):
    with pytest.raises(NotInCourse, match=f"“nothing”.*{ASK_FOR[name]}"):
        EXHIBITS[name]("nothing")


def test_a_course_with_a_mistake_says_so_instead_of_showing(tmp_path, monkeypatch):
    broken = copy_to(tmp_path, ("quizzes/00.toml", '"The handle"', '""'))
    monkeypatch.setenv("LIPTWITCH_DATA", str(broken))
    with pytest.raises(ContentError, match="00-try-lid, option 3 text"):
        show.quiz("00-try")


def test_everything_that_the_lessons_show_is_there_and_runs_no_code(course, no_progress):
    lines = [one for prose in course.prose.values() for one in shown(prose)]
    assert lines
    for name, asked in lines:
        exhibit = EXHIBITS[name](*[asked] if asked else [])
        assert active_parts(exhibit.page()) == [], f"show.{name}({asked})"
        assert exhibit.words().strip(), f"show.{name}({asked})"
