"""The face: its geometry, its pulls, its pictures."""

import re
from xml.etree import ElementTree

import pytest

from liptwitch.exhibits import face
from liptwitch.exhibits.base import picture
from liptwitch.science.movement import REGIONS

PASSING = {name for name in face.CURVES if face.CURVES[name].part == "passing"}

# The curve that each region must move more than any other, and the way its points go.
MOVES_MOST = {
    "spot": ("lip-top", "up"),
    "corner": ("right-corner-mark", "left"),
    "cheek": ("right-cheek-light", "up"),
    "eyelid": ("right-upper-lid", "down"),
    "lower-half": ("lip-low", "down"),
    "upper-lip": ("lip-top", "up"),
    "lower-lip": ("low-lip-light", "down"),
    "jaw": ("outline", "down"),
    "chin": ("chin-pad", "up"),
    "patch-1": ("lip-low", "down"),
    "patch-2": ("right-corner-mark", "left"),
    "patch-3": ("lip-top", "up"),
}


def moved(region):
    """{curve: [(dx, dy), …]} for every curve that a region moves."""
    found = {}
    for name, (_, pulls) in face._compiled().items():
        if region in pulls:
            flat = pulls[region]
            found[name] = list(zip(flat[::2], flat[1::2], strict=True))
    return found


def far(pair):
    return (pair[0] ** 2 + pair[1] ** 2) ** 0.5


def points(name):
    rest = face._compiled()[name][0]
    return list(zip(rest[::2], rest[1::2], strict=True))


def test_every_region_of_the_traces_has_a_pull():
    of_traces = {region for shares in REGIONS.values() for region in shares}
    assert of_traces <= set(face.REGIONS)
    assert set(face.REGIONS) == set(face.PULLS) == set(face.PLACES)
    assert of_traces == set(MOVES_MOST)


@pytest.mark.parametrize(("region", "curve", "way"), [(r, *m) for r, m in MOVES_MOST.items()])
def test_a_pull_moves_what_it_should_the_right_way(region, curve, way):
    moves = moved(region)
    largest = {name: max(map(far, pairs)) for name, pairs in moves.items()}
    # Neighbours share a muscle's pull; the named curve is among those that go (nearly) furthest.
    assert largest[curve] >= 0.6 * max(largest.values())
    dx, dy = max(moves[curve], key=far)
    assert {"up": -dy, "down": dy, "left": -dx}[way] > 0


@pytest.mark.parametrize("region", face.REGIONS)
def test_a_pull_can_be_seen_and_stays_within_the_face(region):
    # 300 pixels wide, a picture unit is about half a pixel.
    assert max(far(pair) for pairs in moved(region).values() for pair in pairs) >= 5
    outline = [x for x, _ in points("outline")]
    for name, pairs in moved(region).items():
        if name in ("outline", "neck", "under-chin"):
            continue
        for (x, y), (dx, dy) in zip(points(name), pairs, strict=True):
            assert min(outline) <= x + dx <= max(outline), name
            assert y + dy <= face.HEIGHT, name


@pytest.mark.parametrize("region", [r for r in face.REGIONS if r in MOVES_MOST])
def test_one_sided_regions_leave_the_other_side_alone(region):
    middle = region in ("upper-lip", "lower-lip", "jaw", "chin")
    left = [name for name in moved(region) if name.startswith("left-")]
    assert middle or left == []


def test_the_face_at_rest_is_its_own_mirror_image():
    mirror = 2 * face.GRAIN * (face.MIDLINE - face.LEFT)
    for name in face.CURVES:
        if name in PASSING or "smile-line" in name:
            continue
        at = points(name)
        if name.startswith("right-"):
            twin = points(name.replace("right-", "left-"))
            assert [(mirror - x, y) for x, y in at] == twin, name
        elif not name.startswith("left-"):
            assert {(mirror - x, y) for x, y in at} == set(at), name


def test_bulges_and_wrinkles_are_not_seen_at_rest():
    unseen = {shape.name for shape in face.SHAPES if shape.opacity == 0}
    assert {"spot-top", "patch-1-foot", "crow-1", "pucker-1", "purse-1"} <= unseen


def test_rest_is_no_amounts_and_nothing_moves_beyond_full():
    assert face.svg() == face.svg({region: 0.0 for region in face.REGIONS})
    assert face.svg({"corner": 1}) != face.svg()
    shapes = lambda amounts: re.findall(r' d="[^"]*"', face.svg(amounts))  # noqa: E731
    assert shapes({"corner": 7}) == shapes({"corner": 1})


def test_the_eye_shuts():
    """At full pull both lids lie on one line."""
    amounts = {"eyelid": 1.0}
    upper = face._posed("right-upper-lid", amounts)
    lower = face._posed("right-lower-lid", amounts)
    assert upper == lower[::-1]


def test_the_closed_mouth_has_no_gap():
    shape = next(shape for shape in face.SHAPES if shape.name == "mouth")
    there, back = (face._compiled()[name.lstrip("~")][0] for name in shape.curves)
    assert there == back


def test_curves_of_a_shape_meet():
    for shape in face.SHAPES:
        ends = []
        for name in shape.curves:
            at = points(name.lstrip("~"))
            at = at[::-1] if name.startswith("~") else at
            if ends:
                assert ends[-1] == at[0], shape.name
            ends.append(at[-1])


def test_the_drawing_is_small_and_says_the_same_as_the_picture():
    import json

    drawing = face.drawing()
    assert len(json.dumps(drawing, separators=(",", ":"))) < 21_000
    # What the front end adds up from the drawing is what Python draws.
    amounts = {"jaw": 0.5, "upper-lip": 0.25}
    for name, curve in drawing["curves"].items():
        flat = [float(number) for number in curve["rest"]]
        for region, (first, *numbers) in curve.get("pulls", {}).items():
            for i, number in enumerate(numbers):
                flat[first + i] += amounts.get(region, 0) * number
        assert list(zip(flat[::2], flat[1::2], strict=True)) == face._posed(name, amounts)


def test_the_picture_is_well_formed_and_has_words():
    root = ElementTree.fromstring(face.svg({"spot": 1}))
    assert "pea-sized spot" in face.words({"spot": 1})
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert "script" not in face.svg()


def test_sides_are_the_patients_and_said():
    root = ElementTree.fromstring(face.svg())
    labels = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert labels == ["patient's", "right", "patient's", "left"]
    assert "viewer's left" in face.words()
    spot = [x for x, _ in points("spot-top")]
    assert max(spot) < face.WIDTH / 2


def test_the_image_escapes_its_words():
    shown = picture(face.svg({"jaw": 0.5}), '"><img src=x onerror=alert(1)>', 300)
    assert shown.count("<img") == 1
    assert "onerror=alert" in shown.replace("&quot;", "")
    assert '"><img src=x' not in shown


def test_words_change_with_the_amounts():
    assert "at rest" in face.words()
    assert face.words({"jaw": 0.5}) != face.words({"jaw": 0.8}) != face.words({"chin": 0.8})


def test_an_unknown_region_is_refused_in_words():
    with pytest.raises(ValueError, match="no region 'nose'"):
        face.svg({"nose": 1})
