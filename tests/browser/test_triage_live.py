"""Triage desk and triage drill in a real page: decide, ask "what if", and find it kept."""

import itertools
import random
import re

import pytest
from pages import Notebook, spills
from playwright.sync_api import Locator, expect
from small_data import ORIGINAL
from test_accessibility import AXE
from test_frequency_tree_live import violations
from test_keyboard import Keys

from liptwitch.content.loading import load
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.triage_drill import TriageDrill, verdict
from liptwitch.science.intervals import wilson
from liptwitch.science.triage_report import report

DESK = f"""
from pathlib import Path
from liptwitch.content.loading import load
from liptwitch.exhibits.triage_desk import TriageDesk
TriageDesk(load(Path({str(ORIGINAL)!r})))
"""
RECORDED = "Decisions are recorded on this computer."
NOT_RECORDED = "Python is not running"
HOSTILE = '<script>window.hacked=1</script>"><img src=x onerror=window.hacked=1>'


# --- the drill -----------------------------------------------------------------


@pytest.fixture(scope="session")
def saved(built):
    return built("drill", "show.triage_drill()")


class Drill:
    """The live drill on an open page."""

    def __init__(self, notebook: Notebook, course):
        self.notebook, self.page = notebook, notebook.page
        self.root = self.page.locator("section.lt-drill")
        expect(self.root).to_have_count(1)
        self.stories = TriageDrill(course).stories
        self.total = self.root.locator(".lt-total")
        self.status = self.root.locator(".lt-status")
        self.verdict = self.root.locator("form .lt-verdict")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name)

    def level(self, level: Urgency) -> Locator:
        group = self.root.get_by_role("group", name="How fast does this person need help?")
        return group.get_by_role("radio", name=re.compile(f"^{level.words}"))

    def decide(self, level: Urgency, sure: str = "") -> None:
        self.level(level).check()
        if sure:
            self.root.get_by_role("radio", name=sure).check()
        self.button("Decide").click()

    def expect_story(self, place: int) -> None:
        expect(self.root.locator(".lt-story")).to_have_text(self.stories[place].story)

    def expect_decided(self, place: int, level: Urgency) -> None:
        """The story is locked, and says what holds of the decision."""
        story = self.stories[place]
        self.expect_story(place)
        expect(self.verdict).to_have_text(verdict(story, level))
        expect(self.level(level)).to_be_checked()
        expect(self.root.locator("form")).to_contain_text(story.says)
        expect(self.root.locator("form input:not(:disabled)")).to_have_count(0)
        expect(self.button("Decide")).to_be_hidden()


def test_drill_decides_marks_and_keeps(course, desk, saved, open_notebook):
    drill = Drill(open_notebook(desk.put("drill", saved)), course)
    count = len(drill.stories)
    decided = dict(zip((one.id for one in drill.stories), itertools.cycle(Urgency), strict=False))
    expect(drill.status).to_contain_text(NOT_RECORDED)
    drill.button("Decide").click()
    expect(drill.root).to_contain_text("Choose a level first.")
    for place, story in enumerate(drill.stories):
        drill.expect_story(place)
        drill.decide(decided[story.id], "High" if place == 0 else "")
        drill.expect_decided(place, decided[story.id])
        expect(drill.total).to_have_text(f"{place + 1} of {count} decided.")
        if place + 1 < count:
            expect(drill.root.get_by_text("How safe were you?")).to_have_count(0)
            drill.button("Next story").click()
    _summary(drill, course, decided)
    _story_by_story(drill, decided)

    drill.notebook.open()  # nothing was run and nothing saved: this browser kept it
    expect(drill.total).to_have_text(f"{count} of {count} decided.")
    assert desk.answers() == []
    drill.notebook.run(drill.status.filter(has_text=RECORDED))
    expect(drill.status).to_have_text(RECORDED)
    drill.notebook.recorded()
    assert {one["item"]: one["response"] for one in desk.answers()} == {
        story: level.value for story, level in decided.items()
    }
    sure = {one["item"]: one["certainty"] for one in desk.answers()}
    assert sure.pop(drill.stories[0].id) == "high"
    assert set(sure.values()) == {None}

    drill.page.evaluate("() => localStorage.clear()")  # as in another browser: the log has it all
    drill.notebook.run()
    expect(drill.status).to_have_text(RECORDED)
    drill.notebook.idle()
    expect(drill.total).to_have_text(f"{count} of {count} decided.")
    drill.button("Start again").click()
    expect(drill.total).to_have_text(f"0 of {count} decided.")
    drill.expect_story(0)
    drill.notebook.run()
    expect(drill.status).to_have_text(RECORDED)
    expect(drill.total).to_have_text(f"0 of {count} decided.")


