"""Whether the presets of the frequency tree cite what there is."""

from collections.abc import Iterator

from liptwitch.content.course import Course
from liptwitch.content.errors import Problem
from liptwitch.content.pointing import unknown_references
from liptwitch.content.reading import Reader

FILE = "probability.toml"


def problems_in_presets(course: Course, reader: Reader) -> Iterator[Problem]:
    """A problem for each reference that a preset cites and references.json does not have."""
    for preset in course.presets.values():
        yield from unknown_references(reader, FILE, preset.id, preset.references)
        for name, figure in preset.figures.items():
            field = f"{name} references"
            yield from unknown_references(reader, FILE, preset.id, figure.references, field)
        if preset.none:
            field = "none references"
            yield from unknown_references(reader, FILE, preset.id, preset.none.references, field)
