"""What a notebook shows: one short line for each exhibit.

``from liptwitch import show``, then for instance ``show.quiz("01-before")``.
"""

from typing import TYPE_CHECKING

from liptwitch.content.loading import load

if TYPE_CHECKING:
    from liptwitch.exhibits.base import Exhibit


def quiz(quiz_id: str) -> "Exhibit":
    """A quiz by its id."""
    from liptwitch.exhibits.quiz import QuizExhibit

    return QuizExhibit(load(), quiz_id)


def movement_lab() -> "Exhibit":
    """The movement lab: a lip that moves beside the trace that moves it."""
    from liptwitch.exhibits.movement_lab import MovementLab

    return MovementLab(load())


def movement_gallery() -> "Exhibit":
    """The traces of all movements side by side."""
    from liptwitch.exhibits.movement_gallery import MovementGallery

    return MovementGallery(load())


def term(term_id: str) -> "Exhibit":
    """One glossary word."""
    from liptwitch.exhibits.terms import Terms

    return Terms(load(), [term_id])


def terms(lesson_id: str) -> "Exhibit":
    """The glossary words that a lesson uses."""
    from liptwitch.exhibits.terms import Terms

    return Terms.of_lesson(load(), lesson_id)


def refutation(code: str) -> "Exhibit":
    """A claim of the articles, weighed."""
    from liptwitch.exhibits.refutation import Refutation

    return Refutation(load(), code)


def objectives(lesson_id: str) -> "Exhibit":
    """What a lesson teaches to do."""
    from liptwitch.exhibits.course_map import Objectives

    return Objectives(load(), lesson_id)


def findings() -> "Exhibit":
    """What the ledger of claims shows, in plain sentences."""
    from liptwitch.exhibits.findings import Findings

    return Findings(load())


def claim_map() -> "Exhibit":
    """Which article names which cause, lip or side, and how those claims fare."""
    from liptwitch.exhibits.claim_map import ClaimMap

    return ClaimMap(load())


def ledger(verdict: str = "") -> "Exhibit":
    """Every claim of the articles, weighed."""
    from liptwitch.exhibits.ledger import Ledger

    return Ledger(load(), verdict)


def frequency_tree(preset_id: str = "") -> "Exhibit":
    """A sign and a condition, counted in people."""
    from liptwitch.exhibits.frequency_tree import FrequencyTree

    return FrequencyTree(load(), preset_id)


def triage_desk() -> "Exhibit":
    """The triage desk: a person in a story, and how fast help is needed."""
    from liptwitch.exhibits.triage_desk import TriageDesk

    return TriageDesk(load())


def triage_drill() -> "Exhibit":
    """Twelve stories to triage, and how safe the learner was."""
    from liptwitch.exhibits.triage_drill import TriageDrill

    return TriageDrill(load())


def article(article_id: str) -> "Exhibit":
    """One of the five articles in figures."""
    from liptwitch.exhibits.article_card import ArticleCard

    return ArticleCard(load(), article_id)


def cause(cause_id: str) -> "Exhibit":
    """One cause on one screen."""
    from liptwitch.exhibits.cause_card import CauseCard

    return CauseCard(load(), cause_id)


def map() -> "Exhibit":
    """All lessons and the question that each answers."""
    from liptwitch.exhibits.course_map import CourseMap

    return CourseMap(load())


def progress() -> "Exhibit":
    """Where the learner stands: done, due, confident errors."""
    from liptwitch.exhibits.progress import Progress

    return Progress(load())


def sources(lesson_id: str) -> "Exhibit":
    """Everything that a lesson cites."""
    from liptwitch.exhibits.sources import Sources

    return Sources(load(), lesson_id)


def triage_report() -> "Exhibit":
    """How the triage rules did on stories that somebody else had labelled."""
    from liptwitch.exhibits.triage_report import TriageReport

    return TriageReport(load())