def _summary(drill: Drill, course, decided) -> None:
    """Every mark with its interval, as Python counts them."""
    marks = report({one.id: one for one in drill.stories}, decided)
    safe = marks.strictly_safe
    shown = drill.root.locator("[data-right]", has_text="Strict safety:")
    expect(shown).to_contain_text(f"Strict safety: {safe.hits} of {safe.of}.")
    expect(shown).to_contain_text(f"as low as {round(100 * safe.interval[0])} in 100")
    rows = drill.root.locator("table", has_text="Your marks").locator("tbody tr")
    names = (
        "strictly_safe", "right", "in_range", "too_low", "too_high", "missed_at_the_top",
        "beyond_range_below",
    )  # fmt: skip
    expect(rows).to_have_count(len(names))
    for row, name in zip(rows.all(), names, strict=True):
        share = getattr(marks, name)
        low, high = (round(100 * end) for end in share.interval)
        cells = row.locator("td").all_text_contents()
        assert cells == [f"{share.hits} of {share.of}", f"{low} to {high}"], name
    missed = marks.missed_at_the_top
    expect(drill.root).to_contain_text(f"{missed.hits} of {missed.of} stories that could not wait")


def _story_by_story(drill: Drill, decided) -> None:
    drill.root.get_by_text("Story by story").click()
    rows = drill.root.locator("table", has_text="Each story").locator("tbody tr")
    for row, story in zip(rows.all(), drill.stories, strict=True):
        you, called = row.locator("td").all_text_contents()
        assert you == f"{verdict(story, decided[story.id])[0]} {decided[story.id].words}"
        assert called == story.level.words
    drill.button("Open story 3").click()
    drill.expect_decided(2, decided[drill.stories[2].id])
    drill.button("Story before").click()
    drill.expect_decided(1, decided[drill.stories[1].id])


def test_drill_by_keyboard(course, desk, saved, open_notebook):
    drill = Drill(open_notebook(desk.put("drill-keys", saved)), course)
    keys = Keys(drill.notebook)
    drill.level(Urgency.EMERGENCY).focus()
    keys.try_letters()
    keys.press("ArrowDown", "ArrowDown")
    expect(drill.level(Urgency.WITHIN_A_WEEK)).to_be_checked()
    keys.press("Tab", "ArrowRight")
    keys.press("Enter")
    drill.expect_decided(0, Urgency.WITHIN_A_WEEK)
    expect(drill.button("Next story")).to_be_focused()
    keys.press("Enter")
    drill.expect_story(1)
    expect(drill.level(Urgency.EMERGENCY)).to_be_focused()
    focusable = drill.root.locator("a, button, input, summary, [tabindex]")
    for control in focusable.locator("visible=true").all():
        expect(control).to_have_attribute("data-lm-suppress-shortcuts", "true")


def test_drill_and_python_mark_alike(course, in_page):
    module = in_page("triage_marks.js")
    drill = TriageDrill(course)
    stories = {one.id: one for one in drill.stories}
    chance = random.Random("drill")
    levels = [level.value for level in Urgency]
    rounds = [
        {one: chance.choice(levels) for one in chance.sample(list(stories), chance.randint(6, 12))}
        for _ in range(200)
    ]
    found = module(
        """({levels, stories, rounds}) =>
             rounds.map((given) => module.measure(levels, stories, given))""",
        {"levels": levels, "stories": drill.spec()["stories"], "rounds": rounds},
    )
    for given, marks in zip(rounds, found, strict=True):
        counted = report(stories, {one: Urgency(level) for one, level in given.items()})
        assert marks == {
            name: [getattr(counted, name).hits, getattr(counted, name).of] for name in marks
        }
    counts = [(hits, of) for of in (1, 5, 12, 60) for hits in range(of + 1)]
    in_js = module("(counts) => counts.map((one) => module.wilson(...one))", counts)
    for count, ends in zip(counts, in_js, strict=True):
        assert ends == pytest.approx(wilson(*count))


# --- the desk ------------------------------------------------------------------


