"""The page scores a case and checks an answer as Python does, number by number and word by word."""

import random
from types import SimpleNamespace

import pytest

from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.answer_desk import rule
from liptwitch.exhibits.case_front_end import SCRIPTS
from liptwitch.exhibits.front_end import static
from liptwitch.science import answer_checks, case_scoring, readability
from liptwitch.science.patterns import recognised

LEVELS = [level.value for level in Urgency]
LOSS = {"too_low": case_scoring.TOO_LOW, "too_high": case_scoring.TOO_HIGH}

ANSWERS = [
    "",
    "   \n ",
    "See a doctor.",
    "See your GP today. If your face droops, call 999 at once.",
    "You have a migraine. It’s nothing to worry about!",
    "It may be a migraine; this could be stress, but it is clearly Bell’s palsy.",
    "Don’t stop the tablets. Ask a pharmacist within two days, or by Friday.",
    "Nobody can tell from here whether this is a stroke. Go to A&E now.",
    "I'm sorry.\n\nBe seen this week!  “Come back” if it spreads… Then call 112.",
    "You are fine. Wait and see for another two weeks, unless it gets worse.",
    "Numbness, droop, slurred speech: any of these?! Ring 111 (or 911).",
    "An uncomplicated otorhinolaryngological consultation is imperative.",
    "café naïve Größe 3 weeks, 13 weeks",
    "word " * 121,
]


@pytest.fixture(scope="module")
def twin(chromium):
    """The front end's own functions: a name and lists of arguments to a list of results."""
    page = chromium.new_page()
    page.evaluate(
        """async (code) => {
             const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
             window.twin = await import(address);
           }""",
        static(*SCRIPTS),
    )
    call = "([name, all]) => all.map((some) => twin[name](...some))"
    yield SimpleNamespace(of=lambda name, all_: page.evaluate(call, [name, all_]))
    page.close()


@pytest.fixture(scope="module")
def texts(course):
    """Answers that were written for this test, and all that the cases hold."""
    cases = course.cases.values()
    told = [one.text for case in cases for one in case.questions]
    written = [case.answer.example for case in cases if case.answer]
    return [*ANSWERS, *written, *(case.summary.model for case in cases), *told]


def shares(chance: random.Random) -> dict[str, int]:
    return dict(
        zip("abcd", case_scoring.normalised([chance.randrange(9) for _ in "abcd"]), strict=True)
    )


def test_scores(twin):
    chance = random.Random("scores")
    pairs = [(shares(chance), shares(chance)) for _ in range(50)]
    assert twin.of("distance", pairs) == pytest.approx(
        [case_scoring.distance(*pair) for pair in pairs]
    )
    outcomes = [(mine, chance.choice("abcd")) for mine, _ in pairs]
    assert twin.of("brier", outcomes) == pytest.approx(
        [case_scoring.brier(*one) for one in outcomes]
    )


def test_triage_loss_for_every_level_and_range(twin):
    ranges = [LEVELS[a:b] for a in range(5) for b in range(a + 1, 6)]
    asked = [(level, safe) for level in LEVELS for safe in ranges]
    theirs = twin.of("triageLoss", [[level, safe, LEVELS, LOSS] for level, safe in asked])
    ours = [
        case_scoring.triage_loss(Urgency(level), [Urgency(one) for one in safe])
        for level, safe in asked
    ]
    assert theirs == ours
    assert len(set(ours)) > 5


def test_normalised(twin):
    chance = random.Random("shares")
    all_ = [[chance.choice([0, 1, 3, 7, 20, 55]) for _ in range(n)] for n in range(1, 10)] * 9
    for some in all_:
        chance.shuffle(some)
    assert twin.of("normalised", [[some] for some in all_]) == [
        case_scoring.normalised(some) for some in all_
    ]


def test_words_that_are_recognised(course, texts, twin):
    patterns = [part.patterns for case in course.cases.values() for part in case.summary.parts]
    asked = [(text, list(some)) for text in texts[:60] for some in patterns]
    assert twin.of("recognised", asked) == [recognised(*one) for one in asked]


def test_reading_grade(texts, twin):
    ours = [readability.grade(text) if readability.words(text) else None for text in texts]
    theirs = twin.of("grade", [[text] for text in texts])
    for text, one, other in zip(texts, ours, theirs, strict=True):
        assert other == (None if one is None else pytest.approx(one)), text


def test_checks_of_an_answer(course, texts, twin):
    must_name = [
        one.model_dump(mode="json")
        for case in course.cases.values()
        if case.answer
        for one in case.answer.must_name
    ]
    assert must_name
    theirs = twin.of("answerChecks", [[text, rule(), must_name] for text in texts])
    for text, found in zip(texts, theirs, strict=True):
        ours = [
            {"name": one.name, "met": one.met, "found": list(one.found), "value": one.value}
            for one in answer_checks.checks(text, must_name)
        ]
        assert found == ours, text
