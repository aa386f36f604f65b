"""The path from cortex to lip as a small drawing, with one site marked."""

import re
from html import escape
from textwrap import wrap

from liptwitch.content.causes import Site
from liptwitch.exhibits.chart_parts import CARD, INK, ORANGE

WIDTH, STEP = 320, 25
"""Narrow enough for a phone, and for text beside it elsewhere."""

GREY = "#767676"

NERVE = (
    Site.BRAINSTEM,
    Site.ROOT_EXIT_ZONE,
    Site.FACIAL_CANAL,
    Site.FACE_BRANCHES,
    Site.NERVE_MUSCLE_JUNCTION,
)
"""Between the first and the last of these runs the facial nerve."""

STATIONS = [site for site in Site if site not in (Site.NERVE_FIBRE, Site.NONE)]
"""What the drawing shows from top to bottom; below the last is the lip."""

_LINE, _BESIDE, _LABEL = 44, 26, 68
"""Where the path runs, where the deep nuclei lie beside it, and where the names stand."""


def drawing(site: Site) -> str:
    """SVG text: the stations in a chain, the site orange, and its name bold with an arrow."""
    last = _y(len(STATIONS))
    nerve = _ends_of_nerve()
    parts = [
        *(_text(10, 20 + 17 * n, line, bold=True) for n, line in enumerate(_title(site))),
        _upright("brain", _y(0), _y(2)),
        _upright("facial nerve", *nerve),
        f'<path d="M{_LINE} {_y(0)}V{last}M{_LINE} {_y(0)}Q{_BESIDE - 8} {_y(0)} {_BESIDE} {_y(1)}'
        f'T{_LINE} {_y(2)}" stroke="{GREY}" stroke-width="3" fill="none"/>',
        _nerve(*nerve, ORANGE if site is Site.NERVE_FIBRE else GREY),
        _dot(Site.CORTEX),
        _dot(Site.DEEP_NUCLEI),
        # Dashes of no length with round ends: all other stations in one line.
        f'<path d="M{_LINE} {_y(2)}V{last - STEP + 1}" stroke="{INK}" stroke-width="12"'
        f' stroke-linecap="round" stroke-dasharray="0 {STEP}"/>',
        ""
        if site in (Site.NERVE_FIBRE, Site.NONE)
        else _dot(site, f'r="9" fill="{ORANGE}" stroke="{INK}"'),
        _lip(last),
        *(_label(one, site) for one in STATIONS),
        _text(_LABEL, last + 5, "lip"),
    ]
    size = f'width="{WIDTH}" height="{last + 22}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {last + 22}" {size}'
        f' font-family="sans-serif" font-size="13" fill="{INK}">'
        f'<rect {size} rx="8" fill="{CARD}"/>{"".join(parts)}</svg>'
    )


def words(site: Site) -> str:
    """What the drawing shows."""
    along = ", ".join(_name(one) for one in STATIONS if one is not Site.DEEP_NUCLEI)
    beside = _name(Site.DEEP_NUCLEI)
    return f"The path to the lip: {along}, lip; beside its start, {beside}. {_marked(site)}."


def _marked(site: Site) -> str:
    return f"{'Nothing marked' if site is Site.NONE else 'Marked'}: {site.words}"


def _title(site: Site) -> list[str]:
    """What is marked, in lines that fit."""
    return wrap(_marked(site), 42)


def _name(site: Site) -> str:
    """The site without what explains it."""
    return re.split("[,:]", site.words)[0]


def _y(row: int) -> int:
    return 64 + STEP * row


def _ends_of_nerve() -> tuple[int, int]:
    rows = [STATIONS.index(site) for site in NERVE]
    return _y(rows[0]), _y(rows[-1])


def _dot(site: Site, look: str = 'r="6"') -> str:
    x = _BESIDE if site is Site.DEEP_NUCLEI else _LINE
    return f'<circle cx="{x}" cy="{_y(STATIONS.index(site))}" {look}/>'


def _label(site: Site, marked: Site) -> str:
    # A fibre may be hurt at each of these, so that each is marked.
    here = site is marked or (marked is Site.NERVE_FIBRE and site in NERVE)
    y = _y(STATIONS.index(site)) + 5
    return _text(_LABEL, y, f"◀ {_name(site)}" if here else _name(site), here)


def _lip(y: int) -> str:
    """A mouth with its two lips."""
    left, right = _LINE - 22, _LINE + 18
    shape = f"M{left} {y}q10-9 16-8q4 3 8 0q6-1 16 8q-20 18-40 0M{left} {y}H{right}"
    return f'<path d="{shape}" fill="#f4c7c3" stroke="{INK}"/>'


def _nerve(top: int, bottom: int, colour: str) -> str:
    return f'<path d="M{_LINE} {top}V{bottom}" stroke="{colour}" stroke-width="8"/>'


def _upright(text: str, top: int, bottom: int) -> str:
    y = (top + bottom) / 2
    place = f'transform="translate(14 {y:g})rotate(-90)" text-anchor="middle"'
    return f'<text {place} font-size="12">{text}</text>'


def _text(x: int, y: int, text: str, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y}"{weight}>{escape(text)}</text>'
