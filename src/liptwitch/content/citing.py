"""Which references a page of the course cites."""

import re
from collections.abc import Iterable

from liptwitch.content.course import Course
from liptwitch.content.movements import Movement
from liptwitch.content.prose import citations
from liptwitch.content.record import Sourced

_SHOWN = re.compile(r"""^show\.(\w+)\((?:["']([^"']+)["'])?\)$""", re.MULTILINE)
"""An exhibit in a lesson's Markdown: ``show.quiz("01-before")``."""


def shown(prose: str) -> list[tuple[str, str]]:
    """The exhibits that a lesson shows, as (kind, id) in page order; id may be empty."""
    return [(kind, asked) for kind, asked in _SHOWN.findall(prose)]


def terms_of(course: Course, lesson_id: str) -> list[str]:
    """Ids of the glossary terms that a lesson's prose or quizzes mention by name."""
    pages = [course.prose.get(lesson_id, ""), *_quiz_texts(course, lesson_id)]
    text = " ".join(pages).lower()
    return [
        term.id
        for term in sorted(course.glossary.values(), key=lambda term: term.name.lower())
        if re.search(rf"\b{re.escape(term.name.lower())}s?\b", text)
    ]


def references_of(course: Course, lesson_id: str) -> list[str]:
    """Ids of everything that a lesson cites: in prose, quizzes and exhibits, sorted."""
    prose = course.prose.get(lesson_id, "")
    cited = set(citations(prose))
    for kind, asked in shown(prose):
        cited.update(_references_of_exhibit(course, lesson_id, kind, asked))
    return sorted(cited)


def all_cited(course: Course) -> set[str]:
    """Ids of every reference that anything in the course cites."""
    cited = {one for page in course.pages() for one in citations(page.prose)}
    if course.general:
        cited.update(course.general.references)
    records = (
        course.items,
        course.glossary,
        course.misconceptions,
        course.claims,
        course.causes,
        course.findings,
        course.rules,
        course.vignettes,
        course.symptom_checkers,
        *_anatomy(course),
    )
    cited.update(one for group in records for record in group.values() for one in record.references)
    cited.update(one for _, record in sourced(course) for one in record.references)
    cited.update(
        one for movement in course.movements.values() for one in movement_references(movement)
    )
    cited.update(one for case in course.cases.values() for one in case.cited)
    cited.update(one for card in course.care_cards.values() for one in card.references)
    cited.update(one for preset in course.presets.values() for one in preset.cites)
    return cited


def sourced(course: Course) -> list[tuple[str, Sourced]]:
    """What the nerve lab and the caffeine clock say with its sources, each with its kind."""
    return [*course.nerve.sourced(), *course.caffeine.sourced()]


def movement_references(movement: Movement) -> list[str]:
    """Ids that a movement cites, for itself and for its settings."""
    return [*movement.references, *(one for basis in movement.basis for one in basis.references)]


def _anatomy(course: Course) -> tuple[dict, ...]:
    return course.muscles, course.landmarks, course.branches, course.stations, course.areas


def _references_of_exhibit(course: Course, lesson_id: str, kind: str, asked: str) -> list[str]:
    match kind:
        case "quiz":
            return [one for item in course.items_of(asked) for one in item.references]
        case "movement_lab" | "movement_gallery":
            return [
                one
                for movement in course.movements.values()
                for one in movement_references(movement)
            ]
        case "nerve_lab":
            return [one for _, record in course.nerve.sourced() for one in record.references]
        case "caffeine_clock":
            return [one for _, record in course.caffeine.sourced() for one in record.references]
        case "face_and_wire":
            return [
                one for group in _anatomy(course) for it in group.values() for one in it.references
            ]
        case "case" | "worked_case" if asked in course.cases:
            return course.cases[asked].cited
        case "frequency_tree":
            # Its live face offers every preset, whichever it opens on.
            return [one for preset in course.presets.values() for one in preset.cites]
        case "triage_desk":
            # Each rule that fires links its own sources there.
            return [one for card in course.care_cards.values() for one in card.references]
        case "triage_drill":
            stories = (one for one in course.vignettes.values() if one.drill)
            return [one for story in stories for one in story.references]
        case "refutation" if asked in course.misconceptions:
            return list(course.misconceptions[asked].references)
        case "terms":
            return [
                one
                for term_id in terms_of(course, lesson_id)
                for one in course.glossary[term_id].references
            ]
        case "term" if asked in course.glossary:
            return list(course.glossary[asked].references)
        case _:
            return []


def _quiz_texts(course: Course, lesson_id: str) -> list[str]:
    quiz_ids = {quiz.id for quiz in course.quizzes_of(lesson_id)}
    return [item.model_dump_json() for item in course.items.values() if item.quiz in quiz_ids]


def sources_of(course: Course, ids: Iterable[str]) -> list[dict[str, str]]:
    """References as a page needs them: short label and address."""
    cited = (course.references[one] for one in ids)
    return [{"label": one.label, "url": str(one.url)} for one in cited]
