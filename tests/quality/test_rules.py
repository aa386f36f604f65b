"""Each rule is broken once and sees it; the small course keeps those that it can keep."""

import pytest
import rules
from small_data import ORIGINAL, course_with

QUIZ = "quizzes/00.toml"
PAGE = "lessons/00-the-kettle.md"
HEADING = "## What hums\n"
DRAWN_OUT = "ununderstandable institutional considerations " * 12 + "\n\n"
NOT_FOR_FIVE_ITEMS = {"keys_spread_over_the_letters", "mostly_application", "enough_items"}
EXTRA_OPTION = (
    '[[item.option]]\ntext = "{}"\ncorrect = false\nfeedback = "Nobody knows why it is here."\n'
)
FIRST_OPTION = '[[item.option]]\ntext = "The wall"'

# rule: an edit of the small course that breaks it
BREAKS = {
    "three_or_four_options": (
        QUIZ, FIRST_OPTION,
        EXTRA_OPTION.format("Ink") + EXTRA_OPTION.format("Oak") + FIRST_OPTION,
    ),
    "options_of_like_length": (
        QUIZ, '"The handle"', '"The handle, which somebody fixed there a long time ago"'
    ),
    "no_catch_all_option": (QUIZ, '"The handle"', '"All of the above"'),
    "no_negative_question": (QUIZ, "Which part began?", "Which part did not begin?"),
    "every_objective_is_asked_for": None,
    "feedback_explains": (QUIZ, '"The lid joins in late."', '"Not so, no."'),
    "one_sentence_to_take_home": (QUIZ, "The floor of a kettle hums first.", "One. Two."),
    "medical_items_cite": (QUIZ, 'references = ["steam-2001"]\n', ""),
    "prose_is_easy_to_read": (PAGE, HEADING, HEADING + "\n" + DRAWN_OUT),
    "questions_are_easy_to_read": (QUIZ, "A kettle hums on the stove.", DRAWN_OUT.strip() + "."),
    "no_sentence_is_very_long": (PAGE, HEADING, HEADING + "\n" + "a b " * 13 + "end.\n"),
    "sentences_are_mostly_short": (PAGE, HEADING, HEADING + ("\n" + "a b " * 10 + "end.\n") * 9),
    "paragraphs_are_short": (
        PAGE, HEADING, HEADING + "\n" + "It hums and it hums and it hums on the stove. " * 4 + "\n"
    ),
}  # fmt: skip


def complaints(rule: str, course) -> list[str]:
    return list(getattr(rules, rule)(course))


@pytest.mark.parametrize("rule", [one.__name__ for one in rules.RULES])
def test_a_rule_says_nothing_where_it_is_kept(tmp_path, rule):
    if rule not in NOT_FOR_FIVE_ITEMS:
        assert complaints(rule, course_with(tmp_path)) == []


@pytest.mark.parametrize("rule", [rule for rule, edit in BREAKS.items() if edit])
def test_a_rule_that_is_broken_is_seen_where(tmp_path, rule):
    [complaint] = complaints(rule, course_with(tmp_path, BREAKS[rule]))
    assert complaint.startswith(("00-try-", "lesson 00", "9 of"))


def test_every_rule_is_broken_here():
    names = {rule.__name__ for rule in rules.RULES}
    assert names == BREAKS.keys() | NOT_FOR_FIVE_ITEMS


def many_single_items(keys: str, level: str) -> tuple[str, str, str]:
    """An edit that adds single items with these keys to the small course."""
    added = "".join(
        f'[[item]]\nid = "00-more-{place}"\nquiz = "00-try"\nkind = "single"\n'
        f'objective = "00-sort"\nbloom = "{level}"\nstem = "Which?"\ntake_home = "That."\n'
        + "".join(
            f'[[item.option]]\ntext = "{letter}"\ncorrect = {str(letter == key).lower()}\n'
            f'feedback = "It is {letter}, and so on."\n'
            for letter in "abc"
        )
        for place, key in enumerate(keys)
    )
    last = (ORIGINAL / QUIZ).read_text(encoding="utf-8").splitlines()[-1]
    return QUIZ, last, last + "\n" + added


def test_keys_at_one_letter_are_seen(tmp_path):
    """With the one that is there, at B: 6 of 11 at A are too many, 5 of 11 are not."""
    spread, crowded = tmp_path / "spread", tmp_path / "crowded"
    fine = course_with(spread, many_single_items("aaaaabbccc", "apply"))
    bad = course_with(crowded, many_single_items("aaaaaabccc", "apply"))
    assert complaints("keys_spread_over_the_letters", fine) == []
    assert complaints("keys_spread_over_the_letters", bad) == ["lesson 00: 6 of 11 keys are at A"]


def test_too_little_application_is_seen(tmp_path):
    """4 of the 6 items apply; with one that only remembers it is 4 of 7."""
    assert complaints("mostly_application", course_with(tmp_path / "fine")) == []
    bad = course_with(tmp_path / "bad", many_single_items("a", "remember"))
    assert complaints("mostly_application", bad) == ["lesson 00: 4 of 7 items"]


def test_a_demonstration_is_not_counted(tmp_path):
    edits = [
        (QUIZ, 'role = "lesson-quiz"', 'role = "demonstration"'),
        (QUIZ, 'references = ["spout-1999"]\nanswer', "answer"),
    ]
    course = course_with(tmp_path, *edits)
    assert complaints("mostly_application", course) == ["lesson 00: 2 of 4 items"]
    assert complaints("medical_items_cite", course) == []


def test_too_few_items_are_seen(tmp_path, monkeypatch):
    course = course_with(tmp_path)
    monkeypatch.setattr(rules, "LEAST_ITEMS", {"00": 7})
    assert complaints("enough_items", course) == ["lesson 00 has 6 items; it is to have 7"]
    monkeypatch.setattr(rules, "LEAST_ITEMS", {"00": 6})
    assert complaints("enough_items", course) == []


def test_an_objective_that_nothing_asks_for_is_seen(tmp_path):
    course = course_with(tmp_path)
    del course.items["00-try-parts"]
    assert complaints("every_objective_is_asked_for", course) == ["nothing asks for 00-name"]


def test_two_explanations_that_are_the_same_are_seen(tmp_path):
    same = (QUIZ, "The lid joins in late.", "Bubbles burst at the floor.")
    assert complaints("feedback_explains", course_with(tmp_path, same)) == [
        "00-try-lid: two explanations are the same"
    ]


@pytest.mark.parametrize(
    ("stem", "is_negative"),
    [
        ("Which of these is NOT a sign?", True),
        ("Which part doesn't hum?", True),
        ("All but one hum; which is false?", True),
        ("Everything hums except what?", True),
        ("It does not hurt. What is it?", False),
        ("Which part hums?", False),
    ],
)
def test_what_a_negative_question_is(tmp_path, stem, is_negative):
    edit = (QUIZ, "Which parts touch water?", stem)
    assert bool(complaints("no_negative_question", course_with(tmp_path, edit))) is is_negative


def test_only_prose_is_read():
    prose = (
        "# Title\n\nOne [@a-1; @b-2] and **two**\nlines. {{emergency}}\n\n| a | b |\n|---|---|\n\n"
        "```python\nshow.quiz('x')\n```\n\n- first [link](https://example.org)\n- second\n\n"
        "1. third\n\n> quoted\n\n**Runs in.** After it.\n"
    )
    assert rules.paragraphs(prose) == [
        "One and two lines.", "first link", "second", "third", "quoted", "Runs in.", "After it.",
    ]  # fmt: skip
