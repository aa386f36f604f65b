"""What small charts are drawn with: scales, lines, words and the card that they stand on.

The card is light and the words on it dark, so that a chart reads on light and dark pages alike.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

WIDTH = 600
LEFT, RIGHT = 46, 584
"""Where the plots begin and end, in pixels of the picture."""

NARROW_BY = 240
"""By how much a picture for narrow windows is narrower; its words then stay large enough."""

INK, FAINT, CARD = "#333333", "#c9c9c9", "#ffffff"
BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#009e73"
"""Okabe and Ito's colours, which most people with colour blindness can tell apart."""


@dataclass(frozen=True)
class Scale:
    """From a value to a pixel."""

    lowest: float
    highest: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.lowest) / (self.highest - self.lowest)
        return round(self.first + share * (self.last - self.first), 1)


def axis(scale: Scale, y: float, ticks: Sequence[float]) -> str:
    """A level line with ticks below it, as one path."""
    ticked = "".join(f"M{x:g} {y:g}v5" for x in ticks)
    path = f"M{scale.first:g} {y:g}H{scale.last:g}{ticked}"
    return f'<path d="{path}" stroke="{INK}"/>'


def rule(left: float, right: float, y: float) -> list[str]:
    """A faint level line across a plot."""
    return [line([(left, y), (right, y)], FAINT)]


def line(points: Iterable[tuple[float, float]], colour: str, dashes: str = "") -> str:
    """A line through points; ``dashes`` as SVG wants them."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    width = 1 if colour in (INK, FAINT) else 1.8
    look = f'fill="none" stroke="{colour}" stroke-width="{width}"{dashed}'
    return f'<path d="{path(points)}" {look}/>'


def path(points: Iterable[tuple[float, float]]) -> str:
    """The points as steps from one to the next, in tenths at the finest: the shortest text."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = (f"{(x - a) / 10:g} {(y - b) / 10:g}" for (a, b), (x, y) in pairwise(tenths))
    x, y = tenths[0]
    return f"M{x / 10:g} {y / 10:g}l{' '.join(steps)}".replace(" -", "-")


def text(x: float, y: float, words: str, anchor: str = "start", bold: bool = False) -> str:
    """Words at a place; ``anchor``: which end of them stands there."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'


def card(height: float, parts: Sequence[str], width: float = WIDTH) -> str:
    """The whole picture: its parts on a light card."""
    size = f'width="{width:g}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {size}'
        f' font-family="sans-serif" font-size="13.5" fill="{INK}">'
        f'<rect {size} rx="8" fill="{CARD}"/>{"".join(parts)}</svg>'
    )
