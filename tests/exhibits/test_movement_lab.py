"""The movement lab: what it answers, what it shows without a kernel, what it says."""

import json
import re
from pathlib import Path

import pytest

from liptwitch.content.movements import Settings
from liptwitch.exhibits import face, movement_lab
from liptwitch.exhibits.movement_lab import NEUTRAL, MovementLab, Recording
from liptwitch.science.movement import TASKS, fits, judge


@pytest.fixture(scope="module")
def lab(course):
    return MovementLab(course)


def asked(settings, **more):
    return {"number": 3, "settings": settings.model_dump(mode="json"), **more}


def test_the_page_has_pictures_with_words_and_no_script(lab):
    page = lab.page()
    alts = re.findall(r'<img [^>]*alt="([^"]+)"', page)
    assert len(alts) == 3
    assert all(len(alt) > 40 for alt in alts)
    assert "<script" not in page
    assert "onerror" not in page
    assert "Run All Cells" in page
    assert len(page) < 60_000


def test_the_page_says_what_every_setting_rests_on(lab):
    page, words = lab.page(), lab.words()
    for row in lab.basis(lab.opening):
        assert row["label"] in page
        assert row["sure"] in page
        assert row["says"] in words
    assert "assumption" in page
    assert "synthetic" in words


def test_an_assumption_has_no_source_and_everything_else_has(lab):
    for movement in lab.movements.values():
        for row in lab.basis(movement):
            assert ("assumption" in row["sure"]) == (row["sources"] == [])


def test_texts_from_data_stay_text(lab, course):
    evil = '"><img src=x onerror=alert(1)><script>'
    movement = lab.opening.model_copy(update={"name": evil, "ask": evil, "plain": evil})
    other = MovementLab(course)
    other.opening = movement
    assert evil not in other.page()
    assert "<script>" not in other.page()
    assert evil in other.words()


def test_words_change_when_numbers_change(lab):
    first = Recording(lab.opening.settings)
    faster = lab.opening.settings.model_copy(update={"rate_hz": 4.0, "size": 0.5})
    second = Recording(faster)
    assert first.curves_words() != second.curves_words()
    assert first.spectrum_words() != second.spectrum_words()
    assert first.seen() != second.seen()
    assert "50 %" in second.curves_words()


def test_the_same_page_twice_to_the_byte(course):
    assert MovementLab(course).page() == MovementLab(course).page()


@pytest.mark.parametrize("task", TASKS)
def test_every_movement_and_task_is_answered(lab, task):
    for movement in lab.movements.values():
        shown = lab.answer(asked(movement.settings, task=task))
        assert shown["number"] == 3
        assert set(shown["channels"]) <= set(face.REGIONS)
        assert set(shown["pose"]) <= set(face.REGIONS)
        frames = {len(channel) for channel in shown["channels"].values()}
        assert frames == {round(shown["seconds"] * shown["rate"])}
        assert movement.name not in json.dumps(shown)


def test_lips_are_pursed_when_the_task_needs_it(lab):
    resting = NEUTRAL
    in_use = NEUTRAL.model_copy(update={"when": "action"})
    assert Recording(resting, "rest").pose == {}
    assert Recording(resting, "action").pose == {"purse": 1.0}
    assert Recording(in_use, "hold-back").pose == {"purse": 1.0}
    assert Recording(in_use, "rest").pose == {}


def test_at_the_peak_the_face_is_where_the_trace_is_highest(lab):
    recording = Recording(lab.opening.settings)
    (region,) = recording.trace.channels
    assert recording.peak()[region] == max(recording.trace.channels[region])


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"settings": {}},
        {"settings": NEUTRAL.model_dump(mode="json") | {"rate_hz": 1e9}},
        {"settings": NEUTRAL.model_dump(mode="json") | {"rhythm": "<b>"}},
        {"settings": NEUTRAL.model_dump(mode="json"), "mode": "else"},
        {"settings": NEUTRAL.model_dump(mode="json"), "surprise": 1},
    ],
)
def test_a_request_that_makes_no_sense_gets_words_not_a_traceback(lab, broken):
    shown = lab.answer({"number": 7, **broken})
    assert shown["number"] == 7
    assert shown["problem"].startswith("The lab cannot draw this")


