"""A course of a handful of questions, for tests that need to know every one of them."""

from liptwitch.content.course import Course
from liptwitch.content.lessons import Lesson
from liptwitch.content.quizzes import KINDS, Item, Quiz

QUIZZES = [
    ("00-try", "00", "How a question works", "demonstration"),
    ("01-before", "01", "Before you start", "pre-questions"),
    ("01-practice", "01", "Practice", "practice"),
    ("01-check", "01", "Check yourself", "lesson-quiz"),
]


def small_course() -> Course:
    """Lesson 00 with a demonstration, lesson 01 with all kinds of item, lesson 02 not ready."""
    items = [
        single("00-try-one", "00-try"),
        single("01-before-one", "01-before"),
        single("01-practice-single", "01-practice"),
        several("01-practice-several", "01-practice"),
        match("01-practice-match", "01-practice"),
        order("01-practice-order", "01-practice"),
        number("01-practice-number", "01-practice"),
        single("01-check-one", "01-check"),
        single("01-check-two", "01-check"),
    ]
    return Course(
        general=None,
        lessons={
            "00": _lesson("00", "welcome", "Welcome"),
            "01": _lesson("01", "what-moves", "What moves?"),
            "02": _lesson("02", "later", "Later", ready=False),
        },
        prose={},
        quizzes={
            quiz: Quiz(id=quiz, lesson=lesson, title=title, role=role)
            for quiz, lesson, title, role in QUIZZES
        },
        items={item.id: item for item in items},
        glossary={},
        movements={},
        misconceptions={},
        references={},
    )


def single(name: str, quiz: str = "01-practice") -> Item:
    """The right answer is b."""
    return _item(name, quiz, "single", option=_options("b", "abc"))


def several(name: str, quiz: str = "01-practice") -> Item:
    """The right answer is a and c."""
    return _item(name, quiz, "several", option=_options("ac", "abcd"))


def match(name: str, quiz: str = "01-practice") -> Item:
    """Three pairs and a decoy with the letter d."""
    pairs = [{"left": f"left {n}", "right": f"right {n}", "feedback": "so"} for n in range(3)]
    decoys = [{"right": "nothing", "feedback": "fits nothing"}]
    return _item(name, quiz, "match", pair=pairs, decoy=decoys)


def order(name: str, quiz: str = "01-practice") -> Item:
    """The right answer is a, b, c."""
    return _item(
        name, quiz, "order", step=[{"text": f"step {n}", "feedback": "so"} for n in range(3)]
    )


def number(
    name: str, quiz: str = "01-practice", answer: float = 0.3, tolerance: float = 0.1
) -> Item:
    """0.3, give or take 0.1."""
    return _item(
        name,
        quiz,
        "number",
        answer=answer,
        tolerance=tolerance,
        unit="Hz",
        right="right",
        too_low="too low",
        too_high="too high",
    )


def point(name: str, quiz: str = "01-practice", **fields: object) -> Item:
    """The right answers are the ring and the knot."""
    given = {
        "picture": "face",
        "answer": ["orbicularis-oris", "modiolus"],
        "right": "right",
        "wrong": "wrong",
        "region": [{"region": "frontalis", "feedback": "too high"}],
    }
    return _item(name, quiz, "point", **(given | fields))


def _lesson(number: str, slug: str, title: str, ready: bool = True) -> Lesson:
    return Lesson(
        id=number,
        slug=slug,
        title=title,
        question="Why?",
        minutes=20,
        ready=ready,
        objective=[{"id": f"{number}-tell", "text": "tell"}],
    )


def _options(right: str, letters: str) -> list[dict]:
    return [
        {"text": f"option {letter}", "correct": letter in right, "feedback": "because"}
        for letter in letters
    ]


def _item(name: str, quiz: str, kind: str, **fields: object) -> Item:
    return KINDS[kind](
        id=name,
        quiz=quiz,
        kind=kind,
        objective="01-tell",
        bloom="apply",
        stem=f"Stem of {name}?",
        take_home="Look twice.",
        **fields,
    )
