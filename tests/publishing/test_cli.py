"""The `liptwitch` command: what it says, and its exit code."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from samples import sample_course

from liptwitch import cli
from liptwitch.content import loading


@pytest.fixture
def data(project, tmp_path, monkeypatch):
    """A copy of the course's data that a test may spoil."""
    folder = tmp_path / "data"
    shutil.copytree(project / "data", folder)
    monkeypatch.setenv("LIPTWITCH_DATA", str(folder))
    return folder


@pytest.fixture
def sample(monkeypatch):
    """The commands work on the small sample course."""
    monkeypatch.setattr(loading, "load", sample_course)


def test_check_says_what_it_looked_at(data, capsys):
    assert cli.main(["check"]) == 0
    assert "no problems in" in capsys.readouterr().out


def test_check_says_every_problem_and_fails(data, capsys):
    references = json.loads((data / "references.json").read_text(encoding="utf-8"))
    (data / "references.json").write_text(json.dumps(references[1:]), encoding="utf-8")
    assert cli.main(["check"]) == 1
    assert references[0]["id"] in capsys.readouterr().err


def test_check_names_the_line_of_an_unknown_fixed_text(data, capsys):
    page = next((data / "lessons").glob("00-*.md"))
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n{{emergncy}}\n", encoding="utf-8")
    assert cli.main(["check"]) == 1
    said = capsys.readouterr().err
    assert f"line {len(text.splitlines()) + 2}" in said
    assert "did you mean “emergency”?" in said


@pytest.mark.usefixtures("sample")
def test_build_then_check_then_a_changed_byte(tmp_path, capsys):
    assert cli.main(["build", "--into", str(tmp_path)]) == 0
    assert "01-sample.ipynb: new" in capsys.readouterr().out
    assert cli.main(["build", "--check", "--into", str(tmp_path)]) == 0
    path = tmp_path / "01-sample.ipynb"
    path.write_bytes(path.read_bytes().replace(b"sample", b"simple", 1))
    assert cli.main(["build", "--check", "--into", str(tmp_path)]) == 1
    assert "Not what the build would write: 01-sample.ipynb" in capsys.readouterr().out


@pytest.mark.usefixtures("sample")
def test_a_lesson_that_does_not_exist_is_named(tmp_path, capsys):
    assert cli.main(["build", "77", "--into", str(tmp_path)]) == 1
    assert "no lesson “77”" in capsys.readouterr().err


def test_a_failing_lesson_fails_the_command(tmp_path, monkeypatch, capsys):
    failing = sample_course(l01="# A\n\n```python\n1 / 0\n```")
    monkeypatch.setattr(loading, "load", lambda: failing)
    assert cli.main(["build", "--into", str(tmp_path)]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_two_processes_write_the_same_bytes(tmp_path):
    """Real exhibits, with another order of sets and dictionaries' hashes in each process."""
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "liptwitch.cli", "build", "00", "--into", tmp_path / seed],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
    (one,), (other,) = ((tmp_path / seed).glob("*.ipynb") for seed in ("1", "2"))
    assert one.read_bytes() == other.read_bytes()
