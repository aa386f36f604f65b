"""A case, a stage at a time: by mouse, as fast as it goes, or by keyboard alone."""

import re
from collections.abc import Iterator

from playwright.sync_api import Locator, Page, expect

from liptwitch.content.cases import Case
from liptwitch.learning.case_recorder import stages

SUMMARY = "An adult with three weeks of headaches, now a lip that is numb and twitches all day."
RECORDED = "Your steps are recorded on this computer."
UNRECORDED = "Your steps wait in this browser"
LETTERS = ["b", "a", "d", "d", "x", "m", "y"]
"""In JupyterLab and Notebook these insert, delete, cut or change the cell."""


def player(page: Page, case: Case) -> Locator:
    """The live case player of a case."""
    title = page.get_by_role("heading", name=case.title, exact=True)
    return page.locator("section.lt-case").filter(has=title)


def desk_of(page: Page, case: Case) -> Locator:
    """The live answer desk of a case."""
    title = page.get_by_role("heading", name=f"Answer desk: {case.title}", exact=True)
    return page.locator("section.lt-case").filter(has=title)


def play(section: Locator, case: Case) -> Iterator[str]:
    """Plays a case by mouse; yields before each stage is left, and at the debrief."""
    go = section.locator(".lt-go")
    for place, stage in enumerate(stages(case), start=1):
        expect(section.locator("h4")).to_contain_text(f"Step {place} of {len(stages(case))}")
        _fill(section, case, stage)
        yield stage
        go.click()
    expect(section.locator("h4")).to_have_text("Debrief")
    yield "debrief"


def _fill(section: Locator, case: Case, stage: str) -> None:
    if stage in ("first", "commit") or stage.startswith("event"):
        section.locator(".lt-beliefs input").first.fill("60")
        section.get_by_role("button", name="Make the numbers sum to 100").click()
    if stage in ("first", "triage") or stage.startswith("event"):
        section.get_by_role("radio", name="same day").check()
    if stage in ("ask", "examine"):
        section.locator("summary").evaluate_all("all => all.forEach((s) => s.parentNode.open = 1)")
        section.locator(".lt-ask").first.click()
    if stage == "say":
        section.get_by_role("textbox").fill(SUMMARY)
    if stage == "commit":
        for select in section.locator("select").all():
            select.select_option(index=1)
        section.get_by_role("radio", name="Middle").check()


class Keys:
    """Presses keys and looks after each that the focus is still in the case."""

    def __init__(self, page: Page, section: Locator):
        self.page = page
        self.section = section

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            inside = self.section.evaluate("one => one.contains(document.activeElement)")
            assert inside, f"{key} took the focus out of the case"

    def tab_to(self, goal: str | Locator) -> None:
        """Tabs on until what has the focus is the goal."""
        target = self.section.locator(goal) if isinstance(goal, str) else goal
        for _ in range(90):
            self.press("Tab")
            if target.evaluate_all("all => all.includes(document.activeElement)"):
                return
        raise AssertionError(f"Tab does not lead to {goal}")

    def leave(self, heading: str) -> None:
        """Tabs to the button that ends the stage; the next stage's heading has the focus then."""
        self.tab_to(".lt-go")
        self.press("Enter")
        title = self.section.locator("h4")
        expect(title).to_have_text(re.compile(heading))
        expect(title).to_be_focused()

    def beliefs(self, *shares: str) -> None:
        """Types per cents into the first boxes and lets the page make them sum to 100."""
        for share in shares:
            self.tab_to(".lt-beliefs input")
            self.press("Control+a", *share)
        self.press("Enter")
        expect(self.section.locator(".lt-problem")).to_contain_text("The numbers sum to")
        self.tab_to(self.section.get_by_role("button", name="Make the numbers sum to 100"))
        self.press("Space")
        expect(self.section.locator(".lt-sum")).to_contain_text("100 of 100")

    def choose_level(self, downs: int) -> None:
        """Chooses a level by its place from the top."""
        self.tab_to(".lt-levels input")
        self.press("Space", *["ArrowDown"] * downs)
        expect(self.section.locator(".lt-levels input").nth(downs)).to_be_checked()

    def choose(self, select: Locator) -> str:
        """Chooses the first entry of a list; returns its words."""
        self.tab_to(select)
        self.press("ArrowDown")
        assert select.input_value()
        return select.locator("option:checked").inner_text()
