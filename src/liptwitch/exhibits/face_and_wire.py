"""Face and wire: the muscles that move the lips, and what a fault on their nerve's path does."""

import json

import anywidget
import traitlets
from markupsafe import Markup

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.muscles import Muscle
from liptwitch.content.regions import BRANCH, SIDES
from liptwitch.exhibits import faults
from liptwitch.exhibits.anatomy import drawings
from liptwitch.exhibits.anatomy.strokes import GRAIN
from liptwitch.exhibits.base import Exhibit, picture, render
from liptwitch.exhibits.faults import Fault
from liptwitch.exhibits.front_end import FrontEnd, front_end_with_anatomy, static
from liptwitch.exhibits.packing import pack

PATIENT = "Left and right are the patient's: the patient's right is on your left."

WEAKNESS = {"lost": 1.0, "weak": 0.7, "may-be-weak": 0.3}
"""By how much a finding takes from a movement in the drawing."""

TWITCH = {"twitches": 0.85, "may-twitch": 0.45}
"""How far muscles pull in the drawing while they twitch, as a share of their full pull."""

TASKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("rest", "Nothing: the face at rest", ()),
    ("brows", "Lift your eyebrows", ("frontalis",)),
    ("eyes", "Close your eyes", ("orbicularis-oculi",)),
    (
        "teeth",
        "Show your teeth",
        ("zygomaticus-major", "levator-labii-superioris", "risorius", "depressor-labii-inferioris"),
    ),
    ("joke", "Smile at a joke", ("zygomaticus-major", "zygomaticus-minor")),
    ("purse", "Purse your lips", ("orbicularis-oris",)),
)
"""What the patient is asked to do: id, words, and the muscles that do it."""

JOKE = "joke"
"""The task that the emotional drive starts, and not the will."""


class FaceAndWire(Exhibit):
    """The face with its muscles beside the path from cortex to lip.

    Its live face would work without a kernel. But with 26 kB of state beside 64 kB of page it
    would take the lesson over the size that a notebook may have; so running the cell brings it.
    """

    def __init__(self, course: Course):
        self.course = course
        self.face = drawings.face_svg(course, names=True)
        self.path = drawings.path_svg(course)

    def page(self) -> str:
        """Both pictures, and under folds the muscles and what a fault at each station does.

        The pictures stand side by side where there is room: what is higher than 1,820 pixels,
        Notebook 7 shows in a small box that scrolls.
        """
        return render(
            "face_and_wire.html",
            face=_image(self.face, self.face_words(), 640),
            path=_image(self.path, self.path_words(), 390),
            patient=PATIENT,
            **self._parts(),
        )

    def words(self) -> str:
        """The muscles, then what each fault does."""
        told = {"face": self.face_words(), "path": self.path_words()}
        return render("face_and_wire.txt", patient=PATIENT, **told, **self._parts())

    def make_widget(self) -> "FaceAndWireWidget":
        """Both pictures with their controls."""
        return FaceAndWireWidget(self.spec(), front_end_with_anatomy(self.course))

    def face_words(self) -> str:
        """What the picture of the face shows; the muscles are told one by one elsewhere."""
        return (
            f"A face from the front with {len(self.course.muscles)} muscles. The upper layer is "
            "lifted off on the patient's left; there the branches of the facial nerve fan out "
            f"from below the ear. {PATIENT}"
        )

    def path_words(self) -> str:
        """What the picture of the path shows; the stations are told one by one elsewhere."""
        stations = list(self.course.stations.values())
        told = (
            "A head that is cut open, with brain, brainstem and skull bone, and in it the path "
            f"from {stations[0].name.lower()} to the lip, with {len(stations)} stations"
        )
        beside = [one.name.lower() for one in stations if one.beside]
        return f"{told}; beside it: {', '.join(beside)}." if beside else f"{told}."

    def spec(self) -> dict:
        """Everything that the live face needs, as plain data."""
        course = self.course
        return {
            "labels": [
                [one.region, list(one.lines), *one.at, *one.to, one.anchor]
                for one in drawings.labels(course)
            ],
            "named_box": [round(GRAIN * number) for number in drawings.NAMED_BOX],
            "patient": PATIENT,
            "regions": self._regions(),
            "moves": {
                one.id: {name: share for name, share in one.moves.model_dump().items() if share}
                for one in course.muscles.values()
            },
            "upper": faults.UPPER,
            "stations": [self._station(one.id) for one in course.stations.values()],
            "branches": [[one.id, one.name] for one in course.branches.values()],
            "faults": [_fault_data(*pair) for pair in self._pairs()],
            "tasks": [list(task) for task in TASKS],
            "weakness": WEAKNESS,
            "twitch": TWITCH,
        }

    def _regions(self) -> list[dict]:
        """What can be chosen in the face: id, name, group, words, and the muscles that it is of."""
        course = self.course
        found = [
            {
                "id": one.id,
                "name": one.name,
                "group": one.group.words,
                "words": muscle_words(course, one),
                "muscles": [one.id],
            }
            for one in course.muscles.values()
        ]
        found += [
            {
                "id": one.id + BRANCH,
                "name": one.name,
                "group": "branches of the facial nerve",
                "words": f"{one.name}: it runs {one.runs}. It drives "
                f"{self._names(one.drives)}. If it is cut: {one.cut}",
                "muscles": list(one.drives),
            }
            for one in course.branches.values()
        ]
        found += [
            {
                "id": one.id,
                "name": one.name,
                "group": "where muscles meet",
                "words": f"{one.name}: {one.plain}. {one.says} Here meet: "
                f"{self._names(one.muscles)}.",
                "muscles": [],
            }
            for one in course.landmarks.values()
        ]
        found += [
            {
                "id": one.id,
                "name": one.name,
                "group": "areas that feel (trigeminal nerve)",
                "words": f"{one.name}, {one.plain}: {one.skin}.",
                "muscles": [],
            }
            for one in course.areas.values()
        ]
        return found

    def _names(self, muscles: tuple[str, ...]) -> str:
        return ", ".join(self.course.muscles[one].name for one in muscles)

    def _station(self, station_id: str) -> dict:
        station = self.course.stations[station_id]
        return {
            "id": station.id,
            "name": station.name,
            "words": f"{station.name}: {station.plain}. {station.where} Here pass: "
            f"{'; '.join(station.passes)}.",
            "causes": [self.course.causes[one].name for one in station.causes],
            "doubt": station.doubt or "",
            "branches": faults.has_branches(station),
        }

    def _pairs(self) -> list[tuple[Fault, Fault]]:
        """Every fault on the right and the same on the left."""
        right, left = (faults.all_faults(self.course, side) for side in SIDES)
        return list(zip(right, left, strict=True))

    def _parts(self) -> dict:
        course = self.course
        every = list(faults.all_faults(course, "right"))
        found = {
            one.branch.id: faults.findings(one) for one in every if one.branch and one.kind == "cut"
        }
        return {
            "muscles": [_muscle_row(course, one) for one in course.muscles.values()],
            "landmarks": list(course.landmarks.values()),
            "branches": [
                {"branch": one, "drives": self._names(one.drives), "found": found.get(one.id, "")}
                for one in course.branches.values()
            ],
            "areas": list(course.areas.values()),
            "stations": [
                {
                    "station": one,
                    "causes": [course.causes[cause].name for cause in one.causes],
                    "faults": [
                        {
                            "fault": fault,
                            "where": faults.where(fault),
                            "found": faults.findings(fault),
                        }
                        for fault in every
                        if fault.station is one and not fault.branch
                    ],
                }
                for one in course.stations.values()
            ],
            "kinds": faults.KIND_WORDS,
        }


