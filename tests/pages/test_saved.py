"""The saved notebooks are what the build writes, and strict nbval sees every cell of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from liptwitch.content.loading import load
from liptwitch.publishing import build

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = PROJECT / "notebooks"
READY = [lesson for lesson in load().lessons.values() if lesson.ready]


@pytest.mark.parametrize("lesson", READY, ids=lambda lesson: lesson.id)
def test_a_saved_notebook_is_what_the_build_writes(lesson):
    (page,) = build.compare(load(), NOTEBOOKS, [lesson.id])
    assert not page.failures, str(page)
    assert page.change is build.Change.SAME, f"{page} Run: liptwitch build {lesson.id}"


def test_every_ready_lesson_has_a_notebook_and_no_other_has():
    assert {path.name for path in NOTEBOOKS.glob("*.ipynb")} == {
        f"{lesson.stem}.ipynb" for lesson in READY
    }


def test_nbval_collects_every_code_cell():
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "--collect-only", "-q", "notebooks"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    notebooks = [json.loads(path.read_text(encoding="utf-8")) for path in NOTEBOOKS.glob("*.ipynb")]
    code_cells = sum(cell["cell_type"] == "code" for one in notebooks for cell in one["cells"])
    assert listed.stdout.count(".ipynb::") == code_cells
    assert code_cells > 0
