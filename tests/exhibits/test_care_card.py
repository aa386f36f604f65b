"""The care card: each field is in its data, its HTML and its words; the number to call too."""

import json

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.care_card import NOT_ENOUGH, care_card, care_card_html, care_card_words

FILE = "care_cards.toml"
EDITS = {
    "title": ("Ask about the kettle today", "Ask about it today"),
    "action": ("Call the shop.", "Ring the shop."),
    "when": ("Before it closes.", "Before noon."),
    "country": ("Kettleland", "Potland"),
    "how": ("The shop round the corner.", "The shop in town."),
    "not to do": ("Do not shake it.", "Do not drop it."),
    "return rule": ("turn it off.", "cool it down."),
    "patient": ("Say how it hums.", "Say how loud it hums."),
    "doctor": ("Look into the spout.", "Look under the lid."),
}


def faces(course, level=Urgency.SAME_DAY) -> list[str]:
    card = care_card(course, level)
    return [json.dumps(card), care_card_html(card), care_card_words(card)]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_field_is_on_all_faces(small, tmp_path, edit):
    changed = faces(course_with(tmp_path, (FILE, *edit)))
    for before, after in zip(faces(small), changed, strict=True):
        assert before != after
        assert edit[1] in after


def test_an_emergency_is_called_by_the_numbers_of_the_course(small, tmp_path):
    where = care_card(small, Urgency.EMERGENCY)["where"]
    assert [(one["place"], one["how"]) for one in where] == [
        (one.where, f"Call {one.number}.") for one in small.general.emergency
    ]
    moved = faces(course_with(tmp_path, ("course.toml", '"001"', '"007"')), Urgency.EMERGENCY)
    assert all("007" in face for face in moved)


def test_levels_differ_in_words_and_in_sign(small):
    cards = [care_card(small, level) for level in Urgency]
    for key in ("level", "name", "step", "title", "sign"):
        assert len({card[key] for card in cards}) == len(Urgency)
    assert cards[0]["step"] == "step 5 of 5"


def test_a_rule_may_ask_for_something_more_exact(small):
    card = care_card(small, Urgency.SAME_DAY, "Take the kettle off.")
    assert card["action"] == "Take the kettle off."
    assert "Take the kettle off." in care_card_html(card)


def test_not_enough_is_not_harmless(small):
    card = care_card(small, None)
    assert card is NOT_ENOUGH
    for face in (care_card_html(card), care_card_words(card)):
        assert "Not enough to say" in face
        assert "Look again" not in face


def test_a_hostile_card_is_text(hostile):
    for level in Urgency:
        html = care_card_html(care_card(hostile, level))
        assert active_parts(html) == []
        assert hostile.care_card(level.value).action in Page(html).text
