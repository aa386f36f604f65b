"""Errors that a reader of a notebook meets: the message alone, and what there is instead."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from small_data import course_with

from liptwitch.content.errors import ContentError, CourseError, NotInCourse, Problem


@pytest.fixture(scope="module")
def shell():
    """A notebook's Python, without the notebook."""
    return InteractiveShell(colors="nocolor")


def printed(shell, capsys, error: Exception) -> str:
    """What a notebook's cell prints that raises an error."""
    shell.push({"error": error})
    shell.run_cell("raise error")
    out, err = capsys.readouterr()
    return out + err


def test_a_notebook_shows_the_message_and_no_frame_of_python(shell, capsys):
    error = ContentError([Problem("a.toml", "b", "c", "is odd")])
    assert printed(shell, capsys, error).splitlines() == [
        "1 problem in the course's files:",
        "- a.toml, b, c: is odd",
    ]


def test_another_error_does_show_its_frames(shell, capsys):
    assert "Traceback" in printed(shell, capsys, ValueError("odd"))


def test_the_lines_for_a_notebook():
    assert CourseError("one\ntwo")._render_traceback_() == ["one", "two"]


def test_a_problem_leaves_out_what_it_does_not_have():
    assert str(Problem("a.toml", "", "", "is odd")) == "a.toml: is odd"
    assert str(Problem("a.toml", "b", "", "is odd")) == "a.toml, b: is odd"


def test_problems_are_sorted_and_none_is_said_twice():
    first, second = Problem("a.toml", "", "", "x"), Problem("b.toml", "", "", "y")
    assert ContentError([second, first, second]).problems == [first, second]


@pytest.mark.parametrize(
    ("kind", "asked", "said"),
    [
        ("lesson", "7", "The course has no lesson “7”. It has: 00, 01."),
        ("quiz", "00", "The course has no quiz “00”. It has: 00-try, 00-check."),
        ("term", "wistle", "The course has no term “wistle”. It has: hum, whistle."),
        ("movement", "", "The course has no movement “”. It has: simmer."),
        ("misconception", "M3", "The course has no misconception “M3”. It has: M1, M2."),
    ],
)
def test_what_the_course_lacks_names_what_it_has(tmp_path, kind, asked, said):
    course = course_with(tmp_path)
    with pytest.raises(NotInCourse) as caught:
        getattr(course, kind)(asked)
    assert str(caught.value) == said


def test_of_a_long_list_the_nearest_are_named():
    message = str(NotInCourse("term", "tic", [f"word-{place}" for place in range(30)] + ["tics"]))
    assert "It has: tics, " in message
    assert message.endswith(", ….")
    assert message.count(",") == 12


def test_a_course_without_any():
    assert str(NotInCourse("quiz", "x", [])) == "The course has no quiz “x”. It has: none yet."
