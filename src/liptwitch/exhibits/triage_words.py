"""What the triage desk says of an assessment, as plain data: card, rules, what would change it."""

from collections.abc import Sequence

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.urgency import Urgency
from liptwitch.content.vignettes import Vignette
from liptwitch.exhibits.care_card import care_card
from liptwitch.science.triage import Ask, Assessment, Fired, Raise

MOST_RAISES = 5
"""Of what would raise the level, the nearest are shown."""

MOST_ASKS = 6
"""Of what is worth asking, so many questions are shown, the most urgent first."""

MOST_ASKS_ALIKE = 3
"""So many of them for one level: a harmless story shall not be answered with alarms alone."""

SORTED = "These are sorted by how fast help would be needed, not by how likely a yes is."
"""Said before what is worth asking, on all faces: what comes first is not what is probable."""

_OPENING_WORDS = 7


def level_told(course: Course, level: Urgency | None) -> dict[str, str]:
    """A level by its id, its sign and its words; never by colour alone."""
    card = care_card(course, level)
    return {"level": card["level"], "sign": card["sign"], "name": card["name"]}


def told(course: Course, assessment: Assessment) -> dict:
    """Everything that the desk shows of an assessment."""
    return {
        "card": care_card(course, assessment.level, _action(assessment)),
        "rules": [_rule(course, fired) for fired in assessment.fired],
        "raises": [_raise(course, one) for one in assessment.raised_by[:MOST_RAISES]],
        "more_raises": max(0, len(assessment.raised_by) - MOST_RAISES),
        "asks": _asks(course, assessment.ask),
        "sorted": SORTED,
        "conflicts": [texts(course, one.findings) for one in assessment.conflicts],
    }


def texts(course: Course, findings: Sequence[str]) -> list[str]:
    """Findings in words."""
    return [course.findings[one].text for one in findings]


def name_of(story: Vignette) -> str:
    """A story's first words, by which it is found in a list."""
    words = story.story.split()
    return " ".join(words[:_OPENING_WORDS]).rstrip(".,;:?!") + " …"


def _action(assessment: Assessment) -> str | None:
    """What the one rule that sets the level asks for.

    Where several set it, they may ask for different things, and the level's own action stands.
    """
    setting = [one.rule for one in assessment.fired if one.rule.level is assessment.level]
    return setting[0].action if len(setting) == 1 else None


def _rule(course: Course, fired: Fired) -> dict:
    rule = fired.rule
    return {
        **level_told(course, rule.level),
        "id": rule.id,
        "title": rule.name,
        "reason": rule.reason,
        "says": rule.says,
        "action": rule.action or "",
        "basis": rule.basis.words,
        "for_whom": rule.for_whom.words,
        "met_by": texts(course, fired.met_by),
        "checked": f"{rule.checked:%Y-%m-%d}",
        "review": rule.review,
        "sources": sources_of(course, rule.references),
    }


def _asks(course: Course, asks: Sequence[Ask]) -> list[dict]:
    """Questions by what a yes would do, so that a level is named once and not with each of them."""
    groups: dict[tuple[Urgency, bool], list[Ask]] = {}
    for one in _some(asks):
        groups.setdefault((one.level, one.alone), []).append(one)
    return [
        {
            **level_told(course, level),
            "lead": "A yes here would mean" if alone else "A yes here may lead to",
            "questions": [
                {"finding": one.finding, "question": course.findings[one.finding].question}
                for one in members
            ],
        }
        for (level, alone), members in groups.items()
    ]


def _some(asks: Sequence[Ask]) -> list[Ask]:
    shown: list[Ask] = []
    for one in asks:
        if sum(other.level is one.level for other in shown) < MOST_ASKS_ALIKE:
            shown.append(one)
    return shown[:MOST_ASKS]


def _raise(course: Course, one: Raise) -> dict:
    return {
        **level_told(course, one.level),
        "findings": list(one.findings),
        "texts": texts(course, one.findings),
        "rules": [course.rules[rule].name for rule in one.rules],
    }
