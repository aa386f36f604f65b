"""Sheets to act a case: what each of the three may know."""

import re

import pytest
from reading_html import Page
from small_data import ORIGINAL

from liptwitch.content.loading import load
from liptwitch.publishing import sheets


@pytest.fixture(scope="module")
def small():
    return load(ORIGINAL)


@pytest.fixture
def parts(small):
    """The text of the patient's, the clinician's and the observer's sheet."""
    html = sheets.sheets(small)["case-pot.html"]
    return [Page(part).text for part in re.findall(r"<section>.*?</section>", html, flags=re.S)]


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
