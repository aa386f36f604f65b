"""Makes an executed notebook the same to the byte, whoever ran it and whenever."""

import re
from collections.abc import Iterator
from typing import Any

import nbformat
from nbformat import NotebookNode

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"

# How a widget's state names another widget: ipywidgets' way, and anywidget's.
_MODEL_REFERENCE = re.compile(r"(IPY_MODEL_|anywidget:)([\w-]+)")


def canonical(nb: NotebookNode, python_version: str | None = None) -> None:
    """Takes out of an executed notebook, in place, what differs from run to run.

    Execution counts become 1..n. A live view stays only where its exhibit works without a kernel
    (``keeps_live_view`` in the output's metadata); its models get ids made from the cell's id.
    The other views go, and all state that no view needs.

    ``python_version``: JupyterLab writes the kernel's Python version on every save. A page that
    was built before keeps the version it has, so that building it with another Python, or
    saving it, is not a change of the page.
    """
    models = nb.metadata.pop("widgets", {}).get(STATE, {}).get("state", {})
    names: dict[str, str] = {}
    code_cells = [cell for cell in nb.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code_cells, start=1):
        _count(cell, count)
        _name_models(cell, models, names)
    if names:
        state = {name: _saved(_renamed(models[model], names)) for model, name in names.items()}
        nb.metadata["widgets"] = {STATE: {"state": state, "version_major": 2, "version_minor": 0}}
    if python_version:
        nb.metadata.language_info.version = python_version


def keeps_live_view(output: NotebookNode) -> bool:
    """Whether the output's exhibit works without a kernel, by its own word."""
    return bool(output.metadata.get("liptwitch", {}).get("keeps_live_view"))


def text(nb: NotebookNode) -> str:
    """The notebook's file, as Jupyter itself would lay it out."""
    nbformat.validate(nb)
    return nbformat.writes(nb) + "\n"


def _count(cell: NotebookNode, count: int) -> None:
    cell.metadata.pop("execution", None)
    cell.execution_count = count
    for output in cell.outputs:
        if "execution_count" in output:
            output.execution_count = count


def _name_models(cell: NotebookNode, models: dict[str, Any], names: dict[str, str]) -> None:
    """Adds to ``names`` (old id to new) the models that the cell's kept views need.

    A model that an earlier cell needs too has its name already. Views that are not kept go.
    """
    views = []
    for output in cell.outputs:
        if VIEW in output.get("data", {}):
            view = output.data.pop(VIEW)
            if keeps_live_view(output):
                output.data[VIEW] = view
                views.append(view)
    reached: list[str] = []
    for view in views:
        _reach(view["model_id"], models, reached)
    new = (model for model in reached if model not in names)
    names |= {model: f"{cell.id}-{number}" for number, model in enumerate(new, start=1)}
    for view in views:
        view["model_id"] = names[view["model_id"]]


def _reach(model: str, models: dict[str, Any], order: list[str]) -> None:
    """Appends a model, and all that it refers to, in an order that no run changes."""
    if model not in order:
        order.append(model)
        for other in references(models[model]):
            _reach(other, models, order)


def _saved(model: dict[str, Any]) -> dict[str, Any]:
    """A layout without the forty properties that nobody set: the page takes null for those."""
    if model["model_name"] == "LayoutModel":
        model["state"] = {key: one for key, one in model["state"].items() if one is not None}
    return model


def references(value: Any) -> Iterator[str]:
    """The ids of the models that a widget's state names, in an order that no run changes."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from references(value[key])
    elif isinstance(value, list):
        for one in value:
            yield from references(one)
    elif isinstance(value, str) and (match := _MODEL_REFERENCE.fullmatch(value)):
        yield match[2]


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """The state with every reference to a model under its new name."""
    if isinstance(value, dict):
        return {key: _renamed(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    if isinstance(value, str) and (match := _MODEL_REFERENCE.fullmatch(value)):
        return match[1] + names[match[2]]
    return value
