"""The path from cortex to lip, seen from the front: brain, brainstem, bone and face.

A map and no portrait: what lies one before the other is spread out from top to bottom. Points are
written for one half, as in ``geometry``; a negative distance from the midline lies on the other
half, which is how fibres cross.
"""

from collections.abc import Iterator, Mapping

from liptwitch.exhibits.anatomy.geometry import Line, Point, line
from liptwitch.exhibits.anatomy.pieces import MIDDLE, Piece

TOP, BOTTOM = 8.0, 766.0
HALF_WIDTH = 284.0

STATIONS: dict[str, Point] = {
    "motor-cortex": (163, 128),
    "emotional-drive": (24, 104),
    "corticobulbar-path": (74, 190),
    "facial-nucleus": (32, 338),
    "root-exit-zone": (66, 366),
    "internal-auditory-canal": (99, 374),
    "canal-above-the-knee": (133, 380),
    "canal-below-the-stapedius": (143, 442),
    "stylomastoid-foramen": (138, 500),
    "face-branches": (128, 548),
    "nerve-endings": (96, 612),
    "nerve-muscle-junction": (66, 652),
    "muscle": (32, 712),
    "trigeminal-nerve": (112, 300),
}
"""Where each station of ``data/path.toml`` lies."""

DOT = 12.0
"""The radius of a station's dot."""

_BRAIN = line("0,44 24,28 70,22 120,36 160,72 182,118 186,164 170,200 134,222 92,232 52,226 0,210")
_CLEFT = (line("0,44 3,80 -2,120 0,150"),)
_FOLDS = (
    line("184,162 150,158 122,170"),
    line("44,27 48,52 40,70"),
    line("84,25 80,50 90,68"),
    line("122,38 110,58 116,76"),
    line("152,66 134,78 132,94"),
    line("174,200 150,196 136,204"),
    line("104,230 108,212 98,202"),
    line("10,70 22,76 34,74"),
    line("8,140 24,138 34,146"),
)
_CORTEX_STRIP = line("146,74 160,98 168,124 171,148 168,172")
"""The lowest third of the motor strip: the face. Above it lie hand, trunk and leg."""
_STEM = line("0,222 30,226 34,258 50,288 62,328 56,372 38,398 32,440 31,484 0,488")
_NUCLEUS = line("32,314 44,320 48,338 44,358 32,364 20,358 16,338 20,320")
_BONE = line(
    "82,352 122,346 176,354 192,396 188,462 166,506 130,514 110,486 116,430 104,404 84,398"
)

_WILL = line("163,128 134,148 104,166 74,190 50,226 34,258 22,282 0,304 -20,322 -28,340")
_WILL_FOREHEAD = (line("24,280 27,298 30,322"), line("24,280 4,294 -16,308 -28,322"))
_MOOD = line("24,104 36,146 42,186 28,232 14,276 -8,302 -24,326")
_NERVE = line("32,338 14,350 18,368 40,372 66,366 99,374 133,380 143,398 143,442 138,500 134,518")
_FAN = (
    line("134,518 156,544 196,552"),
    line("134,518 148,562 178,590"),
    line("134,518 122,566 96,612 66,652 46,684"),
    line("134,518 130,590 112,650 76,708"),
    line("134,518 146,600 142,670 130,720"),
)
_SIDE_BRANCHES = (line("138,386 166,374 200,364"), line("143,414 170,416 200,414"),
                  line("143,464 172,468 200,470"))  # fmt: skip
_FEELING = (line("58,312 84,306 112,300"), line("112,300 156,270 198,254"),
            line("112,300 158,292 202,288"), line("112,300 154,314 200,322"))  # fmt: skip
_LIP_TOP = line("0,684 12,678 32,684 58,702")
_SEAM = line("0,703 28,700 58,702")
_LIP_LOW = line("0,732 28,727 58,702")

WORDS: tuple[tuple[str, Point], ...] = (
    ("brain", (172, 40)),
    ("forehead", (76, 94)),
    ("lips", (126, 116)),
    ("will", (96, 160)),
    ("mood", (48, 146)),
    ("brainstem", (40, 440)),
    ("bone", (151, 494)),
    ("feeling", (206, 292)),
    ("tears", (206, 368)),
    ("sound", (206, 418)),
    ("taste", (206, 474)),
    ("forehead", (200, 556)),
    ("eye", (184, 596)),
    ("chin", (78, 728)),
    ("neck", (138, 742)),
)
"""Written on the patient's left, which is the viewer's right."""


def pieces(numbers: Mapping[str, str]) -> list[Piece]:
    """The whole path, back to front; ``numbers``: what stands in the dot of each station."""
    return [*_places(), *_lines(), *_words(), *_stations(numbers)]


def _places() -> Iterator[Piece]:
    yield Piece("brain", (_BRAIN,), "loop", MIDDLE)
    for one in (*_CLEFT, *_FOLDS):
        yield Piece("fold", (one,))
    yield Piece("strip-of-cortex", (_CORTEX_STRIP,))
    yield Piece("stem", (_STEM,), "loop", MIDDLE)
    yield Piece("bone-area", (_BONE,), "loop")
    yield Piece("cell", (_NUCLEUS,), "loop")
    yield Piece("lip", (_LIP_TOP, _SEAM), "lens", MIDDLE)
    yield Piece("lip", (_SEAM, _LIP_LOW), "lens", MIDDLE)
    yield Piece("seam", (_SEAM,), sides=MIDDLE)


def _lines() -> Iterator[Piece]:
    for one in _WILL_FOREHEAD:
        yield Piece("will-thin", (one,))
    yield Piece("will", (_WILL,))
    yield Piece("mood", (_MOOD,))
    for place, one in enumerate(_FEELING):
        yield Piece("feel-thin" if place else "feel", (one,))
    for edge in ("-edge", ""):
        for one in (*_SIDE_BRANCHES, *_FAN):
            yield Piece(f"twig{edge}", (one,))
        yield Piece(f"nerve{edge}", (_NERVE,))


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
