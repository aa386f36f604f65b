"""The “where am I” exhibit."""

import time
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from small_course import single, small_course
from small_data import ORIGINAL

from liptwitch.content.loading import load
from liptwitch.exhibits.progress import Progress
from liptwitch.learning.case_recorder import ANSWER_DESK, stages
from liptwitch.learning.log import Answer, Log, Step, format_time

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    """Sets the machine's time zone; afterwards it is as before."""

    def set_zone(name):
        if not hasattr(time, "tzset"):
            pytest.skip("this system has one time zone for all programs")
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "progress.jsonl")


def answered(log, item, response="b", certainty=None):
    log.append(
        Answer(
            id=f"{item}-{len(log.read().answers)}",
            item=item,
            response=response,
            right=response == "b",
            certainty=certainty,
            time=format_time(START),
        )
    )


class _Table(HTMLParser):
    """The rows of the page's table as lists of texts, and the tags that were seen."""

    def __init__(self, page):
        super().__init__()
        self.rows, self.tags, self.text = [], [], []
        self.in_cell = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data):
        self.text.append(data)
        if self.in_cell:
            self.rows[-1][-1] += data.strip()


def rows(exhibit):
    return {row[0]: row[1:] for row in _Table(exhibit.page()).rows if row}


def test_an_empty_log_gives_a_friendly_start_and_every_ready_lesson(log):
    exhibit = Progress(small_course(), log)
    for face in (exhibit.page(), exhibit.words()):
        assert "No answers to questions are saved here yet." in face
        assert "Trouble" not in face
    assert list(rows(exhibit)) == ["Lesson", "00 Welcome", "01 What moves?"]
    assert rows(exhibit)["01 What moves?"] == [
        "not started",
        "0 of 8",
        "none yet",
        "none",
        "none now",
    ]


def test_the_empty_state_is_the_same_on_every_day_and_in_every_place(tmp_path):
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_bytes(b"")
    course = small_course()
    today = Progress(course, Log(one), START)
    later = Progress(course, Log(two), START + timedelta(days=400))
    assert today.page() == later.page()
    assert today.words() == later.words()


def test_the_next_day_is_the_learner_s_own(log, clock):
    answered(log, "01-practice-single", "b")
    days = []
    for zone in ("UTC0", "<+14>-14", "<-10>10"):
        clock(zone)
        here = Progress(small_course(), log, START)
        days.append(rows(here)["01 What moves?"][-1].split()[-1])
    assert days == ["2026-03-04", "2026-03-04", "2026-03-03"]


def test_each_cell_says_in_words_where_the_learner_is(log, clock):
    clock("UTC0")
    answered(log, "01-check-one", "a", "high")
    answered(log, "01-check-one", "b", "middle")
    answered(log, "01-check-two", "a", "low")
    answered(log, "01-practice-single", "b")
    here = Progress(small_course(), log, START + timedelta(days=1))
    assert rows(here)["01 What moves?"] == [
        "done",
        "3 of 8",
        "2 of 3",
        "1, right by now: 1",
        "none now, next on 2026-03-04",
    ]
    assert "You have answered 3 questions. Nothing to repeat today." in here.words()


def test_what_is_due_is_named_and_confident_errors_lead(log):
    answered(log, "01-practice-single", "b")
    answered(log, "01-check-one", "a", "high")
    here = Progress(small_course(), log, START + timedelta(days=3))
    lines = here.words().splitlines()
    first = lines.index("Ask yourself these first:") + 1
    assert lines[first] == (
        "- Lesson 01, “Check yourself”: Stem of 01-check-one? You were sure here, and it was wrong."
    )
    assert lines[first + 1] == "- Lesson 01, “Practice”: Stem of 01-practice-single?"
    assert "You have answered 2 questions. 2 questions to ask yourself again." in here.words()
    assert rows(here)["01 What moves?"][-1] == "2 now"


def test_more_than_five_are_counted_and_not_listed(log):
    course = small_course()
    for number in range(7):
        item = single(f"01-more-{number}")
        course.items[item.id] = item
        answered(log, item.id)
    here = Progress(course, log, START + timedelta(days=3))
    assert "- and 2 more." in here.words()
    assert here.page().count("Stem of") == 5


