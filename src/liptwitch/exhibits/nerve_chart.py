"""The nerve lab's two pictures: one second of the fibre, and a closer look at its gates."""

from collections.abc import Iterable, Sequence

from liptwitch.exhibits.chart_parts import (
    BLUE,
    GREEN,
    LEFT,
    NARROW_BY,
    ORANGE,
    RIGHT,
    WIDTH,
    Scale,
    axis,
    card,
    line,
    rule,
    text,
)
from liptwitch.science.excitability import PUSH_AT_MS, SECOND_MS, Recording
from liptwitch.science.muscle import FRAME_HZ
from liptwitch.science.nerve_fibre import REST_MV, SAMPLE_MS, State

CLOSE_MS = 30.0
"""Length of the closer look."""

BEFORE_MS = 5.0
"""How much of it lies before the spike that it looks at."""

GATES = (("m", ORANGE, ""), ("h", BLUE, "7 4"), ("n", GREEN, "2 3"))
"""Each gate with its colour and dashes."""

GATE_NAMES = {
    "m": "m: sodium gates open",
    "h": "h: sodium gates ready",
    "n": "n: potassium gates open",
}

_LOW_MV, _HIGH_MV = -100, 60
_PUSHED = "#fff3bf"


def second(
    recording: Recording, push: float, pull: Sequence[float], count: str, narrow: bool = False
) -> str:
    """Voltage above, the pull of a muscle below, over one second.

    ``pull``: 0 to 1, ``FRAME_HZ`` samples a second. ``count``: the number of spikes in words.
    ``narrow``: for a narrow window.
    """
    right = _right(narrow)
    time = Scale(0, SECOND_MS, LEFT, right)
    voltage = Scale(_LOW_MV, _HIGH_MV, 138, 34)
    parts = [text(LEFT, 18, "Voltage inside (mV)", bold=True), text(right, 18, count, "end")]
    if push:
        at = time(PUSH_AT_MS)
        size = f'width="{right - at:g}" height="196"'
        parts.append(f'<rect x="{at}" y="26" {size} fill="{_PUSHED}"/>')
        parts.append(text(at + 4, 37, "pushed from here on"))
    parts += _levels(voltage, right)
    extremes = _extremes([state.voltage for state in recording.states], (right - LEFT) // 2)
    parts.append(line(_bends((time(ms), voltage(mv)) for ms, mv in extremes), BLUE))
    parts.append(text(LEFT, 160, "Pull of a muscle on this nerve (idea only)", bold=True))
    strength = Scale(0, 1, 218, 172)
    for share, label in ((0, "none"), (1, "full")):
        parts += rule(LEFT, right, strength(share))
        parts.append(text(LEFT - 5, strength(share) + 4, label, "end"))
    frames = [(1000 * at / FRAME_HZ, one) for at, one in enumerate(pull)]
    frames.append((SECOND_MS, pull[-1]))
    parts.append(line(_bends((time(ms), strength(one)) for ms, one in frames), ORANGE))
    parts += _ticks(time, 222, range(0, 1001, 250 if narrow else 100))
    return card(262, parts, right + WIDTH - RIGHT)


def closer(recording: Recording, narrow: bool = False) -> str:
    """Voltage above, the three gates below, over ``CLOSE_MS``."""
    right = _right(narrow)
    start = close_start(recording)
    states = recording.states[round(start / SAMPLE_MS) : round((start + CLOSE_MS) / SAMPLE_MS) + 1]
    times = [start + SAMPLE_MS * at for at in range(len(states))]
    time = Scale(start, start + CLOSE_MS, LEFT, right)
    voltage = Scale(_LOW_MV, _HIGH_MV, 118, 34)
    parts = [text(LEFT, 18, f"A closer look: {CLOSE_MS:g} of the 1000 ms", bold=True)]
    parts += _levels(voltage, right)
    parts.append(line(_curve(times, states, "voltage", time, voltage), BLUE))
    parts.append(text(LEFT, 140, "Gates: how many of a hundred", bold=True))
    x, y = LEFT, 157
    for name, colour, dashes in GATES:
        parts.append(line([(x, y - 4), (x + 22, y - 4)], colour, dashes))
        parts.append(text(x + 27, y, GATE_NAMES[name]))
        x, y = (x, y + 17) if narrow else (x + 178, y)
    top = y + (0 if narrow else 11)
    open_share = Scale(0, 1, top + 60, top)
    for share, label in ((0, "0"), (1, "100")):
        parts += rule(LEFT, right, open_share(share))
        parts.append(text(LEFT - 5, open_share(share) + 4, label, "end"))
    for name, colour, dashes in GATES:
        parts.append(line(_curve(times, states, name, time, open_share), colour, dashes))
    parts += _ticks(time, top + 64, range(round(start), round(start + CLOSE_MS) + 1, 5))
    return card(top + 104, parts, right + WIDTH - RIGHT)


def _right(narrow: bool) -> int:
    return RIGHT - NARROW_BY if narrow else RIGHT


def close_start(recording: Recording) -> float:
    """Where the closer look begins: before the last whole spike, or where the push begins."""
    spikes = [ms for ms in recording.spikes_ms if ms + CLOSE_MS - BEFORE_MS <= SECOND_MS]
    at = spikes[-1] if spikes else PUSH_AT_MS
    return float(max(0, 5 * int((at - BEFORE_MS) / 5)))


def _levels(voltage: Scale, right: float) -> list[str]:
    parts = []
    for mv in (0, round(REST_MV)):
        parts += rule(LEFT, right, voltage(mv))
        parts.append(text(LEFT - 5, voltage(mv) + 4, f"{mv}".replace("-", "−"), "end"))
    return parts


def _ticks(time: Scale, y: float, milliseconds: Iterable[int]) -> list[str]:
    places = [(time(ms), str(ms)) for ms in milliseconds]
    parts = [axis(time, y, [x for x, _ in places])]
    for x, label in places:
        # The card ends not far beyond the axis: its last number is kept inside.
        parts.append(text(x, y + 19, label, "end" if x == time.last else "middle"))
    parts.append(text((time.first + time.last) / 2, y + 35, "milliseconds", "middle"))
    return parts


def _extremes(values: Sequence[float], columns: int) -> list[tuple[float, float]]:
    """The lowest and highest value of each of some columns, in their order in time."""
    step = len(values) / columns
    points = []
    for column in range(columns):
        places = range(round(column * step), round((column + 1) * step))
        low, high = (pick(places, key=values.__getitem__) for pick in (min, max))
        points += [(SAMPLE_MS * at, values[at]) for at in sorted({low, high})]
    return points


def _curve(
    times: Sequence[float], states: Sequence[State], name: str, time: Scale, scale: Scale
) -> Iterable[tuple[float, float]]:
    points = ((time(ms), scale(getattr(one, name))) for ms, one in zip(times, states, strict=True))
    return _bends(points)


def _bends(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points to half a pixel, without those in the middle of a level stretch."""
    found: list[tuple[float, float]] = []
    for x, exact in points:
        y = round(2 * exact) / 2
        if len(found) > 1 and found[-1][1] == found[-2][1] == y:
            found[-1] = (x, y)
        else:
            found.append((x, y))
    return found
