"""Front ends are joined from files: what joining can break."""

import re
from pathlib import Path

import pytest

from liptwitch.content.record import twice
from liptwitch.exhibits import (
    caffeine_clock,
    case_front_end,
    frequency_tree,
    front_end,
    movement_lab,
    nerve_lab,
    triage_desk,
    triage_drill,
)

STATIC = Path(front_end.__file__).parent / "static"
NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
JOINED = {
    "quiz": front_end.QUIZ_SCRIPTS,
    "case": case_front_end.SCRIPTS,
    "tree": frequency_tree.SCRIPTS,
    "drill": triage_drill.SCRIPTS,
    "desk": triage_desk.SCRIPTS,
    "movement": movement_lab.SCRIPTS,
    "nerve": nerve_lab.SCRIPTS,
    "caffeine": caffeine_clock.SCRIPTS,
}


@pytest.mark.parametrize("kind", JOINED)
def test_no_two_parts_share_a_name(kind):
    """The files become one module: twice one name, and nothing is drawn."""
    texts = [(STATIC / name).read_text(encoding="utf-8") for name in JOINED[kind]]
    names = [name for text in texts for name in NAMED.findall(text)]
    assert len(names) > 10
    assert twice(names) == []


def test_no_text_of_a_script_runs_over_lines_or_looks_like_a_comment():
    """Indents and comments are left out of what a page carries, and would be missing in it."""
    for path in STATIC.glob("*.js"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.lstrip().startswith("//"):
                assert line.count("`") % 2 == 0, f"{path.name}, line {number}"
                code, _, comment = line.partition("; // ")
                assert not comment or all(code.count(mark) % 2 == 0 for mark in "`\"'"), line
