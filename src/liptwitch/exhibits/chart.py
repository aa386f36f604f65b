"""Small charts as SVG text: the same picture on the page and, under a playhead, in the live lab.

They carry their own light card, so that they read on light and dark pages alike, and they are
shown in an <img>, whose alt text the exhibit writes from the same numbers.
"""

from collections.abc import Sequence

from liptwitch.exhibits.chart_parts import (
    BLUE,
    GREEN,
    INK,
    LEFT,
    ORANGE,
    RIGHT,
    Scale,
    axis,
    card,
    line,
    path,
    rule,
    text,
)

NAMES = 260
"""Where the plots of a table of curves begin; to the left of it stand their names."""

COLUMNS = (RIGHT - LEFT) // 2
"""How many columns of an envelope fit, two pixels each."""

LINES = ((ORANGE, ""), (BLUE, "7 4"), (GREEN, "2 3"))
"""Colour and dashes of the first, second and third line of a plot."""


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
    parts = [text(LEFT, 18, "Muscle trace: synthetic, arbitrary units", bold=True)]
    if spell:
        left, right = time(spell[0]), time(spell[1])
        parts.append(
            f'<rect x="{left}" y="26" width="{right - left:.1f}" height="222" fill="#fff3bf"/>'
        )
        parts.append(text(left + 4, 40, spell_words))
    parts.extend(rule(LEFT, RIGHT, 84))
    electric = Scale(-_reach(envelope), _reach(envelope), 128, 44)
    parts.append(_band(envelope, electric))
    parts.append(text(LEFT, 150, "Movement of the skin", bold=True))
    parts.extend(_legend(list(channels)))
    moved = Scale(0, 1, 244, 162)
    for share, label in ((0, "rest"), (1, "most")):
        parts.extend(rule(LEFT, RIGHT, moved(share)))
        parts.append(text(LEFT - 5, moved(share) + 4, label, "end"))
    for values, (colour, dashes) in zip(channels.values(), LINES, strict=False):
        points = ((time(t), moved(value)) for t, value in _bends(values, rate))
        parts.append(line(points, colour, dashes))
    parts.extend(_time_axis(time, seconds, 248))
    return card(288, parts)


def spectrum(
    frequency_hz: Sequence[float], power: Sequence[float], peak_hz: float | None, words: str
) -> str:
    """How much of the movement goes at which speed, 0 to 15 cycles a second, its peak named."""
    speed = Scale(0, 15, LEFT, RIGHT)
    height = Scale(0, 1, 118, 40)
    parts = [text(LEFT, 18, "How fast? The movement's spectrum", bold=True)]
    parts.append(axis(speed, 118, [speed(hz) for hz in range(16)]))
    if any(power):
        points = [(speed(hz), height(value)) for hz, value in zip(frequency_hz, power, strict=True)]
        outline = path([(points[0][0], 118), *points, (points[-1][0], 118)])
        look = f'fill="{ORANGE}" fill-opacity="0.25" stroke="{ORANGE}" stroke-width="1.8"'
        parts.append(f'<path d="{outline}z" {look}/>')
    parts.append(text(RIGHT, 18, words, "end"))
    if peak_hz is not None:
        at = speed(peak_hz)
        parts.append(line([(at, 38), (at, 118)], INK, "2 3"))
        parts.append(text(at, 35, f"{peak_hz:.1f} Hz", "middle"))
    for hz in range(0, 16, 2):
        parts.append(text(speed(hz), 138, str(hz), "middle"))
    parts.append(text((LEFT + RIGHT) / 2, 157, "cycles a second (Hz)", "middle"))
    return card(164, parts)


def small_multiples(rows: Sequence[tuple[str, list[float]]], seconds: float, rate: float) -> str:
    """One line of movement under the other, each named, on one time axis in seconds."""
    time = Scale(0, seconds, NAMES, RIGHT)
    parts = []
    for number, (name, values) in enumerate(rows):
        bottom = 38 + 40 * number
        moved = Scale(0, 1, bottom, bottom - 32)
        parts.append(text(NAMES - 10, bottom - 8, name, "end"))
        parts.extend(rule(NAMES, RIGHT, bottom))
        points = ((round(time(t)), round(moved(value))) for t, value in _bends(values, rate))
        parts.append(line(points, ORANGE))
    end = 38 + 40 * len(rows) - 26
    parts.extend(_time_axis(time, seconds, end))
    return card(end + 40, parts)


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
    outline = path([*upper, *reversed(lower)])
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
        return [text(RIGHT, 150, name, "end") for name in names]
    parts = []
    at = RIGHT
    for name, (colour, dashes) in reversed(list(zip(names, LINES, strict=False))):
        parts.append(text(at, 150, name, "end"))
        at -= 7.2 * len(name) + 6
        parts.append(line([(at - 24, 146), (at, 146)], colour, dashes))
        at -= 36
    return parts


def _time_axis(time: Scale, seconds: float, y: float) -> list[str]:
    ticks = [time(second) for second in range(int(seconds) + 1)]
    parts = [axis(time, y, ticks)]
    for second, x in enumerate(ticks):
        parts.append(text(x, y + 19, str(second), "middle"))
    parts.append(text((time.first + time.last) / 2, y + 34, "seconds", "middle"))
    return parts
