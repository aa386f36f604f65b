"""Face and wire, and pointing at a picture, in a real page: by mouse, by keyboard, wide, narrow."""

import re

import pytest
from pages import Notebook, Question, spills
from playwright.sync_api import Locator, Page, expect
from test_accessibility import AXE, LAID_OUT
from test_keyboard import Keys

from liptwitch.content.regions import SIDES
from liptwitch.exhibits import faults
from liptwitch.exhibits.face_and_wire import PATIENT, TASKS

SHOW = "from liptwitch import show\nshow.face_and_wire()"
POINTING = "from liptwitch import show\nshow.quiz('00-how')"
POINT = "00-how-corner"

SETTLED = """() => new Promise((done) => {
  const face = document.querySelector('.lt-of-face');
  let before = '', still = 0;
  const look = () => {
    still = face.innerHTML === before ? still + 1 : 0;
    before = face.innerHTML;
    if (still === 6) done();
    else requestAnimationFrame(look);
  };
  look();
})"""
"""Resolves when the face has taken its pose: nothing new in six pictures, however slow they are."""


class Live:
    """The live exhibit on an open page."""

    def __init__(self, notebook: Notebook):
        self.notebook = notebook
        self.page = notebook.page
        self.root = self.page.locator("section.lt-face-and-wire")
        notebook.run()
        self.root.wait_for()
        notebook.idle()
        self.face = self.root.locator(".lt-of-face svg")
        self.path = self.root.locator(".lt-of-path svg")
        self.told = self.root.locator(".lt-of-region")
        self.fault = self.root.locator(".lt-panel").nth(1).locator(".lt-told")
        self.names = self.root.get_by_role("checkbox", name="Show the names")

    def box(self, name: str) -> Locator:
        return self.root.get_by_role("combobox", name=name, exact=True)

    def radio(self, name: str) -> Locator:
        return self.root.get_by_role("radio", name=name, exact=True)

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name)

    def seen(self) -> tuple[str, str]:
        """Both pictures as they stand, once the face is still."""
        self.page.evaluate(SETTLED)
        return self.face.inner_html(), self.path.inner_html()

    def lines(self) -> list[str]:
        """Every line that is drawn of the face, once it is still."""
        self.page.evaluate(SETTLED)
        return self.face.locator("path").evaluate_all(
            "all => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('d'))"
        )

    def idle(self, side: str) -> list[str]:
        """The wires of a side that carry no order, by the stations that they hang on."""
        return self.path.locator(f".lt-idle[data-side={side}]").evaluate_all(
            "all => all.map((one) => one.dataset.below)"
        )

    def readings(self) -> list[str]:
        return self.root.locator(".lt-readings dd").all_inner_texts()

    def click_piece(self, picture: Locator, region: str, side: str) -> None:
        """Clicks on a drawn part, at a point of it that nothing covers."""
        hit = picture.evaluate(
            """(svg, [region, side]) => {
              const wanted = `[data-region="${region}"][data-side="${side}"]`;
              const seen = (x, y) => document.elementFromPoint(x, y)?.closest('[data-region]');
              for (const part of svg.querySelectorAll(wanted)) {
                if (part.style.display === 'none') continue;
                const box = part.getBoundingClientRect();
                for (let i = 1; i < 12; i++) for (let j = 1; j < 12; j++) {
                  const x = box.x + box.width * i / 12, y = box.y + box.height * j / 12;
                  if (seen(x, y) === part) return [x, y];
                }
              }
            }""",
            [region, side],
        )
        assert hit, f"nothing of {region} on the {side} can be clicked"
        self.page.mouse.click(*hit)


def test_everything_has_an_effect(course, desk, open_notebook):
    live = Live(open_notebook(desk.write("wire", SHOW)))
    expect(live.root.locator(".lt-patient")).to_have_text(PATIENT)
    live.names.check()
    first = live.lines()
    _muscles_by_list(live, course)
    _pictures_by_mouse(live, course)
    _faults(live, course)
    _other_controls(live)
    live.button("Start again").click()
    live.names.check()
    assert live.lines() == first
    marked = live.root.locator("[class*=lt-chosen], [class*=lt-weak], [class*=lt-twitching]")
    expect(marked).to_have_count(0)


