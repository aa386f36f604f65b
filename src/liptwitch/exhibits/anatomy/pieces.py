"""What pictures are made of: pieces of one half, drawn on one side, on both or across the middle.

The same pieces become a still picture (``markup``) and, as plain data, the moving one of the front
end (``static/anatomy.js``). So the geometry is written once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from liptwitch.exhibits.anatomy.geometry import Line, across
from liptwitch.exhibits.anatomy.strokes import GRAIN

SIDES = {"right": -1, "left": 1}
"""The patient's sides, and where they lie for the viewer."""

BOTH = ("right", "left")
MIDDLE = ("middle",)

Join = Literal["line", "loop", "area", "lens", "strip", "dot", "text"]


@dataclass(frozen=True)
class Piece:
    """One thing to draw.

    ``lines``: of one half. ``join``: an open curve; a closed one; one that a straight line closes;
    two curves that close a shape; a band of fibres between two borders; a dot round the one point;
    words at the one point. ``region``: what it is a part of, for those that can be pointed at.
    ``fade``: how a band thins out, by name. ``hidden``: the side on which it is drawn only when it
    is asked for. ``clip``: the style of the shape that cuts it off. ``grows``: by how much each
    move of the face makes it more opaque. ``below``: of a wire, the stations from which its orders
    come; a cut at any of them silences it.
    """

    style: str
    lines: tuple[Line, ...]
    join: Join = "line"
    sides: tuple[str, ...] = BOTH
    region: str = ""
    layer: str = "face"
    size: float = 0.0
    fibres: int = 0
    ring: bool = False
    fade: str = ""
    hidden: str = ""
    clip: str = ""
    text: str = ""
    grows: tuple[tuple[str, float], ...] = ()
    below: tuple[str, ...] = ()

    def placed(self, side: str) -> tuple[Line, ...]:
        """Its lines in the picture, on a side or across the middle."""
        if side != "middle":
            return tuple(across(one, SIDES[side]) for one in self.lines)
        whole = _around if self.join == "loop" else _mirrored
        return tuple(whole(one) for one in self.lines)


def _mirrored(half: Line) -> Line:
    """A line that begins in the midline, from its other end over the midline to its end."""
    return across(half, -1)[::-1] + across(half, 1)[1 if half[0][0] == 0 else 0 :]


def _around(half: Line) -> Line:
    """The closed line around both halves of a line that begins and ends in the midline."""
    return across(half, 1) + across(half, -1)[-2:0:-1]


def as_data(pieces: Iterable[Piece]) -> list[dict[str, object]]:
    """Pieces as plain data for the front end, without what is as usual.

    Points are flat lists of whole numbers, in picture units of the half.
    """
    return [_record(piece) for piece in pieces]


def _record(piece: Piece) -> dict[str, object]:
    lines = [[round(GRAIN * number) for point in one for number in point] for one in piece.lines]
    record: dict[str, object] = {"style": piece.style, "lines": lines}
    usual = Piece("", ())
    for name in ("join", "region", "layer", "fibres", "ring", "fade", "hidden", "clip", "text"):
        value = getattr(piece, name)
        if value != getattr(usual, name):
            record[name] = value
    if piece.size:
        record["size"] = round(GRAIN * piece.size)
    if piece.sides != BOTH:
        record["sides"] = list(piece.sides)
    if piece.below:
        record["below"] = list(piece.below)
    if piece.grows:
        record["grows"] = dict(piece.grows)
    return record
