"""The triage desk: the card, the rules and what would change it are those of the assessment."""

import json
from dataclasses import replace

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from liptwitch.content.errors import NotInCourse
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.packing import unpack
from liptwitch.exhibits.triage_desk import ONLY_STORIES, TriageDesk
from liptwitch.exhibits.triage_words import (
    MOST_ASKS,
    MOST_ASKS_ALIKE,
    MOST_RAISES,
    SORTED,
    name_of,
)
from liptwitch.science.triage import assess, level_of, rules_for

FIELDS = {
    "story": ("vignettes.toml", "There is no water left", "There is hardly any water left"),
    "finding": ("findings.toml", "the kettle has boiled dry", "the kettle is as dry as dust"),
    "rule's name": ("rules.toml", '"Boiled dry"', '"Boiled quite dry"'),
    "rule's reason": ("rules.toml", "It may burn.", "It could burn."),
    "rule's action": ("rules.toml", "Turn off the stove.", "Turn the stove off."),
    "rule's basis": ("rules.toml", 'basis = "guidance"', 'basis = "judgement"'),
    "what its source says": ("rules.toml", "Take it off.", "Take it away."),
    "whose rule it is": ("rules.toml", 'for_whom = "both"', 'for_whom = "gp"'),
    "when it was checked": ("rules.toml", "2026-11-20", "2026-11-21"),
    "its source": ("rules.toml", '["steam-2001"]', '["spout-1999"]'),
    "the card": ("care_cards.toml", "Turn off the gas", "Turn the gas off"),
    "where to get help": ("course.toml", "Ask a kettle maker.", "Ask a potter."),
}


@pytest.fixture(scope="module")
def desk(small):
    return TriageDesk(small)


def shown(desk, *chosen, **more) -> dict:
    """What the desk answers for some findings."""
    return desk.answer({"number": 7, "chosen": chosen, **more})


def asked(answer: dict) -> list[str]:
    """The findings that an answer asks for."""
    return [one["finding"] for group in answer["asks"] for one in group["questions"]]


@pytest.mark.parametrize("edit", FIELDS.values(), ids=FIELDS)
def test_every_field_is_on_page_and_in_words(desk, tmp_path, edit):
    changed = TriageDesk(course_with(tmp_path, edit))
    assert changed.page() != desk.page()
    assert changed.words() != desk.words()


def test_it_says_what_it_is_not(desk):
    for face in (desk.page(), desk.words(), unpack(desk.live.choices)):
        assert ONLY_STORIES in face
        assert "no place here for yourself" in face


def test_it_opens_on_a_harmless_story_that_the_drill_does_not_use(course):
    desk = TriageDesk(course)
    by_rules = level_of(course.rules.values(), set(desk.opening.findings))
    assert desk.opening.level is by_rules is Urgency.SELF_CARE
    assert not any(story.drill for story in desk.stories)


def test_without_a_story_it_says_so(small):
    drill = {name: one for name, one in small.vignettes.items() if one.drill}
    with pytest.raises(NotInCourse, match="story for the desk"):
        TriageDesk(replace(small, vignettes=drill))


def test_the_card_is_that_of_the_level(desk, small):
    for chosen, level in (
        (["boils-dry"], Urgency.EMERGENCY),
        (["whistles"], Urgency.WITHIN_A_WEEK),
        (["whistles", "an-hour"], Urgency.SAME_DAY),
    ):
        card = shown(desk, *chosen)["card"]
        assert card["level"] == level.value
        assert card["title"] == small.care_card(level.value).title


def test_nothing_chosen_is_not_enough_to_say(desk):
    answer = shown(desk)
    assert answer["card"]["level"] == "not-enough"
    assert answer["rules"] == []


def test_one_rule_that_sets_the_level_gives_its_action_and_two_do_not(desk, small):
    assert shown(desk, "boils-dry")["card"]["action"] == small.rules["dry"].action
    twin = small.rules["dry"].model_copy(update={"id": "twin", "action": "Run."})
    both = TriageDesk(replace(small, rules={**small.rules, "twin": twin}))
    usual = small.care_card("emergency-now").action
    assert shown(both, "boils-dry")["card"]["action"] == usual


