"""Pieces as SVG text: the still picture of the page. ``static/anatomy.js`` draws the moving one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from liptwitch.exhibits.anatomy.geometry import Line, Point
from liptwitch.exhibits.anatomy.looks import CARD, FADES, GRADIENTS, INK, STYLES, TINTS
from liptwitch.exhibits.anatomy.pieces import BOTH, Piece
from liptwitch.exhibits.anatomy.strokes import GRAIN, belly, between, fibre, smooth, whole

STILL = 0.66
"""The share of the fibres that a still picture shows: a page holds it as text, which is to be
short. The moving one has them all, and light between them."""


@dataclass
class _Sheet:
    """What is drawn so far, and what it refers to."""

    defs: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    style: str = ""

    def put(self, element: str, style: str = "") -> None:
        """Draw one thing more. Neighbours of one style share a group that says it once."""
        if style != self.style:
            closing = "</g>" if self.style else ""
            self.drawn.append(closing + (f"<g{attributes(style)}>" if style else ""))
            self.style = style
        self.drawn.append(element)


def svg(
    pieces: Iterable[Piece],
    box: tuple[float, float, float, float],
    layers: Iterable[str],
    extra: str = "",
) -> str:
    """The pieces of these layers as SVG text.

    ``box``: left, top, width and height in units of the geometry. ``extra``: more markup on top.
    """
    shown = set(layers)
    visible = [piece for piece in pieces if piece.layer in shown and not piece.grows]
    used = {piece.style for piece in visible}
    bands = {_tint_name(one): one for one in visible if one.join == "strip" and not one.ring}
    radial = [_radial(name) for name in GRADIENTS if name in used]
    sheet = _Sheet([*radial, *map(_tint, bands.values())])
    # What stands on both sides is drawn once and mirrored: that halves the picture's size.
    for mirrors, run in groupby(visible, key=_is_mirrored):
        if mirrors:
            begun = len(sheet.drawn)
            sheet.put(f'<g id="half-{begun}">')
        for piece in run:
            for side in BOTH[:1] if mirrors else piece.sides:
                if side != piece.hidden:
                    _draw(sheet, piece, side)
        if mirrors:
            sheet.put(f'</g><use href="#half-{begun}" transform="scale(-1 1)"/>')
    sheet.put(extra)
    x, y, width, height = (round(GRAIN * number) for number in box)
    frame = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {width} {height}"'
        f' font-family="sans-serif"><defs>{"".join(sheet.defs)}<clipPath id="card"><rect {frame}'
        f' rx="28"/></clipPath></defs><g clip-path="url(#card)" fill="none" stroke-linecap="round"'
        f' stroke-linejoin="round"><rect {frame} fill="{CARD}"/>{"".join(sheet.drawn)}'
        "</g></svg>"
    )


def _is_mirrored(piece: Piece) -> bool:
    return piece.sides == BOTH and not piece.hidden and piece.join != "text"


def _radial(name: str) -> str:
    stops = "".join(
        f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in GRADIENTS[name]
    )
    return f'<radialGradient id="{name}">{stops}</radialGradient>'


def attributes(style: str) -> str:
    """The SVG attributes of a style."""
    return "".join(f' {name}="{value}"' for name, value in STYLES[style].items())


def _draw(sheet: _Sheet, piece: Piece, side: str) -> None:
    lines = piece.placed(side)
    if piece.join == "strip":
        _strip(sheet, piece, lines)
        return
    if piece.join == "text":
        x, y = whole(lines[0][0])
        words = escape(piece.text)
        sheet.put(f'<text x="{x}" y="{y}">{words}</text>', piece.style)
        return
    clip = f' clip-path="url(#{piece.clip}-{side})"' if piece.clip else ""
    if piece.join == "dot":
        x, y = whole(lines[0][0])
        shape = f'<circle cx="{x}" cy="{y}" r="{round(GRAIN * piece.size)}"'
        sheet.put(f"{shape}{clip}/>", piece.style)
        return
    data = _outline(piece, lines)
    if piece.style == "white":  # the open eye: what lies in it is cut off by it
        sheet.defs.append(f'<clipPath id="white-{side}"><path d="{data}"/></clipPath>')
    sheet.put(f'<path d="{data}"{clip}/>', piece.style)


def _outline(piece: Piece, lines: tuple[Line, ...]) -> str:
    if piece.join == "lens":
        there, back = lines
        return f"{smooth(there)}L{smooth(back[::-1])[1:]}z"
    return smooth(lines[0], closed=piece.join == "loop") + "z" * (piece.join == "area")


def _strip(sheet: _Sheet, piece: Piece, lines: tuple[Line, ...]) -> None:
    """A belly that thins out at its ends and darkens at its borders, and its fibres."""
    fill, ink = TINTS[piece.style]
    paint = fill
    if not piece.ring:
        paint = f"url(#band-{len(sheet.defs)})"
        sheet.defs.append(_gradient(f"band-{len(sheet.defs)}", piece, lines))
    borders = _fibre(piece, lines, 0) + _fibre(piece, lines, 1)
    steps = max(3, round(STILL * piece.fibres))
    fibres = "".join(_fibre(piece, lines, step / steps) for step in range(1, steps))
    edge = 1.8 if piece.fade == "sheet" else 4
    sheet.put(
        f'<path d="{belly(*lines, ring=piece.ring)}" fill="{paint}" fill-rule="evenodd"/>'
        f'<path d="{borders}" stroke="{ink}" stroke-width="{edge}" stroke-opacity=".55"/>'
        f'<path d="{fibres}" stroke="{ink}" stroke-width="1.8" stroke-opacity=".55"/>'
    )


def _fibre(piece: Piece, lines: tuple[Line, ...], share: float) -> str:
    if piece.ring:
        return smooth(between(*lines, share), closed=True)
    return smooth(fibre(*lines, share, goes_on=piece.fade != "band"))


def _gradient(name: str, piece: Piece, lines: tuple[Line, ...]) -> str:
    """A band's own ends; its colours are those of its group."""
    middle = between(*lines, 0.5)
    (x1, y1), (x2, y2) = whole(middle[0]), whole(middle[-1])
    tint = _tint_name(piece)
    return f'<linearGradient id="{name}" href="#{tint}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _tint_name(piece: Piece) -> str:
    return f"{piece.style}-{piece.fade}"


