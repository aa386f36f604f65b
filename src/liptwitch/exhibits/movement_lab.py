"""The movement lab: a face that moves, the muscle trace that moves it, and what to try with both.

Three things to do: try a movement and its settings; "make it a …", where settings are checked
against what defines a movement; and "name that movement", where names and settings are hidden.
The front end (static/movement_lab.js) asks by setting ``asked``; Python answers with ``shown``.
"""

import json
from random import Random
from typing import Annotated, Literal

import traitlets
from markupsafe import Markup
from pydantic import Field

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.movements import Movement, Settings
from liptwitch.content.record import Record
from liptwitch.exhibits import chart, face
from liptwitch.exhibits import movement_words as say
from liptwitch.exhibits.base import picture, render
from liptwitch.exhibits.chart_parts import LEFT, RIGHT, WIDTH
from liptwitch.exhibits.front_end import static
from liptwitch.exhibits.lab_widget import LAB_SCRIPTS, Lab, LabWidget
from liptwitch.exhibits.sureness import sureness
from liptwitch.science import movement as science

SCRIPTS = (*LAB_SCRIPTS, "svg.js", "face.js", "movement_lab.js")

OPENING = "fasciculation"
"""The movement that the lab opens with, where the course has it."""

SECONDS = 8.0
"""Length of a recording."""

NEUTRAL = Settings(
    rhythm="regular",
    rate_hz=1,
    burst_ms=300,
    inside_hz=20,
    size=0.5,
    when="both",
    suppressible="no",
    spread="chin",
)
"""Where "make it a …" starts: no movement of the course."""


class Asked(Record):
    """What the front end asks for.

    ``number`` comes back with the answer. ``target``: the movement to be made, in mode "make";
    ``check``: judge the settings. ``round``: the seed that chooses the movement, in mode "name";
    ``guess``: its name, as far as the learner knows.
    """

    number: int = 0
    mode: Literal["explore", "make", "name"] = "explore"
    settings: Settings
    task: Literal["rest", "action", "hold-back", "distract"] = "rest"
    target: str = ""
    check: bool = False
    round: Annotated[int, Field(ge=0)] = 0
    guess: str = ""


class Recording:
    """A trace with everything that is said and drawn of it."""

    def __init__(self, settings: Settings, task: str = "rest", seed: int = 1):
        self.settings, self.task = settings, task
        self.trace = science.trace(settings, task, SECONDS, seed)
        self.spectrum = science.spectrum(self.trace)
        self.features = science.features(self.trace)

    @property
    def pose(self) -> dict[str, float]:
        """What the person does on purpose all the time."""
        needs_action = self.task != "rest" and self.settings.when == "action"
        return {"purse": 1.0} if self.task == "action" or needs_action else {}

    def peak(self) -> dict[str, float]:
        """Every region's displacement at the moment of the largest movement."""
        channels = self.trace.channels
        sums = [sum(frame) for frame in zip(*channels.values(), strict=True)]
        at = sums.index(max(sums))
        return {region: channel[at] for region, channel in channels.items()}

    def seen(self) -> str:
        """One sentence for what is seen, without a name for it."""
        return science.describe(self.settings, self.task)

    def curves_picture(self) -> str:
        """Muscle trace and movement as SVG."""
        return chart.recording(
            self.trace.seconds,
            science.envelope(self.trace.emg, chart.COLUMNS),
            {say.SHORT[region]: channel for region, channel in self.trace.channels.items()},
            science.FRAME_HZ,
            self.trace.task_spell,
            say.SPELLS.get(self.task, ""),
        )

    def spectrum_picture(self) -> str:
        """The spectrum as SVG."""
        return chart.spectrum(
            self.spectrum.frequency_hz,
            self.spectrum.power,
            self.spectrum.peak_hz if say.has_beat(self.spectrum, self.features) else None,
            self.beat(),
        )

    def beat(self) -> str:
        """The beat in a few words."""
        return say.beat(self.spectrum, self.features)

    def curves_words(self) -> str:
        """The curves in words."""
        return say.curves(self.trace, self.features, self.task)

    def spectrum_words(self) -> str:
        """The spectrum in words."""
        return say.spectrum(self.spectrum, self.features)


