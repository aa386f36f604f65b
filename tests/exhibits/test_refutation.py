"""Refutation cards: the verdict stands beside the claim, and every field is seen."""

import pytest
from small_data import course_with

from liptwitch.content.errors import NotInCourse
from liptwitch.content.misconceptions import Verdict
from liptwitch.exhibits.refutation import Refutation

FILE = "misconceptions.toml"
CHANGES = {
    "claim": (FILE, "The lid hums.", "The lid sings."),
    "claim ids": (FILE, '"S1-002"', '"S1-002", "S1-003"'),
    "verdict": (FILE, '"not so"', '"right"'),
    "mechanism": (FILE, "only trembles", "only shakes"),
    "references": (FILE, '["steam-2001"]', '["spout-1999"]'),
}
CONFIDENCE = (FILE, 'confidence = "low"', 'confidence = "high"')


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = Refutation(small, "M1"), Refutation(course_with(tmp_path, edit), "M1")
    assert before.page() != after.page()
    assert before.words() != after.words()


def test_another_confidence_is_seen_on_the_page(tmp_path, small):
    after = Refutation(course_with(tmp_path, CONFIDENCE), "M1")
    assert Refutation(small, "M1").page() != after.page()


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_sign_of_its_own_beside_its_words(tmp_path, verdict):
    card = Refutation(course_with(tmp_path, (FILE, '"not so"', f'"{verdict}"')), "M1")
    line = f"{card.values['sign']} {verdict.capitalize()}."
    assert line in card.page()
    assert line in card.words()


def test_the_signs_differ(tmp_path, small):
    right = course_with(tmp_path, (FILE, '"not so"', '"right"'))
    signs = {Refutation(small, code).values["sign"] for code in ("M1", "M2")}
    assert len(signs | {Refutation(right, "M1").values["sign"]}) == 3


def test_no_claim_stands_without_its_verdict(small):
    for face in (Refutation(small, "M1").page(), Refutation(small, "M1").words()):
        claim, verdict, mechanism = map(face.index, ("The lid hums.", "Not so.", "The floor hums"))
        assert claim < verdict < mechanism


def test_an_unknown_code_says_which_there_are(small):
    with pytest.raises(NotInCourse, match="M1, M2"):
        Refutation(small, "M3")
