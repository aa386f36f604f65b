"""Whether the records of the nerve lab and the caffeine clock fit together."""

from collections.abc import Iterator
from typing import get_args

from liptwitch.content.citing import sourced
from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.nerve import DialName
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.reading import Reader

CITING = ("dial", "slope", "challenge", "limit", "drink", "drinker", "advice")
"""The kinds of record here that may cite a reference."""


def problems_in_labs(course: Course, reader: Reader) -> Iterator[Problem]:
    """Every problem between the records of the two labs."""
    for kind, record in sourced(course):
        file = reader.file_of(kind, record.id)
        yield from unknown_references(reader, file, record.id, record.references)
    yield from _dials(course, reader)
    yield from _out_of_reach(course)
    yield from _days(course, reader)


def _dials(course: Course, reader: Reader) -> Iterator[Problem]:
    for name in get_args(DialName):
        if reader.whole("dial") and reader.lacks("dial", name):
            yield Problem("nerve.toml", name, "", "there is no such dial; add a [[dial]] for it")
    for kind in ("slope", "start", "challenge"):
        if not reader.ids(kind) and reader.whole(kind):
            message = f"there is no [[{kind}]]; the nerve lab needs one or more"
            yield Problem("nerve.toml", "", "", message)


def _out_of_reach(course: Course) -> Iterator[Problem]:
    """Settings that no slider reaches."""
    asked = [
        (start.id, name, name, getattr(start, name))
        for start in course.nerve.starts.values()
        for name in get_args(DialName)
    ]
    asked += [
        (challenge.id, f"wanted {place} {bound}", wanted.of, getattr(wanted, bound))
        for challenge in course.nerve.challenges.values()
        for place, wanted in enumerate(challenge.wanted, start=1)
        for bound in ("lowest", "highest")
    ]
    for record, field, name, value in asked:
        dial = course.nerve.dials.get(name)
        if dial and value is not None and not dial.holds(value):
            message = f"is {value:g}; the {dial.id} dial goes from {dial.low:g} to {dial.high:g}"
            yield Problem("nerve.toml", record, field, message)


def _days(course: Course, reader: Reader) -> Iterator[Problem]:
    file = "caffeine.toml"
    if not reader.ids("day") and reader.whole("day"):
        yield Problem(file, "", "", "there is no [[day]]; the caffeine clock opens with one")
    for one in course.caffeine.drinkers.values():
        yield from unknown(reader, file, one.id, "day_advice", "advice", one.day_advice)
    for day in course.caffeine.days.values():
        yield from unknown(reader, file, day.id, "drinker", "drinker", day.drinker)
        yield from unknown(reader, file, day.id, "yardstick", "drink", day.yardstick)
        for place, cup in enumerate(day.cups, start=1):
            yield from unknown(reader, file, day.id, f"cup {place} drink", "drink", cup.drink)
