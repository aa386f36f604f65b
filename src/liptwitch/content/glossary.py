"""The course's words and what each one means."""

from liptwitch.content.record import Confidence, Record, Slug, Text


class Term(Record):
    """One word: its plain meaning first, then the exact one.

    ``not_`` (``not`` in the file) lists the terms that it is often confused with.
    """

    id: Slug
    name: Text
    plain: Text
    definition: Text
    not_: tuple[Slug, ...] = ()
    references: tuple[Slug, ...]
    confidence: Confidence

    model_config = {"alias_generator": lambda field: field.rstrip("_"), "populate_by_name": True}
