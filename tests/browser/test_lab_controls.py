"""The movement lab: every control changes what is seen, and what is seen can be won and named."""

import math

import pytest
from pages import Notebook
from playwright.sync_api import Locator, expect
from test_keyboard import Keys

from liptwitch.exhibits.movement_lab import MovementLab

CODE = ("from liptwitch import show", "show.movement_lab()")

SHOWS_IN = {"when": ["rest", "action"], "suppressible": ["rest", "hold-back", "distract"]}
"""Tasks under which a setting can be told; any other shows at rest already."""

MODES = {
    "Try movements": {"Movement", "What these numbers rest on"},
    "Make it a …": {"Make it a case of", "Check", "Start again"},
    "Name that movement": {"This is", "That is it", "Next movement"},
}
ALWAYS = {"▶ Play", "Step", "Slower (¼)", "What is seen, in words"}


class Lab:
    """The live lab on an open page."""

    def __init__(self, notebook: Notebook):
        self.page = notebook.page
        self.notebook = notebook
        self.root = self.page.locator("section.lt-lab")
        notebook.run()
        self.root.wait_for()
        notebook.idle()
        self.seen = self.root.locator(".lt-seen")
        self.face = self.root.locator("svg.lt-face")

    def after(self, act, *arguments, **options) -> None:
        """Does something that asks the kernel, and waits for what it answers."""
        before = int(self.root.get_attribute("data-shown"))
        act(*arguments, **options)
        self.page.wait_for_function(
            "before => Number(document.querySelector('.lt-lab').dataset.shown) > before", arg=before
        )

    def picture(self) -> tuple[str, ...]:
        """What is seen: trace, spectrum, words, and the face at the moment that is shown."""
        charts = [one.get_attribute("src") for one in self.root.locator("img.lt-chart").all()]
        return (*charts, self.seen.inner_text(), *self.shapes())

    def shapes(self) -> list[str]:
        return self.face.locator("path").evaluate_all("all => all.map((p) => p.getAttribute('d'))")

    def task(self, task: str) -> None:
        radio = self.root.locator(f'.lt-person input[type=radio][value="{task}"]')
        if not radio.is_checked():
            self.after(radio.check)

    def mode(self, name: str) -> None:
        self.after(self.root.get_by_role("radio", name=name, exact=True).check)

    def choose(self, name: str, label: str) -> None:
        self.after(self.box(name).select_option, label=label)

    def box(self, name: str) -> Locator:
        return self.root.get_by_role("combobox", name=name, exact=True)

    def setting(self, name: str) -> Locator:
        return self.root.locator(f'[data-setting="{name}"]')

    def settings(self) -> list[str]:
        all_of_them = self.root.locator(".lt-settings").locator("select, input, button")
        return all_of_them.evaluate_all("all => all.map((one) => one.dataset.setting)")

    def press(self, name: str) -> None:
        self.root.get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def lab(desk, open_notebook):
    return Lab(open_notebook(desk.write("movements", *CODE)))


def test_everything_has_an_effect(course, lab):
    _starts_paused(lab)
    _plays(lab)
    _every_movement_differs(course, lab)
    _tasks_change_the_words(course, lab)
    _every_setting_changes_the_picture(lab)
    _settings_come_back(lab)
    _no_other_controls(lab)
    _challenges_can_be_won(course, lab)
    _movement_can_be_named(course, lab)


def _starts_paused(lab: Lab):
    expect(lab.root.get_by_role("button", name="▶ Play")).to_be_visible()
    clock = lab.root.locator(".lt-clock")
    expect(clock).to_have_text("0.0 of 8 s")
    before = lab.shapes()
    lab.page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    assert lab.shapes() == before
    expect(clock).to_have_text("0.0 of 8 s")


