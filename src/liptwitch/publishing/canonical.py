"""Makes an executed notebook the same to the byte, whoever ran it and whenever."""

import json
import re
from collections.abc import Iterator
from typing import Any

import nbformat
from nbformat import NotebookNode

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"

_MODEL_REFERENCE = re.compile(r"IPY_MODEL_([\w-]+)")


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
    kept: dict[str, Any] = {}
    count = 0
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        cell.metadata.pop("execution", None)
        views = []
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
            if VIEW in output.get("data", {}):
                if keeps_live_view(output):
                    views.append(output.data[VIEW])
                else:
                    del output.data[VIEW]
        _keep(cell.id, views, models, kept)
    if kept:
        state = {"state": kept, "version_major": 2, "version_minor": 0}
        nb.metadata["widgets"] = {STATE: state}
    if python_version:
        nb.metadata.language_info.version = python_version


def keeps_live_view(output: NotebookNode) -> bool:
    """Whether the output's exhibit works without a kernel, by its own word."""
    return bool(output.metadata.get("liptwitch", {}).get("keeps_live_view"))


def text(nb: NotebookNode) -> str:
    """The notebook's file, as Jupyter itself would lay it out."""
    nbformat.validate(nb)
    return nbformat.writes(nb) + "\n"


def _keep(name: str, views: list[Any], models: dict[str, Any], kept: dict[str, Any]) -> None:
    """Moves what the views need from ``models`` to ``kept``, under ids made from ``name``."""
    order: list[str] = []
    for view in views:
        _reach(view["model_id"], models, order)
    ids = {old: f"{name}-{number}" for number, old in enumerate(order, start=1)}
    for view in views:
        view["model_id"] = ids[view["model_id"]]
    for old, new in ids.items():
        kept[new] = _renamed(models[old], ids)


def _reach(model: str, models: dict[str, Any], order: list[str]) -> None:
    """Appends a model, and all that it refers to, in an order that no run changes."""
    if model not in order:
        order.append(model)
        for other in _references(models[model]):
            _reach(other, models, order)


def _references(value: Any) -> Iterator[str]:
    yield from _MODEL_REFERENCE.findall(json.dumps(value, sort_keys=True))


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    """The state with every reference to a model under its new id."""
    if isinstance(value, dict):
        return {key: _renamed(one, ids) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, ids) for one in value]
    if isinstance(value, str):
        return _MODEL_REFERENCE.sub(lambda match: f"IPY_MODEL_{ids[match[1]]}", value)
    return value
