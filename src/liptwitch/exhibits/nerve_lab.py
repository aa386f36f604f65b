"""The nerve lab: a nerve fibre in blood with more or less calcium and potassium, and a push.

Learners turn three dials and see when the fibre fires; challenges are judged from what the model
does. The front end (static/nerve_lab.js) asks by setting ``asked``; Python answers with ``shown``.
"""

import json

from markupsafe import Markup
from pydantic import StrictFloat, StrictInt

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.nerve import Challenge, Wanted
from liptwitch.content.record import Record, Sourced
from liptwitch.exhibits import nerve_chart
from liptwitch.exhibits import nerve_words as say
from liptwitch.exhibits.base import picture, render
from liptwitch.exhibits.chart_parts import WIDTH
from liptwitch.exhibits.front_end import static
from liptwitch.exhibits.lab_widget import LAB_SCRIPTS, Lab, LabWidget
from liptwitch.exhibits.sureness import sureness
from liptwitch.science import excitability as science
from liptwitch.science.nerve_pull import muscle_pull

SCRIPTS = (*LAB_SCRIPTS, "nerve_lab.js")

DIALS = ("calcium", "potassium", "push")

NOTES = (
    "Computed, recorded from nobody: a squid's nerve in human blood. Trust the direction, not the "
    "number.",
    "Why is no threshold drawn? It is no fixed voltage. It moves with the blood, with the push and "
    "with what the nerve did just before.",
)

BEGINS = (
    "Calcium moves the voltage at which the gates open. How far it does so differs from "
    "measurement to measurement."
)
"""What must be known to read from which calcium the fibre fires by itself."""


class Settings(Record):
    """The three dials, and the id of how strongly calcium moves the gates."""

    calcium: StrictFloat
    potassium: StrictFloat
    push: StrictFloat
    slope: str


class Asked(Record):
    """What the front end asks for. ``number`` comes back with the answer.

    ``challenge``: the id of a challenge to judge the settings by, or nothing. ``narrow``: the
    pictures are for a narrow window.
    """

    number: StrictInt = 0
    settings: Settings
    challenge: str = ""
    narrow: bool = False


class Shown:
    """A recording with everything that is said and drawn of it."""

    def __init__(self, settings: Settings, mv_per_tenfold: float):
        blood = science.Blood(settings.calcium, settings.potassium)
        self.push = settings.push
        self.lift = science.lift_needed(blood, settings.push, mv_per_tenfold)
        self.recording = science.record(blood, settings.push, mv_per_tenfold)
        self.pull = muscle_pull(self.recording.spikes_ms, science.SECOND_MS / 1000)

    def fires_by_itself(self) -> bool:
        """Whether it goes on firing with no push."""
        return self.recording.outcome == "fires" and not self.push

    def seen(self) -> str:
        """What the fibre does."""
        return say.seen(self.recording, self.push, self.pull, self.lift)

    def second_picture(self, narrow: bool = False) -> str:
        """One second, as SVG."""
        count = say.count(self.recording)
        return nerve_chart.second(self.recording, self.push, self.pull, count, narrow)

    def second_words(self) -> str:
        """One second, in words."""
        return say.second(self.recording, self.push, self.pull)

    def closer_picture(self, narrow: bool = False) -> str:
        """The closer look, as SVG."""
        return nerve_chart.closer(self.recording, narrow)

    def closer_words(self) -> str:
        """The closer look, in words."""
        return say.closer(self.recording)


