"""What a lesson is for, and where each lesson stands in the course."""

from liptwitch.content.course import Course
from liptwitch.exhibits.base import Exhibit, render


class Objectives(Exhibit):
    """What a learner will be able to do after a lesson."""

    def __init__(self, course: Course, lesson_id: str):
        self.lesson = course.lesson(lesson_id)

    def page(self) -> str:
        """A list."""
        return render("objectives.html", lesson=self.lesson)

    def words(self) -> str:
        """A list."""
        return render("objectives.txt", lesson=self.lesson)


class CourseMap(Exhibit):
    """All lessons with the question that each answers; those not written yet say so."""

    def __init__(self, course: Course):
        self.lessons = list(course.lessons.values())

    def page(self) -> str:
        """A table; a lesson that is ready is a link."""
        return render("course_map.html", lessons=self.lessons)

    def words(self) -> str:
        """A line for each lesson."""
        return render("course_map.txt", lessons=self.lessons)