def _muscles_by_list(live: Live, course):
    seen = {live.seen()[0]}
    for muscle in course.muscles.values():
        live.box("Choose in the face").select_option(muscle.id)
        expect(live.told).to_contain_text(f"{muscle.name}: {muscle.plain}.")
        expect(live.told).to_contain_text(muscle.twitch)
        expect(live.face).to_have_attribute("aria-label", _containing(f"Chosen: {muscle.name}"))
        seen.add(live.seen()[0])
    for branch in course.branches.values():
        live.box("Choose in the face").select_option(label=branch.name)
        expect(live.told).to_contain_text(branch.cut)
        seen.add(live.seen()[0])
    assert len(seen) == 1 + len(course.muscles) + len(course.branches)
    live.box("Choose in the face").select_option("")
    expect(live.told).to_be_empty()


def _containing(text: str) -> re.Pattern:
    return re.compile(re.escape(text))


def _pictures_by_mouse(live: Live, course):
    live.root.locator(".lt-of-face").scroll_into_view_if_needed()
    for muscle, side in (
        ("zygomaticus-major", "right"),
        ("platysma", "right"),
        ("buccinator", "left"),
        ("marginal-mandibular-branch", "left"),
        ("modiolus", "left"),
    ):
        live.click_piece(live.face, muscle, side)
        expect(live.box("Choose in the face")).to_have_value(muscle)
        expect(live.told).not_to_be_empty()
        live.seen()
    live.root.locator(".lt-of-path").scroll_into_view_if_needed()
    live.click_piece(live.path, "muscle", "left")
    expect(live.box("Station on the path")).to_have_value("muscle")
    expect(live.radio("patient's left")).to_be_checked()
    live.click_piece(live.path, "motor-cortex", "right")
    expect(live.fault).to_contain_text("Cut on the patient's right: Motor cortex")
    live.button("Start again").click()


def _faults(live: Live, course):
    """Each fault on each side: the words and the read-outs are those of Python."""
    pictures = set()
    live.box("Station on the path").select_option("face-branches")
    expect(live.box("Branch")).to_be_visible()
    for side in SIDES:
        live.radio(f"patient's {side}").check()
        for one in faults.all_faults(course, side):
            live.box("Station on the path").select_option(one.station.id)
            live.radio("Cut" if one.kind == "cut" else "Irritate").check()
            if faults.has_branches(one.station):
                live.box("Branch").select_option(one.branch.id if one.branch else "")
            else:
                expect(live.box("Branch")).to_be_hidden()
            expect(live.fault).to_have_text(faults.words(one))
            signs = [reading.sign for reading in one.readings]
            assert [text[0] for text in live.readings()] == signs
            for text, reading in zip(live.readings(), one.readings, strict=True):
                assert text.endswith(reading.words)
                if reading.found != faults.NORMAL:
                    where = "both sides" if reading.side == "both" else reading.side
                    assert f"{where}: " in text
            if one.kind == "cut" and one.muscles:
                pictures.add((one.station.id, one.branch, side, live.seen()[1]))
    assert len({path for *_, path in pictures}) == len({one[:-1] for one in pictures})
    live.button("Start again").click()
    expect(live.fault).to_have_text("No fault: every order arrives.")


def _other_controls(live: Live):
    _signs_on_the_path(live)
    _no_order_no_movement(live)
    rest = live.seen()[0]
    live.radio("What feels: nerve V").check()
    feeling = live.seen()[0]
    assert feeling != rest
    names = live.face.locator("text").locator("visible=true")
    expect(names.get_by_text("V3")).to_have_count(2)
    live.names.uncheck()
    expect(names).to_have_count(0)
    live.names.check()
    live.click_piece(live.face, "v3", "left")
    expect(live.told).to_contain_text("lower lip and chin")
    live.radio("What moves: nerve VII").check()
    live.box("Choose in the face").select_option("")
    poses = {live.seen()[0]}
    for task, *_ in TASKS[1:]:
        live.box("Ask the patient").select_option(task)
        poses.add(live.seen()[0])
    assert len(poses) >= len(TASKS) - 1
    live.box("Ask the patient").select_option("rest")
    live.names.uncheck()
    expect(live.root.locator(".lt-names")).to_be_hidden()
    _play(live)
    _test_yourself(live)


