"""What JupyterLab would lose on saving: the state of quizzes in a page that has not run.

JupyterLab's widgets save the state of those models alone that a kernel knows. Saving a page that
was opened and not run, as JupyterLab does by itself after two minutes, would therefore leave its
quizzes without state, and the next opening would show "model not found" in their place. The
server of ``make lab`` calls :func:`keep_state` before each save (etc/jupyter says so).
"""

import json
from pathlib import Path
from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def keep_state(model: dict[str, Any], path: str, contents_manager: Any, **_: object) -> None:
    """Before a notebook is saved: gives its views, in place, the state that the file still has."""
    if model["type"] != "notebook":
        return
    notebook = model["content"]
    new = _state(notebook)
    if all(view in new for view in _views(notebook)):
        return
    old = _state(_saved(Path(contents_manager.root_dir) / path.strip("/")))
    widgets = notebook["metadata"].setdefault("widgets", {})
    kept = {"version_major": 2, "version_minor": 0, "state": {}} | widgets.get(STATE, {})
    widgets[STATE] = kept | {"state": old | new}


def _views(notebook: dict[str, Any]) -> set[str]:
    """The models that the notebook's outputs show."""
    return {
        output["data"][VIEW]["model_id"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if VIEW in output.get("data", {})
    }


def _state(notebook: dict[str, Any]) -> dict[str, Any]:
    return notebook.get("metadata", {}).get("widgets", {}).get(STATE, {}).get("state", {})


def _saved(file: Path) -> dict[str, Any]:
    """The notebook as it is on disk, empty if there is none that can be read."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
