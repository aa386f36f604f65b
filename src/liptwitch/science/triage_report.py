"""How well the triage rules do on stories whose level somebody else set.

Every measure is a count of stories, with its Wilson interval. Levels are compared as steps: too
low is under-triage, too high is over-triage.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from liptwitch.content.rules import Rule
from liptwitch.content.urgency import Urgency
from liptwitch.content.vignettes import Vignette
from liptwitch.science.intervals import highest_after_none, wilson
from liptwitch.science.triage import level_of, step

TOP = (Urgency.EMERGENCY, Urgency.SAME_DAY)
"""The two levels where too low a level may do harm within hours."""

LOW = (Urgency.ROUTINE, Urgency.SELF_CARE)
"""The two levels where too high a level costs worry and other people's time."""

LEAST_OVER = 0.25
"""The target for too high a level among the two lowest: below this share."""


@dataclass(frozen=True)
class Result:
    """One story, and the level that it was given; ``None``: not enough to say."""

    vignette: Vignette
    got: Urgency | None

    @property
    def off(self) -> int:
        """Steps from the level that the story calls for: above 0 too urgent, below 0 too slow."""
        return step(self.got) - step(self.vignette.level)

    @property
    def off_range(self) -> int:
        """Steps from the nearest level that a careful doctor could defend; 0 inside the range."""
        steps = [step(level) for level in self.vignette.acceptable]
        return max(step(self.got) - max(steps), 0) + min(step(self.got) - min(steps), 0)


@dataclass(frozen=True)
class Share:
    """A count of stories: ``hits`` of ``of``."""

    hits: int
    of: int

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; ``None`` of no stories."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% Wilson interval of the share, 0 to 1; ``None`` of no stories."""
        return wilson(self.hits, self.of) if self.of else None


@dataclass(frozen=True)
class Report:
    """The results of one run over all stories."""

    results: tuple[Result, ...]

    @property
    def table(self) -> dict[Urgency, dict[Urgency | None, int]]:
        """Counts by the level that a story calls for, and by the level that it was given."""
        return {
            level: {
                got: sum(one.got is got for one in self._of((level,))) for got in (*Urgency, None)
            }
            for level in Urgency
        }

    @property
    def right(self) -> Share:
        """At the very level that the story calls for."""
        return self._share(lambda one: one.off == 0)

    @property
    def in_range(self) -> Share:
        """At a level that a careful doctor could defend."""
        return self._share(lambda one: one.off_range == 0)

    @property
    def too_low(self) -> Share:
        """Under-triage: below the level that the story calls for."""
        return self._share(lambda one: one.off < 0)

    @property
    def too_high(self) -> Share:
        """Over-triage: above the level that the story calls for."""
        return self._share(lambda one: one.off > 0)

    @property
    def strictly_safe(self) -> Share:
        """At the level that the story calls for, or more urgent."""
        return self._share(lambda one: one.off >= 0)

    @property
    def widely_safe(self) -> Share:
        """As strictly safe, or one level too low: “safe” as Gilbert and others use it."""
        return self._share(lambda one: one.off >= -1)

    @property
    def missed_at_the_top(self) -> Share:
        """Emergency and same-day stories that were given less than their range."""
        return self._share(lambda one: one.off_range < 0, TOP)

    @property
    def too_high_below(self) -> Share:
        """Stories of the two lowest levels that were given more than they call for."""
        return self._share(lambda one: one.off > 0, LOW)

    @property
    def beyond_range_below(self) -> Share:
        """Stories of the two lowest levels that were given more than their range."""
        return self._share(lambda one: one.off_range > 0, LOW)

    @property
    def outside_range(self) -> list[Result]:
        """The stories whose level no careful doctor would defend, the slow ones first."""
        outside = [one for one in self.results if one.off_range]
        return sorted(outside, key=lambda one: (one.off_range > 0, one.vignette.id))

    @property
    def still_possible(self) -> float | None:
        """If none was missed at the top: the share, 0 to 1, that could be missed all the same.

        The one-sided 95% bound for none among so many; ``None`` where one was missed.
        """
        missed = self.missed_at_the_top
        return highest_after_none(missed.of) if missed.of and not missed.hits else None

    def _of(self, levels: Iterable[Urgency]) -> list[Result]:
        return [one for one in self.results if one.vignette.level in levels]

    def _share(
        self, holds: Callable[[Result], bool], levels: Iterable[Urgency] = tuple(Urgency)
    ) -> Share:
        results = self._of(levels)
        return Share(sum(map(holds, results)), len(results))


def run(rules: Mapping[str, Rule], vignettes: Mapping[str, Vignette]) -> Report:
    """The rules on every story. All rules count, those for the doctor too."""
    every = rules.values()
    given = {name: level_of(every, set(one.findings)) for name, one in vignettes.items()}
    return report(vignettes, given)


def report(vignettes: Mapping[str, Vignette], given: Mapping[str, Urgency | None]) -> Report:
    """A report of levels that were given by anybody, by the id of the story.

    ``given`` may lack stories: they are left out, as when a learner triages some of them.
    """
    return Report(
        tuple(Result(one, given[name]) for name, one in vignettes.items() if name in given)
    )
