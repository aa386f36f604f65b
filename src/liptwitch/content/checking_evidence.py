"""Whether the evidence base fits together: claims, causes, subjects, misconceptions, ratings."""

from collections.abc import Iterator

from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.reading import Reader
from liptwitch.content.wording import instead

CLAIMS = "claims.csv"
NAMED = "causes/named.csv"
RATINGS = "ratings.csv"

_SUBJECTS = ("cause", "term", "subject")
"""The kinds of record that a claim may be about."""


def problems_in_evidence(course: Course, reader: Reader) -> Iterator[Problem]:
    """Every id that points at nothing, and every record that nothing uses."""
    yield from _claims(course, reader)
    yield from _misconceptions(course, reader)
    yield from _subjects(course, reader)
    yield from _causes(course, reader)
    yield from _named_causes(course, reader)
    yield from _ratings(course, reader)


def _claims(course: Course, reader: Reader) -> Iterator[Problem]:
    known = [one for kind in _SUBJECTS for one in reader.ids(kind)]
    for claim in course.claims.values():
        yield from unknown(reader, CLAIMS, claim.id, "article", "article", claim.article)
        yield from unknown_references(reader, CLAIMS, claim.id, claim.references)
        if all(reader.lacks(kind, claim.subject) for kind in _SUBJECTS):
            hint = instead(claim.subject, known)
            message = f"there is no cause, word or subject “{claim.subject}”; {hint}"
            yield Problem(CLAIMS, claim.id, "subject", message)
        if claim.misconception:
            code = claim.misconception
            yield from unknown(reader, CLAIMS, claim.id, "misconception", "misconception", code)
            listed = course.misconceptions.get(code)
            if listed and claim.id not in listed.claim_ids:
                message = f"has the code {code}, whose claim_ids do not list it; add it there"
                yield Problem(CLAIMS, claim.id, "misconception", message)


def _misconceptions(course: Course, reader: Reader) -> Iterator[Problem]:
    for one in course.misconceptions.values():
        for claim_id in one.claim_ids:
            file = "misconceptions.toml"
            yield from unknown(reader, file, one.code, "claim_ids", "claim", claim_id)


def _subjects(course: Course, reader: Reader) -> Iterator[Problem]:
    used = {claim.subject for claim in course.claims.values()}
    for unused in course.subjects.keys() - used:
        if not reader.may_mention(unused, "claim"):
            yield Problem("subjects.toml", unused, "", "no claim is about it; remove it")


def _causes(course: Course, reader: Reader) -> Iterator[Problem]:
    named = {claim.subject for claim in course.claims.values()}
    named |= {row.cause for row in course.named_causes.values()}
    for cause in course.causes.values():
        file = reader.file_of("cause", cause.id)
        yield from unknown_references(reader, file, cause.id, cause.references)
        for movement in cause.movements:
            yield from unknown(reader, file, cause.id, "movements", "term", movement)
        is_named = cause.id in named or reader.may_mention(cause.id, "claim", "named")
        if not is_named and not cause.why_here:
            message = "no article names this cause; say why the course describes it"
            yield Problem(file, cause.id, "why_here", message)
        if cause.id in named and cause.why_here:
            message = "says that no article names this cause, and a claim does; take the line out"
            yield Problem(file, cause.id, "why_here", message)


def _named_causes(course: Course, reader: Reader) -> Iterator[Problem]:
    for row in course.named_causes.values():
        yield from unknown(reader, NAMED, str(row.number), "cause", "cause", row.cause)
        for claim_id in row.claim_ids:
            yield from unknown(reader, NAMED, str(row.number), "claims", "claim", claim_id)
        if not row.claim_ids:
            yield Problem(NAMED, str(row.number), "", "no claim names it; add one, or remove it")


def _ratings(course: Course, reader: Reader) -> Iterator[Problem]:
    for rating in course.ratings.values():
        yield from unknown(reader, RATINGS, rating.claim, "claim", "claim", rating.claim)
        claim = course.claims.get(rating.claim)
        if claim and claim.verdict is not rating.settled:
            message = f"is “{rating.settled}”, and claims.csv says “{claim.verdict}”"
            yield Problem(RATINGS, rating.claim, "settled", f"{message}; change one of them")
        if rating.first is not rating.second and not rating.why:
            message = "is empty, and the two verdicts differ; say why this one was settled on"
            yield Problem(RATINGS, rating.claim, "why", message)
