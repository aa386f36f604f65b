"""Documents beside the notebooks: fresh, and written only where they differ."""

import pytest
from small_data import ORIGINAL

from liptwitch import cli
from liptwitch.content.loading import load
from liptwitch.publishing import build, documents
from liptwitch.publishing.build import Change


def test_the_saved_documents_are_what_the_build_would_write(course, project):
    stale = [
        page.name for page in documents.compare(course, project) if page.change is not Change.SAME
    ]
    assert stale == [], "run: liptwitch build"


def test_a_document_is_written_once_and_again_only_where_it_differs(tmp_path):
    small = load(ORIGINAL)
    names = list(documents.texts(small))
    assert names == [
        "docs/triage.md",
        *(f"exercises/acting/case-{one}.html" for one in small.cases),
    ]
    assert {page.change for page in documents.write(small, tmp_path)} == {Change.NEW}
    assert {page.change for page in documents.write(small, tmp_path)} == {Change.SAME}
    for name in names:
        path = tmp_path / name
        before = path.read_bytes()
        path.write_text("old", encoding="utf-8")
        changes = {page.name: page.change for page in documents.compare(small, tmp_path)}
        assert [one for one in names if changes[one] is Change.DIFFERENT] == [name]
        assert path.read_text(encoding="utf-8") == "old"
        documents.write(small, tmp_path)
        assert path.read_bytes() == before


def test_the_sheets_of_a_case_that_is_gone_go_too(tmp_path):
    small = load(ORIGINAL)
    documents.write(small, tmp_path)
    gone = tmp_path / "exercises" / "acting" / "case-gone.html"
    gone.write_text("", encoding="utf-8")
    assert [page.name for page in documents.compare(small, tmp_path) if page.change is Change.GONE]
    assert gone.exists()
    documents.write(small, tmp_path)
    assert not gone.exists()


def test_the_document_says_what_the_exhibit_says(course):
    text = documents.texts(course)["docs/triage.md"]
    assert f"{len(course.rules)} rules were run on {len(course.vignettes)} stories" in text
    assert "The first run was made before any rule was changed." in text
    for one in course.mended.values():
        assert one.what in text
    # Every row of a table has as many cells as its head.
    for block in text.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1


@pytest.mark.parametrize(("more", "written"), [([], True), (["01"], False)])
def test_a_whole_build_writes_them_and_a_build_of_one_lesson_does_not(
    tmp_path, monkeypatch, more, written
):
    small = load(ORIGINAL)
    monkeypatch.setattr("liptwitch.content.place.course_folder", lambda: tmp_path)
    monkeypatch.setattr("liptwitch.content.loading.load", lambda: small)
    monkeypatch.setattr(build, "write", lambda *_: [])
    assert cli.main(["build", *more]) == 0
    assert (tmp_path / "docs" / "triage.md").exists() is written
