"""Sheets to act a case in threes: patient, clinician, observer. One page to print for each case."""

from liptwitch.content.course import Course
from liptwitch.exhibits.base import render
from liptwitch.exhibits.case_player import told
from liptwitch.exhibits.case_spec import case_for_page


def sheets(course: Course) -> dict[str, str]:
    """The HTML of every case's three sheets, by file name."""
    return {
        f"case-{case.id}.html": render("acting_sheets.html", **told(case_for_page(course, case)))
        for case in course.cases.values()
    }