def _plays(lab: Lab):
    rest, playhead = lab.shapes(), lab.root.locator(".lt-playhead")
    start = playhead.get_attribute("style")
    lab.press("▶ Play")
    lab.page.wait_for_function(
        """(rest) => [...document.querySelectorAll('.lt-face path')]
             .some((path, i) => path.getAttribute('d') !== rest[i])""",
        arg=rest,
    )
    lab.press("❚❚ Pause")
    assert playhead.get_attribute("style") != start
    clock = lab.root.locator(".lt-clock")
    paused = clock.inner_text()
    lab.press("Step")
    expect(clock).not_to_have_text(paused)
    slower = lab.root.get_by_role("button", name="Slower (¼)")
    slower.click()
    expect(slower).to_have_attribute("aria-pressed", "true")
    slower.click()
    expect(slower).to_have_attribute("aria-pressed", "false")


def _every_movement_differs(course, lab: Lab):
    """Two that look alike on purpose have the same settings, all but what only a question finds."""
    pictures, settings = [], []
    for movement in reversed(course.movements.values()):
        lab.choose("Movement", movement.name)
        expect(lab.root.get_by_text(movement.looks)).to_be_visible()
        shown = lab.picture()[:3]
        lab.task("action")
        pictures.append((*shown, *lab.picture()[:3]))
        settings.append(movement.settings.model_dump_json(exclude={"suppressible"}))
        lab.task("rest")
    assert len(set(pictures)) == len(set(settings)) >= 10


def _tasks_change_the_words(course, lab: Lab):
    lab.choose("Movement", course.movements["tic"].name)
    words = {}
    for task in ("rest", "action", "hold-back", "distract"):
        lab.task(task)
        words[task] = lab.seen.inner_text()
    assert len(set(words.values())) == 4, words
    lab.task("rest")


def _every_setting_changes_the_picture(lab: Lab):
    names = lab.settings()
    assert len(names) == 8
    for name in names:
        pictures = {}
        for value in _values(lab.setting(name)):
            _set(lab, name, value)
            pictures[value] = []
            for task in SHOWS_IN.get(name, ["rest"]):
                lab.task(task)
                pictures[value].append(lab.picture())
            lab.task("rest")
        assert len(set(map(str, pictures.values()))) == len(pictures) > 1, name


def _values(control: Locator) -> list[str]:
    """What a control can be set to, or two places of a slider; it ends with what it was."""
    now = control.input_value()
    if control.evaluate("one => one.localName") == "select":
        every = control.locator("option").evaluate_all("all => all.map((one) => one.value)")
        return [*(value for value in every if value != now), now]
    return [str((int(now) + 30) % 101), now]


def _set(lab: Lab, name: str, value: str) -> None:
    control = lab.setting(name)
    if control.input_value() == value:
        return
    if control.evaluate("one => one.localName") == "select":
        lab.after(control.select_option, value=value)
    else:
        lab.after(control.fill, value)


def _settings_come_back(lab: Lab):
    changed = lab.root.locator(".lt-changed")
    expect(changed).to_contain_text("Changed by you")
    lab.after(lab.press, "Back to its settings")
    expect(changed).to_be_hidden()


def _no_other_controls(lab: Lab):
    """A control that is not tried above or below turns this red."""
    labels = {lab.setting(name).evaluate(LABEL) for name in lab.settings()}
    radios = set(MODES) | set(lab.root.locator(".lt-person .lt-radios label").all_inner_texts())
    for mode, own in MODES.items():
        if mode != "Try movements":
            lab.mode(mode)
        controls = lab.root.locator("input, select, button, summary").locator("visible=true")
        shown = {name.strip() for name in controls.evaluate_all(f"all => all.map({LABEL})")}
        blind = mode == "Name that movement"
        assert shown == radios | ALWAYS | own | (set() if blind else labels)
    lab.mode("Try movements")


LABEL = "(one) => (one.labels?.[0]?.querySelector('span') ?? one).textContent"


