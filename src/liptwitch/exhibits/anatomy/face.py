"""The face in front view: skin, muscles in two layers, nerve, features; back to front.

On the patient's right all muscles are drawn. On the patient's left the upper layer is lifted off,
so that the deep layer and the branches of the nerve can be seen.
"""

from collections.abc import Iterator, Mapping

from liptwitch.exhibits.anatomy import geometry as g
from liptwitch.exhibits.anatomy.pieces import MIDDLE, Piece

DEEP = ("buccinator", "levator-anguli-oris", "mentalis")
"""From back to front. The nerve runs over these and under the others."""

UPPER = (
    "depressor-labii-inferioris",
    "platysma",
    "levator-labii-superioris",
    "levator-labii-superioris-alaeque-nasi",
    "zygomaticus-minor",
    "zygomaticus-major",
    "risorius",
    "depressor-anguli-oris",
    "orbicularis-oris",
    "frontalis",
    "orbicularis-oculi",
)
"""From back to front: the rings lie over the ends of what runs into them."""

MUSCLES = DEEP + UPPER

LIFTED = "left"
"""The side on which the upper layer is lifted off; some that hide nothing else stay."""

_STAY = ("depressor-labii-inferioris", "orbicularis-oris", "frontalis", "orbicularis-oculi")

KNOT = "modiolus"
BRANCHES = tuple(nerve.branch for nerve in g.NERVES)
REGIONS = (*MUSCLES, KNOT, *BRANCHES)
"""Everything that can be pointed at."""


LABELS: dict[str, tuple[str, tuple[float, float], float]] = {
    "frontalis": ("right", (112, 190), 166),
    "orbicularis-oculi": ("right", (140, 288), 244),
    "levator-labii-superioris-alaeque-nasi": ("right", (37, 368), 302),
    "levator-labii-superioris": ("right", (84, 386), 354),
    "zygomaticus-minor": ("right", (112, 396), 396),
    "zygomaticus-major": ("right", (140, 414), 434),
    "risorius": ("right", (130, 485), 482),
    "depressor-anguli-oris": ("right", (94, 548), 548),
    "platysma": ("right", (104, 640), 640),
    "temporal-branch": ("left", (150, 273), 218),
    "zygomatic-branch": ("left", (142, 373), 338),
    "levator-anguli-oris": ("left", (75, 426), 386),
    "buccal-branch": ("left", (128, 417), 430),
    "buccinator": ("left", (128, 502), 470),
    "modiolus": ("left", (87, 493), 508),
    "orbicularis-oris": ("left", (66, 522), 538),
    "marginal-mandibular-branch": ("left", (128, 535), 578),
    "depressor-labii-inferioris": ("left", (54, 566), 620),
    "mentalis": ("left", (20, 580), 660),
    "cervical-branch": ("left", (108, 640), 696),
}
"""Where each name stands: the patient's side, what its line points at, and its height."""

LABELS_FROM = 240.0
"""How far from the midline the names begin."""

LABEL_LETTERS = 18
"""A name of more letters is broken into lines."""

HALF_WITH_NAMES = 400.0


def pieces(groups: Mapping[str, str]) -> list[Piece]:
    """The whole face, back to front; ``groups``: the group of each muscle, which tints it."""
    return [
        *_head(),
        *_bands(DEEP, groups),
        *_nerve(),
        *_bands(UPPER, groups),
        *_features(),
        Piece("knot", ((g.MODIOLUS,),), "dot", size=g.KNOT, region=KNOT, layer="upper"),
        *_feeling(),
    ]


def _head() -> Iterator[Piece]:
    yield Piece("skin", (g.EAR,))
    yield Piece("hint", (g.EAR_FOLD,))
    yield Piece("neck", (g.NECK,), "loop", MIDDLE)
    for one in (g.NECK_CORD, g.COLLARBONE):
        yield Piece("hint", (one,))
    yield Piece("shade", (g.UNDER_CHIN,), "loop", MIDDLE)
    yield Piece("skin", (g.OUTLINE,), "loop", MIDDLE)
    for one in (g.SOCKET, g.NOSE_SHADE):
        yield Piece("shade", (one,), "loop")
    yield Piece("light", (g.CHEEKBONE,), "loop")
    yield Piece("bone", (g.JAW_EDGE,))


