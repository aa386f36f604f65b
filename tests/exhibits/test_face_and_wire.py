"""Face and wire: page, words and live face tell the same of each muscle and each fault."""

import json

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from liptwitch.content.citing import references_of
from liptwitch.content.regions import regions
from liptwitch.exhibits import faults
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
