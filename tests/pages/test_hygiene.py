"""The hygiene rules: each finds what it is for, and no notebook of the course breaks one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hygiene import RULES, complaints

from liptwitch.publishing.canonical import STATE, VIEW
from liptwitch.publishing.size import measure

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").rglob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def page(request) -> Path:
    """Each notebook of the course."""
    return request.param


def test_there_are_notebooks():
    assert NOTEBOOKS


def test_a_notebook_keeps_every_rule(page):
    assert complaints(json.loads(page.read_text(encoding="utf-8"))) == []


def test_a_notebook_is_not_too_big(page):
    size = measure(page.read_text(encoding="utf-8"))
    assert not size.too_big, size.biggest()


def clean() -> dict:
    """A small notebook that keeps every rule."""
    folded = {"jupyter": {"source_hidden": True}}
    output = {
        "output_type": "execute_result",
        "data": {
            "text/html": ["<p>One</p>\n", '<img src="data:image/png;base64,AA" alt="a lip">'],
            "text/plain": "One",
            VIEW: {"model_id": "quiz-1"},
        },
        "metadata": {"liptwitch": {"keeps_live_view": True}},
    }
    models = {
        "quiz-1": {"state": {"front_end": "anywidget:quiz-2"}},
        "quiz-2": {"state": {}},
    }
    return {
        "cells": [
            {"cell_type": "markdown", "id": "top", "metadata": {}, "source": "# One"},
            {
                "cell_type": "code",
                "id": "import",
                "metadata": folded,
                "source": "from liptwitch import show",
                "execution_count": 1,
                "outputs": [],
            },
            {
                "cell_type": "code",
                "id": "quiz",
                "metadata": folded,
                "source": ['show.quiz("one")'],
                "execution_count": 2,
                "outputs": [output],
            },
        ],
        "metadata": {"kernelspec": {}, "language_info": {}, "widgets": {STATE: {"state": models}}},
    }


def test_a_clean_notebook_breaks_no_rule():
    assert complaints(clean()) == []


def _quiz(notebook: dict) -> dict:
    return notebook["cells"][2]


def _data(notebook: dict) -> dict:
    return _quiz(notebook)["outputs"][0]["data"]


def _state(notebook: dict) -> dict:
    return notebook["metadata"]["widgets"][STATE]["state"]


def _print(kind: str) -> Callable[[dict], None]:
    return lambda nb: _quiz(nb)["outputs"].append({"output_type": kind, "name": "stdout"})


def _html(text: str) -> Callable[[dict], None]:
    return lambda nb: _data(nb).update({"text/html": text})


def _source(text: str) -> Callable[[dict], None]:
    return lambda nb: _quiz(nb).update(source=text)


def _prose(text: str) -> Callable[[dict], None]:
    return lambda nb: nb["cells"][0].update(source=text)


SPOILT = {
    "a cell that has not run": (lambda nb: _quiz(nb).update(execution_count=None), "is None"),
    "a cell that ran twice": (lambda nb: _quiz(nb).update(execution_count=7), "is 7, not 2"),
    "an ignore marker": (_source("# NBVAL_IGNORE_OUTPUT\nshow.x()"), "keep nbval from"),
    "a misspelt marker": (_source("show.x() # nbval-chek"), "keep nbval from"),
    "an ignore tag": (
        lambda nb: _quiz(nb).update(metadata={"tags": ["raises-exception"]}),
        "raises-exception",
    ),
    "a trailing semicolon": (_source('show.quiz("one");'), "“;” makes nbval fail"),
    "an Output widget": (_source("show.x(Output())"), "“Output(” makes"),
    "interact": (_source("show.x(interactive(f))"), "“interact” makes"),
    "clear_output": (_source("show.x(); clear_output()"), "makes nbval fail"),
    "a magic": (_source("%time show.x()"), "“%” makes"),
    "an exhibit without output": (lambda nb: _quiz(nb).update(outputs=[]), "shows nothing"),
    "output of a plain cell": (
        lambda nb: nb["cells"][1].update(outputs=_quiz(nb)["outputs"]),
        "is no exhibit",
    ),
    "no page": (lambda nb: _data(nb).pop("text/html"), "without text/html"),
    "no words": (lambda nb: _data(nb).update({"text/plain": " "}), "without text/plain"),
    "a bare picture": (
        lambda nb: _quiz(nb)["outputs"][0].update(data={"image/png": "AA"}),
        "and no page",
    ),
    "a printed line": (_print("stream"), "shows a stream"),
    "an exception": (_print("error"), "shows a error"),
    "a memory address": (_html("<p>object at 0x7f84c410</p>"), "0x7f84c410"),
    "a view without state": (lambda nb: _state(nb).pop("quiz-1"), "needs the state of quiz-1"),
    "half a state": (lambda nb: _state(nb).pop("quiz-2"), "needs the state of quiz-2"),
    "state without a view": (lambda nb: _state(nb).update(x={}), "no view needs it"),
    "a view that should be gone": (
        lambda nb: _quiz(nb)["outputs"][0].update(metadata={}),
        "does not work without",
    ),
    "a view that should be there": (lambda nb: _data(nb).pop(VIEW), "is not saved"),
    "a time stamp": (
        lambda nb: _quiz(nb)["metadata"].update(execution={"iopub": "2026"}),
        "its metadata are",
    ),
    "code that is not folded": (lambda nb: _quiz(nb).update(metadata={}), "its metadata are"),
    "foreign metadata": (lambda nb: nb["metadata"].update(vscode={}), "vscode is not ours"),
    "a script": (_html("<p>x</p><SCRIPT>alert(1)</script>"), "a <script> tag"),
    "a script in an attribute": (_html('<p onclick="f()">x</p>'), "attribute onclick"),
    "a script in a link": (_html('<a href=" JavaScript:f()">x</a>'), "attribute href"),
    "an image without alt": (_html('<img src="data:,">'), "without words"),
    "an image of another host": (_html('<img alt="" src="//a.b/c.png">'), "loads //a.b/c.png"),
    "a drawing without a name": (_html("<svg></svg>"), "without role"),
    "a Markdown image without alt": (_prose("![](lip.png)"), "without words"),
    "a script in prose": (_prose("# One\n\n<script>"), "cell top: a <script> tag"),
}


@pytest.mark.parametrize(("spoil", "said"), SPOILT.values(), ids=SPOILT)
def test_what_is_wrong_is_found_and_said(spoil, said):
    notebook = clean()
    spoil(notebook)
    found = complaints(notebook)
    assert any(said in one for one in found), found


def test_every_rule_is_broken_by_some_example():
    unbroken = set(RULES)
    for spoil, _ in SPOILT.values():
        notebook = clean()
        spoil(notebook)
        unbroken -= {rule for rule in RULES if list(rule(notebook))}
    assert not unbroken
