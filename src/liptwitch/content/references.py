"""References: the CSL-JSON subset that the course uses (Zotero and pandoc read it)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, HttpUrl, StrictInt, model_validator

from liptwitch.content.record import Record, Slug, Text


class Kind(StrEnum):
    """What sort of source it is."""

    GUIDELINE = "guideline"
    TRIAL = "trial"
    COHORT = "cohort"
    CASE_SERIES = "case-series"
    REVIEW = "review"
    TEXTBOOK = "textbook"
    PATIENT_PAGE = "patient-page"
    OTHER = "other"


class Read(StrEnum):
    """How much of the source was read when it was checked."""

    WHOLE = "whole"
    ABSTRACT = "abstract"
    EXCERPT = "excerpt"
    SUMMARY = "summary"


class Checked(Record):
    """Our own note on a source: its kind, when it was checked and how much was read."""

    kind: Kind
    checked: date
    read: Read


class Name(Record):
    """A person or a body, as CSL-JSON writes them."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.family or self.literal):
            raise ValueError("give a person's family name, or the literal name of a body")
        return self

    @property
    def short(self) -> str:
        """The name by which a citation calls them."""
        return self.family or self.literal


DateParts = Annotated[list[StrictInt], Field(min_length=1, max_length=3)]
"""A date as CSL-JSON writes it: year, month, day; the last two may be missing."""


class Issued(Record):
    """The date of publication; only its year is used."""

    date_parts: Annotated[list[DateParts], Field(alias="date-parts", min_length=1)]


class Reference(Record):
    """One source, readable by Zotero and pandoc."""

    id: Slug
    type: Text
    title: Text
    author: tuple[Name, ...] = ()
    issued: Issued | None = None
    container_title: Annotated[Text | None, Field(alias="container-title")] = None
    publisher: Text | None = None
    doi: Annotated[Text | None, Field(alias="DOI")] = None
    url: Annotated[HttpUrl, Field(alias="URL")]
    custom: Checked

    @property
    def label(self) -> str:
        """The short form for running text: “Leite 2014”, or “NHS” where no year is given."""
        who = self._who()
        return f"{who} {self.issued.date_parts[0][0]}" if self.issued else who

    def _who(self) -> str:
        if not self.author:
            return self.publisher or self.container_title or self.title
        names = [name.short for name in self.author]
        return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
