"""The frequency tree on a saved page that nobody has run: it counts by itself."""

import random

import pytest
from pages import Notebook, spills
from playwright.sync_api import Locator, Page, expect
from test_accessibility import AXE, LAID_OUT
from test_keyboard import Keys

from liptwitch.content.probability import GROUPS
from liptwitch.exhibits import frequency_words as say
from liptwitch.exhibits.frequency_tree import tree_of
from liptwitch.publishing.size import measure
from liptwitch.science.intervals import highest_after_none
from liptwitch.science.probability import in_round_numbers, tree

STUDY = "fasciculation-als"  # the preset with a study in which nobody had the condition
ENDS = ("hits", "misses", "alarms", "clear")
PARTS = ("people", "ill", "well", *ENDS)


@pytest.fixture(scope="session")
def saved(built):
    return built("tree", 'show.frequency_tree("fast-stroke")')


class Live:
    """The live tree on an open page."""

    def __init__(self, notebook: Notebook):
        self.notebook, self.page = notebook, notebook.page
        self.root = self.page.locator("section.lt-tree")
        expect(self.root).to_have_count(1)
        self.presets = self.root.get_by_role("combobox", name="Count for")
        self.people = self.root.get_by_role("combobox", name="Think of so many people")
        self.back = self.root.get_by_role("button", name="Back to its numbers")
        self.answers = self.root.locator(".lt-seen p")
        self.marked = self.root.get_by_role("status")
        self.followed = self.root.locator('input[data-number="followed"]')
        self.guess = self.root.locator(".lt-guess > summary")
        expect(self.answers.first).to_be_hidden()  # the guess comes first
        expect(self.part("hits")).to_be_hidden()
        self.guess.click()

    def slider(self, number: str) -> Locator:
        return self.root.locator(f'input[data-number="{number}"]')

    def part(self, name: str) -> Locator:
        return self.root.locator(f'.lt-branches [data-part="{name}"]')

    def cell(self, name: str) -> Locator:
        return self.root.locator(f'.lt-two [data-part="{name}"]')

    def expect_tree(self, preset, counted) -> None:
        """Answers, tree, table and dots all show these people."""
        expect(self.answers.nth(0)).to_have_text(say.answer(preset, counted))
        expect(self.answers.nth(1)).to_have_text(say.other_answer(preset, counted))
        for name in PARTS:
            expect(self.part(name).locator(".lt-number")).to_have_text(
                f"{getattr(counted, name):,}"
            )
        for name in (*PARTS, "positive", "negative"):
            expect(self.cell(name)).to_have_text(f"{getattr(counted, name):,}")
        expect(self.root.locator(".lt-legend li")).to_have_text(say.dots(preset, counted))
        dots = self.root.locator(".lt-dots > svg")
        expect(dots).to_have_attribute(
            "aria-label",
            f"1,000 dots. {say.one_dot(counted)} {'; '.join(say.dots(preset, counted))}.",
        )


def test_everything_has_an_effect(course, desk, saved, open_notebook):
    live = Live(open_notebook(desk.put("tree", saved)))
    for preset in course.presets.values():
        live.presets.select_option(preset.id)
        live.expect_tree(preset, tree_of(preset))
        expect(live.guess).to_have_text(say.guess(preset))
        for text in (preset.who, preset.chosen, preset.take_home):
            expect(live.root).to_contain_text(text)
        expect(live.root.locator(".lt-none")).to_be_visible(visible=bool(preset.none))
        expect(live.root.locator(".lt-basis tbody tr")).to_have_count(3)
    preset = course.presets["fast-stroke"]
    live.presets.select_option(preset.id)
    expect(live.back).to_be_disabled()
    _numbers(live, preset)
    _marks(live, preset)
    _none(live, course.presets[STUDY])
    tried = live.root.locator("input, select, button, summary").locator("visible=true")
    expect(tried).to_have_count(1 + 4 + 2 + 1 + len(PARTS) + 2 + 2)  # and no other controls