def _signs_on_the_path(live: Live):
    """A cut breaks the wire from there on, on its side; irritation puts a spark at the station."""
    crosses = live.path.locator(".lt-cut-sign")
    sparks = live.path.locator(".lt-spark-sign")
    live.box("Station on the path").select_option("stylomastoid-foramen")
    expect(crosses).to_have_count(1)
    assert live.idle("left") == []
    below = live.idle("right")
    assert all("stylomastoid-foramen" in one for one in below)
    live.radio("patient's left").check()
    assert (live.idle("right"), live.idle("left")) == ([], below)
    live.box("Station on the path").select_option("face-branches")
    expect(crosses).to_have_count(5)
    live.box("Branch").select_option("cervical")
    expect(crosses).to_have_count(1)
    assert len(live.idle("left")) == 1
    live.box("Branch").select_option("")
    live.radio("Irritate").check()
    expect(sparks).to_have_count(1)
    expect(crosses).to_have_count(0)
    assert live.idle("left") == []
    live.box("Station on the path").select_option("motor-cortex")
    live.radio("Cut").check()
    assert set(live.idle("left")) == {"motor-cortex", "motor-cortex corticobulbar-path"}
    weak = live.path.locator('.lt-weak[data-region="muscle"]').first
    expect(weak).to_have_attribute("data-side", "right")
    live.button("Start again").click()
    expect(crosses.or_(sparks)).to_have_count(0)
    assert live.idle("left") == []


def _no_order_no_movement(live: Live):
    """A muscle without orders is said to be still, and no movement of it is offered."""
    play = live.button("Play the movement")
    live.box("Station on the path").select_option("facial-nucleus")
    live.click_piece(live.face, "zygomaticus-major", "right")
    expect(live.told).to_contain_text("On the patient's right it gets no order and does not move.")
    expect(play).to_be_disabled()
    live.click_piece(live.face, "buccinator", "left")
    expect(live.told).to_contain_text("Buccinator")
    expect(live.told).not_to_contain_text("no order")
    expect(play).to_be_enabled()
    live.box("Choose in the face").select_option("buccal-branch")
    expect(live.told).to_contain_text("muscles of it get no order")
    live.box("Station on the path").select_option("motor-cortex")
    live.box("Choose in the face").select_option("risorius")
    expect(live.told).to_contain_text("On the patient's left it is weak.")
    expect(play).to_be_enabled()
    live.button("Start again").click()


def _play(live: Live):
    play = live.button("Play the movement")
    expect(play).to_be_disabled()
    live.box("Choose in the face").select_option("frontalis")
    held = live.seen()[0]
    play.click()
    expect(live.button("Stop")).to_be_visible()
    live.page.wait_for_function(
        "(held) => document.querySelector('.lt-of-face svg').innerHTML !== held", arg=held
    )
    live.button("Stop").click()
    assert live.seen()[0] == held
    live.box("Choose in the face").select_option("")


def _test_yourself(live: Live):
    live.button("Test yourself").click()
    marked = live.face.locator(".lt-asked").first.get_attribute("data-region")
    answer = live.box("Your answer")
    said = live.root.locator(".lt-test .lt-told")
    answer.select_option("frontalis" if marked != "frontalis" else "risorius")
    expect(said).to_contain_text("✗ Not so")
    answer.select_option(marked)
    expect(said).to_contain_text("✓ Right.")
    expect(said).to_contain_text("Right at the first try: 0 of 1.")
    expect(live.face.locator(".lt-asked")).to_have_count(0)
    live.button("Next one").click()
    answer.select_option(live.face.locator(".lt-asked").first.get_attribute("data-region"))
    expect(said).to_contain_text("Right at the first try: 1 of 2.")
    _ways_out_of_the_test(live, answer)


