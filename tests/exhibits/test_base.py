"""Every exhibit: three faces from the same data, and nothing in a text is more than text."""

import pytest
from reading_html import Page, active_parts

from conftest import HOSTILE, spoken
from liptwitch.exhibits.base import VIEW, Exhibit, render
from liptwitch.exhibits.course_map import CourseMap, Objectives
from liptwitch.exhibits.quiz import QuizExhibit
from liptwitch.exhibits.refutation import Refutation
from liptwitch.exhibits.sources import Sources
from liptwitch.exhibits.terms import Terms

EXHIBITS = {
    "a practice": lambda course: QuizExhibit(course, "00-try"),
    "a lesson quiz": lambda course: QuizExhibit(course, "00-check"),
    "a word": lambda course: Terms(course, ["whistle"]),
    "words": lambda course: Terms(course, ["hum", "whistle"]),
    "a card": lambda course: Refutation(course, "M1"),
    "another card": lambda course: Refutation(course, "M2"),
    "sources": lambda course: Sources(course, "00"),
    "objectives": lambda course: Objectives(course, "00"),
    "the map": CourseMap,
}


@pytest.fixture(params=EXHIBITS.values(), ids=EXHIBITS.keys())
def make(request, no_progress):
    """Makes one of the exhibits from a course."""
    return request.param


def texts_of(exhibit: Exhibit) -> list[str]:
    """Every free text that an exhibit's page shows."""
    match exhibit:
        case QuizExhibit():
            return [exhibit.quiz.title, *spoken(exhibit.items)]
        case Terms() | Sources():
            return spoken(exhibit.rows)
        case Refutation():
            card = exhibit.values["card"]
            return [card.claim, card.mechanism, *spoken(exhibit.values["sources"])]
        case Objectives():
            return [objective.text for objective in exhibit.lesson.objectives]
        case CourseMap():
            return [text for one in exhibit.lessons for text in (one.title, one.question)]


def texts_in_words(exhibit: Exhibit) -> list[str]:
    """The free texts that an exhibit's words, kept short, must say too."""
    match exhibit:
        case QuizExhibit():
            items = [item_in_words(item) for item in exhibit.items]
            return [exhibit.quiz.title, *(text for texts in items for text in texts)]
        case Terms():
            return [row[key] for row in exhibit.rows for key in ("name", "plain")]
        case Sources():
            return [row["label"] for row in exhibit.rows]
        case _:
            return texts_of(exhibit)


def item_in_words(item: dict) -> list[str]:
    """All that is asked, and why the right answer is right."""
    parts = [
        *item.get("options", []), *item.get("pairs", []), *item.get("steps", []),
        *item.get("decoys", []),
    ]  # fmt: skip
    asked = [part[key] for part in parts for key in ("text", "left", "right") if key in part]
    right = [part for part in parts if part.get("correct", part not in item.get("decoys", []))]
    explained = [part["feedback"] for part in right]
    number = [item["unit"], item["right"]] if item["kind"] == "number" else []
    return [item["stem"], *asked, *explained, *number, item["take_home"]]


def test_the_bundle_holds_page_and_words(small, make):
    exhibit = make(small)
    faces, metadata = exhibit._repr_mimebundle_()
    assert faces["text/html"] == exhibit.page()
    assert faces["text/plain"] == exhibit.words() == repr(exhibit)
    assert metadata == ({"liptwitch": {"keeps_live_view": True}} if exhibit.live else {})


def test_only_what_works_without_a_kernel_keeps_its_view(small, make):
    exhibit = make(small)
    faces, metadata = exhibit._repr_mimebundle_()
    is_quiz = isinstance(exhibit, QuizExhibit)
    assert exhibit.keeps_live_view is is_quiz
    assert ("liptwitch" in metadata) is is_quiz
    assert (VIEW in faces) is is_quiz


def test_page_and_words_are_the_same_every_time(small, make):
    assert make(small).page() == make(small).page()
    assert make(small).words() == make(small).words()


def test_the_page_runs_no_code(small, make):
    assert active_parts(make(small).page()) == []


def test_a_hostile_text_stays_text(small, hostile, make):
    """The page has the same elements and attributes as with harmless texts, and all the text."""
    harmless, attacked = Page(make(small).page()), Page(make(hostile).page())
    assert attacked.elements == harmless.elements
    assert active_parts(make(hostile).page()) == []
    for text in texts_of(make(hostile)):
        assert text in attacked.text


def test_the_hostile_course_is_hostile_where_it_can_be(hostile, make):
    texts = texts_of(make(hostile))
    assert texts
    assert any(HOSTILE in text for text in texts)


def test_the_words_say_what_they_are_to_say_as_it_is(hostile, make):
    exhibit = make(hostile)
    texts = texts_in_words(exhibit)
    assert texts
    for text in texts:
        assert text in exhibit.words()


def test_a_page_that_does_not_escape_is_found():
    leaky = "<p>" + HOSTILE + "</p>"
    assert "script" in active_parts(leaky)
    assert "onerror" in active_parts(leaky)
    assert active_parts('<a href="javascript:alert(1)">x</a>') == ["javascript:alert(1)"]


def test_a_template_that_lacks_a_value_says_so():
    with pytest.raises(Exception, match="'lesson' is undefined"):
        render("objectives.html")


def test_the_live_face_is_made_once(small, no_progress):
    exhibit = QuizExhibit(small, "00-try")
    assert exhibit.live is exhibit.live
    assert Refutation(small, "M1").live is None
