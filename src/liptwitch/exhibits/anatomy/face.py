"""The face as a list of pieces, back to front, and as SVG text."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from liptwitch.exhibits.anatomy import geometry as g
from liptwitch.exhibits.anatomy.geometry import Line, Strip
from liptwitch.exhibits.anatomy.strokes import GRAIN, belly, fibres, smooth

CARD, INK = "#fbf7f0", "#4d3a35"
SIDES = {"right": -1, "left": 1}
"""The patient's sides, and where they lie for the viewer."""

DEEP = (
    "buccinator",
    "levator-anguli-oris",
    "depressor-labii-inferioris",
    "mentalis",
)
"""From back to front; the nerve runs over these and under the others."""

UPPER = (
    "platysma",
    "orbicularis-oris",
    "levator-labii-superioris",
    "levator-labii-superioris-alaeque-nasi",
    "zygomaticus-minor",
    "zygomaticus-major",
    "risorius",
    "depressor-anguli-oris",
    "orbicularis-oculi",
    "frontalis",
)

LIFTED_OFF = (
    "platysma",
    "levator-labii-superioris",
    "levator-labii-superioris-alaeque-nasi",
    "zygomaticus-minor",
    "zygomaticus-major",
    "risorius",
    "depressor-anguli-oris",
)
"""Not drawn on the patient's left, where the deep layer and the nerve are to be seen."""

STYLES = {
    "neck": {"fill": "#dcb999", "stroke": INK, "stroke-width": 3},
    "skin": {"fill": "#ecd0b4", "stroke": INK, "stroke-width": 4},
    "shade": {"fill": "#b98562", "fill-opacity": 0.28},
    "hint": {"stroke": "#a8714f", "stroke-width": 3, "stroke-opacity": 0.45},
    "thin": {"stroke": INK, "stroke-width": 3},
    "white": {"fill": "#fffdf9", "stroke": INK, "stroke-width": 3},
    "iris": {"fill": "#6f6459"},
    "pupil": {"fill": "#231d1b"},
    "lash": {"stroke": INK, "stroke-width": 6},
    "brow": {"fill": "#4f3b33", "fill-opacity": 0.62},
    "lip": {"fill": "#c47a70", "stroke": "#7d3f3d", "stroke-width": 2.5},
    "mouth": {"fill": "#59282b"},
    "seam": {"stroke": "#6b2f30", "stroke-width": 5},
    "masseter": {"fill": "#d9bfa6", "stroke": "#a98a6c", "stroke-width": 2},
    "knot": {"fill": "#f4e3cf", "stroke": "#7a2f28", "stroke-width": 3},
    "nerve-edge": {"stroke": "#5a4300"},
    "nerve": {"stroke": "#f6c928"},
}

TINTS = {
    "ring": ("#b8463c", "#7c231e"),
    "lift": ("#cf6a55", "#8a3526"),
    "side": ("#c9825c", "#85492a"),
    "lower": ("#a9505f", "#6d2536"),
    "neck": ("#d99a8f", "#9a5148"),
    "upper-face": ("#c0665f", "#80322d"),
}
"""Belly and fibres of each group of muscles."""


def mirrored(half: Line) -> Line:
    """A line that begins in the midline, continued to the other side of it."""
    return g.across(half, -1)[::-1] + g.across(half, 1)[1:]


def loop(half: Line) -> Line:
    """The closed line around both halves of a line that begins and ends in the midline."""
    return g.across(half, 1) + g.across(half, -1)[-2:0:-1]


def group_of(muscle: str) -> str:
    return {
        "frontalis": "upper-face", "orbicularis-oculi": "upper-face", "orbicularis-oris": "ring",
        "risorius": "side", "buccinator": "side", "depressor-anguli-oris": "lower",
        "depressor-labii-inferioris": "lower", "mentalis": "lower", "platysma": "neck",
    }.get(muscle, "lift")


def _style(name):
    return " ".join(f'{k}="{v}"' for k, v in STYLES[name].items())


def _p(d, style):
    return f'<path d="{d}" {_style(style)}/>'


def _strip(strip: Strip, side: int) -> str:
    s = Strip(strip.muscle, g.across(strip.first, side), g.across(strip.second, side),
              strip.fibres, strip.ring, strip.sheet)
    fill, ink = TINTS[group_of(s.muscle)]
    lines = "".join(smooth(f, closed=s.ring) for f in fibres(s))
    if s.sheet:
        return (f'<path d="{belly(s)}" fill="{fill}" fill-opacity=".38"/>'
                f'<path d="{lines}" stroke="{ink}" stroke-width="2" stroke-opacity=".6"/>')
    return (f'<path d="{belly(s)}" fill="{fill}" fill-rule="evenodd" stroke="{ink}" stroke-width="2"/>'
            f'<path d="{lines}" stroke="{ink}" stroke-width="1.8" stroke-opacity=".65"/>'
            f'<path d="{lines}" stroke="#fff" stroke-width="1.2" stroke-opacity=".35" transform="translate(2 1)"/>')