def _ways_out_of_the_test(live: Live, answer):
    """Whatever would give the answer away ends the test."""
    live.button("Stop the test").click()
    for leave in (
        live.button("Stop the test").click,
        live.button("Start again").click,
        live.names.check,
        lambda: live.box("Choose in the face").select_option("mentalis"),
    ):
        live.button("Test yourself").click()
        expect(answer).to_be_focused()
        expect(live.face.locator(".lt-chosen")).to_have_count(0)
        expect(live.names).not_to_be_checked()
        leave()
        expect(answer).to_be_hidden()
        expect(live.face.locator(".lt-asked")).to_have_count(0)


def test_by_keyboard(course, desk, open_notebook):
    live = Live(open_notebook(desk.write("wire-keys", SHOW), "notebook"))
    keys = Keys(live.notebook)
    live.radio("What moves: nerve VII").focus()
    keys.press("ArrowRight")
    expect(live.radio("What feels: nerve V")).to_be_checked()
    keys.press("ArrowLeft", "Tab", "Space")
    expect(live.names).not_to_be_checked()
    keys.press("Tab")
    expect(live.box("Choose in the face")).to_be_focused()
    keys.press("ArrowDown")
    expect(live.told).to_contain_text(next(iter(course.muscles.values())).name)
    keys.press("Tab", "ArrowDown", "Tab", "Enter")
    expect(live.button("Stop")).to_be_focused()
    keys.try_letters()
    keys.press("Enter", "Tab", "Tab", "Tab")
    expect(live.box("Station on the path")).to_be_focused()
    keys.press("ArrowDown", "Tab", "ArrowRight", "Tab", "ArrowRight")
    first = next(iter(course.stations.values()))
    expect(live.fault).to_contain_text(f"Irritated on the patient's left: {first.name}")
    keys.notebook.save()
    focusable = live.root.locator("button, input, select, summary").locator("visible=true")
    for control in focusable.all():
        expect(control).to_have_attribute("data-lm-suppress-shortcuts", "true")


def test_point_by_mouse_and_by_keyboard(course, desk, open_notebook):
    notebook = open_notebook(desk.write("point", POINTING))
    notebook.run()
    question = notebook.question(course, POINT)
    item = question.item
    picture = question.element.locator("svg.lt-drawn")
    picture.scroll_into_view_if_needed()
    pointer = Live.click_piece
    holder = type("Holder", (), {"page": notebook.page})()
    notebook.idle()

    pointer(holder, picture, "platysma", "right")
    expect(question.element.locator(".lt-hint")).to_contain_text("not among the answers")
    wrong_place = item.elsewhere[0]
    pointer(holder, picture, wrong_place.region, "left")
    radio = question.element.locator(f'input[value="{wrong_place.region}"]')
    expect(radio).to_be_checked()
    expect(picture.locator(".lt-chosen")).not_to_have_count(0)
    question.check()
    question.expect_feedback(wrong_place.region)
    question.try_again()
    expect(picture.locator(".lt-chosen")).to_have_count(0)

    question.element.locator("input[type=radio]").first.focus()
    for _ in range(len(item.offer)):
        if question.element.locator(f'input[value="{item.answer[0]}"]').is_checked():
            break
        notebook.page.keyboard.press("ArrowDown")
    chosen = picture.locator(".lt-chosen").first
    expect(chosen).to_have_attribute("data-region", item.answer[0])
    notebook.page.keyboard.press("Enter")
    _right(question, item)
    notebook.recorded()
    assert desk.answers()[-1]["response"] == item.answer[0]


def _right(question: Question, item):
    question.expect_feedback(item.answer[0])
    expect(question.verdict).to_contain_text(item.take_home)
    expect(question.record).to_have_text("Recorded.")


