"""Face and wire: page, words and live face tell the same of each muscle and each fault."""

import json
from math import dist

import pytest
from reading_html import Page, active_parts
from small_data import course_with
from test_anatomy import encloses, sampled

from liptwitch.content.citing import references_of
from liptwitch.content.regions import regions
from liptwitch.exhibits import faults
from liptwitch.exhibits.anatomy import drawings, wire
from liptwitch.exhibits.face_and_wire import JOKE, TASKS, TWITCH, WEAKNESS, FaceAndWire
from liptwitch.exhibits.packing import pack, unpack

LARGEST_STATE = 40_000


@pytest.fixture(scope="module")
def exhibit(course):
    return FaceAndWire(course)


@pytest.fixture(scope="module")
def spec(exhibit):
    return exhibit.spec()


def test_the_page_tells_of_every_muscle_branch_station_and_fault(course, exhibit):
    text = Page(exhibit.page()).text
    for muscle in course.muscles.values():
        for said in (muscle.name, muscle.plain, muscle.origin, muscle.action, muscle.twitch):
            assert said in text
    for branch in course.branches.values():
        assert branch.cut in text
    for station in course.stations.values():
        assert station.name in text
        assert station.where in text
        assert not station.doubt or station.doubt in text
    for one in faults.all_faults(course, "right"):
        if one.branch is None:
            assert one.says in text
        if one.branch is None or one.kind == "cut":
            assert faults.findings(one) in text
    assert active_parts(exhibit.page()) == []
    assert exhibit.page().count("<img") == 2
    assert exhibit.face_words() in exhibit.page().replace("&#39;", "'").replace("&#x27;", "'")


def test_the_words_tell_of_every_muscle_and_every_fault(course, exhibit):
    words = exhibit.words()
    assert "the patient's right is on your left" in words
    for muscle in course.muscles.values():
        assert f"{muscle.name}: {muscle.run}; it {muscle.action}." in words
    for one in faults.all_faults(course, "right"):
        assert one.branch or faults.findings(one) in words


def test_the_live_face_has_every_region_and_every_fault(course, spec):
    known = regions(course, "face") | regions(course, "feeling")
    assert {one["id"]: one["name"] for one in spec["regions"]} == {
        region: one.name for region, one in known.items()
    }
    assert [one["id"] for one in spec["stations"]] == list(course.stations)
    pairs = zip(spec["faults"], faults.all_faults(course, "right"), strict=True)
    for data, one in pairs:
        assert (data["station"], data["kind"]) == (one.station.id, one.kind)
        assert data["words"] == faults.told(one)
        assert [row[0] for row in data["readings"]] == list(faults.PARTS.values())
        assert data["found"] == {
            part: reading.found for part, reading in zip(faults.PARTS, one.readings, strict=True)
        }


def test_every_finding_has_a_strength_in_the_drawing_or_moves_nothing(spec):
    """A word that the drawing does not know would show a weak face as a strong one."""
    still = {"normal", "varies", "not-known"}
    for one in spec["faults"]:
        strengths = WEAKNESS if one["kind"] == "cut" else TWITCH
        for part in faults.MOVED:
            assert one["found"][part] in strengths.keys() | still, one


def test_the_patient_is_asked_only_for_what_muscles_can_do(course):
    assert JOKE in [task for task, _, _ in TASKS]
    for _, _, muscles in TASKS:
        assert set(muscles) <= course.muscles.keys()


WIRES = {"will", "will-thin", "mood", "feel", "feel-thin", "nerve", "twig", "side-twig"}


@pytest.fixture(scope="module")
def wires(course):
    """Every wire that the path draws."""
    return [piece for piece in drawings.path_pieces(course) if piece.style in WIRES]


def silenced(wires, cut: str) -> list:
    """The wires along which no order comes after a cut."""
    return [one for one in wires if cut in one.below]


def test_each_cut_further_down_silences_less_of_the_nerve(course, wires):
    nerve = [one for one in wires if "facial-nucleus" in one.below]
    down = [one for one in course.stations if silenced(nerve, one)]
    assert down[0] == "facial-nucleus"
    assert down[-1] == "nerve-muscle-junction"
    counts = [len(silenced(nerve, one)) for one in down]
    assert counts == sorted(set(counts), reverse=True)
    assert counts[0] == len(nerve)


