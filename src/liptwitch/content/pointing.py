"""Ids that should point at a record, and point at none."""

from collections.abc import Iterable, Iterator

from liptwitch.content.errors import Problem
from liptwitch.content.reading import Reader
from liptwitch.content.wording import instead


def unknown(
    reader: Reader, file: str, record: str, field: str, kind: str, asked: str
) -> Iterator[Problem]:
    """The problem of an id in a record's field that no record of a kind has."""
    if reader.lacks(kind, asked):
        message = f"there is no {kind} “{asked}”; {instead(asked, reader.ids(kind))}"
        yield Problem(file, record, field, message)


def unknown_references(
    reader: Reader, file: str, record: str, ids: Iterable[str], field: str = "references"
) -> Iterator[Problem]:
    """A problem for each reference id that references.json does not have."""
    for one in ids:
        if reader.lacks("reference", one):
            hint = instead(one, reader.ids("reference"))
            message = f"cites “{one}”, which references.json does not have; {hint}"
            yield Problem(file, record, field, message)
