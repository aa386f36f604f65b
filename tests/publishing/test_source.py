"""A lesson's Markdown becomes cells."""

import nbformat
import pytest
from samples import PROSE

from liptwitch.publishing.source import notebook


def cells(text: str):
    return notebook(text).cells


def test_two_blank_lines_and_fences_part_cells():
    kinds = [cell.cell_type for cell in cells(PROSE)]
    assert kinds == ["markdown", "code", "code", "markdown"]


def test_code_is_folded_away_and_nothing_has_run():
    for cell in cells(PROSE):
        if cell.cell_type == "code":
            assert cell.metadata == {"jupyter": {"source_hidden": True}}
            assert cell.outputs == []
            assert cell.execution_count is None
        else:
            assert cell.metadata == {}


def test_ids_say_what_a_cell_is_and_stay_when_another_section_grows():
    text = '# Title\n\nA\n\n```python\nshow.quiz("01-before")\n```\n\nB\n\n\n## What moves?\n\nC'
    ids = [cell.id for cell in cells(text)]
    assert ids == ["title", "show-quiz-01-before", "title-2", "what-moves"]
    grown = [cell.id for cell in cells(text.replace("B\n", "B\n\n\nB too\n"))]
    assert set(ids) < set(grown)


@pytest.mark.parametrize(
    "text",
    ["", "No heading", "# Ünïcödé — only “quotes”", "# 漢字", "# " + "long " * 40, "# A\n\n\n# A"],
)
def test_ids_are_valid_and_single(text):
    nb = notebook(text)
    nbformat.validate(nb)
    ids = [cell.id for cell in nb.cells]
    assert len(set(ids)) == len(ids)