def test_a_cut_in_the_brain_silences_wires_of_the_brain_only(course, wires):
    for cut in ("motor-cortex", "corticobulbar-path"):
        assert {one.style for one in silenced(wires, cut)} == {"will", "will-thin"}
        crossing = [one for one in silenced(wires, cut) if one.lines[0][-1][0] < 0]
        assert crossing, "the lower face gets its orders from the other side"
    assert {one.style for one in silenced(wires, "emotional-drive")} == {"mood"}
    assert {one.style for one in silenced(wires, "trigeminal-nerve")} == {"feel"}


@pytest.mark.parametrize("helper", ["tears", "sound", "taste"])
def test_a_side_branch_falls_silent_where_its_work_is_lost(course, helper):
    part = {"sound": "hearing"}.get(helper, helper)
    lost = [
        station.id
        for station in course.stations.values()
        if getattr(station.cut, part) in {"lost", "less", "too-loud"}
    ]
    assert list(wire.HELPED[helper]) == lost


def test_the_cut_of_one_branch_silences_that_branch(course, wires):
    for branch in course.branches:
        lost = silenced(wires, branch)
        assert lost, branch
        assert all("face-branches" in one.below for one in lost)
        assert len(lost) < len(silenced(wires, "face-branches"))


def test_a_wire_begins_or_ends_at_every_station_and_at_the_muscle_and_the_skin(wires):
    ends = [end for one in wires for end in (one.lines[0][0], one.lines[0][-1])]
    for station, at in wire.STATIONS.items():
        assert station == "muscle" or at in ends, station
    muscle = sampled(wire.MOUTH_MUSCLE)
    reached = [
        one
        for one in wires
        if "nerve-muscle-junction" in one.below and encloses(muscle, one.lines[0][-1])
    ]
    assert len(reached) == 2
    for one in wires:
        if one.style == "feel-thin":
            assert min(dist(one.lines[0][-1], at) for at in sampled(wire.SKIN)) < 4


def test_no_word_of_the_path_lies_on_a_wire_or_a_station(wires):
    drawn = [
        (side * x, y)
        for one in wires
        for side, half in ((1, one.lines[0]), (-1, one.lines[0]))
        for x, y in sampled(half)
    ]
    for words, (left, base) in wire.WORDS:
        right = left + 7.6 * len(words)
        assert right < wire.HALF_WIDTH, words
        on = [(x, y) for x, y in drawn if left < x < right and base - 11 < y < base + 2]
        assert on == [], words
        for x, y in wire.STATIONS.values():
            beside = max(left - x, 0, x - right), max(base - 11 - y, 0, y - base)
            assert dist(beside, (0, 0)) > wire.DOT, words


def test_the_front_end_knows_what_a_cut_silences(course, wires):
    data = drawings.path_data(course)["pieces"]
    told = [one["below"] for one in data if one["style"] in WIRES and "below" in one]
    assert told == [list(one.below) for one in wires if one.below]


def test_the_state_is_small_and_says_no_more_than_the_page_can(exhibit, spec):
    live = exhibit.live
    assert json.loads(unpack(live.spec)) == json.loads(json.dumps(spec))
    kept = (live.spec, live.code, live.style, live.front_end.anatomy)
    assert sum(map(len, kept)) < LARGEST_STATE
    assert live.front_end.anatomy == pack(unpack(live.front_end.anatomy))


def test_a_lesson_that_shows_it_cites_what_it_rests_on(course):
    shown = references_of(course, "02")
    for record in (*course.muscles.values(), *course.stations.values(), *course.areas.values()):
        assert set(record.references) <= set(shown)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("muscles.toml", '"Lid lifter"', '"Lid hoist"'),
        ("muscles.toml", '"lifts the lid"', '"heaves the lid"'),
        ("muscles.toml", 'origin_region = "scalp-aponeurosis"', 'origin_region = "chin-skin"'),
        ("path.toml", '"The stove"', '"The hob"'),
        ("path.toml", 'mouth = "weak"', 'mouth = "lost"'),
    ],
)
def test_a_change_of_the_data_is_seen_on_every_face(tmp_path, small, file, old, new):
    before, after = (
        FaceAndWire(course) for course in (small, course_with(tmp_path, (file, old, new)))
    )
    assert before.words() != after.words()
    if "region" not in old:  # where a muscle runs is drawn, and told in the words
        assert before.page() != after.page()
        assert before.spec() != after.spec()


def test_text_from_the_files_stays_text(hostile):
    exhibit = FaceAndWire(hostile)
    assert active_parts(exhibit.page()) == []
    text = Page(exhibit.page()).text
    for muscle in hostile.muscles.values():
        assert muscle.name in text
