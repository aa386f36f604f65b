"""The course's words and what each one means."""

from typing import Annotated

from pydantic import Field

from liptwitch.content.record import Confidence, Record, Slug, Text


class Term(Record):
    """One word: its plain meaning first, then the exact one.

    ``not_`` (``not`` in the file) lists the terms that it is often confused with.
    """

    id: Slug
    name: Text
    plain: Text
    definition: Text
    not_: Annotated[tuple[Slug, ...], Field(alias="not")] = ()
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
