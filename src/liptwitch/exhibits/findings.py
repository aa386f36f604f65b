"""What the ledger shows, in plain sentences: every number is counted when they are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from liptwitch.content.causes import Standing
from liptwitch.content.course import Course
from liptwitch.content.ledger import Claim, Statement, Verdict
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.science import ledger as science

MOST_NAMED = 4
"""Of a longer list of names a sentence gives the first."""


@dataclass(frozen=True)
class Finding:
    """A question about the articles, and what the ledger answers."""

    question: str
    sentences: tuple[str, ...]


class Findings(Exhibit):
    """Ten questions about the five articles, answered by counting."""

    def __init__(self, course: Course):
        self.findings = [Finding(asked, tuple(answer(course))) for asked, answer in ASKED.items()]

    def page(self) -> str:
        """A numbered list."""
        return render("findings.html", findings=self.findings)

    def words(self) -> str:
        """A paragraph for each question."""
        return render("findings.txt", findings=self.findings)


def _how_much_holds(course: Course) -> Iterator[str]:
    every = science.tally(course.claims.values())
    yield f"Of {_many(len(course.claims), 'claim')}, {every.tested} can be checked."
    yield f"These hold, fully or with limits: {_share(every)}."
    fares = {one: science.tally(group) for one, group in science.by_article(course).items()}
    ranked = sorted(fares, key=lambda one: (-(fares[one].share or 0), one))
    yield f"By article: {'; '.join(_share(fares[one], f' in {one}') for one in ranked)}."


def _is_the_easiest_right(course: Course) -> Iterator[str]:
    by_lines = {one.id: one.grade_lines for one in course.articles.values()}
    by_stops = {one.id: one.grade_stops for one in course.articles.values()}
    easy = [set(science.leading(grades, lowest=True)) for grades in (by_lines, by_stops)]
    fares = {one: science.tally(group).share for one, group in science.by_article(course).items()}
    right = set(science.leading(fares))
    yield f"With every heading and bullet as a sentence, {_easiest(easy[0], by_lines)}."
    yield f"With full stops alone, {_easiest(easy[1], by_stops)}."
    yield f"Most often right {_is_or_are(right)} {_articles(right)}."
    if all(names == right for names in easy):
        yield "So easy and right go together here."
    elif any(names & right for names in easy):
        yield "So whether the easiest is also the most often right depends on the way of counting."
    else:
        yield "So the easiest is not the most often right."


def _easiest(names: set[str], grades: dict[str, float]) -> str:
    lowest = grades[min(names)] if names else 0
    return f"{_articles(names)} {_is_or_are(names)} easiest to read (grade {lowest:.1f})"


def _what_could_harm(course: Course) -> Iterator[str]:
    harmful = [claim for claim in course.claims.values() if claim.could_harm]
    holds = sum(claim.verdict.holds for claim in harmful)
    yield f"{_many(len(harmful), 'claim')} could harm somebody who acts on {_it_or_them(harmful)}."
    yield from _by_article(course, harmful)
    if holds:
        yield f"Of these, {holds} {'holds' if holds == 1 else 'hold'}, fully or with limits."
        yield "What is true may do harm too, where something is left out."


def _what_is_unsafe(course: Course) -> Iterator[str]:
    unsafe = [claim for claim in course.claims.values() if claim.verdict is Verdict.UNSAFE]
    yield f"{_many(len(unsafe), 'claim')} {'is' if len(unsafe) == 1 else 'are'} unsafe advice."
    yield from _by_article(course, unsafe)


def _by_article(course: Course, claims: list[Claim]) -> Iterator[str]:
    """How many of the claims each article has, the most first."""
    counts = {one: len(group) for one, group in science.by_article(course, claims).items()}
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    if claims:
        yield f"By article: {'; '.join(f'{counts[one]} in {one}' for one in ranked)}."


def _who_says_ambulance(course: Course) -> Iterator[str]:
    saying = {one.id for one in course.articles.values() if one.says_call_an_ambulance}
    every = _many(len(course.articles), "article")
    if saying:
        verb = "says" if len(saying) == 1 else "say"
        yield f"Of {every}, {len(saying)} {verb} to call an ambulance: {', '.join(sorted(saying))}."
    else:
        yield f"Of {every}, none says to call an ambulance."
    named = science.mentions(course)
    urgent = [
        cause.name
        for cause in course.causes.values()
        if named[cause.id] and cause.urgency is Urgency.EMERGENCY
    ]
    if urgent:
        yield f"They do name what the course calls an emergency: {_listed(urgent)}."


def _who_names_what(course: Course) -> Iterator[str]:
    callers = science.callers(course)
    causes = [course.causes[one] for one in callers]
    by_all = [one.name for one in causes if len(callers[one.id]) == len(course.articles)]
    by_one = [one.name for one in causes if len(callers[one.id]) == 1]
    yield f"The articles call {_many(len(causes), 'thing')} a cause outright."
    yield f"Named by all of them: {len(by_all)}{f' ({_listed(by_all)})' if by_all else ''}."
    yield f"Named by one alone: {len(by_one)}."
    kinds = [one.standing for one in causes]
    yield f"Too vague to test: {kinds.count(Standing.VAGUE)}."
    yield f"Not a cause, by what we read: {kinds.count(Standing.REFUTED)}."


def _where_they_differ(course: Course) -> Iterator[str]:
    found = science.disputes(course)
    if not found:
        yield "On no subject does one article hold where another is wrong."
        return
    yield (
        f"On {_many(len(found), 'subject')} one article has a claim that holds, and another has a "
        "wrong one."
    )
    names = [course.subject_name(one.subject) for one in found]
    yield f"With the most wrong claims: {_listed(names)}."
    yield "The two need not be about the same detail."


def _what_lip_and_side_mean(course: Course) -> Iterator[str]:
    places = {one: science.tally(claims) for one, claims in science.places(course).items()}
    told = [f"{one.lower()} {_share(fares)}" for one, fares in places.items() if fares.tested]
    if not told:
        yield "No claim names one lip or one side."
        return
    yield "Some claims name one lip or one side, or stand in a section that does."
    yield f"So many hold: {'; '.join(told)}."
    meaning = science.tally(one for one in course.claims.values() if one.subject in _MEANING)
    yield f"Of what is said about lip and side as a sign: {_share(meaning)}."


_MEANING = ("which-lip", "which-side")
"""Subjects of the claims that read something from the place alone."""


def _is_advice_better(course: Course) -> Iterator[str]:
    advice, fact = (
        science.tally(claim for claim in course.claims.values() if claim.statement is kind)
        for kind in (Statement.ADVICE, Statement.FACT)
    )
    yield f"Advice that holds: {_share(advice)}. Facts that hold: {_share(fact)}."
    if advice.share is None or fact.share is None:
        return
    if advice.share == fact.share:
        yield "Both hold equally often."
    else:
        yield f"So {'advice' if advice.share > fact.share else 'facts'} hold more often."


def _do_raters_agree(course: Course) -> Iterator[str]:
    pairs = [(one.first, one.second) for one in course.ratings.values()]
    if not pairs:
        yield "No claim was rated twice."
        return
    exact = science.agreement(pairs)
    rough = science.agreement((one.holds, other.holds) for one, other in pairs)
    yield f"Two readers rated {_many(exact.total, 'claim')}, and did not see each other's verdicts."
    yield f"They gave the same verdict to {exact.same}{_kappa(exact)}."
    yield f"On whether a claim holds or not they agreed on {rough.same}{_kappa(rough)}."
    yield "Kappa takes out what chance would do: 1 is full agreement, 0 is chance."


ASKED: dict[str, Callable[[Course], Iterable[str]]] = {
    "How much of it holds?": _how_much_holds,
    "Is the page that is easiest to read also right?": _is_the_easiest_right,
    "What could do harm?": _what_could_harm,
    "Which advice is unsafe?": _what_is_unsafe,
    "Who says to call an ambulance?": _who_says_ambulance,
    "Do they name the same causes?": _who_names_what,
    "Where do they differ?": _where_they_differ,
    "Does it matter which lip or side it is?": _what_lip_and_side_mean,
    "Does advice hold more often than fact?": _is_advice_better,
    "Would somebody else judge alike?": _do_raters_agree,
}
"""The questions, and what answers each."""


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _share(count: science.Tally, where: str = "") -> str:
    """“3 of 4 (75 in 100)”, with the place before the bracket."""
    told = f"{count.holds} of {count.tested}{where}"
    return told if count.share is None else f"{told} ({round(100 * count.share)} in 100)"


def _articles(names: Iterable[str]) -> str:
    ranked = sorted(names)
    return f"article {ranked[0]}" if len(ranked) == 1 else f"articles {' and '.join(ranked)}"


def _is_or_are(things: set) -> str:
    return "is" if len(things) == 1 else "are"


def _it_or_them(things: list) -> str:
    return "it" if len(things) == 1 else "them"


def _listed(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return "; ".join(names[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _kappa(found: science.Agreement) -> str:
    return "" if found.kappa is None else f" (kappa {found.kappa:.2f})"
