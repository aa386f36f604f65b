"""Marks: what is right, what it is worth, and how well certainty was judged.

**The rule.** Where certainty is asked, a right answer earns 1, 2 or 3 points at low, middle or
high certainty; a wrong one costs 0, 2 or 6. With probability *p* of being right one can expect

- low: ``p``
- middle: ``2p - 2(1 - p) = 4p - 2``
- high: ``3p - 6(1 - p) = 9p - 6``

Low pays best below ``p = 2/3`` (0.67), high above ``p = 4/5`` (0.80), middle in between. So
nobody gains by sounding surer or less sure than they are: the rule is proper. Source:
Gardner-Medwin, Proc Physiol Soc 3, PC64 (2006), who gives the same marks and both thresholds.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from liptwitch.content.errors import CourseError
from liptwitch.content.quizzes import (
    Item,
    MatchItem,
    NumberItem,
    OrderItem,
    SeveralItem,
    SingleItem,
    letters,
)
from liptwitch.content.urgency import Urgency
from liptwitch.content.vignettes import Vignette
from liptwitch.learning.log import CERTAINTIES, Answer, is_number

MIDDLE_FROM = 2 / 3
"""The probability of being right from which middle certainty pays better than low."""

HIGH_FROM = 4 / 5
"""The probability of being right from which high certainty pays better than middle."""

_POINTS = {"low": (0, 1), "middle": (-2, 2), "high": (-6, 3)}
_BONUS_FACTOR = 0.1
_ROUNDING = 1e-9


class ResponseError(CourseError):
    """A response that does not fit its question; the message says how in plain words."""


def is_right(item: Item | Vignette, response: object) -> bool:
    """Whether a response is right, all or nothing.

    A number is right up to the tolerance, inclusive: 0.4 is within 0.1 of 0.3, although the
    computer's difference of the two is a hair larger. The front end uses the same allowance,
    ``|response - answer| <= tolerance + 1e-9 * max(1, |answer|)``.
    A story of the triage drill is right at each level that a careful doctor could defend.
    Raises ResponseError for a response of another shape than the kind of item asks for.
    """
    match item:
        case SingleItem():
            return _one_letter(item, response) == item.key
        case SeveralItem():
            return set(_some_letters(item, response)) == set(item.key)
        case MatchItem():
            return _partners(item, response) == item.key
        case OrderItem():
            return _whole_order(item, response) == item.key
        case NumberItem():
            allowance = item.tolerance + _ROUNDING * max(1.0, abs(item.answer))
            return abs(_number(response) - item.answer) <= allowance
        case Vignette():
            return _level(response) in item.acceptable
    raise ResponseError(f"The course cannot mark a question of the kind {item.kind!r}.")


def points(right: bool, certainty: str) -> int:
    """Points for an answer at low, middle or high certainty; see the module's rule."""
    if certainty not in CERTAINTIES:
        raise ResponseError(f"Certainty is low, middle or high, not {certainty!r}.")
    return _POINTS[certainty][right]


def best_certainty(probability: float) -> str:
    """The certainty that pays best for a probability (0 to 1) of being right.

    At a threshold two pay the same; the surer one is named.
    """
    if probability >= HIGH_FROM:
        return "high"
    return "middle" if probability >= MIDDLE_FROM else "low"


def expected_points(probability: float, certainty: str) -> float:
    """Points to expect on average, when right with this probability (0 to 1)."""
    return probability * points(True, certainty) + (1 - probability) * points(False, certainty)


@dataclass(frozen=True)
class Summary:
    """Marks of a set of answers; ``rated`` are those given with a certainty.

    ``accuracy`` is the share of rated answers that are right (0 to 1), ``adjusted`` the
    certainty-adjusted accuracy; both None when nothing was rated. ``points`` of at most
    ``3 * rated``.
    """

    answered: int
    right: int
    rated: int
    points: int
    accuracy: float | None
    adjusted: float | None


def summarise(answers: Iterable[Answer]) -> Summary:
    """Marks of these answers.

    The certainty-adjusted accuracy is ``accuracy + bonus``. The bonus is a tenth of the
    difference between the mean points earned and the mean that the best single certainty, kept
    for all answers, would have earned at this accuracy. Above zero, the learner knew which
    answers to trust; below zero, the certainties hid more than they told. It is meant to be
    easier on the eye than raw points (80 % right often earns only half of the points).
    Source: Gardner-Medwin, "Optimisation of certainty-based assessment scores" (Physiological
    Society, physoc.org/?p=56141), who chose the tenth because it made scores most reliable.
    """
    answers = list(answers)
    rated = [answer for answer in answers if answer.certainty is not None]
    total = sum(points(answer.right, answer.certainty) for answer in rated)
    accuracy = adjusted = None
    if rated:
        accuracy = sum(answer.right for answer in rated) / len(rated)
        uniform = expected_points(accuracy, best_certainty(accuracy))
        adjusted = accuracy + _BONUS_FACTOR * (total / len(rated) - uniform)
    return Summary(
        answered=len(answers),
        right=sum(answer.right for answer in answers),
        rated=len(rated),
        points=total,
        accuracy=accuracy,
        adjusted=adjusted,
    )


def _level(response: object) -> Urgency:
    if response not in list(Urgency):
        raise ResponseError("Choose one of the five levels.")
    return Urgency(response)


def _one_letter(item: SingleItem, response: object) -> str:
    known = letters(item.options)
    if not isinstance(response, str) or response not in known:
        raise ResponseError(f"Choose one of the answers {_listed(known)}.")
    return response


def _some_letters(item: SeveralItem, response: object) -> list[str]:
    known = letters(item.options)
    if not _is_letters(response, known) or not response or len(set(response)) < len(response):
        raise ResponseError(f"Choose one or more of the answers {_listed(known)}, each once.")
    return response


def _partners(item: MatchItem, response: object) -> dict[str, str]:
    left = letters(item.pairs)
    right = letters((*item.pairs, *item.decoys))
    if (
        not isinstance(response, dict)
        or set(response) != set(left)
        or not _is_letters(list(response.values()), right)
    ):
        raise ResponseError(f"Choose a partner for each of the {len(left)} lines.")
    return response


def _whole_order(item: OrderItem, response: object) -> list[str]:
    known = letters(item.steps)
    if not _is_letters(response, known) or sorted(response) != known:
        raise ResponseError(f"Put all {len(known)} steps in order, each once.")
    return response


def _number(response: object) -> float:
    if not is_number(response):
        raise ResponseError("Give a number, like 5 or 0.5.")
    return response


def _is_letters(response: object, known: list[str]) -> bool:
    return isinstance(response, list) and all(
        isinstance(one, str) and one in known for one in response
    )


def _listed(known: list[str]) -> str:
    return f"{', '.join(known[:-1])} or {known[-1]}"
