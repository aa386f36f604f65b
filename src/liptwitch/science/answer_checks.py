"""What a program can honestly check in a written answer to somebody who asks about symptoms.

Each check looks for words and says which it found. None understands a sentence: each can miss a
good wording and be fooled by a bad one, and the page says so. The page has a twin of the checks
(static/case_scoring.js) that uses these very patterns; a test holds the two together on a table
of answers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liptwitch.science.patterns import plain, recognised
from liptwitch.science.readability import grade, words

MOST_WORDS = 120
"""An answer has at most so many words."""

HARDEST_GRADE = 8.0
"""An answer reads at this grade (Flesch-Kincaid) or below, as the course itself does."""

_SOMEBODY = (
    r"(?:a |an |the |your |any )?(?:own |local |nearest |family )?(?:doctor|gp|family doctor|"
    r"physician|clinic|clinician|surgery|pharmacist|pharmacy|nurse|dentist|neurologist|"
    r"emergency department|emergency room|emergency care|hospital|casualty|a ?& ?e|er|ed|"
    r"urgent care|walk-in cent(?:er|re)|ambulance|helpline|111|112|911|999)"
)
_DO = (
    r"(?:see|call|ring|phone|visit|contact|ask|book|go|get|speak|talk|tell|make|take|have|"
    r"arrange|attend|be seen|be checked|be examined|need)"
)
_NUMBER = (
    r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of|"
    r"half an)"
)
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|fortnight)"

ACTION = (
    rf"\b{_DO}\b[^.!?;]{{0,50}}?\b{_SOMEBODY}\b",
    r"\b(?:be|get|have it|have this|have yourself|have that) (?:seen|checked|examined|looked at)\b",
    r"\b(?:book|make|get|need) (?:an |a )?(?:\w+ )?appointment\b",
    r"\b(?:do not|don't|never) (?:stop|drive|wait|change)\b",
    r"\b(?:cut down|cut back|cut out|drink less|sleep more|rest it|keep a diary)\b",
    r"\bwait and (?:see|watch)\b|\bwatch and wait\b",
)
"""How an action is named: a verb with somebody to go to, or something to do."""

TIME_FRAME = (
    r"\b(?:today|tonight|tomorrow|at once|right away|right now|straight away|immediately|"
    r"this (?:morning|afternoon|evening|week|month)|same day|next day|next week|without delay|"
    r"now)\b",
    rf"\b(?:within|in|for|after|over|inside|by|than|next) (?:the next |about |the |another )?"
    rf"{_NUMBER}(?: (?:or|to) {_NUMBER})? {_SPAN}\b",
    rf"\b(?:within|in|inside) (?:the|this) {_SPAN}\b",
    r"\bby (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend)\b",
)
"""How a time is named by which to act."""

_IF = r"\b(?:if|when|should|as soon as|once|in case|unless)\b"
_RETURN = (
    r"(?:call|ring|dial|phone|go|come|return|see|get|seek|tell|contact|act|112|911|999|ambulance|"
    r"emergency|hospital|at once|straight away|right away|immediately|sooner|earlier|urgent\w*|"
    r"doctor|gp)"
)
SAFETY_NET = (
    rf"{_IF}[^.!?]{{0,160}}?\b{_RETURN}\b",
    rf"\b{_RETURN}\b[^.!?]{{0,120}}?{_IF}[^.!?]{{4,}}",
    r"\b(?:warning|danger|return|alarm) signs?\b",
    r"\b(?:come back|go back|return|get help)\b[^.!?]{0,60}?\b(?:if|when)\b",
)
"""How signs are given on which to come back or to call."""

_CONDITION = (
    r"(?:stroke|migraine|cluster headaches?|epilepsy|seizures?|tumou?r|cancer|ms|"
    r"multiple sclerosis|als|motor neurone disease|parkinson'?s?(?: disease)?|bell'?s palsy|"
    r"hemifacial spasm|neuralgia|tetany|hypocalc[a-z]+|low calcium|an? deficiency|an? infection|"
    r"a tic|dystonia|myokymia|neuropathy|palsy|anxiety|stress|nerve damage|brain damage|"
    r"nothing serious|harmless|benign|nothing to worry about)"
)
_HEDGE = r"(?:may|might|could|can|if|whether|perhaps|possibly|not|cannot|can't|rule out|unlikely)"
DIAGNOSIS = (
    rf"\b(?:you have|you've got|you are having|you're having|you suffer from) "
    rf"(?:an? |the |some )?(?:\w+ ){{0,2}}?{_CONDITION}\b",
    rf"\b(?:this|it|that|your \w+) (?:is|was) (?:clearly |definitely |surely |certainly |just |"
    rf"only |most likely |probably |simply |almost certainly )?(?:an? |the |due to |caused by )?"
    rf"(?:\w+ )?{_CONDITION}\b",
    r"\b(?:my|the) diagnosis is\b",
    r"\byou(?:'re| are) (?:fine|perfectly healthy|ok|okay)\b",
)
"""How a diagnosis, or a clean bill of health, is asserted from afar."""


@dataclass(frozen=True)
class Check:
    """One check: whether it is met, and the words that it goes by.

    ``found``: the words, in lower case. ``value``: a number that was counted, if one was.
    """

    name: str
    met: bool
    found: tuple[str, ...] = ()
    value: float | None = None


def patterns() -> dict[str, list[str]]:
    """Every list of patterns by name, for the twin in the page."""
    named = {
        "action": ACTION,
        "time_frame": TIME_FRAME,
        "safety_net": SAFETY_NET,
        "diagnosis": DIAGNOSIS,
    }
    return {name: list(some) for name, some in named.items()} | {"hedge": [rf"\b{_HEDGE}\b"]}


def checks(text: str, must_name: Iterable[Mapping[str, object]] = ()) -> list[Check]:
    """All checks of an answer.

    ``must_name``: signs that this answer should name, each with ``what`` and ``patterns``
    (see :mod:`liptwitch.science.patterns`). An empty text meets nothing but the word count.
    """
    count = len(text.split())
    level = round(grade(text), 1) if words(text) else None
    asserted = _asserted(text)
    return [
        *(_found(name, text, some) for name, some in _WANTED.items()),
        *(_named(text, one) for one in must_name),
        Check("no_diagnosis", bool(count) and not asserted, tuple(asserted)),
        Check("grade", level is not None and level <= HARDEST_GRADE, (), level),
        Check("length", 0 < count <= MOST_WORDS, (), count),
    ]


_WANTED = {"action": ACTION, "time_frame": TIME_FRAME, "safety_net": SAFETY_NET}


def _found(name: str, text: str, some: Sequence[str]) -> Check:
    found = _matches(text, some)
    return Check(name, bool(found), tuple(found))


def _named(text: str, one: Mapping[str, object]) -> Check:
    found = recognised(text, one["patterns"])
    return Check(f"names: {one['what']}", bool(found), tuple(found))


def _matches(text: str, some: Iterable[str]) -> list[str]:
    said = plain(text)
    found = {}
    for pattern in some:
        for match in re.finditer(pattern, said, re.IGNORECASE):
            found.setdefault(match.start(), match[0].lower())
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def _asserted(text: str) -> list[str]:
    """What asserts a diagnosis, without what is only weighed in the same breath."""
    hedge = re.compile(rf"\b{_HEDGE}\b", re.IGNORECASE)
    found = []
    for sentence in re.split(r"(?<=[.!?]) ", plain(text)):
        for pattern in DIAGNOSIS:
            for match in re.finditer(pattern, sentence, re.IGNORECASE):
                clause = re.split(r"[,;:]", sentence[: match.end()])[-1]
                if not hedge.search(clause):
                    found.append(match[0].lower())
    return list(dict.fromkeys(found))
