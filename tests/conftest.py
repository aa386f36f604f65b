"""What tests share."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def course():
    """The course of this project, read and checked."""
    from liptwitch.content import loading

    return loading.load()


@pytest.fixture
def no_progress(tmp_path, monkeypatch) -> Path:
    """A progress file of this test's own, which does not exist yet."""
    path = tmp_path / "progress.jsonl"
    monkeypatch.setenv("LIPTWITCH_PROGRESS", str(path))
    return path
