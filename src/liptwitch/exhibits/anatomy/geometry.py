"""Where everything lies in the front view of a face: points of one half, and no markup.

A point is (out, down): ``out`` is its distance from the midline to the side, ``down`` its height
counted from above, both in units of about 0.4 mm of a grown-up's face. The other half is the
mirror image, so that left and right cannot differ. Curves run smoothly through their points.

Drawn from written descriptions of where each muscle begins, runs and ends; the sources are those
of the muscles in ``data/muscles.toml``. Widths are chosen to be seen, not measured.
"""

from dataclasses import dataclass

Point = tuple[float, float]
Line = tuple[Point, ...]

TOP, BOTTOM = 34.0, 792.0
"""Where the picture begins and ends."""

HALF_WIDTH = 268.0
"""From the midline to the picture's edge."""


def line(text: str) -> Line:
    """'12,30 14,32 …' as points."""
    return tuple(tuple(float(number) for number in pair.split(",")) for pair in text.split())


def across(half: Line, side: int) -> Line:
    """Points of a half in the picture's own x, measured from the midline to the viewer's right.

    ``side``: -1 for the patient's right, which is on the viewer's left, +1 for the patient's left.
    """
    return tuple((side * out, down) for out, down in half)


@dataclass(frozen=True)
class Strip:
    """A band of muscle: its fibres run from ``first`` to ``second``, which are its two borders.

    Both borders begin at the muscle's origin and end at its insertion, with equally many points;
    fibre k of n lies between them. In a ``ring`` they are the outer and the inner border, closed.
    """

    muscle: str
    first: Line
    second: Line
    fibres: int
    ring: bool = False
    sheet: bool = False


