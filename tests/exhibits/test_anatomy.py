"""The drawn anatomy: muscles begin, run and end where they should, and nothing lies astray."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from small_data import course_with

from liptwitch.content.muscles import Place
from liptwitch.content.regions import regions
from liptwitch.exhibits.anatomy import drawings, face, geometry, wire
from liptwitch.exhibits.anatomy.looks import STYLES
from liptwitch.exhibits.anatomy.pieces import BOTH, Piece, as_data
from liptwitch.exhibits.anatomy.pulls import PULLS
from liptwitch.exhibits.anatomy.strokes import between

# Where each place lies on the drawn face, set by its eyes, nose, mouth and outline, and written
# before the muscles were looked at: middle and half widths, on one half of the face.
AREAS = {
    Place.MODIOLUS: (87, 492, 10, 12),
    Place.UPPER_LIP: (36, 462, 42, 24),
    Place.LOWER_LIP: (26, 524, 34, 16),
    Place.LIP_RING: (30, 494, 66, 56),
    Place.INFRAORBITAL_RIM: (80, 356, 32, 12),
    Place.CANINE_FOSSA: (78, 396, 24, 16),
    Place.FRONTAL_PROCESS: (26, 326, 14, 16),
    Place.NOSE_WING: (38, 408, 14, 16),
    Place.CHEEKBONE: (142, 374, 38, 20),
    Place.PAROTID_FASCIA: (168, 480, 16, 30),
    Place.JAW_ANGLE_RAPHE: (146, 488, 24, 44),
    Place.JAW_OBLIQUE_LINE: (76, 578, 42, 20),
    Place.CHIN_SIDE: (52, 584, 30, 16),
    Place.INCISIVE_FOSSA: (10, 549, 12, 10),
    Place.CHIN_SKIN: (18, 592, 30, 14),
    Place.CHEST_COLLARBONE: (150, 790, 120, 30),
    Place.JAW_LINE: (60, 600, 74, 24),
    Place.SCALP_APONEUROSIS: (60, 126, 66, 26),
    Place.BROW_SKIN: (76, 264, 70, 20),
    Place.INNER_EYE_CORNER: (36, 316, 14, 14),
    Place.EYE_RING: (88, 312, 64, 60),
}

# Slips that end elsewhere than the muscle as a whole, as its record says in words.
ALSO_ENDS = {
    "levator-labii-superioris-alaeque-nasi": Place.NOSE_WING,
    "platysma": Place.MODIOLUS,
}


def is_in(point, place: Place) -> bool:
    x, y, wide, high = AREAS[place]
    return ((point[0] - x) / wide) ** 2 + ((point[1] - y) / high) ** 2 <= 1


def bands_of(muscle: str) -> list[geometry.Strip]:
    return [band for band in geometry.STRIPS if band.muscle == muscle]


def middle(band: geometry.Strip) -> geometry.Line:
    return between(band.first, band.second, 0.5)


def sampled(line: geometry.Line, closed: bool = False) -> list[tuple[float, float]]:
    """Many points of the curve that is drawn through a few."""
    found = []
    count = len(line)
    for i in range(count if closed else count - 1):
        at = [
            line[j % count] if closed else line[min(max(j, 0), count - 1)]
            for j in range(i - 1, i + 3)
        ]
        for step in range(8):
            t = step / 8
            found.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                           + (3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(*at, strict=True)
                )
            )  # fmt: skip
    return [*found, line[0] if closed else line[-1]]


def encloses(border: list, point) -> bool:
    """Whether a closed line runs round a point."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in pairwise([*border, border[0]]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


@pytest.fixture(scope="module")
def pieces(course) -> list[Piece]:
    return drawings.face_pieces(course)


def test_each_place_has_its_area():
    assert set(AREAS) == set(Place)


@pytest.mark.parametrize("muscle", face.MUSCLES)
def test_a_muscle_begins_at_its_origin_and_ends_at_its_insertion(course, muscle):
    record = course.muscles[muscle]
    ends = set()
    for band in bands_of(muscle):
        borders = (middle(band),) if band.ring else (band.first, band.second, middle(band))
        for one in borders:
            assert is_in(one[0], record.origin_region), (one[0], record.origin_region)
        may_end = [record.insertion_region, *filter(None, [ALSO_ENDS.get(muscle)])]
        ends |= {place for place in may_end if is_in(middle(band)[-1], place)}
        assert ends, middle(band)[-1]
    if record.insertion_region is not Place.EYE_RING:
        assert record.insertion_region in ends


