"""How far a count can be trusted: what else the data allow.

All bounds are for independent people who were chosen as the ones asked about would be. How people
were really chosen matters more than any of them.
"""

from math import sqrt

Z_95 = 1.959963984540054
"""The standard normal's 97.5th percentile: two-sided 95 %."""


def wilson(hits: int, of: int, z: float = Z_95) -> tuple[float, float]:
    """The score interval for a share, as (lowest, highest), both 0 to 1.

    ``hits`` of ``of`` people. ``z``: how many standard errors either side; 1.96 gives 95 %.
    Source: Wilson, J Am Stat Assoc 22:209-212 (1927). It stays inside 0 to 1, and is not empty
    for none or all, unlike the share give or take its standard error.
    Raises ValueError unless ``0 <= hits <= of`` and ``of > 0``.
    """
    _must_be_a_count(hits, of)
    share = hits / of
    room = z * z / of
    centre = share + room / 2
    reach = z * sqrt((share * (1 - share) + room / 4) / of)
    # At the ends the interval touches them exactly; rounding must not push it past.
    lowest = 0.0 if hits == 0 else (centre - reach) / (1 + room)
    highest = 1.0 if hits == of else (centre + reach) / (1 + room)
    return lowest, highest


def highest_after_none(of: int, confidence: float = 0.95) -> float:
    """The largest share (0 to 1) under which none of ``of`` people would still be believable.

    With a true share *p* the chance of none is ``(1 - p) ** of``; the bound is the *p* that makes
    it ``1 - confidence``: ``p = 1 - (1 - confidence) ** (1 / of)``. Exact and one-sided, after
    Clopper and Pearson (1934); derived here, since for none it needs no table.
    Raises ValueError unless ``of > 0`` and ``0 < confidence < 1``.
    """
    _must_be_a_count(0, of)
    if not 0 < confidence < 1:
        raise ValueError(f"confidence must lie between 0 and 1, not {confidence}")
    return 1 - (1 - confidence) ** (1 / of)


def rule_of_three(of: int) -> float:
    """About the same at 95 %, to be done in the head: 3 divided by ``of``.

    The logarithm of 0.05 is -2.996, so the exact bound nears ``3 / of`` as ``of`` grows: the
    "rule of three" (Eypasch and others, BMJ 311:619-620, 1995). Never more than 1.
    """
    _must_be_a_count(0, of)
    return min(1.0, 3 / of)


def _must_be_a_count(hits: int, of: int) -> None:
    if of <= 0 or not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of} is no count of people")
