"""The frequency tree: every field of a preset is seen, in numbers that are its own."""

import json
import re
from dataclasses import replace

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from conftest import spoken
from liptwitch.content.errors import NotInCourse
from liptwitch.exhibits import frequency_chart as chart
from liptwitch.exhibits import frequency_words as say
from liptwitch.exhibits.frequency_tree import FrequencyTree, tree_of
from liptwitch.exhibits.packing import unpack
from liptwitch.science.probability import Tree

FILE = "probability.toml"
EDITS = {
    "title": ('"A hum and a crack"', '"A hum and a split"'),
    "condition": ('condition = "a crack"', 'condition = "a split"'),
    "no condition": ('"no crack"', '"no split"'),
    "sign": ('sign = "a hum"', 'sign = "a buzz"'),
    "no sign": ('"no hum"', '"no buzz"'),
    "who": ("kettles of Kettleland", "pots of Potland"),
    "how they were chosen": ("somebody brought in", "nobody brought in"),
    "take home": ("are whole", "are sound"),
    "its own source": ('references = ["kettle-board"]', 'references = ["spout-1999"]'),
    "prior": ("count = 20", "count = 30"),
    "sensitivity": ("count = 80", "count = 90"),
    "specificity": ("count = 60", "count = 50"),
    "what a number rests on": ("Counted in one shop", "Counted in two shops"),
    "how far sources reach": ("low = 70", "low = 60"),
    "what was counted": ("among = 100", "among = 50"),
    "a number's source": (
        'among = 100\nreferences = ["steam-2001"]', 'among = 100\nreferences = ["spout-1999"]',
    ),
    "how many were followed": ("followed = 40", "followed = 400"),
    "who was followed": ("kettles that hummed", "kettles that sang"),
    "the caution": ("They were new", "They were old"),
    "another preset's number": ("count = 5\nof = 100000", "count = 500\nof = 100000"),
}  # fmt: skip


def sent(exhibit: FrequencyTree) -> dict:
    """What the page is sent for the live face."""
    return json.loads(unpack(exhibit.live.spec))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_field_changes_all_three_faces(small, tmp_path, edit):
    before = FrequencyTree(small, "hum-crack")
    after = FrequencyTree(course_with(tmp_path, (FILE, *edit)), "hum-crack")
    assert before.page() != after.page()
    assert before.words() != after.words()
    assert sent(before) != sent(after)


def test_the_first_preset_opens_where_none_is_asked_for(small):
    assert FrequencyTree(small).opening.id == next(iter(small.presets))
    assert sent(FrequencyTree(small, "whistle-leak"))["opening"] == "whistle-leak"


def test_without_presets_it_says_so(small):
    with pytest.raises(NotInCourse, match="none yet"):
        FrequencyTree(replace(small, presets={}))


def test_the_table_is_the_tree(small):
    exhibit = FrequencyTree(small, "hum-crack")
    counted = tree_of(exhibit.opening)
    cells = re.findall(r"<td>([\d,]+)</td>", exhibit.page())
    assert [int(cell.replace(",", "")) for cell in cells] == [
        counted.hits, counted.misses, counted.ill,
        counted.alarms, counted.clear, counted.well,
        counted.positive, counted.negative, counted.people,
    ]  # fmt: skip


def test_nothing_in_a_preset_is_more_than_text(hostile):
    for preset_id, preset in hostile.presets.items():
        exhibit = FrequencyTree(hostile, preset_id)
        assert active_parts(exhibit.page()) == []
        shown = Page(exhibit.page()).text
        told = preset.model_dump(mode="json", exclude={"references", "condition", "no_condition"})
        for text in spoken(told):
            if not text.startswith((preset.sign, preset.no_sign)):
                assert text in shown


def test_a_made_up_number_is_marked(course):
    for preset in course.presets.values():
        for figure in preset.figures.values():
            assert figure.made_up == (say.MADE_UP.capitalize() + "." == figure.says)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (Tree(3, 1, 6, 90), "Of 9 people with a hum, 3 have a crack: about 33 in 100."),
        (Tree(1, 0, 0, 9), "Of 1 person with a hum, 1 has a crack: all of them."),
        (Tree(25, 0, 75, 9), "Of 100 people with a hum, 25 have a crack: 25 in 100."),
        (Tree(0, 5, 7, 9), "Of 7 people with a hum, none has a crack."),
        (Tree(0, 5, 0, 9), "Nobody here has a hum."),
    ],
)
def test_the_answer_in_words(small, counted, said):
    assert say.answer(small.presets["hum-crack"], counted) == said


def test_the_other_answer_in_words(small):
    preset = small.presets["hum-crack"]
    assert say.other_answer(preset, Tree(1, 1, 1, 9)) == (
        "Of 10 people with no hum, 1 has a crack all the same: 10 in 100."
    )
    assert (
        say.other_answer(preset, Tree(1, 0, 1, 9)) == "Of 9 people with no hum, none has a crack."
    )
    assert say.other_answer(preset, Tree(1, 0, 9, 0)) == "Everybody here has a hum."


def test_a_group_too_small_for_a_dot_is_said_to_be(small):
    preset = small.presets["whistle-leak"]
    told = say.dots(preset, tree_of(preset))
    assert [", less than one dot" in line for line in told] == [True, True, False, False]


def test_the_lines_draw_as_many_dots_as_there_are():
    groups = (77, 23, 360, 540)
    for group, path, style in zip(groups, chart.paths(groups), chart.STYLES, strict=True):
        lengths = [float(one) for one in re.findall(r"v([\d.]+)", path)]
        edge = style["size"] if style["square"] else 0
        assert sum(round((length - edge) / chart.PITCH) + 1 for length in lengths) == group


def test_none_of_many_allows_less_than_none_of_few(small):
    none = small.presets["hum-crack"].none
    allowed = [
        int(re.search(r"up to (\d+) in 1,000", say.none_found(none, of))[1])
        for of in (20, 121, 1000)
    ]
    assert allowed == sorted(allowed, reverse=True)
    assert allowed[1] == 24  # 1 - 0.05 ** (1 / 121), worked out by hand: 0.0245
