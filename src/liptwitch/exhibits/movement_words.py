"""How the movement lab and its gallery say settings, curves and spectra in words."""

from liptwitch.content.movements import Settings
from liptwitch.exhibits import face
from liptwitch.science.movement import Features, Spectrum, Trace

LABELS = {
    "rhythm": "Rhythm",
    "rate_hz": "Rate",
    "burst_ms": "Length of one contraction",
    "inside_hz": "Nerve signals inside one contraction",
    "size": "Size",
    "when": "When it shows",
    "suppressible": "Can it be stopped?",
    "spread": "What takes part",
}

OPTIONS = {
    "rhythm": {
        "regular": "an even beat",
        "irregular": "at uneven moments",
        "bouts": "in bouts: a few alike, then a pause",
        "waves": "in waves, nearly even",
        "held": "pulls tight and holds",
    },
    "when": {
        "rest": "only at rest",
        "action": "only when the lips are used",
        "both": "at rest and in use",
    },
    "suppressible": {
        "no": "no",
        "briefly": "for a while, by will",
        "when-distracted": "it stops when attention is elsewhere",
    },
    "spread": {
        "spot": "one small spot of the upper lip",
        "corner": "a corner of the mouth",
        "one-side": "one side: eyelid, cheek and mouth corner",
        "lower-half": "half of the lower lip",
        "lips": "both lips",
        "lips-and-jaw": "both lips and the jaw",
        "patch": "a patch of skin beside the mouth",
        "chin": "the chin",
    },
}

TASKS = {
    "rest": "let the lips rest",
    "action": "purse the lips gently",
    "hold-back": "hold it back",
    "distract": "tap a beat with one hand",
}

SHORT = {
    "spot": "one spot",
    "corner": "mouth corner",
    "cheek": "cheek",
    "eyelid": "eyelid",
    "lower-half": "half of the lower lip",
    "upper-lip": "upper lip",
    "lower-lip": "lower lip",
    "jaw": "jaw",
    "chin": "chin",
    "patch-1": "patch 1",
    "patch-2": "patch 2",
    "patch-3": "patch 3",
}
"""The regions of a trace, as a legend calls them."""

SPELLS = {"hold-back": "asked to hold it back", "distract": "tapping a beat with one hand"}

CLEAR, LOOSE = 0.1, 0.3
"""Gaps that vary by less than this (standard deviation over mean) make a clear, a loose beat."""

BEAT_SPAN_S = 3.0
"""Seconds that contractions must go on evenly to be called a beat (our choice)."""


def value(settings: Settings, setting: str) -> str:
    """One setting in words, with its unit."""
    given = getattr(settings, setting)
    match setting:
        case "rate_hz":
            return f"{given:g} a second" if given >= 0.5 else f"one in {1 / given:.2g} seconds"
        case "burst_ms":
            return duration(given)
        case "inside_hz":
            return f"{given:g} a second"
        case "size":
            return f"{100 * given:.0f} % of the largest drawn"
        case _:
            return OPTIONS[setting][given]


def duration(milliseconds: float) -> str:
    """Milliseconds up to a second, then seconds."""
    short = milliseconds < 1000
    return f"{milliseconds:g} ms" if short else f"{milliseconds / 1000:.3g} s"


def has_beat(found: Spectrum, measured: Features) -> bool:
    """Whether the spectrum's peak is a beat: contractions that come about evenly, and go on so.

    A single bout, however even, is no beat: it must span at least ``BEAT_SPAN_S``.
    """
    if found.peak_hz is None or measured.gap_variation is None:
        return False
    span_s = (measured.count - 1) / measured.rate_hz
    return measured.gap_variation < LOOSE and span_s >= BEAT_SPAN_S


def beat(found: Spectrum, measured: Features) -> str:
    """The beat of a movement, in a few words."""
    if measured.count == 0:
        return "nothing moves"
    if found.peak_hz is None:
        return "too few contractions to speak of a beat"
    if not has_beat(found, measured):
        return "no even beat"
    kind = "a clear beat:" if measured.gap_variation < CLEAR else "a loose beat near"
    return f"{kind} {found.peak_hz:.1f} Hz"


def curves(recorded: Trace, measured: Features, task: str) -> str:
    """The two curves over time: what was measured on them."""
    told = [f"Two synthetic curves over {recorded.seconds:g} seconds."]
    if measured.count == 0:
        told.append("Both stay flat: the muscle is quiet and the skin does not move.")
    else:
        told.append(_bursts(recorded, measured))
        places = ", ".join(face.PLACES[region].split(",")[0] for region in recorded.channels)
        told.append(f"The skin moves ({places}) up to {100 * measured.largest:.0f} % of the most.")
    if recorded.task_spell:
        start, stop = recorded.task_spell
        told.append(f"From {start:.1f} to {stop:.1f} s the person is {SPELLS[task]}.")
    return " ".join(told)


def _bursts(recorded: Trace, measured: Features) -> str:
    many = "1 burst" if measured.count == 1 else f"{measured.count} bursts"
    told = f"The muscle trace shows {many}, typically {measured.typical_ms} ms long"
    if measured.gap_variation is not None:
        told += f", {_spacing(measured.gap_variation)} spaced"
    if measured.count <= 12:
        starts = ", ".join(f"{start:.1f}" for start, _ in recorded.contractions)
        return f"{told}, starting at {starts} s."
    return f"{told}, {measured.rate_hz:.1f} a second."


def _spacing(gap_variation: float) -> str:
    if gap_variation < CLEAR:
        return "evenly"
    return "nearly evenly" if gap_variation < LOOSE else "unevenly"


def spectrum(found: Spectrum, measured: Features) -> str:
    """The spectrum's curve in words."""
    return f"Spectrum of the movement, 0.5 to 15 cycles a second (Hz): {beat(found, measured)}."
