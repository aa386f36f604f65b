"""The whole course as one object."""

from dataclasses import dataclass

from liptwitch.content.errors import NotInCourse
from liptwitch.content.general import General
from liptwitch.content.glossary import Term
from liptwitch.content.lessons import Lesson
from liptwitch.content.misconceptions import Misconception
from liptwitch.content.movements import Movement
from liptwitch.content.quizzes import Item, Quiz
from liptwitch.content.references import Reference


@dataclass(frozen=True)
class Course:
    """Everything in ``data/``, by id. ``prose`` is the Markdown of each ready lesson."""

    general: General | None
    lessons: dict[str, Lesson]
    prose: dict[str, str]
    quizzes: dict[str, Quiz]
    items: dict[str, Item]
    glossary: dict[str, Term]
    movements: dict[str, Movement]
    misconceptions: dict[str, Misconception]
    references: dict[str, Reference]

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
