"""The two drawings with what the course knows: as still pictures and as data for the front end."""

from dataclasses import replace
from textwrap import wrap
from typing import Literal

from liptwitch.content.course import Course
from liptwitch.content.errors import CourseError
from liptwitch.content.regions import Picture, regions
from liptwitch.exhibits.anatomy import face, geometry, wire
from liptwitch.exhibits.anatomy.looks import CARD, FADES, GRADIENTS, STYLES, TINTS
from liptwitch.exhibits.anatomy.markup import Label, labelled, svg
from liptwitch.exhibits.anatomy.pieces import SIDES, Piece, as_data
from liptwitch.exhibits.anatomy.pulls import PULLS
from liptwitch.exhibits.anatomy.strokes import FIBRE_ENDS, GRAIN

MOVING = ("face", "deep", "nerve", "upper", "features")
FEELING = ("face", "features", "feeling")
PATH = ("face", "words", "stations", "numbers")
"""The layers of a view, as the pieces name them."""

Box = tuple[float, float, float, float]

_HEIGHT = geometry.BOTTOM - geometry.TOP
FACE_BOX: Box = (-geometry.HALF_WIDTH, geometry.TOP, 2 * geometry.HALF_WIDTH, _HEIGHT)
NAMED_BOX: Box = (-face.HALF_WITH_NAMES, geometry.TOP, 2 * face.HALF_WITH_NAMES, _HEIGHT)
PATH_BOX: Box = (-wire.HALF_WIDTH, wire.TOP, 2 * wire.HALF_WIDTH, wire.BOTTOM - wire.TOP)


_ALT = {
    "face": "A face from the front with its muscles, and the facial nerve. The patient's right is "
    "on your left. The places to choose from stand in the list.",
    "feeling": "A face from the front, parted into the areas that the trigeminal nerve feels for. "
    "The patient's right is on your left. The places to choose from stand in the list.",
    "path": "The path from cortex to lip on both sides, its stations marked with dots. The "
    "patient's right is on your left. The places to choose from stand in the list.",
}


class NotDrawn(CourseError):
    """A record of ``data/`` whose id the drawings do not know."""

    def __init__(self, file: str, kind: str, unknown: str, drawn: tuple[str, ...]):
        super().__init__(
            f"{file} has a {kind} “{unknown}”, for which the drawing has no place. "
            f"It draws: {', '.join(drawn)}. Use one of these ids, or draw it."
        )


def face_pieces(course: Course) -> list[Piece]:
    """The face; what the course does not describe is drawn and cannot be pointed at.

    Raises NotDrawn for a muscle or landmark that the drawing does not know.
    """
    _all_drawn("muscles.toml", "muscle", course.muscles, face.MUSCLES)
    _all_drawn("muscles.toml", "landmark", course.landmarks, (face.KNOT,))
    groups = {muscle: "lift" for muscle in face.MUSCLES}
    groups |= {one.id: one.group.value for one in course.muscles.values()}
    known = regions(course, "face").keys() | geometry.FEELING.keys()
    return [
        piece if piece.region in known else replace(piece, region="")
        for piece in face.pieces(groups)
    ]


def path_pieces(course: Course) -> list[Piece]:
    """The path, with a dot for each station and its number in the order of the data.

    Raises NotDrawn for a station without a place.
    """
    _all_drawn("path.toml", "station", course.stations, tuple(wire.STATIONS))
    return wire.pieces({station: str(n) for n, station in enumerate(course.stations, start=1)})


def face_svg(course: Course, names: bool = False, feeling: bool = False) -> str:
    """The face at rest as SVG text, with names beside it or without."""
    extra = labelled(labels(course)) if names else ""
    box = NAMED_BOX if names else FACE_BOX
    return svg(face_pieces(course), box, FEELING if feeling else MOVING, extra)


def path_svg(course: Course, numbered: bool = True) -> str:
    """The path as SVG text, its stations numbered in the order of the data or not at all."""
    return svg(path_pieces(course), PATH_BOX, PATH if numbered else PATH[:-1])


def still(course: Course, asked: Picture) -> str:
    """A drawing to point at as SVG text: without names and numbers."""
    if asked == "path":
        return path_svg(course, numbered=False)
    return face_svg(course, feeling=asked == "feeling")


def moving(course: Course, asked: Literal["face", "path"]) -> dict[str, object]:
    """A drawing as plain data for the front end, with the layers of each of its views."""
    if asked == "path":
        return path_data(course) | {"layers": {"path": PATH}}
    return face_data(course) | {"layers": {"face": MOVING, "feeling": FEELING}}


def alt(asked: Picture) -> str:
    """What a drawing to point at shows, without telling what lies where."""
    return _ALT[asked]


def labels(course: Course) -> list[Label]:
    """The name of each region that the course describes, where it stands beside the face."""
    named = regions(course, "face")
    found = []
    for region, (side, (out, down), height) in face.LABELS.items():
        if region in named:
            sign = SIDES[side]
            lines = tuple(wrap(named[region].name.lower(), face.LABEL_LETTERS))
            anchor = "end" if side == "right" else "start"
            at = (sign * face.LABELS_FROM, height)
            found.append(Label(region, lines, at, (sign * out, down), anchor))
    return found


def face_data(course: Course) -> dict[str, object]:
    """The face as plain data for the front end, with how it moves."""
    return _data(face_pieces(course), FACE_BOX) | {
        "tints": TINTS,
        "fades": FADES,
        "fibre_ends": FIBRE_ENDS,
        "pulls": {
            move: [[GRAIN * number for number in pull] for pull in pulls]
            for move, pulls in PULLS.items()
        },
    }


def path_data(course: Course) -> dict[str, object]:
    """The path as plain data for the front end."""
    return _data(path_pieces(course), PATH_BOX)


def _data(pieces: list[Piece], box: Box) -> dict[str, object]:
    used = {piece.style for piece in pieces}
    return {
        "box": [round(GRAIN * number) for number in box],
        "card": CARD,
        "gradients": GRADIENTS,
        "styles": {name: style for name, style in STYLES.items() if name in used},
        "pieces": as_data(pieces),
    }


def _all_drawn(file: str, kind: str, asked: dict, drawn: tuple[str, ...]) -> None:
    for one in asked:
        if one not in drawn:
            raise NotDrawn(file, kind, one, drawn)
