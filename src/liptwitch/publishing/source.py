"""A lesson's Markdown becomes a notebook that has not run yet."""

import re
import unicodedata

import jupytext
from nbformat import NotebookNode

_LONGEST_ID = 64  # nbformat's limit
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_HEADING = re.compile(r"^#{1,6}\s+(.+)$", re.MULTILINE)


def notebook(text: str) -> NotebookNode:
    """The cells of a lesson, with canonical ids and collapsed code; nothing has run.

    Two blank lines or a code fence part two cells, as Jupytext reads Markdown.
    """
    nb = jupytext.reads(text, fmt="md")
    taken: set[str] = set()
    section = "start"
    for cell in nb.cells:
        section = _slug(_heading(cell)) or section
        name = section if cell.cell_type == "markdown" else _slug(cell.source)
        cell.id = _free(name or "cell", taken)
        # JupyterLab folds the code away; readers come for what it shows.
        cell.metadata = {"jupyter": {"source_hidden": True}} if cell.cell_type == "code" else {}
    nb.metadata = {"kernelspec": dict(_KERNEL)}
    nb.nbformat, nb.nbformat_minor = 4, 5
    return nb


def _heading(cell: NotebookNode) -> str:
    found = _HEADING.search(cell.source) if cell.cell_type == "markdown" else None
    return found[1] if found else ""


def _slug(text: str) -> str:
    """Letters, figures and single hyphens: what a cell id may hold."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _free(name: str, taken: set[str]) -> str:
    """The name, or the name with the first free number: the n-th cell of a section."""
    room = _LONGEST_ID - 4
    name = name[:room].rstrip("-")
    number = 1
    while (candidate := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    taken.add(candidate)
    return candidate
