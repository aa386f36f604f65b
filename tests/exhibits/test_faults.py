"""Faults of the path: the findings are those of the sources, and the words tell them."""

import csv
from pathlib import Path

import pytest
from small_data import course_with

from liptwitch.content.regions import SIDES
from liptwitch.exhibits import faults
from liptwitch.exhibits.faults import Fault

TABLE = Path(__file__).parents[1] / "science" / "expected_findings.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
EVERY_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['station']} {row['fault']}")
OTHER = {"right": "left", "left": "right"}


def fault_of(course, row, side) -> Fault:
    station, _, branch = row["station"].partition(":")
    hit = course.branches[branch] if branch else None
    return faults.fault(course, course.stations[station], row["fault"], side, hit)


@EVERY_ROW
@pytest.mark.parametrize("side", SIDES)
def test_the_read_outs_are_what_the_sources_expect(course, row, side):
    fault = fault_of(course, row, side)
    found = dict(zip(faults.PARTS, fault.readings, strict=True))
    for part, reading in found.items():
        if row[part]:
            assert reading.found == row[part], part
    shows = {"same": (side,), "opposite": (OTHER[side],), "both": SIDES, "none": ()}
    assert fault.shows == shows[row["side"]]
    for part in faults.MOVED:
        expected = {"same": side, "opposite": OTHER[side], "both": "both", "none": side}
        assert found[part].side == expected[row["side"]]
    assert found["taste"].side == side


@EVERY_ROW
def test_the_words_name_the_fault_its_side_and_each_finding(course, row):
    fault = fault_of(course, row, "left")
    words = faults.words(fault)
    assert fault.station.name in words
    assert words.startswith(faults.KIND_WORDS[row["fault"]])
    assert "on the patient's left: " in words
    if fault.branch:
        assert fault.branch.name.lower() in words
    if len(fault.shows) == 1:
        assert f"It shows on the patient's {fault.shows[0]}" in words
    for reading in fault.readings:
        told = f"{reading.part.lower()}: {reading.words}"
        assert (told in words) is (reading.found != faults.NORMAL)


def test_no_two_faults_are_told_alike(course):
    told = [faults.words(one) for side in SIDES for one in faults.all_faults(course, side)]
    assert len(set(told)) == len(told)


def test_on_the_left_right_and_left_change_places(course):
    """The front end makes the words of the left so: nothing else may differ."""
    pairs = zip(*(faults.all_faults(course, side) for side in SIDES), strict=True)
    for right, left in pairs:
        swapped = faults.told(right).replace("patient's right", "patient's HERE")
        swapped = swapped.replace("patient's left", "patient's right")
        assert swapped.replace("patient's HERE", "patient's left") == faults.told(left)


def test_a_part_that_fails_is_told_in_its_own_words(course):
    """“Lost” is a still forehead, an open eye, no taste and numb skin: never one for the other."""
    told = {}
    for one in faults.all_faults(course, "right"):
        for part, reading in zip(faults.PARTS, one.readings, strict=True):
            if reading.found == "lost":
                told.setdefault(part, set()).add(reading.words)
    assert told == {
        "forehead": {"does not move"},
        "eye": {"does not close"},
        "mouth": {"does not move"},
        "emotional_smile": {"no smile"},
        "taste": {"lost"},
        "feeling": {"numb"},
    }


def test_each_finding_has_a_sign_beside_its_words(course):
    signs = {}
    for one in faults.all_faults(course, "right"):
        for reading in one.readings:
            assert reading.sign
            assert reading.words
            signs.setdefault(reading.sign, set()).add(reading.found)
    assert signs["="] == {"normal"}


def test_a_fault_of_a_branch_touches_its_muscles_alone(course):
    station = course.stations["face-branches"]
    for branch in course.branches.values():
        for kind in faults.KINDS:
            fault = faults.fault(course, station, kind, "right", branch)
            assert fault.muscles == branch.drives
        moved = {faults.UPPER.get(muscle, "mouth") for muscle in branch.drives}
        irritated = dict(zip(faults.PARTS, fault.readings, strict=True))
        twitching = {part for part, one in irritated.items() if one.found == "may-twitch"}
        assert twitching == moved


def test_only_the_branches_depend_on_which_one_is_hit(course):
    depends = [one.id for one in course.stations.values() if faults.has_branches(one)]
    assert depends == ["face-branches"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('mouth = "weak"', 'mouth = "lost"'),
        ('side = "opposite"', 'side = "same"'),
        ('says = "The spout on the other side hangs."', 'says = "It drips."'),
        ('signs = ["a cold stove"]', 'signs = ["a hot stove"]'),
        ('spared = ["lid"]', 'spared = ["knob"]'),
        ('name = "The stove"', 'name = "The hob"'),
    ],
)
def test_the_words_change_with_the_data(tmp_path, small, old, new):
    changed = course_with(tmp_path, ("path.toml", old, new))
    before, after = (
        [faults.words(one) for one in faults.all_faults(course, "right")]
        for course in (small, changed)
    )
    assert before != after