def test_the_ring_of_the_eye_runs_round_it():
    [ring] = bands_of("orbicularis-oculi")
    assert all(is_in(point, Place.EYE_RING) for point in ring.first)
    assert encloses(sampled(ring.second, closed=True), geometry.EYE)


@pytest.mark.parametrize("muscle", face.MUSCLES)
def test_a_muscle_pulls_to_where_it_begins(course, muscle):
    """The way from insertion to origin is the way that its record moves lip and corner."""
    moves = course.muscles[muscle].moves
    up = moves.corner_up or moves.upper_lip_up or -moves.lower_lip_down
    if course.muscles[muscle].group == "ring" or muscle == "mentalis":  # it pushes, by the chin
        return
    (out_from, down_from), *_, (out_to, down_to) = middle(bands_of(muscle)[0])
    if muscle == "platysma":
        (out_from, down_from), *_, (out_to, down_to) = middle(bands_of(muscle)[1])
    if up:
        assert (down_to - down_from) * up > 0
    if abs(moves.corner_out) >= 0.5:
        assert (out_from - out_to) * moves.corner_out > 20


def test_every_muscle_of_the_course_is_drawn_and_no_other(course):
    assert set(course.muscles) == set(face.MUSCLES) == {band.muscle for band in geometry.STRIPS}
    assert set(regions(course, "face")) == set(face.REGIONS) == set(face.LABELS)
    assert set(course.stations) == set(wire.STATIONS)
    assert set(course.areas) == set(geometry.FEELING)


def test_neighbours_lie_in_order():
    """From the nose outwards, under the eye; from the midline outwards, under the lip."""
    begins = [
        middle(bands_of(muscle)[0])[0][0]
        for muscle in (
            "levator-labii-superioris-alaeque-nasi",
            "levator-labii-superioris",
            "zygomaticus-minor",
            "zygomaticus-major",
        )
    ]
    assert begins == sorted(begins)
    below = [
        middle(bands_of(muscle)[0])[0][0]
        for muscle in ("mentalis", "depressor-labii-inferioris", "depressor-anguli-oris")
    ]
    assert below == sorted(below)


def test_deep_muscles_lie_under_the_nerve_and_the_others_over_it(pieces):
    places = {}
    for place, piece in enumerate(pieces):
        places.setdefault(piece.region, []).append(place)
    nerve = [place for place, piece in enumerate(pieces) if piece.layer == "nerve"]
    for muscle in face.MUSCLES:
        if muscle in face.DEEP:
            assert max(places[muscle]) < min(nerve), muscle
        else:
            assert min(places[muscle]) > max(nerve), muscle


def test_left_mirrors_right(pieces):
    both = [piece for piece in pieces if piece.sides == BOTH]
    assert len(both) > 80
    for piece in both:
        for right, left in zip(piece.placed("right"), piece.placed("left"), strict=True):
            assert [(-x, y) for x, y in right] == list(left)


def test_a_line_across_the_middle_is_its_own_mirror_image(pieces):
    for piece in pieces:
        if piece.sides == ("middle",):
            for whole in piece.placed("middle"):
                mirrored = {(-x, y) for x, y in whole}
                assert mirrored == set(whole)


def test_nothing_of_muscle_or_nerve_lies_outside_head_and_neck():
    head = sampled(geometry.OUTLINE)
    neck = sampled(geometry.NECK)
    lines = [line for nerve in geometry.NERVES for line in nerve.lines]
    lines += [*geometry.DIVISIONS, geometry.TRUNK]
    for band in geometry.STRIPS:
        lines += [sampled(band.first, band.ring), sampled(band.second, band.ring)]
    astray = [
        point
        for line in lines
        for point in (sampled(line) if len(line) < 20 else line)
        if point[0] > 0 and not (encloses(head, point) or encloses(neck, point))
    ]
    assert astray == []


