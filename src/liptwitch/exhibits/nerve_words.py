"""How the nerve lab says its dials, its recordings and its pictures in words."""

from liptwitch.content.nerve import Dial
from liptwitch.exhibits.nerve_chart import CLOSE_MS, GATE_NAMES, close_start
from liptwitch.science.excitability import PUSH_AT_MS, Recording
from liptwitch.science.nerve_fibre import SAMPLE_MS

BRIEFLY = {
    "quiet": "It stays quiet",
    "answers": "It answers, then stays quiet",
    "fires": "It fires on and on",
    "blocked": "It is blocked",
}


def amount(dial: Dial, value: float) -> str:
    """A value with its unit, in the other unit too where laboratories print one."""
    own = f"{_number(value, dial.step)} {dial.unit}"
    if dial.other_factor in (None, 1):
        return own
    return f"{own} ({value * dial.other_factor:.1f} {dial.other_unit})"


def usual(dial: Dial) -> str:
    """The reference range in both units, or nothing."""
    if dial.usual_low is None:
        return ""
    low, high, factor = dial.usual_low, dial.usual_high, dial.other_factor
    told = f"usual: {low:.1f} to {high:.1f} {dial.unit}"
    if factor is None:
        return told
    if factor == 1:
        return f"{told} (the same in {dial.other_unit})"
    return f"{told} ({low * factor:.1f} to {high * factor:.1f} {dial.other_unit})"


def place(dial: Dial, value: float) -> str:
    """Where a value stands against the reference range, or nothing."""
    if dial.usual_low is None:
        return ""
    if value < dial.usual_low:
        return "below the usual range"
    return "above the usual range" if value > dial.usual_high else "in the usual range"


def said(dial: Dial, value: float) -> str:
    """A value as a slider says it."""
    where = place(dial, value)
    return f"{amount(dial, value)}, {where}" if where else amount(dial, value)


def count(recording: Recording) -> str:
    """How many spikes there are."""
    many = len(recording.spikes_ms)
    return {0: "no spike", 1: "1 spike"}.get(many, f"{many} spikes")


def seen(recording: Recording, push: float, pull: list[float], lift: float | None) -> str:
    """What the fibre does, how little would set it off, and what a muscle would make of it."""
    told = [f"{BRIEFLY[recording.outcome]}: {_outcome(recording, push)}"]
    if lift is not None:
        told.append(f"A sudden lift of {lift:.1f} mV would set it off.")
    told.append(_muscle(recording, pull))
    return " ".join(told)


def _outcome(recording: Recording, push: float) -> str:
    settled = millivolts(recording.states[-1].voltage)
    by_itself = "with this push" if push else "all by itself, with no push"
    match recording.outcome:
        case "quiet":
            return f"no spike, and the voltage rests at {settled}."
        case "answers":
            return f"{count(recording)} when the push begins, then rest at {settled}."
        case "fires":
            rate = recording.rate_hz
            every = f", about {rate:.0f} a second" if rate else ""
            return f"{count(recording)}{every}, {by_itself}."
        case _:
            ready = recording.states[-1].h
            return (
                f"the voltage is stuck near {settled}. Only {_hundredths(ready)} of its sodium "
                "gates are ready, so even a shock brings no spike."
            )


def _muscle(recording: Recording, pull: list[float]) -> str:
    if not recording.spikes_ms:
        return "A muscle on this nerve would stay slack."
    strongest = f"{100 * max(pull):.0f} % of its full strength"
    if len(recording.spikes_ms) == 1:
        return f"A muscle on this nerve would twitch once, with {strongest}."
    if recording.outcome != "fires":
        return f"A muscle on this nerve would pull briefly, with up to {strongest}."
    return f"A muscle on this nerve would pull and hold, with up to {strongest}."


def second(recording: Recording, push: float, pull: list[float]) -> str:
    """The picture of one second."""
    volts = [state.voltage for state in recording.states]
    told = [
        "Two curves over one second.",
        f"The voltage goes from {millivolts(min(volts))} to {millivolts(max(volts))}.",
    ]
    if push:
        told.append(f"The push begins at {PUSH_AT_MS:g} ms.")
    if recording.spikes_ms:
        told.append(
            f"{count(recording).capitalize()}, the first at {recording.spikes_ms[0]:.0f} ms."
        )
    else:
        told.append("There is no spike.")
    told.append(_muscle(recording, pull))
    return " ".join(told)


def closer(recording: Recording) -> str:
    """The closer look: where the gates are at the top of the spike, or at rest."""
    start = close_start(recording)
    first, last = round(start / SAMPLE_MS), round((start + CLOSE_MS) / SAMPLE_MS)
    states = recording.states[first : last + 1]
    top = max(states, key=lambda state: state.voltage)
    gates = "; ".join(
        f"{name}, {_hundredths(getattr(top, gate))}" for gate, name in GATE_NAMES.items()
    )
    return (
        f"Four curves from {start:.0f} to {start + CLOSE_MS:.0f} ms. The voltage is highest at "
        f"{millivolts(top.voltage)}. At that moment: {gates}."
    )


def compared(mine: float | None, normal: float | None, unit: str) -> str:
    """How much push this blood needs for firing on and on, beside normal blood."""
    if mine is None or normal is None:
        return "In this blood no push within reach makes the nerve fire on and on."
    return (
        f"Push needed for firing on and on: {mine:.1f} {unit} in this blood, "
        f"{normal:.1f} in normal blood."
    )


def begins(calcium: float | None, mv_per_tenfold: float, lowest: float) -> str:
    """From which calcium the fibre fires by itself, or that it does nowhere on the dial."""
    if calcium is None:
        does = f"it never fires by itself, not even at {lowest:g} mmol/L"
    else:
        does = f"it fires by itself at {calcium:.2f} mmol/L and below"
    return f"If ten times the calcium moves the gates by {mv_per_tenfold:g} mV, {does}."


def millivolts(value: float) -> str:
    """A voltage with a real minus sign, rounded."""
    return f"{round(value)} mV".replace("-", "−")


def _hundredths(share: float) -> str:
    return f"{100 * share:.0f} in a hundred"


def _number(value: float, step: float) -> str:
    return f"{value:.2f}" if step < 0.1 else f"{value:.1f}"
