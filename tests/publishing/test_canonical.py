"""What differs from run to run is taken out; what works without a kernel stays."""

import json
from copy import deepcopy

import nbformat
import pytest
from samples import executed

from liptwitch.publishing.canonical import STATE, VIEW, canonical, text
from liptwitch.publishing.source import notebook


def test_two_runs_give_the_same_bytes():
    one, other = executed("aaa", "bbb"), executed("zz9", "zz1")
    canonical(one)
    canonical(other)
    assert text(one) == text(other)
    assert text(one).endswith("}\n")


def test_model_ids_come_from_the_cell_and_so_do_references_to_them():
    nb = executed()
    canonical(nb)
    assert nb.metadata.widgets[STATE]["state"] == {
        "show-quiz-01-1": {
            "model_name": "A",
            "state": {"children": ["IPY_MODEL_show-quiz-01-2"]},
        },
        "show-quiz-01-2": {"model_name": "B", "state": {"up": "IPY_MODEL_show-quiz-01-1"}},
    }
    assert nb.cells[1].outputs[0].data[VIEW]["model_id"] == "show-quiz-01-1"


def test_a_model_that_two_cells_share_is_kept_once():
    nb = executed()
    again = deepcopy(nb.cells[1])
    again.id = "second"
    again.outputs[0].data[VIEW]["model_id"] = "third"
    nb.cells.append(again)
    models = nb.metadata.widgets[STATE]["state"]
    models["third"] = {"model_name": "D", "state": {"front_end": "IPY_MODEL_bbb"}}
    canonical(nb)
    state = nb.metadata.widgets[STATE]["state"]
    assert list(state) == ["show-quiz-01-1", "show-quiz-01-2", "second-1"]
    assert state["second-1"]["state"] == {"front_end": "IPY_MODEL_show-quiz-01-2"}


def test_the_order_in_which_a_kernel_wrote_its_state_does_not_matter():
    pages = []
    for order in (("left", "right"), ("right", "left")):
        nb = executed()
        models = nb.metadata.widgets[STATE]["state"]
        models["aaa"]["state"] = {side: f"IPY_MODEL_{side}" for side in order}
        models |= {side: {"model_name": side, "state": {}} for side in order}
        canonical(nb)
        pages.append(text(nb))
    assert pages[0] == pages[1]


def test_a_text_that_only_mentions_a_reference_stays_as_it_is():
    nb = executed()
    models = nb.metadata.widgets[STATE]["state"]
    models["aaa"]["state"]["_esm"] = "// such as anywidget:aaa or IPY_MODEL_nobody"
    canonical(nb)
    first, _ = nb.metadata.widgets[STATE]["state"].values()
    assert first["state"]["_esm"] == "// such as anywidget:aaa or IPY_MODEL_nobody"


def test_a_layout_is_saved_without_what_nobody_set():
    nb = executed()
    models = nb.metadata.widgets[STATE]["state"]
    models["bbb"] = {"model_name": "LayoutModel", "state": {"width": "9em", "height": None}}
    models["aaa"]["state"]["unset"] = None
    canonical(nb)
    first, layout = nb.metadata.widgets[STATE]["state"].values()
    assert layout["state"] == {"width": "9em"}
    assert "unset" in first["state"]


def test_a_view_that_needs_a_kernel_goes_with_all_its_state():
    nb = executed(keeps=False)
    canonical(nb)
    assert nb.cells[1].outputs[0].data == {"text/plain": "words"}
    assert "widgets" not in nb.metadata


def test_counts_are_1_to_n_and_no_time_is_left():
    nb = executed()
    canonical(nb)
    assert nb.cells[1].execution_count == 1
    assert nb.cells[1].metadata == {"jupyter": {"source_hidden": True}}


def test_a_page_keeps_the_python_version_it_has():
    nb = executed()
    again = deepcopy(nb)
    canonical(nb)
    canonical(again, python_version="3.12.1")
    assert nb.metadata.language_info.version == "3.11.7"
    assert again.metadata.language_info.version == "3.12.1"


def test_letters_of_all_languages_stay_readable():
    nb = notebook("# Déjà vu — 漢字")
    assert "Déjà vu — 漢字" in text(nb)


def test_a_notebook_that_is_none_is_refused():
    nb = notebook("# A")
    nb.cells[0].id = "not valid!"
    with pytest.raises(nbformat.ValidationError):
        text(nb)


def test_keys_are_sorted():
    nb = executed()
    canonical(nb)
    assert text(nb) == json.dumps(json.loads(text(nb)), sort_keys=True, indent=1) + "\n"