class NerveLab(Lab):
    """The exhibit of lesson 03 that puts the potassium claim to the test."""

    asks = Asked
    cannot = "The lab cannot compute this"

    def __init__(self, course: Course):
        self.course = course
        self.nerve = course.nerve
        first = next(iter(self.nerve.slopes.values()))
        self.opening = Settings(
            **{name: dial.opening for name, dial in self.nerve.dials.items()}, slope=first.id
        )

    def shown(self, settings: Settings) -> Shown:
        """The recording for some settings."""
        return Shown(settings, self.nerve.slopes[settings.slope].mv_per_tenfold)

    def page(self) -> str:
        """Each starting point with what comes of it, pictures of two, challenges and limits."""
        rows = self._starts()
        return render(
            "nerve_lab.html",
            pictures=[self._pictures(row) for row in (rows[0], _one_by_itself(rows))],
            rows=rows,
            notes=NOTES,
            begins=self.begins(),
            dials=[self._based(dial) for dial in self.nerve.dials.values()],
            challenges=list(self.nerve.challenges.values()),
            limits=[self._based(limit) for limit in self.nerve.limits.values()],
        )

    def words(self) -> str:
        """Everything on the page, as text."""
        rows = self._starts()
        lines = ["Nerve lab. What comes of each starting point:"]
        lines += [f"- {row['name']} ({row['at']}). {row['seen']}" for row in rows]
        for row in (rows[0], _one_by_itself(rows)):
            lines.append(f"Pictures of “{row['name']}”. {row['shown'].second_words()}")
            lines.append(row["shown"].closer_words())
        lines += NOTES
        lines += ["How little calcium does it?", *(f"- {one}" for one in self.begins())]
        told = [*self.nerve.dials.values(), *self.nerve.limits.values()]
        lines += [f"- {one.name}: {one.says} ({self._basis(one)})" for one in told]
        lines += [f"- To try: “{one.name}” {one.task}" for one in self.nerve.challenges.values()]
        return "\n".join(lines)

    def begins(self) -> list[str]:
        """What it depends on; then for each slope: from which calcium it fires by itself."""
        lowest = self.nerve.dials["calcium"].low
        slopes = [slope.mv_per_tenfold for slope in self.nerve.slopes.values()]
        found = [say.begins(science.calcium_that_fires(mv, lowest), mv, lowest) for mv in slopes]
        return [BEGINS, *found]

    def _starts(self) -> list[dict]:
        """Each starting point: name, settings in words, recording, what is seen."""
        rows = []
        for start in self.nerve.starts.values():
            values = {name: getattr(start, name) for name in DIALS}
            shown = self.shown(Settings(**values, slope=self.opening.slope))
            dials = self.nerve.dials
            at = "; ".join(
                f"{dials[name].name.lower()} {say.said(dials[name], value)}"
                for name, value in values.items()
            )
            rows.append({"name": start.name, "at": at, "shown": shown, "seen": shown.seen()})
        return rows

    def _pictures(self, row: dict) -> dict:
        shown = row["shown"]
        return {
            "name": row["name"],
            "second": _image(shown.second_picture(), shown.second_words()),
            "closer": _image(shown.closer_picture(), shown.closer_words()),
        }

    def _based(self, said: Sourced) -> dict:
        return {"name": said.name, "says": said.says, "basis": self._basis(said)}

    def _basis(self, said: Sourced) -> str:
        """What something that is said rests on, in brackets."""
        labels = [one["label"] for one in sources_of(self.course, said.references)]
        return f"{sureness(said)}: {'; '.join(labels)}" if labels else sureness(said)

    def make_widget(self) -> "NerveLabWidget":
        """The lab with its controls."""
        return NerveLabWidget(self)

    def choices(self) -> dict:
        """All that the front end can offer."""
        return {
            "dials": [
                {
                    **dial.model_dump(include={"id", "name", "plain", "low", "high", "step"}),
                    "usual": say.usual(dial),
                    "usual_low": dial.usual_low,
                    "usual_high": dial.usual_high,
                }
                for dial in self.nerve.dials.values()
            ],
            "slopes": [[one.id, one.name] for one in self.nerve.slopes.values()],
            "starts": [one.model_dump() for one in self.nerve.starts.values()],
            "opening": self.opening.model_dump(),
            "challenges": [
                one.model_dump(include={"id", "name", "task", "guesses"})
                for one in self.nerve.challenges.values()
            ],
            "notes": NOTES,
            "begins": self.begins(),
            "basis": [
                self.row(one) for one in (*self.nerve.dials.values(), *self.nerve.slopes.values())
            ],
            "limits": [self.row(one) for one in self.nerve.limits.values()],
        }

    def told(self, request: Asked) -> dict:
        """Both pictures with their words, the dials in words, and the verdict on a challenge."""
        shown = self.shown(request.settings)
        answer = {
            "seen": shown.seen(),
            "outcome": shown.recording.outcome,
            "second": shown.second_picture(request.narrow),
            "second_words": shown.second_words(),
            "closer": shown.closer_picture(request.narrow),
            "closer_words": shown.closer_words(),
            "said": {
                name: say.said(dial, getattr(request.settings, name))
                for name, dial in self.nerve.dials.items()
            },
        }
        if request.challenge in self.nerve.challenges:
            challenge = self.nerve.challenges[request.challenge]
            answer["verdict"] = self.verdict(challenge, request.settings)
        return answer

    def beyond(self, request: Asked) -> str:
        """Which settings no control reaches."""
        settings = request.settings
        wrong = [
            name
            for name, dial in self.nerve.dials.items()
            if not dial.holds(getattr(settings, name))
        ]
        if settings.slope not in self.nerve.slopes:
            wrong.append("slope")
        return ", ".join(wrong)

    def verdict(self, challenge: Challenge, settings: Settings) -> dict:
        """Each thing that the challenge wants, whether it holds, and what it shows if all do."""
        dials = [self._of_dial(one, settings) for one in challenge.wanted if one.of != "outcome"]
        fair = all(finding["holds"] for finding in dials)
        outcome = self.shown(settings).recording.outcome
        findings = dials + [
            _of_outcome(one, outcome, fair) for one in challenge.wanted if one.of == "outcome"
        ]
        met = all(finding["holds"] for finding in findings)
        return {
            "findings": findings,
            "met": met,
            "says": self._lesson(challenge, settings) if met else "",
        }

    def _of_dial(self, wanted: Wanted, settings: Settings) -> dict:
        dial, given = self.nerve.dials[wanted.of], getattr(settings, wanted.of)
        high_enough = wanted.lowest is None or given >= wanted.lowest
        return {
            "label": dial.name,
            "value": say.amount(dial, given),
            "holds": high_enough and (wanted.highest is None or given <= wanted.highest),
            "because": wanted.because,
        }

    def _lesson(self, challenge: Challenge, settings: Settings) -> str:
        """What a challenge that is met shows, with what the model says of this very blood."""
        told = [challenge.says]
        if challenge.compares_push:
            mv = self.nerve.slopes[settings.slope].mv_per_tenfold
            blood = science.Blood(settings.calcium, settings.potassium)
            mine, normal = (science.push_needed(one, mv) for one in (blood, science.NORMAL))
            told.append(say.compared(mine, normal, self.nerve.dials["push"].unit))
        return " ".join([*told, f"({self._basis(challenge)})"])


class NerveLabWidget(LabWidget):
    """The live face of the lab."""

    _esm = static(*SCRIPTS)
    _css = static("exhibit.css", "lab.css", "nerve_lab.css")

    def __init__(self, lab: NerveLab):
        settings = lab.opening.model_dump()
        asked = {"number": 0, "settings": settings, "challenge": "", "narrow": False}
        super().__init__(lab, json.dumps(lab.choices()), asked)


def _of_outcome(wanted: Wanted, outcome: str, fair: bool) -> dict:
    """Whether the fibre does what is wanted. Under other dials than those asked for it proves
    nothing, and before they are set it would give the answer away.
    """
    return {
        "label": "What it does",
        "value": say.BRIEFLY[outcome],
        "holds": fair and outcome in wanted.one_of,
        "because": wanted.because if fair else "That counts only once all other points hold.",
    }


def _image(svg: str, alt: str) -> Markup:
    return Markup(picture(svg, alt, WIDTH))


def _one_by_itself(rows: list[dict]) -> dict:
    """The first starting point at which the nerve fires with no push, or the last of all."""
    return next((row for row in rows if row["shown"].fires_by_itself()), rows[-1])
