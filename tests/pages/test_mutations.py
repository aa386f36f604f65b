"""The page check can fail: one thing of each kind is changed in a copy, and strict nbval is red.

A copy of lesson 01 holds only the cells that the changes concern. Each change gets a folder with
the notebook and its own data; one pytest runs them all, each notebook in its own kernel.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from liptwitch.content.course import Course
from liptwitch.content.loading import load
from liptwitch.content.quizzes import SingleItem

PROJECT = Path(__file__).resolve().parents[2]


def item_of(course: Course) -> SingleItem:
    """The item that is changed: the first of lesson 01 with one best answer."""
    quizzes = {quiz.id for quiz in course.quizzes_of("01")}
    return next(
        item
        for item in course.items.values()
        if item.quiz in quizzes and isinstance(item, SingleItem)
    )


def edit(file: Path, record: str, change: Callable[[str], str]) -> None:
    """Changes one record of a TOML file: the text from its id to the next record of its kind."""
    text = file.read_text(encoding="utf-8")
    start = text.index(f'id = "{record}"')
    end = re.compile(r"^\[\[(item|movement)\]\]", re.MULTILINE).search(text, start)
    stop = end.start() if end else len(text)
    new = change(text[start:stop])
    assert new != text[start:stop]
    file.write_text(text[:start] + new + text[stop:], encoding="utf-8")


def in_item(change: Callable[[str], str]) -> Callable[[Path, Course], None]:
    """A change of the item's record in the quizzes of lesson 01."""
    return lambda folder, course: edit(
        folder / "data" / "quizzes" / "01.toml", item_of(course).id, change
    )


def another_key(record: str) -> str:
    """Another option is right; a misconception's code, which only a wrong one has, goes."""
    record = re.sub(r"^misconception = .*\n", "", record, flags=re.MULTILINE)
    kept = record.replace("correct = true", "correct = was", 1)
    return kept.replace("correct = false", "correct = true", 1).replace("was", "false", 1)


def another_objective(folder: Path, course: Course) -> None:
    item = item_of(course)
    others = [one.id for one in course.lesson("01").objectives if one.id != item.objective]
    old, new = (f'objective = "{one}"' for one in (item.objective, others[0]))
    in_item(lambda record: record.replace(old, new, 1))(folder, course)


def another_rate(folder: Path, course: Course) -> None:
    """The lab opens with the first movement; its figure is drawn from the rate."""
    movement = next(iter(course.movements.values()))
    edit(
        folder / "data" / "movements.toml",
        movement.id,
        lambda record: re.sub(r"rate_hz = [\d.]+", "rate_hz = 1.75", record, count=1),
    )


def another_word(folder: Path, _course: Course) -> None:
    """The saved page says something else than the course does."""
    path = folder / "page.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    words = notebook["cells"][1]["outputs"][0]["data"]["text/plain"]
    words[-1] += " indeed"
    path.write_text(json.dumps(notebook), encoding="utf-8")


def first(old: str, new: str) -> Callable[[str], str]:
    return lambda record: record.replace(old, new, 1)


MUTATIONS = {
    "answer-key": in_item(another_key),
    "option": in_item(first('\ntext = "', '\ntext = "Surely ')),
    "feedback": in_item(first('\nfeedback = "', '\nfeedback = "Well, ')),
    "word-of-the-stem": in_item(first('\nstem = "', '\nstem = "Now ')),
    "objective-link": another_objective,
    "datum-of-a-figure": another_rate,
    "word-of-the-saved-page": another_word,
}
UNCHANGED = "unchanged"


def short_copy(course: Course) -> dict:
    """Lesson 01's saved notebook with the cells that the mutations concern, and no others."""
    path = PROJECT / "notebooks" / f"{course.lesson('01').stem}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    wanted = [
        "from liptwitch import show",
        f'show.quiz("{item_of(course).quiz}")',
        "show.movement_lab()",
    ]
    cells = {"".join(cell["source"]): cell for cell in notebook["cells"]}
    notebook["cells"] = [cells[source] for source in wanted]
    return notebook


@pytest.fixture(scope="module")
def failures(tmp_path_factory) -> dict[str, list[str]]:
    """What strict nbval said of each copy: a message for each cell that is red."""
    folder = tmp_path_factory.mktemp("mutations")
    course = load()
    notebook = json.dumps(short_copy(course))
    for name, mutate in {UNCHANGED: lambda *_: None, **MUTATIONS}.items():
        copy = folder / name
        shutil.copytree(PROJECT / "data", copy / "data")
        (copy / "page.ipynb").write_text(notebook, encoding="utf-8")
        mutate(copy, course)
        load(copy / "data")  # still a course that loads: what is red is the page
    (folder / "pytest.ini").write_text("[pytest]\njunit_family = xunit1\n")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--junitxml=report.xml",
         "--nbval", "--nbval-current-env", "--nbval-cell-timeout=60", "."],
        cwd=folder,
        env=os.environ | {"LIPTWITCH_DATA": "data"},  # the data beside each notebook
        capture_output=True,
        check=False,
    )  # fmt: skip
    said: dict[str, list[str]] = {}
    for cell in ElementTree.parse(folder / "report.xml").iter("testcase"):
        name = Path(cell.get("file")).parent.name
        reds = [*cell.iter("failure"), *cell.iter("error")]
        said.setdefault(name, []).extend(red.text for red in reds)
    return said


def test_the_unchanged_copy_is_green(failures):
    assert failures[UNCHANGED] == []


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_change_turns_the_page_red(failures, name):
    assert failures[name]
    assert all("mismatch" in message for message in failures[name]), failures[name]
