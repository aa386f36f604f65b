"""Findings: what can be true of a person whose lip twitches, in plain words."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations
from typing import Self

from pydantic import model_validator

from liptwitch.content.record import Record, Slug, Text


class FindingGroup(StrEnum):
    """What a finding is about, in the order in which a story is usually told."""

    MOVEMENT = "movement"
    DURATION = "duration"
    COURSE = "course"
    PLACE = "place"
    FEELING = "feeling"
    STRENGTH = "strength"
    SPEECH = "speech"
    HEADACHE = "headache"
    AWARENESS = "awareness"
    ILLNESS = "illness"
    MIND = "mind"
    MEDICINES = "medicines"
    SUBSTANCES = "substances"
    SURGERY = "surgery"
    BACKGROUND = "background"
    EVERYDAY = "everyday"

    @property
    def words(self) -> str:
        """The group as a reader sees it."""
        return _GROUP_WORDS[self]


_GROUP_WORDS = {
    FindingGroup.MOVEMENT: "How it moves",
    FindingGroup.DURATION: "How long it has lasted",
    FindingGroup.COURSE: "How it has changed",
    FindingGroup.PLACE: "Where it is",
    FindingGroup.FEELING: "Feeling, pain and skin",
    FindingGroup.STRENGTH: "Strength and balance",
    FindingGroup.SPEECH: "Speech, swallowing and breathing",
    FindingGroup.HEADACHE: "Head, eyes and ears",
    FindingGroup.AWARENESS: "Awareness and seizures",
    FindingGroup.ILLNESS: "Illness now",
    FindingGroup.MIND: "Mind and mood",
    FindingGroup.MEDICINES: "Medicines",
    FindingGroup.SUBSTANCES: "Coffee, drink, drugs and poisons",
    FindingGroup.SURGERY: "Operations and injuries",
    FindingGroup.BACKGROUND: "Age, pregnancy and known illness",
    FindingGroup.EVERYDAY: "Everyday life",
}


class FindingKind(StrEnum):
    """What sort of thing a finding is."""

    EXCESS = "excess"
    LOSS = "loss"
    ILLNESS = "illness"
    EXPOSURE = "exposure"
    BACKGROUND = "background"
    TIME = "time"
    REASSURING = "reassuring"

    @property
    def words(self) -> str:
        """The kind as a reader sees it."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    FindingKind.EXCESS: "something is added: movement, pain, tingling",
    FindingKind.LOSS: "something is lost: strength, feeling, speech, sight, awareness",
    FindingKind.ILLNESS: "a sign of illness besides the lip",
    FindingKind.EXPOSURE: "something that was taken, stopped, or done to the body",
    FindingKind.BACKGROUND: "who the person is, and how they live",
    FindingKind.TIME: "how long, and which way it goes",
    FindingKind.REASSURING: "something that was looked for and is as it should be",
}


class Finding(Record):
    """One thing that can be true of a person with a lip twitch.

    ``text``: a statement about the person, without its first capital and full stop.
    ``question``: the plain question that asks for it.
    ``red_flag``: whether it alone, whatever else is true, is a reason to be seen within a week
    or sooner.
    ``one_of``: the name of a set of findings of which at most one can be true at a time.
    ``context_only``: why no rule uses it; such a finding tells of the person and never by itself
    changes the level.
    """

    id: Slug
    group: FindingGroup
    kind: FindingKind
    text: Text
    question: Text
    red_flag: bool = False
    one_of: Slug | None = None
    context_only: Text | None = None
    references: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _no_idle_red_flag(self) -> Self:
        if self.red_flag and self.context_only:
            raise ValueError("a red flag cannot be context only; take one of the two out")
        return self


def exclusive(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """The pairs among some findings, as ids in the order given, that cannot both be true."""
    return [
        (first.id, second.id)
        for first, second in combinations(findings, 2)
        if first.one_of and first.one_of == second.one_of
    ]