class Live:
    """The live desk on an open page."""

    def __init__(self, notebook: Notebook):
        self.notebook, self.page = notebook, notebook.page
        self.root = self.page.locator("section.lt-desk")
        notebook.run()
        self.root.wait_for()
        notebook.idle()
        self.card = self.root.locator("article.lt-care")
        self.story = self.root.get_by_role("combobox", name="Story")
        self.rules = self.root.locator(".lt-rules > li")
        self.true = self.root.locator(".lt-true")
        self.now = self.root.locator(".lt-now")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name)

    def expect_level(self, level: str) -> None:
        expect(self.card).to_have_attribute("data-level", level)


@pytest.fixture(scope="module")
def small():
    return load(ORIGINAL)


def test_desk_everything_has_an_effect(small, desk, open_notebook):
    live = Live(open_notebook(desk.write("desk", DESK)))
    expect(live.root).to_contain_text("no place here for yourself")
    expect(live.root).to_contain_text(small.general.help)
    live.expect_level("emergency-now")
    card = small.care_card("emergency-now")
    for text in (card.title, card.sign, *card.not_to_do, card.return_rule, card.patient, card.gp):
        expect(live.card).to_contain_text(text)
    for one in small.general.emergency:
        expect(live.card).to_contain_text(f"{one.where}: Call {one.number}.")
    rule = small.rules["dry"]
    live.rules.first.locator("summary").click()
    basis = rule.basis.words.capitalize()
    for text in (rule.name, rule.reason, rule.says, basis, rule.review, "2026-11-20"):
        expect(live.rules.first).to_contain_text(text)
    source = live.rules.first.get_by_role("link")
    expect(source).to_have_attribute("href", str(small.references["steam-2001"].url))
    expect(live.root).to_contain_text("there is no higher level")
    _ticks(live, small)
    _what_if(live, small)
    _gates(live)


def _ticks(live: Live, small) -> None:
    group = live.root.locator("details", has_text="Illness now")
    group.locator("summary").click()
    box = group.get_by_role("checkbox", name="Is it dry?")
    expect(box).to_be_checked()
    box.uncheck()
    live.expect_level("not-enough")
    expect(live.now).to_have_text("Level now: ○○○○○ not enough to say")
    expect(live.card).to_contain_text("Not enough to say")
    expect(live.true).to_contain_text("Taken out by you:the kettle has boiled dry")
    expect(live.rules).to_have_text("None.")
    live.button("Back to the story").click()
    live.expect_level("emergency-now")
    expect(live.button("Back to the story")).to_be_disabled()
    live.button("Take everything out").click()
    live.expect_level("not-enough")
    expect(live.true).to_contain_text("Nothing is said to be true.")
    how_long = live.root.locator("details", has_text="How long it has lasted")
    how_long.locator("summary").click()
    how_long.get_by_role("checkbox", name="An hour?").check()
    how_long.get_by_role("checkbox", name="A minute?").check()
    alert = live.root.get_by_role("alert")
    expect(alert).to_contain_text("These cannot all be true")
    how_long.get_by_role("checkbox", name="An hour?").uncheck()
    expect(alert).to_be_empty()


def _what_if(live: Live, small) -> None:
    """A press on a line makes the change that the line names."""
    whistles = small.findings["whistles"]
    live.button(f"What if: {whistles.text}").click()
    live.expect_level("within-a-week")
    expect(live.root.locator(".lt-card")).to_be_focused()
    expect(live.true).to_contain_text(f"Added by you:it has hummed for a minute{whistles.text}")
    dry = small.findings["boils-dry"].question
    live.button(f"No: {dry}").click()
    expect(live.true).to_contain_text("Asked, and not so:the kettle has boiled dry")
    expect(live.button(f"Yes: {dry}")).to_have_count(0)
    live.button("Back to the story").click()
    live.button("Take everything out").click()
    live.button(f"Yes: {dry}").click()
    live.expect_level("emergency-now")