def test_make_it_a_starts_from_no_movement_and_each_can_be_made(lab):
    for movement in lab.movements.values():
        assert not fits(NEUTRAL, movement.criteria)
        request = asked(NEUTRAL, mode="make", target=movement.id, check=True)
        findings = lab.answer(request)["findings"]
        assert any(not one["holds"] for one in findings)
        assert all(one["because"] for one in findings)
        done = asked(movement.settings, mode="make", target=movement.id, check=True)
        assert all(one["holds"] for one in lab.answer(done)["findings"])


def test_nothing_is_judged_before_check_is_pressed(lab):
    assert "findings" not in lab.answer(asked(NEUTRAL, mode="make", target="tic"))


def test_a_round_hides_one_movement_the_same_for_the_same_seed(lab):
    shown = lab.answer(asked(NEUTRAL, mode="name", round=5))
    assert shown == lab.answer(asked(NEUTRAL, mode="name", round=5))
    assert "said" not in shown
    hidden = lab.pick(5)
    assert hidden.name not in json.dumps(shown)


def test_twelve_rounds_bring_twelve_movements(lab):
    count = len(lab.movements)
    assert {lab.pick(number).id for number in range(5 * count, 6 * count)} == set(lab.movements)


def test_the_verdict_tells_right_wrong_and_look_alike_apart(lab):
    for hidden in lab.movements.values():
        assert lab.verdict(hidden, hidden)["right"]
        for guess in lab.movements.values():
            if guess is hidden:
                continue
            verdict = lab.verdict(hidden, guess)
            alike = all(one.holds for one in judge(hidden.settings, guess.criteria))
            assert verdict["alike"] == alike
            assert not verdict["right"]
            assert bool(verdict["against"]) != alike
            assert verdict["ask"] == hidden.ask
            assert verdict["clues"]


def test_there_are_look_alikes_and_they_earn_credit(lab):
    parkinson, rabbit = (lab.movements[i] for i in ("parkinson-rest-tremor", "rabbit-syndrome"))
    assert lab.verdict(parkinson, rabbit)["alike"]


def test_the_widget_answers_what_it_is_asked(lab):
    widget = lab.make_widget()
    assert widget.shown["number"] == 0
    tic = lab.movements["tic"].settings.model_dump(mode="json")
    widget.asked = {**widget.asked, "number": 1, "preset": "tic", "settings": tic}
    assert widget.shown["number"] == 1
    assert list(widget.shown["channels"]) == ["corner"]


def test_the_front_end_gets_every_option_of_the_settings(lab):
    choices = lab.choices()
    assert set(choices["labels"]) == set(Settings.model_fields)
    assert set(choices["ranges"]) | set(choices["options"]) == set(Settings.model_fields)
    schema = Settings.model_json_schema()
    for setting, options in choices["options"].items():
        kind = schema["properties"][setting]["$ref"].rsplit("/", 1)[1]
        assert list(options) == schema["$defs"][kind]["enum"]
    assert set(choices["tasks"]) == set(TASKS)


def test_the_lab_is_not_kept_live_without_a_kernel(lab):
    assert not lab.keeps_live_view
    faces, _ = lab._repr_mimebundle_()
    assert {"text/html", "text/plain"} <= set(faces)


def test_texts_reach_the_page_as_text():
    scripts = [path.name for path in Path(movement_lab.__file__).parent.glob("static/*.js")]
    assert {"elements.js", "quiz.js", "movement_lab.js"} < set(scripts)
    for script in map(movement_lab.static, scripts):
        for danger in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
            assert danger not in script
