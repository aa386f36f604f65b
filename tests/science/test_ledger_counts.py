"""Counting the ledger: by hand on the small course, and where nothing is there to count."""

from dataclasses import replace

import pytest
from small_data import ORIGINAL, course_with

from liptwitch.content.ledger import Verdict
from liptwitch.content.loading import load
from liptwitch.science import ledger
from liptwitch.science.ledger import Place, Tally

CLAIMS = "claims.csv"


@pytest.fixture(scope="module")
def small():
    return load(ORIGINAL)


def course_of(small, *claims):
    """The small course with claims made from its first one: dictionaries of what differs."""
    first = next(iter(small.claims.values()))
    made = [first.model_copy(update={"id": f"S0-{n:03}", **one}) for n, one in enumerate(claims)]
    return replace(small, claims={one.id: one for one in made})


def test_what_cannot_be_checked_is_not_counted_as_failing(small):
    assert ledger.tally(small.claims.values()) == Tally(holds=2, tested=7, untested=1)
    assert ledger.tally(small.claims.values()).share == pytest.approx(2 / 7)


def test_nothing_has_no_share(small):
    assert ledger.tally([]).share is None
    assert ledger.tally([small.claims["S1-003"]]) == Tally(0, 0, 1)


def test_verdicts_come_in_their_order_and_none_is_empty(small):
    groups = ledger.by_verdict(small.claims.values())
    assert list(groups) == [one for one in Verdict if one in groups]
    assert [claim.id for claim in groups[Verdict.WRONG]] == ["S0-001", "S1-002"]
    assert ledger.by_verdict([]) == {}


def test_an_article_without_claims_is_there_all_the_same(small):
    assert {one: len(group) for one, group in ledger.by_article(small).items()} == {
        "000": 3,
        "001": 5,
    }
    assert ledger.by_article(small, []) == {"000": [], "001": []}


def test_a_cause_has_the_claims_about_it_and_those_that_name_it(tmp_path, small):
    assert [one.id for one in ledger.about_cause(small, "boiling")] == ["S0-002", "S0-003"]
    named = ("causes/named.csv", "S0-002,S0-003", "S0-002 S1-001,S0-003")
    found = ledger.about_cause(course_with(tmp_path, named), "boiling")
    assert [one.id for one in found] == ["S0-002", "S0-003", "S1-001"]
    assert ledger.about_cause(small, "sunshine") == []


def test_mentions_are_by_article_and_each_claim_counts_once(tmp_path, small):
    found = ledger.mentions(small)
    assert found["boiling"]["000"] == ledger.Mention(("S0-002",), ("S0-003",))
    assert set(found["boiling"]) == {"000"}
    assert found["sunshine"] == {}
    twice = ("causes/named.csv", "S0-002,S0-003", "S0-002,S0-002")
    mention = ledger.mentions(course_with(tmp_path, twice))["boiling"]["000"]
    assert mention.claim_ids == ("S0-002",)


def test_only_what_is_called_a_cause_outright_has_callers(tmp_path, small):
    assert ledger.callers(small) == {"boiling": {"000"}, "limescale": {"001"}}
    passing = ("causes/named.csv", "S0-002,S0-003", ",S0-003")
    assert "boiling" not in ledger.callers(course_with(tmp_path, passing))


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("An upper lip jumps.", {Place.UPPER}),
        ("The LOWER LIP jumps.", {Place.LOWER}),
        ("Both lips jump.", {Place.UPPER, Place.LOWER}),
        ("A left lower lip twitch.", {Place.LEFT, Place.LOWER}),
        ("Left-sided twitches are rare.", {Place.LEFT}),
        ("It is on the right of the lip.", {Place.RIGHT}),
        ("Half of the lip moves, left or right.", {Place.LEFT, Place.RIGHT}),
        ("It is left without an answer.", set()),
        ("Is that right? All right.", set()),
        ("The lip jumps.", set()),
    ],
)
def test_a_place_is_found_in_words(small, words, places):
    found = ledger.places(course_of(small, {"claim": words, "section": "Sounds"}))
    assert {place for place, claims in found.items() if claims} == places


def test_a_place_is_found_in_the_name_of_a_section(small):
    section = {"claim": "It goes away.", "section": "Lower lip, right side"}
    found = ledger.places(course_of(small, section))
    assert {place for place, claims in found.items() if claims} == {Place.LOWER, Place.RIGHT}


def claim(article, subject, verdict):
    return {"article": article, "subject": subject, "verdict": verdict}


def test_a_dispute_needs_two_articles(small):
    alone = course_of(
        small, claim("000", "lid", Verdict.WRONG), claim("000", "lid", Verdict.SUPPORTED)
    )
    assert ledger.disputes(alone) == []
    two = course_of(small, claim("000", "lid", Verdict.WRONG), claim("001", "lid", Verdict.LIMITS))
    assert ledger.disputes(two) == [ledger.Dispute("lid", ("001",), ("000",), 1)]
    assert ledger.disputes(small) == []


def test_unsupported_is_no_dispute(small):
    two = course_of(
        small, claim("000", "lid", Verdict.UNSUPPORTED), claim("001", "lid", Verdict.SUPPORTED)
    )
    assert ledger.disputes(two) == []


def test_the_subject_with_most_wrong_claims_comes_first(small):
    wrong, right = Verdict.WRONG, Verdict.SUPPORTED
    course = course_of(
        small,
        *[claim("000", "boiling", wrong), claim("001", "boiling", right)],
        *[claim("000", "lid", wrong), claim("001", "lid", wrong), claim("001", "lid", right)],
    )
    assert [one.subject for one in ledger.disputes(course)] == ["lid", "boiling"]


def test_agreement_counts_and_has_no_kappa_where_chance_could_do_nothing():
    assert ledger.agreement([("a", "a"), ("b", "b")]) == ledger.Agreement(2, 2, 1)
    assert ledger.agreement([("a", "b"), ("a", "a")]).same == 1
    assert ledger.agreement([("a", "a"), ("a", "a")]).kappa is None
    assert ledger.agreement([]) == ledger.Agreement(0, 0, None)


def test_those_that_are_level_lead_together():
    scores = {"a": 2.0, "b": 3.0, "c": 3.0, "d": None}
    assert ledger.leading(scores) == ["b", "c"]
    assert ledger.leading(scores, lowest=True) == ["a"]
    assert ledger.leading({"a": None}) == []
    assert ledger.leading({}) == []


def test_the_real_places_are_what_the_sections_say(course):
    """Every section that is named after a lip or a side is counted for it, and nothing is lost."""
    for place, claims in ledger.places(course).items():
        ids = {one.id for one in claims}
        named = {one.id for one in course.claims.values() if one.section.startswith(place.value)}
        assert named <= ids, place
    sides = ledger.places(course)
    assert {one.id for one in sides[Place.LEFT]} >= {"S0-130", "S2-100"}
    assert not any("without answer" in one.section for one in sides[Place.LEFT])
