"""Triage: what is proved of the course's rules, and how a person is weighed."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_data import ORIGINAL

from liptwitch.content.errors import NotInCourse
from liptwitch.content.findings import FindingKind, exclusive
from liptwitch.content.loading import load
from liptwitch.content.place import data_folder
from liptwitch.content.rules import Condition, Gate
from liptwitch.content.urgency import Urgency
from liptwitch.science.triage import NOT_ENOUGH, assess, level_of, rules_for, step

COURSE = load(data_folder())
FLAGS = [finding.id for finding in COURSE.findings.values() if finding.red_flag]
RULES = COURSE.rules.values()


@pytest.fixture(scope="module")
def small():
    """The small course, which has rules for a kettle."""
    return load(ORIGINAL)


def weigh(course, *chosen, **more):
    return assess(course.findings, course.rules, chosen, **more)


# ------------------------------------------------------------------- what holds of the real rules


def test_no_red_flag_lowers_the_level_of_any_one_or_two_findings():
    """Exhaustive: every red flag added to every finding, and to every pair of findings."""
    before = {}
    for chosen in [(), *combinations(COURSE.findings, 1), *combinations(COURSE.findings, 2)]:
        before[frozenset(chosen)] = step(level_of(RULES, frozenset(chosen)))
    for chosen in [one for one in before if len(one) < 2]:
        for flag in FLAGS:
            assert before[chosen | {flag}] >= before[chosen], (chosen, flag)
    # For pairs it is enough that no rule which holds of the pair is silenced by the flag.
    silencing = {one for rule in RULES for one in rule.when.none}
    assert silencing.isdisjoint(FLAGS)


@settings(max_examples=1500, deadline=None)
@given(st.sets(st.sampled_from(list(COURSE.findings)), max_size=14), st.sampled_from(FLAGS))
def test_no_red_flag_lowers_the_level_of_many_findings(chosen, flag):
    assert step(level_of(RULES, chosen | {flag})) >= step(level_of(RULES, chosen))


@settings(max_examples=300, deadline=None)
@given(st.sets(st.sampled_from(list(COURSE.findings)), max_size=14), st.sampled_from(FLAGS))
def test_a_red_flag_is_never_left_at_self_care(chosen, flag):
    silenced = {one for rule in RULES for one in rule.when.none}
    if silenced.isdisjoint(chosen):
        assert step(level_of(RULES, chosen | {flag})) >= step(Urgency.WITHIN_A_WEEK)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_can_fire_and_decide_for_somebody(rule):
    """Its condition is met by findings that can all be true, and nobody else's level is higher."""
    met = [*rule.when.all_, *(group[0] for group in rule.when.any_)]
    ways = [met]
    for place, group in enumerate(rule.when.any_, start=len(rule.when.all_)):
        ways += [[*met[:place], one, *met[place + 1 :]] for one in group]
    possible = [
        way
        for way in ways
        if rule.when.holds(set(way)) and not exclusive([COURSE.findings[one] for one in way])
    ]
    assert possible
    if rule.level is not Urgency.EMERGENCY:
        assert any(level_of(RULES, set(way)) is rule.level for way in possible)


def test_a_silent_finding_changes_no_level_of_its_own():
    for finding in COURSE.findings.values():
        if finding.context_only:
            assert level_of(RULES, {finding.id}) is None


def test_what_comforts_never_gives_more_than_self_care():
    comforts = {one.id for one in COURSE.findings.values() if one.kind is FindingKind.REASSURING}
    assert comforts
    assert level_of(RULES, comforts) is None


def test_every_level_and_both_gates_occur():
    assert {rule.level for rule in RULES} == set(Urgency)
    for gate in (Gate.PATIENT, Gate.GP):
        assert len(rules_for(COURSE.rules, gate)) > 0
    assert len(rules_for(COURSE.rules, Gate.GP)) > len(rules_for(COURSE.rules, Gate.PATIENT))


# fmt: off
LESSONS = [
    # lesson 01, "Worried about your own lip?", line by line
    (["flicker", "under-two-weeks"], Urgency.SELF_CARE),
    (["flicker", "over-two-weeks"], Urgency.ROUTINE),
    (["flicker", "under-two-weeks", "several-places"], Urgency.ROUTINE),
    (["flicker", "under-two-weeks", "part-weak-or-stiff"], Urgency.WITHIN_A_WEEK),
    (["flicker", "under-two-weeks", "medicine-suspected"], Urgency.WITHIN_A_WEEK),
    (["flicker", "under-two-weeks", "numb-lip"], Urgency.WITHIN_A_WEEK),
    (["half-face", "under-two-weeks"], Urgency.WITHIN_A_WEEK),
    (["ripples", "under-two-weeks"], Urgency.WITHIN_A_WEEK),
    (["flicker", "neck-surgery-recent"], Urgency.SAME_DAY),
    # lesson 00, "If something is urgent"
    (["face-droop"], Urgency.EMERGENCY),
    (["face-droop", "all-passed"], Urgency.EMERGENCY),
    (["numb-side-sudden"], Urgency.EMERGENCY),
    (["limb-weak-sudden"], Urgency.EMERGENCY),
    (["speech-lost-sudden"], Urgency.EMERGENCY),
    (["confused"], Urgency.EMERGENCY),
    (["balance-lost-sudden"], Urgency.EMERGENCY),
    (["sight-lost-sudden"], Urgency.EMERGENCY),
    (["thunderclap"], Urgency.EMERGENCY),
    (["first-seizure"], Urgency.EMERGENCY),
    (["jerks-do-not-stop"], Urgency.EMERGENCY),
    (["jerks-spread"], Urgency.EMERGENCY),
    (["breathless"], Urgency.EMERGENCY),
    (["jaw-locked", "medicine-new"], Urgency.EMERGENCY),
    (["antipsychotic", "fever", "rigid-all-over"], Urgency.EMERGENCY),
    (["pregnant", "blurred-or-flashing"], Urgency.EMERGENCY),
]
# fmt: on


