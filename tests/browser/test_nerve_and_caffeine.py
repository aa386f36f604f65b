"""The nerve lab and the caffeine clock: every control changes what is seen, by keyboard too."""

import re

import pytest
from pages import Notebook, spills
from playwright.sync_api import Locator, expect
from test_accessibility import AXE, LAID_OUT, violations
from test_keyboard import Keys

CODE = ("from liptwitch import show", "show.nerve_lab()", "show.caffeine_clock()")


CHECK_THEN_CHOOSE = """(root, other) => {
  [...root.querySelectorAll("button")].find((one) => one.textContent === "Check").click();
  const select = root.querySelector(`option[value="${other}"]`).closest("select");
  select.value = other;
  select.dispatchEvent(new Event("change"));
}"""
"""Asks for a verdict, and chooses another challenge before Python can have answered."""


class Lab:
    """One of the two labs on an open page."""

    def __init__(self, notebook: Notebook, name: str):
        self.notebook = notebook
        self.root = notebook.page.get_by_role("region", name=name, exact=True)
        self.root.wait_for()

    def after(self, act, *arguments, **options) -> None:
        """Does something that asks the kernel, and waits for what it answers."""
        before = int(self.root.get_attribute("data-shown"))
        act(*arguments, **options)
        self.notebook.page.wait_for_function(
            "([root, before]) => Number(root.dataset.shown) > before",
            arg=[self.root.element_handle(), before],
        )

    def picture(self) -> tuple[str, ...]:
        """What is seen: the charts, and the words beside them."""
        charts = [one.get_attribute("src") for one in self.root.locator("img.lt-chart").all()]
        return (*charts, self.root.locator(".lt-seen").inner_text())

    def setting(self, name: str) -> Locator:
        return self.root.locator(f'[data-setting="{name}"]')

    def box(self, name: str) -> Locator:
        return self.root.get_by_role("combobox", name=name, exact=True)

    def press(self, name: str) -> None:
        self.root.get_by_role("button", name=name, exact=True).click()


def opened(desk, open_notebook, name: str, app: str = "notebook", **options) -> tuple[Lab, Lab]:
    notebook = open_notebook(desk.write(name, *CODE), app, **options)
    notebook.run()
    labs = Lab(notebook, "Nerve lab"), Lab(notebook, "Caffeine clock")
    notebook.idle()
    return labs


def test_every_control_has_an_effect(course, desk, open_notebook):
    nerve, clock = opened(desk, open_notebook, "labs")
    _starts_and_dials(course, nerve)
    _challenge(course, nerve)
    _clock(course, clock)
    for lab in (nerve, clock):
        lab.notebook.page.set_viewport_size({"width": 1000, "height": 900})
        _no_control_untried(lab)


def _starts_and_dials(course, lab: Lab):
    pictures = {}
    for start in reversed(course.nerve.starts.values()):
        lab.after(lab.box("Start from").select_option, start.id)
        pictures[start.id] = lab.picture()
        for dial in course.nerve.dials:
            assert float(lab.setting(dial).input_value()) == getattr(start, dial)
    assert len(set(pictures.values())) == len(pictures) >= 5
    for name, value in {"push": "8", "calcium": "1.1", "potassium": "3.6"}.items():
        before, slider = lab.picture(), lab.setting(name)
        lab.after(slider.fill, value)
        assert lab.picture() != before, name
        expect(slider).to_have_attribute("aria-valuetext", re.compile(f"^{value}"))
    expect(lab.box("Start from")).to_have_value("")  # these are the learner's own settings
    slope = lab.setting("slope")
    before = lab.picture()
    lab.after(slope.select_option, index=2)
    assert lab.picture() != before
    lab.after(slope.select_option, index=0)


def _challenge(course, lab: Lab):
    challenge = course.nerve.challenges["low-potassium"]
    # The dials already stand where the challenge wants them: it begins in healthy blood anew.
    lab.after(lab.box("Start from").select_option, "little-potassium")
    lab.after(lab.box("Challenge").select_option, challenge.id)
    expect(lab.root.get_by_text(challenge.task)).to_be_visible()
    expect(lab.setting("potassium")).to_have_value("4")
    expect(lab.box("Start from")).to_have_value("healthy")
    lab.press("Check")
    expect(lab.root.get_by_text("Your guess is missing.")).to_be_visible()
    lab.root.get_by_role("radio", name=challenge.guesses[0].text).check()
    summary = lab.root.get_by_role("status").filter(has_text="points hold")
    lab.after(lab.press, "Check")
    expect(summary).to_contain_text("First check: 2 of 4 points hold.")
    expect(lab.root.get_by_text("You have not tried low potassium yet.")).to_be_visible()
    lab.after(lab.setting("potassium").fill, "2.5")
    expect(lab.root.get_by_text("You changed something: check again.")).to_be_visible()
    lab.after(lab.press, "Check")
    expect(summary).to_contain_text("Check 2: done, all 4 points hold.")
    expect(lab.root.get_by_text("in this blood")).to_be_visible()
    expect(lab.root.get_by_text(challenge.guesses[0].says)).to_be_visible()
    lab.root.get_by_role("radio", name=challenge.guesses[1].text).check()
    expect(lab.root.get_by_text("You changed something: check again.")).to_be_visible()
    other = next(one for one in course.nerve.challenges if one != challenge.id)
    before = int(lab.root.get_attribute("data-shown"))
    lab.root.evaluate(CHECK_THEN_CHOOSE, other)
    lab.notebook.page.wait_for_function(
        "([root, number]) => Number(root.dataset.shown) === number",
        arg=[lab.root.element_handle(), before + 2],
    )
    expect(summary).to_have_count(0)  # the verdict came too late: it is not this challenge's


