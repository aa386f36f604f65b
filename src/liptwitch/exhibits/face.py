"""One drawing of the lower two thirds of a face, and the pulls that move it.

The face is plain data: named curves (lists of cubic control points), shapes made of curves, and for
each region of the movement traces one or more pulls. A pull displaces the points near its centre;
what is drawn is always

    rest + sum over regions of amount(region) * delta(region)

both here (`svg`, a still picture) and in the front end (`static/face.js`, a moving one, fed by
`drawing`). So the geometry lives in this file only.

Units: curves and pulls are written in half millimetres of a grown-up's face (about), drawn and
sent in whole quarter millimetres; x runs to the viewer's right, y down. Left and right are the
patient's: the patient's right is on the viewer's left. Pulls are larger than life (about twice),
so that they can be seen in a picture 300 pixels wide.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

Point = tuple[float, float]
Points = tuple[Point, ...]

WIDTH, HEIGHT = 560, 620  # of the picture, in quarter millimetres
GRAIN = 2  # picture units per unit of the curves and pulls
MIDLINE = 160  # x, in units of the curves
LEFT, TOP = 20, 23  # where the picture begins, in units of the curves

# The regions of the movement traces, and one more (purse) that a person moves on purpose, with what
# a reader who cannot see the picture is told of each.
PLACES = {
    "spot": "a pea-sized spot in the upper lip, on the patient's right",
    "corner": "the right corner of the mouth, drawn out and up",
    "cheek": "the right cheek, lifted, with a deeper fold beside the nose",
    "eyelid": "the right eye, closing",
    "lower-half": "the right half of the lower lip, pulled down and sideways",
    "upper-lip": "the upper lip, lifted",
    "lower-lip": "the lower lip, lowered",
    "jaw": "the jaw, dropped, with the lips apart",
    "chin": "the chin, pushed up and puckered",
    "patch-1": "a patch of skin beside the lower lip, on the patient's right",
    "patch-2": "a patch of skin at the right corner of the mouth",
    "patch-3": "a patch of skin above the upper lip, on the patient's right",
    "purse": "the lips, gently pursed",
}
REGIONS = tuple(PLACES)

CARD = "#fbf7f0"
INK = "#4d3a35"
SKIN = "#e6c5a7"
SHADE = "#a8714f"
LIP = "#bf766b"
LIP_INK = "#7d3f3d"

# Radial gradients by name: (offset, colour, opacity) from the centre outwards.
GRADIENTS = {
    "foot": [[0, "#8a4a35", 0.5], [0.5, "#8a4a35", 0.28], [1, "#8a4a35", 0]],
    "soft": [[0, SHADE, 0.55], [0.55, SHADE, 0.26], [1, SHADE, 0]],
    "light": [[0, "#fff6ea", 0.85], [0.5, "#fff6ea", 0.4], [1, "#fff6ea", 0]],
}

# How each kind of shape is drawn; a fill may be a colour or the name of a gradient.
STYLES = {
    "skin": {"fill": SKIN, "stroke": INK, "stroke-width": 3.2},
    "neck": {"fill": "#d6b08f", "stroke": INK, "stroke-width": 2.6},
    "soft": {"fill": "soft"},
    "light": {"fill": "light"},
    "foot": {"fill": "foot"},
    "white": {"fill": "#fffdf9"},
    "iris": {"fill": "#7b6a5c", "stroke": "#4c4038", "stroke-width": 2.4},
    "pupil": {"fill": "#2a2220"},
    "glint": {"fill": "#ffffff"},
    "lash": {"stroke": INK, "stroke-width": 5.2},
    "thin": {"stroke": INK, "stroke-width": 2.2},
    "line": {"stroke": INK, "stroke-width": 3.2},
    "crease": {"stroke": "#8a5a43", "stroke-width": 4},
    "brow": {"fill": "#5e4a42"},
    "nostril": {"fill": "#6d4639"},
    "mouth": {"fill": "#59282b"},
    "teeth": {"fill": "#f3ece2"},
    "lip": {"fill": LIP},
    "lip-low": {"fill": "#c98377"},
    "lip-edge": {"stroke": LIP_INK, "stroke-width": 2},
    "seam": {"stroke": "#6b2f30", "stroke-width": 4.2},
}

# Text, x, y, anchor: two lines each, in the corners beside the neck.
LABELS = (
    ("patient's", 16, 572, "start"),
    ("right", 16, 600, "start"),
    ("patient's", WIDTH - 16, 572, "end"),
    ("left", WIDTH - 16, 600, "end"),
)


@dataclass(frozen=True)
class Curve:
    """Cubic control points (start, then two handles and an end for each piece) of one part."""

    part: str
    points: Points


@dataclass(frozen=True)
class Shape:
    """Curves drawn one after the other ('~name' runs backwards), in a style.

    `opacity` is at rest; `deepens` says by how much each region at full pull changes it.
    `clip` names a shape outside of which this one is not drawn.
    """

    name: str
    curves: tuple[str, ...]
    style: str
    closed: bool = False
    opacity: float = 1.0
    deepens: tuple[tuple[str, float], ...] = ()
    clip: str = ""


@dataclass(frozen=True)
class Pull:
    """Points of `parts` near `centre` move by `move` and away from the centre by `swell`.

    Full strength up to `core` (a share of `reach`), smoothly nothing at `reach` and beyond.
    """

    centre: Point
    reach: Point
    move: Point = (0.0, 0.0)
    parts: tuple[str, ...] = ()
    core: float = 0.0
    swell: float = 0.0


def _points(text: str) -> Points:
    """'12,30 14,32 ...' as a tuple of (x, y)."""
    return tuple(tuple(float(number) for number in pair.split(",")) for pair in text.split())


def _mirrored(points: Points) -> Points:
    return tuple((2 * MIDLINE - x, y) for x, y in points)


def _whole(text: str) -> Points:
    """The half from the viewer's left to the midline, continued by its mirror image."""
    half = _points(text)
    return half + _mirrored(half)[-2::-1]


