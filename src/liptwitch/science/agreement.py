"""How far two people agree who sorted the same things without seeing each other's choice."""

from collections import Counter
from collections.abc import Hashable, Sequence


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa: agreement beyond what chance would bring; 1 is full agreement, 0 is chance.

    ``(observed − expected) / (1 − expected)``, from J. Cohen, “A coefficient of agreement for
    nominal scales”, Educational and Psychological Measurement 20 (1960), 37 to 46. Raises
    ValueError without pairs, or where both used one category alone and kappa is not defined.
    """
    if not pairs:
        raise ValueError("agreement needs at least one thing that both sorted")
    total = len(pairs)
    observed = sum(one == other for one, other in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[category] * second[category] for category in first) / total**2
    if expected == 1:
        raise ValueError("both put everything into one category: kappa is not defined")
    return (observed - expected) / (1 - expected)
