"""The ledger: every claim of the five articles, what it is about, and how it fares."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, StringConstraints, model_validator

from liptwitch.content.record import Confidence, Record, Slug, Text

ClaimId = Annotated[str, StringConstraints(pattern=r"^S[0-4]-[0-9]{3}$")]
"""A claim's id: the article's number, then the claim's."""

Code = Annotated[str, StringConstraints(pattern=r"^M[1-9][0-9]*$")]
"""A misconception's code, such as M13."""

ArticleId = Annotated[str, StringConstraints(pattern=r"^00[0-4]$")]
"""An article's number."""


def _parted(cell: object) -> object:
    """A cell of a table holds a list as words with spaces between; an empty one, no word."""
    return tuple(cell.split()) if isinstance(cell, str) else cell or ()


def _yes_or_no(cell: object) -> bool:
    answers = {"yes": True, "no": False}
    if cell not in answers:
        raise ValueError(f"is “{cell or ''}”; it must be yes or no")
    return answers[cell]


ClaimIds = Annotated[tuple[ClaimId, ...], BeforeValidator(_parted)]
"""Ids of claims in one cell of a table."""


class Verdict(StrEnum):
    """How a claim fares; the data card defines each, and which comes first."""

    SUPPORTED = "supported"
    LIMITS = "supported with limits"
    UNSUPPORTED = "unsupported"
    WRONG = "wrong"
    OUTDATED = "outdated"
    UNSAFE = "unsafe advice"
    UNCHECKED = "cannot be checked"

    @property
    def holds(self) -> bool:
        """Whether the claim can be relied on, fully or within limits."""
        return self in (Verdict.SUPPORTED, Verdict.LIMITS)


class Statement(StrEnum):
    """What kind of statement a claim is."""

    FACT = "fact"
    ADVICE = "advice"
    OPINION = "opinion"
    REPORT = "report"
    FOLKLORE = "folklore"
    PAGE = "page"


class Claim(Record):
    """One claim in our own words.

    ``topic``: what it is about in the wide sense. ``subject``: the id of a cause, of a glossary
    word or of a subject. ``correction``: what is so instead, or what is missing. ``could_harm``:
    whether somebody who acts on it could come to harm.
    """

    id: ClaimId
    article: ArticleId
    section: Text
    topic: Slug
    subject: Slug
    statement: Statement
    claim: Text
    verdict: Verdict
    correction: Text | None
    references: Annotated[tuple[Slug, ...], BeforeValidator(_parted)]
    confidence: Confidence | None
    misconception: Code | None
    could_harm: Annotated[bool, BeforeValidator(_yes_or_no)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if problems := list(self._problems()):
            raise ValueError("; ".join(problems))
        return self

    def _problems(self) -> Iterator[str]:
        if int(self.id[1]) != int(self.article):
            yield f"is of article {self.article}, and its id says another"
        if self.verdict is Verdict.UNCHECKED:
            if self.confidence:
                yield "has a confidence, and what cannot be checked has none"
        else:
            if not self.references:
                yield f"is called {self.verdict} without a reference; add what that rests on"
            if not self.confidence:
                yield f"is called {self.verdict} without a confidence; add high, medium or low"
        if self.verdict is not Verdict.SUPPORTED and not self.correction:
            yield f"is called {self.verdict} without a correction; say what is so instead"
        if self.verdict is Verdict.SUPPORTED and self.misconception:
            yield "is supported and carries a misconception; remove the code"
        if self.verdict is Verdict.UNSAFE and not self.could_harm:
            yield "is unsafe advice and could_harm says no"


class SubjectKind(StrEnum):
    """What sort of thing a subject is that is neither a cause nor a movement."""

    STRUCTURE = "structure"
    PATTERN = "pattern"
    COMPANION = "companion"
    CARE = "care"
    PAGE = "page"


class Subject(Record):
    """What claims may be about besides causes and movements."""

    id: Slug
    name: Text
    kind: SubjectKind