def _ellipse(x: float, y: float, rx: float, ry: float) -> Points:
    """A closed ellipse as four cubic pieces."""
    k = 0.5523
    return tuple(
        (x + rx * a, y + ry * b)
        for a, b in (
            (-1, 0), (-1, -k), (-k, -1), (0, -1), (k, -1), (1, -k), (1, 0),
            (1, k), (k, 1), (0, 1), (-k, 1), (-1, k), (-1, 0),
        )
    )  # fmt: skip


# Curves that cross the midline: the viewer's left half is written down, the rest is its mirror.
_MIDDLE = {
    "outline": (
        "outline",
        "30,-8 26,30 25,64 28,104 30,140 40,186 54,218 68,250 98,286 124,300 "
        "136,306 148,308 160,308",
    ),
    "neck": ("neck", "78,240 84,270 85,310 80,352 100,356 130,356 160,356"),
    "under-chin": ("neck", "60,236 84,286 116,328 160,328"),
    "lip-top": (
        "upper lip",
        "108,221 118,216 130,208 141,205.5 146,203.5 150,202 153,203.5 156,205 158,207.5 160,207.5",
    ),
    "seam-top": (
        "upper lip",
        "108,221 120,222 132,220 141,220 148,220.5 153,223 160,223",
    ),
    "seam-low": (
        "lower lip",
        "108,221 120,222 132,220 141,220 148,220.5 153,223 160,223",
    ),
    "lip-low": ("lower lip", "108,221 117,229 130,243 160,243"),
    "lip-low-edge": ("lower lip", "126,236.5 135,241.5 147,243 160,243"),
    "chin-fold": ("chin", "138,257 145,252.5 152,251.5 160,251.5"),
    "nose-base": ("nose", "149,175.5 152,178.5 156,179.5 160,179.5"),
}

