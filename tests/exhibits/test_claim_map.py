"""The claim map: figure, table and words from the same counts."""

import json
import re
import struct
from base64 import b64decode
from dataclasses import replace

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from conftest import HOSTILE
from liptwitch.exhibits import figure
from liptwitch.exhibits.claim_map import Cell, ClaimMap, Level
from liptwitch.science import ledger

CLAIMS, NAMED = "claims.csv", "causes/named.csv"
CHANGES = {
    "verdict": (CLAIMS, "sing.,supported,", "sing.,unsupported,It hums."),
    "who names it": (NAMED, "S0-002,S0-003", "S0-002 S1-004,S0-003"),
    "in passing": (NAMED, "S0-002,S0-003", ",S0-002 S0-003"),
    "name of the cause": ("causes/heat.toml", 'name = "Boiling"', 'name = "Bubbling"'),
    "lip in the words": (CLAIMS, "Boiling makes", "On the upper lip boiling makes"),
    "side in the section": (CLAIMS, "S0-001,000,Sounds", '"S0-001","000","Upper lip, left side"'),
    "scope": ("sources.toml", "Kettles at large", "Pots at large"),
}


@pytest.fixture(scope="module")
def real(course):
    return ClaimMap(course)


@pytest.fixture(scope="module")
def drawn(real):
    return real.figure()[figure.PLOTLY]


def numbers(packed):
    data = b64decode(packed["bdata"])
    return list(struct.unpack(f"<{len(data) // 2}h", data))


def rows_of(exhibit):
    return [row for rows in exhibit.blocks.values() for row in rows]


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = ClaimMap(small), ClaimMap(course_with(tmp_path, edit))
    assert before.page() != after.page()
    assert before.words() != after.words()


@pytest.mark.parametrize("name", [one for one in CHANGES if one != "scope"])
def test_a_change_is_seen_in_the_figure(tmp_path, small, name):
    after = ClaimMap(course_with(tmp_path, CHANGES[name]))
    assert ClaimMap(small).figure() != after.figure()


@pytest.mark.parametrize(
    ("cell", "text", "level"),
    [
        (Cell(2, 2), "2/2", Level.ALL),
        (Cell(1, 2), "1/2", Level.MOST),
        (Cell(1, 3), "1/3", Level.FEW),
        (Cell(0, 1), "0/1", Level.NONE),
        (Cell(0, 0), "–", Level.UNTESTED),
        (Cell(1, 1, outright=False), "(1/1)", Level.ALL),
        (Cell(0, 0, outright=False), "(–)", Level.UNTESTED),
    ],
)
def test_what_a_cell_says(cell, text, level):
    assert (cell.text, cell.level) == (text, level)


def test_the_small_map_counted_by_hand(small):
    exhibit = ClaimMap(small)
    assert exhibit.blocks["Heat"][0].cells == {"000": Cell(1, 2)}
    assert exhibit.blocks["Chalk"][0].cells == {"001": Cell(0, 2)}
    assert exhibit.blocks["The whole article"][0].cells == {"000": Cell(1, 3), "001": Cell(1, 4)}
    assert exhibit.unnamed == ["Sunshine"]


def test_every_cause_is_a_row_or_named_by_nobody(real, course):
    rows = [row.name for rows in real.causes.values() for row in rows]
    names = sorted(cause.name for cause in course.causes.values())
    assert sorted([*rows, *real.unnamed]) == names


def test_the_cells_hold_what_the_named_causes_say(real, course):
    for name, cells in ((row.name, row.cells) for rows in real.causes.values() for row in rows):
        cause = next(one.id for one in course.causes.values() if one.name == name)
        named = [row for row in course.named_causes.values() if row.cause == cause]
        articles = {f"00{one[1]}" for row in named for one in row.claim_ids}
        outright = {f"00{one[1]}" for row in named for one in row.directly}
        assert set(cells) == articles
        assert {article for article, cell in cells.items() if cell.outright} == outright


def test_every_count_is_drawn_where_its_row_and_article_are(real, drawn):
    heat, headings, *texts = drawn["data"]
    names = drawn["layout"]["yaxis"]["ticktext"]
    columns = drawn["layout"]["xaxis"]["ticktext"]
    levels = numbers(heat["z"])
    expected = {
        (row.name, article): (cell.holds, cell.tested)
        for row in rows_of(real)
        for article, cell in row.cells.items()
    }
    found = {}
    for trace in texts:
        places = zip(numbers(trace["x"]), numbers(trace["y"]), strict=True)
        counts = numbers(trace["customdata"])
        for (x, y), holds, tested in zip(places, counts[::2], counts[1::2], strict=True):
            found[names[y], columns[x]] = (holds, tested)
            assert levels[y * len(columns) + x] == Cell(holds, tested).level
    assert found == expected
    assert sum(level > Level.EMPTY for level in levels) == len(expected)
    assert all(names[y].startswith("<b>") for y in numbers(headings["y"]))


def test_colour_never_stands_alone(drawn):
    """Each coloured cell has its count as text."""
    heat, _, *texts = drawn["data"]
    filled = sum(level > Level.EMPTY for level in numbers(heat["z"]))
    assert sum(len(numbers(trace["x"])) for trace in texts) == filled
    assert all(trace["texttemplate"] for trace in texts)


def test_the_table_says_the_same(real):
    page = Page(real.page())
    cells = sum(len(row.cells) for row in rows_of(real))
    assert len(re.findall(r"<td>[^<]", real.page())) == cells
    for row in rows_of(real):
        assert row.name in page.text
        for article, cell in row.cells.items():
            assert f"{article} {cell.text}" in real.words()


def test_the_summary_counts_what_the_map_holds(real, course):
    rows = [row for rows in real.causes.values() for row in rows]
    everywhere = [row.name for row in rows if len(row.cells) == len(course.articles)]
    assert f"{len(rows)} causes by {len(course.articles)} articles" in real.summary()
    assert f"All articles name {len(everywhere)} of them" in real.summary()
    for name in everywhere:
        assert name in real.summary()
    for place, claims in ledger.places(course).items():
        fares = ledger.tally(claims)
        assert f"{place.value.lower()} {fares.holds} of {fares.tested}" in real.summary()


def test_it_is_small_and_the_same_twice(real, course):
    text = json.dumps(real.figure())
    assert len(text) < 10_000
    assert text == json.dumps(ClaimMap(course).figure())
    assert len(real.page().encode()) < 12_000


def test_the_figure_uploads_nothing(drawn):
    assert drawn["config"]["showSendToCloud"] is False


def test_nothing_in_the_data_is_more_than_text(small):
    causes = {
        one.id: one.model_copy(update={"name": one.name + HOSTILE}) for one in small.causes.values()
    }
    articles = {
        one.id: one.model_copy(update={"scope": one.scope + HOSTILE})
        for one in small.articles.values()
    }
    attacked = ClaimMap(replace(small, causes=causes, articles=articles))
    assert active_parts(attacked.page()) == []
    assert HOSTILE in Page(attacked.page()).text
    assert HOSTILE in attacked.words()


def test_it_is_shown_as_a_figure_and_then_its_table(real, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append((raw, data)))
    real._ipython_display_()
    assert [raw for raw, _ in shown] == [True, True]
    assert {figure.PLOTLY, "text/html", "text/plain"} <= set(shown[0][1])
    assert "<table>" in shown[1][1]["text/html"]
