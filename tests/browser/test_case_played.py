"""A case from start to debrief: by keyboard, through a dead kernel, without one, narrow."""

import json
import os
import signal
import subprocess
import sys

import pytest
from pages import MESSAGE, spills
from playing import LETTERS, RECORDED, SUMMARY, UNRECORDED, Keys, desk_of, play, player
from playwright.sync_api import expect
from test_accessibility import AXE, EVERY_CELL_DRAWN, LAID_OUT, OURS

from liptwitch.learning.case_recorder import stages

PAGE = """# Cases

## A case

```python
from liptwitch import show
```

```python
import os; print("kernel", os.getpid())
```

```python
show.case("e")
```

```python
show.answer_desk("e")
```
"""


RUN = "liptwitch.run.e"
"""Where the browser keeps the steps of the case."""


@pytest.fixture(scope="module")
def case(course):
    return course.case("e")


@pytest.fixture(scope="module")
def built(desk, tmp_path_factory):
    """A page with case E and its answer desk, run by the build's own steps, and trusted."""
    notebook = tmp_path_factory.mktemp("cases") / "case.ipynb"
    make = (
        "import sys; from pathlib import Path;"
        "from liptwitch.publishing import canonical, execute, source;"
        "nb = source.notebook(sys.argv[1]);"
        "failures = execute.run(nb, Path('.')); assert not failures, failures[0];"
        "canonical.canonical(nb); Path(sys.argv[2]).write_text(canonical.text(nb), 'utf-8')"
    )
    subprocess.run([sys.executable, "-c", make, PAGE, notebook], env=desk.env, check=True)
    desk.trust(notebook)
    return notebook


def run_all(notebook) -> None:
    """Runs every cell; done when both exhibits say that they record."""
    cases = notebook.page.locator("section.lt-case")
    expect(cases).to_have_count(2)
    recording = notebook.page.locator(".lt-status").filter(has_text=RECORDED)
    notebook.run(recording)
    expect(recording).to_have_count(2)
    notebook.idle()


def steps(desk) -> list[dict]:
    return [one for one in desk.answers() if one["schema"] == 2]


def test_by_keyboard_through_a_dead_kernel(case, desk, built, open_notebook):
    desk.prefer("@jupyterlab/notebook-extension/tracker", EVERY_CELL_DRAWN)
    notebook = open_notebook(desk.put("case-keys", built))
    run_all(notebook)
    page = notebook.page
    section = player(page, case)
    keys = Keys(page, section)
    section.locator("h4").focus()

    keys.beliefs("6", "3")
    keys.choose_level(3)
    keys.leave("Step 2 of .*Ask")
    first = case.questions[0]
    keys.tab_to(section.get_by_role("button", name=first.text))
    keys.press("Enter")
    answer = section.locator(".lt-answer", has_text=first.answer)
    expect(answer).to_have_attribute("aria-live", "polite")
    cells = notebook.cells.count()
    keys.press(*LETTERS)
    assert notebook.cells.count() == cells
    expect(section.locator(".lt-status")).to_have_text(RECORDED)
    notebook.recorded()
    assert [one["stage"] for one in steps(desk)] == ["first", "ask"]

    told = page.locator(".jp-OutputArea-output", has_text="kernel").first.inner_text()
    page.remove_locator_handler(page.locator(MESSAGE))  # what JupyterLab says is answered by key
    os.kill(int(told.split()[-1]), signal.SIGKILL)
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    keys.section.get_by_role("button", name=first.text).focus()
    second = case.questions[1]
    keys.tab_to(section.get_by_role("button", name=second.text))
    keys.press("Space")
    expect(section.locator(".lt-answer", has_text=second.answer)).to_have_count(1)
    expect(section.locator(".lt-status")).to_contain_text(UNRECORDED)
    keys.leave("Step 3 of .*Examine")
    keys.tab_to(section.locator(".lt-ask").first)
    keys.press("Enter")
    keys.leave("Step 4 of .*Say it")
    keys.tab_to("textarea")
    page.keyboard.type(SUMMARY)
    keys.leave("Step 5 of .*Commit")
    keys.beliefs("70")
    alternative = keys.choose(section.locator("select").first)
    keys.choose(section.locator("select").last)
    keys.tab_to("input[type=radio]")
    keys.press("Space")
    keys.leave("Step 6 of .*How soon")
    keys.choose_level(1)
    expect(section.locator(".lt-care")).to_have_attribute("data-level", "same-day")
    place = 7
    for _ in case.events:
        keys.leave(f"Step {place} of .*happens")
        keys.beliefs("70")
        keys.choose_level(0)
        place += 1
    keys.leave("^Debrief$")

    # Back is for reading: every stage can be opened, and none has anything to change.
    past = section.locator(".lt-past > li")
    expect(past).to_have_count(len(stages(case)))
    expect(past.locator("input, select, textarea, .lt-ask")).to_have_count(0)
    expect(past.nth(4)).to_contain_text(alternative)
    assert [one["stage"] for one in steps(desk)] == ["first", "ask"]

    # Opened again, with another kernel that has run nothing: all is there.
    notebook.open()
    section = player(page, case)
    expect(section.locator("h4")).to_have_text("Debrief")
    expect(section.locator(".lt-past > li")).to_have_count(len(stages(case)))
    kept = page.evaluate("(name) => JSON.parse(localStorage[name])", RUN)
    run_all(notebook)
    notebook.recorded()
    written = steps(desk)
    assert [one["id"] for one in written] == [one["id"] for one in kept]
    assert {one["stage"] for one in written} == set(stages(case))

    # Another browser: the log alone brings it back.
    page.evaluate("() => localStorage.clear()")
    notebook.open()
    expect(player(page, case).locator("h4")).to_contain_text("Step 1")
    run_all(notebook)
    expect(player(page, case).locator("h4")).to_have_text("Debrief")
    expect(player(page, case).locator(".lt-past")).to_contain_text(alternative)


