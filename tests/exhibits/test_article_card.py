"""The article card: every figure is seen, and claims are counted."""

from dataclasses import replace

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from conftest import HOSTILE
from liptwitch.content.errors import NotInCourse
from liptwitch.exhibits.article_card import ArticleCard
from liptwitch.exhibits.verdicts import signed
from liptwitch.science import ledger

FILE = "sources.toml"
CHANGES = {
    "scope": (FILE, "Kettles at large", "Pots at large"),
    "words": (FILE, "words = 100", "words = 101"),
    "headings": (FILE, "headings = 2", "headings = 4"),
    "list entries": (FILE, "list_entries = 3", "list_entries = 4"),
    "grade by lines": (FILE, "grade_lines = 5.0", "grade_lines = 5.1"),
    "grade by stops": (FILE, "grade_stops = 6.5", "grade_stops = 6.6"),
    "author": (FILE, "nobody named", "a cook"),
    "dates": (FILE, "none shown", "last year"),
    "references": (FILE, "references_given = 0", "references_given = 2"),
    "ambulance": (FILE, "says_call_an_ambulance = false", "says_call_an_ambulance = true"),
    "comments": (FILE, "comments = 0", "comments = 3"),
    "note": (FILE, "a picture of a kettle", "a picture of a pot"),
    "verdict": ("claims.csv", "sing.,supported,", "sing.,unsupported,It hums."),
    "harm": ("claims.csv", "M1,no", "M1,yes"),
}


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = ArticleCard(small, "000"), ArticleCard(course_with(tmp_path, edit), "000")
    assert before.page() != after.page()
    assert before.words() != after.words()


def test_claims_are_counted(course):
    for article, claims in ledger.by_article(course).items():
        text = Page(ArticleCard(course, article).page()).text
        fares = ledger.tally(claims)
        assert f"Claims: {len(claims)}." in text
        assert f"Of {fares.tested} that can be checked, {fares.holds} hold" in text
        for verdict, group in ledger.by_verdict(claims).items():
            assert f"{len(group)} {signed(verdict)}" in text


def test_an_article_without_claims_has_no_share(small):
    card = ArticleCard(replace(small, claims={}), "000")
    assert "in 100" not in card.page()
    assert "Claims: 0." in card.words()


def test_nothing_in_the_data_is_more_than_text(small):
    texts = ("scope", "author", "dates", "note")
    one = small.articles["000"]
    attacked = one.model_copy(update={name: getattr(one, name) + HOSTILE for name in texts})
    card = ArticleCard(replace(small, articles={**small.articles, "000": attacked}), "000")
    assert active_parts(card.page()) == []
    assert Page(card.page()).text.count(HOSTILE) == len(texts)


def test_it_is_small(course):
    for article in course.articles:
        assert len(ArticleCard(course, article).page().encode()) < 2_000


def test_an_unknown_article_says_which_there_are(small):
    with pytest.raises(NotInCourse, match="000, 001"):
        ArticleCard(small, "009")
