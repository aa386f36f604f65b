"""How a case was reasoned: what a set of beliefs and a choice of urgency are worth.

Everything here is a pure function of plain data. The page has a twin of it
(static/case_scoring.js), so that a case can be finished without a kernel; a test holds the two
together.
"""

from collections.abc import Collection, Mapping, Sequence

from liptwitch.content.urgency import Urgency

LEVELS = tuple(reversed(Urgency))
"""From the least urgent to the most."""

TOO_LOW = 3
"""What each level below the safe range costs. That being too slow costs three times as much as
being too fast is this course's choice: a needless visit costs time, a late one can cost
health."""

TOO_HIGH = 1
"""What each level above the range costs."""


def brier(beliefs: Mapping[str, float], outcome: str) -> float:
    """The Brier score of beliefs (per cent by hypothesis, summing to 100) where one was so.

    The sum over all hypotheses of (p − o)², with p between 0 and 1 and o = 1 for the outcome and
    0 for the rest: 0 is best, 2 is worst. Brier, “Verification of forecasts expressed in terms of
    probability”, Monthly Weather Review 78:1-3 (1950). Raises KeyError for an unknown outcome.
    """
    return distance(beliefs, dict.fromkeys(beliefs, 0.0) | {outcome: 100.0})


def distance(beliefs: Mapping[str, float], others: Mapping[str, float]) -> float:
    """How far two sets of beliefs (per cent) lie apart, on the scale of the Brier score: 0 to 2.

    Σ(p − q)² is what the Brier score of ``beliefs`` is worse by, on average, than that of
    ``others``, if things happen as often as ``others`` say. Raises KeyError where the two are
    not about the same hypotheses.
    """
    if beliefs.keys() != others.keys():
        raise KeyError(f"not the same hypotheses: {sorted(beliefs.keys() ^ others.keys())}")
    return sum((beliefs[name] - others[name]) ** 2 for name in beliefs) / 10_000


def triage_loss(chosen: Urgency, safe: Collection[Urgency]) -> int:
    """What a chosen level costs against the range of levels that is safe and not needless.

    0 within the range; :data:`TOO_LOW` for each level below it, :data:`TOO_HIGH` for each above.
    """
    places = [LEVELS.index(level) for level in safe]
    place = LEVELS.index(chosen)
    if place < min(places):
        return TOO_LOW * (min(places) - place)
    return TOO_HIGH * max(0, place - max(places))


def normalised(amounts: Sequence[float]) -> list[int]:
    """Whole per cents that sum to 100, in the proportion of the amounts given.

    Largest remainders are rounded up, the first of equals first. Where all are 0 they are shared
    out evenly. Raises ValueError for a negative amount or none at all.
    """
    if not amounts or min(amounts) < 0:
        raise ValueError("amounts to be shared out are 0 or more, and there is at least one")
    total = sum(amounts)
    shares = [100 * one / total if total else 100 / len(amounts) for one in amounts]
    whole = [int(share + 1e-9) for share in shares]  # 29.999999 is 30
    by_rest = sorted(range(len(shares)), key=lambda n: -round(shares[n] - whole[n], 9))
    for place in by_rest[: 100 - sum(whole)]:
        whole[place] += 1
    return whole
