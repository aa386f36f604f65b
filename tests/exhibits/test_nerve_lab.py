"""The nerve lab: what it answers, what it judges, what it shows and says without a kernel."""

import re

import pytest
from reading_html import Page, active_parts

from conftest import HOSTILE
from liptwitch.exhibits import nerve_words as say
from liptwitch.exhibits.nerve_lab import NerveLab, Settings, Shown
from liptwitch.science.excitability import (
    Blood,
    calcium_that_fires,
    lift_needed,
    push_needed,
    record,
)

FULFIL = {
    "calcium-alone": {"calcium": 0.5},
    "low-potassium": {"potassium": 2.5},
    "push-past-low-potassium": {"potassium": 2.5, "push": 14.0},
    "high-potassium": {"potassium": 7.0},
    "block": {"potassium": 11.0},
    "calm-with-calcium": {"push": 7.0, "calcium": 1.6},
}
"""Settings that meet each challenge, where they differ from the opening."""


@pytest.fixture(scope="module")
def lab(course):
    return NerveLab(course)


def settings_with(lab, **changes) -> Settings:
    return lab.opening.model_copy(update=changes)


def answer(lab, challenge="", **changes) -> dict:
    settings = lab.opening.model_dump() | changes
    return lab.answer({"number": 7, "settings": settings, "challenge": challenge})


def test_the_page_has_pictures_with_words_and_no_script(lab):
    page = lab.page()
    alts = re.findall(r'<img [^>]*alt="([^"]+)"', page)
    assert len(alts) == 4
    assert all(len(alt) > 60 for alt in alts)
    assert active_parts(page) == []
    assert "Run All Cells" in page
    assert len(page) < 60_000


def test_page_and_words_say_what_comes_of_each_start(lab, course):
    page, words = Page(lab.page()).text, lab.words()
    assert len(course.nerve.starts) >= 5
    for start in course.nerve.starts.values():
        values = {name: getattr(start, name) for name in ("calcium", "potassium", "push")}
        seen = lab.shown(settings_with(lab, **values)).seen()
        assert seen in page
        assert seen in words
    for limit in course.nerve.limits.values():
        assert limit.says in page
        assert limit.says in words


def test_the_numbers_in_the_words_are_the_model_s(lab, course):
    told = " ".join(lab.begins())
    slopes = [slope.mv_per_tenfold for slope in course.nerve.slopes.values()]
    edges = [calcium_that_fires(mv, course.nerve.dials["calcium"].low) for mv in slopes]
    assert None in edges
    for edge in filter(None, edges):
        assert f"at {edge:.2f} mmol/L" in told
    found = record(*_blood_and_push(lab, push=10.0), slopes[0])
    shown = answer(lab, push=10.0)
    assert f"{len(found.spikes_ms)} spikes, about {found.rate_hz:.0f} a second" in shown["seen"]


def _blood_and_push(lab, **changes):
    settings = settings_with(lab, **changes)
    return Blood(settings.calcium, settings.potassium), settings.push


def test_the_same_page_twice_to_the_byte(course):
    assert NerveLab(course).page() == NerveLab(course).page()


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "quiet"),
        ({"push": 3.0}, "answers"),
        ({"push": 10.0}, "fires"),
        ({"potassium": 11.0}, "blocked"),
    ],
)
def test_what_it_does_is_said_and_drawn(lab, changes, outcome):
    shown = answer(lab, **changes)
    assert shown["number"] == 7
    assert shown["outcome"] == outcome
    assert shown["seen"].startswith(say.BRIEFLY[outcome])
    assert ("pushed from here on" in shown["second"]) == bool(changes.get("push"))
    assert all(gate in shown["closer"] for gate in ("m: sodium", "h: sodium", "n: potassium"))
    assert len(shown["second"]) + len(shown["closer"]) < 30_000


def test_every_control_changes_the_answer(lab, course):
    base = {"calcium": 0.6, "potassium": 4.0, "push": 3.0}
    changed = [{}, {"calcium": 0.9}, {"potassium": 3.0}, {"push": 12.0}]
    changed += [{"slope": slope} for slope in list(course.nerve.slopes)[1:]]
    answers = [answer(lab, **{**base, **change}) for change in changed]
    for key in ("second", "closer"):
        assert len({one[key] for one in answers}) == len(answers), key


def test_a_narrow_window_gets_narrower_pictures_with_the_same_words(lab):
    settings = lab.opening.model_dump()
    wide = lab.answer({"number": 1, "settings": settings})
    narrow = lab.answer({"number": 1, "settings": settings, "narrow": True})

    def width(svg):
        return int(re.search(r'width="(\d+)"', svg)[1])

    for key in ("second", "closer"):
        assert width(narrow[key]) < width(wide[key])
        assert narrow[f"{key}_words"] == wide[f"{key}_words"]


def test_the_dials_say_both_units_and_where_a_value_stands(lab):
    said = answer(lab, calcium=0.9, potassium=6.0)["said"]
    assert said["calcium"] == "0.90 mmol/L (3.6 mg/dL), below the usual range"
    assert said["potassium"] == "6.0 mmol/L, above the usual range"
    assert answer(lab)["said"]["calcium"].endswith("in the usual range")
    usual = {one["id"]: one["usual"] for one in lab.choices()["dials"]}
    assert usual["calcium"] == "usual: 1.1 to 1.3 mmol/L (4.4 to 5.2 mg/dL)"
    assert "3.5 to 5.0 mmol/L" in usual["potassium"]
    assert usual["push"] == ""