def _numbers(live: Live, preset) -> None:
    live.slider("sensitivity").fill("90")
    live.expect_tree(preset, tree(1000, 100, 90, 60))
    live.slider("specificity").fill("95")
    live.expect_tree(preset, tree(1000, 100, 90, 95))
    live.slider("prior").fill("0")
    live.expect_tree(preset, tree(1000, 1, 90, 95))
    live.slider("prior").fill("200")
    live.expect_tree(preset, tree(1000, 1000, 90, 95))
    live.slider("prior").fill("100")
    live.expect_tree(preset, tree(1000, 32, 90, 95))  # the root of 1,000, rounded
    live.people.select_option("100000")
    live.expect_tree(preset, tree(100_000, 3200, 90, 95))
    expect(live.root.get_by_text("changed by you")).to_have_count(3)
    live.back.click()
    live.expect_tree(preset, tree_of(preset))
    expect(live.root.get_by_text("from a source, below")).to_have_count(3)
    live.presets.select_option("practice")
    expect(live.root.get_by_text("made up for practice", exact=True)).to_have_count(3)
    live.presets.select_option(preset.id)


def _marks(live: Live, preset) -> None:
    """Pointing marks the same people in tree, table and dots; a press keeps them marked."""
    expect(live.marked).to_have_text("Marked: nobody yet.")
    live.part("hits").hover()
    expect(live.marked).to_have_text("Marked: 77 people with a stroke and a FAST sign.")
    live.cell("positive").hover()
    expect(live.marked).to_have_text("Marked: 437 people with a FAST sign.")
    live.part("ill").click()
    live.page.mouse.move(0, 0)
    live.part("ill").blur()
    expect(live.marked).to_have_text("Marked: 100 people with a stroke.")
    expect(live.part("ill")).to_have_attribute("aria-pressed", "true")
    on = live.root.locator("[data-part].lt-on")
    assert set(on.evaluate_all("all => all.map((one) => one.dataset.part)")) == {
        "ill", "hits", "misses",
    }  # fmt: skip
    faint = live.root.locator("path.lt-off")
    assert faint.evaluate_all("all => all.map((one) => one.dataset.end)") == ["alarms", "clear"]
    expect(live.root.locator(".lt-legend .lt-on")).to_have_count(2)
    live.part("ill").click()
    live.page.mouse.move(0, 0)
    live.part("ill").blur()
    expect(faint).to_have_count(0)


def _none(live: Live, preset) -> None:
    live.presets.select_option(preset.id)
    allows = live.root.locator(".lt-allows")
    expect(allows).to_have_text(say.none_found(preset.none))
    squares = live.root.locator(".lt-none svg")
    for followed in (10, 1000):
        live.followed.fill(str(followed))
        expect(allows).to_have_text(say.none_found(preset.none, followed))
        expect(squares).to_have_attribute(
            "aria-label", _squares(round(highest_after_none(followed) * 1000), preset)
        )


def _squares(may: int, preset) -> str:
    return (
        f"1,000 dots; {may} of them are squares: so many could still have {preset.none.condition}."
    )


def test_by_keyboard(course, desk, saved, open_notebook):
    live = Live(open_notebook(desk.put("tree-keys", saved)))
    keys = Keys(live.notebook)
    preset = course.presets["fast-stroke"]
    live.presets.focus()
    keys.try_letters()
    keys.press("Tab")
    expect(live.guess).to_be_focused()
    keys.press("Enter")
    expect(live.slider("prior")).to_be_hidden()
    keys.press("Enter", "Tab")
    expect(live.slider("prior")).to_be_focused()
    keys.press("Tab", "ArrowRight")
    live.expect_tree(preset, tree(1000, 100, 78, 60))
    expect(live.slider("sensitivity")).to_have_attribute("aria-valuetext", "78 in 100")
    keys.try_letters()
    keys.press("Tab", "Tab", "Tab", "Enter")
    live.expect_tree(preset, tree_of(preset))
    expect(live.presets).to_be_focused()
    live.part("people").focus()
    keys.press("Tab", "Tab", "Space")
    expect(live.part("hits")).to_have_attribute("aria-pressed", "true")
    keys.press("Tab")
    expect(live.marked).to_have_text("Marked: 23 people with a stroke, but no FAST sign.")
    live.cell("positive").focus()
    expect(live.marked).to_have_text("Marked: 437 people with a FAST sign.")
    focusable = live.root.locator("a, button, input, select, summary, [tabindex]")
    for control in focusable.locator("visible=true").all():
        expect(control).to_have_attribute("data-lm-suppress-shortcuts", "true")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_it_is_legible_wide_and_narrow(desk, saved, open_notebook, theme):
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": theme})
    live = Live(open_notebook(desk.put(f"tree-{theme[-4:].strip()}", saved), "notebook"))
    live.presets.select_option(STUDY)
    live.root.get_by_text("What the three numbers rest on").first.click()
    live.part("ill").click()
    live.page.evaluate(AXE)
    for width in (1300, 420, 320):
        live.page.set_viewport_size({"width": width, "height": 900})
        assert spills(live.root) == []
        assert violations(live.page, ".lt-tree") == []


