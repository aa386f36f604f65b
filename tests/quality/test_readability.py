"""The reading level: counted by hand where that is possible."""

import pytest

from liptwitch.science.readability import (
    grade,
    grade_by_lines,
    grade_by_stops,
    sentences,
    syllables,
    words,
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("lip", 1), ("the", 1), ("face", 1), ("muscle", 2), ("tremor", 2), ("moved", 1),
        ("twitches", 2), ("started", 2), ("nerves", 1), ("little", 2), ("fasciculation", 5),
        ("synkinesis", 4), ("don't", 1), ("cause", 1), ("whole", 1), ("eye", 1), ("causes", 2),
        ("seizure", 2), ("Hertz", 1), ("muscles", 2), ("rhythm", 1), ("see", 1), ("agree", 2),
    ],
)  # fmt: skip
def test_syllables(word, count):
    # “rhythm” is one short by this count; a few such words do not move a page's grade.
    assert syllables(word) == count


def test_a_sentence_whose_level_is_known():
    """13 words, counted as 24 syllables: 11.3."""
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert len(words(text)) == 13
    assert sum(map(syllables, words(text))) == 24
    assert grade(text) == pytest.approx(11.3, abs=0.05)


def test_the_formula():
    """Two sentences of two words, one syllable each: 0.39 * 2 + 11.8 - 15.59."""
    assert grade("Lips jump. Lips stop.") == pytest.approx(-3.01)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four…", 4),
        ("It has 0.5 of it, or 3.5 times more.", 1),
        ("“What is it?” she asked.", 2),
        ("He said: “Stop.” Then he left.", 2),
        ("A heading\n\nA sentence.", 2),
        ("One line\nruns on here.", 1),
        ("1. 2. 3.", 0),
        ("", 0),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text)) == count


def test_longer_sentences_and_words_are_harder():
    easy = "The lip jumps. It stops. It jumps again."
    assert grade(easy) < grade(easy.replace(".", ",")) < grade(easy.replace("jumps", "oscillates"))


def test_a_text_without_words_has_no_level():
    with pytest.raises(ValueError, match="without words"):
        grade("1, 2, 3.")


BULLETS = "What helps\nRest\nSleep well and drink enough water every day."


def test_every_line_is_a_sentence_or_only_a_full_stop_ends_one():
    assert grade_by_lines(BULLETS) == grade(BULLETS.replace("\n", ".\n"))
    assert grade_by_stops(BULLETS) == grade(BULLETS.replace("\n", " "))


def test_headings_and_bullets_make_a_page_look_easier_by_lines():
    assert grade_by_lines(BULLETS) < grade_by_stops(BULLETS)
