"""Colours and lines of the drawn anatomy, as SVG attributes by name."""

CARD, INK = "#fbf7f0", "#4d3a35"
TENDON = "#f3e0c8"

TINTS = {
    "ring": ("#b8463c", "#6f1d18"),
    "lift": ("#cf6a52", "#82301f"),
    "side": ("#c5804f", "#774021"),
    "lower": ("#a34d62", "#642036"),
    "neck": ("#d48c80", "#8a4138"),
    "upper-face": ("#bd6460", "#752b2b"),
}
"""Belly and fibres of each group of muscles: they also differ in how dark they are."""

NERVE, NERVE_EDGE = "#f7cb2d", "#5a4300"
WILL, MOOD, FEEL = "#0072b2", "#aa4477", "#00795a"
"""Lines of the path: orders of the will, of the mood, and what the skin feels."""

GRADIENTS = {
    "skin": ((0, "#f7e6d2"), (0.6, "#efd6ba"), (1, "#dcb592")),
    "neck": ((0, "#d9b491"), (0.5, "#d9b491"), (1, "#c99f7a")),
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
    "bone": {"stroke": "#fff8ee", "stroke-width": 12, "stroke-opacity": 0.55},
    "thin": {"stroke": INK, "stroke-width": 3},
    "white": {"fill": "#fffdf9", "stroke": INK, "stroke-width": 2},
    "iris": {"fill": "#70655a", "stroke": "#40362f", "stroke-width": 2},
    "pupil": {"fill": "#231d1b"},
    "glint": {"fill": "#ffffff"},
    "lash": {"stroke": INK, "stroke-width": 6},
    "brow": {"fill": "#3f2f29", "fill-opacity": 0.6},
    "nostril": {"fill": "#6d4639"},
    "mouth": {"fill": "#59282b"},
    "teeth": {"fill": "#f3ece2"},
    "lip": {"fill": "#c98078", "stroke": "#7d3f3d", "stroke-width": 2},
    "seam": {"stroke": "#6b2f30", "stroke-width": 4},
    "wrinkle": {"stroke": "#5c1f1f", "stroke-width": 5, "opacity": 0},
    "masseter": {"fill": "#dfc7ae", "stroke": "#a98a6c", "stroke-width": 2},
    "grain": {"stroke": "#a98a6c", "stroke-width": 2, "stroke-opacity": 0.6},
    "knot": {"fill": TENDON, "stroke": "#6f1d18", "stroke-width": 3},
    "nerve-edge": {"stroke": NERVE_EDGE, "stroke-width": 10},
    "nerve": {"stroke": NERVE, "stroke-width": 6.5},
    "twig-edge": {"stroke": NERVE_EDGE, "stroke-width": 7},
    "twig": {"stroke": NERVE, "stroke-width": 4},
    "hole": {"fill": "#3d2b1f"},
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