# Curves of the patient's right side; the left side is their mirror image.
_SIDE = {
    "ear": ("outline", "25,78 14,66 5,78 9,104 12,126 20,142 31,144"),
    "ear-fold": ("outline", "22,86 14,82 12,98 17,112 20,122 22,126 26,126"),
    "brow": (
        "brow",
        "132,53 120,44 94,37 62,54 88,45 112,48 131,58.5 133,57 133.5,55 132,53",
    ),
    "upper-lid": ("upper lid", "131,84 125,75 114,68 102,68 90,68 80,73 74,80"),
    "lower-lid": ("lower lid", "74,80 81,86 91,88.5 101,88.5 112,88.5 122,88 131,84"),
    "crease": ("upper lid fold", "127,75 119,65 111,61 101,61 89,61 79,66 71,75"),
    "under-eye": ("cheek", "86,99 97,102 110,102 122,95"),
    "iris": ("eyeball", _ellipse(102, 77, 11, 11)),
    "pupil": ("eyeball", _ellipse(102, 77, 4.6, 4.6)),
    "lid-shade": ("still", _ellipse(101, 67, 30, 7)),
    "socket": ("still", _ellipse(112, 64, 40, 24)),
    "bridge-shade": ("still", _ellipse(140, 110, 13, 56)),
    "ala": ("nose", "137,149 129,154 126,166 131,172 134,175 138,174 141,172"),
    "nostril": ("nose", "141,173.5 143,169.5 150,170 153,175 149,176.5 144,176 141,173.5"),
    "tip": ("nose", "146,158 144,162 144,166 147,168"),
    "philtrum": ("upper lip", "154.5,182 153.5,190 152.5,196 152,201"),
    "fold": ("fold", "127,166 117,174 107,190 102,207"),
    "smile-line": ("fold", "95,206 90,214 90,226 95,234"),
    "corner-mark": ("corner", "107,218 104.5,221 104.5,224 107,227"),
    "cheek-shade": ("still", _ellipse(70, 158, 40, 46)),
    "cheek-light": ("cheek", _ellipse(86, 132, 27, 18)),
    "jaw-shade": ("still", _ellipse(92, 240, 32, 34)),
    "crow-1": ("lid wrinkle", "68,77 63,75 59,74 55,74"),
    "crow-2": ("lid wrinkle", "67,82 62,82.5 58,83 53,85"),
    "crow-3": ("lid wrinkle", "70,87 65,89 61,92 58,95"),
}

# Shapes on the midline that are no curves of their own.
_ROUND = {
    "chin-pad": ("chin", _ellipse(160, 281, 26, 17)),
    "chin-shade": ("chin", _ellipse(160, 256, 30, 9)),
    "low-lip-light": ("lower lip", _ellipse(160, 232, 26, 6)),
    "teeth": ("skull", _ellipse(160, 220, 36, 9)),
    "nose-light": ("nose", _ellipse(160, 152, 11, 14)),
    "nose-shade": ("nose", _ellipse(160, 180, 30, 8)),
}

# Bulges (a light top and a shaded foot) and wrinkles, drawn only while their region pulls.
_PASSING = {
    "spot-foot": ("passing", _ellipse(134, 212, 17, 13)),
    "spot-top": ("passing", _ellipse(133, 207, 10, 7.5)),
    "patch-1-foot": ("passing", _ellipse(124, 250, 21, 13)),
    "patch-1-top": ("passing", _ellipse(123, 245, 14, 7)),
    "patch-2-foot": ("passing", _ellipse(95, 224, 14, 20)),
    "patch-2-top": ("passing", _ellipse(93, 219, 8, 13)),
    "patch-3-foot": ("passing", _ellipse(120, 199, 21, 12)),
    "patch-3-top": ("passing", _ellipse(119, 194, 14, 7)),
    "purse-1": ("passing", _points("147,186 148,190 148,194 147,198")),
    "purse-2": ("passing", _points("173,186 172,190 172,194 173,198")),
    "purse-3": ("passing", _points("138,192 140,195 141,197 141,200")),
    "purse-4": ("passing", _points("182,192 180,195 179,197 179,200")),
    "purse-5": ("passing", _points("149,250 150,254 150,257 149,260")),
    "purse-6": ("passing", _points("171,250 170,254 170,257 171,260")),
    "pucker-1": ("passing", _ellipse(146, 274, 6, 4)),
    "pucker-2": ("passing", _ellipse(160, 269, 6, 4)),
    "pucker-3": ("passing", _ellipse(174, 274, 6, 4)),
    "pucker-4": ("passing", _ellipse(153, 283, 6, 4)),
    "pucker-5": ("passing", _ellipse(167, 283, 6, 4)),
    "pucker-6": ("passing", _ellipse(160, 293, 5, 3)),
}


def _curves() -> dict[str, Curve]:
    """Every curve by name; those of a side come as 'right-…' and 'left-…' (the patient's)."""
    curves = {name: Curve(part, _whole(text)) for name, (part, text) in _MIDDLE.items()}
    for name, (part, drawn) in _SIDE.items():
        points = _points(drawn) if isinstance(drawn, str) else drawn
        curves[f"right-{name}"] = Curve(part, points)
        curves[f"left-{name}"] = Curve(part, _mirrored(points))
    for name, (part, points) in (_ROUND | _PASSING).items():
        curves[name] = Curve(part, points)
    return curves


