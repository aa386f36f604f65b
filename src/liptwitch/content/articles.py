"""The five articles that the course is made from, in figures; none of their text."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from liptwitch.content.ledger import ArticleId
from liptwitch.content.record import Record, Text

Count = Annotated[StrictInt, Field(ge=0)]


class Article(Record):
    """One article as it was saved.

    ``words``, ``headings``, ``list_entries``: counted, without reader comments. ``grade_lines``:
    Flesch-Kincaid grade with every heading and bullet as a sentence of its own. ``grade_stops``:
    with sentences that end at full stops alone. ``references_given``: sources that it names.
    """

    id: ArticleId
    scope: Text
    words: Annotated[StrictInt, Field(gt=0)]
    headings: Count
    list_entries: Count
    grade_lines: float
    grade_stops: float
    author: Text
    dates: Text
    references_given: Count
    says_call_an_ambulance: StrictBool
    comments: Count
    note: Text
