"""The keyboard alone: everything can be reached and done, and no key gets through to the page."""

import pytest
from pages import Notebook, Question
from playwright.sync_api import expect

APPS = pytest.mark.parametrize("app", ["lab", "notebook"])
LETTERS = ["b", "a", "d", "d", "x", "m", "y"]
"""In JupyterLab and Notebook these insert, delete, cut or change the cell."""


@APPS
def test_quiz_by_keyboard(course, desk, lesson_one, open_notebook, app):
    notebook = open_notebook(desk.put(f"keys-{app}", lesson_one), app)
    notebook.live(5)
    keys = Keys(notebook)
    _single(keys, notebook.question(course, "01-features-ripple"))
    _several(keys, notebook.question(course, "01-features-film"))
    _number(keys, notebook.question(course, "01-features-count"))
    _order(keys, notebook.question(course, "01-features-time"))
    _match(keys, notebook.question(course, "01-names-match"))
    _certainty(keys, notebook.question(course, "01-check-shock"))


class Keys:
    """Presses keys and looks after each that the focus is still in the exhibit."""

    def __init__(self, notebook: Notebook):
        self.page = notebook.page
        self.notebook = notebook
        self.cells = self._cells()

    def _cells(self) -> list[bool]:
        """Whether each cell holds code."""
        is_code = "cells => cells.map((one) => one.classList.contains('jp-CodeCell'))"
        return self.notebook.cells.evaluate_all(is_code)

    def press(self, *keys: str) -> str:
        """Presses keys; returns what has the focus then."""
        for key in keys:
            self.page.keyboard.press(key)
            inside = "() => Boolean(document.activeElement.closest('.lt-quiz, .lt-lab'))"
            assert self.page.evaluate(inside), f"{key} took the focus to {self.focused()}"
        return self.focused()

    def focused(self) -> str:
        return self.notebook.focused()

    def try_letters(self) -> None:
        """Presses what would change the notebook, were it heard there."""
        self.press(*LETTERS)
        assert self._cells() == self.cells

    def tab_to(self, goal: str) -> None:
        """Tabs on until what has the focus matches a selector."""
        for _ in range(12):
            if self.page.evaluate(f"() => document.activeElement.matches('{goal}')"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {goal}, but to {self.focused()}")

    def tab_into(self, question: Question) -> None:
        """Starts right before the question, as somebody does who tabs through the page."""
        question.element.locator("legend").first.evaluate(
            "(legend) => { legend.tabIndex = -1; legend.focus(); }"
        )
        self.press("Tab")


def _single(keys: Keys, question: Question):
    keys.tab_into(question)
    assert keys.focused().startswith("button")  # its clip plays first
    keys.tab_to("input[type=radio]")
    shown = question.element.locator("input").evaluate_all("all => all.map((one) => one.value)")
    keys.press("Space")
    keys.try_letters()
    place = shown.index(question.item.key)
    keys.press(*["ArrowDown"] * place)
    expect(question.row(question.item.key).locator("input")).to_be_checked()
    keys.press("ArrowDown", "ArrowUp")
    keys.tab_to(".lt-check")
    keys.notebook.save()
    keys.press("Space")
    question.expect_feedback(question.item.key)
    expect(question.check_button).to_be_focused()
    keys.try_letters()
    keys.press("Tab")
    assert keys.focused().startswith("summary")
    keys.try_letters()
    keys.press("Enter")
    expect(question.element.locator(".lt-answer")).to_be_visible()
    keys.press("Shift+Tab", "Enter")
    expect(question.check_button).to_have_text("Check")
    assert keys.focused().startswith("input radio")


def _several(keys: Keys, question: Question):
    keys.tab_into(question)
    for box in question.element.locator("input").all():
        expect(box).to_be_focused()
        if box.get_attribute("value") in question.item.key:
            keys.press("Space")
            expect(box).to_be_checked()
        keys.try_letters()
        keys.press("Tab")
    keys.press("Enter")
    question.expect_feedback(question.item.key)
    expect(question.check_button).to_be_focused()


def _number(keys: Keys, question: Question):
    keys.tab_into(question)
    box = question.element.get_by_role("textbox")
    expect(box).to_be_focused()
    keys.try_letters()
    expect(box).to_have_value("".join(LETTERS))
    keys.press("Enter")
    expect(question.verdict).to_contain_text("Write a number first")
    keys.notebook.save()
    expect(box).to_be_focused()
    keys.press("Control+a", "Backspace", *f"{question.item.answer:g}", "Enter")
    question.expect_feedback(question.item.answer)
    expect(question.check_button).to_be_focused()
    keys.press("Enter")
    expect(box).to_be_focused()


def _order(keys: Keys, question: Question):
    keys.tab_into(question)
    steps = question.element.locator(".lt-steps > li")
    for place, step in enumerate(question.item.steps):
        up = question.row(step.text).get_by_role("button", name="Move up")
        keys.tab_into(question)
        for _ in range(2 * len(question.item.steps)):
            if up.evaluate("button => button === document.activeElement"):
                break
            keys.press("Tab")
        expect(up).to_be_focused()
        keys.try_letters()
        while step.text not in steps.nth(place).inner_text():
            keys.press("Enter")
            expect(up).to_be_focused()
    keys.tab_to(".lt-check")
    keys.press("Enter")
    question.expect_feedback(question.item.key)


def _match(keys: Keys, question: Question):
    keys.tab_into(question)
    lines = zip(question.element.locator("select").all(), _lefts(question), strict=True)
    for select, letter in lines:
        expect(select).to_be_focused()
        keys.try_letters()
        keys.press("Home")
        while select.input_value() != letter:
            keys.press("ArrowDown")
        keys.press("Tab")
    expect(question.check_button).to_be_focused()
    keys.press("Enter")
    question.expect_feedback(question.item.key)


def _lefts(question: Question) -> list[str]:
    """The letters of the left sides in the order in which this page shows them."""
    letters = {
        pair.left: letter for pair, letter in zip(question.item.pairs, "abcdef", strict=False)
    }
    shown = question.element.locator(".lt-option label > span").all_inner_texts()
    return [letters[left] for left in shown]


def _certainty(keys: Keys, question: Question):
    keys.tab_into(question)
    keys.tab_to("input[type=radio]")
    keys.press("Space", "Enter")
    expect(question.verdict).to_have_text("Say how sure you are, then check.")
    keys.press("Tab")
    low = question.element.get_by_role("radio", name="Low")
    expect(low).to_be_focused()
    keys.press("Space")
    keys.try_letters()
    keys.press("ArrowRight")
    expect(question.element.get_by_role("radio", name="Middle")).to_be_checked()
    keys.press("ArrowLeft")
    expect(low).to_be_checked()
    keys.press("Tab", "Space")
    expect(question.verdict).to_contain_text("with low certainty")
    expect(question.check_button).to_be_focused()