def _both(
    name: str,
    curves: tuple[str, ...],
    style: str,
    closed: bool = False,
    opacity: float = 1.0,
    deepens: tuple[tuple[str, float], ...] = (),
    clip: str = "",
) -> tuple[Shape, ...]:
    """The same shape on both sides of the face; only the patient's right one ever moves."""
    return tuple(
        Shape(
            f"{side}-{name}",
            tuple(f"{side}-{curve}" for curve in curves),
            style,
            closed,
            opacity,
            deepens if side == "right" else (),
            clip=f"{side}-{clip}" if clip == "eye" else clip,
        )
        for side in ("right", "left")
    )


def _one(name: str, style: str, **more: object) -> Shape:
    """A shape that is the curve of its name."""
    return Shape(name, (name,), style, **more)


def _passing(name: str, style: str, region: str, opacity: float = 1.0) -> Shape:
    """A shape that is there only while its region pulls."""
    return _one(name, style, opacity=0.0, deepens=((region, opacity),))


# A small pull under the skin shows more by light and shade than by how far it moves an outline:
# a bulge is drawn in full at a quarter of the largest pull.
SEEN_EARLY = 4.0

# From back to front.
SHAPES = (
    *_both("ear", ("ear",), "skin"),
    *_both("ear-fold", ("ear-fold",), "thin", opacity=0.6),
    _one("neck", "neck"),
    _one("under-chin", "soft", opacity=0.9, clip="neck"),
    _one("outline", "skin"),
    *_both("socket", ("socket",), "soft", opacity=0.45),
    *_both("cheek-shade", ("cheek-shade",), "soft", opacity=0.35, clip="outline"),
    *_both("jaw-shade", ("jaw-shade",), "soft", opacity=0.22, clip="outline"),
    *_both("cheek-light", ("cheek-light",), "light", opacity=0.35, deepens=(("cheek", 0.5),)),
    *_both("bridge-shade", ("bridge-shade",), "soft", opacity=0.4),
    _one("nose-light", "light", opacity=0.6),
    _one("nose-shade", "soft", opacity=0.55),
    *_both("eye", ("upper-lid", "lower-lid"), "white", closed=True),
    *_both("iris", ("iris",), "iris", clip="eye"),
    *_both("pupil", ("pupil",), "pupil", clip="eye"),
    *_both("lid-shade", ("lid-shade",), "soft", opacity=0.5, clip="eye"),
    *_both("lower-lid", ("lower-lid",), "thin", opacity=0.7),
    *_both("lash", ("upper-lid",), "lash"),
    *_both("crease", ("crease",), "thin", opacity=0.6),
    *_both("under-eye", ("under-eye",), "thin", opacity=0.25, deepens=(("eyelid", 0.4),)),
    *_both("brow", ("brow",), "brow", opacity=0.85),
    *_both("ala", ("ala",), "line", opacity=0.85),
    *_both("nostril", ("nostril",), "nostril", opacity=0.85),
    _one("nose-base", "thin", opacity=0.55),
    *_both("tip", ("tip",), "thin", opacity=0.22),
    *_both("philtrum", ("philtrum",), "crease", opacity=0.22),
    *_both("fold", ("fold",), "crease", opacity=0.4, deepens=(("cheek", 0.55), ("corner", 0.35))),
    Shape("smile-line", ("right-smile-line",), "crease", opacity=0.0, deepens=(("corner", 0.55),)),
    _one("chin-shade", "soft", opacity=0.8),
    _one("chin-pad", "light", opacity=0.5),
    _one("chin-fold", "crease", opacity=0.3, deepens=(("chin", 0.6),)),
    Shape("mouth", ("seam-top", "~seam-low"), "mouth", closed=True),
    _one("teeth", "teeth", clip="mouth"),
    Shape("upper-lip", ("lip-top", "~seam-top"), "lip", closed=True),
    Shape("lower-lip", ("seam-low", "~lip-low"), "lip-low", closed=True),
    _one("low-lip-light", "light", opacity=0.75),
    Shape("lip-top-edge", ("lip-top",), "lip-edge", opacity=0.6),
    Shape("lip-low-edge", ("lip-low",), "lip-edge", opacity=0.3),
    Shape(
        "lip-low-middle",
        ("lip-low-edge",),
        "lip-edge",
        opacity=0.5,
        deepens=(("purse", -0.5),),
    ),
    Shape("seam-low-edge", ("seam-low",), "seam", opacity=0.5),
    Shape("seam", ("seam-top",), "seam"),
    *_both("corner-mark", ("corner-mark",), "crease", opacity=0.5),
    *(
        bulge
        for region in ("spot", "patch-1", "patch-2", "patch-3")
        for bulge in (
            _passing(f"{region}-foot", "foot", region, SEEN_EARLY),
            _passing(f"{region}-top", "light", region, SEEN_EARLY),
        )
    ),
    *(
        Shape(f"crow-{n}", (f"right-crow-{n}",), "crease", opacity=0.0, deepens=(("eyelid", 0.6),))
        for n in (1, 2, 3)
    ),
    *(_passing(f"pucker-{n}", "foot", "chin") for n in range(1, 7)),
    *(_passing(f"purse-{n}", "crease", "purse", 0.4) for n in range(1, 7)),
)

