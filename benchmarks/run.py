"""Measure the course beside its neighbours; writes docs/benchmarks.md.

The rows of a section are measured side by side, interleaved, on one machine; medians are given,
and their ratio to the row that serves as the yardstick. Times differ from machine to machine,
ratios less. `make bench` measures all; `make bench ARGS="fibre pictures"` these sections alone.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

import lab
import nbformat
import nerve
from playwright.sync_api import Browser, Page
from same_questions import COUNT, write_notebooks

from liptwitch.science.nerve_fibre import STEP_MS

CLICKS = 30
ONE_CLICK_A_QUESTION = {"ipyquizjb"}  # a right answer ends its question
STARTS = 5
IMPORTS = 5
BARE = "bare, can be run"
REPORT = lab.PROJECT / "docs" / "benchmarks.md"

# Time from the click, as the page is told of it, to the first change of the page that shows the
# feedback. The observer is told of changes as soon as the script that made them has ended.
WATCH = """
([area, sign]) => {
  const target = document.querySelector(area);
  window.answerTime = new Promise((done) => {
    let clicked = null;
    const note = () => { clicked = performance.now(); };
    addEventListener("click", note, { capture: true, once: true });
    const before = target.textContent;
    const observer = new MutationObserver(() => {
      if (clicked === null || target.textContent === before) return;
      if (!new RegExp(sign).test(target.textContent)) return;
      observer.disconnect();
      done(performance.now() - clicked);
    });
    observer.observe(target, { subtree: true, childList: true, characterData: true });
  });
}
"""


def click_to_feedback(folder: Path, paths: dict[str, Path]) -> dict[str, list[float]]:
    """Milliseconds from click to feedback, by tool; a kernel runs for all of them."""
    answer = {
        "liptwitch": _answer_ours,
        "plain ipywidgets": _answer_plain,
        "jupyterquiz": _answer_jupyterquiz,
        "ipyquizjb": _answer_ipyquizjb,
    }
    times: dict[str, list[float]] = {name: [] for name in paths}
    port = lab.free_port()
    with lab.running(lab.bare(folder, port), port) as address, lab.browser() as chromium:
        pages = {name: _run_all(chromium, address, path.name) for name, path in paths.items()}
        for turn in range(CLICKS):
            for name, page in pages.items():
                if name in ONE_CLICK_A_QUESTION and turn >= COUNT:
                    continue
                times[name].append(answer[name](page, turn))
    return times


def _run_all(chromium: Browser, address: str, name: str) -> Page:
    page = lab.open_notebook(chromium, address, name)
    page.get_by_text("| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.locator(
        ".jp-OutputArea-output :is(input, .MCButton, .widget-toggle-button)"
    ).first.wait_for()
    page.get_by_text("| Idle").wait_for()
    return page


def _timed(page: Page, area: str, sign: str, click: Callable[[], None]) -> float:
    page.evaluate(WATCH, [area, sign])
    click()
    return page.evaluate("() => window.answerTime")


def _answer_ours(page: Page, turn: int) -> float:
    item = page.locator(".lt-item").first
    item.locator("input").nth(turn % 3).check()
    check = item.locator(".lt-check")
    took = _timed(page, ".lt-item", "Right\\.|Not so\\.", check.click)
    check.click()
    return took


def _answer_plain(page: Page, turn: int) -> float:
    box = page.locator(".jp-OutputArea-output .widget-vbox .widget-vbox").first
    box.locator("input").nth(turn % 3).check()
    return _timed(page, ".jp-OutputArea-output", "Right\\.|Not so\\.", box.locator("button").click)


def _answer_jupyterquiz(page: Page, turn: int) -> float:
    button = page.locator(".Quiz .MCButton").nth(turn % 3)
    return _timed(page, ".Quiz", ".", button.click)


def _answer_ipyquizjb(page: Page, turn: int) -> float:
    page.locator(".widget-toggle-buttons").nth(turn).locator("button").first.click()
    button = page.get_by_role("button", name="Check answer").nth(turn)
    return _timed(page, ".jp-OutputArea", ".", button.click)


def cold_start(folder: Path) -> dict[str, list[float]]:
    """Seconds from the command to a page that can be used: an answerable question, or a cell."""
    python = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    cells = [nbformat.v4.new_code_cell()]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=python), folder / "empty.ipynb")
    question, typed, run = "make lab, first question", "bare, can be typed into", BARE
    times: dict[str, list[float]] = {question: [], typed: [], run: []}
    with lab.browser() as chromium:
        for _ in range(STARTS):
            with _started(chromium, lab.course, "notebooks/00-start-here.ipynb") as (page, took):
                page.locator(".lt-quiz input").first.wait_for()
                times[question].append(took())
            bare = partial(lab.bare, folder)
            with _started(chromium, bare, "empty.ipynb") as (page, took):
                page.locator(".jp-Notebook .jp-Cell .cm-content").first.wait_for()
                times[typed].append(took())
                page.get_by_text("| Idle").wait_for()
                times[run].append(took())
    return times


@contextmanager
def _started(
    chromium: Browser, command: Callable[[int], list[str]], notebook: str
) -> Iterator[tuple[Page, Callable[[], float]]]:
    """A server started, a notebook opened on it, and a clock that began before both."""
    port = lab.free_port()
    began = time.perf_counter()
    with lab.running(command(port), port) as address:
        page = lab.open_notebook(chromium, address, notebook)
        yield page, lambda: time.perf_counter() - began
        page.context.close()


IMPORT_LINES = {
    "import liptwitch": "import liptwitch",
    "a quiz made": "from liptwitch import show; show.quiz('00-how')",
    "import ipywidgets": "import ipywidgets",
    "import plotly.graph_objects": "import plotly.graph_objects",
}

_WEIGH = """
import resource, sys, time
started = time.perf_counter()
{line}
seconds = time.perf_counter() - started
per_mb = 1024**2 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb)
"""


# A new program begins with the peak of the one that starts it, and this one is large.
_SMALL_PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


def imports() -> dict[str, tuple[list[float], list[float]]]:
    """Seconds and peak megabytes of a fresh Python that runs one line."""
    found: dict[str, tuple[list[float], list[float]]] = {n: ([], []) for n in IMPORT_LINES}
    for _ in range(IMPORTS):
        for name, line in IMPORT_LINES.items():
            told = subprocess.run(
                [sys.executable, "-c", _SMALL_PARENT, _WEIGH.format(line=line)],
                capture_output=True, text=True, check=True,
            ).stdout.split()  # fmt: skip
            found[name][0].append(float(told[0]))
            found[name][1].append(float(told[1]))
    return found


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def against(rows: dict[str, list[float]], yardstick: str, unit: str) -> str:
    """Medians, their spread, and their ratio to the yardstick's median."""
    base = statistics.median(rows[yardstick])
    body = []
    for name, values in rows.items():
        low, *_, high = statistics.quantiles(values, n=20, method="inclusive")
        middle = statistics.median(values)
        body.append(
            [
                name,
                f"{middle:.3g}",
                f"{low:.3g} to {high:.3g}",
                f"{middle / base:.2f}",
                str(len(values)),
            ]
        )
    return table(
        ["", f"median, {unit}", "5th to 95th per cent", f"ratio to {yardstick}", "n"], body
    )


