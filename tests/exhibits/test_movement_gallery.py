"""The gallery: figure, picture, table and words from the same numbers."""

import json
import re
import struct
from base64 import b64decode

import pytest

from liptwitch.exhibits import figure
from liptwitch.exhibits.movement_gallery import HEADINGS, HIGH, MovementGallery
from liptwitch.science.movement import trace


@pytest.fixture(scope="module")
def gallery(course):
    return MovementGallery(course)


@pytest.fixture(scope="module")
def drawn(gallery):
    return gallery.figure()[figure.PLOTLY]


def numbers(packed):
    data = b64decode(packed["bdata"])
    return list(struct.unpack(f"<{len(data) // 2}h", data))


def test_every_movement_has_a_line_a_row_and_words(gallery, drawn, course):
    names = [movement.name for movement in course.movements.values()]
    assert [line["name"] for line in drawn["data"]] == names[::-1]
    for name in names:
        assert name in gallery.table()
        assert name in gallery.words()


def test_the_figure_draws_the_numbers_of_its_rows(gallery, drawn):
    for place, (row, line) in enumerate(zip(reversed(gallery.rows), drawn["data"], strict=True)):
        assert numbers(line["y"]) == [round(HIGH * (place + 0.8 * one)) for one in row.curve]
        assert line["x0"] == 0
        assert len(row.curve) * line["dx"] == pytest.approx(8)
        assert max(row.curve) == pytest.approx(1, abs=0.02)


def test_the_figure_uploads_nothing_and_has_units(drawn):
    assert drawn["config"]["showSendToCloud"] is False
    assert drawn["config"]["displaylogo"] is False
    assert drawn["layout"]["xaxis"]["title"]["text"] == "seconds"
    assert "synthetic" in drawn["layout"]["title"]["text"]


def test_it_is_small_and_the_same_twice(gallery, course):
    text = json.dumps(gallery.figure())
    assert len(text) < 25_000
    assert text == json.dumps(MovementGallery(course).figure())
    assert len(gallery.page()) < 30_000


def test_the_words_say_what_was_measured(gallery):
    words = gallery.words()
    for row in gallery.rows:
        for heading, cell in zip(HEADINGS[1:], row.cells, strict=True):
            assert f"{heading}: {cell}" in words
    even = re.search(r"(\d+) of them keep a clear beat", words)
    assert int(even[1]) == sum("clear beat" in row.cells[-1] for row in gallery.rows)


def test_the_table_counts_what_the_traces_hold(gallery, course):
    for row, movement in zip(gallery.rows, course.movements.values(), strict=True):
        task = "action" if movement.settings.when == "action" else "rest"
        assert row.cells[2] == str(len(trace(movement.settings, task).contractions))


def test_words_change_when_a_movement_changes(gallery, course):
    tic = course.movements["tic"]
    slower = tic.model_copy(update={"settings": tic.settings.model_copy(update={"rate_hz": 2.0})})
    movements = {**course.movements, "tic": slower}
    other = MovementGallery(type("Course", (), {"movements": movements}))
    assert other.words() != gallery.words()
    assert other.table() != gallery.table()
    assert other.figure() != gallery.figure()


def test_the_page_is_escaped_and_without_script(gallery, course):
    evil = "<script>alert(1)</script>"
    tic = course.movements["tic"].model_copy(update={"name": evil})
    other = MovementGallery(type("Course", (), {"movements": {"tic": tic}}))
    assert "<script" not in other.page()
    assert evil in other.words()
    assert "<script" not in gallery.page()


def test_it_is_shown_as_a_figure_and_then_its_table(gallery, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append((raw, data)))
    gallery._ipython_display_()
    assert [raw for raw, _ in shown] == [True, True]
    assert {figure.PLOTLY, "text/html", "text/plain"} <= set(shown[0][1])
    assert "<table>" in shown[1][1]["text/html"]


def test_irregular_movements_are_not_said_to_keep_a_beat(gallery):
    beats = {row.name: row.cells[-1] for row in gallery.rows}
    assert beats["Hemifacial spasm"] == "no even beat"
    assert beats["Parkinson rest tremor"] == "a clear beat: 5.0 Hz"
