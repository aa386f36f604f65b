"""The sources of a lesson: everything that its page cites."""

from liptwitch.content.citing import references_of
from liptwitch.content.course import Course
from liptwitch.content.references import Reference
from liptwitch.exhibits.base import Exhibit, render


class Sources(Exhibit):
    """A list made from the ids cited on the page: prose, questions and exhibits."""

    def __init__(self, course: Course, lesson_id: str):
        cited = references_of(course, course.lesson(lesson_id).id)
        rows = [_row(course.references[one]) for one in cited]
        self.rows = sorted(rows, key=lambda row: row["label"].lower())

    def page(self) -> str:
        """A folded list with links."""
        return render("sources.html", rows=self.rows)

    def words(self) -> str:
        """A line for each source."""
        return render("sources.txt", rows=self.rows)


def _row(reference: Reference) -> dict:
    return {
        "label": reference.label,
        "title": reference.title,
        "url": str(reference.url),
        "kind": reference.custom.kind.value.replace("-", " "),
        "read": reference.custom.read.value,
        "checked": reference.custom.checked.isoformat(),
    }
