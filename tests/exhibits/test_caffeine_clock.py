"""The caffeine clock: what it reckons, shows and says."""

import re

import pytest
from reading_html import Page, active_parts

from conftest import HOSTILE
from liptwitch.exhibits.caffeine_clock import MOST_CUPS, CaffeineClock, Plan
from liptwitch.science.caffeine import Dose, in_body


@pytest.fixture(scope="module")
def clock(course):
    return CaffeineClock(course)


def plan_with(clock, **changes) -> Plan:
    return Plan.model_validate(clock.opening.model_dump() | changes)


def answer(clock, **changes) -> dict:
    plan = clock.opening.model_dump(mode="json") | changes
    return clock.answer({"number": 4, "plan": plan})


def cup(hour: float, drink: str = "coffee") -> dict:
    return {"drink": drink, "hour": hour}


def test_page_and_words(clock, course):
    page = clock.page()
    assert active_parts(page) == []
    (alt,) = re.findall(r'<img [^>]*alt="([^"]+)"', page)
    assert alt == clock.curve_words(clock.opening)
    assert "Run All Cells" in page
    text, words = Page(page).text, clock.words()
    assert clock.result(clock.opening) in text
    assert clock.result(clock.opening) in words
    for one in (*course.caffeine.drinks.values(), *course.caffeine.drinkers.values()):
        assert one.says in text
        assert one.says in words
    assert page == CaffeineClock(course).page()
    assert len(page) < 40_000


def test_bedtime_is_the_curve_s(clock, course):
    """One cup at eight, eleven in the evening: three half-lives of five hours."""
    plan = plan_with(clock, cups=[cup(8.0)], bedtime=23.0)
    low, typical, high = clock.left(plan)
    coffee = course.caffeine.drinks["coffee"].mg
    assert typical == pytest.approx(coffee / 8, rel=0.03)  # a little more: uptake takes its time
    adult = course.caffeine.drinkers["adult"]
    assert low == in_body([Dose(8, coffee)], 23, adult.shortest_h)
    assert high == in_body([Dose(8, coffee)], 23, adult.longest_h)
    assert low < typical < high
    told = clock.result(plan)
    assert f"about {typical:.0f} mg" in told
    assert f"{low:.0f} to {high:.0f} mg" in told
    assert f"{typical / coffee:.1f} of a cup" in told


def test_after_midnight_comes_after_the_evening(clock):
    early, late = (clock.left(plan_with(clock, bedtime=hour))[1] for hour in (23.0, 1.0))
    assert 0 < late < early
    night = plan_with(clock, cups=[cup(0.5)], bedtime=1.5)
    assert clock.left(night)[1] > 50


def test_who_drinks_changes_what_is_left(clock, course):
    left = {one: clock.left(plan_with(clock, drinker=one))[1] for one in course.caffeine.drinkers}
    assert left["smoker"] < left["adult"] < left["pill"] < left["pregnant"]


def test_every_day_the_same_leaves_more(clock):
    once = clock.left(clock.opening)
    daily = clock.left(plan_with(clock, every_day=True))
    assert all(many > one for many, one in zip(daily, once, strict=True))
    assert "Every day is like this one." in clock.day(plan_with(clock, every_day=True))


def test_what_is_drunk_is_told_in_the_order_of_the_day(clock):
    plan = plan_with(clock, cups=[cup(1.0), cup(16.5, "cola"), cup(7.0)])
    told = clock.day(plan)
    assert "brewed coffee at 07:00; cola at 16:30; brewed coffee at 01:00" in told
    assert "225 mg" in told  # 96 + 33 + 96


def test_nothing_drunk(clock):
    shown = answer(clock, cups=[])
    assert "Nothing with caffeine" in shown["day"]
    assert shown["result"] == "At bedtime, 23:00: none drunk yet."
    assert "bedtime: none drunk yet" in shown["curve"]
    assert "stays at 0 mg" in shown["curve_words"]


def test_drunk_after_bedtime_only(clock):
    shown = answer(clock, cups=[cup(23.5)])
    assert shown["result"] == "At bedtime, 23:00: none drunk yet."
    assert shown["curve_words"].endswith("At 23:00 none is drunk yet.")


