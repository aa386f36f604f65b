"""The quiz: its page, words and live face tell the same, and every field is seen on all three."""

import json
import re

import pytest
from reading_html import Page
from small_data import ORIGINAL, course_with

from conftest import spoken
from liptwitch.content.quizzes import KINDS
from liptwitch.content.record import twice
from liptwitch.exhibits.front_end import QUIZ_CODE
from liptwitch.exhibits.packing import unpack
from liptwitch.exhibits.quiz import QuizExhibit

FILE = "quizzes/00.toml"
LINES = (ORIGINAL / FILE).read_text(encoding="utf-8").splitlines()
TEXT_LINE = re.compile(
    r'(title|text|feedback|stem|take_home|left|right|unit|too_low|too_high|wrong) = "(.*)"'
)
NUMBER_LINE = re.compile(r"(answer|tolerance|value) = ([0-9.]+)")


def option(text: str, correct: bool) -> str:
    return f'text = "{text}"\ncorrect = {str(correct).lower()}\n'


# a change that is not one of a text or a number: edits that make it
OTHER_CHANGES = {
    "another key of a single item": [
        (FILE, option("The floor", True), option("The floor", False)),
        (FILE, 'text = "The lid"\ncorrect = false', 'text = "The lid"\ncorrect = true'),
        (FILE, 'misconception = "M1"\n', ""),
    ],
    "one right option more": [(FILE, option("The knob", False), option("The floor knob", True)),
                              (FILE, option("The wall", True), option("The wall", False))],
    "two steps swapped": [
        (FILE, 'text = "Hum"\nfeedback = "Small bubbles come first."', "HERE"),
        (FILE, 'text = "Sing"\nfeedback = "Larger bubbles follow."',
         'text = "Hum"\nfeedback = "Small bubbles come first."'),
        (FILE, "HERE", 'text = "Sing"\nfeedback = "Larger bubbles follow."'),
    ],
    "two right sides swapped": [
        (FILE, "Copper kettle", "HERE"),
        (FILE, "Steel kettle", "Copper kettle"),
        (FILE, "HERE", "Steel kettle"),
    ],
    "no decoy": [
        (FILE, '[[item.decoy]]\nright = "Paper kettle"\nfeedback = "Paper holds no water."\n', ""),
    ],
    "no clip": [(FILE, 'clip = "simmer"\n', "")],
    "another rhythm of the clip": [
        ("movements.toml", 'rhythm = "regular"', 'rhythm = "irregular"'),
    ],
    "another place to point at": [
        (FILE, 'answer = ["frontalis", "temporal-branch"]', 'answer = ["frontalis"]'),
    ],
    "fewer places to choose from": [
        (FILE, 'picture = "face"',
         'picture = "face"\noffer = ["frontalis", "temporal-branch", "orbicularis-oris"]'),
    ],
    "places told by where they lie": [(FILE, 'picture = "face"', 'picture = "face"\nby = "place"')],
    "left and right told apart": [
        (FILE, 'picture = "face"', 'picture = "face"\nsides = true'),
        (FILE, '["frontalis", "temporal-branch"]', '["left-frontalis"]'),
        (FILE, 'region = "orbicularis-oris"', 'region = "right-frontalis"'),
    ],
    "another place of the clip": [("movements.toml", 'spread = "lips"', 'spread = "corner"')],
}  # fmt: skip

# what the words, kept short, leave to the page
NOT_IN_WORDS = {
    "another objective": (FILE, 'objective = "00-sort"', 'objective = "00-name"'),
    "another text of an objective": ("lessons.toml", "sort kettles", "rank kettles"),
    "another source": (FILE, '["steam-2001"]', '["spout-1999"]'),
    "another author of a source": ("references.json", "Steam", "Stone"),
    "another year of a source": ("references.json", "[[1999]]", "[[1998]]"),
    "a quiz that asks for certainty": (FILE, 'role = "practice"', 'role = "lesson-quiz"'),
    "why a wrong option is wrong": (FILE, "The lid joins in late.", "The lid is late."),
    "why a decoy fits nothing": (FILE, "Paper holds no water.", "Paper burns."),
    "why a number is too low": (FILE, "More water needs more time.", "Too little."),
    "why a number is too high": (FILE, "It is twice, not more.", "Too much."),
    "a slip": (FILE, "value = 2.0", "value = 3.0"),
    "how near a slip must be": (FILE, "tolerance = 0.1", "tolerance = 0.2"),
    "what leads to a slip": (FILE, "That halves the time.", "That is half."),
    "what is said of a place": (FILE, "The ring shuts the spout.", "The ring is round."),
    "what is said of any other place": (FILE, "That part lifts nothing.", "No."),
    "no words for a place": (FILE, 'region = "orbicularis-oris"', 'region = "modiolus"'),
    "no slip": (
        FILE,
        '[[item.slip]]\nvalue = 2.0\ntolerance = 0.1\nfeedback = "That halves the time."\n',
        "",
    ),
}
ONLY_ON_PAGE = [edit[1] for edit in NOT_IN_WORDS.values()] + [
    "A handle keeps cool and quiet.",
    "A knob sits above the steam.",
    "The ring shuts the spout.",
    "That part lifts nothing.",
]


