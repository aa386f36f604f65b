"""Words found by their beginnings."""

import pytest

from liptwitch.science.patterns import recognised


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("Her lip is numb.", "numb", ["numb"]),
        ("NUMBNESS", "numb", ["numbness"]),
        ("It went renumbered.", "numb", []),
        ("the lip", "lip", ["lip"]),
        ("the lips", "lip", []),
        ("slipped", "lip", []),
        ("for three\n weeks", "three week", ["three weeks"]),
        ("she can’t", "can't", ["can't"]),
        ("3 weeks, 13 weeks", "3 week", ["3 weeks"]),
        ("a (left) side", "(left", ["(left"]),
        ("side? side!", "side", ["side"]),
    ],
)
def test_a_pattern(text, pattern, found):
    assert recognised(text, [pattern]) == found


def test_words_come_in_their_order_and_each_once():
    assert recognised("numb lip, then a numb chin", ["chin", "numb", "lip"]) == [
        "numb",
        "lip",
        "chin",
    ]
