"""The care card: what to do at a level of urgency, as plain data, as HTML and as words.

The triage desk, the triage drill and the case player show the same card. The live faces draw it
with static/care_card.js from the data that :func:`care_card` gives.
"""

from markupsafe import Markup

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.base import render

NOT_ENOUGH = {
    "level": "not-enough",
    "name": "not enough to say",
    "step": "no level yet",
    "title": "Not enough to say",
    "sign": "○○○○○",
    "action": "Ask on. Nothing that was said so far meets a rule.",
    "when": "",
    "where": [],
    "not_to_do": ["Do not read this as “harmless”."],
    "return_rule": "",
    "return_days": 0,
    "patient": "",
    "gp": "",
    "sources": [],
}
"""The card where no rule holds. It has no advice, because there is nothing to advise on."""


def care_card(course: Course, level: Urgency | None, action: str | None = None) -> dict:
    """The card of a level as plain data, for the front end and for the two functions below.

    ``level``: None where there is not enough to say. ``action``: in place of the level's own, where
    a rule asks for something more exact. Keys: level (its id), name (its words), step (such as
    “step 4 of 5”), title, sign, action, when, where (place and how), not_to_do, return_rule,
    return_days, patient, gp, sources (label and url).
    """
    if level is None:
        return NOT_ENOUGH
    card = course.care_card(level.value)
    levels = list(Urgency)
    return {
        **card.model_dump(mode="json", exclude={"references", "by_number", "where"}),
        "name": level.words,
        "step": f"step {len(levels) - levels.index(level)} of {len(levels)}",
        "action": action or card.action,
        "where": _where(course, level),
        "sources": sources_of(course, card.references),
    }


def care_card_html(card: dict) -> Markup:
    """The card as HTML: a table, because that is what survives wherever a notebook is read."""
    return Markup(render("care_card.html", card=card))


def care_card_words(card: dict) -> str:
    """The card as a few lines of text."""
    return render("care_card.txt", card=card).strip()


def _where(course: Course, level: Urgency) -> list[dict[str, str]]:
    card = course.care_card(level.value)
    if not card.by_number or course.general is None:
        return [one.model_dump(mode="json") for one in card.where]
    return [{"place": one.where, "how": f"Call {one.number}."} for one in course.general.emergency]
