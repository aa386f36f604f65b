"""The course keeps its own rules of item writing and plain prose."""

import pytest
from rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_course_keeps_the_rule(course, rule):
    complaints = list(rule(course))
    assert not complaints, "\n".join([rule.__doc__, *(f"- {one}" for one in complaints)])
