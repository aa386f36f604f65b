"""Triage: from what is true of a person to how fast they should be seen, and what would change it.

Pure functions over the records of ``data/findings.toml`` and ``data/rules.toml``. The most urgent
rule that holds gives the level; no score, no weight and no probability is involved, so that each
answer can be followed back to one rule and its source.
"""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from liptwitch.content.errors import NotInCourse
from liptwitch.content.findings import Finding, exclusive
from liptwitch.content.rules import Gate, Rule
from liptwitch.content.urgency import Urgency

NOT_ENOUGH = "not enough to say"
"""What stands in a level's place when no rule holds. It does not mean harmless."""

_STEPS = {level: step for step, level in enumerate(reversed(Urgency), start=1)}


def step(level: Urgency | None) -> int:
    """How urgent a level is: 5 for an emergency, 1 for self-care, 0 for “not enough to say”."""
    return _STEPS[level] if level else 0


@dataclass(frozen=True)
class Fired:
    """A rule that holds, and the findings that it rests on, in the order of its condition."""

    rule: Rule
    met_by: tuple[str, ...]


@dataclass(frozen=True)
class Raise:
    """What would raise the level: findings that are not chosen, where they lead, and by what.

    ``rules``: ids of the rules that would give the new level.
    ``shares``: how many of the chosen findings these rules rest on too.
    """

    findings: tuple[str, ...]
    level: Urgency
    rules: tuple[str, ...]
    shares: int


@dataclass(frozen=True)
class Ask:
    """A finding worth asking for: the highest level that it could lead to, by which rule.

    ``alone``: whether it alone would do so; otherwise the rule needs more that is not chosen.
    """

    finding: str
    level: Urgency
    rule: str
    alone: bool


@dataclass(frozen=True)
class Conflict:
    """Chosen findings of which at most one can be true."""

    one_of: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Assessment:
    """What the rules make of a person.

    ``level``: ``None`` when no rule holds. ``fired``: most urgent first, then in the rules' order.
    ``raised_by``: single further findings, or pairs where no single one raises the level; nearest
    first. ``ask``: what could raise the level most, first.
    """

    level: Urgency | None
    fired: tuple[Fired, ...]
    raised_by: tuple[Raise, ...]
    ask: tuple[Ask, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def words(self) -> str:
        """The level as a reader sees it."""
        return self.level.words if self.level else NOT_ENOUGH


def assess(
    findings: Mapping[str, Finding],
    rules: Mapping[str, Rule],
    chosen: Collection[str],
    denied: Collection[str] = (),
) -> Assessment:
    """Weigh the findings that are true of a person.

    ``chosen``: ids of findings that are true. ``denied``: ids that were asked for and are not; they
    are neither proposed nor asked again. Raises :class:`NotInCourse` for an id that is no finding.
    """
    for one in (*chosen, *denied):
        if one not in findings:
            raise NotInCourse("finding", one, list(findings))
    true = frozenset(chosen)
    open_ = _open(findings, true, frozenset(denied))
    level = level_of(rules.values(), true)
    return Assessment(
        level=level,
        fired=_fired(rules.values(), true),
        raised_by=_raised_by(rules, true, open_, level),
        ask=_ask(rules, true, open_, level),
        conflicts=_conflicts(findings, true),
    )


def level_of(rules: Iterable[Rule], chosen: Set[str]) -> Urgency | None:
    """The most urgent level of the rules that hold; ``None`` when none does."""
    return max((rule.level for rule in rules if rule.when.holds(chosen)), key=step, default=None)


def rules_for(rules: Mapping[str, Rule], gate: Gate) -> dict[str, Rule]:
    """The rules of one gate, the patient's or the doctor's, with those of both."""
    return {name: rule for name, rule in rules.items() if rule.for_whom in (gate, Gate.BOTH)}


def _open(findings: Mapping[str, Finding], chosen: Set[str], denied: Set[str]) -> list[str]:
    """Findings that could still turn out to be true, in their own order."""
    taken = {findings[one].one_of for one in chosen} - {None}
    return [
        name
        for name, finding in findings.items()
        if name not in chosen and name not in denied and finding.one_of not in taken
    ]


def _fired(rules: Iterable[Rule], chosen: Set[str]) -> tuple[Fired, ...]:
    holding = [rule for rule in rules if rule.when.holds(chosen)]
    holding.sort(key=lambda rule: -step(rule.level))
    return tuple(Fired(rule, rule.when.met_by(chosen)) for rule in holding)


def _raised_by(
    rules: Mapping[str, Rule], chosen: Set[str], open_: list[str], level: Urgency | None
) -> tuple[Raise, ...]:
    higher = [rule for rule in rules.values() if step(rule.level) > step(level)]
    useful = {one for rule in higher for one in rule.when.mentions}
    candidates = [one for one in open_ if one in useful]
    for size in (1, 2):
        found = [
            raised
            for added in combinations(candidates, size)
            if (raised := _raise(rules, higher, chosen, added, level))
        ]
        if found:
            return tuple(sorted(found, key=lambda one: (-one.shares, -step(one.level))))
    return ()


def _raise(
    rules: Mapping[str, Rule],
    higher: Iterable[Rule],
    chosen: Set[str],
    added: tuple[str, ...],
    level: Urgency | None,
) -> Raise | None:
    after = chosen | set(added)
    holding = [rule for rule in higher if rule.when.holds(after)]
    if not holding:
        return None
    reached = level_of(rules.values(), after)
    leading = [rule for rule in holding if rule.level is reached]
    shares = max(len(set(rule.when.met_by(after)) & chosen) for rule in leading)
    return Raise(added, reached, tuple(rule.id for rule in leading), shares)


def _ask(
    rules: Mapping[str, Rule], chosen: Set[str], open_: list[str], level: Urgency | None
) -> tuple[Ask, ...]:
    best: dict[str, tuple[tuple[int, int, int], Ask]] = {}
    for rule in rules.values():
        lacking = _lacking(rule, chosen, frozenset(open_))
        if step(rule.level) <= step(level) or not lacking:
            continue
        # How high it leads, how much of the rule is there already, how little is lacking.
        rank = (step(rule.level), len(rule.when.met_by(chosen)), -len(lacking))
        for one in (one for group in lacking for one in group):
            if one not in best or rank > best[one][0]:
                best[one] = (rank, Ask(one, rule.level, rule.id, len(lacking) == 1))
    found = [one for one in open_ if one in best]
    found.sort(key=lambda one: best[one][0], reverse=True)  # ties stay in the findings' order
    return tuple(best[one][1] for one in found)


def _lacking(rule: Rule, chosen: Set[str], open_: Set[str]) -> list[list[str]]:
    """What a rule still needs: of each list one. Empty where it holds, or cannot hold any more."""
    if not chosen.isdisjoint(rule.when.none):
        return []
    groups = [*([one] for one in rule.when.all_), *rule.when.any_]
    lacking = [
        [one for one in group if one in open_] for group in groups if chosen.isdisjoint(group)
    ]
    return lacking if all(lacking) else []


def _conflicts(findings: Mapping[str, Finding], chosen: Set[str]) -> tuple[Conflict, ...]:
    true = [finding for name, finding in findings.items() if name in chosen]
    sets: dict[str, dict[str, None]] = {}
    for first, second in exclusive(true):
        sets.setdefault(findings[first].one_of, {}).update({first: None, second: None})
    return tuple(Conflict(name, tuple(members)) for name, members in sets.items())
