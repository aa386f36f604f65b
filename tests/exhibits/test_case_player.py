"""The case player: page, words and live face tell the same case, and the live one keeps steps."""

import json
import re
from html import escape

import pytest
from reading_html import Page, active_parts
from small_data import ORIGINAL, copy_to, course_with

from conftest import HOSTILE
from liptwitch.content.loading import load
from liptwitch.exhibits.base import VIEW
from liptwitch.exhibits.case_player import CasePlayer
from liptwitch.exhibits.case_spec import sentence
from liptwitch.exhibits.packing import unpack
from liptwitch.learning.log import open_log

FILE = "cases/pot.toml"
TEXT = (ORIGINAL / FILE).read_text(encoding="utf-8")
SHOWN = re.compile(
    r'^(title|opening|take_home|text|answer|why|finding|changes|name|advice|model) = "(.*)"$', re.M
)


@pytest.fixture
def player(small, no_progress):
    return CasePlayer(small, "pot")


def spec_of(player) -> dict:
    return json.loads(unpack(player.live.spec))


def test_every_text_of_the_case_is_on_the_page_and_in_the_live_face(player):
    texts = [value for _, value in SHOWN.findall(TEXT)]
    assert len(texts) > 40
    page, live = Page(player.page()).text, json.dumps(spec_of(player), ensure_ascii=False)
    for text in texts:
        assert text.rstrip(".") in page
        assert text.rstrip(".") in live


def test_the_words_tell_all_but_why_something_does_not_pay(player):
    """They are kept short; the page tells that too."""
    parts = [*player.case["questions"], *player.case["examinations"]]
    idle = {one["why"] for one in parts if not one["pays"]}
    assert idle
    for key, text in SHOWN.findall(TEXT):
        if key != "name":
            assert (text.rstrip(".") in player.words()) is (text not in idle), text


@pytest.mark.parametrize("key", ["answer", "why", "finding", "text", "advice", "model"])
def test_a_changed_text_changes_all_three_faces(tmp_path, small, player, key):
    old = next(value for name, value in SHOWN.findall(TEXT) if name == key)
    changed = CasePlayer(
        course_with(tmp_path, (FILE, f'{key} = "{old}"', f'{key} = "Novel"')), "pot"
    )
    assert changed.page() != player.page()
    assert changed.words() != player.words()
    assert spec_of(changed) != spec_of(player)


def test_a_changed_number_changes_the_page_and_the_words(tmp_path, player):
    edits = [(FILE, "final = 50", "final = 49"), (FILE, "final = 35", "final = 36")]
    changed = CasePlayer(course_with(tmp_path, *edits), "pot")
    assert changed.page() != player.page()
    assert changed.words() != player.words()


def test_what_is_answered_and_thought_is_folded(player):
    """Before a fold is opened nothing tells what would be answered, or what the authors think."""
    open_text = re.sub(r"<details>.*?</details>", "", _inner_folds_first(player.page()), flags=re.S)
    for told in ("Yes, since noon.", "The rim is warm", "A smell of gas should", "60", "hisses"):
        assert told in Page(player.page()).text
        assert told not in open_text
    assert escape("My pot has hummed since noon.") in open_text


def _inner_folds_first(page: str) -> str:
    inner = re.compile(r"<details>(?:(?!<details>).)*?</details>", re.S)
    while inner.search(page):
        page = inner.sub("", page)
    return page


def test_the_order_of_explanations_gives_nothing_away(tmp_path, player):
    names = [one["name"] for one in spec_of(player)["hypotheses"]]
    assert names == ["Boiling", "Leaking gas", "Something else"]
    renamed = course_with(tmp_path, (FILE, 'name = "Leaking gas"', 'name = "A leak"'))
    names = [one["name"] for one in spec_of(CasePlayer(renamed, "pot"))["hypotheses"]]
    assert names == ["A leak", "Boiling", "Something else"]


def test_a_hostile_text_stays_text(tmp_path, player):
    folder = copy_to(tmp_path)
    text = SHOWN.sub(lambda one: f"{one[1]} = {json.dumps(one[2] + HOSTILE)}", TEXT)
    (folder / FILE).write_text(text, encoding="utf-8")
    attacked = CasePlayer(load(folder), "pot")
    assert active_parts(attacked.page()) == []
    assert Page(attacked.page()).elements == Page(player.page()).elements
    assert Page(attacked.page()).text.count(HOSTILE) > 40


def test_a_made_up_case_tells_what_it_was_and_that_no_doctor_saw_it(tmp_path, no_progress):
    then = TEXT[TEXT.index("[then]") : TEXT.index("[now]")]
    made_up = ('provenance = "public-comment"', 'provenance = "constructed"\noutcome = "gas-leak"')
    player = CasePlayer(course_with(tmp_path, (FILE, *made_up), (FILE, then, "")), "pot")
    assert "What it was:</b> Leaking gas" in player.page()
    assert "No site’s doctor saw this" in player.page()
    assert "No site’s doctor saw this" in player.words()
    assert spec_of(player)["outcome"] == "gas-leak"


@pytest.mark.parametrize(
    ("text", "ended"),
    [("No droop", "No droop."), ("No droop.", "No droop."), ("Why?", "Why?"), ("“So.”", "“So.”")],
)
def test_a_text_gets_a_full_stop_unless_it_has_one(text, ended):
    assert sentence(text) == ended


# What a page sends, and what comes back


class Heard:
    """Collects what a widget sends to its page."""

    def __init__(self, widget, monkeypatch):
        self.sent = []
        self.widget = widget
        monkeypatch.setattr(widget, "send", lambda content, buffers=None: self.sent.append(content))

    def after(self, message):
        self.widget._handle_custom_msg(message, [])
        return self.sent.pop()


STEP = {
    "type": "step",
    "id": "one",
    "case": "pot",
    "run": "r",
    "stage": "ask",
    "said": {"question": "smell"},
    "time": "2026-03-01T09:00:00Z",
}


def test_a_step_is_written_down_and_comes_back_in_a_new_widget(small, player, monkeypatch):
    heard = Heard(player.live, monkeypatch)
    assert heard.after({"type": "hello"}) == {"type": "ready", "steps": []}
    assert heard.after(STEP) == {
        "type": "step",
        "id": "one",
        "saved": True,
        "fits": True,
        "message": "Saved.",
    }
    again = Heard(CasePlayer(small, "pot").live, monkeypatch)
    [step] = again.after({"type": "hello"})["steps"]
    assert step["said"] == {"question": "smell"}
    assert [one.id for one in open_log().read().steps] == ["one"]


def test_a_step_that_fits_nothing_is_answered_too(player, monkeypatch):
    heard = Heard(player.live, monkeypatch)
    reply = heard.after(STEP | {"said": {"question": "wind"}})
    assert (reply["saved"], reply["fits"]) == (False, False)


def test_all_cases_of_a_notebook_share_one_front_end(small, player):
    assert CasePlayer(small, "pot").live.front_end is player.live.front_end
    faces, metadata = player._repr_mimebundle_()
    assert VIEW in faces
    assert metadata == {"liptwitch": {"keeps_live_view": True}}