def _tint(piece: Piece) -> str:
    """The colours of a group of muscles, from origin to insertion."""
    fill, _ = TINTS[piece.style]
    stops = "".join(
        f'<stop offset="{at}" stop-color="{fill}{opacity}"/>' for at, opacity in FADES[piece.fade]
    )
    name = _tint_name(piece)
    return f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse">{stops}</linearGradient>'


@dataclass(frozen=True)
class Label:
    """The name of a region: its lines of text, where they stand, what it points at, its anchor."""

    region: str
    lines: tuple[str, ...]
    at: Point
    to: Point
    anchor: str


LETTER, LINE = 29, 31
"""Height of the letters of a name, and of its lines, in picture units."""


def labelled(labels: Iterable[Label]) -> str:
    """Names beside the picture, each with a line to what it names."""
    found = list(labels)
    lines, dots = [], []
    for label in found:
        (x, y), (to_x, to_y) = whole(label.at), whole(label.to)
        lines.append(f"M{x + (8 if label.anchor == 'end' else -8)} {y}L{to_x} {to_y}")
        dots.append(f"M{to_x} {to_y}h0")
    return (
        f'<g stroke="{INK}"><path d="{"".join(lines)}" stroke-width="2"/>'
        f'<path d="{"".join(dots)}" stroke-width="10"/></g>'
        f'<g fill="{INK}" font-size="{LETTER}">{"".join(map(_text, found))}</g>'
    )


def _text(label: Label) -> str:
    x, y = whole(label.at)
    first = y + 10 - LINE * (len(label.lines) - 1) // 2
    return "".join(
        f'<text x="{x}" y="{first + LINE * n}" text-anchor="{label.anchor}">{escape(words)}</text>'
        for n, words in enumerate(label.lines)
    )