def _clicks(folder: Path) -> str:
    return (
        "The same question, with a running kernel: from the click, as the page is told "
        "of it, to the change of the page that shows the feedback.\n\n"
        + against(click_to_feedback(folder, write_notebooks(folder)), "plain ipywidgets", "ms")
    )


def _starts(folder: Path) -> str:
    return (
        "The environment stands already. Beside it JupyterLab as it comes, on an empty "
        "notebook: until its cell can be typed into, and until Python is there to run "
        "it. The second is the yardstick, because JupyterLab shows saved widgets only "
        "when Python has started.\n\n" + against(cold_start(folder), BARE, "s")
    )


def _sizes(folder: Path) -> str:
    sizes = {tool: path.stat().st_size for tool, path in write_notebooks(folder).items()}
    rows = [[tool, f"{size:,}", f"{size / sizes['liptwitch']:.2f}"] for tool, size in sizes.items()]
    return (
        "Run and saved with its widget state, where the tool has one. Ours also carries "
        "the code and the drawing of the front end (once a notebook), a page that needs "
        "no kernel, and an explanation for every option.\n\n"
        + table(["", "bytes", "ratio to liptwitch"], rows)
    )


def _imports(folder: Path) -> str:
    rows = [
        [line, f"{statistics.median(seconds):.3f}", f"{statistics.median(peaks):.0f}"]
        for line, (seconds, peaks) in imports().items()
    ]
    return "A fresh Python that runs one line.\n\n" + table(["", "seconds", "peak MB"], rows)


