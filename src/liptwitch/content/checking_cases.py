"""Whether each case holds together, and points at what there is."""

from collections.abc import Iterable, Iterator

from liptwitch.content.cases import (
    OPENING_WORDS,
    OTHER,
    SUMMARY_WORDS,
    Case,
    Event,
    KeyFeature,
    Provenance,
    TellingFinding,
    Triage,
)
from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.reading import Reader
from liptwitch.content.record import twice
from liptwitch.content.wording import instead

PRACTICE = "practice"
"""The lesson of a case that stands in none."""


def problems_in_cases(course: Course, reader: Reader) -> Iterator[Problem]:
    """Every problem of every case."""
    for case in course.cases.values():
        file = reader.file_of("case", case.id)
        yield from _pointing(case, file, reader)
        for field, message in _within(case):
            yield Problem(file, case.id, field, message)


def _pointing(case: Case, file: str, reader: Reader) -> Iterator[Problem]:
    """Ids that point out of the case and arrive nowhere."""
    if case.lesson != PRACTICE:
        yield from unknown(reader, file, case.id, "lesson", "lesson", case.lesson)
    for place, one in enumerate(case.hypotheses, start=1):
        if one.cause:
            field = f"hypothesis {place} cause"
            yield from unknown(reader, file, case.id, field, "cause", one.cause)
    for one in case.review:
        yield from unknown(reader, file, case.id, "review", "item", one)
    for code in case.misconceptions:
        yield from unknown(reader, file, case.id, "misconceptions", "misconception", code)
    for one in case.then.claim_ids if case.then else ():
        yield from unknown(reader, file, case.id, "then claim_ids", "claim", one)
    for field, ids in _references(case):
        yield from unknown_references(reader, file, case.id, ids, field)


def _references(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "references", case.references
    yield "triage references", case.triage.references
    yield "now references", case.now.references
    for kind, parts in (("hypothesis", case.hypotheses), ("event", case.events)):
        for place, part in enumerate(parts, start=1):
            yield f"{kind} {place} references", part.references


def _within(case: Case) -> Iterator[tuple[str, str]]:
    """What does not hold together inside a case, as field and message."""
    yield from _lengths(case)
    yield from _ids(case)
    yield from _hypotheses(case)
    yield from _beliefs(case)
    yield from _levels("triage", case.triage)
    for place, event in enumerate(case.events, start=1):
        yield from _levels(f"event {place}", event)
    yield from _shown(case)
    yield from _provenance(case)


def _lengths(case: Case) -> Iterator[tuple[str, str]]:
    for field, text, most in (
        ("opening", case.opening, OPENING_WORDS),
        ("summary model", case.summary.model, SUMMARY_WORDS),
    ):
        count = len(text.split())
        if count > most:
            yield field, f"has {count} words; {most} are allowed: shorten it"


def _ids(case: Case) -> Iterator[tuple[str, str]]:
    for kind, ids in (
        ("question, examination or event", case.shows),
        ("key_feature", [one.id for one in case.key_features]),
        ("hypothesis", [one.key for one in case.hypotheses if one.key]),
    ):
        for one in twice(ids):
            yield "", f"the {kind} “{one}” stands twice; give one of them another id"


def _hypotheses(case: Case) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(case.hypotheses, start=1):
        field = f"hypothesis {place}"
        if not one.cause and not one.name:
            yield field, "has neither cause nor name; give the id of a cause, or a name"
        elif not one.key:
            yield field, "has a name and no id; give it a short id, so that answers can name it"
    if OTHER not in [one.key for one in case.hypotheses]:
        yield "hypothesis", f'none has id = "{OTHER}"; add one for all that is not listed'


def _beliefs(case: Case) -> Iterator[tuple[str, str]]:
    """Each column of the authors' per cents sums to 100."""
    counts = {len(one.expert.event) for one in case.hypotheses}
    if counts != {len(case.events)}:
        yield (
            "hypothesis expert",
            f"there are {len(case.events)} events, and event has "
            f"{' or '.join(map(str, sorted(counts)))} numbers; give one for each event, everywhere",
        )
        return
    columns = {
        stage: [getattr(one.expert, stage) for one in case.hypotheses]
        for stage in ("opening", "asked", "final")
    }
    for place in range(len(case.events)):
        name = "event" if len(case.events) == 1 else f"event {place + 1}"
        columns[name] = [one.expert.event[place] for one in case.hypotheses]
    for stage, column in columns.items():
        off = 100 - sum(column)
        if off:
            do = f"add {off}" if off > 0 else f"take {-off} away"
            yield (
                f"hypothesis expert {stage}",
                f"the numbers sum to {sum(column)}, and per cents sum to 100: {do}",
            )


def _levels(field: str, part: Triage | Event) -> Iterator[tuple[str, str]]:
    if part.level not in part.range:
        yield f"{field} range", f"does not hold the level “{part.level}” itself; add it"


def _shown(case: Case) -> Iterator[tuple[str, str]]:
    findings: list[tuple[str, KeyFeature | TellingFinding]] = [
        *((f"key_feature {n} shown_by", one) for n, one in enumerate(case.key_features, start=1)),
        ("misfit shown_by", case.misfit),
        ("turning_point shown_by", case.turning_point),
    ]
    for field, finding in findings:
        yield from _unknown_within(field, finding.shown_by, case.shows, "question or finding")
    if case.outcome:
        keys = [one.key for one in case.hypotheses]
        yield from _unknown_within("outcome", [case.outcome], keys, "hypothesis")


def _unknown_within(
    field: str, asked: Iterable[str], known: list[str], kind: str
) -> Iterator[tuple[str, str]]:
    for one in asked:
        if one not in known:
            yield field, f"there is no {kind} “{one}” in this case; {instead(one, known)}"


def _provenance(case: Case) -> Iterator[tuple[str, str]]:
    is_comment = case.provenance is Provenance.COMMENT
    if is_comment and case.outcome:
        yield "outcome", "nobody knows what became of a real commenter; take the line out"
    if is_comment and not case.then:
        yield "then", "is missing; say what the site's doctor answered, or that nobody did"
    if case.then and case.then.answered:
        for key in ("action", "time_frame", "safety_net"):
            if getattr(case.then, key) is None:
                yield f"then {key}", "is missing; say of each answer whether it holds this"