def test_a_gate_takes_its_own_rules(desk, small):
    chosen = ("whistles", "an-hour")
    for gate in ("patient", "gp"):
        found = assess(small.findings, rules_for(small.rules, gate), chosen)
        rules = [rule["id"] for rule in shown(desk, *chosen, gate=gate)["rules"]]
        assert rules == [fired.rule.id for fired in found.fired]
    assert shown(desk, *chosen, gate="patient") != shown(desk, *chosen, gate="gp")


def test_what_would_raise_it_does(desk):
    answer = shown(desk, "whistles")
    assert answer["raises"]
    for one in answer["raises"]:
        raised = shown(desk, "whistles", *one["findings"])
        assert raised["card"]["level"] == one["level"] != answer["card"]["level"]


def test_what_is_denied_is_not_asked_again(desk):
    first = asked(shown(desk, "whistles"))[0]
    assert first not in asked(shown(desk, "whistles", denied=[first]))


def test_a_harmless_story_is_not_answered_with_alarms_alone(course):
    desk = TriageDesk(course)
    asks = shown(desk, *desk.opening.findings)["asks"]
    levels = [group["level"] for group in asks]
    assert levels[0] == "emergency-now"  # doubt goes to the safer side
    assert len(set(levels)) > 1
    for level in set(levels):
        alike = [group["questions"] for group in asks if group["level"] == level]
        assert sum(map(len, alike)) <= MOST_ASKS_ALIKE
    part = desk.words().split("Worth asking first.")[1]
    assert part.startswith(f" {SORTED}")
    assert part.count("emergency now") == levels.count("emergency-now")


def test_what_a_yes_would_do_is_said_of_the_right_questions(course):
    desk = TriageDesk(course)
    groups = shown(desk, *desk.opening.findings, "neck-surgery-recent")["asks"]
    assert {group["lead"] for group in groups} <= {
        "A yes here would mean",
        "A yes here may lead to",
    }
    for group in groups:
        for one in group["questions"]:
            now = {*desk.opening.findings, "neck-surgery-recent", one["finding"]}
            leads = level_of(course.rules.values(), now).value == group["level"]
            assert leads is (group["lead"] == "A yes here would mean")


def test_upper_lip_and_both_lips_are_no_conflict(course):
    desk = TriageDesk(course)
    assert shown(desk, "upper-lip", "both-lips")["conflicts"] == []
    assert shown(desk, "left-side", "right-side")["conflicts"] != []


def test_what_cannot_both_be_true_is_named(desk, small):
    (conflict,) = shown(desk, "a-minute", "an-hour")["conflicts"]
    assert conflict == [small.findings[one].text for one in ("an-hour", "a-minute")]


def test_long_lists_are_cut_and_the_rest_is_counted(course):
    desk = TriageDesk(course)
    found = assess(course.findings, course.rules, desk.opening.findings)
    answer = shown(desk, *desk.opening.findings)
    assert len(answer["raises"]) == MOST_RAISES
    assert answer["more_raises"] == len(found.raised_by) - MOST_RAISES
    assert len(asked(answer)) == MOST_ASKS


@pytest.mark.parametrize(
    "wrong", [{"chosen": ["no-such-finding"]}, {"gate": "nurse"}, {"chosen": 5}, {"more": 1}]
)
def test_a_request_that_makes_no_sense_is_answered_in_words(desk, wrong):
    answer = desk.answer({"number": 3, **wrong})
    assert answer["number"] == 3
    assert "Run the cell again" in answer["problem"]


def test_the_widget_answers_what_is_asked(desk):
    widget = TriageDesk(desk.course).live
    widget.asked = {"number": 1, "story": "smoke", "chosen": ["boils-dry"], "denied": []}
    assert widget.shown["number"] == 1
    assert widget.shown["card"]["level"] == "emergency-now"


def test_every_story_of_the_course_can_be_shown(course):
    desk = TriageDesk(course)
    choices = json.loads(unpack(desk.live.choices))
    assert len(choices["stories"]) == len(desk.stories)
    assert sum(len(group["findings"]) for group in choices["groups"]) == len(course.findings)
    names = [name_of(story) for story in desk.stories]
    assert len(set(names)) == len(names)
    for story in desk.stories:
        answer = shown(desk, *story.findings)
        assert answer["conflicts"] == []
        json.dumps(answer)


def test_a_hostile_course_stays_text(hostile):
    desk = TriageDesk(hostile)
    assert active_parts(desk.page()) == []
    assert hostile.findings["boils-dry"].text in Page(desk.page()).text
