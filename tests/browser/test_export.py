"""The HTML export of a lesson: a page that needs neither a kernel nor the network nor a script."""

import pytest
from pages import open_fold
from playwright.sync_api import expect


@pytest.mark.parametrize("scripts", [True, False])
def test_export_is_answerable(course, lesson_one, exported, open_page, scripts):
    page = open_page(java_script_enabled=scripts)
    page.goto(exported(lesson_one).as_uri())
    items = [item for item in course.items.values() if course.quiz(item.quiz).lesson == "01"]
    for item in items:
        stem = page.locator("p > strong", has_text=item.stem.split("\n")[0])
        expect(stem.first).to_be_visible()
    for item in (one for one in items if one.kind == "single"):
        for option in item.options:
            open_fold(page, option)
    widgets = page.locator("script[type*=widget], .jupyter-widgets")
    assert widgets.count() == 0
