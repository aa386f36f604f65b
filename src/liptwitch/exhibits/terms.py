"""Glossary terms: one word, or all the words of a lesson."""

from collections.abc import Sequence

from liptwitch.content.citing import terms_of
from liptwitch.content.course import Course
from liptwitch.exhibits.base import Exhibit, render


class Terms(Exhibit):
    """Words with their plain meaning first, then the exact one and what they are not."""

    def __init__(self, course: Course, term_ids: Sequence[str]):
        self.rows = [_row(course, one) for one in term_ids]

    @classmethod
    def of_lesson(cls, course: Course, lesson_id: str) -> "Terms":
        """The glossary words that a lesson uses, in alphabetical order."""
        return cls(course, terms_of(course, course.lesson(lesson_id).id))

    def page(self) -> str:
        """A fold for each word."""
        return render("terms.html", rows=self.rows)

    def words(self) -> str:
        """A paragraph for each word."""
        return render("terms.txt", rows=self.rows)


def _row(course: Course, term_id: str) -> dict:
    term = course.term(term_id)
    return {
        "name": term.name,
        "plain": term.plain,
        "definition": term.definition,
        "not": [course.glossary[other].name for other in term.not_],
        "sources": [course.references[one].label for one in term.references],
        "confidence": term.confidence.value,
    }
