"""Validation errors in a teacher's words."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from liptwitch.content.errors import Problem

_PATTERNS = {
    r"^M[1-9][0-9]*$": "a code such as M13",
    r"^S[0-4]-[0-9]{3}$": "a claim's id such as S0-012",
    r"^[0-9]{2}$": "a lesson's number in two figures, such as 01",
}


def problems_of(error: ValidationError, model: type[BaseModel], file: str, record: str):
    """One :class:`Problem` for each thing that pydantic found wrong in a record."""
    known = [field.alias or name for name, field in model.model_fields.items()]
    for one in error.errors(include_url=False):
        place = [_part(part) for part in one["loc"]]
        yield Problem(file, record, " ".join(place), _sentence(one, known))


def _part(part: str | int) -> str:
    """A position in a list is counted from 1, as people do."""
    return str(part + 1) if isinstance(part, int) else part


def _sentence(error: dict, known: list[str]) -> str:
    context = error.get("ctx", {})
    given = error.get("input")
    match error["type"]:
        case "missing":
            return "is missing; every record of this kind needs it"
        case "extra_forbidden":
            return _unknown_key(str(error["loc"][-1]), known)
        case "enum" | "literal_error":
            return f"is “{given}”; it must be one of: {_plain_list(context['expected'])}"
        case "string_too_short":
            return "is empty; write something, or leave the whole line out if it may be left out"
        case "string_pattern_mismatch":
            wanted = _PATTERNS.get(
                context["pattern"], "small letters and figures, joined by single hyphens"
            )
            return f"is “{given}”; it must be {wanted}"
        case "string_type":
            return f"must be text in quotation marks, not {given!r}"
        case "bool_type" | "bool_parsing":
            return f"must be true or false, not {given!r}"
        case "float_type" | "float_parsing" | "int_type" | "int_parsing" | "int_from_float":
            return f"must be a number, not {given!r}"
        case "too_short":
            return f"needs at least {context['min_length']}; there are {context['actual_length']}"
        case "too_long":
            return f"may have at most {context['max_length']}; there are {context['actual_length']}"
        case "greater_than_equal" | "greater_than":
            bound = context.get("ge", context.get("gt"))
            return f"is {given}; it must be {bound} or more"
        case "less_than_equal" | "less_than":
            bound = context.get("le", context.get("lt"))
            return f"is {given}; it must be {bound} or less"
        case "value_error":
            return str(context["error"])
        case _:
            return f"{error['msg']} (it is {given!r})"


def _unknown_key(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"known are: {', '.join(known)}"
    return f"is not a key that the course knows; {hint}"


def _plain_list(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")
