"""How hard a text is to read: the Flesch-Kincaid grade level, and what it is counted from."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’')]*\s+|(?<=[.!?…][”\"’')])\s+|\s*\n\s*\n\s*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeioul]|[aeiour]l)e$|[^aeioucgsxzhl]es$|[^aeioutd]ed$")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade level: years of schooling in the United States.

    ``0.39 · words per sentence + 11.8 · syllables per word − 15.59``, from Kincaid, Fishburne,
    Rogers and Chissom, “Derivation of new readability formulas”, Naval Technical Training
    Command, Research Branch Report 8-75 (1975). Raises ValueError for a text without words.
    """
    counted = [len(words(sentence)) for sentence in sentences(text)]
    if not counted:
        raise ValueError("a text without words has no reading level")
    syllable_count = sum(map(syllables, words(text)))
    return 0.39 * sum(counted) / len(counted) + 11.8 * syllable_count / sum(counted) - 15.59


def grade_by_lines(text: str) -> float:
    """The grade level with every line, a heading or a bullet too, as a sentence of its own."""
    return grade("\n\n".join(text.splitlines()))


def grade_by_stops(text: str) -> float:
    """The grade level with sentences that end at full stops alone, however the lines break."""
    return grade(" ".join(text.split()))


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; an empty line ends one too."""
    return [part.strip() for part in _SENTENCE_END.split(text) if words(part)]


def words(text: str) -> list[str]:
    """The words of a text; figures are none, and “don't” is one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, less a silent e."""
    lower = word.lower()
    return max(1, len(_VOWELS.findall(lower)) - bool(_SILENT.search(lower)))
