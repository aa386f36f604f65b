"""Whether findings, rules and vignettes fit together."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.findings import exclusive
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.reading import Reader
from liptwitch.content.rules import Condition, Gate, Rule
from liptwitch.content.urgency import Urgency

FINDINGS = "findings.toml"
RULES = "rules.toml"
VIGNETTES = "vignettes.toml"
FIRST_RUN = "first_run.csv"
CHECKERS = "symptom_checkers.toml"

PROMPT = (Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.WITHIN_A_WEEK)
"""The levels that a red flag leads to by itself."""


def problems_in_triage(course: Course, reader: Reader) -> Iterator[Problem]:
    """Every id that points at nothing, and every story that contradicts itself."""
    yield from _findings(course, reader)
    yield from _rules(course, reader)
    if reader.whole("rule") and reader.whole("finding"):
        yield from _contradictions(course)
        # A slip in an id is told once, and not as a finding that nothing uses.
        if all(rule.when.mentions <= course.findings.keys() for rule in course.rules.values()):
            yield from _uses(course)
            yield from _red_flags(course)
    yield from _vignettes(course, reader)
    yield from _first_run(course, reader)
    for one in course.symptom_checkers.values():
        yield from unknown_references(reader, CHECKERS, one.id, one.references)


def _findings(course: Course, reader: Reader) -> Iterator[Problem]:
    sets = defaultdict(list)
    for finding in course.findings.values():
        yield from unknown_references(reader, FINDINGS, finding.id, finding.references)
        if finding.one_of:
            sets[finding.one_of].append(finding.id)
    for name, members in sets.items():
        if len(members) == 1 and reader.whole("finding"):
            message = f"is the only finding of “{name}”; name the others, or leave one_of out"
            yield Problem(FINDINGS, members[0], "one_of", message)


def _rules(course: Course, reader: Reader) -> Iterator[Problem]:
    for rule in course.rules.values():
        yield from unknown_references(reader, RULES, rule.id, rule.references)
        for part, named in _parts(rule):
            for one in named:
                yield from unknown(reader, RULES, rule.id, f"when {part}", "finding", one)
        for one in rule.when.none:
            if one in course.findings and course.findings[one].red_flag:
                message = f"“{one}” is a red flag, and must never silence a rule; take it out"
                yield Problem(RULES, rule.id, "when none", message)
        together = [course.findings[one] for one in rule.when.all_ if one in course.findings]
        for first, second in exclusive(together):
            message = f"asks for “{first}” and “{second}”, which cannot both be true; keep one"
            yield Problem(RULES, rule.id, "when all", message)


def _parts(rule: Rule) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "all", rule.when.all_
    for place, group in enumerate(rule.when.any_, start=1):
        yield f"any {place}", group
    yield "none", rule.when.none


def _contradictions(course: Course) -> Iterator[Problem]:
    """Two rules contradict each other that ask for the same at the same gate.

    If their levels differ, one of them is wrong; if not, one of them is idle.
    """
    for first, second in combinations(course.rules.values(), 2):
        meet = Gate.BOTH in (first.for_whom, second.for_whom) or first.for_whom is second.for_whom
        if meet and _sense(first.when) == _sense(second.when):
            is_same = first.level is second.level
            what = (
                "says the same as" if is_same else "asks for the same, and has another level than"
            )
            yield Problem(
                RULES, second.id, "when", f"{what} the rule “{first.id}”; keep one of them"
            )


def _sense(when: Condition) -> tuple[frozenset, frozenset, frozenset]:
    """A condition without its order and its spelling: a group of one is a finding of ``all``."""
    single = {group[0] for group in when.any_ if len(group) == 1}
    groups = frozenset(frozenset(group) for group in when.any_ if len(group) > 1)
    return frozenset(when.all_) | single, groups, frozenset(when.none)


def _uses(course: Course) -> Iterator[Problem]:
    used = {one for rule in course.rules.values() for one in rule.when.mentions}
    for finding in course.findings.values():
        if finding.id not in used and not finding.context_only:
            message = "no rule uses it; write a rule, or say in context_only why none does"
            yield Problem(FINDINGS, finding.id, "", message)
        if finding.id in used and finding.context_only:
            message = "says that no rule uses it, and a rule does; take the line out"
            yield Problem(FINDINGS, finding.id, "context_only", message)


def _red_flags(course: Course) -> Iterator[Problem]:
    prompt = [rule for rule in course.rules.values() if rule.level in PROMPT]
    for finding in course.findings.values():
        fires = any(rule.when.holds({finding.id}) for rule in prompt)
        if finding.red_flag and not fires:
            message = "is a red flag, and no rule asks for a week or less at it alone; write one"
            yield Problem(FINDINGS, finding.id, "red_flag", message)
        if fires and not finding.red_flag:
            message = "a rule asks for a week or less at it alone; say red_flag = true"
            yield Problem(FINDINGS, finding.id, "red_flag", message)


def _vignettes(course: Course, reader: Reader) -> Iterator[Problem]:
    for vignette in course.vignettes.values():
        yield from unknown_references(reader, VIGNETTES, vignette.id, vignette.references)
        for one in vignette.findings:
            yield from unknown(reader, VIGNETTES, vignette.id, "findings", "finding", one)
        told = [course.findings[one] for one in vignette.findings if one in course.findings]
        for first, second in exclusive(told):
            message = f"“{first}” and “{second}” cannot both be true; keep the one that is told"
            yield Problem(VIGNETTES, vignette.id, "findings", message)


def _first_run(course: Course, reader: Reader) -> Iterator[Problem]:
    for one in course.first_run.values():
        yield from unknown(reader, FIRST_RUN, one.vignette, "vignette", "vignette", one.vignette)
    for vignette in course.vignettes.values():
        if reader.lacks("first run", vignette.id):
            message = "the first run has no level for it; add its line to first_run.csv"
            yield Problem(VIGNETTES, vignette.id, "", message)
