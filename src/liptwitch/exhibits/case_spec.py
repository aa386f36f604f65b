"""A case as plain data, with all that its page needs: names, words of levels, sources."""

from liptwitch.content.cases import (
    OTHER,
    SUMMARY_WORDS,
    Case,
    Event,
    Hypothesis,
    KeyFeature,
    TellingFinding,
)
from liptwitch.content.course import Course
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.care_card import care_card
from liptwitch.science import case_scoring


def case_for_page(course: Course, case: Case) -> dict:
    """The whole case, its reasoning too, as JSON can hold it."""
    return {
        "id": case.id,
        "title": case.title,
        "provenance": case.provenance.words.capitalize(),
        "opening": case.opening,
        "budget": case.budget_minutes,
        "groups": case.groups,
        "questions": [one.model_dump(mode="json") for one in case.questions],
        "examinations": [one.model_dump(mode="json") for one in case.examinations],
        "events": [_event(course, one) for one in case.events],
        "features": [_finding(one) for one in case.key_features],
        "hypotheses": _hypotheses(course, case),
        "triage": _triage(course, case),
        "then": case.then and case.then.model_dump(mode="json", exclude={"claim_ids"}),
        "now": {"advice": case.now.advice, "sources": labels(course, case.now.references)},
        "summary": _summary(case),
        "misfit": _finding(case.misfit),
        "turning_point": _finding(case.turning_point),
        "outcome": case.outcome,
        "unknown": [sentence(one) for one in case.unknown],
        "take_home": case.take_home,
        "review": [_review(course, one) for one in case.review],
        "sources": labels(course, case.cited),
        **same_in_every_case(course),
    }


def same_in_every_case(course: Course) -> dict:
    """The levels with their care cards, and what a wrong level costs."""
    return {
        "levels": [
            {"id": one.value, "words": one.words, "card": care_card(course, one)} for one in Urgency
        ],
        "loss": {"too_low": case_scoring.TOO_LOW, "too_high": case_scoring.TOO_HIGH},
    }


def labels(course: Course, ids: tuple[str, ...] | list[str]) -> list[str]:
    """References by their short labels, each label once."""
    return list(dict.fromkeys(course.references[one].label for one in ids))


def hypothesis_name(course: Course, one: Hypothesis) -> str:
    """The name of a hypothesis: its own, or that of the cause."""
    return one.name or course.cause(one.cause).name


def sentence(text: str) -> str:
    """A text with a full stop at its end, if it has none of its own."""
    return text if text.endswith((".", "!", "?", "”", "…")) else f"{text}."


def _finding(one: KeyFeature | TellingFinding) -> dict:
    return one.model_dump(mode="json") | {"text": sentence(one.text)}


def _hypotheses(course: Course, case: Case) -> list[dict]:
    """By name, what is not listed last: the authors' order would give their thoughts away."""
    told = [_hypothesis(course, one) for one in case.hypotheses]
    return sorted(told, key=lambda one: (one["is_other"], one["name"].lower()))


def _hypothesis(course: Course, one: Hypothesis) -> dict:
    return {
        "id": one.key,
        "name": hypothesis_name(course, one),
        "is_other": one.key == OTHER,
        "for": list(one.for_),
        "against": list(one.against),
        "expert": one.expert.model_dump(mode="json"),
        "sources": labels(course, one.references),
    }


def _event(course: Course, one: Event) -> dict:
    kept = one.model_dump(mode="json", exclude={"after", "references"})
    return kept | {"sources": labels(course, one.references)}


def _triage(course: Course, case: Case) -> dict:
    triage = case.triage
    counted = {level: triage.panel[level] for level in Urgency if triage.panel.get(level)}
    return {
        "level": triage.level.value,
        "range": [level.value for level in triage.range],
        "why": triage.why,
        "basis": triage.basis.words,
        "sources": labels(course, triage.references),
        "panel": {level.value: count for level, count in counted.items()},
        "readings": sum(counted.values()),
    }


def _summary(case: Case) -> dict:
    parts = [one.model_dump(mode="json") for one in case.summary.parts]
    return {"model": case.summary.model, "parts": parts, "most_words": SUMMARY_WORDS}


def _review(course: Course, item_id: str) -> dict:
    item = course.items[item_id]
    quiz = course.quiz(item.quiz)
    lesson = course.lesson(quiz.lesson)
    return {
        "lesson": lesson.id,
        "link": f"{lesson.stem}.ipynb",
        "quiz": quiz.title,
        "stem": item.stem,
    }
