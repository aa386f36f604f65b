"""Where a learner stands: done, due, and sure but wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from small_course import small_course
from small_data import ORIGINAL

from liptwitch.content.loading import load
from liptwitch.learning.case_recorder import ANSWER_DESK, stages
from liptwitch.learning.log import Answer, Step, format_time
from liptwitch.learning.standing import (
    GAP,
    CaseStanding,
    case_standing,
    fit_to_course,
    standing,
)

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
COURSE = small_course()


def given(item, response="b", certainty=None, days=0.0):
    """An answer some days after the start; b is right in the items with one best answer."""
    time = format_time(START + timedelta(days=days))
    return Answer(
        id=f"{item} {response} {time}",
        item=item,
        response=response,
        right=True,
        certainty=certainty,
        time=time,
    )


def lesson_one(*answers, days=0.0):
    welcome, one = standing(COURSE, answers, START + timedelta(days=days))
    assert welcome.lesson == "00"
    assert one.lesson == "01"
    return one


def test_only_lessons_that_are_ready_are_listed():
    assert [one.lesson for one in standing(COURSE, [], START)] == ["00", "01"]


def test_nothing_answered_yet():
    here = lesson_one()
    assert (here.total, here.answered, here.right, here.done) == (8, 0, 0, False)
    assert (here.confident_errors, here.due, here.next_due) == ((), (), None)


def test_each_item_counts_once_and_its_latest_try_decides():
    here = lesson_one(
        given("01-practice-single", "a"),
        given("01-practice-single", "b", days=0.1),
        given("01-check-one", "b"),
        given("01-check-one", "c", days=0.1),
    )
    assert (here.answered, here.right) == (2, 1)


def test_a_demonstration_counts_for_nothing():
    welcome = standing(COURSE, [given("00-try-one", "a", "high")], START + 9 * GAP)[0]
    assert (welcome.total, welcome.answered, welcome.done) == (0, 0, False)
    assert (welcome.due, welcome.confident_errors) == ((), ())


def test_a_lesson_is_done_when_its_quiz_is_answered_right_or_wrong():
    one = given("01-check-one", "a", "low")
    assert not lesson_one(one).done
    assert lesson_one(one, given("01-check-two", "b", "low")).done


def test_practice_alone_does_not_make_a_lesson_done():
    assert not lesson_one(given("01-practice-single")).done


@pytest.mark.parametrize(
    ("tries", "is_error", "put_right"),
    [
        ([("a", "high")], True, 0),
        ([("a", "middle")], False, 0),
        ([("b", "high")], False, 0),
        ([("a", "high"), ("b", "low")], True, 1),
        ([("b", "low"), ("a", "high")], True, 0),
        ([("b", "low"), ("a", "high"), ("b", "low")], False, 0),
    ],
)
def test_sure_but_wrong_at_the_first_or_latest_try(tries, is_error, put_right):
    here = lesson_one(
        *(given("01-check-one", *one, days=number) for number, one in enumerate(tries))
    )
    assert here.confident_errors == (("01-check-one",) if is_error else ())
    assert here.put_right == put_right


def test_a_question_comes_back_after_three_days_and_not_before():
    answer = given("01-check-one", "a", "low")
    early = lesson_one(answer, days=2.999)
    assert early.due == ()
    assert early.next_due == START + timedelta(days=3)
    late = lesson_one(answer, days=3)
    assert late.due == ("01-check-one",)
    assert late.next_due is None


def test_a_right_answer_without_a_gap_comes_back_too():
    assert lesson_one(given("01-practice-single"), days=3).due == ("01-practice-single",)


def test_a_right_answer_after_the_gap_settles_a_question():
    tries = [given("01-practice-single"), given("01-practice-single", days=3)]
    assert lesson_one(*tries, days=30).due == ()
    again_wrong = given("01-practice-single", "a", days=30)
    assert lesson_one(*tries, again_wrong, days=33).due == ("01-practice-single",)


def test_a_right_answer_soon_after_a_wrong_one_does_not_settle_it():
    tries = [given("01-practice-single", "a"), given("01-practice-single", days=0.01)]
    assert lesson_one(*tries, days=4).due == ("01-practice-single",)


def test_confident_errors_come_back_first_then_the_longest_rested():
    here = lesson_one(
        given("01-practice-order", ["a", "b", "c"], days=1),
        given("01-practice-single", "b", days=0),
        given("01-check-two", "a", "high", days=2),
        days=9,
    )
    assert here.due == ("01-check-two", "01-practice-single", "01-practice-order")


def test_questions_before_the_lesson_do_not_come_back():
    assert lesson_one(given("01-before-one", "a"), days=30).due == ()


def test_a_corrected_key_marks_old_answers_anew():
    """The log says right; by the key of today "a" is wrong."""
    [answer] = fit_to_course(COURSE, [given("01-check-one", "a")])
    assert answer.right is False


def test_answers_to_questions_that_are_gone_or_changed_are_left_out():
    assert fit_to_course(COURSE, [given("no-such-item"), given("01-check-one", "e")]) == []


def test_a_clock_that_went_back_is_no_trouble():
    here = lesson_one(given("01-check-one", "a", "low", days=100), days=0)
    assert here.due == ()
    assert here.next_due == START + timedelta(days=103)


def test_an_answer_that_was_written_down_late_is_not_the_latest():
    here = lesson_one(
        given("01-check-one", "b", days=0.1),
        given("01-check-one", "a", "high"),
    )
    assert (here.right, here.put_right) == (1, 1)


def taken(case, stage, run="one"):
    """A step through a case."""
    return Step(f"{case} {run} {stage}", case, run, stage, {}, format_time(START))


def test_the_furthest_run_through_a_case_counts_and_its_desk_is_apart():
    course = load(ORIGINAL)
    case = next(iter(course.cases.values()))
    names = stages(case)
    steps = [taken(case.id, name) for name in (*names[:2], names[1])]
    assert case_standing(course, []) == []
    assert case_standing(course, steps) == [CaseStanding(case.id, 2, len(names), False)]
    steps += [taken(case.id, names[0], run="two"), taken(case.id, ANSWER_DESK, run="three")]
    assert case_standing(course, steps) == [CaseStanding(case.id, 2, len(names), True)]


def test_steps_of_a_case_that_is_gone_are_left_out():
    course = load(ORIGINAL)
    case = next(iter(course.cases))
    steps = [taken("gone", "first"), taken(case, "no-such-stage")]
    assert case_standing(course, steps) == []
