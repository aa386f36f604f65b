"""How the triage rules did on the stories, in the first run and now, beside what others reached."""

from dataclasses import dataclass

from liptwitch.content.course import Course
from liptwitch.content.symptom_checkers import SymptomChecker
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.science.triage import NOT_ENOUGH
from liptwitch.science.triage_report import LEAST_OVER, Report, Share, report, run

NOT_GIVEN = "not given"

_MEASURES = {
    "right": "At the level that the story calls for",
    "in_range": "At a level that a careful doctor could defend",
    "strictly_safe": "Strictly safe: at that level or more urgent",
    "widely_safe": "Safe in the wide sense: at most one level too low",
    "too_low": "Too low",
    "too_high": "Too high",
    "missed_at_the_top": "Emergency and same-day stories given less than their range",
    "too_high_below": "Two lowest levels: given more than the story calls for",
    "beyond_range_below": "Two lowest levels: given more than their range",
}
"""What is counted, in the order of the table: properties of a report, and what readers see."""


LIMITS = (
    "The stories are made up, short and tidy. No real person was triaged, and no learner.",
    "One person wrote, labelled and coded them, without seeing the rules. No clinician did.",
    "That person had read the same evidence as the writer of the rules.",
    "The rules work on findings that somebody coded. People tell less, or other things.",
    "After the first run the rules were mended on these very stories: the second column flatters.",
)
"""What the test cannot show."""


_SHORT = {
    Urgency.EMERGENCY: "emergency",
    Urgency.SAME_DAY: "same day",
    Urgency.WITHIN_A_WEEK: "within a week",
    Urgency.ROUTINE: "routine",
    Urgency.SELF_CARE: "self-care",
    None: "no level",
}
"""Levels in the heads of a table, where there is little room."""


@dataclass(frozen=True)
class Other:
    """A row of what others reached, as text."""

    tested: str
    stories: str
    levels: str
    correct: str
    emergencies: str
    safe: str
    note: str
    source: str
    url: str


class TriageReport(Exhibit):
    """The test of the triage rules. It has no live face: there is nothing to set."""

    def __init__(self, course: Course):
        self.course = course
        self.now = run(course.rules, course.vignettes)
        first = {name: one.level for name, one in course.first_run.items()}
        self.first = report(course.vignettes, first)

    def page(self) -> str:
        """Sentences and tables."""
        return render("triage_report.html", **self.values())

    def words(self) -> str:
        """The same as text."""
        return render("triage_report.txt", **self.values())

    def values(self) -> dict[str, object]:
        """Everything that the page, the words and the document of the test say."""
        return {
            "summary": self._summary(),
            "measures": [
                (words, told(getattr(self.first, name)), told(getattr(self.now, name)))
                for name, words in _MEASURES.items()
            ],
            "short": list(_SHORT.values()),
            "tables": {"now": _table(self.now), "first": _table(self.first)},
            "outside": [
                (
                    one.vignette.id,
                    " / ".join(level.words for level in one.vignette.acceptable),
                    level_words(one.got),
                    "too low" if one.off_range < 0 else "too high",
                )
                for one in self.now.outside_range
            ],
            "mended": list(self.course.mended.values()),
            "targets": self._targets(),
            "limits": LIMITS,
            "others": [self._other(one) for one in self.course.symptom_checkers.values()],
        }

    def _summary(self) -> list[str]:
        count, rules = len(self.now.results), len(self.course.rules)
        return [
            f"{rules} rules were run on {count} stories that somebody else had written and "
            "labelled without seeing them.",
            f"In the first run {told(self.first.right)} got the very level, and "
            f"{told(self.first.strictly_safe)} that level or a more urgent one.",
            f"Now it is {told(self.now.right)} and {told(self.now.strictly_safe)}.",
        ]

    def _targets(self) -> list[str]:
        missed = self.now.missed_at_the_top
        met = "met" if not missed.hits else "not met"
        lines = [
            f"No emergency or same-day story below its range: {met}, with {told(missed)}.",
        ]
        if self.now.still_possible is not None:
            lines.append(
                f"None of {missed.of} does not mean never: up to "
                f"{percent(self.now.still_possible)} could still be missed (one-sided 95% bound)."
            )
        for name, of in (("too_high_below", "the label"), ("beyond_range_below", "the range")):
            share: Share = getattr(self.now, name)
            if share.of:
                met = "met" if share.share < LEAST_OVER else "not met"
                lines.append(
                    f"Fewer than {percent(LEAST_OVER)} of the two lowest levels too high, "
                    f"against {of}: {met}, with {told(share)}."
                )
        return lines

    def _other(self, one: SymptomChecker) -> Other:
        source = self.course.references[one.references[0]]
        return Other(
            tested=one.tested,
            stories=one.stories,
            levels=str(one.levels or NOT_GIVEN),
            correct=_correct(one),
            emergencies=f"{one.emergencies:g}%" if one.emergencies else NOT_GIVEN,
            safe=one.safe or NOT_GIVEN,
            note=one.note,
            source=source.label,
            url=str(source.url),
        )


def level_words(level: Urgency | None) -> str:
    """A level as a reader sees it, or that there was not enough to say."""
    return level.words if level else NOT_ENOUGH


def percent(share: float) -> str:
    """A share, 0 to 1, in per cent."""
    return f"{share * 100:.0f}%" if share >= 0.01 or not share else f"{share * 100:.1f}%"


def told(share: Share) -> str:
    """“55 of 75 (73%, 95% interval 62% to 82%)”."""
    if share.interval is None:
        return "none of 0"
    low, high = share.interval
    return (
        f"{share.hits} of {share.of} "
        f"({percent(share.share)}, 95% interval {percent(low)} to {percent(high)})"
    )


def _table(report: Report) -> list[tuple[str, list[int]]]:
    return [(_SHORT[level], list(counts.values())) for level, counts in report.table.items()]


def _correct(one: SymptomChecker) -> str:
    if one.correct is None:
        return NOT_GIVEN
    span = f" ({one.lowest:g}% to {one.highest:g}%)" if one.lowest is not None else ""
    return f"{one.correct:g}%{span}"
