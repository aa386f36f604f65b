"""What strict nbval cannot see in a saved notebook.

nbval compares text, HTML and JSON of cells that have run. It never looks at execution counts,
metadata, widget views, pictures, markers that switch it off, or cells without outputs.
"""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from liptwitch.publishing.canonical import STATE, VIEW, references

Notebook = dict
Rule = Callable[[Notebook], Iterator[str]]

_SWITCH_OFF = re.compile(r"nbval|pytest_validate|raises[-_]exception|skip[-_]execution", re.I)
_BREAKS_NBVAL = re.compile(r"\bOutput\s*\(|\binteract|\bclear_output\b|;\s*$|^\s*[%!]", re.M)
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}")
_NO_ALT = re.compile(r"!\[\s*\]\(|!\[\s*\]\[")
_IS_PICTURE = ("image/png", "image/jpeg", "image/gif", "image/webp")
_SVG_NAME = "http://www.w3.org/2000/svg"  # what a drawing calls its language; nothing is loaded
_CODE_METADATA = {"jupyter": {"source_hidden": True}}
_NOTEBOOK_METADATA = {"kernelspec", "language_info", "widgets"}


def complaints(notebook: Notebook) -> list[str]:
    """Everything that is wrong with a notebook, as sentences that name the cell."""
    return [one for rule in RULES for one in rule(notebook)]


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _code(notebook: Notebook) -> Iterator[tuple[str, dict]]:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            yield f"cell {cell['id']}", cell


def _outputs(notebook: Notebook) -> Iterator[tuple[str, dict]]:
    for name, cell in _code(notebook):
        for output in cell["outputs"]:
            yield name, output


def all_cells_ran_in_order(notebook: Notebook) -> Iterator[str]:
    for count, (name, cell) in enumerate(_code(notebook), start=1):
        if cell["execution_count"] != count:
            yield f"{name}: its execution count is {cell['execution_count']}, not {count}"


def nothing_switches_the_comparison_off(notebook: Notebook) -> Iterator[str]:
    for name, cell in _code(notebook):
        for text in [_text(cell["source"]), *cell["metadata"].get("tags", [])]:
            if found := _SWITCH_OFF.search(text):
                yield f"{name}: “{found[0]}” would keep nbval from comparing it"


def no_code_that_nbval_cannot_repeat(notebook: Notebook) -> Iterator[str]:
    for name, cell in _code(notebook):
        if found := _BREAKS_NBVAL.search(_text(cell["source"])):
            yield f"{name}: “{found[0].strip()}” makes nbval fail on an unchanged page"


def each_exhibit_shows_its_page_and_words(notebook: Notebook) -> Iterator[str]:
    for name, cell in _code(notebook):
        shows = _text(cell["source"]).startswith("show.")
        if shows and not cell["outputs"]:
            yield f"{name}: the exhibit shows nothing"
        if not shows and cell["outputs"]:
            yield f"{name}: it is no exhibit and shows something"
    for name, output in _outputs(notebook):
        data = output.get("data", {})
        for face in ("text/html", "text/plain"):
            if not _text(data.get(face, "")).strip():
                yield f"{name}: an output without {face}"


def no_picture_without_a_page(notebook: Notebook) -> Iterator[str]:
    for name, output in _outputs(notebook):
        data = output.get("data", {})
        for kind in _IS_PICTURE:
            if kind in data and "text/html" not in data:
                yield f"{name}: {kind}, which nbval does not compare, and no page"


def nothing_but_exhibits_is_printed(notebook: Notebook) -> Iterator[str]:
    for name, output in _outputs(notebook):
        if output["output_type"] in ("stream", "error"):
            yield f"{name}: it shows a {output['output_type']}, a page shows exhibits only"


def no_address_of_this_run(notebook: Notebook) -> Iterator[str]:
    for name, output in _outputs(notebook):
        if found := _ADDRESS.search(json.dumps(output)):
            yield f"{name}: the memory address {found[0]} differs at every run"


def views_and_state_belong_together(notebook: Notebook) -> Iterator[str]:
    models = notebook["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})
    needed: set[str] = set()
    for name, output in _outputs(notebook):
        view = output.get("data", {}).get(VIEW)
        keeps = output.get("metadata", {}).get("liptwitch", {}).get("keeps_live_view", False)
        if view is not None and not keeps:
            yield f"{name}: a live view is saved, and the exhibit does not work without a kernel"
        if view is None and keeps:
            yield f"{name}: the exhibit works without a kernel, and its live view is not saved"
        if view is not None:
            missing = _needed_by(view["model_id"], models, needed)
            yield from (f"{name}: its view needs the state of {one}" for one in missing)
    for model in models.keys() - needed:
        yield f"widget state {model}: no view needs it"


def _needed_by(model: str, models: dict, needed: set[str]) -> Iterator[str]:
    """Adds a model and all it refers to to ``needed``; yields those that are not saved."""
    if model not in models:
        yield model
    elif model not in needed:
        needed.add(model)
        for other in references(models[model]):
            yield from _needed_by(other, models, needed)


def no_trace_of_when_and_where_it_ran(notebook: Notebook) -> Iterator[str]:
    for name, cell in _code(notebook):
        if cell["metadata"] != _CODE_METADATA:
            yield f"{name}: its metadata are {cell['metadata']}, not {_CODE_METADATA}"
    for key in notebook["metadata"].keys() - _NOTEBOOK_METADATA:
        yield f"notebook metadata: {key} is not ours"


def pages_are_safe_and_named(notebook: Notebook) -> Iterator[str]:
    for name, output in _outputs(notebook):
        reader = _Page()
        reader.feed(_text(output.get("data", {}).get("text/html", "")))
        yield from (f"{name}: {problem}" for problem in reader.problems)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            reader = _Page()
            reader.feed(_text(cell["source"]))
            yield from (f"cell {cell['id']}: {problem}" for problem in reader.problems)
            if _NO_ALT.search(_text(cell["source"])):
                yield f"cell {cell['id']}: an image without words (alt text)"


class _Page(HTMLParser):
    """Collects what does not belong into a page that needs no script and no network."""

    _FORBIDDEN = ("script", "iframe", "object", "embed", "link", "base", "form", "meta")

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in self._FORBIDDEN:
            self.problems.append(f"a <{tag}> tag")
        if tag == "img" and "alt" not in given:
            self.problems.append("an image without words (alt text)")
        hidden = given.get("aria-hidden") == "true"
        if (
            tag == "svg"
            and not hidden
            and not (given.get("role") == "img" and given.get("aria-label"))
        ):
            self.problems.append('a drawing without role="img" and aria-label')
        for key, value in given.items():
            if key.startswith("on") or value.strip().lower().startswith("javascript:"):
                self.problems.append(f"a script in the attribute {key}")
            if key in ("src", "srcset", "poster") and "//" in value.replace(_SVG_NAME, ""):
                self.problems.append(f"<{tag}> loads {value}")


RULES: list[Rule] = [
    all_cells_ran_in_order,
    nothing_switches_the_comparison_off,
    no_code_that_nbval_cannot_repeat,
    each_exhibit_shows_its_page_and_words,
    no_picture_without_a_page,
    nothing_but_exhibits_is_printed,
    no_address_of_this_run,
    views_and_state_belong_together,
    no_trace_of_when_and_where_it_ran,
    pages_are_safe_and_named,
]
