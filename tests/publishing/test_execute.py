"""Running cells, and saying which one failed."""

import os

from liptwitch.publishing.execute import run
from liptwitch.publishing.source import notebook


def lesson(*codes: str):
    fences = "\n\n".join(f"```python\n{code}\n```" for code in codes)
    return notebook(f"# Title\n\n{fences}")


def test_a_failing_cell_is_named_with_its_source_and_message(tmp_path):
    nb = lesson("a = 1", "a / 0", "import warnings\nwarnings.warn('careful')")
    first, second = run(nb, tmp_path)
    assert str(first) == (
        "  cell 3:\n      a / 0\n    failed:\n      ZeroDivisionError: division by zero"
    )
    assert second.cell == 4
    assert "stderr" in second.message
    assert "UserWarning: careful" in second.message


def test_a_cell_that_hangs_is_named(tmp_path):
    (failure,) = run(lesson("1", "import time\ntime.sleep(600)"), tmp_path, timeout_s=1)
    assert failure.cell == 3
    assert failure.message == "It did not finish in 1 s."


def test_a_kernel_that_dies_is_named(tmp_path):
    (failure,) = run(lesson("import os\nos._exit(1)"), tmp_path)
    assert (failure.cell, failure.message) == (2, "The kernel died while it ran.")


def test_the_kernel_is_a_fresh_learner_in_the_notebooks_folder(tmp_path):
    nb = lesson(
        "import os",
        "print(os.path.exists(os.environ['LIPTWITCH_PROGRESS']), os.getcwd())",
        "print(os.environ['LIPTWITCH_PROGRESS'])",
    )
    assert run(nb, tmp_path) == []
    assert nb.cells[2].outputs[0].text == f"False {tmp_path}\n"
    assert nb.cells[3].outputs[0].text.strip() != os.environ["LIPTWITCH_PROGRESS"]
