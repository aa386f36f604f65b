"""Documents beside the notebooks: fresh, and written only where they differ."""

import pytest
from small_data import ORIGINAL

from liptwitch import cli
from liptwitch.content.loading import load
from liptwitch.publishing import build, documents
from liptwitch.publishing.build import Change


def test_the_saved_documents_are_what_the_build_would_write(course, project):
    stale = [
        page.name
        for page in documents.compare(course, project / "docs")
        if page.change is not Change.SAME
    ]
    assert stale == [], "run: liptwitch build"


def test_a_document_is_written_once_and_again_only_where_it_differs(tmp_path):
    small, folder = load(ORIGINAL), tmp_path / "docs"
    assert [page.change for page in documents.write(small, folder)] == [Change.NEW]
    assert [page.change for page in documents.write(small, folder)] == [Change.SAME]
    path = folder / "triage.md"
    before = path.read_bytes()
    path.write_text("old", encoding="utf-8")
    assert [page.change for page in documents.compare(small, folder)] == [Change.DIFFERENT]
    assert path.read_text(encoding="utf-8") == "old"
    documents.write(small, folder)
    assert path.read_bytes() == before


def test_the_document_says_what_the_exhibit_says(course):
    text = documents.texts(course)["triage.md"]
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
