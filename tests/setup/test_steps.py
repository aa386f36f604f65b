"""What the set-up does when nothing is missing."""

import os
import subprocess

import pytest


@pytest.fixture
def folder(setup, tmp_path, monkeypatch):
    """An empty course folder that the set-up works in."""
    for name, file in (
        ("ROOT", ""),
        ("VENV", ".venv"),
        ("LOCK", "requirements.lock"),
        ("PYPROJECT", "pyproject.toml"),
        ("BROWSER_NOTE", ".venv/browser-path"),
    ):
        monkeypatch.setattr(setup, name, str(tmp_path / file))
    setup.write(setup.LOCK, "uv==1.0 \\\n    --hash=sha256:00\n")
    setup.write(setup.PYPROJECT, "[project]\n")
    return tmp_path


def browser(folder, name, lines="echo Chromium 1"):
    """Write a stand-in for a browser and return its path."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return str(path)


def test_words_are_handed_on_to_jupyterlab(setup):
    words = ["--no-browser", "--debug"]
    assert setup.lab_words(words, root=False) == words


def test_root_may_run_jupyterlab(setup):
    assert setup.lab_words([], root=True) == ["--allow-root"]
    assert setup.lab_words(["--allow-root"], root=True) == ["--allow-root"]


@pytest.mark.parametrize("words", [["--port", "8899"], ["--port=8899"], ["--ServerApp.port=8899"]])
def test_a_named_port_is_not_swapped_for_another(setup, words):
    assert setup.lab_words(words, root=False) == ["--ServerApp.port_retries=0", *words]


def test_every_test_and_every_notebook(setup, project):
    words = setup.test_words(["-x"])
    assert words[:5] == ["-n", "auto", "--dist", "loadfile", "--nbval"]
    assert words[-3:] == ["tests", "notebooks", "-x"]


def test_or_only_those_that_are_named(setup):
    words = setup.test_words(["tests/setup/test_steps.py::test_root_may_run_jupyterlab"])
    assert "tests" not in words
    assert "notebooks" not in words


def test_no_notebooks_yet(setup, folder, capsys):
    setup.trust("/nowhere/python", setup.surroundings("/nowhere/python"))
    assert "make build" in capsys.readouterr().out
    assert "notebooks" not in setup.test_words([])


def test_trusting_is_done_once_for_the_same_notebooks(setup, folder, monkeypatch):
    runs = []
    monkeypatch.setattr(setup, "works", lambda *words, env: runs.append(words) or True)
    env = setup.surroundings("/nowhere/python")
    setup.write(str(folder / "notebooks" / "deep" / "01.ipynb"), "{}")
    setup.trust("/nowhere/python", env)
    setup.trust("/nowhere/python", env)
    assert len(runs) == 1
    assert runs[0][-1].endswith("01.ipynb")
    setup.write(str(folder / "notebooks" / "deep" / "01.ipynb"), '{"a": 1}')
    setup.trust("/nowhere/python", env)
    assert len(runs) == 2


def test_a_trusted_notebook_is_trusted(setup, folder):
    import sys

    import nbformat
    from nbformat.sign import NotebookNotary

    cell = nbformat.v4.new_code_cell("1", execution_count=1)
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/html": "<b>1</b>"})]
    notebook = nbformat.v4.new_notebook(cells=[cell])
    path = folder / "notebooks" / "01.ipynb"
    setup.write(str(path), nbformat.writes(notebook))
    env = dict(os.environ, JUPYTER_DATA_DIR=str(folder / "data"))
    setup.trust(sys.executable, env)
    notary = NotebookNotary(data_dir=str(folder / "data"))
    assert notary.check_signature(nbformat.read(path, as_version=4))


def test_jupyter_keeps_to_the_course_folder(setup, folder, monkeypatch):
    for name in ("JUPYTER_DATA_DIR", "IPYTHONDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(folder / "mine"))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/ours")
    env = setup.surroundings("/venv/bin/python")
    assert env["JUPYTER_DATA_DIR"] == str(folder / ".jupyter" / "data")
    assert env["JUPYTER_CONFIG_DIR"] == str(folder / "mine")
    assert (folder / ".jupyter" / "ipython").is_dir()
    own = str(folder / "etc" / "jupyter")
    assert env["JUPYTER_CONFIG_PATH"] == os.pathsep.join([own, "/ours"])
    assert env["PATH"].startswith("/venv/bin" + os.pathsep)


def test_the_environment_is_made_once(setup, folder, monkeypatch):
    monkeypatch.setattr(setup, "works", lambda *words: True)
    assert not setup.ready(setup.LEARNER)
    setup.write(str(folder / ".venv" / "ready-learner"), setup.fingerprint())
    assert setup.ready(setup.LEARNER)
    assert not setup.ready(setup.EVERYTHING)
    setup.write(str(folder / ".venv" / "ready-everything"), setup.fingerprint())
    assert setup.ready(setup.EVERYTHING)


def test_everything_serves_a_learner_too(setup, folder, monkeypatch):
    monkeypatch.setattr(setup, "works", lambda *words: True)
    setup.write(str(folder / ".venv" / "ready-everything"), setup.fingerprint())
    assert setup.ready(setup.LEARNER)


@pytest.mark.parametrize("changed", ["LOCK", "PYPROJECT", "ROOT"])
def test_and_again_when_what_it_is_made_from_changes(setup, folder, monkeypatch, changed):
    before = setup.fingerprint()
    if changed == "ROOT":
        monkeypatch.setattr(setup, "ROOT", "/moved")
    else:
        setup.write(getattr(setup, changed), "other")
    assert setup.fingerprint() != before


def test_an_environment_whose_python_is_gone_is_not_ready(setup, folder):
    setup.write(str(folder / ".venv" / "ready-learner"), setup.fingerprint())
    assert not setup.ready(setup.LEARNER)


def test_the_pin_of_uv_comes_from_the_lock_with_its_hashes(setup, project):
    pin = setup.pinned((project / "requirements.lock").read_text("utf-8"), "uv")
    first, *hashes = pin.splitlines()
    assert first.startswith("uv==")
    assert hashes
    assert all(line.startswith("    --hash=sha256:") for line in hashes)
    assert not hashes[-1].endswith("\\")


def test_a_learner_needs_no_test_tools(setup):
    names = {line.partition("==")[0] for line in setup.learner_requirements().split()}
    assert {"jupyterlab", "anywidget", "uv", "hatchling"} <= names
    assert not {"pytest", "playwright", "jupytext"} & names


def test_the_browser_that_is_named_comes_first(setup, folder, monkeypatch):
    named = browser(folder, "mine")
    monkeypatch.setenv("LIPTWITCH_BROWSER", named)
    assert setup.need_browser("/nowhere/python") == named
    assert setup.read(setup.BROWSER_NOTE) == named


def test_a_browser_on_the_path_must_start(setup, folder, monkeypatch):
    monkeypatch.delenv("LIPTWITCH_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(setup, "BROWSER_PLACES", ())
    browser(folder, "chromium", "exit 1")
    assert setup.browser_here() is None
    real = browser(folder, "google-chrome")
    assert setup.browser_here() == real


def test_debian_gets_its_own_browser(setup, folder, monkeypatch):
    monkeypatch.delenv("LIPTWITCH_BROWSER", raising=False)
    monkeypatch.setattr(setup, "BROWSER_PLACES", ())
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(setup, "BROWSER_NAMES", ())
    found = folder / "chromium"
    only_when_updated = f"""
    case "$*" in
        *update*) touch {folder}/updated ;;
        *) test -e {folder}/updated && printf '#!/bin/sh\\n' > {found} && chmod +x {found} ;;
    esac"""
    browser(folder, "apt-get", only_when_updated)
    assert setup.need_browser("/nowhere/python") == str(found)


def test_clean_leaves_the_learners_progress(setup, folder):
    for name in (".venv/x", ".jupyter/x", "progress.jsonl", "notebooks/01.ipynb"):
        setup.write(str(folder / name), "x")
    assert setup.clean([], False) == 0
    left = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert left == {"progress.jsonl", "notebooks/01.ipynb", "requirements.lock", "pyproject.toml"}


def test_every_target_of_make_is_a_command(setup, project):
    done = subprocess.run(["make", "help"], cwd=project, capture_output=True, text=True)
    told = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("  make ")}
    assert told == {*setup.COMMANDS, "help"}


def test_the_readme_gives_the_two_commands(project):
    readme = (project / "README.md").read_text("utf-8")
    assert "\nmake lab\n" in readme
    assert "\nmake test\n" in readme


def test_the_readme_has_every_emergency_number(project, course):
    readme = (project / "README.md").read_text("utf-8")
    numbers = [line.number for line in course.general.emergency]
    assert numbers
    assert all(number in readme for number in numbers)