def violations(page: Page, where: str, least: int = 30) -> list[str]:
    """What axe finds wrong in an exhibit, having shown that it looked at contrast."""
    style = page.add_style_tag(content=LAID_OUT)
    found = page.evaluate(
        "(where) => axe.run(where, {resultTypes: ['violations', 'passes']})", where
    )
    style.evaluate("(style) => style.remove()")
    contrast = [rule for rule in found["passes"] if rule["id"] == "color-contrast"]
    assert sum(len(rule["nodes"]) for rule in contrast) > least, "contrast was not checked"
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def test_four_trees_leave_room_for_a_lesson(built):
    lines = [f'show.frequency_tree("{one}")' for one in ("practice", "fast-stroke", STUDY)]
    three, one = (
        measure(built(name, *some).read_text("utf-8")).total
        for name, some in (("three", lines), ("one", lines[:1]))
    )
    assert three < 110_000
    assert (three - one) / 2 < 40_000  # a further tree brings no code along


def test_page_and_python_count_alike(course, in_page):
    """The same trees, dots, shares and sentences, for people drawn by chance and at the ends."""
    module = in_page("frequency_math.js")
    chance = random.Random("trees")
    shares = [0, 1, 50, 99, 100]
    cases = [
        (people, ill, sensitivity, specificity)
        for people in GROUPS
        for ill in (0, 1, 5, people // 7, people, *(chance.randint(0, people) for _ in range(20)))
        for sensitivity in (*shares, chance.randint(0, 100))
        for specificity in (*shares, chance.randint(0, 100))
    ]
    presets = list(course.presets.values())
    told = [{**one.model_dump(mode="json"), "id": one.id} for one in presets]
    in_js = module(
        """({cases, presets}) => cases.map((one, place) => {
             const tree = module.countTree(...one);
             const preset = presets[place % presets.length];
             const ends = [tree.hits, tree.misses, tree.alarms, tree.clear];
             const told = ["answer", "otherAnswer", "dotsInWords"];
             return [ends, module.dotsOf(tree), ...told.map((one) => module[one](preset, tree)),
               module.oneDot(tree)];
           })""",
        {"cases": cases, "presets": told},
    )
    for place, (case, found) in enumerate(zip(cases, in_js, strict=True)):
        counted, preset = tree(*case), presets[place % len(presets)]
        assert found == [
            [getattr(counted, end) for end in ENDS],
            list(counted.dots()),
            say.answer(preset, counted),
            say.other_answer(preset, counted),
            say.dots(preset, counted),
            say.one_dot(counted),
        ], case
    parts = [
        (chance.randint(0, whole), whole) for whole in chance.choices(range(1, 200_000), k=500)
    ]
    rounded = module("(parts) => parts.map((one) => module.inRoundNumbers(...one))", parts)
    assert rounded == [list(in_round_numbers(*part)) for part in parts]
    none = course.presets[STUDY].none
    followed = list(range(10, 1001))
    found = module(
        "({followed, condition}) => followed.map((one) => module.noneFound(condition, one))",
        {"followed": followed, "condition": none.condition},
    )
    assert found == [say.none_found(none, one) for one in followed]