def test_names_in_a_narrow_window_are_read_by_scrolling(desk, open_notebook):
    live = Live(open_notebook(desk.write("wire-names", SHOW), "notebook"))
    roll = live.root.locator(".lt-of-face .lt-scroll")
    expect(roll).not_to_have_attribute("tabindex", "0")
    live.page.set_viewport_size({"width": 420, "height": 900})
    expect(roll).to_have_role("region")
    letters = live.face.locator(".lt-names text").first
    assert letters.evaluate("(one) => one.getBoundingClientRect().height") > 11
    roll.focus()
    live.page.keyboard.press("ArrowRight")
    live.page.wait_for_function("(one) => one.scrollLeft > 10", arg=roll.element_handle())
    live.names.uncheck()
    expect(roll).not_to_have_attribute("tabindex", "0")
    assert roll.evaluate("(one) => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_controls_and_pictures_fit_one_screen(desk, open_notebook, app):
    size = {"width": 1300, "height": 900}
    live = Live(open_notebook(desk.write(f"wire-fits-{app}", SHOW), app, viewport=size))
    room = live.page.locator(".jp-WindowedPanel-outer").bounding_box()["height"]
    top = live.root.bounding_box()["y"]
    for picture in (live.face, live.path):
        box = picture.bounding_box()
        assert box["y"] + box["height"] - top < room
    assert live.root.locator(".lt-readings").bounding_box()["y"] - top < room


def test_before_it_runs_the_page_stands_whole(desk, open_notebook, lessons):
    """Notebook 7 puts an output that is higher than this into a small box that scrolls."""
    highest = 1.3 * 14 * 100
    name = desk.put("wire-page", lessons / "02-the-wires-to-the-lip.ipynb")
    page = open_notebook(name, "notebook").page
    page.wait_for_function(
        "() => [...document.querySelectorAll('.liptwitch-face-and-wire img')]"
        ".every((one) => one.complete && one.naturalWidth)"
    )
    shown = page.locator(".jp-Cell").filter(has=page.locator(".liptwitch-face-and-wire"))
    area = shown.locator(".jp-Cell-outputArea")
    assert 600 < area.evaluate("(one) => one.scrollHeight") < highest
    assert "jp-mod-outputsScrolled" not in shown.get_attribute("class")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_it_is_legible_wide_and_narrow(desk, open_notebook, theme):
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": theme})
    name = desk.write(f"wire-{theme[-4:].strip()}", SHOW, POINTING)
    live = Live(open_notebook(name, "notebook"))
    live.page.locator("section.lt-quiz").wait_for()
    live.box("Choose in the face").select_option("zygomaticus-major")
    live.box("Station on the path").select_option("canal-above-the-knee")
    live.root.locator("details summary").click()
    live.page.evaluate(AXE)
    for width in (1300, 420, 320):
        live.page.set_viewport_size({"width": width, "height": 900})
        for exhibit in (live.root, live.page.locator("section.lt-quiz")):
            assert spills(exhibit) == []
        assert violations(live.page) == []
    targets = live.root.locator("button, select, input, summary").locator("visible=true")
    boxes = targets.evaluate_all(
        "all => all.map((one) => (one.labels?.[0] ?? one).getBoundingClientRect())"
        ".map((box) => [box.width, box.height])"
    )
    assert min(map(min, boxes)) >= 24


def violations(page: Page) -> list[str]:
    """What axe finds wrong in both exhibits, having shown that it looked at contrast.

    This notebook has no headings for the quiz's to follow; those of a lesson are looked at there.
    """
    style = page.add_style_tag(content=LAID_OUT)
    found = page.evaluate(
        "() => axe.run({include: [['.lt-face-and-wire'], ['.lt-quiz']]},"
        " {resultTypes: ['violations', 'passes'], rules: {'heading-order': {enabled: false}}})"
    )
    style.evaluate("(style) => style.remove()")
    contrast = [rule for rule in found["passes"] if rule["id"] == "color-contrast"]
    assert sum(len(rule["nodes"]) for rule in contrast) > 30, "contrast was not checked"
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
