"""The whole course as one object."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from liptwitch.content.articles import Article
from liptwitch.content.care_cards import CareCard
from liptwitch.content.causes import Cause, NamedCause
from liptwitch.content.errors import NotInCourse
from liptwitch.content.findings import Finding
from liptwitch.content.general import General
from liptwitch.content.glossary import Term
from liptwitch.content.ledger import Claim, Subject
from liptwitch.content.lessons import Lesson
from liptwitch.content.misconceptions import Misconception
from liptwitch.content.movements import Movement
from liptwitch.content.probability import Preset
from liptwitch.content.quizzes import Item, Quiz
from liptwitch.content.ratings import Rating
from liptwitch.content.references import Reference
from liptwitch.content.rules import Rule
from liptwitch.content.symptom_checkers import SymptomChecker
from liptwitch.content.vignettes import FirstRun, Mended, Vignette


@dataclass(frozen=True)
class Page:
    """Prose that becomes a notebook: ``file`` in ``data/``, ``stem`` in ``notebooks/``."""

    file: str
    stem: str
    prose: str


@dataclass(frozen=True)
class Course:
    """Everything in ``data/``, by id.

    ``prose``: the Markdown of each ready lesson. ``categories``: the ids of causes by the file of
    ``data/causes/`` in which they stand. ``named_causes``: by number. ``ratings``: by claim.
    ``reference_pages``: the Markdown of the pages of ``data/reference/``, by name.
    """

    general: General | None
    lessons: dict[str, Lesson]
    prose: dict[str, str]
    quizzes: dict[str, Quiz]
    items: dict[str, Item]
    glossary: dict[str, Term]
    movements: dict[str, Movement]
    misconceptions: dict[str, Misconception]
    references: dict[str, Reference]
    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    causes: dict[str, Cause] = field(default_factory=dict)
    categories: dict[str, list[str]] = field(default_factory=dict)
    named_causes: dict[str, NamedCause] = field(default_factory=dict)
    ratings: dict[str, Rating] = field(default_factory=dict)
    reference_pages: dict[str, str] = field(default_factory=dict)
    care_cards: dict[str, CareCard] = field(default_factory=dict)
    presets: dict[str, Preset] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    vignettes: dict[str, Vignette] = field(default_factory=dict)
    first_run: dict[str, FirstRun] = field(default_factory=dict)
    mended: dict[str, Mended] = field(default_factory=dict)
    symptom_checkers: dict[str, SymptomChecker] = field(default_factory=dict)

    def pages(self, names: Iterable[str] = ()) -> list[Page]:
        """All ready lessons and reference pages, or those named by number or by name."""
        every = {
            lesson.id: Page(lesson.prose_file, lesson.stem, self.prose[lesson.id])
            for lesson in self.lessons.values()
            if lesson.id in self.prose
        }
        every |= {
            name: Page(f"reference/{name}.md", f"reference/{name}", prose)
            for name, prose in self.reference_pages.items()
        }
        return [every[name] for name in names] or list(every.values())

    def lesson(self, lesson_id: str) -> Lesson:
        """A lesson by its number. Raises :class:`NotInCourse`."""
        return _get(self.lessons, "lesson", lesson_id)

    def quiz(self, quiz_id: str) -> Quiz:
        """A quiz by its id. Raises :class:`NotInCourse`."""
        return _get(self.quizzes, "quiz", quiz_id)

    def term(self, term_id: str) -> Term:
        """A glossary term by its id. Raises :class:`NotInCourse`."""
        return _get(self.glossary, "term", term_id)

    def movement(self, movement_id: str) -> Movement:
        """A movement by its id. Raises :class:`NotInCourse`."""
        return _get(self.movements, "movement", movement_id)

    def misconception(self, code: str) -> Misconception:
        """A misconception by its code. Raises :class:`NotInCourse`."""
        return _get(self.misconceptions, "misconception", code)

    def cause(self, cause_id: str) -> Cause:
        """A cause by its id. Raises :class:`NotInCourse`."""
        return _get(self.causes, "cause", cause_id)

    def preset(self, preset_id: str) -> Preset:
        """A preset of the frequency tree by its id. Raises :class:`NotInCourse`."""
        return _get(self.presets, "preset", preset_id)

    def care_card(self, level: str) -> CareCard:
        """The care card of a level of urgency. Raises :class:`NotInCourse`."""
        return _get(self.care_cards, "care card", level)

    def article(self, article_id: str) -> Article:
        """An article by its number. Raises :class:`NotInCourse`."""
        return _get(self.articles, "article", article_id)

    def finding(self, finding_id: str) -> Finding:
        """A finding by its id. Raises :class:`NotInCourse`."""
        return _get(self.findings, "finding", finding_id)

    def rule(self, rule_id: str) -> Rule:
        """A triage rule by its id. Raises :class:`NotInCourse`."""
        return _get(self.rules, "rule", rule_id)

    def vignette(self, vignette_id: str) -> Vignette:
        """A vignette by its id. Raises :class:`NotInCourse`."""
        return _get(self.vignettes, "vignette", vignette_id)

    def claims_about(self, subject_id: str) -> list[Claim]:
        """The claims whose subject is a cause, a glossary word or a subject."""
        return [claim for claim in self.claims.values() if claim.subject == subject_id]

    def subject_name(self, subject_id: str) -> str:
        """The name of what a claim is about."""
        for records in (self.causes, self.glossary, self.subjects):
            if subject_id in records:
                return records[subject_id].name
        raise NotInCourse("subject", subject_id, [*self.causes, *self.glossary, *self.subjects])

    def question(self, question_id: str) -> Item | Vignette | None:
        """What a learner may answer: a quiz item or a story of the triage drill, by its id."""
        story = self.vignettes.get(question_id)
        return self.items.get(question_id) or (story if story and story.drill else None)

    def items_of(self, quiz_id: str) -> list[Item]:
        """The items of a quiz, in author order."""
        return [item for item in self.items.values() if item.quiz == quiz_id]

    def quizzes_of(self, lesson_id: str) -> list[Quiz]:
        """The quizzes of a lesson, in author order."""
        return [quiz for quiz in self.quizzes.values() if quiz.lesson == lesson_id]


def _get(records: dict, kind: str, asked: str):
    try:
        return records[asked]
    except KeyError:
        raise NotInCourse(kind, asked, list(records)) from None
