"""From points to the lines of an SVG path: smooth curves, and fibres between two borders."""

from collections.abc import Sequence

from liptwitch.exhibits.anatomy.geometry import Line, Point

GRAIN = 2
"""Picture units per unit of the geometry: whole numbers are then fine enough."""

FIBRE_ENDS = 0.3
"""How much of a band's first and last piece its fibres leave out."""


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """SVG path data of a curve through all points (Catmull and Rom's spline as cubic pieces).

    Each piece leaves a point as the last one came in, so that all but the first are written in
    SVG's short form, which is a third shorter.
    """
    count = len(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    x, y = whole(points[0])
    parts = [f"M{x} {y}"]
    for i in range(count if closed else count - 1):
        before, start, end, after = at(i - 1), at(i), at(i + 1), at(i + 2)
        handles = [
            (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            end,
        ]
        sx, sy = whole(start)
        steps = (
            f"{hx - sx} {hy - sy}" for hx, hy in map(whole, handles if i == 0 else handles[1:])
        )
        parts.append({0: "c", 1: "s"}.get(i, " ") + " ".join(steps))
    return "".join(parts).replace(" -", "-") + ("z" if closed else "")


def between(first: Line, second: Line, share: float) -> Line:
    """The line that lies a share (0 to 1) of the way from one line to another."""
    return tuple(
        (ax + share * (bx - ax), ay + share * (by - ay))
        for (ax, ay), (bx, by) in zip(first, second, strict=True)
    )


def fibre(first: Line, second: Line, share: float, goes_on: bool = False) -> Line:
    """A fibre between two borders. It stops where the band thins out.

    ``goes_on``: the band goes on beyond its last point, and so does the fibre.
    """
    line = between(first, second, share)
    begin = between(line[:1], line[1:2], FIBRE_ENDS)
    end = line[-1:] if goes_on else between(line[-1:], line[-2:-1], FIBRE_ENDS)
    return begin + line[1:-1] + end


def belly(first: Line, second: Line, ring: bool = False) -> str:
    """SVG path data of the area between two borders."""
    if ring:
        return smooth(first, closed=True) + smooth(second, closed=True)
    return f"{smooth(first)}L{smooth(second[::-1])[1:]}z"


def whole(point: Point) -> tuple[int, int]:
    """A point in whole picture units."""
    return round(GRAIN * point[0]), round(GRAIN * point[1])
