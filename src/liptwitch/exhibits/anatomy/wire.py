"""The path from cortex to lip, seen from the front: a head opened to show brain, bone and nerve.

A map and no portrait: what lies one before the other is spread out from top to bottom. Points are
written for one half, as in ``geometry``; a negative distance from the midline lies on the other
half, which is how fibres cross.
"""

from collections.abc import Iterator, Mapping

from liptwitch.exhibits.anatomy.geometry import Line, Point, line
from liptwitch.exhibits.anatomy.pieces import MIDDLE, Piece

TOP, BOTTOM = -8.0, 790.0
HALF_WIDTH = 284.0

STATIONS: dict[str, Point] = {
    "motor-cortex": (160, 130),
    "emotional-drive": (24, 104),
    "corticobulbar-path": (74, 190),
    "facial-nucleus": (32, 336),
    "root-exit-zone": (68, 364),
    "internal-auditory-canal": (102, 372),
    "canal-above-the-knee": (138, 384),
    "canal-below-the-stapedius": (146, 446),
    "stylomastoid-foramen": (140, 512),
    "face-branches": (142, 562),
    "nerve-endings": (118, 622),
    "nerve-muscle-junction": (88, 662),
    "muscle": (46, 708),
    "trigeminal-nerve": (112, 296),
}
"""Where each station of ``data/path.toml`` lies."""

DOT = 12.0
"""The radius of a station's dot."""

# ---- what lies along the path ----------------------------------------------------

_HEAD = line("0,0 90,9 174,52 224,130 238,280 232,470 212,570 172,664 92,746 0,766")
_NECK = line("152,680 141,730 141,800 0,800 0,755")
_EAR = line("234,368 250,348 268,372 258,432 242,468 230,468")
_EAR_FOLD = line("240,384 255,380 246,418 240,448")
MOUTH_MUSCLE = line("0,632 50,640 88,668 96,684 84,704 42,730 0,736")
_FIBRES = line("0,646 46,654 80,684 40,716 0,722")
_LIP_TOP = line("0,664 14,657 32,663 60,682")
_SEAM = line("0,684 28,681 60,682")
_LIP_LOW = line("0,711 30,706 60,682")

_BRAIN = line("0,44 24,28 68,22 120,36 160,78 180,140 166,196 132,220 92,230 46,226 0,208")
_CLEFT = line("0,44 3,80 -2,120 0,150")
_FOLDS = (
    line("180,158 158,162 138,178"),
    line("44,27 48,52 40,70"),
    line("84,25 80,50 90,68"),
    line("120,36 108,58 114,76"),
    line("168,196 146,192 130,200"),
    line("104,228 108,210 98,202"),
    line("8,140 24,138 34,146"),
)
_CORTEX_STRIP = line("142,72 156,98 164,124 167,148 164,170")
"""The lowest third of the motor strip: the face. Above it lie hand, trunk and leg."""

_CEREBELLUM = line("30,250 96,258 117,292 106,328 40,350")
_LEAF = line("62,262 96,272 111,292")
_STEM = line("0,206 30,214 36,250 62,280 70,318 62,358 42,382 34,450 23,490 20,526 0,528")
_PONS = (line("0,272 28,272 46,264"), line("0,386 24,384 42,380"))
_NUCLEUS = line("32,312 46,322 46,352 32,362 18,352 18,322")

_BONE = line(
    "0,9 84,17 162,56 212,134 226,280 222,400 200,500 164,532 130,526 116,490 112,450 86,434"
    " 78,396 80,358 112,338 176,334 208,306 210,270 198,140 150,66 80,30 0,22"
)
"""The skull, cut open: its vault, and low at each side the thick bone that holds the ear."""

# ---- the wires --------------------------------------------------------------------

_WILL = (line("160,130 134,148 104,166 74,190"),
         line("74,190 50,226 34,258 22,282 0,304 -20,322 -28,338"))  # fmt: skip
_WILL_FOREHEAD = (line("24,280 30,320"), line("24,280 -16,306 -28,320"))
_MOOD = line("24,104 41,180 14,276 -24,324")
_NERVE = (
    line("32,336 14,348 18,366 42,370 68,364"),
    line("68,364 84,366 102,372"),
    line("102,372 122,376 138,384"),
    line("138,384 146,402 148,424 146,446"),
    line("146,446 145,480 140,512"),
    line("140,512 138,534 142,562"),
)
"""From the nucleus, station by station, to where the nerve divides."""
_HELPERS = {
    "tears": line("138,384 206,378"),
    "sound": line("148,422 208,420"),
    "taste": line("146,480 202,478"),
}
"""The side branches: what each is for."""

_TO_LIP = (
    ("twig", line("88,662 78,674 72,690")),
    ("twig", line("88,662 74,668 58,666")),
    ("nerve", line("118,622 104,640 88,662")),
    ("nerve", line("142,562 136,592 118,622")),
)
"""The branch that the path follows, from its last twigs in the muscle back to where it begins."""

_FAN = {
    "temporal": line("142,562 196,554 218,506"),
    "zygomatic": line("142,562 160,580 184,590"),
    "marginal-mandibular": line("142,562 144,640 116,704 58,744"),
    "cervical": line("142,562 170,640 134,772"),
}
"""The branches beside it, by their ids in ``data/muscles.toml``."""