def one_line_changes() -> dict[str, tuple[int, str]]:
    """Each line with a text or a number that all faces say, and the line to replace it."""
    changes = {}
    for number, line in enumerate(LINES):
        if any(text in "\n".join(LINES[number - 1 : number + 1]) for text in ONLY_ON_PAGE):
            continue
        if found := TEXT_LINE.fullmatch(line):
            changes[f"{number} {line}"] = (number, f'{found[1]} = "{found[2]} Changed."')
        elif found := NUMBER_LINE.fullmatch(line):
            changes[f"{number} {line}"] = (number, f"{found[1]} = {float(found[2]) * 1.5}")
    return changes


@pytest.fixture(autouse=True)
def _nothing_answered(no_progress):
    pass


def quizzes(course) -> list[QuizExhibit]:
    return [QuizExhibit(course, quiz) for quiz in course.quizzes]


def specs(course) -> list[dict]:
    return [json.loads(unpack(exhibit.live.quiz)) for exhibit in quizzes(course)]


def assert_page_and_live_face_differ(before, after) -> None:
    assert [one.page() for one in quizzes(before)] != [one.page() for one in quizzes(after)]
    assert specs(before) != specs(after)


def assert_all_faces_differ(before, after) -> None:
    assert_page_and_live_face_differ(before, after)
    assert [one.words() for one in quizzes(before)] != [one.words() for one in quizzes(after)]


@pytest.mark.parametrize("change", one_line_changes().values(), ids=one_line_changes().keys())
def test_a_text_or_number_that_changes_is_seen_on_every_face(tmp_path, small, change):
    number, line = change
    changed = "\n".join([*LINES[:number], line, *LINES[number + 1 :], ""])
    assert_all_faces_differ(small, course_with(tmp_path, (FILE, "\n".join([*LINES, ""]), changed)))


@pytest.mark.parametrize("edits", OTHER_CHANGES.values(), ids=OTHER_CHANGES.keys())
def test_any_other_change_is_seen_on_every_face(tmp_path, small, edits):
    assert_all_faces_differ(small, course_with(tmp_path, *edits))


@pytest.mark.parametrize("edit", NOT_IN_WORDS.values(), ids=NOT_IN_WORDS.keys())
def test_what_the_words_leave_out_is_seen_on_page_and_live(tmp_path, small, edit):
    assert_page_and_live_face_differ(small, course_with(tmp_path, edit))


def test_without_a_change_nothing_changes(tmp_path, small):
    with pytest.raises(AssertionError):
        assert_all_faces_differ(small, course_with(tmp_path))


def test_every_kind_of_item_is_in_the_small_course(small):
    assert {item.kind for item in small.items.values()} == KINDS.keys()


def test_the_live_face_holds_what_the_page_shows(small):
    for exhibit, spec in zip(quizzes(small), specs(small), strict=True):
        assert spec == {
            "id": exhibit.quiz.id,
            "title": exhibit.quiz.title,
            "asks_certainty": exhibit.quiz.asks_certainty,
            "items": exhibit.items,
        }
        shared = exhibit.live.front_end
        assert not exhibit.pictures or "frontalis" in unpack(shared.anatomy)
        text = Page(exhibit.page()).text
        for said in [spec["title"], *spoken(spec["items"])]:
            assert said in text


def test_the_live_face_has_the_right_answers(small):
    keys = {item["id"]: item["key"] for spec in specs(small) for item in spec["items"]}
    assert keys == {
        "00-try-lid": "b",
        "00-try-parts": ["a", "c"],
        "00-try-join": {"a": "a", "b": "b", "c": "c"},
        "00-try-point": ["frontalis", "temporal-branch"],
        "00-check-order": ["a", "b", "c"],
        "00-check-minutes": 8.0,
    }


def test_letters_run_on_from_pairs_to_decoys(small):
    [item] = [one for one in specs(small)[0]["items"] if one["kind"] == "match"]
    assert [pair["id"] for pair in item["pairs"]] == ["a", "b", "c"]
    assert [decoy["id"] for decoy in item["decoys"]] == ["d"]


