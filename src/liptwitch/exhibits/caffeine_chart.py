"""The caffeine clock's picture: milligrams in the body over a day, with a band."""

from collections.abc import Sequence
from html import escape

from liptwitch.exhibits.chart_parts import (
    BLUE,
    GREEN,
    INK,
    LEFT,
    NARROW_BY,
    ORANGE,
    RIGHT,
    WIDTH,
    Scale,
    axis,
    card,
    line,
    path,
    rule,
    text,
)

DAY_BEGINS = 5.0
"""The hour at which the picture's day begins; earlier hours belong to the night after it."""

HOURS = 26
"""How many hours it shows."""

STEPS_PER_HOUR = 4

_TOP, _BOTTOM = 40, 214


def day(
    curves: Sequence[Sequence[float]],
    cups: Sequence[tuple[float, str]],
    bedtime: float,
    at_bedtime: str,
    cup: tuple[float, str],
    narrow: bool = False,
) -> str:
    """The typical curve in a band from the lowest to the highest, and bedtime.

    ``curves``: lowest, typical, highest, in milligrams, ``STEPS_PER_HOUR`` values an hour from
    ``DAY_BEGINS`` on. ``cups``: hour and words of each drink. ``bedtime``: as the curves count.
    ``at_bedtime``: what is left then, in words. ``cup``: milligrams and name of the yardstick.
    """
    right = RIGHT - NARROW_BY if narrow else RIGHT
    time = Scale(DAY_BEGINS, DAY_BEGINS + HOURS, LEFT, right)
    most = _round_up(max(*curves[2], cup[0]))
    amount = Scale(0, most, _BOTTOM, _TOP)
    low, typical, high = ([(_x(time, at), amount(mg)) for at, mg in enumerate(c)] for c in curves)
    outline = path([*high, *reversed(low)])
    parts = [text(LEFT, 18, "Caffeine in the body (mg)", bold=True)]
    parts.append(f'<path d="{outline}z" fill="{ORANGE}" fill-opacity="0.22"/>')
    for share in (0, 0.5, 1):
        parts += rule(LEFT, right, amount(share * most))
        parts.append(text(LEFT - 5, amount(share * most) + 4, f"{share * most:g}", "end"))
    parts.append(line([(LEFT, amount(cup[0])), (right, amount(cup[0]))], GREEN, "2 3"))
    # Above its line, but below it where the line of the top would run through the words.
    at_cup = amount(cup[0]) + (14 if cup[0] > 0.85 * most else -4)
    parts.append(text(right, at_cup, cup[1], "end"))
    parts.append(line(typical, ORANGE))
    for hour, words in cups:
        title = f"<title>{escape(words)}</title>"
        parts.append(f'<path d="M{time(hour):g} {_BOTTOM}l-5 9h10z" fill="{BLUE}">{title}</path>')
    x = time(bedtime)
    parts.append(line([(x, 24), (x, _BOTTOM)], INK, "6 3"))
    anchor = "end" if bedtime > DAY_BEGINS + HOURS / 2 else "start"
    parts.append(text(x - 5 if anchor == "end" else x + 5, 34, at_bedtime, anchor))
    return card(_BOTTOM + 62, [*parts, *_clock(time, narrow)], right + WIDTH - RIGHT)


def _clock(time: Scale, narrow: bool) -> list[str]:
    y = _BOTTOM + 12
    every = 6 if narrow else 3
    first = int(DAY_BEGINS)
    hours = [hour for hour in range(first, first + HOURS + 1) if hour % every == 0]
    parts = [axis(time, y, [time(hour) for hour in hours])]
    parts += [text(time(hour), y + 19, f"{hour % 24:02}:00", "middle") for hour in hours]
    parts.append(text((time.first + time.last) / 2, y + 37, "time of day; ▲ a drink", "middle"))
    return parts


def _x(time: Scale, step: int) -> float:
    return time(DAY_BEGINS + step / STEPS_PER_HOUR)


def _round_up(mg: float) -> float:
    """The next of 100, 200, 300, 400, 600 … that holds it."""
    step = 100 if mg <= 400 else 200
    return step * -(-mg // step)