@dataclass(frozen=True)
class Nerve:
    """A branch of the facial nerve: the line of the branch itself, then twigs, then their ends."""

    branch: str
    line: Line
    twigs: tuple[Line, ...]
    ends: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them, from the trunk outwards."""
        return (self.line, *self.twigs, *self.ends)


# ---- the face itself -----------------------------------------------------------

OUTLINE = line(
    "0,54 60,59 118,82 160,122 184,176 193,236 193,292 192,342 189,388 183,432 173,474 156,515 "
    "131,549 99,577 64,596 30,604 0,605"
)
EAR = line("192,290 200,275 213,275 221,296 218,332 211,366 207,398 201,424 192,434 185,426")
EAR_FOLD = line("198,298 208,291 212,310 207,342 200,366 200,392")
NECK = line(
    "0,560 70,556 134,548 126,600 122,650 126,692 146,724 196,748 246,766 280,786 330,830 160,840 "
    "0,840"
)
UNDER_CHIN = line("0,600 60,592 110,566 128,552 124,590 96,618 50,634 0,638")
SOCKET = line("36,290 60,272 100,268 134,284 140,310 126,300 100,284 66,286 44,304")
NOSE_SHADE = line("17,300 12,340 12,384 22,404 30,396 22,366 20,330 26,306")
COLLARBONE = line("14,782 56,772 116,770 178,758 232,764")
NECK_CORD = line("116,596 96,640 66,700 34,752 18,778")
"""The strap of muscle that turns the head; a hint of shade for orientation."""

UPPER_LID = line("42,317 56,302 80,294 103,299 121,312")
LOWER_LID = line("42,317 60,326 82,329 104,324 121,312")
LID_FOLD = line("44,306 58,292 81,284 106,289 124,303")
EYE = (81.0, 311.0)
BROW = (line("26,265 58,254 98,250 133,263"), line("26,277 58,265 98,259 133,263"))

NOSE_SIDE = line("20,296 15,330 15,372 22,396")
NOSE_WING = line("30,398 40,406 43,420 37,432 27,431")
NOSTRIL = line("9,431 17,425 27,427 25,433 15,435")
NOSE_FOOT = line("0,440 9,438 17,434")
NOSE_LIGHT = line("0,396 8,402 10,416 6,426 0,428")
PHILTRUM = line("7,446 8,456 9,466")

LIP_TOP = line("0,474 10,467 24,471 44,481 62,491")
SEAM = line("0,492 14,489 36,490 50,492 62,491")
LIP_LIGHT = line("0,502 20,501 34,504 20,510 0,511")
LIP_LOW = line("0,521 24,518 44,508 56,498 62,491")
TEETH = (line("0,487 20,484 40,485 55,491"), line("0,500 20,500 38,498 55,492"))
TOOTH_GAPS = (
    line("0,487 0,500"),
    line("12,486 12,500"),
    line("24,485 23,499"),
    line("34,486 33,498"),
)
"""Upper teeth, which show while the lower lip is drawn down."""

WRINKLES = (
    line("22,224 60,208 108,216"),
    line("20,196 58,180 112,190"),
    line("18,168 56,152 106,164"),
)
CROWS_FEET = (line("150,300 160,294 170,293"), line("151,312 162,312 172,314"))
CHIN_DIMPLES = (line("10,566 16,570 22,568"), line("8,580 16,584 24,581"))
"""Lines in the skin that show only while a muscle pulls."""

# ---- the muscles ----------------------------------------------------------------

CHEEKBONE = line("100,366 130,360 164,364 182,378 172,392 148,392 122,386 104,376")
JAW_EDGE = line("150,508 124,538 92,562 58,580 26,590")
"""Bone under the skin, where muscles begin; hints of light."""

STRIPS = (
    Strip(
        "frontalis",
        line("28,122 22,180 17,224 15,263"),
        line("108,128 122,174 129,218 126,259"),
        16,
    ),
    Strip(
        "orbicularis-oculi",
        line(
            "30,314 36,286 58,263 90,256 122,267 143,292 145,320 131,347 105,365 76,367 48,356 "
            "33,336"
        ),
        line(
            "42,317 46,310 57,301 81,294 103,299 116,306 121,312 113,319 98,326 82,329 61,326 "
            "48,321"
        ),
        8,
        ring=True,
    ),
    Strip(
        "levator-labii-superioris-alaeque-nasi",
        line("23,322 31,356 42,392 48,424 44,453"),
        line("33,328 43,362 54,396 59,426 53,455"),
        4,
    ),
    Strip(
        "levator-labii-superioris-alaeque-nasi",
        line("18,320 22,352 28,380 36,404"),
        line("25,323 30,354 37,382 43,408"),
        3,
    ),
    Strip(
        "levator-labii-superioris",
        line("58,348 65,388 61,424 51,455"),
        line("103,352 94,396 81,430 64,460"),
        7,
    ),
    Strip(
        "zygomaticus-minor",
        line("112,365 104,396 87,434 64,460"),
        line("128,369 120,402 101,440 73,468"),
        4,
    ),
    Strip(
        "zygomaticus-major",
        line("132,371 125,408 107,447 84,482"),
        line("157,381 149,424 126,462 91,491"),
        7,
    ),
    Strip(
        "levator-anguli-oris",
        line("56,391 61,422 70,456 79,483"),
        line("86,394 87,426 88,458 89,486"),
        7,
    ),
    Strip(
        "risorius",
        line("164,466 142,474 114,482 86,487"),
        line("161,494 143,494 115,495 88,496"),
        5,
    ),
    Strip(
        "buccinator",
        line("152,448 132,452 110,463 85,478"),
        line("142,516 127,518 108,515 87,503"),
        10,
    ),
    Strip(
        "orbicularis-oris",
        line("88,486 74,464 48,450 22,445 0,445"),
        line("80,492 62,490 43,480 22,470 0,473"),
        6,
    ),
    Strip(
        "orbicularis-oris",
        line("88,498 76,520 50,536 24,542 0,543"),
        line("80,493 62,493 44,509 24,519 0,522"),
        6,
    ),
    Strip(
        "depressor-anguli-oris",
        line("44,588 58,560 72,528 82,498"),
        line("106,569 104,544 98,520 91,499"),
        8,
    ),
    Strip(
        "depressor-labii-inferioris",
        line("32,590 27,570 20,550 12,526"),
        line("70,578 60,560 49,540 38,519"),
        7,
    ),
    Strip(
        "mentalis",
        line("6,548 4,562 3,578 4,595"),
        line("13,549 20,561 29,576 36,590"),
        7,
    ),
    Strip(
        "platysma",
        line("54,800 36,730 20,662 8,603"),
        line("140,790 92,726 72,660 78,588"),
        11,
        sheet=True,
    ),
    Strip(
        "platysma",
        line("140,790 92,726 72,660 78,592 94,544 88,500"),
        line("248,784 176,750 124,702 118,616 130,546 95,498"),
        10,
        sheet=True,
    ),
)

MODIOLUS = (86.0, 492.0)
"""The knot of fibres beside the corner of the mouth."""

KNOT = 9.0
"""How far it is drawn, fading outwards: the radius."""

# ---- the nerve -------------------------------------------------------------------

TRUNK = line("178,437 170,437 162,440")
"""From where the facial nerve comes forward below the ear to where it divides in two."""

DIVISIONS = (line("162,440 162,424 160,406"), line("162,440 159,456 153,472"))
"""The upper and the lower half, from which the branches fan out."""

NERVES = (
    Nerve(
        "temporal-branch",
        line("160,406 166,372 166,332 159,292"),
        (
            line("159,292 146,256 127,224 106,202"),
            line("159,292 157,252 145,218 116,186"),
            line("166,332 156,310 142,294 128,286"),
        ),
        (line("127,224 110,222 96,214"), line("156,310 142,308 130,304")),
    ),
    Nerve(
        "zygomatic-branch",
        line("160,406 155,388 142,368 120,342"),
        (line("155,388 134,377 111,371 90,373"), line("142,368 140,352 132,334")),
        (line("134,377 123,385 110,390"), line("111,371 98,362 86,356")),
    ),
    Nerve(
        "buccal-branch",
        line("160,406 142,414 118,420 97,432"),
        (
            line("118,420 98,412 78,414 58,424"),
            line("97,432 86,446 72,454 54,454"),
            line("153,472 136,474 116,480 99,487"),
        ),
        (
            line("98,412 86,404 74,400"),
            line("97,432 96,450 90,466"),
            line("136,474 126,486 116,496"),
        ),
    ),
    Nerve(
        "marginal-mandibular-branch",
        line("153,472 150,498 139,522 121,542 100,554"),
        (line("100,554 80,558 58,554 40,546"), line("100,554 84,568 62,575 40,576")),
        (
            line("80,558 70,544 62,526"),
            line("58,554 44,558 28,560"),
            line("40,576 30,573 16,571"),
            line("121,542 110,534 102,524"),
        ),
    ),
    Nerve(
        "cervical-branch",
        line("153,472 152,500 142,526 124,562 112,604"),
        (line("112,604 109,636 104,664"), line("112,604 96,628 82,650")),
        (line("109,636 114,654 115,670"), line("96,628 82,635 68,646")),
    ),
)

# ---- feeling: the three areas of the trigeminal nerve ------------------------------

FEELING = {
    "v1": (
        line(
            "0,60 58,65 108,90 142,134 148,190 142,250 134,298 121,311 103,298 80,293 56,301 "
            "42,316 26,326 20,356 20,392 16,424 0,430"
        ),
        (70, 190),
    ),
    "v2": (
        line(
            "0,434 14,430 20,398 24,354 28,328 42,318 60,327 82,330 104,325 122,314 138,302 "
            "150,290 160,304 162,336 150,384 124,428 92,468 64,490 36,488 14,487 0,490"
        ),
        (104, 400),
    ),
    "v3": (
        line(
            "0,494 36,493 66,493 96,471 128,431 154,387 166,339 164,300 154,280 150,240 156,200 "
            "172,190 183,232 186,300 182,360 176,410 160,446 146,490 120,540 92,574 62,590 28,598 "
            "0,600"
        ),
        (92, 534),
    ),
}
"""Border of each area, and where its name stands."""