def test_the_nerve_comes_out_before_the_ear_and_fans_over_the_cheek():
    assert geometry.TRUNK[0][0] < min(x for x, y in geometry.EAR if y > 400)
    assert all(division[0] == geometry.TRUNK[-1] for division in geometry.DIVISIONS)
    forks = {division[-1] for division in geometry.DIVISIONS}
    for nerve in geometry.NERVES:
        assert nerve.line[0] in forks
        assert all(twig[0] in {*nerve.line, *forks} for twig in nerve.twigs)
        reached = {point for line in (nerve.line, *nerve.twigs) for point in line}
        assert all(end[0] in reached for end in nerve.ends)
    ends = {nerve.branch: nerve.line[-1] for nerve in geometry.NERVES}
    heights = [ends[branch][1] for branch in face.BRANCHES]
    assert heights == sorted(heights)  # from the forehead down to the neck
    # Well inside the face: at each height far from the outline, but for trunk and jaw.
    border = sampled(geometry.OUTLINE)
    for nerve in geometry.NERVES[:3]:
        for line in nerve.lines:
            for x, y in sampled(line):
                edge = min(border, key=lambda point: abs(point[1] - y) + 500 * (point[0] < 100))
                assert edge[0] - x > 18, (nerve.branch, x, y)


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("feeling", [True, False])
def test_the_face_is_a_picture_with_ids_of_its_own(course, names, feeling):
    assert_sound(drawings.face_svg(course, names=names, feeling=feeling), 28_500)


@pytest.mark.parametrize("numbered", [True, False])
def test_the_path_is_a_picture_with_ids_of_its_own(course, numbered):
    svg = drawings.path_svg(course, numbered=numbered)
    assert_sound(svg, 9_000)
    assert (">14<" in svg) is numbered


def assert_sound(svg: str, most: int) -> None:
    ElementTree.fromstring(svg)
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"#([a-z][\w-]*)\b", re.sub(r'="#[0-9a-f]{6,8}"', "", svg))) <= set(ids)
    assert len(svg) < most


def test_names_stand_apart_and_beside_what_they_name(course):
    labels = drawings.labels(course)
    assert [label.region for label in labels] == list(face.LABELS)
    for anchor in ("start", "end"):
        beside = [one for one in labels if one.anchor == anchor]
        for above, below in pairwise(sorted(beside, key=lambda one: one.at[1])):
            room = 8 * (len(above.lines) + len(below.lines))
            assert below.at[1] - above.at[1] >= room, (above.lines, below.lines)
    for label in labels:
        out, down = abs(label.to[0]), label.to[1]
        near = [
            ((x - out) ** 2 + (y - down) ** 2) ** 0.5
            for piece in drawings.face_pieces(course)
            if piece.region == label.region
            for line in piece.lines
            for x, y in (sampled(line) if len(line) > 1 else line)
        ]
        assert min(near) < 32, label


def test_the_front_end_gets_the_same_pieces(pieces):
    data = as_data(pieces)
    assert [one["style"] for one in data] == [piece.style for piece in pieces]
    for one, piece in zip(data, pieces, strict=True):
        for flat, line in zip(one["lines"], piece.lines, strict=True):
            assert flat == [round(2 * number) for point in line for number in point]


def test_every_move_of_a_muscle_draws_the_face(course):
    asked = {move for one in course.muscles.values() for move in one.moves.model_dump()}
    assert set(PULLS) == asked


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("muscles.toml", 'id = "frontalis"', 'id = "lidder"', "muscle “lidder”.*frontalis"),
        ("path.toml", 'id = "motor-cortex"', 'id = "stove"', "station “stove”.*motor-cortex"),
        ("muscles.toml", 'id = "modiolus"', 'id = "seam"', "landmark “seam”.*modiolus"),
    ],
)
def test_what_has_no_place_in_the_drawing_is_told_in_words(tmp_path, file, old, new, said):
    edits = [(file, old, new)]
    if new == 'id = "lidder"':
        edits += [
            ("muscles.toml", 'drives = ["frontalis"]', 'drives = ["lidder"]'),
            ("quizzes/00.toml", '["frontalis", "temporal-branch"]', '["temporal-branch"]'),
        ]
    course = course_with(tmp_path, *edits)
    draw = drawings.path_svg if file == "path.toml" else drawings.face_svg
    with pytest.raises(drawings.NotDrawn, match=said):
        draw(course)


def test_the_drawing_of_a_small_course_names_only_what_is_in_it(small):
    assert {label.region for label in drawings.labels(small)} == set(regions(small, "face"))
    marked = {piece.region for piece in drawings.face_pieces(small)} - {""}
    assert marked == set(regions(small, "face")) | set(small.areas) | set(geometry.FEELING)


def test_what_grows_with_a_move_is_seen_when_it_has_grown(pieces):
    """The front end sets how opaque it is: a style that says so too would hide it for good."""
    growing = [piece for piece in pieces if piece.grows]
    assert {"wrinkle", "teeth"} <= {piece.style for piece in growing}
    for piece in growing:
        assert "opacity" not in STYLES[piece.style], piece.style
        assert {move for move, _ in piece.grows} <= set(PULLS)
