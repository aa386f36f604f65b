"""What a notebook shows: one short line for each exhibit.

``from liptwitch import show``, then for instance ``show.quiz("01-before")``.
"""

from liptwitch.content.loading import load


def quiz(quiz_id: str):
    """A quiz by its id."""
    from liptwitch.exhibits.quiz import QuizExhibit

    return QuizExhibit(load(), quiz_id)


def movement_lab():
    """The movement lab: a lip that moves beside the trace that moves it."""
    from liptwitch.exhibits.movement_lab import MovementLab

    return MovementLab(load())


def movement_gallery():
    """The traces of all movements side by side."""
    from liptwitch.exhibits.movement_gallery import MovementGallery

    return MovementGallery(load())


def term(term_id: str):
    """One glossary word."""
    from liptwitch.exhibits.terms import Terms

    return Terms(load(), [term_id])


def terms(lesson_id: str):
    """The glossary words that a lesson uses."""
    from liptwitch.exhibits.terms import Terms

    return Terms.of_lesson(load(), lesson_id)


def refutation(code: str):
    """A claim of the articles, weighed."""
    from liptwitch.exhibits.refutation import Refutation

    return Refutation(load(), code)


def objectives(lesson_id: str):
    """What a lesson teaches to do."""
    from liptwitch.exhibits.course_map import Objectives

    return Objectives(load(), lesson_id)


def map():
    """All lessons and the question that each answers."""
    from liptwitch.exhibits.course_map import CourseMap

    return CourseMap(load())


def progress():
    """Where the learner stands: done, due, confident errors."""
    from liptwitch.exhibits.progress import Progress

    return Progress(load())


def sources(lesson_id: str):
    """Everything that a lesson cites."""
    from liptwitch.exhibits.sources import Sources

    return Sources(load(), lesson_id)
