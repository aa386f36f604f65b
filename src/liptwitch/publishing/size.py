"""How many bytes a notebook has, and how many of them are not content."""

import json
from dataclasses import dataclass
from typing import Any

import nbformat
from nbformat import NotebookNode

from liptwitch.publishing.canonical import STATE

LIMIT_BYTES = 250_000
"""A page above this opens slowly on a phone and reads badly on a code host."""

_FRONT_END = ("_esm", "_css", "code", "anatomy_code", "style")


@dataclass(frozen=True)
class Size:
    """A notebook's bytes by part; ``parts`` adds up to ``total``."""

    total: int
    parts: dict[str, int]

    @property
    def not_content(self) -> int:
        """Bytes that nobody wrote for a reader: the front-end code that a saved live view carries,
        and the format's own ids, metadata, brackets and indentation.
        """
        return sum(self.parts.get(name, 0) for name in ("front-end code", "ids and metadata"))

    @property
    def too_big(self) -> bool:
        """Whether the notebook is above the limit."""
        return self.total > LIMIT_BYTES

    def __str__(self) -> str:
        share = 100 * self.not_content / self.total
        return f"{_kb(self.total)}, {_kb(self.not_content)} ({share:.0f} %) of it not content"

    def biggest(self, count: int = 4) -> str:
        """The biggest parts in words."""
        ranked = sorted(self.parts.items(), key=lambda part: -part[1])
        return ", ".join(f"{name} {_kb(size)}" for name, size in ranked[:count])


def measure(file: str) -> Size:
    """The size of a notebook, given as the text of its file."""
    nb = nbformat.reads(file, as_version=4)
    parts: dict[str, int] = {}
    for name, value in _contents(nb):
        parts[name] = parts.get(name, 0) + _bytes(value)
    total = len(file.encode())
    parts["ids and metadata"] = total - sum(parts.values())
    return Size(total, parts)


def _contents(nb: NotebookNode) -> list[tuple[str, Any]]:
    """Everything in the notebook that somebody wrote, with the name of its part."""
    found: list[tuple[str, Any]] = []
    for cell in nb.cells:
        found.append(("prose" if cell.cell_type == "markdown" else "code", cell.source))
        for output in cell.get("outputs", []):
            found += [(f"output {mime}", value) for mime, value in output.get("data", {}).items()]
            if "text" in output:
                found.append(("output stream", output.text))
    models = nb.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for model in models.values():
        for key, value in model["state"].items():
            if key in _FRONT_END:
                found.append(("front-end code", value))
            elif not key.startswith("_") and value is not None:
                found.append(("live state", value))
    return found


def _bytes(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode())


def _kb(size: int) -> str:
    return f"{size / 1000:.1f} kB"
