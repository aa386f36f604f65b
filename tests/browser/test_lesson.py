"""Lesson 01 as a learner meets it, from a saved page that nobody has run to an answered one."""

import pytest
from pages import RECORDED, open_fold, wrong
from playwright.sync_api import expect

ONE_OF_EACH_KIND = [
    "01-features-ripple",
    "01-features-film",
    "01-names-match",
    "01-features-time",
    "01-features-count",
]
SURE_AND_WRONG, FAIRLY_SURE = "01-check-shock", "01-check-two-tremors"


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_answered_recorded_and_remembered(course, desk, lesson_one, open_notebook, app):
    notebook = open_notebook(desk.put(f"learner-{app}", lesson_one), app)
    notebook.live(5)
    kinds = [_answer_wrong_then_right(notebook, course, item) for item in ONE_OF_EACH_KIND]
    assert sorted(kinds) == ["match", "number", "order", "several", "single"]
    _answer_with_certainty(notebook, course)

    given = [*(item for item in ONE_OF_EACH_KIND for _ in "wr"), SURE_AND_WRONG, FAIRLY_SURE]
    for status in notebook.page.locator(".lt-status").all():
        expect(status).to_contain_text("not recorded yet")
    expect(notebook.question(course, SURE_AND_WRONG).record).to_contain_text("Not recorded yet")
    assert desk.answers() == []

    notebook.run_all(5)
    for item in ONE_OF_EACH_KIND:
        expect(notebook.question(course, item).record).to_have_text("Recorded.")
    expect(notebook.question(course, FAIRLY_SURE).record).to_have_text("Recorded.")
    assert sorted(one["item"] for one in desk.answers()) == sorted(given)
    assert {one["right"] for one in desk.answers() if one["item"] == SURE_AND_WRONG} == {False}
    assert {one["certainty"] for one in desk.answers()} == {None, "high", "middle"}

    before = notebook.question(course, "01-before-flicker")
    before.give(before.item.key)
    before.check()
    expect(before.record).to_have_text("Recorded.")
    assert desk.answers()[-1]["item"] == "01-before-flicker"
    assert desk.answers()[-1]["response"] == before.item.key

    kept = desk.answers()
    notebook.save()
    notebook.restart_kernel()
    notebook.open()
    notebook.live(5)
    assert desk.answers() == kept
    notebook.run_all(5)
    earlier = notebook.question(course, SURE_AND_WRONG).record
    expect(earlier).to_contain_text("You answered this before")
    expect(earlier).to_contain_text("not right")
    earlier = notebook.question(course, "01-before-flicker").record
    expect(earlier).to_have_text(f"You answered this before, on {kept[-1]['time'][:10]}: right.")
    assert desk.answers() == kept


def _answer_wrong_then_right(notebook, course, item_id):
    question = notebook.question(course, item_id)
    mistaken = wrong(question.item)
    question.give(mistaken)
    question.check()
    question.expect_feedback(mistaken)
    assert RECORDED not in question.element.inner_text()
    expect(question.verdict).not_to_contain_text("Take home")

    question.try_again()
    question.give(question.item.key)
    question.check()
    question.expect_feedback(question.item.key)
    expect(question.verdict).to_contain_text(f"Take home: {question.item.take_home}")
    expect(question.element).to_have_count(1)
    return question.item.kind


def _answer_with_certainty(notebook, course):
    rule = notebook.quiz(course, "01-check").get_by_role("table")
    expect(rule.get_by_role("row", name="Middle +2 −2")).to_be_visible()
    expect(rule.get_by_role("row", name="High +3 −6")).to_be_visible()

    question = notebook.question(course, SURE_AND_WRONG)
    question.give(wrong(question.item))
    question.check()
    expect(question.verdict).to_have_text("Say how sure you are, then check.")
    expect(question.whys).to_have_count(0)
    question.sure("high")
    question.check()
    expect(question.verdict).to_contain_text("−6 points with high certainty.")
    question.expect_feedback(wrong(question.item))

    question = notebook.question(course, FAIRLY_SURE)
    question.give(question.item.key)
    question.sure("middle")
    question.check()
    expect(question.verdict).to_contain_text("+2 points with middle certainty.")
    total = notebook.quiz(course, "01-check").locator(".lt-total")
    expect(total).to_contain_text("2 of 11 answered; right at the first try: 1.")
    expect(total).to_contain_text("Points: −4 of 6 possible so far.")


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_saved_without_running_it_stays_live(desk, lesson_one, open_notebook, app):
    name = desk.put(f"read-{app}", lesson_one)
    notebook = open_notebook(name, app)
    notebook.live(5)
    notebook.page.locator("section.lt-quiz input").first.focus()
    notebook.save()
    desk.forget()
    open_notebook(name, app).live(5)


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_untrusted_page_answers_without_script(course, desk, lesson_one, open_notebook, app):
    name = desk.put_untrusted(f"stranger-{app}", lesson_one, BOOBY_TRAP)
    notebook = open_notebook(name, app)
    expect(notebook.page.get_by_text("the trap was shown")).to_have_count(1)
    assert notebook.page.evaluate("() => window.hacked") is None
    expect(notebook.page.locator(".lt-quiz, .lt-lab, .jupyter-widgets")).to_have_count(0)

    title = course.quiz("01-before").title
    page = (
        notebook.page.locator(".jp-RenderedHTMLCommon")
        .filter(has=notebook.page.get_by_role("heading", name=title, exact=True))
        .filter(has=notebook.page.locator("details"))
    )
    folds = 0
    for item in course.items_of("01-before"):
        for option in item.options:
            open_fold(page, option)
            folds += 1
        folds += 1 + (item.clip is not None)  # sources; the words of a clip
    assert folds == page.locator("details").count()
    assert notebook.page.evaluate("() => window.hacked") is None


BOOBY_TRAP = (
    "<p>the trap was shown</p><script>window.hacked = 1</script>"
    '<img src="x" onerror="window.hacked = 1">'
)
