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
READY = [lesson.id for lesson in load().lessons.values() if lesson.ready]
PAGES = [*READY, *load().reference_pages]


@pytest.mark.parametrize("name", PAGES)
def test_a_saved_notebook_is_what_the_build_writes(name):
    (page,) = build.compare(load(), NOTEBOOKS, [name])
    assert not page.failures, str(page)
    assert page.change is build.Change.SAME, f"{page} Run: liptwitch build {name}"


def test_every_page_has_a_notebook_and_no_other_has():
    stems = {f"{page.stem}.ipynb" for page in load().pages()}
    assert {path.relative_to(NOTEBOOKS).as_posix() for path in NOTEBOOKS.rglob("*.ipynb")} == stems


def test_nbval_collects_every_code_cell():
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "--collect-only", "-q", "notebooks"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    notebooks = [
        json.loads(path.read_text(encoding="utf-8")) for path in NOTEBOOKS.rglob("*.ipynb")
    ]
    code_cells = sum(cell["cell_type"] == "code" for one in notebooks for cell in one["cells"])
    assert listed.stdout.count(".ipynb::") == code_cells
    assert code_cells > 0
