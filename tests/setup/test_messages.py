"""When something is missing, one plain sentence says what."""

import ast
import os
import socket
import stat
import subprocess
import sys

import pytest


def program(folder, name, lines):
    """Write a small shell program and return its path."""
    path = folder / name
    path.write_text("#!/bin/sh\n" + lines + "\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def one_sentence(text):
    """Whether a text is one line that ends with one full stop."""
    return text.count("\n") <= 1 and text.strip().endswith(".") and ". " not in text


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.fixture
def bare(setup, tmp_path, monkeypatch):
    """The set-up on a machine with nothing but Python, in an empty course folder."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("LIPTWITCH_BROWSER", raising=False)
    monkeypatch.setattr(setup, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(setup, "BROWSER_NOTE", str(tmp_path / ".venv" / "browser-path"))
    monkeypatch.setattr(setup, "BROWSER_PLACES", ())
    return setup


def test_the_file_parses_on_an_old_python(project):
    text = (project / "tools" / "setup.py").read_text("utf-8")
    ast.parse(text, feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (2, 7, 18)])
def test_an_old_python_is_named(setup, version):
    with pytest.raises(setup.Missing, match=r"Python 3\.11 or newer and python3 is Python") as says:
        setup.need_python(version, "python3")
    assert one_sentence(str(says.value))


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_newer_python_will_do(setup, version):
    setup.need_python(version, "python3")


def test_make_without_any_python(project):
    words = ["make", "lab", "PYTHON=no-such-python"]
    done = subprocess.run(words, cwd=project, capture_output=True, text=True)
    assert "there is no no-such-python here" in done.stderr.splitlines()[0]
    assert one_sentence(done.stderr.splitlines()[0])


def test_a_taken_port_is_named(project, taken):
    words = [sys.executable, "tools/setup.py", "lab", "--no-browser", "--port", str(taken)]
    done = subprocess.run(words, cwd=project, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert f"Port {taken} cannot be opened (another program is using it)" in done.stderr
    assert one_sentence(done.stderr)


def test_a_port_that_is_none_is_named(setup):
    with pytest.raises(setup.Missing, match="from 0 to 65535"):
        setup.need_port(["--port=99999"])


def test_a_free_port_is_taken_at_its_word(setup, taken):
    assert setup.need_port(["--no-browser"]) is None
    assert setup.need_port(["--port", "0"]) == 0
    assert setup.need_port(["--port", "soon"]) is None  # JupyterLab has its own word for this


def test_no_venv_module(bare, tmp_path, monkeypatch, capsys):
    python = program(tmp_path, "python3", 'echo "ensurepip is not available"; exit 1')
    monkeypatch.setattr(sys, "executable", str(python))
    assert bare.main(["lab"]) == 1
    told = capsys.readouterr().err
    assert "its venv module is missing" in told
    assert one_sentence(told)


@pytest.mark.parametrize(
    "printed",
    [
        "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
        "  cause: dns error",
        "error: Request failed after 3 retries\n  client error (Connect)",
        "Network is unreachable",
    ],
)
def test_no_network(setup, printed):
    assert "the network did not answer" in setup.why_not(printed, "something else.")
    assert one_sentence(setup.why_not(printed, "something else."))


def test_any_other_reason_points_to_the_details(bare, tmp_path):
    broken = program(tmp_path, "broken", "echo THE REASON; exit 3")
    with pytest.raises(bare.Missing, match=r"^A sentence\.$"):
        bare.step([str(broken), "word"], "A sentence.")
    assert "THE REASON" in bare.read(os.path.join(bare.VENV, "setup.log"))


def test_no_browser_to_be_had(bare, tmp_path):
    fails = program(tmp_path, "python", "exit 1")
    program(tmp_path / "bin", "apt-get", "exit 100")
    with pytest.raises(bare.Missing, match="Chromium or Chrome and none could be found") as says:
        bare.need_browser(str(fails))
    assert one_sentence(str(says.value))


def test_a_browser_that_is_named_and_does_not_start(bare, monkeypatch):
    monkeypatch.setenv("LIPTWITCH_BROWSER", "/nowhere/chromium")
    with pytest.raises(bare.Missing, match="LIPTWITCH_BROWSER names /nowhere/chromium"):
        bare.browser_here()


def test_a_word_that_is_no_command(setup, capsys):
    assert setup.main(["labb"]) == 1
    assert "one of: lab, test" in capsys.readouterr().err


def test_here_without_the_packages(bare, monkeypatch, capsys):
    monkeypatch.setattr(bare.importlib.util, "find_spec", lambda module: None)
    monkeypatch.setattr(bare.os, "execve", None)  # or JupyterLab would take this program's place
    assert bare.main(["lab", "--here"]) == 1
    assert "has no jupyterlab: make it from environment.yml" in capsys.readouterr().err
