"""The caffeine clock: drinks and their times in, milligrams at bedtime out.

The front end (static/caffeine_clock.js) asks by setting ``asked``; Python answers with ``shown``.
"""

import json
from typing import Annotated

from markupsafe import Markup
from pydantic import Field, StrictFloat, StrictInt

from liptwitch.content.caffeine import Cup, Drink, OfTheDay
from liptwitch.content.course import Course
from liptwitch.content.record import Record
from liptwitch.exhibits import caffeine_chart as chart
from liptwitch.exhibits import caffeine_words as say
from liptwitch.exhibits.base import picture, render
from liptwitch.exhibits.chart_parts import WIDTH
from liptwitch.exhibits.front_end import static
from liptwitch.exhibits.lab_widget import LAB_SCRIPTS, Lab, LabWidget
from liptwitch.science.caffeine import Dose, in_body

SCRIPTS = (*LAB_SCRIPTS, "caffeine_clock.js")

MOST_CUPS = 8
DAYS_BEFORE = 4
"""A habit is reckoned over so many days before; what is older is gone even in slow bodies."""

NOTES = (
    "Milligrams are not an effect: people differ, and get used to caffeine.",
    "We found no study that tells how many milligrams move a lip.",
)


class Plan(Record):
    """A day: who drinks what when, when they go to bed, and whether every day is like it."""

    drinker: str
    bedtime: OfTheDay
    cups: Annotated[tuple[Cup, ...], Field(max_length=MOST_CUPS)]
    every_day: bool = False


class Asked(Record):
    """What the front end asks for. ``number`` comes back with the answer.

    ``guess``: what the learner thinks is left of the opening day, in milligrams. ``narrow``: the
    picture is for a narrow window.
    """

    number: StrictInt = 0
    plan: Plan
    guess: Annotated[StrictFloat, Field(ge=0)] | None = None
    narrow: bool = False


