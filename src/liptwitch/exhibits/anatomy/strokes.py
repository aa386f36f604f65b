"""From points to the lines of an SVG path: smooth curves, and fibres between two borders."""

from collections.abc import Sequence

from liptwitch.exhibits.anatomy.geometry import Line, Point, Strip

GRAIN = 2
"""Picture units per unit of the geometry: whole numbers are then fine enough."""


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """SVG path data of a curve through all points (Catmull and Rom's spline as cubic pieces)."""
    count = len(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    x, y = _whole(points[0])
    parts = [f"M{x} {y}c"]
    for i in range(count if closed else count - 1):
        before, start, end, after = at(i - 1), at(i), at(i + 1), at(i + 2)
        handles = (
            (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            end,
        )
        sx, sy = _whole(start)
        parts.append(" ".join(f"{hx - sx} {hy - sy}" for hx, hy in map(_whole, handles)) + " ")
    return "".join(parts).strip().replace(" -", "-") + ("z" if closed else "")


def between(first: Line, second: Line, share: float) -> Line:
    """The line that lies a share (0 to 1) of the way from one line to another."""
    return tuple(
        (ax + share * (bx - ax), ay + share * (by - ay))
        for (ax, ay), (bx, by) in zip(first, second, strict=True)
    )


def fibres(strip: Strip) -> list[Line]:
    """The fibres of a strip, evenly spread, none of them on its border."""
    return [
        between(strip.first, strip.second, (k + 0.5) / strip.fibres) for k in range(strip.fibres)
    ]


def belly(strip: Strip) -> str:
    """SVG path data of the area between a strip's borders."""
    if strip.ring:
        return smooth(strip.first, closed=True) + smooth(strip.second, closed=True)
    there, back = smooth(strip.first), smooth(strip.second[::-1])
    return f"{there}L{back[1:].replace('c', 'c', 1)}z"


def _whole(point: Point) -> tuple[int, int]:
    return round(GRAIN * point[0]), round(GRAIN * point[1])
