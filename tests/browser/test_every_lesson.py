"""Each ready lesson as a stranger and as a learner open it; lesson 01 has tests of its own."""

import pytest
from pages import open_fold, quizzes_of
from playwright.sync_api import expect

from liptwitch.content.loading import load

LESSONS = [lesson.id for lesson in load().lessons.values() if lesson.ready and lesson.id != "01"]
IN_TURN = [(lesson, ("lab", "notebook")[place % 2]) for place, lesson in enumerate(LESSONS)]
"""Each in one of the two applications, so that both are met and no minute is spent twice."""


@pytest.fixture
def saved(course, lessons):
    return lambda lesson: lessons / f"{course.lesson(lesson).stem}.ipynb"


@pytest.mark.parametrize(("lesson", "app"), IN_TURN)
def test_untrusted_it_answers_without_script(course, desk, saved, open_notebook, lesson, app):
    name = desk.put_untrusted(f"unknown-{lesson}", saved(lesson), "<p>not of the course</p>")
    page = open_notebook(name, app).page
    expect(page.get_by_text("not of the course")).to_have_count(1)
    expect(page.locator(".lt-quiz, .lt-lab, .jupyter-widgets")).to_have_count(0)
    item = next(
        item
        for quiz in course.quizzes_of(lesson)
        for item in course.items_of(quiz.id)
        if item.kind == "single"
    )
    for option in item.options:
        open_fold(page, option)


@pytest.mark.parametrize(("lesson", "app"), [("10", "lab"), ("14", "notebook")])
def test_saved_before_it_has_run_it_stays_live(course, desk, saved, open_notebook, lesson, app):
    quizzes = quizzes_of(course, lesson)
    name = desk.put(f"unread-{lesson}", saved(lesson))
    notebook = open_notebook(name, app).live(quizzes)
    notebook.page.locator("section.lt-quiz input").first.focus()
    notebook.save()
    desk.forget()
    open_notebook(name, app).live(quizzes)