class CaffeineClock(Lab):
    """The exhibit of lesson 03 that estimates the caffeine left at bedtime."""

    asks = Asked
    cannot = "The clock cannot reckon this"

    def __init__(self, course: Course):
        self.course = course
        self.caffeine = course.caffeine
        day = next(iter(self.caffeine.days.values()))
        self.cup = self.caffeine.drinks[day.yardstick]
        self.opening = Plan(drinker=day.drinker, bedtime=day.bedtime, cups=day.cups)

    def page(self) -> str:
        """The opening day, a guess, who clears how fast, what a drink holds."""
        return render(
            "caffeine_clock.html",
            question=self.question(),
            curve=Markup(picture(self.drawn(self.opening), self.curve_words(self.opening), WIDTH)),
            result=self.result(self.opening),
            advised=say.advised(list(self.caffeine.advice.values())),
            people=self._people(),
            drinks=[
                {"name": one.name, "serving": one.serving, "mg": f"{one.mg:g} mg", **self.row(one)}
                for one in self.caffeine.drinks.values()
            ],
            advice=[self.row(one) for one in self.caffeine.advice.values()],
            notes=NOTES,
        )

    def words(self) -> str:
        """Everything on the page, as text."""
        opening = self.opening
        lines = [f"Caffeine clock. {self.question()} Guess before you read on."]
        lines.append(f"{self.result(opening)} {self.day(opening)}")
        lines += [f"Picture. {self.curve_words(opening)}", "The same day, drunk by others:"]
        lines += [f"- {row['name']}: {row['left']} {row['says']}" for row in self._people()]
        lines += [
            f"- {one.name}, {one.serving}: {one.mg:g} mg. {one.says}"
            for one in self.caffeine.drinks.values()
        ]
        lines += [f"- {one.says}" for one in self.caffeine.advice.values()]
        return "\n".join([*lines, *NOTES])

    def _people(self) -> list[dict]:
        """The opening day in each sort of body."""
        rows = []
        for one in self.caffeine.drinkers.values():
            plan = self.opening.model_copy(update={"drinker": one.id})
            low, typical, high = self.left(plan)
            told = [f"{typical:.0f} mg at bedtime ({low:.0f} to {high:.0f}).", self.above(plan)]
            left = " ".join(filter(None, told))
            rows.append({**self.row(one), "hours": f"{one.half_life_h:g} hours", "left": left})
        return rows

    # What a plan comes to. Hours before the day begins belong to the night after it.

    def _doses(self, plan: Plan) -> list[Dose]:
        days = range(-DAYS_BEFORE if plan.every_day else 0, 2 if plan.every_day else 1)
        return [
            Dose(_night(cup.hour) + 24 * day, self.caffeine.drinks[cup.drink].mg)
            for day in days
            for cup in plan.cups
        ]

    def _half_lives(self, plan: Plan) -> tuple[float, float, float]:
        drinker = self.caffeine.drinkers[plan.drinker]
        return drinker.shortest_h, drinker.half_life_h, drinker.longest_h

    def left(self, plan: Plan) -> tuple[float, float, float]:
        """Milligrams at bedtime with the shortest, the typical and the longest half-life."""
        doses, bedtime = self._doses(plan), _night(plan.bedtime)
        low, typical, high = (in_body(doses, bedtime, one) for one in self._half_lives(plan))
        return low, typical, high

    def _curves(self, plan: Plan) -> list[list[float]]:
        doses = self._doses(plan)
        steps = range(chart.HOURS * chart.STEPS_PER_HOUR + 1)
        hours = [chart.DAY_BEGINS + step / chart.STEPS_PER_HOUR for step in steps]
        return [[in_body(doses, hour, one) for hour in hours] for one in self._half_lives(plan)]

    def curve_words(self, plan: Plan) -> str:
        """The picture in words: how high the curve goes, when, and how wide its band is."""
        low, typical, high = self._curves(plan)
        at = typical.index(max(typical))
        hour = chart.DAY_BEGINS + at / chart.STEPS_PER_HOUR
        return say.curve(hour, (low[at], typical[at], high[at]), self.left(plan), plan.bedtime)

    def drawn(self, plan: Plan, narrow: bool = False) -> str:
        """The day as SVG."""
        return chart.day(
            self._curves(plan),
            [(_night(cup.hour), self.caffeine.drinks[cup.drink].name) for cup in plan.cups],
            _night(plan.bedtime),
            say.at_bedtime(self.left(plan)[1]),
            (self.cup.mg, f"one cup: {self.cup.mg:g} mg"),
            narrow,
        )

    def result(self, plan: Plan) -> str:
        """What is left at bedtime, in words."""
        left = self.left(plan)
        drinker = self.caffeine.drinkers[plan.drinker]
        told = [say.left(left, plan.bedtime, drinker), say.against_a_cup(left[1], self.cup)]
        return " ".join(filter(None, told))

    def day(self, plan: Plan) -> str:
        """What is drunk, and how much would be no concern, in words."""
        told = [say.drunk(self._drunk(plan)), self.above(plan)]
        if plan.every_day:
            told.append("Every day is like this one.")
        told.append(say.advised(list(self.caffeine.advice.values())))
        return " ".join(filter(None, told))

    def above(self, plan: Plan) -> str:
        """That the day's drinks are more than experts call no concern for the drinker."""
        drinker = self.caffeine.drinkers[plan.drinker]
        together = sum(drink.mg for drink, _ in self._drunk(plan))
        return say.above(together, drinker, self.caffeine.advice[drinker.day_advice])

    def _drunk(self, plan: Plan) -> list[tuple[Drink, float]]:
        """Each drink with its hour, in the order of the day."""
        cups = sorted(plan.cups, key=lambda cup: _night(cup.hour))
        return [(self.caffeine.drinks[cup.drink], cup.hour) for cup in cups]

    def question(self) -> str:
        """What to guess of the opening day."""
        drinker = self.caffeine.drinkers[self.opening.drinker]
        return say.to_guess(self._drunk(self.opening), self.opening.bedtime, drinker)

    def guessed(self, request: Asked) -> str:
        """How far a guess was from what is left; nothing once the day is another."""
        if request.guess is None or request.plan != self.opening:
            return ""
        half_life = self.caffeine.drinkers[self.opening.drinker].half_life_h
        return say.guessed(request.guess, self.left(self.opening)[1], half_life)

    # The live face.

    def make_widget(self) -> "CaffeineClockWidget":
        """The clock with its controls."""
        return CaffeineClockWidget(self)

    def choices(self) -> dict:
        """All that the front end can offer."""
        times = [step / 2 for step in range(48)]
        order = sorted(times, key=_night)
        return {
            "question": self.question(),
            "drinks": [
                [one.id, f"{one.name}, {one.mg:g} mg"] for one in self.caffeine.drinks.values()
            ],
            "servings": [
                [one.name, one.serving, f"{one.mg:g} mg", self.row(one)]
                for one in self.caffeine.drinks.values()
            ],
            "drinkers": [[one.id, one.name] for one in self.caffeine.drinkers.values()],
            "half_lives": [self.row(one) for one in self.caffeine.drinkers.values()],
            "advice": [self.row(one) for one in self.caffeine.advice.values()],
            "times": [[f"{hour:g}", say.clock(hour)] for hour in order],
            "most": MOST_CUPS,
            "notes": " ".join(NOTES),
        }

    def told(self, request: Asked) -> dict:
        """The picture with its words, and how good the guess was."""
        return {
            "guessed": self.guessed(request),
            "curve": self.drawn(request.plan, request.narrow),
            "curve_words": self.curve_words(request.plan),
            "result": self.result(request.plan),
            "day": self.day(request.plan),
        }

    def beyond(self, request: Asked) -> str:
        """Drinks and a drinker that the clock does not know."""
        plan = request.plan
        wrong = [cup.drink for cup in plan.cups if cup.drink not in self.caffeine.drinks]
        if plan.drinker not in self.caffeine.drinkers:
            wrong.append(plan.drinker)
        return ", ".join(wrong)


class CaffeineClockWidget(LabWidget):
    """The live face of the clock."""

    _esm = static(*SCRIPTS)
    _css = static("exhibit.css", "lab.css", "caffeine_clock.css")

    def __init__(self, clock: CaffeineClock):
        plan = clock.opening.model_dump(mode="json")
        asked = {"number": 0, "plan": plan, "guess": None, "narrow": False}
        super().__init__(clock, json.dumps(clock.choices()), asked)


def _night(hour: float) -> float:
    """The hour as the picture counts: those before its day begins come after midnight."""
    return hour if hour >= chart.DAY_BEGINS else hour + 24
