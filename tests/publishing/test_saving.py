import json
from types import SimpleNamespace

import pytest

from liptwitch.publishing.saving import STATE, VIEW, keep_state

PAST = {"quiz-1": {"state": {"front_end": "anywidget:code-1"}}, "code-1": {"state": {}}}


def notebook(views: list[str], state: dict | None) -> dict:
    outputs = [{"data": {VIEW: {"model_id": view}}} for view in views]
    cells = [{"outputs": outputs}, {"cell_type": "markdown"}]
    metadata = {} if state is None else {"widgets": {STATE: {"version_major": 2, "state": state}}}
    return {"cells": cells, "metadata": metadata}


@pytest.fixture
def save(tmp_path):
    """Saves a page over one that has the state of a quiz; returns the state that it then has."""

    def save(page: dict, on_disk: str = json.dumps(notebook(["quiz-1"], PAST))) -> dict | None:
        (tmp_path / "page.ipynb").write_text(on_disk, encoding="utf-8")
        manager = SimpleNamespace(root_dir=str(tmp_path))
        model = {"type": "notebook", "content": page}
        keep_state(model=model, path="/page.ipynb", contents_manager=manager)
        return page["metadata"].get("widgets", {}).get(STATE, {}).get("state")

    return save


@pytest.mark.parametrize("lost", [None, {}])
def test_a_page_that_has_not_run_keeps_its_state(save, lost):
    assert save(notebook(["quiz-1"], lost)) == PAST


def test_a_page_of_which_one_cell_has_run_keeps_the_rest(save):
    new = {"quiz-2": {"state": {"new": True}}}
    assert save(notebook(["quiz-1", "quiz-2"], new)) == PAST | new


def test_a_page_that_has_run_drops_what_nothing_shows(save):
    new = {"quiz-2": {"state": {}}}
    assert save(notebook(["quiz-2"], new)) == new


def test_a_page_without_widgets_is_left_alone(save):
    assert save(notebook([], None)) is None


def test_the_new_state_wins(save):
    new = {"code-1": {"state": {"newer": True}}}
    assert save(notebook(["quiz-1"], new)) == PAST | new


def test_a_file_that_cannot_be_read_is_no_trouble(save):
    assert save(notebook(["quiz-1"], None), on_disk="not JSON") == {}


def test_other_files_pass():
    keep_state(model={"type": "file", "content": "text"}, path="x.txt", contents_manager=None)