def _feeling() -> Iterator[Piece]:
    for area, (border, name_at) in g.FEELING.items():
        yield Piece(area, (border,), "area", region=area, layer="feeling")
        yield Piece("area-name", ((name_at,),), "text", text=area.upper(), layer="area-names")


def _bands(muscles: tuple[str, ...], groups: Mapping[str, str]) -> Iterator[Piece]:
    for muscle in muscles:
        for band in g.STRIPS:
            if band.muscle == muscle:
                yield Piece(
                    groups[muscle],
                    (band.first, band.second),
                    "strip",
                    region=muscle,
                    layer="deep" if muscle in DEEP else "upper",
                    fibres=band.fibres,
                    ring=band.ring,
                    fade=_fade(band),
                    hidden=LIFTED if muscle in UPPER and muscle not in _STAY else "",
                )


def _fade(band: g.Strip) -> str:
    meets_other_half = band.first[-1][0] == band.second[-1][0] == 0
    return "sheet" if band.sheet else "half" if meets_other_half else "band"


def _nerve() -> Iterator[Piece]:
    # All edges first, so that no branch cuts another off where they meet.
    for edge in ("-edge", ""):
        for nerve in g.NERVES:
            for style, lines in (
                ("end", nerve.ends),
                ("twig", nerve.twigs),
                ("nerve", (nerve.line,)),
            ):
                for one in lines:
                    yield Piece(f"{style}{edge}", (one,), region=nerve.branch, layer="nerve")
        for one in (*g.DIVISIONS, g.TRUNK):
            yield Piece(f"trunk{edge}", (one,), layer="nerve")


def _features() -> Iterator[Piece]:
    yield Piece("white", (g.UPPER_LID, g.LOWER_LID), "lens", layer="features")
    for style, size in (("iris", 15.0), ("pupil", 6.5)):
        yield Piece(style, ((g.EYE,),), "dot", size=size, layer="features", clip="white")
    yield Piece(
        "glint", (((g.EYE[0] - 4, g.EYE[1] - 5),),), "dot", size=2.2, layer="features", clip="white"
    )
    yield Piece("lash", (g.UPPER_LID,), layer="features")
    yield Piece("thin", (g.LOWER_LID,), layer="features")
    yield Piece("hint", (g.LID_FOLD,), layer="features")
    yield Piece("brow", g.BROW, "lens", layer="features")
    for one in g.WRINKLES:
        yield Piece("wrinkle", (one,), layer="features", grows=(("brow_up", 0.7),))
    for one in g.CROWS_FEET:
        yield Piece("wrinkle", (one,), layer="features", grows=(("eye_close", 0.6),))
    for one in g.CHIN_DIMPLES:
        yield Piece("wrinkle", (one,), layer="features", grows=(("chin_up", 0.7),))
    yield Piece("soft", (g.NOSE_SIDE,), layer="features")
    yield Piece("thin", (g.NOSE_WING,), layer="features")
    yield Piece("nostril", (g.NOSTRIL,), "loop", layer="features")
    yield Piece("light", (g.NOSE_LIGHT,), "loop", MIDDLE, layer="features")
    yield Piece("thin", (g.NOSE_FOOT,), sides=MIDDLE, layer="features")
    yield Piece("hint", (g.PHILTRUM,), layer="features")
    yield Piece("lip", (g.LIP_TOP, g.SEAM), "lens", MIDDLE, layer="features")
    yield Piece("lip", (g.SEAM, g.LIP_LOW), "lens", MIDDLE, layer="features")
    yield Piece("light", (g.LIP_LIGHT,), "loop", MIDDLE, layer="features")
    yield Piece("seam", (g.SEAM,), sides=MIDDLE, layer="features")
    yield Piece("teeth", g.TEETH, "lens", layer="features", grows=(("lower_lip_down", 1.5),))
    for one in g.TOOTH_GAPS:
        yield Piece("gap", (one,), layer="features", grows=(("lower_lip_down", 1.5),))