@pytest.mark.parametrize(("chosen", "level"), LESSONS)
def test_the_rules_say_what_the_lessons_say(chosen, level):
    assert level_of(RULES, set(chosen)) is level


# -------------------------------------------------------------------------- how a person is weighed


def test_nothing_chosen_is_not_enough_to_say_and_not_harmless():
    nothing = weigh(COURSE)
    assert (nothing.level, nothing.fired, nothing.conflicts) == (None, (), ())
    assert nothing.words == NOT_ENOUGH
    assert nothing.ask
    assert step(nothing.level) < step(Urgency.SELF_CARE)


def test_context_alone_is_not_enough_to_say(small):
    assert weigh(small, "blue").level is None


def test_the_most_urgent_rule_gives_the_level_and_all_are_told(small):
    found = weigh(small, "hums", "an-hour", "whistles", "boils-dry")
    assert found.level is Urgency.EMERGENCY
    assert [one.rule.id for one in found.fired] == ["dry", "long-whistle", "whistle", "hum"]
    assert found.fired[-1].met_by == ("hums", "an-hour")
    assert found.words == "emergency now"


def test_a_single_further_finding_that_raises_the_level(small):
    found = weigh(small, "hums", "an-hour")
    assert [(one.findings, one.level) for one in found.raised_by] == [
        (("whistles",), Urgency.SAME_DAY),  # nearest: its rule rests on “an hour” too
        (("boils-dry",), Urgency.EMERGENCY),
    ]
    assert found.raised_by[0].rules == ("long-whistle",)


def test_a_pair_is_named_only_where_no_single_finding_raises_the_level(small):
    rules = {name: rule for name, rule in small.rules.items() if name in ("hum", "long-whistle")}
    found = assess(small.findings, rules, ["blue"])
    assert {one.findings for one in found.raised_by} == {
        ("hums", "an-hour"), ("hums", "a-minute"), ("an-hour", "whistles"),
    }  # fmt: skip


def test_what_is_denied_or_cannot_be_is_not_proposed(small):
    assert weigh(small, "hums", "an-hour", denied=["whistles"]).raised_by[0].findings == (
        "boils-dry",
    )
    asked = [one.finding for one in weigh(small, "a-minute").ask]
    assert "an-hour" not in asked
    assert "a-minute" not in asked


def test_what_could_raise_the_level_most_is_asked_first(small):
    asked = weigh(small, "hums").ask
    assert [(one.finding, one.level, one.alone) for one in asked] == [
        ("boils-dry", Urgency.EMERGENCY, True),
        ("an-hour", Urgency.SAME_DAY, False),
        ("whistles", Urgency.SAME_DAY, False),
        ("a-minute", Urgency.SELF_CARE, True),
    ]


def test_an_emergency_cannot_be_raised_and_asks_nothing(small):
    found = weigh(small, "boils-dry")
    assert (found.raised_by, found.ask) == ((), ())


def test_every_raise_keeps_its_word():
    for vignette in COURSE.vignettes.values():
        found = weigh(COURSE, *vignette.findings)
        for one in found.raised_by:
            assert level_of(RULES, {*vignette.findings, *one.findings}) is one.level
            assert step(one.level) > step(found.level)


def test_a_rule_that_is_shut_out_is_not_asked_for(small):
    hum = small.rules["hum"]
    shut = hum.model_copy(update={"when": Condition(any=[["hums"]], none=["blue"])})
    assert assess(small.findings, {"hum": shut}, ["blue"]).ask == ()
    assert assess(small.findings, {"hum": shut}, []).ask[0].finding == "hums"


def test_findings_that_exclude_each_other_are_named(small):
    [conflict] = weigh(small, "an-hour", "a-minute", "hums").conflicts
    assert (conflict.one_of, conflict.findings) == ("how-long", ("an-hour", "a-minute"))


def test_the_order_in_which_findings_are_chosen_does_not_matter(small):
    chosen = ["whistles", "hums", "an-hour"]
    assert weigh(small, *chosen) == weigh(small, *reversed(chosen))


@pytest.mark.parametrize("more", [{}, {"denied": ["pops"]}])
def test_an_unknown_finding_is_named(small, more):
    with pytest.raises(NotInCourse, match="no finding “pops”"):
        weigh(small, *([] if more else ["pops"]), **more)


def test_the_gates_have_their_own_rules_and_those_of_both(small):
    assert list(rules_for(small.rules, Gate.PATIENT)) == ["dry", "whistle", "hum"]
    assert list(rules_for(small.rules, Gate.GP)) == ["dry", "long-whistle", "hum"]


def test_course_hands_out_its_records(small):
    assert small.finding("hums").id == "hums"
    assert small.rule("dry").id == "dry"
    assert small.vignette("smoke").id == "smoke"
    with pytest.raises(NotInCourse):
        replace(small, rules={}).rule("dry")
