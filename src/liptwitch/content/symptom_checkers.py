"""What studies found when they tested symptom checkers, and people, with written stories."""

from typing import Annotated

from pydantic import Field, StrictFloat, StrictInt

from liptwitch.content.record import Record, Slug, Text

Percent = Annotated[StrictFloat, Field(ge=0, le=100)]
"""A share in per cent."""


class SymptomChecker(Record):
    """One tested thing in one study: what was tested, on what, and how it did.

    ``correct``: share of advice at the right level, in per cent, with ``lowest`` and ``highest``
    as the study gives them (its 95% interval unless ``note`` says otherwise).
    ``emergencies``: the same among the most urgent stories alone.
    ``safe``: share of advice that was safe as the study means it, with that meaning in ``note``.
    """

    id: Slug
    tested: Text
    stories: Text
    levels: Annotated[StrictInt, Field(ge=2)] | None = None
    correct: Percent | None = None
    lowest: Percent | None = None
    highest: Percent | None = None
    emergencies: Percent | None = None
    safe: Text | None = None
    note: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
