"""Options stand in one order for a learner, in another for the next, and as written on the page."""

import pytest

from liptwitch.content.quizzes import letters
from liptwitch.exhibits.quiz import QuizExhibit

QUIZ = "01-features"


@pytest.fixture
def orders(course, desk, lesson_one, open_notebook):
    """The letters of the options of each question with options, as a fresh learner sees them."""
    name = desk.put("order", lesson_one)

    def as_seen(notebook):
        notebook.quiz(course, QUIZ).wait_for()
        return {
            item.id: [
                box.get_attribute("value")
                for box in notebook.question(course, item.id)
                .element.locator(".lt-option input")
                .all()
            ]
            for item in course.items_of(QUIZ)
            if item.kind in ("single", "several")
        }

    def learner():
        notebook = open_notebook(name)
        first = as_seen(notebook)
        return first, as_seen(notebook.open())

    return learner


def test_the_order_is_the_learners_own_and_stays(orders):
    first, again = orders()
    assert again == first
    # Four more learners with this order of every question: less than one chance in a million.
    assert any(orders()[0] != first for _ in range(4))


def test_the_page_keeps_the_authors_order(course):
    page = QuizExhibit(course, QUIZ).page()
    for item in course.items_of(QUIZ):
        if item.kind in ("single", "several"):
            places = [page.index(option.text) for option in item.options]
            assert places == sorted(places), letters(item.options)
