"""The findings: true of the data as it is, and still true when the data change."""

import re
from dataclasses import replace

import pytest
from reading_html import active_parts
from small_data import ORIGINAL, course_with

from conftest import HOSTILE
from liptwitch.content.ledger import Verdict
from liptwitch.content.loading import load
from liptwitch.exhibits.findings import ASKED, Findings
from liptwitch.exhibits.verdicts import SIGNS
from liptwitch.science import ledger
from liptwitch.science.readability import grade, sentences, words

CLAIMS, SOURCES, RATINGS = "claims.csv", "sources.toml", "ratings.csv"


def answers(course) -> dict[str, str]:
    return {one.question: " ".join(one.sentences) for one in Findings(course).findings}


def answer(course, number: int) -> str:
    return list(answers(course).values())[number - 1]


def bare():
    """The small course with nothing to count."""
    return replace(load(ORIGINAL), claims={}, articles={}, causes={}, named_causes={}, ratings={})


CHANGES = {
    1: (CLAIMS, "sing.,supported,", "sing.,unsupported,It hums."),
    2: (SOURCES, "grade_lines = 5.0", "grade_lines = 8.0"),
    3: (CLAIMS, "M1,no", "M1,yes"),
    4: (CLAIMS, "hand.,unsafe advice", "hand.,wrong"),
    5: (SOURCES, "says_call_an_ambulance = false", "says_call_an_ambulance = true"),
    6: ("causes/named.csv", "S0-002,S0-003", "S0-002 S1-001,S0-003"),
    7: (CLAIMS, "cannot be checked,That is a matter of taste.,,,", "supported,,steam-2001,low,"),
    8: (CLAIMS, "Boiling makes", "On the upper lip boiling makes"),
    9: (CLAIMS, "hand.,unsafe advice", "hand.,supported"),
    10: (RATINGS, "S1-004,unsupported,wrong", "S1-004,unsupported,unsupported"),
}  # fmt: skip


def test_there_is_a_change_for_each_of_the_ten():
    assert len(ASKED) == len(CHANGES) == 10


@pytest.mark.parametrize("number", CHANGES)
def test_a_finding_changes_with_what_it_counts(tmp_path, small, number):
    edit = CHANGES[number]
    assert answer(small, number) != answer(course_with(tmp_path, edit), number)


def test_the_small_course_counted_by_hand(small):
    assert "Of 8 claims, 7 can be checked." in answer(small, 1)
    assert "2 of 7 (29 in 100)" in answer(small, 1)
    assert "1 claim could harm somebody who acts on it." in answer(small, 3)
    assert "1 claim is unsafe advice." in answer(small, 4)
    assert "Of 2 articles, none says to call an ambulance." in answer(small, 5)
    assert "Named by one alone: 2." in answer(small, 6)
    assert answer(small, 7) == "On no subject does one article hold where another is wrong."
    assert answer(small, 8) == "No claim names one lip or one side."
    assert "the same verdict to 1 (kappa 0.00)" in answer(small, 10)
    assert "they agreed on 2." in answer(small, 10)


def test_the_real_numbers_are_those_of_the_data(course):
    fares = ledger.tally(course.claims.values())
    assert f"{fares.holds} of {fares.tested}" in answer(course, 1)
    harm = sum(one.could_harm for one in course.claims.values())
    assert f"{harm} claims could harm" in answer(course, 3)
    unsafe = [one for one in course.claims.values() if one.verdict is Verdict.UNSAFE]
    for article, group in ledger.by_article(course, unsafe).items():
        assert f"{len(group)} in {article}" in answer(course, 4)
    same = sum(one.first is one.second for one in course.ratings.values())
    assert f"the same verdict to {same} " in answer(course, 10)


def test_level_articles_are_named_together(tmp_path):
    level = (SOURCES, "grade_lines = 5.0", "grade_lines = 7.0")
    said = answer(course_with(tmp_path, level), 2)
    assert "articles 000 and 001 are easiest to read (grade 7.0)" in said
    assert "depends on the way of counting" in said


def test_whether_easy_and_right_go_together(tmp_path, small):
    assert "So easy and right go together here." in answer(small, 2)
    hard = course_with(
        tmp_path, *[(SOURCES, f"{one}", f"{two}") for one, two in
        [("grade_lines = 5.0", "grade_lines = 9.0"), ("grade_stops = 6.5", "grade_stops = 9.5")]]
    )  # fmt: skip
    assert "So the easiest is not the most often right." in answer(hard, 2)


def test_one_that_says_ambulance_is_named(tmp_path):
    said = answer(course_with(tmp_path, CHANGES[5]), 5)
    assert "Of 2 articles, 1 says to call an ambulance: 000." in said


def test_an_emergency_that_they_name_is_told(tmp_path):
    urgent = ("causes/heat.toml", '"self-care"', '"emergency-now"')
    assert "an emergency: Boiling." in answer(course_with(tmp_path, urgent), 5)


def test_advice_and_fact_may_hold_equally_often(tmp_path):
    # Of six facts two hold; with three pieces of advice of which one holds it is a third each.
    level = course_with(
        tmp_path,
        (CLAIMS, "S1-004,001,Lids,cause,limescale,fact", "S1-004,001,Lids,cause,limescale,advice"),
        (CLAIMS, "S1-005,001,Lids,cause,limescale,fact", "S1-005,001,Lids,cause,limescale,report"),
        (CLAIMS, "S1-001,001,Lids,definition,hum,fact", "S1-001,001,Lids,definition,hum,advice"),
    )
    said = answer(level, 9)
    assert "Advice that holds: 1 of 3 (33 in 100). Facts that hold: 1 of 3 (33 in 100)." in said
    assert "Both hold equally often." in said


@pytest.mark.parametrize("make", [bare, lambda: load(ORIGINAL)])
def test_every_question_is_answered_even_from_nothing(make):
    for said in answers(make()).values():
        assert said.strip()
        assert not re.search(r"None|nan|\{|\}", said.replace("None of", ""))


def test_it_reads_easily(course):
    for finding in Findings(course).findings:
        for sentence in sentences(" ".join([finding.question, *finding.sentences])):
            assert len(words(sentence)) <= 20, sentence
    assert grade("\n\n".join(answers(course).values())) <= 8


def test_page_and_words_say_the_same(course):
    exhibit = Findings(course)
    for finding in exhibit.findings:
        for sentence in finding.sentences:
            assert sentence in exhibit.words()
            assert sentence.replace("'", "&#39;") in exhibit.page()


def test_nothing_in_the_data_is_more_than_text(small):
    causes = {
        one.id: one.model_copy(update={"name": one.name + HOSTILE, "urgency": "emergency-now"})
        for one in small.causes.values()
    }
    attacked = Findings(replace(small, causes=causes))
    assert active_parts(attacked.page()) == []


def test_the_page_about_them_explains_every_sign(course):
    prose = course.reference_pages["evidence"]
    for verdict, sign in SIGNS.items():
        assert f"| {sign} | {verdict.value} |" in prose
