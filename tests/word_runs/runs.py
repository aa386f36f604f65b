"""Runs of words, and how they are hashed.

The course is made from five articles and the comments under one of them, and copies none of their
wording. The tests must show that without holding the texts: they hold hashes of every run of words.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ARTICLE_RUN = 6
"""Words in a row that no article and no file of the course may share."""

COMMENT_RUN = 5
"""The same for reader comments: shorter, because they are people's own words."""

_SALT = b"liptwitch word runs"  # so that lists of hashed phrases made elsewhere do not open ours
_BYTES = 6
"""Kept of each hash. A million runs against 15,000 hashes of 48 bits meet by chance once in
20,000 projects: a hit is a copy, or a common phrase."""

_WORD = re.compile(r"\b[a-z]+(?:'[a-z]+)*\b")  # not the letter of a code such as S1-005
_TAG = re.compile(r"<[^<>]*>")


class Word(NamedTuple):
    """A word in small letters, and the line on which it stands."""

    text: str
    line: int


def words(text: str) -> list[Word]:
    """The words of a text; figures and marks are not words and do not part two words."""
    straight = text.lower().replace("\u2019", "'").replace("\u2018", "'")
    return [
        Word(found[0], number)
        for number, line in enumerate(straight.splitlines(), start=1)
        for found in _WORD.finditer(line)
    ]


def hashes(texts: list[str], length: int) -> Iterator[str]:
    """The hash of each run of ``length`` words."""
    for start in range(len(texts) - length + 1):
        run = " ".join(texts[start : start + length])
        digest = hashlib.blake2b(run.encode(), digest_size=_BYTES, key=_SALT).digest()
        yield base64.b64encode(digest).decode()


def text_of(path: Path) -> str:
    """What a reader finds in a file; empty for a picture. Of JSON, all strings without mark-up."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    if path.suffix in (".ipynb", ".json"):
        text = "\n".join(_strings(json.loads(text)))
        text = html.unescape(_TAG.sub(" ", text))
    return text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield "".join(value)  # a notebook keeps a text as its lines
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
