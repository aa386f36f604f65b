"""The two shorthands of a lesson's prose: citations and the course's fixed texts.

``[@leite-2014]`` or ``[@a; @b]`` becomes short linked labels in round brackets.
``{{disclaimer}}``, ``{{emergency}}`` and ``{{help}}`` become the texts of ``course.toml``.
Code between fences holds neither.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from liptwitch.content.course import Course, Page
from liptwitch.content.errors import ContentError, Problem
from liptwitch.content.references import Reference
from liptwitch.content.wording import instead

_CITATION = re.compile(r"\[@[a-z0-9-]+(?:; ?@[a-z0-9-]+)*\]")
_MEANT_AS_CITATION = re.compile(r"\[@[^\]]*\]?")
_CITED_ID = re.compile(r"@([a-z0-9-]+)")
_FIXED_TEXT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_FENCE = re.compile(r"^\s*(```|~~~)")
_LONGEST_LABEL = 48


def citations(text: str) -> list[str]:
    """The reference ids that a text cites, in the order of their first mention."""
    ids = (
        one
        for _, line, is_code in _lines(text)
        if not is_code
        for group in _CITATION.findall(line)
        for one in _CITED_ID.findall(group)
    )
    return list(dict.fromkeys(ids))


def problems_in(
    text: str, file: str, references: Collection[str] | None, fixed: Collection[str] | None
) -> Iterator[Problem]:
    """Every shorthand of a lesson's prose that cannot be written out, with its line.

    ``references`` and ``fixed`` are the ids and names that there are; ``None`` where that is not
    known, because their file could not be read.
    """
    for number, line, is_code in _lines(text):
        if not is_code:
            where = f"line {number}"
            for message in (*_in_citations(line, references), *_in_fixed_texts(line, fixed)):
                yield Problem(file, where, "", message)


def expanded(course: Course, pages: Iterable[Page]) -> list[tuple[Page, str]]:
    """Pages with their prose, shorthands written out.

    A course from :func:`liptwitch.content.loading.load` has nothing wrong in its prose; for any
    other this raises :class:`ContentError` with every shorthand that cannot be written out.
    """
    chosen = list(pages)
    fixed = course.general.fixed_texts
    problems = [
        problem
        for page in chosen
        for problem in problems_in(page.prose, page.file, course.references, fixed)
    ]
    if problems:
        raise ContentError(problems)
    return [(page, _expand(page.prose, course.references, fixed)) for page in chosen]


def label(reference: Reference) -> str:
    """A reference's short label as a Markdown link, shortened at a word if it is long."""
    text = reference.label
    if len(text) > _LONGEST_LABEL:
        text = text[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    text = re.sub(r"([\\\[\]*_`<])", r"\\\1", text)
    address = str(reference.url).replace("(", "%28").replace(")", "%29")
    return f"[{text}]({address})"


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each line with its number, and whether it is code or the fence around it."""
    in_code = False
    for number, line in enumerate(text.split("\n"), start=1):
        is_fence = _FENCE.match(line) is not None
        yield number, line, in_code or is_fence
        in_code ^= is_fence


def _in_citations(line: str, references: Collection[str] | None) -> Iterator[str]:
    for written in _MEANT_AS_CITATION.findall(line):
        if not _CITATION.fullmatch(written):
            yield f"“{written}” is not a citation; write [@some-id], or [@one-id; @another-id]"
        elif references is not None:
            for one in citations(written):
                if one not in references:
                    hint = instead(one, references)
                    yield f"cites “{one}”, which references.json does not have; {hint}"


def _in_fixed_texts(line: str, fixed: Collection[str] | None) -> Iterator[str]:
    for name in _FIXED_TEXT.findall(line):
        if fixed is not None and name not in fixed:
            yield f"there is no fixed text “{name}”; {instead(name, fixed)}"


def _expand(text: str, references: Mapping[str, Reference], fixed: Mapping[str, str]) -> str:
    def linked(match: re.Match[str]) -> str:
        return f"({'; '.join(label(references[one]) for one in citations(match[0]))})"

    def written_out(line: str) -> str:
        return _FIXED_TEXT.sub(lambda match: fixed[match[1]], _CITATION.sub(linked, line))

    return "\n".join(line if is_code else written_out(line) for _, line, is_code in _lines(text))
