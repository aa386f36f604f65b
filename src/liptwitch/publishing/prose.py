"""The two shorthands of a lesson's prose: citations and the course's fixed texts.

``[@leite-2014]`` or ``[@a; @b]`` becomes short linked labels in round brackets.
``{{disclaimer}}`` and ``{{emergency}}`` become the texts of ``course.toml``.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from liptwitch.content.course import Course
from liptwitch.content.errors import ContentError, Problem
from liptwitch.content.lessons import CITATION, Lesson, citations
from liptwitch.content.references import Reference

FIXED_TEXT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_MEANT_AS_CITATION = re.compile(r"\[@[^\]]*\]?")
_FENCE = re.compile(r"^\s*(```|~~~)")
_LONGEST_LABEL = 48


def expanded(course: Course, lessons: Iterable[Lesson]) -> list[tuple[Lesson, str]]:
    """Lessons with their prose, shorthands written out.

    Raises :class:`ContentError` with every shorthand of every lesson that cannot be.
    """
    fixed = {
        "disclaimer": course.general.disclaimer,
        "emergency": course.general.emergency_numbers,
        "help": course.general.help,
    }
    texts: list[tuple[Lesson, str]] = []
    problems: list[Problem] = []
    for lesson in lessons:
        file = f"lessons/{lesson.stem}.md"
        text, found = expand(course.prose[lesson.id], file, course.references, fixed)
        texts.append((lesson, text))
        problems += found
    if problems:
        raise ContentError(problems)
    return texts


def expand(
    text: str, file: str, references: Mapping[str, Reference], fixed: Mapping[str, str]
) -> tuple[str, list[Problem]]:
    """The prose with its shorthands written out, and everything that could not be.

    ``file`` names the lesson's file in the problems. Code (between fences) is left alone.
    """
    problems: list[Problem] = []
    lines = []
    in_code = False
    for number, line in enumerate(text.split("\n"), start=1):
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            where = f"line {number}"
            messages: list[str] = []
            line = _with_citations(line, references, messages)
            line = _with_fixed_texts(line, fixed, messages)
            problems += [Problem(file, where, "", message) for message in messages]
        lines.append(line)
    return "\n".join(lines), problems


def label(reference: Reference) -> str:
    """A reference's short label as a Markdown link, shortened at a word if it is long."""
    text = reference.label
    if len(text) > _LONGEST_LABEL:
        text = text[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    text = re.sub(r"([\\\[\]*_`<])", r"\\\1", text)
    address = str(reference.url).replace("(", "%28").replace(")", "%29")
    return f"[{text}]({address})"


def _with_citations(line: str, references: Mapping[str, Reference], messages: list[str]) -> str:
    def written_out(match: re.Match[str]) -> str:
        if not CITATION.fullmatch(match[0]):
            messages.append(
                f"“{match[0]}” is not a citation. Write [@some-id], or [@one-id; @another-id]."
            )
            return match[0]
        ids = citations(match[0])
        unknown = [one for one in ids if one not in references]
        messages.extend(_unknown("reference", one, references) for one in unknown)
        return match[0] if unknown else "(" + "; ".join(label(references[i]) for i in ids) + ")"

    return _MEANT_AS_CITATION.sub(written_out, line)


def _with_fixed_texts(line: str, fixed: Mapping[str, str], messages: list[str]) -> str:
    def written_out(match: re.Match[str]) -> str:
        if match[1] not in fixed:
            messages.append(_unknown("fixed text", match[1], fixed))
            return match[0]
        return fixed[match[1]]

    return FIXED_TEXT.sub(written_out, line)


def _unknown(kind: str, asked: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(asked, known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"There is no {kind} “{asked}”.{hint}"
