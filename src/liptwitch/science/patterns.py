"""Words and beginnings of words that a program can find in what somebody wrote.

It finds words, not what is meant: it can miss a good wording and be fooled by a bad one. The page
has a twin of it (static/case_scoring.js); a test holds the two together.
"""

import re
from collections.abc import Iterable

WHOLE_WORD = 3
"""A pattern of up to so many letters is a whole word; a longer one is how a word begins."""


def recognised(text: str, patterns: Iterable[str]) -> list[str]:
    """What of a text fits any of the patterns: the words themselves, in their order, each once."""
    found = {
        match.start(): match[0]
        for pattern in patterns
        for match in re.finditer(_expression(pattern), plain(text), re.IGNORECASE)
    }
    return list(dict.fromkeys(found[place].lower() for place in sorted(found)))


def plain(text: str) -> str:
    """A text with straight apostrophes and single spaces, as patterns expect it."""
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


def _expression(pattern: str) -> str:
    words = plain(pattern)
    end = r"(?![a-z0-9])" if len(words) <= WHOLE_WORD else r"[a-z0-9]*"
    return rf"(?<![a-z0-9]){re.escape(words)}{end}"
