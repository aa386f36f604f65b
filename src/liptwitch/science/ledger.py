"""Counting the ledger: how claims fare, who names which cause, where the articles disagree."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from liptwitch.content.course import Course
from liptwitch.content.ledger import Claim, ClaimId, Verdict
from liptwitch.science.agreement import kappa


@dataclass(frozen=True)
class Tally:
    """How claims fare: ``holds`` of ``tested``; ``untested`` more cannot be checked."""

    holds: int
    tested: int
    untested: int

    @property
    def share(self) -> float | None:
        """Which part of the tested claims holds; ``None`` where none can be checked."""
        return self.holds / self.tested if self.tested else None


def tally(claims: Iterable[Claim]) -> Tally:
    """Count claims by whether they hold."""
    verdicts = [claim.verdict for claim in claims]
    untested = verdicts.count(Verdict.UNCHECKED)
    holds = sum(verdict.holds for verdict in verdicts)
    return Tally(holds, len(verdicts) - untested, untested)


def by_verdict(claims: Iterable[Claim]) -> dict[Verdict, list[Claim]]:
    """Claims in groups, one a verdict, in the order of :class:`Verdict`; no group is empty."""
    listed = list(claims)
    groups = {one: [claim for claim in listed if claim.verdict is one] for one in Verdict}
    return {verdict: group for verdict, group in groups.items() if group}


def by_article(course: Course, claims: Iterable[Claim] | None = None) -> dict[str, list[Claim]]:
    """Claims (all, where none are given) by article; an article without any is there too."""
    groups: dict[str, list[Claim]] = {article: [] for article in course.articles}
    for claim in course.claims.values() if claims is None else claims:
        groups[claim.article].append(claim)
    return groups


def about_cause(course: Course, cause_id: str) -> list[Claim]:
    """The claims about a cause and those that name it, in the order of the ledger."""
    naming = {
        one
        for row in course.named_causes.values()
        if row.cause == cause_id
        for one in row.claim_ids
    }
    return [
        claim for claim in course.claims.values() if claim.subject == cause_id or claim.id in naming
    ]


@dataclass(frozen=True)
class Mention:
    """The claims by which one article names one cause: outright, or only in passing."""

    directly: tuple[ClaimId, ...]
    indirectly: tuple[ClaimId, ...]

    @property
    def claim_ids(self) -> tuple[ClaimId, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.directly, *self.indirectly)))


def mentions(course: Course) -> dict[str, dict[str, Mention]]:
    """For every cause, how each article that names it does so."""
    return {cause: _mentions_of(course, cause) for cause in course.causes}


def _mentions_of(course: Course, cause_id: str) -> dict[str, Mention]:
    rows = [row for row in course.named_causes.values() if row.cause == cause_id]
    directly = [one for row in rows for one in row.directly]
    indirectly = [one for row in rows for one in row.indirectly]
    found = {}
    for article in course.articles:
        mention = Mention(_of(article, directly), _of(article, indirectly))
        if mention.claim_ids:
            found[article] = mention
    return found


def _of(article: str, claim_ids: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    """The claims of one article: a claim's id holds its number."""
    return tuple(one for one in dict.fromkeys(claim_ids) if int(one[1]) == int(article))


def callers(course: Course) -> dict[str, set[str]]:
    """For every cause that is called one outright, the articles that do."""
    outright = {
        cause: {article for article, mention in found.items() if mention.directly}
        for cause, found in mentions(course).items()
    }
    return {cause: articles for cause, articles in outright.items() if articles}


class Place(StrEnum):
    """A lip or a side to which a claim may tie a twitch."""

    UPPER = "Upper lip"
    LOWER = "Lower lip"
    LEFT = "Left side"
    RIGHT = "Right side"


_SIDE = r"\bon the {0}\b|\b{0}(?:-sided|,? side| lip| upper lip| lower lip)\b"
_EITHER = r"\bleft or right\b|\bright or left\b|\beither side\b"

_SAYS = {
    Place.UPPER: re.compile(r"\bupper lip\b|\bboth lips\b", re.IGNORECASE),
    Place.LOWER: re.compile(r"\blower lip\b|\bboth lips\b", re.IGNORECASE),
    # “Left” may also mean abandoned, and “right” correct: the word alone does not do.
    Place.LEFT: re.compile(f"{_SIDE.format('left')}|{_EITHER}", re.IGNORECASE),
    Place.RIGHT: re.compile(f"{_SIDE.format('right')}|{_EITHER}", re.IGNORECASE),
}


def places(course: Course) -> dict[Place, list[Claim]]:
    """The claims that name a lip or a side, in their own words or in the name of their section."""
    return {
        place: [
            claim
            for claim in course.claims.values()
            if pattern.search(f"{claim.section}. {claim.claim}")
        ]
        for place, pattern in _SAYS.items()
    }


@dataclass(frozen=True)
class Dispute:
    """A subject on which one article has a claim that holds, and another has a wrong one.

    ``right`` and ``wrong``: articles. ``wrong_claims``: how many claims about it are wrong.
    """

    subject: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    wrong_claims: int


def disputes(course: Course) -> list[Dispute]:
    """All such subjects, those with most wrong claims first."""
    subjects = dict.fromkeys(claim.subject for claim in course.claims.values())
    found = [_dispute(subject, course.claims_about(subject)) for subject in subjects]
    real = (one for one in found if one.right and one.wrong and len({*one.right, *one.wrong}) > 1)
    return sorted(real, key=lambda one: (-one.wrong_claims, one.subject))


def _dispute(subject: str, claims: list[Claim]) -> Dispute:
    wrong = [claim.article for claim in claims if claim.verdict is Verdict.WRONG]
    right = [claim.article for claim in claims if claim.verdict.holds]
    return Dispute(subject, tuple(sorted(set(right))), tuple(sorted(set(wrong))), len(wrong))


@dataclass(frozen=True)
class Agreement:
    """Two raters: the same of ``total`` things, and Cohen's kappa where it is defined."""

    same: int
    total: int
    kappa: float | None


def agreement(pairs: Iterable[tuple[object, object]]) -> Agreement:
    """How far two raters agree; kappa is ``None`` where neither ever chose otherwise."""
    listed = list(pairs)
    same = sum(one == other for one, other in listed)
    # With one category alone there is nothing that chance could have done.
    choices = {choice for pair in listed for choice in pair}
    return Agreement(same, len(listed), kappa(listed) if len(choices) > 1 else None)


def leading(scores: Mapping[str, float | None], *, lowest: bool = False) -> list[str]:
    """The names with the highest (or lowest) score, all of them where they are level."""
    known = {name: score for name, score in scores.items() if score is not None}
    best = min(known.values(), default=None) if lowest else max(known.values(), default=None)
    return [name for name, score in known.items() if score == best]
