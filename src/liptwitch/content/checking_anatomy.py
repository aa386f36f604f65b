"""Whether muscles, nerve branches and the path's stations fit together."""

from collections.abc import Iterator

from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.path import ALL
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.reading import Reader

MUSCLES, PATH = "muscles.toml", "path.toml"


def problems_in_anatomy(course: Course, reader: Reader) -> Iterator[Problem]:
    """Every id that points at nothing, and every muscle and branch that disagree."""
    yield from _muscles(course, reader)
    yield from _landmarks(course, reader)
    yield from _branches(course, reader)
    yield from _stations(course, reader)


def _muscles(course: Course, reader: Reader) -> Iterator[Problem]:
    for muscle in course.muscles.values():
        yield from unknown_references(reader, MUSCLES, muscle.id, muscle.references)
        for branch_id in muscle.branch:
            yield from unknown(reader, MUSCLES, muscle.id, "branch", "branch", branch_id)
            branch = course.branches.get(branch_id)
            if branch and muscle.id not in branch.drives:
                message = f"names “{branch_id}”, whose drives does not list it; change one of them"
                yield Problem(MUSCLES, muscle.id, "branch", message)


def _landmarks(course: Course, reader: Reader) -> Iterator[Problem]:
    for landmark in course.landmarks.values():
        yield from unknown_references(reader, MUSCLES, landmark.id, landmark.references)
        for muscle_id in landmark.muscles:
            yield from unknown(reader, MUSCLES, landmark.id, "muscles", "muscle", muscle_id)


def _branches(course: Course, reader: Reader) -> Iterator[Problem]:
    for branch in course.branches.values():
        yield from unknown_references(reader, MUSCLES, branch.id, branch.references)
        for muscle_id in branch.drives:
            yield from unknown(reader, MUSCLES, branch.id, "drives", "muscle", muscle_id)
            muscle = course.muscles.get(muscle_id)
            if muscle and branch.id not in muscle.branch:
                message = f"lists “{muscle_id}”, whose branch does not name it; change one of them"
                yield Problem(MUSCLES, branch.id, "drives", message)


def _stations(course: Course, reader: Reader) -> Iterator[Problem]:
    for area in course.areas.values():
        yield from unknown_references(reader, PATH, area.id, area.references)
    for station in course.stations.values():
        yield from unknown_references(reader, PATH, station.id, station.references)
        for cause in station.causes:
            yield from unknown(reader, PATH, station.id, "causes", "cause", cause)
        for fault, outcome in (("cut", station.cut), ("irritate", station.irritate)):
            for muscle in outcome.muscles:
                if muscle != ALL:
                    field = f"{fault} muscles"
                    yield from unknown(reader, PATH, station.id, field, "muscle", muscle)
