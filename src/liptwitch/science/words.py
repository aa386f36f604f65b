"""A movement in words: what was measured, and what a person beside the chair would see."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev

from liptwitch.content.movements import Rhythm, Settings, Spread
from liptwitch.science.timing import quiet_spell, shows
from liptwitch.science.trace import Trace


@dataclass(frozen=True)
class Features:
    """What can be measured on a trace.

    ``count``: contractions. ``rate_hz``: contractions a second from the first to the last (None
    with fewer than two). ``gap_variation``: standard deviation of the gaps over their mean (None
    with fewer than three contractions). ``typical_ms`` and ``longest_ms``: length of a contraction
    (None without one). ``largest``: largest displacement, 0 to 1.
    """

    count: int
    rate_hz: float | None
    gap_variation: float | None
    typical_ms: int | None
    longest_ms: int | None
    largest: float


def features(trace: Trace) -> Features:
    """Measure a trace."""
    starts = [start for start, _ in trace.contractions]
    # A contraction that the end of the recording cuts off says nothing about lengths.
    whole = [one for one in trace.contractions if one[1] < trace.seconds] or trace.contractions
    lengths = [round(1000 * (stop - start)) for start, stop in whole]
    # The gap in which a task begins is the task's doing and not the rhythm's.
    begins = trace.task_spell[0] if trace.task_spell else float("inf")
    gaps = [last - first for first, last in pairwise(starts) if not first < begins <= last]
    variation = round(pstdev(gaps) / fmean(gaps), 3) if len(gaps) > 1 else None
    return Features(
        count=len(starts),
        rate_hz=round(1 / fmean(gaps), 2) if gaps else None,
        gap_variation=variation,
        typical_ms=round(median(lengths)) if lengths else None,
        longest_ms=max(lengths, default=None),
        largest=max((max(channel) for channel in trace.channels.values()), default=0.0),
    )


_WHO = {
    Spread.SPOT: "one small spot of the upper lip, on the person's right,",
    Spread.CORNER: "the right corner of the mouth",
    Spread.ONE_SIDE: "the right side of the face, eyelid, cheek and mouth corner together,",
    Spread.LOWER_HALF: "the right half of the lower lip",
    Spread.LIPS: "both lips together",
    Spread.LIPS_AND_JAW: "both lips and the jaw together",
    Spread.PATCH: "the skin around the right corner of the mouth",
    Spread.CHIN: "the skin of the chin",
}
_PLURAL = (Spread.LIPS, Spread.LIPS_AND_JAW)


def describe(settings: Settings, task: str = "rest") -> str:
    """One sentence that says what is seen, without any name for it; left and right as the person's.

    Meant for people who cannot see the drawing, and for guessing games: it must not help more
    than the drawing does.
    """
    if not shows(settings, task):
        state = "At rest" if task == "rest" else "While the lips are gently pursed"
        return f"{state}, nothing moves."
    seen = f"{_WHO[settings.spread]} {_what(settings)}"
    quiet = quiet_spell(settings, task, 1.0) is not None
    if task == "hold-back" and quiet:
        return f"Held back on request, it stops for some seconds; then, as before, {seen}."
    if task == "hold-back":
        return f"Asked to hold it back, the person cannot: {seen}."
    if task == "distract" and quiet:
        return f"While the person taps a beat with one hand, it stops; before and after, {seen}."
    if task == "distract":
        return f"While the person taps a beat with one hand, it goes on: {seen}."
    state = "At rest" if task == "rest" else "While the lips are gently pursed"
    return f"{state}, {seen}."


def _what(settings: Settings) -> str:
    """The verb and all that belongs to it, in singular or plural."""
    how = _how_far(settings.size)
    short = settings.burst_ms <= 250
    often = _often(settings.rate_hz)
    if settings.rhythm == Rhythm.REGULAR:
        # Below three or four beats a second the eye sees each jerk and the rest after it.
        jerks = settings.rate_hz <= 3.5 and settings.burst_ms / 1000 * settings.rate_hz <= 0.5
        move = "jerk{s} and relax{es}" if jerks else "go{es} to and fro"
        words = f"{move} {how}, evenly, {often}"
    elif settings.rhythm == Rhythm.IRREGULAR:
        move = "jump{s} and let{s} go again" if short else f"tighten{{s}} for {_long(settings)}"
        words = f"{move}, {how}, at uneven moments, {often} on average"
    elif settings.rhythm == Rhythm.BOUTS:
        move = "make{s} the same quick move" if short else f"tighten{{s}} for {_long(settings)}"
        words = f"{move}, {how}, a few times in a row, then pause{{s}}, {often} on average"
    elif settings.rhythm == Rhythm.WAVES:
        move = (
            "ripple{s}, one strip after the next" if settings.spread == Spread.PATCH else "swell{s}"
        )
        words = f"{move}, {how}, almost but not quite evenly, {often}"
    else:
        words = f"pull{{s}} tight and stay{{s}} so for {_long(settings)}, {how}, {often}"
    plural = settings.spread in _PLURAL
    return words.replace("{es}", "" if plural else "es").replace("{s}", "" if plural else "s")


def _how_far(size: float) -> str:
    if size < 0.3:
        return "only just visibly"
    return "clearly" if size < 0.65 else "strongly"


def _long(settings: Settings) -> str:
    seconds = settings.burst_ms / 1000
    if seconds < 0.2:
        return "an instant"
    if seconds < 0.75:
        return "about half a second" if seconds > 0.35 else "about a quarter of a second"
    return "about a second" if seconds < 1.5 else f"about {seconds:.0f} seconds"


def _often(rate_hz: float) -> str:
    if rate_hz >= 1.5:
        times = "twice" if rate_hz < 2.5 else f"{rate_hz:.0f} times"
        return f"about {times} a second"
    if rate_hz >= 0.75:
        return "about once a second"
    if rate_hz >= 0.35:
        return f"about {10 * rate_hz:.0f} times in ten seconds"
    return f"about once in {1 / rate_hz:.0f} seconds"
