"""The frequency tree and its thousand dots as SVG, for the page.

Shape tells who has the condition (squares) and size who has the sign (large); colour only repeats
it. The front end draws the same dots (static/frequency_tree.js) from the same numbers.
"""

from collections.abc import Sequence
from html import escape

from liptwitch.science.probability import Tree

WIDTH = 720
"""Width of both pictures in pixels of their own."""

ROWS, COLUMNS, PITCH = 20, 50, 14
"""The dots fill a grid column by column; ``PITCH`` is the distance from one to the next."""

STYLES = (
    {"colour": "#d55e00", "square": True, "size": 11},
    {"colour": "#d55e00", "square": True, "size": 5},
    {"colour": "#0072b2", "square": False, "size": 11},
    {"colour": "#5c6670", "square": False, "size": 4},
)
"""How hits, misses, alarms and clear are drawn."""

_INK, _LINE, _CARD = "#222222", "#777777", "#ffffff"


def dots(tree: Tree) -> str:
    """A thousand dots in the shares of the four groups."""
    parts = [
        f'<path d="{path}" {_look(style)}/>'
        for path, style in zip(paths(tree.dots()), STYLES, strict=True)
        if path
    ]
    return _card(ROWS * PITCH + 20, [f'<g transform="translate(10 10)">{"".join(parts)}</g>'])


def paths(groups: Sequence[int]) -> list[str]:
    """For each group the lines that its dots lie on: dashes make the dots."""
    drawn, start = [], 0
    for group, style in zip(groups, STYLES, strict=True):
        drawn.append("".join(_runs(start, start + group, style)))
        start += group
    return drawn


def tree(tree: Tree, names: Sequence[str]) -> str:
    """The tree; ``names``: of the condition, no condition, the sign, no sign."""
    ill, well, sign, no_sign = names
    parts = [_box(360, 12, tree.people, "people")]
    parts += [_branch(360, 58, x, 92) for x in (180, 540)]
    parts += [_box(180, 92, tree.ill, f"with {ill}"), _box(540, 92, tree.well, f"with {well}")]
    ends = (
        (90, 180, tree.hits, sign),
        (270, 180, tree.misses, no_sign),
        (450, 540, tree.alarms, sign),
        (630, 540, tree.clear, no_sign),
    )
    for (x, parent, count, name), style in zip(ends, STYLES, strict=True):
        parts += [_branch(parent, 138, x, 172), _box(x, 172, count, f"with {name}", style)]
    return _card(230, parts)


def _runs(first: int, last: int, style: dict) -> list[str]:
    """Lines down the columns for the dots from ``first`` up to, not with, ``last``."""
    half = style["size"] / 2 if style["square"] else 0
    lines = []
    while first < last:
        column, row = divmod(first, ROWS)
        count = min(last - first, ROWS - row)
        top = row * PITCH + PITCH / 2 - half
        length = (count - 1) * PITCH + 2 * half
        # A line of no length would draw no dot.
        lines.append(f"M{column * PITCH + 7} {top:g}v{max(length, 0.01):g}")
        first += count
    return lines


def _look(style: dict) -> str:
    size = style["size"]
    if style["square"]:
        dashes = f'stroke-dasharray="{size} {PITCH - size}"'
    else:
        dashes = f'stroke-dasharray="0.01 {PITCH - 0.01:g}" stroke-linecap="round"'
    return f'fill="none" stroke="{style["colour"]}" stroke-width="{size}" {dashes}'


def _box(x: float, y: float, count: int, name: str, style: dict | None = None) -> str:
    """A number over its name, in a box; at an end of the tree with the mark of its dots."""
    mark = ""
    if style:
        size = style["size"]
        corner = 0 if style["square"] else size / 2
        mark = (
            f'<rect x="{x - 70}" y="{y + 15 - size / 2:g}" width="{size}" height="{size}"'
            f' rx="{corner:g}" fill="{style["colour"]}"/>'
        )
    return (
        f'<rect x="{x - 84}" y="{y}" width="168" height="46" rx="6" fill="{_CARD}"'
        f' stroke="{_LINE}"/>{mark}'
        f'<text x="{x}" y="{y + 20}" text-anchor="middle" font-weight="bold" font-size="16">'
        f"{count:,}</text>"
        f'<text x="{x}" y="{y + 37}" text-anchor="middle">{escape(name)}</text>'
    )


def _branch(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path d="M{x} {y}L{to_x} {to_y}" stroke="{_LINE}"/>'


def _card(height: float, parts: Sequence[str]) -> str:
    size = f'width="{WIDTH}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" {size}'
        f' font-family="sans-serif" font-size="12.5" fill="{_INK}">'
        f'<rect {size} rx="8" fill="{_CARD}"/>{"".join(parts)}</svg>'
    )
