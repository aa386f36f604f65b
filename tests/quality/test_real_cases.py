"""The real cases: enough to ask, a budget that a careful reader can live on, honest numbers."""

from itertools import pairwise

import pytest

from liptwitch.content.cases import Provenance
from liptwitch.content.loading import load
from liptwitch.content.urgency import Urgency
from liptwitch.science.answer_checks import checks
from liptwitch.science.patterns import recognised
from liptwitch.science.readability import grade, sentences, words

HARDEST_GRADE = 8
LONGEST_SENTENCE = 25

CASES = load().cases.values()


@pytest.fixture(params=CASES, ids=[case.id for case in CASES])
def case(request):
    return request.param


def test_every_commenter_has_a_case():
    real = {case.id for case in CASES if case.provenance is Provenance.COMMENT}
    assert real == set("abcdef")
    assert {case.id for case in CASES if case.then and not case.then.answered} == {"e", "f"}
    assert {case.id for case in CASES if case.answer} >= {"e", "f"}


def test_there_are_thirty_to_forty_questions_in_a_few_groups(case):
    assert 30 <= len(case.questions) <= 40
    assert 4 <= len(case.groups) <= 9
    stems = [question.text for question in case.questions]
    assert len(set(stems)) == len(stems)


def test_questions_of_a_group_stand_together(case):
    groups = [question.group for question in case.questions]
    assert sum(one != other for one, other in pairwise(groups)) == len(case.groups) - 1


def test_the_budget_forces_a_choice_and_reaches_every_key_feature(case):
    parts = {one.id: one for one in (*case.questions, *case.examinations)}
    assert sum(one.minutes for one in parts.values()) > 2 * case.budget_minutes
    free = {"opening", *(event.id for event in case.events)}
    cheapest = [
        0
        if free & set(feature.shown_by)
        else min((parts[one].minutes, one) for one in feature.shown_by)
        for feature in case.key_features
    ]
    needed = dict.fromkeys(one for one in cheapest if one)
    assert sum(minutes for minutes, _ in needed) <= case.budget_minutes


def test_some_things_pay_and_some_do_not(case):
    for parts in (case.questions, case.examinations):
        assert {one.pays for one in parts} == {True, False}
    paying = {one.id for one in (*case.questions, *case.examinations) if one.pays}
    told = {"opening", *(event.id for event in case.events)}
    for feature in case.key_features:
        assert (paying | told) & set(feature.shown_by), f"nothing that pays shows {feature.id}"


def test_the_authors_summary_has_its_four_parts(case):
    for part in case.summary.parts:
        assert recognised(case.summary.model, part.patterns), part.name


def test_the_range_of_levels_has_no_gap(case):
    order = list(Urgency)
    for gold in (case.triage, *case.events):
        places = sorted(order.index(level) for level in gold.range)
        assert places == list(range(places[0], places[-1] + 1))


def test_an_example_answer_passes_every_check(case):
    if case.answer:
        signs = [one.model_dump() for one in case.answer.must_name]
        missed = [one.name for one in checks(case.answer.example, signs) if not one.met]
        assert missed == []


def test_a_case_is_easy_to_read(case):
    parts = (*case.questions, *case.examinations, *case.events, *case.key_features)
    texts = [case.opening, case.summary.model, case.take_home, *case.unknown, case.now.advice]
    texts += [text for one in parts for text in (one.text, one.why)]
    texts += [one.answer for one in case.questions]
    assert grade("\n\n".join(texts)) <= HARDEST_GRADE
    long = [
        sentence
        for text in texts
        for sentence in sentences(text)
        if len(words(sentence)) > LONGEST_SENTENCE and text != case.summary.model
    ]
    assert long == []
