"""Whatever the course shows passes axe-core, in light and in dark, before and after answering."""

from pathlib import Path

import axe_playwright_python
import pytest
from pages import quizzes_of, wrong
from playwright.sync_api import Page, expect

from liptwitch.content.loading import load

READY = [lesson.id for lesson in load().lessons.values() if lesson.ready]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

OURS = [".jp-Notebook .jp-RenderedMarkdown", ".jp-Notebook .jp-OutputArea-output"]
"""Where the course's own elements are; JupyterLab's are its authors' to look after."""

LAID_OUT = """
  body { overflow: visible !important; height: 100vh !important; }
  .lm-Widget { overflow: visible !important; }
"""
"""axe leaves out contrast and target size, without a word, where <body> has no height and where
text is scrolled away: with this style the whole page counts as shown."""

EVERY_CELL_DRAWN = {"windowingMode": "none"}
"""By default JupyterLab does not draw cells before they are scrolled to."""


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("lesson", READY)
def test_lesson(course, desk, lessons, open_notebook, lesson, theme):
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": theme})
    desk.prefer("@jupyterlab/notebook-extension/tracker", EVERY_CELL_DRAWN)
    saved = lessons / f"{course.lesson(lesson).stem}.ipynb"
    notebook = open_notebook(desk.put(f"axe-{lesson}-{theme[-4:].strip()}", saved))
    light = "false" if "Dark" in theme else "true"
    expect(notebook.page.locator("body")).to_have_attribute("data-jp-theme-light", light)
    notebook.run_all(quizzes_of(course, lesson))
    notebook.page.add_style_tag(content=LAID_OUT)
    notebook.page.evaluate(AXE)
    assert violations(notebook.page) == []

    items = [item for item in course.items.values() if course.quiz(item.quiz).lesson == lesson]
    answers = [
        [item.stem, wrong(item) if place % 2 else item.key] for place, item in enumerate(items)
    ]
    assert notebook.page.evaluate(ANSWER_ALL, answers) == len(items)
    for sign in ("✓ Right.", "✗ Not so."):
        expect(notebook.page.locator(".lt-why", has_text=sign)).not_to_have_count(0)
    assert violations(notebook.page) == []


ANSWER_ALL = """(answers) => {
  for (const [stem, answer] of answers) {
    const isThis = (one) => one.querySelector('legend').textContent.endsWith(stem);
    const form = [...document.querySelectorAll('.lt-item form')].find(isThis);
    const inputs = [...form.querySelectorAll('fieldset:not(.lt-certainty) input, fieldset select')];
    for (const input of inputs) {
      if (['radio', 'checkbox'].includes(input.type)) input.checked = answer.includes(input.value);
      else if (input.type === 'text') input.value = answer;
      else input.selectedIndex = 1;
    }
    form.querySelector('.lt-certainty input')?.click();
    form.requestSubmit();
  }
  for (const fold of document.querySelectorAll('.lt-quiz details')) fold.open = true;
  const isChecked = (button) => button.textContent === 'Try again';
  return [...document.querySelectorAll('.lt-check')].filter(isChecked).length;
}"""
"""Answers every question at once: by hand, as the other tests do, it would take minutes."""


def violations(page: Page) -> list[str]:
    """What axe finds wrong, having shown that it looked at contrast in quizzes and prose."""
    found = page.evaluate(
        "(options) => axe.run(options.context, options)",
        {
            "context": {"include": [[one] for one in OURS]},
            "resultTypes": ["violations", "passes", "incomplete"],
        },
    )
    contrast = [
        node["html"]
        for rule in found["passes"]
        if rule["id"] == "color-contrast"
        for node in rule["nodes"]
    ]
    assert len(contrast) > 100, "contrast was not checked"
    assert any(one.startswith("<legend") for one in contrast)
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_sees_bad_contrast(open_page, scheme):
    """The check itself can fail."""
    page = open_page(color_scheme=scheme)
    page.set_content(
        '<html lang="en"><title>t</title><p style="color:#aaa;background:#fff">pale words'
    )
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run()")
    assert "color-contrast" in [rule["id"] for rule in found["violations"]]


def test_questions_are_groups_with_a_name(course, desk, lesson_one, open_notebook):
    """axe has no rule for radio buttons without a group: what a screen reader is told."""
    notebook = open_notebook(desk.put("groups", lesson_one))
    notebook.live(5)
    for item in course.items.values():
        if course.quiz(item.quiz).lesson != "01":
            continue
        group = notebook.page.get_by_role("group", name=item.stem)
        expect(group).to_have_count(1)
        match item.kind:
            case "single" | "several":
                role = "radio" if item.kind == "single" else "checkbox"
                for option in item.options:
                    expect(group.get_by_role(role, name=option.text, exact=True)).to_have_count(1)
                expect(group.get_by_role(role)).to_have_count(len(item.options))
            case "match":
                for pair in item.pairs:
                    expect(group.get_by_role("combobox", name=pair.left)).to_have_count(1)
            case "order":
                for step in item.steps:
                    for way in ("up", "down"):
                        move = group.get_by_role("button", name=f"Move {way}: {step.text}")
                        expect(move).to_have_count(1)
            case "point":
                expect(group.get_by_role("img")).to_have_count(1)
                expect(group.get_by_role("radio").nth(2)).to_be_attached()
            case "number":
                expect(group.get_by_role("textbox", name=item.unit)).to_have_count(1)
    sure = notebook.quiz(course, "01-check").get_by_role("group", name="How sure are you?")
    expect(sure).to_have_count(len(course.items_of("01-check")))
    expect(sure.first.get_by_role("radio")).to_have_count(3)
    snapshot = notebook.question(course, "01-check-shock").element.aria_snapshot()
    assert '- group "' in snapshot
    assert snapshot.index('- group "') < snapshot.index("- radio")
