"""The test of the triage rules: every figure is counted, told thrice, and follows the data."""

from dataclasses import replace

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from conftest import HOSTILE
from liptwitch.exhibits.triage_report import TriageReport, percent, told
from liptwitch.science.triage_report import Share, run

CHANGES = {
    "a rule": ("rules.toml", 'level = "self-care"', 'level = "routine"'),
    "a label": ("vignettes.toml", 'level = "self-care"', 'level = "routine"'),
    "the first run": ("first_run.csv", "kitchen,self-care", "kitchen,routine"),
    "what was mended": ("mended.toml", "It had been forgotten.", "It was hot."),
    "who was tested": ("symptom_checkers.toml", "two cooks", "three cooks"),
    "how they did": ("symptom_checkers.toml", "correct = 57.0", "correct = 58.0"),
    "what safe means": ("symptom_checkers.toml", 'safe = "always"', 'safe = "never"'),
}


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = TriageReport(small), TriageReport(course_with(tmp_path, edit))
    assert before.page() != after.page()
    assert before.words() != after.words()


def test_every_share_stands_with_its_interval_and_its_count(course):
    shown = TriageReport(course)
    now = run(course.rules, course.vignettes)
    for text in (Page(shown.page()).text, shown.words()):
        for share in (now.right, now.strictly_safe, now.missed_at_the_top, now.too_high_below):
            assert told(share) in text
        assert "95% bound" in text
        assert "No clinician did" in text


def test_the_table_names_every_level_and_every_count(course):
    page = Page(TriageReport(course).page()).text
    for level in ("emergency", "same day", "within a week", "routine", "self-care", "no level"):
        assert level in page
    total = sum(map(sum, (counts for _, counts in TriageReport(course).values()["tables"]["now"])))
    assert total == len(course.vignettes)


def test_a_missed_emergency_is_said_and_no_bound_for_none_is_given(small):
    dull = replace(small, rules={name: one for name, one in small.rules.items() if name != "dry"})
    words = TriageReport(dull).words()
    assert "below its range: not met, with 1 of 1" in words
    assert "could still be missed" not in words


def test_what_a_study_does_not_say_is_not_given(small):
    ears, noses = TriageReport(small).values()["others"]
    assert (ears.correct, ears.levels, ears.safe) == ("57% (52% to 61%)", "3", "not given")
    assert (noses.correct, noses.emergencies, noses.safe) == ("not given", "not given", "always")


def test_a_course_without_stories_has_nothing_to_count(small):
    words = TriageReport(replace(small, vignettes={}, first_run={})).words()
    assert "none of 0" in words


@pytest.mark.parametrize(("share", "text"), [(0, "0%"), (0.002, "0.2%"), (0.07, "7%"), (1, "100%")])
def test_small_shares_keep_a_figure(share, text):
    assert percent(share) == text


def test_a_share_in_words():
    assert told(Share(0, 34)) == "0 of 34 (0%, 95% interval 0% to 10%)"


def test_nothing_in_the_data_is_more_than_text(small):
    mended = small.mended["dry"]
    attacked = mended.model_copy(update={"what": mended.what + HOSTILE})
    checker = small.symptom_checkers["ears"]
    tested = checker.model_copy(update={"tested": HOSTILE, "note": HOSTILE, "safe": HOSTILE})
    course = replace(small, mended={"dry": attacked}, symptom_checkers={"ears": tested})
    page = TriageReport(course).page()
    assert active_parts(page) == []
    assert Page(page).text.count(HOSTILE.strip()) == 4


def test_it_is_small(course):
    assert len(TriageReport(course).page().encode()) < 20_000
