"""A narrow window, or a large print: nothing has to be scrolled sideways to be read."""

import pytest
from pages import spills, wrong
from playwright.sync_api import expect


@pytest.mark.parametrize("width", [400, 320])
def test_nothing_spills(course, desk, lesson_one, open_notebook, width):
    notebook = open_notebook(desk.put(f"narrow-{width}", lesson_one), "notebook")
    notebook.run_all(5)
    notebook.page.set_viewport_size({"width": width, "height": 800})
    for item in course.items_of("01-features"):
        question = notebook.question(course, item.id)
        question.give(wrong(item))
        question.check()
        question.element.locator(".lt-after summary").click()
    notebook.page.locator("section.lt-lab").get_by_text("What these numbers rest on").first.click()
    exhibits = notebook.page.locator("section.lt-quiz, section.lt-lab")
    expect(exhibits).to_have_count(6)
    for exhibit in exhibits.all():
        assert spills(exhibit) == []
        own = exhibit.bounding_box()
        assert own["x"] >= 0
        assert own["x"] + own["width"] <= width