def _gates(live: Live) -> None:
    live.button("Take everything out").click()
    for group, question in (
        ("Speech, swallowing", "Does it whistle?"), ("How long it has lasted", "An hour?"),
    ):  # fmt: skip
        fold = live.root.locator("details", has_text=group)
        fold.evaluate("(fold) => { fold.open = true; }")
        fold.get_by_role("checkbox", name=question).check()
    live.expect_level("same-day")
    live.root.get_by_role("radio", name="the patient’s gate").check()
    live.expect_level("within-a-week")
    live.root.get_by_role("radio", name="the doctor’s gate").check()
    live.expect_level("same-day")
    expect(live.rules).to_have_count(1)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_desk_and_drill_are_legible_wide_and_narrow(course, desk, open_notebook, theme):
    """On the stories of the course: both exhibits, answered and opened, on one page."""
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": theme})
    lines = ("# Page\n\n## Part", "from liptwitch import show", "show.triage_desk()")
    lines += ("show.triage_drill()",)
    live = Live(open_notebook(desk.write(f"triage-{theme[-4:].strip()}", *lines), "notebook"))
    drill = Drill(live.notebook, course)
    for place in range(len(drill.stories)):
        drill.decide(list(Urgency)[place % 5])
        if place + 1 < len(drill.stories):
            drill.button("Next story").click()
    for fold in drill.root.locator("details").all():
        fold.evaluate("(fold) => { fold.open = true; }")
    live.root.locator(".lt-rules summary").first.click()
    live.root.locator(".lt-questions details summary").first.click()
    live.page.evaluate(AXE)
    for width in (1300, 420, 320):
        live.page.set_viewport_size({"width": width, "height": 900})
        for root, where in ((live.root, ".lt-desk"), (drill.root, ".lt-drill")):
            assert spills(root) == []
            assert violations(live.page, where) == []
    for level in course.care_cards:
        story = next(
            one for one in course.vignettes.values() if not one.drill and one.level == level
        )
        live.story.select_option(story.id)
        expect(live.root.locator(".lt-story")).to_have_text(story.story)
        live.notebook.idle()
        assert violations(live.page, ".lt-desk .lt-care", 5) == []


@pytest.mark.parametrize("width", [1300, 420])
def test_the_level_stays_in_sight_while_the_last_question_is_ticked(desk, open_notebook, width):
    lines = ("# Page\n\n## Part", "from liptwitch import show", "show.triage_desk()")
    live = Live(open_notebook(desk.write(f"desk-sight-{width}", *lines), "notebook"))
    live.page.set_viewport_size({"width": width, "height": 800})
    folds = live.root.locator(".lt-groups > details")
    for fold in folds.all():
        fold.locator("summary").press("Enter")
    for number, place in enumerate((0, -1), start=1):
        box = folds.nth(place).get_by_role("checkbox").last
        box.focus()
        live.page.keyboard.press("Space")
        expect(live.root).to_have_attribute("data-shown", str(number))
        expect(box).to_be_focused()
        expect(box).to_be_in_viewport(ratio=1)
        expect(live.now.locator(".lt-level")).to_be_in_viewport(ratio=1)
        # Nothing lies over what has the focus.
        assert box.evaluate(
            "(box) => { const { left, top, width, height } = box.getBoundingClientRect();"
            " return document.elementFromPoint(left + width / 2, top + height / 2) === box; }"
        )


def test_desk_by_keyboard_and_with_hostile_text(desk, open_notebook):
    planted = DESK.replace("TriageDesk(load", "course = (load") + (
        "from dataclasses import replace\n"
        "story = course.vignettes['smoke']\n"
        f"story = story.model_copy(update={{'story': {HOSTILE!r}}})\n"
        "dry = course.findings['boils-dry']\n"
        f"dry = dry.model_copy(update={{'text': {HOSTILE!r}, 'question': {HOSTILE!r}}})\n"
        "TriageDesk(replace(course, vignettes={'smoke': story},"
        " findings=course.findings | {'boils-dry': dry}))"
    )
    live = Live(open_notebook(desk.write("desk-keys", planted)))
    keys = Keys(live.notebook)
    live.story.focus()
    keys.try_letters()
    keys.press("Tab")
    expect(live.button("Next story")).to_be_focused()
    keys.press("Tab", "Enter")  # “Back to the story” has nothing to do yet and is passed over
    expect(live.root.get_by_text("Nothing is said to be true.")).to_be_visible()
    live.expect_level("not-enough")
    expect(live.root.locator(".lt-card")).to_be_focused()
    live.button("Back to the story").focus()
    keys.press("Enter")
    live.expect_level("emergency-now")
    expect(live.root.locator(".lt-card")).to_be_focused()
    live.root.locator(".lt-questions summary").first.focus()
    keys.press("Enter", "Tab", "Space")
    expect(live.root.locator("input[type=checkbox]").first).to_be_checked()
    expect(live.root.locator(".lt-story")).to_have_text(HOSTILE)
    expect(live.true).to_contain_text(HOSTILE)
    assert live.page.evaluate("() => window.hacked") is None
    assert live.root.locator("script, img").count() == 0
    focusable = live.root.locator("a, button, input, select, summary, [tabindex]")
    for control in focusable.locator("visible=true").all():
        expect(control).to_have_attribute("data-lm-suppress-shortcuts", "true")
