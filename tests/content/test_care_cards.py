"""One slip in a care card: where it is, and what to do."""

import pytest
from small_data import copy_to, problems_in

from liptwitch.content.urgency import Urgency

FILE = "care_cards.toml"
SLIPS = {
    "a level of another name": ('"self-care"', '"self care"', "self care", "level", "self-care"),
    "a sign of another level": ("●●●●●", "●●●●○", "emergency-now", "", "●●●●●"),
    "nowhere to go": ("by_number = true\n", "", "emergency-now", "", "[[card.where]]"),
    "two ways to go": (
        "return_days = 1\n", "return_days = 1\nby_number = true\n", "same-day", "", "by_number",
    ),
    "nothing that one should not do": (
        '["Do not look back."]', "[]", "emergency-now", "not_to_do", "at least",
    ),
    "a return date far away": (
        "return_days = 28", "return_days = 280", "routine", "return_days", "90",
    ),
    "a source that is not there": (
        '"kettle-board"', '"kettle-bord"', "emergency-now", "references", "did you mean",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "record", "field", "said"), SLIPS.values(), ids=SLIPS)
def test_one_slip(tmp_path, old, new, record, field, said):
    found = problems_in(copy_to(tmp_path, (FILE, old, new)))
    problem = next(one for one in found if (one.record, one.field) == (record, field))
    assert problem.file == FILE
    assert said in problem.message


def test_a_level_without_a_card_is_missed(tmp_path):
    folder = copy_to(tmp_path)
    path = folder / FILE
    path.write_text(path.read_text("utf-8").split('[[card]]\nlevel = "self-care"')[0], "utf-8")
    assert [(one.file, one.record) for one in problems_in(folder)] == [(FILE, "self-care")]


def test_each_level_has_a_card_of_its_own(course):
    assert list(course.care_cards) == [level.value for level in Urgency]
    for name in ("title", "action", "sign"):
        told = {getattr(card, name) for card in course.care_cards.values()}
        assert len(told) == len(Urgency)


def test_numbers_to_call_stand_in_one_place(course):
    told = " ".join(card.model_dump_json() for card in course.care_cards.values())
    for one in course.general.emergency:
        assert one.number not in told


def test_low_levels_have_a_date_and_the_highest_has_none(course):
    days = [card.return_days for card in course.care_cards.values()]
    assert days[0] == 0
    assert all(days[1:])
