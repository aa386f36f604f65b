"""Each fault of the path does what the sources say: a table written from them, before the data."""

import csv
import re
from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("expected_findings.csv")
FINDINGS = (
    "side", "forehead", "eye", "mouth", "emotional_smile", "taste", "tears", "hearing", "feeling",
)  # fmt: skip


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _rows()
EVERY_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['station']}-{row['fault']}")


def outcome_of(course, row):
    """What the course says of the fault of a row; a branch stands as ``station:branch``."""
    station, _, branch = row["station"].partition(":")
    if branch:
        return course.branches[branch].findings
    return getattr(course.stations[station], row["fault"])


@EVERY_ROW
def test_the_fault_does_what_the_sources_say(course, row):
    outcome = outcome_of(course, row)
    differing = {
        name: (str(getattr(outcome, name)), row[name])
        for name in FINDINGS
        if row[name] and hasattr(outcome, name) and getattr(outcome, name) != row[name]
    }
    assert not differing, f"(the course, the sources): {differing}; {row['from_the_source']}"


@EVERY_ROW
def test_the_course_cites_what_the_row_rests_on(course, row):
    station, _, branch = row["station"].partition(":")
    cited = set(course.stations[station].references)
    if branch:
        drives = course.branches[branch].drives
        cited |= set(course.branches[branch].references)
        cited |= {one for muscle in drives for one in course.muscles[muscle].references}
    assert set(row["references"].split()) <= cited


def test_no_fault_is_left_out(course):
    expected = {(station, fault) for station in course.stations for fault in ("cut", "irritate")}
    expected |= {(f"face-branches:{branch}", "cut") for branch in course.branches}
    assert {(row["station"], row["fault"]) for row in ROWS} == expected


def test_a_cut_never_twitches_and_an_irritation_never_stills(course):
    motions = ("forehead", "eye", "mouth", "emotional_smile")
    for station in course.stations.values():
        cut = {getattr(station.cut, name) for name in motions}
        irritated = {getattr(station.irritate, name) for name in motions}
        assert not cut & {"twitches", "may-twitch"}, station.id
        assert not irritated & {"weak", "may-be-weak", "lost"}, station.id


def test_only_the_brain_shows_on_the_other_side(course):
    crossed = [
        station.id
        for station in course.stations.values()
        if "opposite" in (station.cut.side, station.irritate.side)
    ]
    assert crossed == ["motor-cortex", "emotional-drive", "corticobulbar-path"]


def test_helpers_leave_the_nerve_one_after_the_other(course):
    # Tears leave first, then the damping of sound, then taste: once spared, spared further down.
    canal = [
        course.stations[one].cut
        for one in (
            "internal-auditory-canal",
            "canal-above-the-knee",
            "canal-below-the-stapedius",
            "stylomastoid-foramen",
        )
    ]
    spared = [
        [getattr(cut, name) == "normal" for name in ("tears", "hearing", "taste")] for cut in canal
    ]
    assert spared == [
        [False, False, False],
        [False, False, False],
        [True, True, False],
        [True, True, True],
    ]


def test_sentences_are_short(course):
    texts = []
    for station in course.stations.values():
        texts += [station.where, station.doubt or "", station.cut.says, station.irritate.says]
    for muscle in course.muscles.values():
        texts += [muscle.varies or "", muscle.doubt or "", *(part.says for part in muscle.parts)]
    texts += [landmark.says for landmark in course.landmarks.values()]
    texts += [branch.cut for branch in course.branches.values()]
    sentences = [one for text in texts for one in re.split(r"(?<=[.?!:;]) ", text)]
    assert [one for one in sentences if len(one.split()) > 20] == []
