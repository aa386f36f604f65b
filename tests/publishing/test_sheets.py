"""Sheets to act a case: what each of the three may know, and that the files are fresh."""

import re

import pytest
from reading_html import Page
from small_data import ORIGINAL, copy_to, course_with

from liptwitch.content.loading import load
from liptwitch.publishing import sheets
from liptwitch.publishing.build import Change

FILE = "cases/pot.toml"


@pytest.fixture(scope="module")
def small():
    return load(ORIGINAL)


@pytest.fixture
def parts(small):
    """The text of the patient's, the clinician's and the observer's sheet."""
    html = sheets.sheets(small)["case-pot.html"]
    return [Page(part).text for part in re.findall(r"<section>.*?</section>", html, flags=re.S)]


def test_the_files_of_the_project_are_what_the_build_would_write(project, course):
    pages = sheets.compare(course, project / sheets.FOLDER)
    assert [page.name for page in pages if page.change is not Change.SAME] == [], "build anew"
    assert len(pages) == len(course.cases)


def test_the_patient_knows_the_answers_and_not_what_is_made_of_them(small, parts):
    patient, _, _ = parts
    case = small.case("pot")
    for question in case.questions:
        assert question.answer in patient
        assert question.why not in patient
    assert case.opening in patient
    assert case.events[0].text in patient
    assert case.triage.why not in patient


def test_the_clinician_knows_neither_answers_nor_findings(small, parts):
    _, clinician, _ = parts
    case = small.case("pot")
    hidden = [one.answer for one in case.questions] + [one.finding for one in case.examinations]
    hidden += [one.text for one in (*case.key_features, *case.events)] + [case.triage.why]
    for text in hidden:
        assert text not in clinician
    assert "Leaking gas" in clinician


def test_the_observer_has_findings_key_features_and_what_guidance_says(small, parts):
    _, _, observer = parts
    case = small.case("pot")
    shown = [one.finding for one in case.examinations] + [one.text for one in case.key_features]
    for text in [*shown, case.now.advice, case.triage.why, case.take_home, *case.unknown]:
        assert text in observer


def told(pages) -> dict[str, Change]:
    return {page.name: page.change for page in pages}


def test_writing_is_told_and_the_same_twice(small, tmp_path):
    folder = tmp_path / "acting"
    assert told(sheets.write(small, folder)) == {"acting/case-pot.html": Change.NEW}
    assert told(sheets.write(small, folder)) == {"acting/case-pot.html": Change.SAME}
    changed = course_with(tmp_path, (FILE, "Yes, since noon.", "No."))
    assert told(sheets.compare(changed, folder)) == {"acting/case-pot.html": Change.DIFFERENT}
    assert "Yes, since noon." in (folder / "case-pot.html").read_text(encoding="utf-8")
    sheets.write(changed, folder)
    assert told(sheets.compare(changed, folder)) == {"acting/case-pot.html": Change.SAME}


def test_sheets_of_a_case_that_is_gone_go_too(small, tmp_path):
    folder = tmp_path / "acting"
    sheets.write(small, folder)
    data = copy_to(tmp_path)
    (data / FILE).unlink()
    assert told(sheets.write(load(data), folder)) == {"acting/case-pot.html": Change.GONE}
    assert list(folder.iterdir()) == []
