"""As many claims as the course will have, drawn up from the small one."""

from dataclasses import replace
from itertools import islice, product

from liptwitch.content.course import Course
from liptwitch.content.ledger import Claim, Verdict

ALL = 781
"""How many claims the five articles make."""

CLAIM = "Claim {} says that a kettle which hums at night wants new water soon."
CORRECTION = (
    "Correction {}: nobody has ever measured that; what is known is that water hums when it is hot."
)


def many(course: Course, count: int = ALL) -> Course:
    """The course with this many claims, over all its articles, subjects and verdicts."""
    subjects = [*course.causes, *course.glossary, *course.subjects]
    numbers = product(sorted(course.articles), range(1, 1000))
    share = -(-count // len(course.articles))
    places = islice(((a, n) for a, n in numbers if n <= share), count)
    claims = [
        _claim(n, article, number, subjects[n % len(subjects)])
        for n, (article, number) in enumerate(places)
    ]
    return replace(course, claims={claim.id: claim for claim in claims})


def _claim(n: int, article: str, number: int, subject: str) -> Claim:
    verdict = list(Verdict)[n % len(Verdict)]
    checked = verdict is not Verdict.UNCHECKED
    return Claim(
        id=f"S{article[-1]}-{number:03}",
        article=article,
        section="Sounds",
        topic="other",
        subject=subject,
        statement="fact",
        claim=CLAIM.format(n),
        verdict=verdict,
        correction=CORRECTION.format(n),
        references="steam-2001 spout-1999" if checked else "",
        confidence="low" if checked else None,
        misconception=None,
        could_harm="yes" if verdict is Verdict.UNSAFE or n % 10 == 0 else "no",
    )
