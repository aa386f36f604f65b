"""Small charts as SVG text: the same picture on the page and, under a playhead, in the live lab.

They carry their own light card, so that they read on light and dark pages alike, and they are
shown in an <img>, whose alt text the exhibit writes from the same numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

WIDTH = 600
LEFT, RIGHT = 46, 584
"""Where the plots begin and end, in pixels of the picture."""

NAMES = 260
"""Where the plots of a table of curves begin; to the left of it stand their names."""

COLUMNS = (RIGHT - LEFT) // 2
"""How many columns of an envelope fit, two pixels each."""

INK, FAINT, CARD = "#333333", "#c9c9c9", "#ffffff"
BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#009e73"
"""Okabe and Ito's colours, which most people with colour blindness can tell apart."""

LINES = ((ORANGE, ""), (BLUE, "7 4"), (GREEN, "2 3"))
"""Colour and dashes of the first, second and third line of a plot."""


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


def recording(
    seconds: float,
    envelope: Sequence[tuple[float, float]],
    channels: dict[str, list[float]],
    rate: float,
    spell: tuple[float, float] | None = None,
    spell_words: str = "",
) -> str:
    """Muscle trace above, movement below, on one time axis in seconds.

    ``channels``: displacement 0 to 1 by the words for its place, ``rate`` samples a second.
    ``spell``: from when to when the person does what ``spell_words`` say.
    """
    time = Scale(0, seconds, LEFT, RIGHT)
    parts = [_words(LEFT, 18, "Muscle trace: synthetic, arbitrary units", bold=True)]
    if spell:
        left, right = time(spell[0]), time(spell[1])
        parts.append(
            f'<rect x="{left}" y="26" width="{right - left:.1f}" height="222" fill="#fff3bf"/>'
        )
        parts.append(_words(left + 4, 40, spell_words))
    parts.extend(_rule(LEFT, RIGHT, 84))
    electric = Scale(-_reach(envelope), _reach(envelope), 128, 44)
    parts.append(_band(envelope, electric))
    parts.append(_words(LEFT, 150, "Movement of the skin", bold=True))
    parts.extend(_legend(list(channels)))
    moved = Scale(0, 1, 244, 162)
    for share, label in ((0, "rest"), (1, "most")):
        parts.extend(_rule(LEFT, RIGHT, moved(share)))
        parts.append(_words(LEFT - 5, moved(share) + 4, label, "end"))
    for values, (colour, dashes) in zip(channels.values(), LINES, strict=False):
        points = ((time(t), moved(value)) for t, value in _bends(values, rate))
        parts.append(_line(points, colour, dashes))
    parts.extend(_time_axis(time, seconds, 248))
    return _card(288, parts)


def spectrum(
    frequency_hz: Sequence[float], power: Sequence[float], peak_hz: float | None, words: str
) -> str:
    """How much of the movement goes at which speed, 0 to 15 cycles a second, its peak named."""
    speed = Scale(0, 15, LEFT, RIGHT)
    height = Scale(0, 1, 118, 40)
    parts = [_words(LEFT, 18, "How fast? The movement's spectrum", bold=True)]
    parts.append(_axis(speed, 118, [speed(hz) for hz in range(16)]))
    if any(power):
        points = [(speed(hz), height(value)) for hz, value in zip(frequency_hz, power, strict=True)]
        outline = _path([(points[0][0], 118), *points, (points[-1][0], 118)])
        look = f'fill="{ORANGE}" fill-opacity="0.25" stroke="{ORANGE}" stroke-width="1.8"'
        parts.append(f'<path d="{outline}z" {look}/>')
    parts.append(_words(RIGHT, 18, words, "end"))
    if peak_hz is not None:
        at = speed(peak_hz)
        parts.append(_line([(at, 38), (at, 118)], INK, "2 3"))
        parts.append(_words(at, 35, f"{peak_hz:.1f} Hz", "middle"))
    for hz in range(0, 16, 2):
        parts.append(_words(speed(hz), 138, str(hz), "middle"))
    parts.append(_words((LEFT + RIGHT) / 2, 157, "cycles a second (Hz)", "middle"))
    return _card(164, parts)


