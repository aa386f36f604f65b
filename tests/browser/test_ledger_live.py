"""The claims ledger in a real page: filter, sort, open, by mouse and by keyboard."""

from pathlib import Path

import pytest
from pages import Notebook, spills
from playwright.sync_api import Locator, Page, expect
from small_data import ORIGINAL
from test_accessibility import AXE, LAID_OUT
from test_keyboard import Keys

from liptwitch.content.ledger import Verdict
from liptwitch.content.loading import load
from liptwitch.exhibits.verdicts import signed

HOSTILE = '<script>window.hacked=1</script>"><img src=x onerror=window.hacked=1>'
SMALL = f"""
from dataclasses import replace
from pathlib import Path
from liptwitch.content.loading import load
from liptwitch.exhibits.ledger import Ledger
course = load(Path({str(ORIGINAL)!r}))
"""
PLANTED = f"""
first = course.claims["S0-001"]
texts = {{name: getattr(first, name) + {HOSTILE!r} for name in ("section", "claim", "correction")}}
course = replace(course, claims=course.claims | {{first.id: first.model_copy(update=texts)}})
"""
MANY = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from many_claims import many
course = many(course, 70)
"""
SHOW = "Ledger(course)"


class Live:
    """The live ledger on an open page."""

    def __init__(self, notebook: Notebook):
        self.notebook = notebook
        self.page = notebook.page
        self.root = self.page.locator("section.lt-ledger")
        notebook.run()
        self.root.wait_for()
        notebook.idle()
        self.status = self.root.get_by_role("status")
        self.words = self.root.get_by_role("searchbox", name="Words")
        self.harm = self.root.get_by_role("checkbox", name="Only what could harm")
        self.all = self.root.get_by_role("button", name="Show all again")

    def box(self, name: str) -> Locator:
        return self.root.get_by_role("combobox", name=name, exact=True)

    def heading(self, name: str) -> Locator:
        return self.root.get_by_role("columnheader", name=name, exact=True)

    def claim(self, claim_id: str) -> Locator:
        """All that belongs to a claim: its row and what opens under it."""
        exact = self.page.get_by_role("cell", name=claim_id, exact=True)
        return self.root.locator("tbody").filter(has=exact)

    def shown(self) -> list[str]:
        """The ids of the claims that are shown, from top to bottom."""
        ids = self.root.locator("tbody:not([hidden]) > tr:first-child > td:first-child")
        return ids.all_text_contents()

    def expect_shown(self, claims) -> None:
        """The claims and no others are shown, and the live region counts them."""
        ids = [claim.id for claim in claims]
        expect(self.status).to_contain_text(f"{len(ids)} of ")
        assert self.shown() == ids


@pytest.fixture(scope="module")
def claims():
    return list(load(ORIGINAL).claims.values())


def test_everything_has_an_effect(claims, desk, open_notebook):
    ledger = Live(open_notebook(desk.write("ledger", SMALL + PLANTED + SHOW)))
    ledger.expect_shown(claims)
    _filters(ledger, claims)
    _search(ledger, claims)
    _headings_sort(ledger, claims)
    _a_row_opens(ledger)
    _script_stays_text(ledger)


def _filters(ledger: Live, claims):
    about_lids = [one for one in claims if one.subject == "lid"]
    for article in ("000", "001"):
        ledger.box("Article").select_option(article)
        ledger.expect_shown(one for one in claims if one.article == article)
    ledger.box("Article").select_option("")
    for verdict in Verdict:
        ledger.box("Verdict").select_option(label=f"{signed(verdict)} ({_count(claims, verdict)})")
        ledger.expect_shown(one for one in claims if one.verdict is verdict)
    ledger.box("Verdict").select_option("")
    ledger.box("About").select_option(label=f"The lid ({len(about_lids)})")
    ledger.expect_shown(about_lids)
    ledger.box("Verdict").select_option("wrong")
    ledger.expect_shown(one for one in about_lids if one.verdict == "wrong")
    ledger.all.click()
    ledger.expect_shown(claims)
    assert [ledger.box(name).input_value() for name in ("Article", "About", "Verdict")] == [""] * 3
    ledger.harm.check()
    ledger.expect_shown(one for one in claims if one.could_harm)
    ledger.all.click()
    expect(ledger.harm).not_to_be_checked()


def _count(claims, verdict: Verdict) -> int:
    return sum(one.verdict is verdict for one in claims)


def _search(ledger: Live, claims):
    """Every word has to be there, in whichever case and order: id, claim, correction, source."""
    by_id = {one.id: one for one in claims}
    for words, ids in {
        "LIMESCALE": ["S1-004", "S1-005"],
        "hum floor": ["S0-001", "S1-002"],
        "burns": ["S0-003"],
        "kettle board": ["S0-003"],
        "s1-003": ["S1-003"],
        "m1": ["S0-001", "S1-002"],
    }.items():
        ledger.words.fill(words)
        ledger.expect_shown(by_id[one] for one in ids)
    ledger.words.fill("nothing says this")
    ledger.expect_shown([])
    expect(ledger.status).to_contain_text("show all again")
    ledger.all.click()
    ledger.expect_shown(claims)


def _headings_sort(ledger: Live, claims):
    verdicts = list(Verdict)
    names = load(ORIGINAL).subject_name
    for heading, key in {
        "Claim": lambda one: one.claim,
        "About": lambda one: names(one.subject),
        "Verdict": lambda one: verdicts.index(one.verdict),
        "Id": lambda one: one.id,
    }.items():
        button = ledger.heading(heading).get_by_role("button")
        for direction in ("ascending", "descending"):
            button.click()
            ledger.expect_shown(sorted(claims, key=key, reverse=direction == "descending"))
            expect(ledger.heading(heading)).to_have_attribute("aria-sort", direction)
            expect(ledger.root.locator("[aria-sort]")).to_have_count(1)
            expect(button).to_be_focused()
    ledger.all.click()
    ledger.expect_shown(claims)


def _a_row_opens(ledger: Live):
    claim = ledger.claim("S0-003")
    button = claim.get_by_role("button")
    expect(claim).to_contain_text("⚠ unsafe advice")
    expect(claim).to_contain_text("could harm")
    expect(claim.locator(".lt-opened")).to_have_count(0)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    facts = claim.locator("dl > div").all_inner_texts()
    assert [fact.split("\n") for fact in facts] == [
        ["What is so instead, or is missing", "Steam burns."],
        ["How sure", "high confidence"],
        ["Could acting on it harm?", "yes"],
        ["Kind of statement", "advice"],
        ["Where", "Article 000, Sounds"],
        ["Sources", "The Kettle Board"],
    ]
    link = claim.get_by_role("link", name="The Kettle Board")
    expect(link).to_have_attribute("href", "https://example.org/board")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener")
    ledger.heading("Verdict").get_by_role("button").click()
    expect(link).to_be_visible()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()


def _script_stays_text(ledger: Live):
    claim = ledger.claim("S0-001")
    claim.get_by_role("button").click()
    expect(claim.get_by_role("button")).to_contain_text(HOSTILE)
    for part in ("What is so instead", "Where"):
        expect(claim.locator("dl > div", has_text=part)).to_contain_text(HOSTILE)
    expect(claim.locator("dl > div", has_text="Misconception")).to_contain_text("M1")
    assert ledger.page.evaluate("() => window.hacked") is None
    assert ledger.root.locator("script, img").count() == 0


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_by_keyboard(claims, desk, open_notebook, app):
    ledger = Live(open_notebook(desk.write(f"ledger-keys-{app}", SMALL + SHOW), app))
    keys = Keys(ledger.notebook)
    ledger.box("Article").focus()
    keys.press("ArrowDown")
    ledger.expect_shown(one for one in claims if one.article == "000")
    keys.press("Tab", "Tab", "Tab")
    expect(ledger.words).to_be_focused()
    keys.try_letters()
    expect(ledger.words).to_have_value("baddxmy")
    keys.press(*["Backspace"] * 7, *"sing")
    ledger.expect_shown(one for one in claims if one.id == "S0-002")
    keys.press("Enter")
    keys.notebook.save()
    expect(ledger.words).to_have_value("sing")
    keys.press("Tab", "Tab")
    expect(ledger.all).to_be_focused()
    keys.press("Enter")
    ledger.expect_shown(claims)
    expect(ledger.all).to_be_focused()
    keys.press("Tab")
    expect(ledger.root.get_by_role("region", name="Claims")).to_be_focused()
    keys.press("Tab", "Space")
    ledger.expect_shown(sorted(claims, key=lambda one: one.id, reverse=True))
    keys.press("Tab", "Tab", "Tab", "Tab")
    button = ledger.claim("S1-005").get_by_role("button")
    expect(button).to_be_focused()
    keys.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    keys.press("Tab")
    expect(ledger.root.get_by_role("link", name="Spout and Lid 1999")).to_be_focused()
    keys.try_letters()
    focusable = ledger.root.locator("a, button, input, select, [tabindex]").locator("visible=true")
    for control in focusable.all():
        expect(control).to_have_attribute("data-lm-suppress-shortcuts", "true")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_it_is_legible_wide_and_narrow(desk, open_notebook, theme):
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": theme})
    name = desk.write(f"ledger-{theme[-4:].strip()}", SMALL + MANY + SHOW)
    ledger = Live(open_notebook(name, "notebook"))
    expect(ledger.status).to_have_text("70 of 70 claims.")
    for place in range(7):
        ledger.root.locator("tbody button").nth(place).click()
    ledger.page.evaluate(AXE)
    for width in (1300, 420, 320):
        ledger.page.set_viewport_size({"width": width, "height": 900})
        assert spills(ledger.root) == []
        assert violations(ledger.page) == []
    targets = ledger.root.locator("button, select, input").locator("visible=true")
    boxes = targets.evaluate_all(
        "all => all.slice(0, 20).map((one) => (one.labels?.[0] ?? one)"
        ".getBoundingClientRect()).map((box) => [box.width, box.height])"
    )
    assert min(map(min, boxes)) >= 24


def violations(page: Page) -> list[str]:
    """What axe finds wrong in the ledger, having shown that it looked at contrast."""
    style = page.add_style_tag(content=LAID_OUT)
    found = page.evaluate("() => axe.run('.lt-ledger', {resultTypes: ['violations', 'passes']})")
    style.evaluate("(style) => style.remove()")
    contrast = [rule for rule in found["passes"] if rule["id"] == "color-contrast"]
    assert sum(len(rule["nodes"]) for rule in contrast) > 50, "contrast was not checked"
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
