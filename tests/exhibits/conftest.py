"""The small course as it is, and with a text in every field that tries to be more than text."""

import json
import re

import pytest
from small_data import ORIGINAL, copy_to

from liptwitch.content.loading import load

HOSTILE = ' <script>alert(1)</script>"><img src=x onerror=alert(2)> & &amp; {{ 7*7 }} \'one\' "two"'

SPOKEN = {
    "text", "stem", "take_home", "feedback", "left", "right", "too_low", "too_high", "unit",
    "title", "question", "name", "plain", "definition", "claim", "mechanism", "looks", "ask",
    "family", "literal", "publisher", "container-title",
    "condition", "no_condition", "no_sign", "who", "chosen", "says", "caution",
    "story", "why", "reason", "action", "how", "place", "patient", "gp", "return_rule",
}  # fmt: skip
"""The keys whose values are free text."""


@pytest.fixture(scope="session")
def small():
    """The small course."""
    return load(ORIGINAL)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The small course with a hostile end on every free text and every address."""
    folder = copy_to(tmp_path_factory.mktemp("hostile"))
    for path in folder.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'^([a-z_]+) = (".*")$', _hostile_line, text, flags=re.M), "utf-8")
    references = json.loads((folder / "references.json").read_text(encoding="utf-8"))
    (folder / "references.json").write_text(json.dumps(_hostile_json(references)), "utf-8")
    return load(folder)


def _hostile_line(line: re.Match) -> str:
    key, value = line[1], json.loads(line[2])
    return f"{key} = {json.dumps(value + HOSTILE)}" if key in SPOKEN else line[0]


def _hostile_json(value):
    if isinstance(value, list):
        return [_hostile_json(part) for part in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _hostile_json(part) for key, part in value.items()}
    for key in changed.keys() & SPOKEN:
        changed[key] += HOSTILE
    if "URL" in changed:
        changed["URL"] += '/"onmouseover="alert(3)'
    return changed


def spoken(value, key: str = "") -> list[str]:
    """Every free text in plain data, however deep."""
    if isinstance(value, dict):
        return [text for name, part in value.items() for text in spoken(part, name)]
    if isinstance(value, list):
        return [text for part in value for text in spoken(part, key)]
    told = SPOKEN | {"label", "objective", "words", "not", "sources"}
    return [value] if key in told and isinstance(value, str) else []