def test_without_a_kernel_in_a_narrow_window(case, desk, built, open_notebook):
    notebook = open_notebook(desk.put("case-narrow", built), "notebook")
    page = notebook.page
    section = player(page, case)
    boxes = section.locator(".lt-beliefs input")
    boxes.nth(1).fill("35")  # half typed, and kept like what is written elsewhere
    page.reload()
    expect(boxes.nth(1)).to_have_value("35")
    expect(section.locator(".lt-sum")).to_contain_text("35 of 100")
    for stage in play(section, case):
        if stage == "commit":  # the draft of the first thoughts has been forgotten
            expect(boxes.first).not_to_have_value("35")
        section.locator("summary").evaluate_all("all => all.forEach((s) => s.parentNode.open = 1)")
        for width in (320, 420):
            page.set_viewport_size({"width": width, "height": 900})
            assert spills(section) == [], f"{stage} at {width}"
    expect(section.locator(".lt-status")).to_contain_text(UNRECORDED)
    assert steps(desk) == []
    expect(section).to_contain_text(case.take_home)
    for unknown in case.unknown:
        expect(section).to_contain_text(unknown)

    at_desk = desk_of(page, case)
    at_desk.get_by_role("textbox").fill("You have a migraine.")
    at_desk.get_by_role("button", name="Hand it in").click()
    expect(at_desk.locator("h4")).to_be_focused()
    expect(at_desk.locator(".lt-signs")).to_contain_text("found “you have a migraine”")
    at_desk.get_by_role("button", name="Write it better").click()
    expect(at_desk.get_by_role("textbox")).to_have_value("You have a migraine.")
    at_desk.get_by_role("textbox").fill(case.answer.example)
    at_desk.get_by_role("button", name="Hand it in").click()
    expect(at_desk.locator(".lt-signs li", has_text="✗")).to_have_count(0)
    assert spills(at_desk) == []

    page.reload()
    expect(player(page, case).locator("h4")).to_have_text("Debrief")
    expect(desk_of(page, case).locator(".lt-mine")).to_have_text(case.answer.example)
    player(page, case).get_by_role("button", name="Play this case again").click()
    expect(player(page, case).locator("h4")).to_contain_text("Step 1")

    # Steps kept from a case that has changed since are not shown as if they were of this one.
    old = {"id": "x", "case": case.id, "run": "r", "stage": "first", "time": "2026-01-01T00:00:00Z"}
    old["said"] = {"beliefs": {"gone": 100}, "level": "routine"}
    page.evaluate("([name, steps]) => (localStorage[name] = steps)", [RUN, json.dumps([old])])
    page.reload()
    expect(player(page, case).locator("h4")).to_contain_text("Step 1")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_every_stage_passes_axe(case, desk, built, open_notebook, theme):
    desk.prefer("@jupyterlab/apputils-extension/themes", {"theme": theme})
    desk.prefer("@jupyterlab/notebook-extension/tracker", EVERY_CELL_DRAWN)
    notebook = open_notebook(desk.put(f"case-axe-{theme[-4:].strip()}", built))
    page = notebook.page
    section = player(page, case)
    expect(section).to_have_count(1)
    page.add_style_tag(content=LAID_OUT)
    page.evaluate(AXE)
    desk_of(page, case).get_by_role("textbox").fill("See a doctor.")
    desk_of(page, case).get_by_role("button", name="Hand it in").click()
    for stage in play(section, case):
        section.locator("summary").evaluate_all("all => all.forEach((s) => s.parentNode.open = 1)")
        found = page.evaluate(
            "(context) => axe.run(context, { resultTypes: ['violations', 'passes'] })",
            {"include": [[one] for one in OURS]},
        )
        checked = {rule["id"] for rule in found["passes"]}
        assert "color-contrast" in checked
        wrong = [
            f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]
        assert wrong == [], stage