def test_less_than_a_milligram_is_no_range_from_0_to_0(clock):
    plan = {"drinker": "smoker", "bedtime": 4.5, "cups": [cup(5.0, "green-tea")]}
    assert answer(clock, **plan)["result"].startswith(
        "At bedtime, 04:30, a smoker has less than 1 mg left."
    )


def test_the_page_asks_for_a_guess_and_folds_the_answer_away(clock):
    page = clock.page()
    answered = page[page.index("<details>") : page.index("</details>")]
    rest = page.replace(answered, "")
    assert clock.question() in rest
    left = f"{clock.left(clock.opening)[1]:.0f} mg"
    assert left in answered
    assert left not in rest
    assert "<img" not in rest
    assert clock.question() in clock.choices()["question"]


@pytest.mark.parametrize(
    ("share", "said"),
    [(1.1, "close"), (0.9, "close"), (2.0, "it goes on"), (0.0, "half of the rest")],
)
def test_a_guess_is_set_against_the_opening_day_only(clock, share, said):
    left = clock.left(clock.opening)[1]
    plan = clock.opening.model_dump(mode="json")
    told = clock.answer({"number": 1, "plan": plan, "guess": share * left})["guessed"]
    assert f"{left:.0f}" in told
    assert said in told
    changed = clock.answer({"plan": plan | {"drinker": "pregnant"}, "guess": share * left})
    assert changed["guessed"] == answer(clock)["guessed"] == ""


def test_a_guess_below_nothing_gets_a_reason(clock):
    plan = clock.opening.model_dump(mode="json")
    assert "guess" in clock.answer({"plan": plan, "guess": -1})["problem"]


def test_more_than_is_no_concern_is_said_of_who_drinks_it(clock):
    """288 mg: above 200 in pregnancy, below 400 for others."""
    above = "For a pregnant woman that is above the 200 mg a day"
    assert above in answer(clock, drinker="pregnant")["day"]
    assert above in Page(clock.page()).text
    assert "that is above" not in answer(clock)["day"]
    assert "that is above the 400 mg" in answer(clock, cups=[cup(8.0)] * 5)["day"]
    assert "that is above" not in answer(clock, drinker="pregnant", cups=[cup(8.0)] * 2)["day"]


def test_every_control_changes_the_picture(clock):
    changes = [
        {}, {"drinker": "pregnant"}, {"bedtime": 22.0}, {"every_day": True}, {"cups": []},
        {"cups": [cup(7.5)]}, {"cups": [cup(8.0)]}, {"cups": [cup(7.5, "cola")]},
    ]  # fmt: skip
    shown = [answer(clock, **change) for change in changes]
    assert len({one["curve"] for one in shown}) == len(changes)
    assert len({one["result"] + one["day"] for one in shown}) == len(changes)
    assert all(one["number"] == 4 for one in shown)


def test_a_narrow_window_gets_a_narrower_picture(clock):
    plan = clock.opening.model_dump(mode="json")
    wide, narrow = (
        re.search(r'width="(\d+)"', clock.answer({"plan": plan, "narrow": one})["curve"])[1]
        for one in (False, True)
    )
    assert int(narrow) < int(wide)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"drinker": "nobody"}, "nobody"),
        ({"cups": [cup(8.0, "soup")]}, "soup"),
        ({"bedtime": 24.0}, "bedtime"),
        ({"cups": [cup(8.0)] * (MOST_CUPS + 1)}, "cups"),
        ({"cups": "many"}, "cups"),
    ],
)
def test_what_no_control_can_ask_gets_a_reason(clock, changes, where):
    shown = answer(clock, **changes)
    assert where in shown["problem"]
    assert "curve" not in shown


def test_the_widget_answers_what_it_is_asked(clock):
    widget = clock.make_widget()
    plan = clock.opening.model_dump(mode="json") | {"cups": []}
    widget.asked = {"number": 1, "plan": plan, "narrow": False}
    assert widget.shown["number"] == 1
    assert "Nothing with caffeine" in widget.shown["day"]
    assert not clock.keeps_live_view


def test_a_hostile_text_stays_text(small, hostile):
    harmless, attacked = Page(CaffeineClock(small).page()), Page(CaffeineClock(hostile).page())
    assert attacked.elements == harmless.elements
    assert active_parts(CaffeineClock(hostile).page()) == []
    assert attacked.text.count(HOSTILE) > 3