def _guess(lab: Lab):
    """Nothing of the answer is seen or said aloud before a guess."""
    answer, guess = lab.root.locator(".lt-seen"), lab.setting("guess")
    expect(guess).to_be_visible()
    expect(answer).to_be_hidden()
    expect(lab.root.locator("img.lt-chart")).to_be_hidden()
    lab.press("That is my guess")
    expect(lab.root.get_by_text("Type a number of milligrams first.")).to_be_visible()
    guess.fill("20")
    lab.after(guess.press, "Enter")
    expect(answer).to_be_focused()
    expect(lab.root.get_by_text("Your guess was 20 mg")).to_be_visible()
    expect(guess).to_be_hidden()


def _clock(course, lab: Lab):
    _guess(lab)
    changes = {
        "drinker": {"value": "pregnant"},
        "bedtime": {"value": "0.5"},
        "drink": {"value": "energy-shot"},
        "hour": {"value": "13"},
    }
    for name, choice in changes.items():
        before = lab.picture()
        lab.after(lab.setting(name).first.select_option, **choice)
        assert lab.picture() != before, name
    before = lab.picture()
    lab.after(lab.setting("every-day").check)
    assert lab.picture() != before
    drinks = lab.root.get_by_role("combobox", name="Drink", exact=False).and_(lab.setting("drink"))
    many = drinks.count()
    lab.after(lab.press, "Add a drink")
    expect(drinks).to_have_count(many + 1)
    expect(drinks.last).to_be_focused()
    before = lab.picture()
    lab.after(lab.press, f"Remove drink {many + 1}")
    expect(drinks).to_have_count(many)
    assert lab.picture() != before
    expect(lab.root.get_by_role("button", name=f"Remove drink {many}")).to_be_focused()


def _no_control_untried(lab: Lab):
    """A control that is not tried above turns this red."""
    known = (
        "[data-setting], summary, .lt-main, .lt-row button, .lt-cups button, .lt-choose select, "
        ".lt-radios input"
    )
    controls = lab.root.locator("input, select, button, summary")
    assert controls.count() == lab.root.locator(known).count()
    for fold in lab.root.locator("summary").all():
        fold.click()
        expect(fold.locator("xpath=..").locator("td, p").first).to_be_visible()


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_keys_stay_inside(desk, open_notebook, app):
    nerve, clock = opened(desk, open_notebook, f"labs-keys-{app}", app)
    keys = Keys(nerve.notebook)
    clock.setting("guess").focus()
    keys.try_letters()
    clock.after(clock.press, "Show it without a guess")
    for lab in (nerve, clock):
        for control in (
            lab.root.locator("input, select, button, summary").locator("visible=true").all()
        ):
            control.focus()
            keys.try_letters()
    slider = nerve.setting("push")
    slider.focus()
    before = nerve.picture()
    nerve.after(keys.press, "End")
    assert nerve.picture() != before
    expect(nerve.root.locator(".lt-aloud")).to_have_text(nerve.picture()[-1])
    nerve.notebook.save()
    expect(slider).to_be_focused()


@pytest.mark.parametrize("scheme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_and_narrow_windows(desk, open_notebook, scheme):
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": scheme})
    labs = opened(desk, open_notebook, f"labs-axe-{scheme[-4:].strip()}")
    page = labs[0].notebook.page
    assert spills(labs[1].root) == []
    labs[1].after(labs[1].press, "Show it without a guess")
    light = "false" if "Dark" in scheme else "true"
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
    labs[0].after(labs[0].box("Challenge").select_option, "low-potassium")
    labs[0].root.get_by_role("radio").first.check()
    labs[0].after(labs[0].box("Start from").select_option, "little-potassium")
    labs[0].after(labs[0].press, "Check")
    expect(labs[0].root.locator(".lt-shows")).not_to_be_empty()
    for fold in page.locator(".lt-lab summary").all():
        fold.click()
    for width in (420, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for lab in labs:
            assert spills(lab.root) == [], width
            own = lab.root.bounding_box()
            assert own["x"] >= 0
            assert own["x"] + own["width"] <= width
            for chart in lab.root.locator("img.lt-chart").all():
                wide = "(one) => one.naturalWidth < 400"
                page.wait_for_function(wide, arg=chart.element_handle())
    page.set_viewport_size({"width": 1300, "height": 1000})
    page.add_style_tag(content=LAID_OUT)
    page.evaluate(AXE)
    assert violations(page) == []
