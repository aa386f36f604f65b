"""Whether findings and vignettes fit together."""

from collections import defaultdict
from collections.abc import Iterator

from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.findings import exclusive
from liptwitch.content.pointing import unknown, unknown_references
from liptwitch.content.reading import Reader

FINDINGS = "findings.toml"
VIGNETTES = "vignettes.toml"


def problems_in_triage(course: Course, reader: Reader) -> Iterator[Problem]:
    """Every id that points at nothing, and every story that contradicts itself."""
    yield from _findings(course, reader)
    yield from _vignettes(course, reader)


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


def _vignettes(course: Course, reader: Reader) -> Iterator[Problem]:
    for vignette in course.vignettes.values():
        yield from unknown_references(reader, VIGNETTES, vignette.id, vignette.references)
        for one in vignette.findings:
            yield from unknown(reader, VIGNETTES, vignette.id, "findings", "finding", one)
        told = [course.findings[one] for one in vignette.findings if one in course.findings]
        for first, second in exclusive(told):
            message = f"“{first}” and “{second}” cannot both be true; keep the one that is told"
            yield Problem(VIGNETTES, vignette.id, "findings", message)
