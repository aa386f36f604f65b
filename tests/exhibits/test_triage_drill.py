"""The triage drill: every story with what holds of each level."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from liptwitch.content.errors import NotInCourse
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.packing import unpack
from liptwitch.exhibits.triage_drill import TriageDrill, verdict
from liptwitch.science.triage_report import report

FILE = "vignettes.toml"
FIELDS = {
    "story": ("It hums, just now, and I like it.", "It hums, since now, and I like it."),
    "level": ('level = "self-care"', 'level = "routine"'),
    "range": ('range = ["self-care", "routine"]', 'range = ["self-care"]'),
    "why": ("A kettle hums.", "Kettles hum."),
    "basis": ('basis = "judgement"', 'basis = "guidance"'),
    "what is said": ('says = "It hums."', 'says = "It does hum."'),
    "source": ("drill = true", 'drill = true\nreferences = ["steam-2001"]'),
}


@pytest.mark.parametrize("edit", FIELDS.values(), ids=FIELDS)
def test_every_field_is_on_all_faces(small, tmp_path, edit):
    before, after = TriageDrill(small), TriageDrill(course_with(tmp_path, (FILE, *edit)))
    assert before.page() != after.page()
    assert before.words() != after.words()
    assert before.live.spec != after.live.spec


def test_only_stories_of_the_drill_and_all_of_them(course):
    drill = TriageDrill(course)
    ids = {story["id"] for story in json.loads(unpack(drill.live.spec))["stories"]}
    assert ids == {one.id for one in course.vignettes.values() if one.drill}


def test_the_order_does_not_go_by_level_and_never_changes(course):
    levels = [story.level for story in TriageDrill(course).stories]
    ranks = [list(Urgency).index(level) for level in levels]
    assert ranks not in (sorted(ranks), sorted(ranks, reverse=True))
    assert [one.id for one in TriageDrill(course).stories] == [
        one.id for one in TriageDrill(course).stories
    ]
    # No level stands twice in a row more than once: nobody can guess by counting.
    assert sum(one == other for one, other in pairwise(levels)) <= 1


def test_without_a_story_it_says_so(small):
    with pytest.raises(NotInCourse, match="story for the drill"):
        TriageDrill(replace(small, vignettes={}))


def test_a_verdict_says_what_the_report_counts(course):
    signs = {"✓": "right", "≈": "in_range", "✗": "too_low", "△": "too_high"}
    for story in TriageDrill(course).stories:
        for level in Urgency:
            told = verdict(story, level)
            counted = report({story.id: story}, {story.id: level})
            assert getattr(counted, signs[told[0]]).hits == 1
            assert counted.in_range.hits == (told[0] in "✓≈")
            if told[0] != "✓":
                assert story.level.words in told


def test_a_hostile_story_stays_text(hostile):
    page = TriageDrill(hostile).page()
    assert active_parts(page) == []
    assert hostile.vignettes["kitchen"].why in Page(page).text
