"""The claims ledger: every field of every claim is seen, and nothing in it is more than text."""

import csv
import json
from dataclasses import replace

import pytest
from many_claims import ALL, many
from reading_html import Page, active_parts
from small_data import ORIGINAL, course_with

from conftest import HOSTILE
from liptwitch.content.errors import NotInCourse
from liptwitch.content.ledger import Verdict
from liptwitch.exhibits.ledger import FILE, Ledger, rows
from liptwitch.exhibits.packing import unpack
from liptwitch.exhibits.verdicts import SIGNS, signed

CLAIMS = "claims.csv"
ON_THE_PAGE = {
    "claim": (CLAIMS, "The lid of a kettle hums.", "The lid of a kettle sings."),
    "verdict": (CLAIMS, "limescale.,outdated", "limescale.,wrong"),
    "correction": (CLAIMS, "The floor hums.", "The floor shakes."),
    "references": (CLAIMS, "steam-2001,high", "spout-1999,high"),
    "could harm": (CLAIMS, "M1,no", "M1,yes"),
    "scope of the article": ("sources.toml", "Kettles at large", "Pots at large"),
}
IN_WORDS = ("verdict", "could harm", "scope of the article")
LIVE_ALONE = {
    "section": (CLAIMS, "Sounds", "Noises"),
    "statement": (CLAIMS, "lid,fact", "lid,report"),
    "confidence": (CLAIMS, "steam-2001,high", "steam-2001,low"),
    "address of a source": ("references.json", "example.org/steam", "example.org/steams"),
    "name of the subject": ("subjects.toml", "The lid", "The cover"),
}


def sent(ledger: Ledger) -> dict:
    """What the page is sent for the live face."""
    return json.loads(unpack(ledger.live.ledger))


def ledger_with(tmp_path, edit) -> Ledger:
    return Ledger(course_with(tmp_path, edit))


@pytest.fixture(scope="module")
def attacked(small):
    """The small course with a hostile end on every text of a claim."""
    texts = ("section", "claim", "correction")
    claims = {
        claim.id: claim.model_copy(
            update={name: getattr(claim, name) + HOSTILE for name in texts if getattr(claim, name)}
        )
        for claim in small.claims.values()
    }
    return replace(small, claims=claims)


def test_a_row_says_all_that_is_known_of_a_claim(small):
    first = rows(small)[0]
    assert first == {
        "id": "S0-001",
        "article": "000",
        "section": "Sounds",
        "subject": "lid",
        "about": "The lid",
        "statement": "fact",
        "claim": "The lid of a kettle hums.",
        "verdict": "wrong",
        "sign": "✗",
        "correction": "The floor hums.",
        "confidence": "high",
        "misconception": "M1",
        "could_harm": False,
        "sources": [{"label": "Steam et al. 2001", "url": "https://example.org/steam"}],
    }


def test_every_verdict_has_a_sign_of_its_own_in_the_order_of_the_enum():
    assert list(SIGNS) == list(Verdict)
    assert len(set(SIGNS.values())) == len(Verdict)
    assert signed(Verdict.WRONG) == "✗ wrong"


@pytest.mark.parametrize("edit", ON_THE_PAGE.values(), ids=ON_THE_PAGE.keys())
def test_a_change_is_seen_on_the_page_and_live(tmp_path, small, edit):
    before, after = Ledger(small), ledger_with(tmp_path, edit)
    assert before.page() != after.page()
    if edit[0] == CLAIMS:
        assert sent(before) != sent(after)


@pytest.mark.parametrize("name", IN_WORDS)
def test_a_change_is_seen_in_words(tmp_path, small, name):
    assert Ledger(small).words() != ledger_with(tmp_path, ON_THE_PAGE[name]).words()


@pytest.mark.parametrize("edit", LIVE_ALONE.values(), ids=LIVE_ALONE.keys())
def test_a_change_of_what_only_the_live_face_shows(tmp_path, small, edit):
    assert sent(Ledger(small)) != sent(ledger_with(tmp_path, edit))


def test_the_page_shows_every_claim_once_under_its_article_and_verdict(small):
    page = Page(Ledger(small).page())
    assert page.elements.count(("details", ())) == 2
    folds = Ledger(small).page().split("<details>")[1:]
    for row in rows(small):
        own = [fold for fold in folds if row["id"] in fold]
        assert len(own) == 1
        assert f"Article {row['article']}" in own[0]
        verdict = f"{row['sign']} {row['verdict'].capitalize()}"
        heading = own[0].index(verdict)
        assert heading < own[0].index(row["id"])
        assert "<tbody>" not in own[0][heading : own[0].index(row["id"])]