class MovementLab(Lab):
    """The exhibit of lesson 01."""

    asks = Asked
    cannot = "The lab cannot draw this"

    def __init__(self, course: Course):
        self.course = course
        self.movements = course.movements
        first = OPENING if OPENING in self.movements else next(iter(self.movements))
        self.opening = self.movements[first]

    def page(self) -> str:
        """Face at the peak of its movement, curves, spectrum, settings and what they rest on."""
        recording = Recording(self.opening.settings)
        return render(
            "movement_lab.html",
            movement=self.opening,
            peak=_image(face.svg(recording.peak(), width=300), face.words(recording.peak()), 300),
            curves=_image(recording.curves_picture(), recording.curves_words(), WIDTH),
            spectrum=_image(recording.spectrum_picture(), recording.spectrum_words(), WIDTH),
            seen=recording.seen(),
            beat=recording.beat(),
            basis=self.basis(self.opening),
            others=[other for other in self.movements.values() if other is not self.opening],
        )

    def words(self) -> str:
        """Everything on the page, as text."""
        recording = Recording(self.opening.settings)
        lines = [
            f"Movement lab. It opens with: {self.opening.name} ({self.opening.plain}).",
            recording.seen(),
            f"Picture 1. {face.words(recording.peak())}",
            f"Picture 2. {recording.curves_words()}",
            f"Picture 3. {recording.spectrum_words()}",
            f"Only a question or a test can tell: {self.opening.ask}",
            "Settings, and what they rest on:",
        ]
        for row in self.basis(self.opening):
            sources = "; ".join(source["label"] for source in row["sources"])
            lines.append(
                f"- {row['label']}: {row['value']}. {row['says']} ({row['sure']}"
                f"{': ' + sources if sources else ''})"
            )
        others = [one.name for one in self.movements.values() if one is not self.opening]
        lines.append(f"The lab also knows: {'; '.join(others)}.")
        return "\n".join(lines)

    def make_widget(self) -> "MovementLabWidget":
        """The lab with its controls."""
        return MovementLabWidget(self)

    def basis(self, movement: Movement) -> list[dict]:
        """One row a setting: label, value, what it rests on, sources, how sure."""
        by_setting = {basis.setting: basis for basis in movement.basis}
        return [
            {
                "label": label,
                "value": say.value(movement.settings, setting),
                "says": by_setting[setting].says,
                "sources": sources_of(self.course, by_setting[setting].references),
                "sure": sureness(by_setting[setting]),
            }
            for setting, label in say.LABELS.items()
        ]

    def choices(self) -> dict:
        """All that the front end can offer: movements, options, ranges, tasks, where plots lie."""
        return {
            "movements": [
                {
                    "id": movement.id,
                    "name": movement.name,
                    "plain": movement.plain,
                    "looks": movement.looks,
                    "ask": movement.ask,
                    "settings": movement.settings.model_dump(mode="json"),
                    "basis": self.basis(movement),
                }
                for movement in self.movements.values()
            ],
            "opening": self.opening.id,
            "neutral": NEUTRAL.model_dump(mode="json"),
            "labels": say.LABELS,
            "options": say.OPTIONS,
            "ranges": _ranges(),
            "tasks": say.TASKS,
            "plot": {
                "left": LEFT / WIDTH,
                "width": (RIGHT - LEFT) / WIDTH,
            },
        }

    def told(self, request: Asked) -> dict:
        """Movement, pictures and words; what was checked or guessed is judged."""
        if request.mode == "name":
            hidden = self.pick(request.round)
            recording = Recording(hidden.settings, request.task, seed=request.round)
        else:
            recording = Recording(request.settings, request.task)
        shown = {
            "seconds": SECONDS,
            "rate": science.FRAME_HZ,
            "channels": {
                region: [round(value, 3) for value in channel]
                for region, channel in recording.trace.channels.items()
            },
            "pose": recording.pose,
            "seen": recording.seen(),
            "curves": recording.curves_picture(),
            "curves_words": recording.curves_words(),
            "spectrum": recording.spectrum_picture(),
            "spectrum_words": recording.spectrum_words(),
        }
        if request.mode != "name":
            shown["said"] = {name: say.value(request.settings, name) for name in say.LABELS}
        if request.mode == "make" and request.check and request.target in self.movements:
            shown["findings"] = self.findings(request.settings, self.movements[request.target])
        if request.mode == "name" and request.guess in self.movements:
            shown["verdict"] = self.verdict(hidden, self.movements[request.guess])
        return shown

    def pick(self, number: int) -> Movement:
        """The movement of a round of "name that movement"; rounds that follow differ."""
        turn, place = divmod(number, len(self.movements))
        order = list(self.movements.values())
        Random(f"name {turn}").shuffle(order)
        return order[place]

    def findings(self, settings: Settings, movement: Movement) -> list[dict]:
        """For each setting that defines a movement: whether it is right, and if not, why."""
        return [
            {
                "label": say.LABELS[finding.setting],
                "value": say.value(settings, finding.setting),
                "holds": finding.holds,
                "because": finding.because,
            }
            for finding in science.judge(settings, movement.criteria)
        ]

    def verdict(self, hidden: Movement, guess: Movement) -> dict:
        """What to say to a guess: right, a look-alike, or what speaks against it."""
        against = [
            finding for finding in self.findings(hidden.settings, guess) if not finding["holds"]
        ]
        right = guess is hidden
        return {
            "right": right,
            "alike": not right and not against,
            "name": hidden.name,
            "guess": guess.name,
            "clues": self.findings(hidden.settings, hidden),
            "against": [] if right else against,
            "ask": hidden.ask,
        }


class MovementLabWidget(LabWidget):
    """The live face of the lab."""

    _esm = static(*SCRIPTS)
    _css = static("exhibit.css", "face.css", "lab.css", "movement_lab.css")

    own = ("preset",)

    drawing = traitlets.Dict().tag(sync=True)

    def __init__(self, lab: MovementLab):
        opening = lab.opening
        asked = {
            "number": 0,
            "mode": "explore",
            "preset": opening.id,
            "settings": opening.settings.model_dump(mode="json"),
            "task": "rest",
        }
        super().__init__(lab, json.dumps(lab.choices()), asked, drawing=face.drawing())


def _image(svg: str, alt: str, width: int) -> Markup:
    return Markup(picture(svg, alt, width))


def _ranges() -> dict[str, list[float]]:
    """Lowest and highest of each number, as the model of the settings allows."""
    ranges = {}
    for name, field in Settings.model_fields.items():
        bounds = {type(one).__name__: one for one in field.metadata}
        if "Ge" in bounds and "Le" in bounds:
            ranges[name] = [bounds["Ge"].ge, bounds["Le"].le]
    return ranges
