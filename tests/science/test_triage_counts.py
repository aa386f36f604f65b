"""The test of the rules: every measure counted by hand on five stories."""

import pytest

from liptwitch.content.urgency import Urgency
from liptwitch.content.vignettes import Vignette
from liptwitch.science.intervals import highest_after_none, wilson
from liptwitch.science.triage_report import Share, report, run

EMERGENCY, SAME_DAY, WEEK, ROUTINE, SELF_CARE = Urgency

TOLD = {
    # what the story calls for, its range, what was given
    "right": (EMERGENCY, [EMERGENCY], EMERGENCY),
    "slow-in-range": (SAME_DAY, [SAME_DAY, WEEK], WEEK),
    "slow-far": (SAME_DAY, [SAME_DAY], ROUTINE),
    "unsaid": (ROUTINE, [WEEK, ROUTINE], None),
    "fast-in-range": (SELF_CARE, [ROUTINE, SELF_CARE], ROUTINE),
    "fast-far": (SELF_CARE, [ROUTINE, SELF_CARE], SAME_DAY),
}

STORIES = {
    name: Vignette(
        id=name, story="…", told=["…"], findings=["x"], level=level, range=levels, why="…",
        basis="judgement",
    )
    for name, (level, levels, _) in TOLD.items()
}  # fmt: skip


@pytest.fixture
def told():
    return report(STORIES, {name: given for name, (*_, given) in TOLD.items()})


def test_steps_off_the_level_and_off_the_range(told):
    assert {one.vignette.id: (one.off, one.off_range) for one in told.results} == {
        "right": (0, 0),
        "slow-in-range": (-1, 0),
        "slow-far": (-2, -2),
        "unsaid": (-2, -2),
        "fast-in-range": (1, 0),
        "fast-far": (3, 2),
    }


@pytest.mark.parametrize(
    ("measure", "hits", "of"),
    [
        ("right", 1, 6),
        ("in_range", 3, 6),
        ("too_low", 3, 6),
        ("too_high", 2, 6),
        ("strictly_safe", 3, 6),
        ("widely_safe", 4, 6),
        ("missed_at_the_top", 1, 3),
        ("too_high_below", 2, 3),
        ("beyond_range_below", 1, 3),
    ],
)
def test_every_measure_is_a_count(told, measure, hits, of):
    assert getattr(told, measure) == Share(hits, of)


def test_the_table_holds_every_story_once(told):
    assert sum(sum(row.values()) for row in told.table.values()) == len(TOLD)
    assert told.table[SAME_DAY][WEEK] == told.table[ROUTINE][None] == 1
    assert list(told.table) == list(Urgency)
    assert all(list(row) == [*Urgency, None] for row in told.table.values())


def test_the_slow_ones_stand_first_among_those_outside_their_range(told):
    assert [one.vignette.id for one in told.outside_range] == ["slow-far", "unsaid", "fast-far"]


def test_none_missed_still_allows_some(told):
    assert told.still_possible is None
    calm = report(STORIES, {"right": EMERGENCY, "slow-in-range": WEEK})
    assert calm.missed_at_the_top == Share(0, 2)
    assert calm.still_possible == highest_after_none(2)


def test_a_share_carries_its_interval():
    assert Share(3, 6).share == 0.5
    assert Share(3, 6).interval == wilson(3, 6)


def test_no_stories_have_no_share():
    nothing = report(STORIES, {})
    assert nothing.right.share is None
    assert nothing.right.interval is None
    assert nothing.still_possible is None


def test_a_learner_may_leave_stories_out(told):
    assert len(report(STORIES, {"right": EMERGENCY}).results) == 1


def test_the_rules_keep_what_was_aimed_at(course):
    """The target of the course: nothing missed at the top, and little alarm below."""
    now = run(course.rules, course.vignettes)
    assert len(now.results) >= 60
    assert all(sum(row.values()) >= 10 for row in now.table.values())
    assert now.missed_at_the_top.hits == 0
    assert now.too_high_below.share < 0.25
