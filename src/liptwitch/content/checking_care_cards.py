"""Whether every level of urgency has its care card, and each card its sources."""

from collections.abc import Iterator

from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.pointing import unknown_references
from liptwitch.content.reading import Reader
from liptwitch.content.urgency import Urgency

FILE = "care_cards.toml"


def problems_in_care_cards(course: Course, reader: Reader) -> Iterator[Problem]:
    """A problem for each level without a card, and for each reference that there is not."""
    for level in Urgency:
        if reader.lacks("card", level.value):
            message = "this level of urgency has no card; add a [[card]] for it"
            yield Problem(FILE, level.value, "", message)
    for card in course.care_cards.values():
        yield from unknown_references(reader, FILE, card.level.value, card.references)
