"""Runs a notebook in a clean kernel of this very Python."""

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets import default

CELL_TIMEOUT_S = 60
"""A cell that has not finished by then is stuck."""

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Failure:
    """A cell that did not do what a page needs. ``cell`` counts all cells from 1."""

    cell: int
    source: str
    message: str

    def __str__(self) -> str:
        code = "\n".join(f"      {line}" for line in self.source.splitlines())
        message = "\n".join(f"      {line}" for line in self.message.splitlines())
        return f"  cell {self.cell}:\n{code}\n    failed:\n{message}"


class _ThisPythonOnly(KernelSpecManager):
    """Knows one kernel, this Python, whatever kernels the machine has under that name."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(**get_kernel_dict())


class _ThisPython(AsyncKernelManager):
    """Starts this Python."""

    @default("kernel_spec_manager")
    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return _ThisPythonOnly(parent=self)


def run(nb: NotebookNode, folder: Path, timeout_s: int = CELL_TIMEOUT_S) -> list[Failure]:
    """Runs the cells in ``folder``, as a learner who has not answered anything yet.

    Outputs and widget state end up in ``nb``. Returns every cell that raised, hung, killed its
    kernel or wrote to stderr; nobody's progress or IPython profile is read or written.
    """
    started = {"index": 0}
    with tempfile.TemporaryDirectory() as empty:
        client = NotebookClient(
            nb,
            timeout=timeout_s,
            allow_errors=True,
            record_timing=False,
            resources={"metadata": {"path": str(folder)}},
            kernel_manager_class=_ThisPython,
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            on_cell_start=lambda cell, cell_index: started.update(index=cell_index),
        )
        clean = os.environ | {
            "LIPTWITCH_PROGRESS": str(Path(empty) / "progress.jsonl"),
            "IPYTHONDIR": str(Path(empty) / "ipython"),
        }
        try:
            client.execute(env=clean)
        except CellTimeoutError:
            return [_failure(nb, started["index"], f"It did not finish in {timeout_s} s.")]
        except DeadKernelError:
            return [_failure(nb, started["index"], "The kernel died while it ran.")]
    return [
        _failure(nb, index, message)
        for index, cell in enumerate(nb.cells)
        for output in cell.get("outputs", [])
        if (message := _complaint(output))
    ]


def _failure(nb: NotebookNode, index: int, message: str) -> Failure:
    return Failure(index + 1, nb.cells[index].source, message)


def _complaint(output: NotebookNode) -> str:
    """What is wrong with an output: an exception or a warning, empty if neither."""
    if output.output_type == "error":
        return _COLOUR.sub("", f"{output.ename}: {output.evalue}")
    if output.output_type == "stream" and output.name == "stderr":
        return "It wrote to stderr, which readers would see: " + output.text.strip()
    return ""
