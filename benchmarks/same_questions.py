"""The same ten questions in four tools: ours, plain ipywidgets, jupyterquiz, ipyquizjb."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

from liptwitch.content.loading import load
from liptwitch.content.quizzes import SingleItem
from liptwitch.publishing.canonical import canonical

COUNT = 10

_PLAIN = """
import ipywidgets as widgets

def question(stem, options):
    choice = widgets.RadioButtons(options=[text for text, _, _ in options], value=None)
    button = widgets.Button(description="Check")
    feedback = widgets.HTML()

    def check(_):
        for text, right, why in options:
            if text == choice.value:
                feedback.value = ("Right. " if right else "Not so. ") + why

    button.on_click(check)
    return widgets.VBox([widgets.HTML(stem), choice, button, feedback])

widgets.VBox([question(*one) for one in QUESTIONS])
"""

_JUPYTERQUIZ = """
from jupyterquiz import display_quiz
display_quiz([
    {
        "question": stem,
        "type": "multiple_choice",
        "answers": [
            {"answer": text, "correct": right, "feedback": why} for text, right, why in options
        ],
    }
    for stem, options in QUESTIONS
])
"""

_IPYQUIZJB = """
from ipyquizjb import display_questions
display_questions([
    {
        "type": "MULTIPLE_CHOICE",
        "body": stem,
        "answers": [text for text, _, _ in options],
        "answer": [text for text, right, _ in options if right],
        "notes": [why for _, right, why in options if right],
    }
    for stem, options in QUESTIONS
], as_group=False)
"""

_OURS = """
from liptwitch.content import loading
from liptwitch.exhibits.quiz import QuizExhibit
from dataclasses import replace

course = loading.load()
ids = IDS
quiz = course.quiz(course.items[ids[0]].quiz)
chosen = {one: course.items[one].model_copy(update={"quiz": quiz.id}) for one in ids}
QuizExhibit(replace(course, items=chosen), quiz.id)
"""


def questions() -> list[SingleItem]:
    """Ten questions of the course with one best answer and no clip."""
    course = load()
    fit = [one for one in course.items.values() if isinstance(one, SingleItem) and not one.clip]
    return sorted(fit, key=lambda item: course.quiz(item.quiz).asks_certainty)[:COUNT]


def sources() -> dict[str, str]:
    """One cell of code for each tool, by the tool's name."""
    items = questions()
    plain = [
        (item.stem, [(one.text, one.correct, one.feedback) for one in item.options])
        for item in items
    ]
    given = f"QUESTIONS = {plain!r}\n"
    return {
        "liptwitch": _OURS.replace("IDS", repr([item.id for item in items])),
        "plain ipywidgets": given + _PLAIN,
        "jupyterquiz": given + _JUPYTERQUIZ,
        "ipyquizjb": given + _IPYQUIZJB,
    }


def write_notebooks(folder: Path) -> dict[str, Path]:
    """Each tool's notebook, run and saved as that tool's users save it."""
    paths = {}
    for name, source in sources().items():
        nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, id="questions")])
        nb.metadata.kernelspec = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        NotebookClient(nb, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
        if name == "liptwitch":
            canonical(nb)
        paths[name] = folder / f"{name.replace(' ', '-')}.ipynb"
        nbformat.write(nb, paths[name])
    return paths
