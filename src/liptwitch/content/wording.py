"""Errors in a teacher's words: what is wrong with a value, and what to write instead."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError

from liptwitch.content.errors import Problem

_PATTERNS = {
    r"^M[1-9][0-9]*$": "a code such as M13",
    r"^S[0-4]-[0-9]{3}$": "a claim's id such as S0-012",
    r"^00[0-4]$": "an article's number, 000 to 004",
    r"^[0-9]{2}$": "a lesson's number in two figures, such as 01",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and figures, joined by single hyphens",
}

_LONGEST_SHOWN = 60
"""Of a longer text an error shows the beginning only."""

_MOST_NAMED = 12
"""Of a longer list an error names the entries most like what was written."""


def problems_of(
    error: ValidationError, model: type[BaseModel], file: str, record: str
) -> Iterator[Problem]:
    """One :class:`Problem` for each thing that is wrong in a record, without its mere echoes.

    A misspelt key is not missing too, and a list does not lack the entries that are faulty.
    """
    found = error.errors(include_url=False)
    places = [one["loc"] for one in found]
    meant = {_meant(one, model) for one in found if one["type"] == "extra_forbidden"}
    for one in found:
        place = one["loc"]
        is_misspelt = one["type"] == "missing" and place in meant
        has_faulty_entries = any(
            len(other) > len(place) and other[: len(place)] == place for other in places
        )
        if is_misspelt or has_faulty_entries:
            continue
        yield Problem(file, record, " ".join(_part(part) for part in place), _sentence(one, model))


def instead(written: str, known: Iterable[str]) -> str:
    """A hint on what may have been meant: the one nearest key or id, or those there are."""
    names = list(known)
    if near := get_close_matches(written, names, n=1):
        return f"did you mean “{near[0]}”?"
    if len(names) <= _MOST_NAMED:
        return f"known are: {', '.join(names)}" if names else "there are none yet"
    most_alike = get_close_matches(written, names, n=_MOST_NAMED, cutoff=0)
    return f"known are: {', '.join(most_alike)} …"


def shown(value: object) -> str:
    """A value as it looks in the file, cut if it is long."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"“{_cut(value)}”"
        case list() | tuple():
            return "a list in square brackets"
        case dict():
            return "a record of its own"
        case None:
            return "nothing"
        case _:
            return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _meant(error: dict, model: type[BaseModel]) -> tuple[str | int, ...]:
    """The place of the known key that an unknown one is most like; itself where none is."""
    *above, key = error["loc"]
    near = get_close_matches(str(key), _keys(_record_at(model, above)), n=1)
    return (*above, *(near or [key]))


def _part(part: str | int) -> str:
    """A position in a list is counted from 1, as people do."""
    return str(part + 1) if isinstance(part, int) else part


def _sentence(error: dict, model: type[BaseModel]) -> str:
    context = error.get("ctx", {})
    given = shown(error.get("input"))
    match error["type"]:
        case "missing":
            return "is missing; add it, every record of this kind needs it"
        case "extra_forbidden":
            *above, key = error["loc"]
            hint = instead(str(key), _keys(_record_at(model, above)))
            return f"is not a key that the course knows here; {hint}"
        case "enum" | "literal_error":
            return f"is {given}; it must be one of: {_choices(context['expected'])}"
        case "string_too_short":
            return "is empty; write something, or leave the whole line out if it may be left out"
        case "string_pattern_mismatch":
            return f"is {given}; it must be {_PATTERNS[context['pattern']]}"
        case "string_type" | "string_unicode":
            return f"is {given}; it must be text in quotation marks"
        case "bool_type":
            return f"is {given}; it must be true or false, without quotation marks"
        case "float_type" | "finite_number":
            return f"is {given}; it must be a number, without quotation marks"
        case "int_type" | "int_parsing":
            return f"is {given}; it must be a whole number, without quotation marks"
        case "tuple_type" | "list_type":
            return f"is {given}; it must be a list in square brackets, even of one"
        case "model_type":
            return f"is {given}; it must be a record with keys of its own"
        case "too_short":
            there = context["actual_length"]
            return f"needs at least {context['min_length']}, and there are {there}; add to it"
        case "too_long":
            there = context["actual_length"]
            return f"may have at most {context['max_length']}, and there are {there}; take some out"
        case "greater_than_equal":
            return f"is {given}; it must be {_plain(context['ge'])} or more"
        case "greater_than":
            return f"is {given}; it must be more than {_plain(context['gt'])}"
        case "less_than_equal":
            return f"is {given}; it must be {_plain(context['le'])} or less"
        case "less_than":
            return f"is {given}; it must be less than {_plain(context['lt'])}"
        case kind if kind.startswith("url_"):
            return f"is {given}; it must be a web address that begins with https:// or http://"
        case kind if kind.startswith(("date_", "datetime_")):
            return f"is {given}; it must be a date such as 2026-11-20"
        case "value_error":
            return str(context["error"])
        case _:
            return f"is {given}; that is not what the course expects here"


def _record_at(model: type[BaseModel], place: Iterable[str | int]) -> type[BaseModel]:
    """The model of the record that stands at a place inside another."""
    for part in place:
        if isinstance(part, str):
            model = _record_in(_keys(model)[part])
    return model


def _record_in(annotation: object) -> type[BaseModel] | None:
    """The model that a type such as ``tuple[Option, ...]`` is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)


def _keys(model: type[BaseModel]) -> dict[str, object]:
    """The keys of a record as the files write them, with their types."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _choices(expected: str) -> str:
    """``'a', 'b' or 'c'`` with quotation marks that a comma inside a choice cannot break."""
    return ", ".join(f"“{choice}”" for choice in re.findall(r"'([^']*)'", expected))


def _plain(number: float) -> str:
    return f"{number:g}"