LIPS = ("upper lip", "lower lip")
PULLS = {
    "spot": (Pull((134, 203), (25, 17), move=(0, -14), parts=("upper lip",), swell=0.15),),
    "corner": (
        Pull((107, 221), (46, 40), move=(-15, -11), parts=(*LIPS, "corner")),
        Pull((102, 205), (50, 50), move=(-12, -4), parts=("fold", "cheek")),
    ),
    "cheek": (
        Pull((98, 180), (62, 80), move=(-5, -13), parts=(*LIPS, "corner", "cheek", "nose")),
        Pull((110, 188), (50, 50), move=(-9, -5), parts=("fold",)),
    ),
    "eyelid": (
        Pull((101, 92), (60, 26), move=(0, -3), parts=("cheek",)),
        Pull((101, 48), (50, 30), move=(0, 4), parts=("brow",)),
        Pull((101, 60), (40, 30), move=(0, 10), parts=("upper lid fold",)),
    ),
    "lower-half": (
        Pull((128, 236), (44, 38), move=(-9, 13), parts=("lower lip",)),
        Pull((130, 255), (50, 40), move=(-5, 8), parts=("chin",)),
    ),
    "upper-lip": (Pull((160, 208), (62, 36), move=(0, -7), parts=("upper lip",), core=0.3),),
    "lower-lip": (
        Pull((160, 232), (62, 40), move=(0, 8), parts=("lower lip",), core=0.3),
        Pull((160, 255), (50, 30), move=(0, 4), parts=("chin",)),
    ),
    "jaw": (
        Pull((160, 236), (60, 60), move=(0, 15), parts=("lower lip",), core=0.35),
        Pull((160, 280), (120, 70), move=(0, 15), parts=("chin",), core=0.5),
        Pull((160, 310), (130, 110), move=(0, 15), parts=("outline", "neck"), core=0.3),
    ),
    "chin": (
        Pull((160, 275), (60, 45), move=(0, -10), parts=("chin",), core=0.2),
        Pull((160, 248), (56, 40), move=(0, -8), parts=("lower lip",), core=0.2),
    ),
    "patch-1": (Pull((121, 245), (26, 22), move=(0, 3), parts=("lower lip", "chin"), swell=0.15),),
    "patch-2": (Pull((100, 221), (30, 30), move=(-6, 0), parts=(*LIPS, "corner"), swell=0.15),),
    "patch-3": (Pull((124, 206), (30, 24), move=(0, -5), parts=("upper lip",), swell=0.1),),
    "purse": (
        Pull((102, 221), (60, 50), move=(20, 0), parts=(*LIPS, "corner")),
        Pull((218, 221), (60, 50), move=(-20, 0), parts=(*LIPS, "corner")),
        Pull((160, 200), (40, 24), move=(0, -4), parts=("upper lip",)),
        Pull((160, 243), (40, 24), move=(0, 4), parts=("lower lip",)),
    ),
}

# A closing eye: where the points of both lids of the patient's right eye end up.
SHUT = {
    "right-upper-lid": _points("131,84 122,89 112,91 102,90.5 92,90 82,87 74,80"),
    "right-lower-lid": _points("74,80 82,87 92,90 102,90.5 112,91 122,89 131,84"),
}
CURVES = _curves()