_FEELING_IN = line("112,296 84,300 66,306")
_FEELING_OUT = (line("112,296 160,266 236,250"), line("112,296 176,288 238,288"),
                line("112,296 160,312 238,326"))  # fmt: skip
SKIN = line("236,232 239,288 239,344")
_CANAL = line("82,368 102,372 122,376 138,384 146,402 148,424 146,446 145,480 140,528")

# ---- which cuts silence which wire -------------------------------------------------

_WILLED = ("motor-cortex", "corticobulbar-path")
_OF_NERVE = (
    "facial-nucleus",
    "root-exit-zone",
    "internal-auditory-canal",
    "canal-above-the-knee",
    "canal-below-the-stapedius",
    "stylomastoid-foramen",
)
_BRANCHES = "face-branches"
HELPED = {
    "tears": ("internal-auditory-canal", "canal-above-the-knee"),
    "sound": ("canal-above-the-knee",),
    "taste": ("internal-auditory-canal", "canal-above-the-knee", "canal-below-the-stapedius"),
}
"""The stations at which a cut surely takes a helper, as ``data/path.toml`` has it."""

_LAST = (*2 * [("nerve-endings", "nerve-muscle-junction")], ("nerve-endings",), ())
"""Of each piece of the branch to the lip: the stations above it on the branch itself."""

WORDS: tuple[tuple[str, Point], ...] = (
    ("brain", (50, 124)),
    ("forehead", (66, 98)),
    ("lips", (124, 118)),
    ("will", (122, 184)),
    ("mood", (50, 156)),
    ("feeling", (110, 256)),
    ("skin", (248, 290)),
    ("brainstem", (38, 486)),
    ("skull", (88, 413)),
    ("bone", (88, 430)),
    ("tears", (164, 374)),
    ("sound", (164, 415)),
    ("taste", (161, 474)),
    ("brow", (228, 520)),
    ("eye", (178, 580)),
    ("chin", (12, 757)),
    ("lip muscle", (-38, 626)),
    ("neck", (149, 774)),
)
"""Written on the patient's left, which is the viewer's right."""


def pieces(numbers: Mapping[str, str]) -> list[Piece]:
    """The whole path, back to front; ``numbers``: what stands in the dot of each station."""
    return [*_places(), *_lines(), *_words(), *_stations(numbers)]


def _places() -> Iterator[Piece]:
    yield Piece("throat", (_NECK,))
    yield Piece("head", (_EAR,))
    yield Piece("fold", (_EAR_FOLD,))
    yield Piece("head", (_HEAD,), "loop", MIDDLE)
    yield Piece("skin-band", (SKIN,), below=("trigeminal-nerve",))
    yield Piece("cerebellum", (_CEREBELLUM,))
    yield Piece("fold", (_LEAF,))
    yield Piece("bone-area", (_BONE,))
    yield Piece("canal", (_CANAL,))
    yield Piece("stem", (_STEM,), "loop", MIDDLE)
    for one in _PONS:
        yield Piece("fold", (one,))
    yield Piece("brain", (_BRAIN,), "loop", MIDDLE)
    for one in (_CLEFT, *_FOLDS):
        yield Piece("fold", (one,))
    yield Piece("strip-of-cortex", (_CORTEX_STRIP,))
    yield Piece("cell", (_NUCLEUS,), "loop")
    yield Piece("mouth-muscle", (MOUTH_MUSCLE,), "area", region="muscle")
    yield Piece("muscle-fibre", (_FIBRES,))
    yield Piece("lip", (_LIP_TOP, _SEAM), "lens", MIDDLE)
    yield Piece("lip", (_SEAM, _LIP_LOW), "lens", MIDDLE)
    yield Piece("seam", (_SEAM,), sides=MIDDLE)


def _lines() -> Iterator[Piece]:
    for one in _WILL_FOREHEAD:
        yield Piece("will-thin", (one,), below=_WILLED)
    for place, one in enumerate(_WILL, start=1):
        yield Piece("will", (one,), below=_WILLED[:place])
    yield Piece("mood", (_MOOD,), below=("emotional-drive",))
    # What is felt runs inwards: a cut silences the way to the brain.
    yield Piece("feel", (_FEELING_IN,), below=("trigeminal-nerve",))
    for one in _FEELING_OUT:
        yield Piece("feel-thin", (one,))
    for helper, one in _HELPERS.items():
        yield Piece("side-twig", (one,), below=HELPED[helper])
    for branch, one in _FAN.items():
        yield Piece("side-twig", (one,), below=(*_OF_NERVE, _BRANCHES, branch))
    for edge in ("-edge", ""):
        for (style, one), last in zip(_TO_LIP, _LAST, strict=True):
            yield Piece(style + edge, (one,), below=(*_OF_NERVE, _BRANCHES, "buccal", *last))
        for place, one in enumerate(_NERVE, start=1):
            yield Piece(f"nerve{edge}", (one,), below=_OF_NERVE[:place])


def _words() -> Iterator[Piece]:
    for words, at in WORDS:
        yield Piece("word", ((at,),), "text", ("left",), text=words, layer="words")


def _stations(numbers: Mapping[str, str]) -> Iterator[Piece]:
    for station in numbers:
        at = STATIONS[station]
        yield Piece("station", ((at,),), "dot", size=DOT, region=station, layer="stations")
    for station, number in numbers.items():
        at = STATIONS[station]
        below: Line = ((at[0], at[1] + 4.5),)
        yield Piece("number", (below,), "text", text=number, region=station, layer="numbers")