def test_the_page_folds_every_explanation(small):
    """A learner can open one explanation without seeing the others."""
    page = QuizExhibit(small, "00-try").page()
    folds = re.findall(r"<details>.*?</details>", page, flags=re.DOTALL)
    outside = re.sub(r"<details>.*?</details>", "", page, flags=re.DOTALL)
    for item in QuizExhibit(small, "00-try").items:
        for explained in ("options", "pairs", "decoys"):
            for part in item.get(explained, []):
                assert sum(part["feedback"] in fold for fold in folds) == 1
                assert part["feedback"] not in outside
    assert "✓" not in outside


def test_certainty_is_explained_where_it_is_asked_for(small):
    for exhibit in quizzes(small):
        assert ("how sure you are" in exhibit.page()) is exhibit.quiz.asks_certainty


def test_a_clip_says_what_moves_without_naming_it(small):
    [item] = [one for one in QuizExhibit(small, "00-try").items if one["clip"]]
    assert item["clip"]["words"]
    assert "simmer" not in item["clip"]["words"].lower()


class Conversation:
    """A widget, and what it sends back to the page."""

    def __init__(self, exhibit: QuizExhibit, monkeypatch):
        self.widget = exhibit.live
        self.sent: list[dict] = []
        monkeypatch.setattr(self.widget, "send", self.sent.append)

    def say(self, **message) -> list[dict]:
        self.sent.clear()
        self.widget._handle_custom_msg(message, [])
        return list(self.sent)


@pytest.fixture
def conversation(small, monkeypatch):
    return Conversation(QuizExhibit(small, "00-check"), monkeypatch)


def answer(name: str, response: object, **more) -> dict:
    return {"type": "answer", "id": name, "item": "00-check-minutes", "response": response, **more}


def test_hello_without_answers_is_answered_with_an_empty_history(conversation):
    assert conversation.say(type="hello") == [{"type": "ready", "history": {}}]


def test_an_answer_is_marked_saved_and_confirmed(conversation, no_progress):
    [reply] = conversation.say(**answer("one", 8.2, certainty="high"))
    assert reply == {
        "type": "answer", "id": "one", "saved": True, "right": True, "message": "Saved.",
    }  # fmt: skip
    [line] = no_progress.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["item"] == "00-check-minutes"


def test_a_wrong_answer_is_marked_wrong(conversation):
    [reply] = conversation.say(**answer("one", 2.0))
    assert (reply["saved"], reply["right"]) == (True, False)


def test_the_latest_answer_is_there_after_a_restart(small, monkeypatch, conversation):
    conversation.say(**answer("one", 2.0, certainty="high"))
    conversation.say(**answer("two", 8.0, certainty="low"))
    again = Conversation(QuizExhibit(small, "00-check"), monkeypatch)
    [reply] = again.say(type="hello")
    latest = reply["history"]["00-check-minutes"]
    assert (latest["id"], latest["response"], latest["right"]) == ("two", 8.0, True)
    assert latest["certainty"] == "low"


def test_a_quiz_tells_nothing_of_another_quizs_answers(small, monkeypatch, conversation):
    conversation.say(**answer("one", 8.0))
    other = Conversation(QuizExhibit(small, "00-try"), monkeypatch)
    assert other.say(type="hello") == [{"type": "ready", "history": {}}]


@pytest.mark.parametrize(
    "message",
    [
        answer("one", "eight"),
        answer("one", None),
        {"type": "answer"},
        {**answer("one", 8.0), "item": "no-such-item"},
        {**answer("one", 8.0), "certainty": "very"},
    ],
)
def test_an_answer_that_makes_no_sense_gets_a_reply_and_is_not_saved(
    conversation, no_progress, message
):
    [reply] = conversation.say(**message)
    assert (reply["type"], reply["saved"], reply["right"]) == ("answer", False, None)
    assert reply["message"].startswith("This answer was not saved: ")
    assert not no_progress.exists() or no_progress.read_text(encoding="utf-8") == ""


def test_another_message_is_left_alone(conversation):
    assert conversation.say(type="something else") == []
    assert conversation.say() == []


def test_a_picture_to_point_at_is_drawn_once_and_names_nothing(small):
    """The names stand in the list; in the picture they would be the answer."""
    [exhibit] = [one for one in quizzes(small) if one.pictures]
    assert exhibit.pictures == ["face"]
    page = exhibit.page()
    assert page.count("data:image/svg+xml") == 1
    svg = page.split("data:image/svg+xml,")[1].split('"')[0]
    assert "text" not in svg
    for muscle in small.muscles.values():
        assert muscle.name not in svg


def test_no_two_parts_of_the_front_end_share_a_name():
    """Its files are joined to one module: twice one name, and no quiz draws."""
    names = re.findall(
        r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", QUIZ_CODE, re.MULTILINE
    )
    assert len(names) > 50
    assert twice(names) == []