def _strength(pull: Pull, point: Point) -> float:
    """How much of a pull a point feels: 1 in the core, smoothly down to 0 at the reach."""
    far = math.hypot(
        (point[0] - pull.centre[0]) / pull.reach[0], (point[1] - pull.centre[1]) / pull.reach[1]
    )
    if far >= 1:
        return 0.0
    inward = max(0.0, (far - pull.core) / (1 - pull.core))
    return (1 - inward**2) ** 2


def _moved(curve_name: str, region: str) -> Points:
    """The displacement (dx, dy) of every point of a curve when the region pulls fully."""
    curve = CURVES[curve_name]
    if region == "eyelid" and curve_name in SHUT:
        return tuple(
            (end[0] - x, end[1] - y)
            for end, (x, y) in zip(SHUT[curve_name], curve.points, strict=True)
        )
    moved = [(0.0, 0.0)] * len(curve.points)
    for pull in PULLS[region]:
        if curve.part not in pull.parts:
            continue
        for i, (x, y) in enumerate(curve.points):
            share = _strength(pull, (x, y))
            moved[i] = (
                moved[i][0] + share * (pull.move[0] + pull.swell * (x - pull.centre[0])),
                moved[i][1] + share * (pull.move[1] + pull.swell * (y - pull.centre[1])),
            )
    return tuple(moved)


@lru_cache(maxsize=1)
def _compiled() -> dict[str, tuple[list[int], dict[str, list[int]]]]:
    """Each curve's points at rest and its displacement per region, in whole picture units.

    {name: (rest, {region: displacement})}; regions that do not move the curve are left out.
    """
    compiled = {}
    for name, curve in CURVES.items():
        pulls = {region: _flat(_moved(name, region)) for region in REGIONS}
        compiled[name] = (
            _flat((x - LEFT, y - TOP) for x, y in curve.points),
            {region: moved for region, moved in pulls.items() if any(moved)},
        )
    return compiled


def _flat(pairs: Iterable[Point]) -> list[int]:
    """[x0, y0, x1, y1, …] in whole picture units: small as JSON, the same on every machine."""
    return [round(GRAIN * number) for pair in pairs for number in pair]


def _trimmed(moved: Sequence[int]) -> list[int]:
    """[index of the first number that is not 0, that number, …, the last that is not 0]."""
    there = [i for i, number in enumerate(moved) if number]
    return [there[0], *moved[there[0] : there[-1] + 1]]


def drawing() -> dict[str, object]:
    """The face as JSON for `createFace` in face.js.

    curves: {name: {rest: [x0, y0, …], pulls: {region: [first index, dx, dy, …]}}}; shapes, from
    back to front: {name, style} and, where it applies, curves (else the one with the shape's
    name; '~' before a name: backwards), closed, opacity, deepens ({region: opacity added at full
    pull}) and clip (the name of a shape).
    """
    used = {name.lstrip("~") for shape in SHAPES for name in shape.curves}
    curves = {}
    for name, (rest, pulls) in _compiled().items():
        if name in used:
            curves[name] = {"rest": rest}
            if pulls:
                curves[name]["pulls"] = {region: _trimmed(d) for region, d in pulls.items()}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "card": CARD,
        "ink": INK,
        "styles": STYLES,
        "gradients": GRADIENTS,
        "labels": [list(label) for label in LABELS],
        "curves": curves,
        "shapes": [_record(shape) for shape in SHAPES],
    }


def _record(shape: Shape) -> dict[str, object]:
    record = {"name": shape.name, "style": shape.style}
    if shape.curves != (shape.name,):
        record["curves"] = list(shape.curves)
    if shape.closed:
        record["closed"] = True
    if shape.opacity != 1:
        record["opacity"] = shape.opacity
    if shape.deepens:
        record["deepens"] = dict(shape.deepens)
    if shape.clip:
        record["clip"] = shape.clip
    return record


def _posed(name: str, amounts: Mapping[str, float]) -> list[Point]:
    """The points of a curve, pulled: rest + sum of amount * displacement."""
    rest, pulls = _compiled()[name]
    posed = rest
    for region, moved in pulls.items():
        amount = amounts.get(region, 0.0)
        if amount:
            posed = [x + amount * dx for x, dx in zip(posed, moved, strict=True)]
    return list(zip(posed[::2], posed[1::2], strict=True))