def _fibre(folder: Path) -> str:
    return (
        f"One second of the nerve fibre under a push, in steps of {STEP_MS:g} ms, in plain Python; "
        "beside it the same equations without a table of the rates.\n\n"
        + against(nerve.one_second(), "formulas worked out in each step", "ms")
    )


def _pictures(folder: Path) -> str:
    return (
        "From the event of a slider or a box, by the page's own clock, to the new picture; Python "
        "computes and draws in between. The yardstick draws the same two pictures of the same "
        "fibre with a slider of ipywidgets.\n\n"
        + against(nerve.slider_to_picture(folder), "plain ipywidgets, same fibre", "ms")
    )


SECTIONS = {
    "clicks": ("From click to feedback", _clicks),
    "starts": ("From the command to the first question", _starts),
    "sizes": (f"A saved notebook with the same {COUNT} questions", _sizes),
    "imports": ("Importing", _imports),
    "fibre": ("One second of the nerve fibre", _fibre),
    "pictures": ("From slider to picture", _pictures),
}
"""What can be measured by itself: its heading, and what measures and tells it."""

HEAD = (
    "# Benchmarks\n\n"
    "Written by `make bench`. The rows of a section are measured side by side in one run. "
    "Times differ from machine to machine; the ratios are what to look at.\n\n"
)


def main(words: list[str]) -> None:
    """Measure everything, or the sections named, and write them into the report."""
    if unknown := [word for word in words if word not in SECTIONS]:
        sys.exit(f"There is no section {', '.join(unknown)}. There are: {', '.join(SECTIONS)}.")
    told = _told_before()
    for name in words or SECTIONS:
        heading, measure = SECTIONS[name]
        with tempfile.TemporaryDirectory() as folder:
            os.environ["LIPTWITCH_PROGRESS"] = str(Path(folder) / "progress.jsonl")
            told[heading] = f"{measure(Path(folder)).rstrip()}\n\n{_machine()}\n"
        print(f"## {heading}\n\n{told[heading]}")
    in_order = [heading for heading, _ in SECTIONS.values() if heading in told]
    REPORT.parent.mkdir(exist_ok=True)
    parts = [f"## {heading}\n\n{told[heading]}" for heading in in_order]
    REPORT.write_text(HEAD + "\n".join(parts), encoding="utf-8")


def _machine() -> str:
    versions = f"Python {platform.python_version()}, JupyterLab {version('jupyterlab')}"
    return f"({os.cpu_count()} cores, {versions}.)"


def _told_before() -> dict[str, str]:
    """The report's sections by their headings, as they stand."""
    text = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    sections = [section.split("\n\n", 1) for section in text.split("\n## ")[1:]]
    return {heading: f"{body.rstrip()}\n" for heading, body in sections}


if __name__ == "__main__":
    main(sys.argv[1:])
