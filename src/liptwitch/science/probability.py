"""A sign, a condition, and people counted: the frequency tree and what follows from it.

Everything is counted in whole people first ("natural frequencies": Gigerenzer and Hoffrage,
Psychol Rev 102:684-704, 1995); shares are worked out from the counts. The front end computes the
same tree (static/frequency_math.js); a test holds the two together.
"""

from dataclasses import dataclass
from typing import TypeVar

Number = TypeVar("Number")
"""A float, or a fraction where an exact answer is wanted."""

DOTS = 1000
"""How many dots stand for all people."""

_DENOMINATORS = (100, 1000, 10_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class Tree:
    """People by two questions: do they have the condition, and do they have the sign?

    ``hits`` have both, ``misses`` the condition alone, ``alarms`` the sign alone, ``clear``
    neither. All four are numbers of people.
    """

    hits: int
    misses: int
    alarms: int
    clear: int

    @property
    def ill(self) -> int:
        """Those with the condition."""
        return self.hits + self.misses

    @property
    def well(self) -> int:
        """Those without the condition."""
        return self.alarms + self.clear

    @property
    def positive(self) -> int:
        """Those with the sign."""
        return self.hits + self.alarms

    @property
    def negative(self) -> int:
        """Those without the sign."""
        return self.misses + self.clear

    @property
    def people(self) -> int:
        """Everybody."""
        return self.ill + self.well

    def dots(self, dots: int = DOTS) -> tuple[int, int, int, int]:
        """How many of ``dots`` stand for hits, misses, alarms, clear; together they are all.

        Each group gets its whole dots; what is left goes to the largest remainders. So a group
        that is smaller than one dot may get none, and the page says so.
        """
        groups = (self.hits, self.misses, self.alarms, self.clear)
        whole = [group * dots // self.people for group in groups]
        ranked = sorted(range(4), key=lambda place: (-(groups[place] * dots % self.people), place))
        for place in ranked[: dots - sum(whole)]:
            whole[place] += 1
        return tuple(whole)


def tree(people: int, ill: int, sensitivity: int, specificity: int) -> Tree:
    """The tree of ``people``, of whom ``ill`` have the condition.

    ``sensitivity``: of 100 with the condition, how many have the sign. ``specificity``: of 100
    without it, how many have no sign. Both are whole numbers, and people are rounded to whole
    people, halves up. Raises ValueError for counts that cannot be.
    """
    if not (people > 0 and 0 <= ill <= people):
        raise ValueError(f"{ill} of {people} is no count of people")
    for name, share in (("sensitivity", sensitivity), ("specificity", specificity)):
        if not 0 <= share <= 100:
            raise ValueError(f"{name} is so many of 100, not {share}")
    hits = _of_hundred(ill, sensitivity)
    clear = _of_hundred(people - ill, specificity)
    return Tree(hits=hits, misses=ill - hits, alarms=people - ill - clear, clear=clear)


def positive_predictive_value(prior: Number, sensitivity: Number, specificity: Number) -> Number:
    """Of those with the sign, the share with the condition (all shares 0 to 1): Bayes' rule.

    Raises ZeroDivisionError where nobody has the sign. Shares given as fractions stay exact.
    """
    found = prior * sensitivity
    return found / (found + (1 - prior) * (1 - specificity))


def negative_predictive_value(prior: Number, sensitivity: Number, specificity: Number) -> Number:
    """Of those without the sign, the share without the condition (all shares 0 to 1).

    Raises ZeroDivisionError where everybody has the sign.
    """
    clear = (1 - prior) * specificity
    return clear / (clear + prior * (1 - sensitivity))


def in_round_numbers(part: int, whole: int) -> tuple[int, int]:
    """``part`` of ``whole`` as a count of 100, or of the smallest power of ten that is near enough.

    Near enough is within a tenth of the true share: 9 of 98 is (9, 100), 3 of 69,999 is
    (4, 100,000). None is (0, 100). Some never round down to none, nor most up to all.
    Raises ValueError unless ``0 <= part <= whole`` and ``whole > 0``.
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no count of people")
    for of in _DENOMINATORS:
        count = (2 * part * of + whole) // (2 * whole)
        is_near = 10 * abs(count * whole - part * of) <= part * of
        if is_near and (count < of or part == whole):
            return count, of
    return max(1, min(count, of - 1)), of


def _of_hundred(group: int, share: int) -> int:
    """``share`` hundredths of a group in whole people, halves up."""
    return (2 * group * share + 100) // 200
