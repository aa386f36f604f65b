"""What can be pointed at in the drawings, by id: in the face and on the path."""

from dataclasses import dataclass
from typing import Literal

from liptwitch.content.course import Course

Picture = Literal["face", "path", "feeling"]
"""The muscles and the nerve; the stations; the areas of the skin."""

Side = Literal["right", "left"]
SIDES: tuple[Side, ...] = ("right", "left")
"""The patient's own."""

BRANCH = "-branch"
"""A region that is a branch of the nerve is the branch's id with this at its end."""


@dataclass(frozen=True)
class Region:
    """A thing in a drawing: its ``name``, and words for its ``place`` that do not name it."""

    name: str
    place: str


def regions(course: Course, picture: Picture, sides: bool = False) -> dict[str, Region]:
    """All regions of a drawing by id, in the order of the data.

    With ``sides`` each stands twice, as ``right-…`` and ``left-…``: the patient's.
    """
    found = {"face": _face, "path": _path, "feeling": _feeling}[picture](course)
    if not sides:
        return found
    return {
        f"{side}-{one}": Region(f"{region.name}, {side}", f"{region.place}, {side}")
        for one, region in found.items()
        for side in SIDES
    }


def _face(course: Course) -> dict[str, Region]:
    muscles = {one.id: Region(one.name, one.run) for one in course.muscles.values()}
    landmarks = {one.id: Region(one.name, one.plain) for one in course.landmarks.values()}
    branches = {
        one.id + BRANCH: Region(one.name, f"nerve {one.runs}") for one in course.branches.values()
    }
    return muscles | landmarks | branches


def _path(course: Course) -> dict[str, Region]:
    return {one.id: Region(one.name, one.plain) for one in course.stations.values()}


def _feeling(course: Course) -> dict[str, Region]:
    return {one.id: Region(one.name, one.skin) for one in course.areas.values()}