def small_multiples(rows: Sequence[tuple[str, list[float]]], seconds: float, rate: float) -> str:
    """One line of movement under the other, each named, on one time axis in seconds."""
    time = Scale(0, seconds, NAMES, RIGHT)
    parts = []
    for number, (name, values) in enumerate(rows):
        bottom = 38 + 40 * number
        moved = Scale(0, 1, bottom, bottom - 32)
        parts.append(_words(NAMES - 10, bottom - 8, name, "end"))
        parts.extend(_rule(NAMES, RIGHT, bottom))
        points = ((round(time(t)), round(moved(value))) for t, value in _bends(values, rate))
        parts.append(_line(points, ORANGE))
    end = 38 + 40 * len(rows) - 26
    parts.extend(_time_axis(time, seconds, end))
    return _card(end + 40, parts)


def _reach(envelope: Sequence[tuple[float, float]]) -> float:
    """The trace's half height: its own, but never so small that mere noise fills the plot."""
    return max(1.0, *(max(-low, high) for low, high in envelope))


def _band(envelope: Sequence[tuple[float, float]], electric: Scale) -> str:
    """The envelope, filled; whole pixels keep the text short."""
    step = (RIGHT - LEFT) / len(envelope)
    upper = [
        (round(LEFT + i * step), round(electric(high))) for i, (_, high) in enumerate(envelope)
    ]
    lower = [(round(LEFT + i * step), round(electric(low))) for i, (low, _) in enumerate(envelope)]
    outline = _path([*upper, *reversed(lower)])
    return f'<path d="{outline}z" fill="{BLUE}" stroke="{BLUE}" stroke-width="0.8"/>'


def _bends(values: Sequence[float], rate: float) -> list[tuple[float, float]]:
    """(time, value) without the points in the middle of a level stretch."""
    last = len(values) - 1
    return [
        (i / rate, value)
        for i, value in enumerate(values)
        if i in (0, last) or not values[i - 1] == value == values[i + 1]
    ]


def _legend(names: Sequence[str]) -> list[str]:
    """Names of the lines, each behind a piece of its line; from the right end."""
    if len(names) < 2:
        return [_words(RIGHT, 150, name, "end") for name in names]
    parts = []
    at = RIGHT
    for name, (colour, dashes) in reversed(list(zip(names, LINES, strict=False))):
        parts.append(_words(at, 150, name, "end"))
        at -= 7.2 * len(name) + 6
        parts.append(_line([(at - 24, 146), (at, 146)], colour, dashes))
        at -= 36
    return parts


def _time_axis(time: Scale, seconds: float, y: float) -> list[str]:
    ticks = [time(second) for second in range(int(seconds) + 1)]
    parts = [_axis(time, y, ticks)]
    for second, x in enumerate(ticks):
        parts.append(_words(x, y + 19, str(second), "middle"))
    parts.append(_words((time.first + time.last) / 2, y + 34, "seconds", "middle"))
    return parts


def _axis(scale: Scale, y: float, ticks: Sequence[float]) -> str:
    """A level line with ticks below it, as one path."""
    ticked = "".join(f"M{x:g} {y:g}v5" for x in ticks)
    path = f"M{scale.first:g} {y:g}H{scale.last:g}{ticked}"
    return f'<path d="{path}" stroke="{INK}"/>'


def _rule(left: float, right: float, y: float) -> list[str]:
    return [_line([(left, y), (right, y)], FAINT)]


def _line(points: Iterable[tuple[float, float]], colour: str, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    width = 1 if colour in (INK, FAINT) else 1.8
    look = f'fill="none" stroke="{colour}" stroke-width="{width}"{dashed}'
    return f'<path d="{_path(points)}" {look}/>'


def _path(points: Iterable[tuple[float, float]]) -> str:
    """The points as steps from one to the next, in tenths at the finest: the shortest text."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = (f"{(x - a) / 10:g} {(y - b) / 10:g}" for (a, b), (x, y) in pairwise(tenths))
    x, y = tenths[0]
    return f"M{x / 10:g} {y / 10:g}l{' '.join(steps)}".replace(" -", "-")


def _words(x: float, y: float, words: str, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'


def _card(height: float, parts: Sequence[str]) -> str:
    size = f'width="{WIDTH}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" {size}'
        f' font-family="sans-serif" font-size="13.5" fill="{INK}">'
        f'<rect {size} rx="8" fill="{CARD}"/>{"".join(parts)}</svg>'
    )