def _path(shape: Shape, amounts: Mapping[str, float]) -> str:
    """The d attribute of a shape: its curves, one after the other."""
    chained = []
    for name in shape.curves:
        points = _posed(name.lstrip("~"), amounts)
        points = points[::-1] if name.startswith("~") else points
        chained.extend(points[1:] if chained else points)
    points = [(round(x), round(y)) for x, y in chained]
    # Each cubic curve is written from where the last one ended: shorter than from the corner.
    starts = [points[0]] + [points[3 * ((i - 1) // 3)] for i in range(1, len(points))]
    steps = (f"{x - a} {y - b}" for (x, y), (a, b) in zip(points[1:], starts[1:], strict=True))
    x, y = points[0]
    text = f"M{x} {y}c{' '.join(steps)}{'z' if shape.closed else ''}"
    return text.replace(" -", "-")


def _attributes(style: str, opacity: float) -> str:
    given = dict(STYLES[style])
    if given.get("fill") in GRADIENTS:
        given["fill"] = f"url(#{given['fill']})"
    if opacity != 1:
        given["opacity"] = f"{round(opacity, 2):g}"
    return " ".join(f'{name}="{escape(str(value))}"' for name, value in given.items())


def svg(amounts: Mapping[str, float] | None = None, width: int | None = None) -> str:
    """A still picture of the face, as SVG text; its words go beside it, as an image's alt text.

    `amounts` maps regions to how far they are pulled, 0 (rest) to 1; `width` in pixels (default:
    scales). Raises ValueError for a region that the face does not have.
    """
    amounts = checked(amounts)
    size = f' width="{width}" height="{round(width * HEIGHT / WIDTH)}"' if width else ""
    sheet = f'width="{WIDTH}" height="{HEIGHT}"'
    clips, drawn = _layers(amounts)
    texts = (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
        for text, x, y, anchor in LABELS
    )
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"{size}>',
            f"<defs>{_gradients()}",
            f'<clipPath id="card"><rect {sheet} rx="28"/></clipPath>{clips}</defs>',
            '<g clip-path="url(#card)" fill="none" stroke-linecap="round" stroke-linejoin="round">',
            f'<rect {sheet} fill="{CARD}"/>{drawn}',
            f'<g fill="{INK}" font-family="sans-serif" font-size="24">{"".join(texts)}</g>',
            "</g></svg>",
        ]
    )


def _gradients() -> str:
    parts = []
    for name, stops in GRADIENTS.items():
        parts.append(f'<radialGradient id="{name}">')
        for at, colour, opacity in stops:
            parts.append(f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{opacity}"/>')
        parts.append("</radialGradient>")
    return "".join(parts)


def _layers(amounts: Mapping[str, float]) -> tuple[str, str]:
    """The outlines that others are clipped by, and all shapes that can be seen, back to front."""
    clipping = {shape.clip for shape in SHAPES}
    clips, drawn = [], []
    for shape in SHAPES:
        path = _path(shape, amounts)
        if shape.name in clipping:
            clips.append(f'<clipPath id="{shape.name}"><path d="{path}"/></clipPath>')
        opacity = shape.opacity + sum(
            more * amounts.get(region, 0.0) for region, more in shape.deepens
        )
        if opacity > 0:
            clip = f' clip-path="url(#{shape.clip})"' if shape.clip else ""
            drawn.append(f'<path d="{path}" {_attributes(shape.style, min(1, opacity))}{clip}/>')
    return "".join(clips), "".join(drawn)


def checked(amounts: Mapping[str, float] | None) -> dict[str, float]:
    """The amounts, each within 0 to 1. Raises ValueError for a region the face does not have."""
    amounts = dict(amounts or {})
    for region in amounts:
        if region not in REGIONS:
            known = ", ".join(REGIONS)
            raise ValueError(f"The face has no region {region!r}. It has: {known}.")
    return {region: min(1.0, max(0.0, amount)) for region, amount in amounts.items()}


def words(amounts: Mapping[str, float] | None = None) -> str:
    """What the picture shows, in words: a face, and what is pulled and how far."""
    view = "Seen from the front; the patient's right is on the viewer's left."
    pulled = {region: amount for region, amount in checked(amounts).items() if amount >= 0.05}
    if not pulled:
        return f"The lower two thirds of a face, at rest. {view}"
    told = "; ".join(
        f"{PLACES[region]} ({round(100 * amount)} % of the largest pull drawn)"
        for region, amount in sorted(pulled.items(), key=lambda item: -item[1])
    )
    return f"The lower two thirds of a face. Moved from rest: {told}. {view}"