class FaceAndWireWidget(anywidget.AnyWidget):
    """The live exhibit. It holds every outcome itself and asks Python nothing."""

    _esm = "\n".join(
        [
            static("unpack.js", "import_text.js"),
            """export default {
  async render({ model, el, host }) {
    const { exports } = await host.getWidget(model.get("front_end"));
    const { kit, anatomy } = exports;
    const { render } = await importText(await unpack(model.get("code")));
    const style = await unpack(model.get("style"));
    el.append(Object.assign(document.createElement("style"), { textContent: style }));
    const spec = JSON.parse(await unpack(model.get("spec")));
    const { createPicture, drawings } = await anatomy();
    return render({ el, kit, createPicture, spec: { ...spec, ...drawings } });
  },
};""",
        ]
    )

    code = traitlets.Unicode(pack(static("face_and_wire.js"))).tag(sync=True)
    style = traitlets.Unicode(pack(static("exhibit.css", "anatomy.css", "face_and_wire.css"))).tag(
        sync=True
    )
    spec = traitlets.Unicode().tag(sync=True)
    front_end = anywidget.WidgetTrait().tag(sync=True)

    def __init__(self, spec: dict, shared: FrontEnd):
        packed = pack(json.dumps(spec, ensure_ascii=False, separators=(",", ":")))
        super().__init__(spec=packed, front_end=shared, layout=shared.layout)


def muscle_words(course: Course, muscle: Muscle) -> str:
    """A muscle: where it runs, what it does, who drives it, how its twitch looks, what is open."""
    parts = [
        f"{muscle.name}: {muscle.plain}.",
        f"Begins at {muscle.origin}. Ends at {muscle.insertion}.",
        f"It {muscle.action}.",
        f"Nerve: {_branches(course, muscle)}.",
        f"Its twitch: {muscle.twitch}.",
        *(f"{part.name[0].upper()}{part.name[1:]}: {part.says}" for part in muscle.parts),
        f"Differences: {muscle.varies.rstrip('.')}." if muscle.varies else "",
        f"In doubt: {muscle.doubt}" if muscle.doubt else "",
    ]
    return " ".join(filter(None, parts))


def _branches(course: Course, muscle: Muscle) -> str:
    # Short: "zygomatic and buccal branch".
    known = [one.value.replace("-", " ") for one in muscle.branch if one in course.branches]
    return f"{' and '.join(known)} branch of the facial nerve"


def _muscle_row(course: Course, muscle: Muscle) -> dict:
    return {
        "muscle": muscle,
        "branches": ", ".join(one.value.replace("-", " ") for one in muscle.branch),
        "sources": sources_of(course, muscle.references),
    }


def _fault_data(right: Fault, left: Fault) -> dict:
    """A fault on either side; what is the same for both is said once."""
    shown = {"right": list(right.shows), "left": list(left.shows)}
    return {
        "station": right.station.id,
        "kind": right.kind,
        "branch": right.branch.id if right.branch else "",
        "muscles": list(right.muscles),
        "shows": shown,
        "found": {
            part: reading.found for part, reading in zip(faults.PARTS, right.readings, strict=True)
        },
        "readings": [
            [one.part, one.side, other.side, one.sign, one.words]
            for one, other in zip(right.readings, left.readings, strict=True)
        ],
        "words": faults.told(right),
    }


def _image(svg: str, alt: str, width: int) -> Markup:
    return Markup(picture(svg, alt, width))
