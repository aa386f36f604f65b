"""One second of the nerve fibre, and how soon a slider's picture is there."""

import time
from collections.abc import Callable
from math import exp
from pathlib import Path

import lab
import nbformat
from playwright.sync_api import Browser, Page

from liptwitch.science import nerve_fibre as fibre

RUNS = 15
MOVES = 30

_CODE = {
    "nerve lab": "from liptwitch import show; show.nerve_lab()",
    "caffeine clock": "from liptwitch import show; show.caffeine_clock()",
    "plain ipywidgets, same fibre": """
import ipywidgets as widgets
from liptwitch.content.loading import load
from liptwitch.exhibits.base import picture
from liptwitch.exhibits.nerve_lab import NerveLab
lab = NerveLab(load())
slider = widgets.FloatSlider(min=0, max=20, step=0.1, description="Push")
shown = widgets.HTML()

def draw(push):
    now = lab.shown(lab.opening.model_copy(update={"push": push}))
    shown.value = "".join(
        picture(svg, words, 600)
        for svg, words in (
            (now.second_picture(), now.second_words()), (now.closer_picture(), now.closer_words())
        )
    )

slider.observe(lambda change: draw(change["new"]), "value")
draw(0.0)
widgets.VBox([slider, shown])
""",
}
"""A notebook's cell for each way; the third is the yardstick."""

_AREA = {
    "nerve lab": ".lt-nerve",
    "caffeine clock": ".lt-caffeine",
    "plain ipywidgets, same fibre": ".widget-html",
}

# Time from the control's event to the first change of a picture, by the page's own clock.
_WATCH = """
(area) => {
  const root = document.querySelector(area);
  const pictures = () => [...root.querySelectorAll('img')].map((one) => one.src).join();
  window.pictureTime = new Promise((done) => {
    let moved = null;
    const note = () => { moved ??= performance.now(); };
    for (const kind of ['input', 'change', 'keydown']) addEventListener(kind, note, true);
    const before = pictures();
    const observer = new MutationObserver(() => {
      if (moved === null || pictures() === before) return;
      observer.disconnect();
      done(performance.now() - moved);
    });
    const what = { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] };
    observer.observe(root, what);
  });
}
"""


def one_second() -> dict[str, list[float]]:
    """Milliseconds for one second of the fibre under a push: ours, and the formulas each step."""
    ways: dict[str, Callable[[], object]] = {
        "liptwitch": lambda: fibre.run(1000.0, 10.0),
        "formulas worked out in each step": lambda: _as_written(1000.0, 10.0),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(RUNS):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            times[name].append(1000 * (time.perf_counter() - began))
    return times


def _as_written(milliseconds: float, push: float) -> list[float]:
    """The same equations, the same steps, without a table of the rates."""
    step = fibre.STEP_MS
    v, *gates = fibre.settled(fibre.REST_MV)
    volts = []
    for _ in range(round(milliseconds / step)):
        volts.append(v)
        for at, (opening, closing) in enumerate(fibre.rates(v)):
            both = opening + closing
            gates[at] += (opening / both - gates[at]) * (1 - exp(-step * both))
        state = fibre.State(v, *gates)
        v += step * (push - fibre.ionic_current(state)) / fibre.CAPACITY
    return volts


def slider_to_picture(folder: Path) -> dict[str, list[float]]:
    """Milliseconds from a control's event to a new picture; a kernel runs for each."""
    times: dict[str, list[float]] = {name: [] for name in _CODE}
    port = lab.free_port()
    with lab.running(lab.bare(folder, port), port) as address, lab.browser() as chromium:
        pages = {name: _page(chromium, address, folder, name) for name in _CODE}
        for turn in range(MOVES):
            for name, page in pages.items():
                page.evaluate(_WATCH, _AREA[name])
                _move(page, name, turn)
                times[name].append(page.evaluate("() => window.pictureTime"))
                page.wait_for_timeout(60)
    return times


def _page(chromium: Browser, address: str, folder: Path, name: str) -> Page:
    python = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    file = f"{name.replace(' ', '-').replace(',', '')}.ipynb"
    cells = [nbformat.v4.new_code_cell(_CODE[name])]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=python), folder / file)
    page = lab.open_notebook(chromium, address, file)
    page.get_by_text("| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    if name == "caffeine clock":  # it waits for a guess
        page.get_by_role("button", name="Show it without a guess").click()
    page.locator(f"{_AREA[name]} img").first.wait_for()
    page.get_by_text("| Idle").wait_for()
    return page


def _move(page: Page, name: str, turn: int) -> None:
    if name == "caffeine clock":
        box = page.locator('[data-setting="bedtime"]')
        box.select_option(index=30 + turn % 2)
    elif name == "nerve lab":
        page.locator('[data-setting="push"]').focus()
        page.keyboard.press("ArrowRight")
    else:
        page.locator(".noUi-handle").focus()
        page.keyboard.press("ArrowRight")