def test_a_ledger_of_one_verdict_shows_those_claims_and_opens_on_them(small):
    ledger = Ledger(small, "wrong")
    shown = [row["id"] for row in rows(small) if row["id"] in ledger.page()]
    assert shown == [row["id"] for row in rows(small) if row["verdict"] == "wrong"]
    assert "Here: the 2 with the verdict “wrong”." in ledger.words()
    assert "supported" not in ledger.words()
    assert len(sent(ledger)["rows"]) == len(small.claims)
    assert sent(ledger)["choices"]["opening"] == "wrong"


def test_a_verdict_that_there_is_not(small):
    with pytest.raises(NotInCourse, match=r"no verdict “wrung”.* wrong"):
        Ledger(small, "wrung")


def test_what_could_harm_says_so_beside_the_claim(small):
    page = Ledger(small).page()
    assert "Hold the lid down with your hand. <b>Could harm.</b>" in page
    assert page.count("Could harm.") == sum(row["could_harm"] for row in rows(small))


def test_the_words_count_claims_by_article_and_verdict(small):
    words = Ledger(small).words()
    assert "Of all 8 claims, 2 hold, fully or with limits; 1 could harm" in words
    counted = "Article 000 (Kettles at large), 3 in all: 1 supported; 1 wrong; 1 unsafe advice."
    assert counted in words
    assert "Article 001 (Lids), 5 in all" in words


def test_page_and_words_name_the_file_that_holds_the_whole_table(small):
    path = ORIGINAL / FILE.removeprefix("data/")
    with open(path, encoding="utf-8", newline="") as table:
        assert [row["id"] for row in csv.DictReader(table)] == [row["id"] for row in rows(small)]
    assert FILE in Ledger(small).page()
    assert FILE in Ledger(small).words()


def test_filters_offer_what_there_is_with_its_number(small):
    choices = Ledger(small).choices()
    assert choices["articles"] == [["000", "Article 000 (3)"], ["001", "Article 001 (5)"]]
    assert [value for value, _ in choices["verdicts"]] == list(Verdict)
    assert ["wrong", "✗ wrong (2)"] in choices["verdicts"]
    assert choices["subjects"] == [
        ["Causes", [["boiling", "Boiling (2)"], ["limescale", "Limescale (2)"]]],
        ["Words", [["hum", "Hum (1)"]]],
        ["Other subjects", [["lid", "The lid (3)"]]],
    ]


def test_a_subject_that_is_cause_and_word_is_offered_once(small):
    word = small.glossary["hum"].model_copy(update={"id": "boiling"})
    both = replace(small, glossary=small.glossary | {"boiling": word})
    offered = [value for _, found in Ledger(both).choices()["subjects"] for value, _ in found]
    assert sorted(offered) == ["boiling", "hum", "lid", "limescale"]


def test_the_page_stays_small_with_all_claims(small):
    ledger = Ledger(many(small))
    assert len(ledger.rows) == ALL
    assert len(ledger.page().encode()) < 240_000
    assert len(ledger.words()) < 2_000


def test_what_is_sent_is_packed(small):
    ledger = Ledger(many(small))
    assert len(ledger.live.ledger) < len(json.dumps(sent(ledger))) / 3
    assert sent(ledger) == {"rows": ledger.rows, "choices": ledger.choices()}


def test_hostile_texts_stay_text(small, attacked):
    harmless, page = Page(Ledger(small).page()), Page(Ledger(attacked).page())
    assert page.elements == harmless.elements
    assert active_parts(Ledger(attacked).page()) == []
    for row in rows(attacked):
        assert row["claim"].endswith(HOSTILE)
        assert row["claim"] in page.text
        assert row["correction"] is None or row["correction"] in page.text


def test_the_saved_page_keeps_no_live_view(small):
    faces, kept = Ledger(small)._repr_mimebundle_()
    assert {"text/html", "text/plain"} <= set(faces)
    assert kept == {}


def test_the_same_page_twice_to_the_byte(small):
    assert Ledger(small).page() == Ledger(small).page()
    assert Ledger(small).words() == Ledger(small).words()