def _muscles(names, side):
    return "".join(_strip(s, side) for name in names for s in g.STRIPS if s.muscle == name)


def _nerve(side, scale=1.0):
    out = []
    lines = [(6.5, g.across(g.TRUNK, side))]
    for n in g.NERVES:
        for i, l in enumerate(n.lines):
            lines.append((5 if i == 0 else 3.4, g.across(l, side)))
    for edge in (True, False):
        for w, l in lines:
            style = "nerve-edge" if edge else "nerve"
            out.append(f'<path d="{smooth(l)}" {_style(style)} stroke-width="{w*1.4*scale + (3 if edge else 0):.1f}"/>')
    return "".join(out)


def svg(width=None):
    W, T, B = g.HALF_WIDTH * GRAIN, g.TOP * GRAIN, g.BOTTOM * GRAIN
    o = []
    o.append(f'<rect x="{-W}" y="{T}" width="{2*W}" height="{B-T}" fill="{CARD}"/>')
    o.append(_p(smooth(mirrored(g.NECK[::-1][:0] or g.NECK[:-1])[:] if False else g.across(g.NECK[:-1], -1)[::-1] + ()), "hint") if False else "")
    for s in (-1, 1):
        o.append(_p(smooth(g.across(g.EAR, s)), "skin"))
        o.append(_p(smooth(g.across(g.EAR_FOLD, s)), "hint"))
    neck = smooth(g.across(g.NECK[:-1], -1)) + "L" + smooth(g.across(g.NECK[:-1], 1)[::-1])[1:] + "z"
    o.append(_p(neck, "neck"))
    for s in (-1, 1):
        o.append(_p(smooth(g.across(g.NECK_CORD, s)), "hint"))
        o.append(_p(smooth(g.across(g.COLLARBONE, s)), "hint"))
    o.append(_p(smooth(loop(g.OUTLINE), closed=True), "skin"))
    o.append(_p(smooth(g.across(g.MASSETER, 1), closed=True), "masseter"))
    for s in (-1, 1):
        o.append(_muscles(DEEP, s))
    o.append(_nerve(-1, .8)); o.append(_nerve(1))
    o.append(_muscles(UPPER, -1))
    o.append(_muscles([m for m in UPPER if m not in LIFTED_OFF], 1))
    for s in (-1, 1):
        eye = smooth(g.across(g.UPPER_LID, s)) + "L" + smooth(g.across(g.LOWER_LID[::-1], s))[1:] + "z"
        eye = smooth(g.across(g.UPPER_LID, s)) + smooth(g.across(g.LOWER_LID[::-1], s)).replace("M", "L") + "z"
        o.append(_p(eye, "white"))
        o.append(f'<circle cx="{s*g.EYE[0]*2}" cy="{g.EYE[1]*2}" r="30" {_style("iris")}/><circle cx="{s*g.EYE[0]*2}" cy="{g.EYE[1]*2}" r="13" {_style("pupil")}/>')
        o.append(_p(smooth(g.across(g.UPPER_LID, s)), "lash"))
        o.append(_p(smooth(g.across(g.LID_FOLD, s)), "hint"))
        b = smooth(g.across(g.BROW[0], s)) + smooth(g.across(g.BROW[1][::-1], s)).replace("M", "L") + "z"
        o.append(_p(b, "brow"))
        for n in (g.NOSE_SIDE, g.NOSE_WING, g.NOSTRIL, g.PHILTRUM):
            o.append(_p(smooth(g.across(n, s)), "hint" if n in (g.NOSE_SIDE, g.PHILTRUM) else "thin"))
        o.append(f'<circle cx="{s*g.MODIOLUS[0]*2}" cy="{g.MODIOLUS[1]*2}" r="11" {_style("knot")}/>')
    o.append(_p(smooth(mirrored(g.NOSE_FOOT)), "thin"))
    top, seam, low = mirrored(g.LIP_TOP), mirrored(g.SEAM), mirrored(g.LIP_LOW)
    o.append(_p(smooth(top) + smooth(seam[::-1]).replace("M", "L") + "z", "lip"))
    o.append(_p(smooth(seam) + smooth(low[::-1]).replace("M", "L") + "z", "lip"))
    o.append(_p(smooth(seam), "seam"))
    w = f' width="{width}"' if width else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-W} {T} {2*W} {B-T}"{w}>'
            f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{"".join(o)}</g></svg>')