def test_every_challenge_can_be_met_and_is_not_met_at_the_start(lab, course):
    assert FULFIL.keys() == course.nerve.challenges.keys()
    for name, changes in FULFIL.items():
        before, after = answer(lab, name)["verdict"], answer(lab, name, **changes)["verdict"]
        assert not before["met"], name
        assert before["says"] == ""
        assert [one for one in before["findings"] if not one["holds"]]
        assert after["met"], name
        assert all(one["holds"] for one in after["findings"])
        assert course.nerve.challenges[name].says in after["says"]


def test_a_forbidden_help_is_seen(lab):
    """A push makes it fire, but not by calcium alone; low calcium does, but not potassium."""
    pushed = answer(lab, "calcium-alone", push=10.0)["verdict"]
    assert failing(pushed) == ["Push", "What it does"]
    helped = answer(lab, "high-potassium", calcium=0.5)["verdict"]
    assert failing(helped) == ["Calcium", "What it does"]


def failing(verdict: dict) -> list[str]:
    return [one["label"] for one in verdict["findings"] if not one["holds"]]


def test_what_it_does_counts_only_under_the_dials_asked_for(lab):
    """A quiet fibre in healthy blood says nothing about low potassium."""
    untried = answer(lab, "low-potassium")["verdict"]
    assert failing(untried) == ["Potassium", "What it does"]
    because = {one["label"]: one["because"] for one in untried["findings"]}
    assert "have not tried low potassium" in because["Potassium"]
    assert "only once all other points hold" in because["What it does"]
    quiet = answer(lab, "calcium-alone")["verdict"]
    assert failing(quiet) == ["What it does"]
    assert "Which way" in quiet["findings"][-1]["because"]


def test_low_potassium_asks_for_a_guess(lab):
    (asks,) = [one for one in lab.choices()["challenges"] if one["id"] == "low-potassium"]
    assert len(asks["guesses"]) == 2
    assert all(one["says"] for one in asks["guesses"])


def test_the_answers_to_the_challenges_are_folded_away(lab):
    page = lab.page()
    folded = "".join(re.findall(r"<details>.*?</details>", page, re.DOTALL))
    in_sight = re.sub(r"<details>.*?</details>", "", page, flags=re.DOTALL)
    for one in (*lab.begins(), "It fires on and on", "It is blocked"):
        assert one in folded
        assert one not in in_sight
    assert in_sight.count("<img") == 2


def test_how_little_would_set_it_off_is_said_of_a_fibre_at_rest(lab):
    healthy, low = (answer(lab, calcium=one)["seen"] for one in (1.2, 0.9))
    lift = lift_needed(Blood(), 0.0, 20.0)
    assert f"A sudden lift of {lift:.1f} mV would set it off." in healthy
    assert f"A sudden lift of {lift_needed(Blood(0.9), 0.0, 20.0):.1f} mV" in low
    for changes in ({"push": 10.0}, {"potassium": 11.0}):
        assert "sudden lift" not in answer(lab, **changes)["seen"]


def test_the_last_number_of_the_axis_stays_on_the_card(lab):
    """At 13.5 pixels a digit is at most nine wide."""
    svg = answer(lab)["second"]
    (x, anchor) = re.search(r'<text x="([\d.]+)" y="\d+" text-anchor="(\w+)">1000<', svg).groups()
    share = {"end": 0, "middle": 0.5}[anchor]
    assert float(x) + share * 4 * 9 <= int(re.search(r'width="(\d+)"', svg)[1]) - 8


def test_low_potassium_is_judged_by_what_the_model_does(lab):
    verdict = answer(lab, "low-potassium", potassium=2.5)["verdict"]
    blood, _ = _blood_and_push(lab, potassium=2.5)
    normal, _ = _blood_and_push(lab)
    needed, usual = push_needed(blood, 20.0), push_needed(normal, 20.0)
    assert needed > usual
    assert f"{needed:.1f} µA/cm² in this blood, {usual:.1f} in normal blood" in verdict["says"]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"calcium": 0.0}, "calcium"),
        ({"potassium": 50.0}, "potassium"),
        ({"push": -1.0}, "push"),
        ({"slope": "steep"}, "slope"),
        ({"push": "much"}, "push"),
        ({"push": float("nan")}, "push"),
    ],
)
def test_what_no_control_can_ask_gets_a_reason(lab, changes, where):
    shown = answer(lab, **changes)
    assert where in shown["problem"]
    assert shown["number"] == 7
    assert "second" not in shown


def test_the_widget_answers_what_it_is_asked(lab):
    widget = lab.make_widget()
    settings = settings_with(lab, push=10.0).model_dump()
    widget.asked = {"number": 1, "settings": settings, "challenge": "", "narrow": False}
    assert widget.shown["number"] == 1
    assert widget.shown["outcome"] == "fires"
    assert not lab.keeps_live_view


def test_a_few_spikes_do_not_hold(lab):
    few = Shown(settings_with(lab, push=6.2), 20.0)
    assert few.recording.outcome == "answers"
    assert len(few.recording.spikes_ms) > 1
    assert "pull briefly" in few.seen()


def test_a_hostile_text_stays_text(small, hostile):
    harmless, attacked = Page(NerveLab(small).page()), Page(NerveLab(hostile).page())
    assert attacked.elements == harmless.elements
    assert active_parts(NerveLab(hostile).page()) == []
    assert attacked.text.count(HOSTILE) > 5
