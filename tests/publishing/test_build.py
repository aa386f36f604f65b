"""Lessons in, notebooks out."""

import json

import pytest
from samples import PROSE, WIDGETS, sample_course

from liptwitch.content.errors import ContentError, CourseError
from liptwitch.publishing import build
from liptwitch.publishing.build import Change
from liptwitch.publishing.canonical import STATE, VIEW
from liptwitch.publishing.execute import Failure

NAME = "01-sample.ipynb"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sample lesson, built once."""
    folder = tmp_path_factory.mktemp("built")
    (page,) = build.write(sample_course(l01=WIDGETS), folder)
    assert page.change is Change.NEW
    return folder


@pytest.fixture
def no_kernel(monkeypatch):
    """Cells are not run: for what does not depend on it, a kernel's two seconds are saved."""

    def run(nb, folder):
        nb.metadata.language_info = {"name": "python", "version": "3.11.7"}
        failing = [index for index, cell in enumerate(nb.cells) if "1 / 0" in cell.source]
        return [Failure(index + 1, nb.cells[index].source, "no") for index in failing]

    monkeypatch.setattr(build, "run", run)


def compared(folder, prose: str = WIDGETS) -> Change:
    (page,) = build.compare(sample_course(l01=prose), folder)
    return page.change


def test_a_second_build_is_the_same_to_the_byte(built, tmp_path):
    build.write(sample_course(l01=WIDGETS), tmp_path)
    assert (tmp_path / NAME).read_bytes() == (built / NAME).read_bytes()
    assert compared(built) is Change.SAME


def spoil(path, old: bytes, new: bytes) -> bytes:
    whole = path.read_bytes()
    assert old in whole
    path.write_bytes(whole.replace(old, new, 1))
    return path.read_bytes()


@pytest.mark.usefixtures("no_kernel")
def test_one_changed_byte_is_found_and_left_alone(tmp_path):
    build.write(sample_course(), tmp_path)
    spoilt = spoil(tmp_path / NAME, b"Read this", b"Read that")
    assert compared(tmp_path, PROSE) is Change.DIFFERENT
    assert (tmp_path / NAME).read_bytes() == spoilt


@pytest.mark.usefixtures("no_kernel")
def test_another_python_is_no_change_of_the_page(tmp_path):
    build.write(sample_course(), tmp_path)
    spoil(tmp_path / NAME, b'"3.11.7"', b'"3.99.0"')
    assert compared(tmp_path, PROSE) is Change.SAME


@pytest.mark.usefixtures("no_kernel")
@pytest.mark.parametrize("content", [b"\xff not JSON", b"[]", b'{"metadata": 1}'])
def test_a_file_that_is_no_notebook_is_built_anew(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    build.write(sample_course(), tmp_path)
    assert compared(tmp_path, PROSE) is Change.SAME


def test_only_views_that_work_without_a_kernel_are_saved(built):
    notebook = json.loads((built / NAME).read_text(encoding="utf-8"))
    kept, stripped = (cell["outputs"][0]["data"] for cell in notebook["cells"][-2:])
    assert set(kept) == {VIEW, "text/html", "text/plain"}
    assert set(stripped) == {"text/html", "text/plain"}
    state = notebook["metadata"]["widgets"][STATE]["state"]
    values = [model["state"].get("value") for model in state.values()]
    assert {"kept", 7} < set(values)
    assert "stripped" not in values


@pytest.mark.usefixtures("no_kernel")
def test_all_lessons_are_tried_and_a_failed_one_is_not_written(tmp_path):
    course = sample_course(l01="# A\n\n```python\n1 / 0\n```", l02=PROSE)
    bad, good = build.write(course, tmp_path)
    assert bad.failed
    assert "01-sample.ipynb: FAILED\n  cell 2:\n      1 / 0" in str(bad)
    assert not good.failed
    assert [path.name for path in tmp_path.iterdir()] == ["02-sample.ipynb"]


@pytest.mark.usefixtures("no_kernel")
def test_a_notebook_above_the_limit_is_written_and_fails(tmp_path):
    (page,) = build.write(sample_course(l01="# A\n\n" + "word " * 60_000), tmp_path)
    assert page.failed
    assert "TOO BIG: at most 250 kB. Biggest: prose 300" in str(page)
    assert (tmp_path / NAME).exists()


@pytest.mark.usefixtures("no_kernel")
def test_a_notebook_without_a_ready_lesson_is_reported_and_removed(tmp_path):
    stray = tmp_path / "98-gone.ipynb"
    stray.write_text("{}")
    course = sample_course(l01="# A")
    pages = build.compare(course, tmp_path)
    assert [page.change for page in pages] == [Change.NEW, Change.GONE]
    assert stray.exists()
    build.write(course, tmp_path, ["01"])
    assert stray.exists()
    build.write(course, tmp_path)
    assert not stray.exists()


def test_an_unknown_citation_stops_the_build_before_anything_runs(tmp_path):
    with pytest.raises(ContentError, match=r"01-sample.md, line 1: cites “gone”"):
        build.write(sample_course(l01="[@gone]"), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "said"), [("99", "Lesson 99 is not ready"), ("77", "no lesson “77”")]
)
def test_a_lesson_that_cannot_be_built_is_said_so(tmp_path, asked, said):
    with pytest.raises(CourseError, match=said):
        build.write(sample_course(), tmp_path, [asked])
