"""Colours and lines of the drawn anatomy, as SVG attributes by name."""

CARD, INK = "#fbf7f0", "#4d3a35"

TINTS = {
    "ring": ("#b03a34", "#5e1512"),
    "lift": ("#cb5a49", "#74221a"),
    "side": ("#c06a55", "#6e2c1e"),
    "lower": ("#a8473f", "#5c1a18"),
    "neck": ("#cf8577", "#83392f"),
    "upper-face": ("#bd5f58", "#6b2421"),
}
"""Belly and fibres of each group of muscles: they also differ in how dark they are."""

NERVE, NERVE_EDGE = "#ffd535", "#6b5200"
WILL, MOOD, FEEL = "#0072b2", "#aa4477", "#00795a"
"""Lines of the path: orders of the will, of the mood, and what the skin feels."""


FADES = {
    "band": ((0, "00"), (0.1, "ff"), (0.9, "ff"), (1, "cc")),
    "sheet": ((0, "00"), (0.16, "8c"), (0.95, "8c"), (1, "60")),
    "half": ((0, "00"), (0.16, "ff")),
}
"""How opaque a muscle is from its origin to its insertion: (offset, opacity as two hex digits).

It grows out of bone and into skin. A half goes on beyond the midline.
"""

GRADIENTS = {
    "skin": ((0, "#f7e6d2"), (0.6, "#efd6ba"), (1, "#dcb592")),
    "neck": ((0, "#d9b491"), (0.5, "#d9b491"), (1, "#c99f7a")),
    "knot": ((0, "#e3b698"), (0.5, "#d99f85"), (1, "#c9766000")),
}
"""Fills that change from the centre outwards: (offset, colour)."""

STYLES: dict[str, dict[str, object]] = {
    # the face
    "neck": {"fill": "url(#neck)", "stroke": INK, "stroke-width": 3},
    "skin": {"fill": "url(#skin)", "stroke": INK, "stroke-width": 4},
    "shade": {"fill": "#a8714f", "fill-opacity": 0.17},
    "light": {"fill": "#fff8ee", "fill-opacity": 0.4},
    "hint": {"stroke": "#a8714f", "stroke-width": 3, "stroke-opacity": 0.5},
    "soft": {"stroke": "#a8714f", "stroke-width": 9, "stroke-opacity": 0.16},
    "bone": {"stroke": "#fff8ee", "stroke-width": 10, "stroke-opacity": 0.35},
    "thin": {"stroke": INK, "stroke-width": 3},
    "white": {"fill": "#fffdf9", "stroke": INK, "stroke-width": 2},
    "iris": {"fill": "#70655a", "stroke": "#40362f", "stroke-width": 2},
    "pupil": {"fill": "#231d1b"},
    "glint": {"fill": "#ffffff"},
    "lash": {"stroke": INK, "stroke-width": 6},
    "brow": {"fill": "#3f2f29", "fill-opacity": 0.6},
    "nostril": {"fill": "#6d4639"},
    "teeth": {"fill": "#fbf6ec", "stroke": "#6b2f30", "stroke-width": 3},
    "gap": {"stroke": "#b9a999", "stroke-width": 2},
    "lip": {"fill": "#c98078", "stroke": "#7d3f3d", "stroke-width": 2},
    "seam": {"stroke": "#6b2f30", "stroke-width": 4},
    "wrinkle": {"stroke": "#3d1212", "stroke-width": 6},
    "knot": {"fill": "url(#knot)"},
    "trunk-edge": {"stroke": NERVE_EDGE, "stroke-width": 14},
    "trunk": {"stroke": NERVE, "stroke-width": 11},
    "nerve-edge": {"stroke": NERVE_EDGE, "stroke-width": 10},
    "nerve": {"stroke": NERVE, "stroke-width": 7},
    "twig-edge": {"stroke": NERVE_EDGE, "stroke-width": 7},
    "twig": {"stroke": NERVE, "stroke-width": 4.5},
    "end-edge": {"stroke": NERVE_EDGE, "stroke-width": 4.5},
    "end": {"stroke": NERVE, "stroke-width": 2.5},
    "v1": {"fill": "#56b4e9", "fill-opacity": 0.45, "stroke": "#1d5f8a", "stroke-width": 4},
    "v2": {"fill": "#009e73", "fill-opacity": 0.4, "stroke": "#00553e", "stroke-width": 4},
    "v3": {"fill": "#cc79a7", "fill-opacity": 0.45, "stroke": "#7c2f58", "stroke-width": 4},
    # the path
    "head": {"fill": "#f6dfcc", "stroke": INK, "stroke-width": 3},
    "throat": {"fill": "#e2bf9f"},
    "skin-band": {"stroke": "#dd8f77", "stroke-width": 20},
    "cerebellum": {"fill": "#e6cfc6", "stroke": "#b48a7c", "stroke-width": 3},
    "canal": {"stroke": "#8d7a4c", "stroke-width": 30},
    "side-twig": {"stroke": "#a17400", "stroke-width": 5},
    "mouth-muscle": {"fill": "#b8463c", "stroke": "#6f1d18", "stroke-width": 2},
    "muscle-fibre": {"stroke": "#8f332b", "stroke-width": 2},
    "brain": {"fill": "#ecd9d0", "stroke": INK, "stroke-width": 3},
    "fold": {"stroke": "#b48a7c", "stroke-width": 3},
    "strip-of-cortex": {"stroke": "#97bcd8", "stroke-width": 20},
    "stem": {"fill": "#e3cbbf", "stroke": INK, "stroke-width": 3},
    "bone-area": {"fill": "#efe7cb", "stroke": "#7d6d43", "stroke-width": 3},
    "cell": {"fill": "#f7efe9", "stroke": INK, "stroke-width": 2.5},
    "will": {"stroke": WILL, "stroke-width": 5},
    "will-thin": {"stroke": WILL, "stroke-width": 2.5, "stroke-dasharray": "8 6"},
    "mood": {"stroke": MOOD, "stroke-width": 4, "stroke-dasharray": "3 8"},
    "feel": {"stroke": FEEL, "stroke-width": 6},
    "feel-thin": {"stroke": FEEL, "stroke-width": 4},
    "station": {"fill": "white", "stroke": "#222", "stroke-width": 3.5},
    "word": {"fill": INK, "font-size": 32},
    "number": {
        "fill": "#111",
        "font-size": 28,
        "font-weight": "bold",
        "text-anchor": "middle",
    },
    "area-name": {
        "fill": "#111111",
        "font-size": 40,
        "font-weight": "bold",
        "text-anchor": "middle",
        "stroke": "none",
    },
}
