"""The evidence base as it stands in data/: whole, honest, and open to a spreadsheet."""

import csv
import re
from collections import Counter
from itertools import chain

import pytest

from liptwitch.content.causes import LipEvidence, Site, Standing
from liptwitch.content.ledger import Statement, Verdict
from liptwitch.content.urgency import Urgency
from liptwitch.science.agreement import kappa
from liptwitch.science.readability import sentences, words

CLAIMS_COUNTED = {"000": 202, "001": 153, "002": 107, "003": 210, "004": 109}
"""Claims that the inventory of the five articles found, by article."""

NAMED = 76
"""Things that the articles name as causes, by the same inventory."""

RATED_TWICE = 120
LONGEST_CLAIM = 22
LONGEST_CORRECTION = 36
LONGEST_SECTION = 5

NOT_NAMED_BY_ANY = {
    "facial-myokymia", "synkinesis", "focal-seizure", "tardive-dyskinesia", "rabbit-syndrome",
    "dystonia", "benign-fasciculation", "neuromyotonia", "serotonin-toxicity", "numb-chin",
}  # fmt: skip


@pytest.fixture(scope="module")
def rows(project):
    """The ledger as the standard library reads it."""
    with open(project / "data" / "claims.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_claim_of_every_article_is_there(course):
    assert Counter(claim.article for claim in course.claims.values()) == CLAIMS_COUNTED
    for article, count in CLAIMS_COUNTED.items():
        numbers = [int(one[3:]) for one in course.claims if one[1] == article[2]]
        assert numbers == list(range(1, count + 1))


def test_every_verdict_and_every_kind_of_statement_occurs(course):
    assert {claim.verdict for claim in course.claims.values()} == set(Verdict)
    assert {claim.statement for claim in course.claims.values()} == set(Statement)


def test_the_ledger_acquits_and_convicts(course):
    holds = {
        article: sum(
            claim.verdict.holds for claim in course.claims.values() if claim.article == article
        )
        for article in course.articles
    }
    assert all(0 < count < CLAIMS_COUNTED[article] for article, count in holds.items())


def test_the_standard_csv_module_and_the_course_read_the_same(rows, course):
    assert [row["id"] for row in rows] == list(course.claims)
    assert [row["claim"] for row in rows] == [claim.claim for claim in course.claims.values()]


def test_a_spreadsheet_reads_the_tables_as_they_are(project):
    """Plain letters need no guess at the encoding; no cell begins like a formula."""
    for path in sorted((project / "data").rglob("*.csv")):
        text = path.read_bytes()
        assert text.isascii(), path
        assert b"\r" not in text, path
        with open(path, encoding="ascii", newline="") as file:
            cells = chain.from_iterable(csv.reader(file))
            assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []


def test_claims_and_corrections_are_short_and_plain(course):
    for claim in course.claims.values():
        assert len(claim.claim.split()) <= LONGEST_CLAIM, claim.id
        assert len((claim.correction or "").split()) <= LONGEST_CORRECTION, claim.id
        assert len(claim.section.split()) <= LONGEST_SECTION, claim.id


def test_what_the_articles_name_is_all_described(course):
    assert [row.number for row in course.named_causes.values()] == list(range(1, NAMED + 1))
    assert len({row.named for row in course.named_causes.values()}) == NAMED
    assert {row.cause for row in course.named_causes.values()} <= set(course.causes)


def test_what_no_article_names_is_described_too(course):
    unnamed = {cause.id for cause in course.causes.values() if cause.why_here}
    assert unnamed >= NOT_NAMED_BY_ANY


def test_the_refuted_stand_with_their_verdict(course):
    refuted = {one.id for one in course.causes.values() if one.standing is Standing.REFUTED}
    assert {"sinusitis", "pregnancy", "superstition"} <= refuted
    for one in refuted:
        assert course.causes[one].lip_evidence in (LipEvidence.NONE, LipEvidence.WEAK), one


def test_the_scales_are_used_whole(course):
    causes = course.causes.values()
    assert {cause.urgency for cause in causes} == set(Urgency)
    assert {cause.lip_evidence for cause in causes} == set(LipEvidence)
    assert {cause.site for cause in causes} >= set(Site) - {Site.CORTICOBULBAR_PATH}


def test_a_mechanism_is_two_plain_sentences(course):
    for cause in course.causes.values():
        assert 1 <= len(sentences(cause.mechanism)) <= 3, cause.id
        assert max(len(words(one)) for one in sentences(cause.mechanism)) <= 30, cause.id


def test_a_figure_has_a_denominator(course):
    for cause in course.causes.values():
        if any(sign.isdigit() for sign in cause.base_rate.figure):
            assert len(cause.base_rate.of.split()) >= 2, cause.id


def test_sudden_loss_is_always_an_emergency(course):
    assert course.causes["focal-seizure"].urgency is Urgency.EMERGENCY
    for one in ("stroke", "bells-palsy"):
        assert "emergency" in course.causes[one].urgency_why, one


def test_two_readers_rated_a_random_sample(course, project):
    assert len(course.ratings) == RATED_TWICE
    articles = {course.claims[one].article for one in course.ratings}
    assert articles == set(course.articles)
    agreed = kappa([(one.first, one.second) for one in course.ratings.values()])
    card = (project / "data" / "README.md").read_text(encoding="utf-8")
    assert f"kappa is {agreed:.2f}" in card
    same = sum(one.first is one.second for one in course.ratings.values())
    assert f"{same} of {RATED_TWICE}" in card


def test_the_data_card_defines_every_verdict_and_names_every_file(project):
    card = (project / "data" / "README.md").read_text(encoding="utf-8")
    for verdict in Verdict:
        assert f"**{verdict}**" in card, verdict
    for path in (project / "data").iterdir():
        assert re.search(rf"`{re.escape(path.name)}/?`", card), path.name
