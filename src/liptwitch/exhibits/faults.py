"""What a cut or an irritation does to the face: findings row by row, and the same in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from liptwitch.content.causes import Site
from liptwitch.content.course import Course
from liptwitch.content.muscles import Branch
from liptwitch.content.path import ALL, FaultSide, Motion, Station
from liptwitch.content.regions import SIDES, Side

Kind = Literal["cut", "irritate"]
KINDS: tuple[Kind, ...] = ("cut", "irritate")
KIND_WORDS = {"cut": "Cut", "irritate": "Irritated"}

UPPER = {"frontalis": "forehead", "orbicularis-oculi": "eye"}
"""The muscles that do not belong to the mouth, and the part of the face that each moves."""

PARTS = {
    "forehead": "Forehead",
    "eye": "Eye",
    "mouth": "Mouth",
    "emotional_smile": "Smile at a joke",
    "taste": "Taste",
    "tears": "Tears",
    "hearing": "Hearing",
    "feeling": "Feeling",
}
"""What is looked at, in the order of the read-outs."""

MOVED = ("forehead", "eye", "mouth", "emotional_smile")
"""Those of the parts that muscles move."""

NORMAL = "normal"
"""What a finding is called that a fault leaves as it was."""

_WORDS = {
    NORMAL: ("=", "as usual"),
    "may-be-weak": ("▽", "may be weak"),
    "weak": ("▼", "weak"),
    "lost": ("✗", "does not move"),
    "may-twitch": ("~", "may twitch"),
    "twitches": ("≈", "twitches"),
    "varies": ("±", "differs"),
    "not-known": ("?", "not known"),
    "less": ("▼", "fewer"),
    "too-loud": ("▲", "sounds too loud"),
    "pain": ("!", "pain"),
}
_OWN_WORDS = {
    ("eye", "lost"): ("✗", "does not close"),
    ("emotional_smile", "lost"): ("✗", "no smile"),
    ("taste", "lost"): ("✗", "lost"),
    ("feeling", "lost"): ("✗", "numb"),
}
"""A sign and words for each finding, so that none is told by colour alone; some parts of the face
have words of their own."""


@dataclass(frozen=True)
class Reading:
    """One finding: what is looked at, on which side of the patient, and what is found."""

    part: str
    side: str
    found: str
    sign: str
    words: str


@dataclass(frozen=True)
class Fault:
    """A fault on one side, and all that it does.

    ``shows``: the patient's sides on which muscles show it. ``muscles``: ids of those that weaken
    or twitch. ``branch``: of a fault of one branch.
    """

    station: Station
    kind: Kind
    side: Side
    shows: tuple[Side, ...]
    readings: tuple[Reading, ...]
    muscles: tuple[str, ...]
    says: str
    spared: tuple[str, ...]
    signs: tuple[str, ...]
    branch: Branch | None = None


def has_branches(station: Station) -> bool:
    """Whether a fault at a station depends on which branch is hit."""
    outcomes = (station.cut, station.irritate)
    return station.site is Site.FACE_BRANCHES and not any(one.muscles for one in outcomes)


def fault(
    course: Course, station: Station, kind: Kind, side: Side, branch: Branch | None = None
) -> Fault:
    """What a fault does; with ``branch`` that of this branch alone."""
    outcome = station.cut if kind == "cut" else station.irritate
    other: Side = SIDES[1 - SIDES.index(side)]
    shows: dict[FaultSide, tuple[Side, ...]] = {
        FaultSide.SAME: (side,),
        FaultSide.OPPOSITE: (other,),
        FaultSide.BOTH: SIDES,
        FaultSide.NONE: (),
    }
    found = {part: getattr(outcome, part) for part in PARTS}
    muscles = tuple(course.muscles) if ALL in outcome.muscles else outcome.muscles
    says = outcome.says
    if branch:
        muscles = branch.drives
        found |= _of_branch(branch, kind)
        says = branch.cut if kind == "cut" else _twitching(course, branch)
    shown = shows[outcome.side]
    return Fault(
        station=station,
        kind=kind,
        side=side,
        shows=shown,
        readings=tuple(_readings(found, shown, side)),
        muscles=tuple(muscles),
        says=says,
        spared=outcome.spared,
        signs=() if branch else outcome.signs,
        branch=branch,
    )


def all_faults(course: Course, side: Side) -> Iterator[Fault]:
    """Every fault on one side, in the order of the path: the cut, the irritation, by branch."""
    for station in course.stations.values():
        for kind in KINDS:
            yield fault(course, station, kind, side)
        if has_branches(station):
            for branch in course.branches.values():
                for kind in KINDS:
                    yield fault(course, station, kind, side, branch)


def words(one: Fault) -> str:
    """A fault and its findings in sentences."""
    return f"{told(one)} {findings(one)}"


def told(one: Fault) -> str:
    """A fault in sentences, without the findings."""
    what = f"{KIND_WORDS[one.kind]} on the patient's {one.side}: {one.station.name}"
    if one.branch:
        what += f", {one.branch.name.lower()}"
    parts = [f"{what}.", where(one), one.says]
    if one.spared:
        parts.append(f"Spared: {'; '.join(one.spared)}.")
    if one.signs:
        parts.append(f"Look for: {'; '.join(one.signs)}.")
    return " ".join(parts)


def where(one: Fault) -> str:
    """On which side of the face muscles show it."""
    if not one.shows and all(reading.found == NORMAL for reading in one.readings[: len(MOVED)]):
        return "No muscle of expression shows it."
    if not one.shows:
        return "What muscles would show is not known."
    if len(one.shows) > 1:
        return "It shows on both sides of the face."
    crossed = "the other side" if one.shows[0] != one.side else "the same side"
    return f"It shows on the patient's {one.shows[0]}, {crossed}."


def findings(one: Fault) -> str:
    """What is not as usual."""
    changed = [f"{it.part.lower()}: {it.words}" for it in one.readings if it.found != NORMAL]
    return f"Found: {'; '.join(changed)}." if changed else "Found: all as usual."


def _readings(found: dict[str, object], shown: tuple[Side, ...], side: Side) -> Iterator[Reading]:
    for part, name in PARTS.items():
        value = str(found[part])
        sign, told = _OWN_WORDS.get((part, value)) or _WORDS[value]
        sides = "both" if len(shown) > 1 else shown[0] if shown else side
        # Of a fault in the brain the skin's feeling suffers on the far side, as the muscles do.
        at = sides if part in (*MOVED, "feeling") else side
        yield Reading(name, at, value, sign, told)


def _of_branch(branch: Branch, kind: Kind) -> dict[str, Motion]:
    if kind == "cut":
        return {part: getattr(branch.findings, part) for part in MOVED}
    # What would twitch follows from the wiring: nobody that we read describes it.
    moved = {UPPER.get(muscle, "mouth") for muscle in branch.drives}
    return {part: Motion.MAY_TWITCH if part in moved else Motion.NORMAL for part in MOVED}


def _twitching(course: Course, branch: Branch) -> str:
    named = [course.muscles[one].name for one in branch.drives if one in course.muscles]
    return (
        f"Only its muscles would twitch: {', '.join(named)}. "
        "That follows from the wiring; no source that we read describes it."
    )