def test_certainty_is_judged_at_first_tries(log):
    """First tries: 8 right at middle, 4 wrong at low: 16 points, mean 4/3; two thirds right.

    Low or middle certainty for all would have had a mean of 2/3: a bonus of 0.1 * 2/3.
    """
    course = small_course()
    names = [f"01-check-{number}" for number in range(12)]
    course.items.update({name: single(name, "01-check") for name in names})
    for name in names[:8]:
        answered(log, name, "b", "middle")
    for name in names[8:]:
        answered(log, name, "a", "low")
        answered(log, name, "b", "high")
    answered(log, "01-practice-single", "b")
    words = Progress(course, log, START).words()
    assert "8 of 12 right (67%), 16 points of at most 36." in words
    assert "Certainty-adjusted accuracy: 73%." in words


def test_few_answers_get_points_and_no_adjusted_accuracy(log):
    answered(log, "01-check-one", "a", "high")
    words = Progress(small_course(), log, START).words()
    assert "0 of 1 right (0%), -6 points of at most 3." in words
    assert "adjusted" not in words


def test_a_lesson_without_questions_of_its_own_says_so(log):
    assert rows(Progress(small_course(), log))["00 Welcome"][:2] == [
        "just to read and try",
        "none to answer",
    ]


def test_unreadable_lines_are_told(log):
    answered(log, "01-check-one", "b", "low")
    with log.path.open("ab") as file:
        file.write(b"spilt coffee\n")
    here = Progress(small_course(), log, START)
    for face in (here.page(), here.words()):
        assert "Line 2: this is not a saved answer, or only a part of one." in face
        assert "They stay in the file as they are." in face
    assert rows(here)["01 What moves?"][1] == "1 of 8"


def test_a_log_that_cannot_be_read_is_told(log):
    log.path.mkdir()
    here = Progress(small_course(), log, START)
    for face in (here.page(), here.words()):
        assert "Your earlier answers could not be read." in face
        assert "is not a file" in face


def test_the_table_is_one_that_a_screen_reader_can_walk(log):
    tags = _Table(Progress(small_course(), log).page()).tags
    names = [tag for tag, _ in tags]
    assert names.count("caption") == 1
    assert [attrs["scope"] for tag, attrs in tags if tag == "th"] == ["col"] * 6 + ["row"] * 2
    assert "script" not in names


def test_every_lesson_leads_to_its_notebook(log):
    tags = _Table(Progress(small_course(), log).page()).tags
    links = [attrs["href"] for tag, attrs in tags if tag == "a"]
    assert links == ["00-welcome.ipynb", "01-what-moves.ipynb"]


def test_text_of_a_question_stays_text(log):
    course = small_course()
    item = single("01-markup").model_copy(update={"stem": '"><img src=x onerror=alert(1)>'})
    course.items[item.id] = item
    answered(log, item.id)
    page = _Table(Progress(course, log, START + timedelta(days=3)).page())
    assert "img" not in [tag for tag, _ in page.tags]
    assert '"><img src=x onerror=alert(1)>' in "".join(page.text)


def test_it_is_shown_as_page_and_words_without_a_widget(no_progress):
    faces, metadata = Progress(small_course())._repr_mimebundle_()
    assert set(faces) == {"text/html", "text/plain"}
    assert metadata == {}
    assert "Run All Cells" in faces["text/html"]


def test_cases_are_told_and_only_when_one_was_begun(log):
    course = load(ORIGINAL)
    case = next(iter(course.cases.values()))
    assert "Your cases" not in Progress(course, log).page()
    names = stages(case)
    for stage in (names[0], ANSWER_DESK):
        log.append(Step(stage, case.id, "run", stage, {}, format_time(START)))
    for place, stage in enumerate(names[1:], start=1):
        line = f"{case.title}: step {place} of {len(names)} reached, answer written."
        assert line in Progress(course, log).words()
        log.append(Step(stage, case.id, "run", stage, {}, format_time(START)))
    here = Progress(course, log)
    for face in (here.page(), here.words()):
        assert f"{case.title}: played to the end, answer written." in face
