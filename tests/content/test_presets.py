"""One slip in a preset of the frequency tree: where it is, and what to do."""

import pytest
from small_data import copy_to, problems_in

FILE = "probability.toml"
SLIPS = {
    "more ill than people": ("count = 20", "count = 2000", "prior", "more than of"),
    "counted of an odd number": ("of = 1000\n", "of = 900\n", "", "counted of one of"),
    "a sensitivity of a thousand": (
        "count = 80\nof = 100\n", "count = 80\nof = 1000\n",
        "", "sensitivity is counted of 100",
    ),
    "one end of a range": ("low = 70\n", "", "sensitivity", "both low and high"),
    "a range beside its number": ("low = 70", "low = 85", "sensitivity", "in this order"),
    "found among nobody": ("among = 100\n", "", "prior", "both found and among"),
    "more found than there were": ("among = 100", "among = 1", "prior", "more than among"),
    "a number from nowhere": (
        "made_up = true", "made_up = false", "specificity", "give references",
    ),
    "a sourced number that is made up": (
        'among = 100\nreferences = ["steam-2001"]',
        'among = 100\nmade_up = true\nreferences = ["steam-2001"]',
        "prior", "leave references empty",
    ),
    "a source that is not there": (
        'among = 100\nreferences = ["steam-2001"]', 'among = 100\nreferences = ["steem-2001"]',
        "prior references", "did you mean “steam-2001”?",
    ),
    "another of the preset": (
        'references = ["kettle-board"]', 'references = ["kettle-bord"]',
        "references", "did you mean “kettle-board”?",
    ),
    "and of what nobody had": (
        'references = ["spout-1999"]', 'references = ["spout-1998"]',
        "none references", "did you mean “spout-1999”?",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "said"), SLIPS.values(), ids=SLIPS)
def test_one_slip(tmp_path, old, new, field, said):
    problem, *more = problems_in(copy_to(tmp_path, (FILE, old, new)))
    assert more == []
    assert (problem.file, problem.record, problem.field) == (FILE, "hum-crack", field)
    assert said in problem.message


@pytest.mark.parametrize("asked", ["hum-krack", ""])
def test_a_page_may_leave_the_preset_open_but_not_invent_one(tmp_path, asked):
    page = "lessons/00-the-kettle.md"
    line = f'show.frequency_tree("{asked}")' if asked else "show.frequency_tree()"
    problems = problems_in(copy_to(tmp_path, (page, 'show.refutation("M1")', line)))
    said = [one.message for one in problems if one.record == line]
    assert bool(said) == bool(asked)
    assert all("did you mean “hum-crack”?" in message for message in said)


NEW = """  {
    "id": "lid-2005", "type": "book", "title": "Lids", "publisher": "Tea Press",
    "URL": "https://example.org/lid",
    "custom": {"kind": "textbook", "checked": "2026-01-03", "read": "excerpt"}
  },
  {
    "id": "spout-1999","""


@pytest.mark.parametrize(
    ("file", "cited"),
    [
        (FILE, 'among = 100\nreferences = ["steam-2001"]'),
        (FILE, 'references = ["kettle-board"]'),
        (FILE, 'references = ["spout-1999"]'),
        ("care_cards.toml", 'references = ["kettle-board"]'),
    ],
)
def test_what_only_a_preset_or_a_card_cites_is_cited(tmp_path, file, cited):
    planted = ("references.json", '  {\n    "id": "spout-1999",', NEW)
    lonely, *more = problems_in(copy_to(tmp_path / "uncited", planted))
    assert (lonely.record, more) == ("lid-2005", [])
    instead = cited.split("[")[0] + '["lid-2005"]'
    assert problems_in(copy_to(tmp_path / "cited", planted, (file, cited, instead))) == []
