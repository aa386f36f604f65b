"""Imports run one way, and the package is light to import."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "liptwitch"
FLOORS = ["content", "science", "learning", "exhibits", "show", "publishing", "cli"]
"""A floor may import itself and those before it."""

PURE = {"content", "science"}
HEAVY = {"IPython", "ipywidgets", "anywidget", "plotly", "numpy", "pandas", "scipy", "jupytext"}


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}, line {node.lineno}: write imports out in full"
            found |= {f"{node.module}.{one.name}" for one in node.names}
    return found


def floor_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def wrong_imports(floor: str, names: set[str]) -> list[str]:
    """What a module of this floor may not import."""
    above = FLOORS[FLOORS.index(floor) + 1 :]
    wrong = [
        name for name in names if name.startswith("liptwitch.") and name.split(".")[1] in above
    ]
    if floor in PURE:
        wrong += [name for name in names if name.split(".")[0] in HEAVY]
    return sorted(wrong)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards_only(path):
    assert floor_of(path) in FLOORS, "give the new room its floor in this test and in CONTRIBUTING"
    assert wrong_imports(floor_of(path), imported(path)) == []


@pytest.mark.parametrize(
    ("floor", "name"),
    [
        ("content", "liptwitch.science.movement"),
        ("science", "plotly.graph_objects"),
        ("content", "ipywidgets"),
        ("learning", "liptwitch.exhibits.quiz"),
        ("exhibits", "liptwitch.publishing"),
        ("publishing", "liptwitch.cli.main"),
    ],
)
def test_a_wrong_import_is_found(floor, name):
    assert wrong_imports(floor, {name, "liptwitch.content.course", "json"}) == [name]


def loaded_by(code: str) -> set[str]:
    """Heavy packages that a fresh Python has loaded after some code."""
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    return HEAVY & set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy():
    assert loaded_by("import liptwitch") == set()


def test_loading_the_course_and_computing_a_movement_needs_no_jupyter_and_no_numpy():
    code = (
        "from liptwitch.content.loading import load\n"
        "from liptwitch.science.movement import trace\n"
        "trace(load().movements['tic'].settings)"
    )
    assert loaded_by(code) == set()


def test_naming_the_exhibits_loads_none_of_them():
    assert loaded_by("from liptwitch import show") == set()


def test_a_heavy_import_is_found():
    assert loaded_by("import ipywidgets") >= {"ipywidgets", "IPython"}