def _challenges_can_be_won(course, lab: Lab):
    ranges = MovementLab(course).choices()["ranges"]
    lab.mode("Make it a …")
    verdict = lab.root.get_by_role("status").filter(has_text="points hold")
    for movement in ("tic", "rabbit-syndrome", "hemifacial-spasm"):
        criteria = course.movements[movement].criteria
        target = lab.box("Make it a case of")
        target.select_option(label=course.movements[movement].name)
        lab.after(lab.press, "Start again")
        lab.after(lab.press, "Check")
        findings = lab.root.locator(".lt-findings li")
        expect(findings).to_have_count(len(criteria))
        failing = findings.filter(has_text="✗ not yet")
        expect(failing).not_to_have_count(0)
        for criterion in criteria:
            _set(lab, criterion.setting, _fulfilling(ranges, criterion))
        lab.after(lab.press, "Check")
        expect(failing).to_have_count(0)
        expect(verdict).to_contain_text(f"all {len(criteria)} points hold")


def _fulfilling(ranges: dict, criterion) -> str:
    """A value, or a slider's place, that fulfils a criterion."""
    if criterion.one_of:
        return criterion.one_of[0]
    start, end = ranges[criterion.setting]
    lowest = criterion.lowest if criterion.lowest is not None else start
    highest = criterion.highest if criterion.highest is not None else end
    middle = math.sqrt(lowest * highest)
    return str(round(100 * math.log(middle / start) / math.log(end / start)))


def _movement_can_be_named(course, lab: Lab):
    names = [movement.name for movement in course.movements.values()]
    lab.mode("Name that movement")
    expect(lab.root.locator(".lt-settings")).to_be_hidden()
    expect(lab.seen).to_be_hidden()  # the words would help more than the face
    lab.press("That is it")
    expect(lab.root.get_by_text("Choose a name first.")).to_be_visible()
    visible = lab.root.evaluate(
        """(root) => { const copy = [...root.querySelectorAll('p, li, output, td')]
             .filter((one) => one.checkVisibility());
           return copy.map((one) => one.innerText).join(' '); }"""
    )
    assert [name for name in names if name in visible] == []
    guess = lab.box("This is")
    guess.select_option(label=names[0])
    lab.after(lab.press, "That is it")
    verdict = lab.root.get_by_role("status").filter(has_text=names[0])
    expect(verdict).to_be_visible()
    assert verdict.inner_text()[0] in "✓≈✗"
    expect(lab.root.get_by_text("gives", exact=False).first).to_be_visible()
    lab.after(lab.press, "Next movement")
    expect(verdict).to_have_count(0)
    expect(lab.root.get_by_text("Movement 2.")).to_be_visible()
    assert guess.input_value() == ""


def test_reduced_motion(desk, open_notebook):
    lab = Lab(open_notebook(desk.write("calm", *CODE), "notebook", reduced_motion="reduce"))
    slower = lab.root.get_by_role("button", name="Slower (¼)")
    expect(slower).to_have_attribute("aria-pressed", "true")
    _starts_paused(lab)


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_keys_stay_inside(desk, open_notebook, app):
    lab = Lab(open_notebook(desk.write(f"lab-keys-{app}", *CODE), app))
    keys = Keys(lab.notebook)
    controls = lab.root.locator("input:not([type=radio]), input:checked, select, button, summary")
    for control in controls.locator("visible=true").all():
        control.focus()
        keys.try_letters()
    rate = lab.setting("rate_hz")
    rate.focus()
    before = lab.picture()
    lab.after(keys.press, "ArrowRight")
    assert lab.picture() != before
    keys.notebook.save()
    expect(rate).to_be_focused()
    rest = lab.root.locator('.lt-person input[type=radio][value="rest"]')
    rest.focus()
    lab.after(keys.press, "ArrowDown")
    expect(lab.root.locator('.lt-person input[type=radio][value="action"]')).to_be_checked()
    play = lab.root.get_by_role("button", name="▶ Play")
    play.focus()
    keys.press("Enter")
    expect(lab.root.get_by_role("button", name="❚❚ Pause")).to_be_focused()
    keys.press("Enter")
    expect(play).to_be_focused()
