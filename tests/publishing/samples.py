"""A small course of its own: the build is tested without the real lessons."""

import nbformat

from liptwitch.content.course import Course
from liptwitch.content.general import Emergency, General
from liptwitch.content.lessons import Lesson, Objective
from liptwitch.content.references import Reference
from liptwitch.publishing.canonical import STATE, VIEW
from liptwitch.publishing.source import notebook

WIDGETS = """\
# Widgets

```python
import ipywidgets
```

```python
from IPython.display import display
```

```python
VIEW = "application/vnd.jupyter.widget-view+json"
```

```python
def show(widget, keep):
    view = {"model_id": widget.model_id, "version_major": 2, "version_minor": 0}
    bundle = {VIEW: view, "text/html": "<p>page</p>", "text/plain": "words"}
    display(bundle, raw=True, metadata={"liptwitch": {"keeps_live_view": keep}})
```

```python
show(ipywidgets.VBox([ipywidgets.IntSlider(value=7), ipywidgets.Label("kept")]), True)
```

```python
show(ipywidgets.Label("stripped"), False)
```
"""

PROSE = """\
# A sample

Read this first [@leite-2014]. {{disclaimer}}

```python
from liptwitch import __version__
```

```python
2 + 3
```


## Another part

The end [@nhs-twitching; @leite-2014]. Call {{emergency}}.
"""


def reference(id: str, **more) -> Reference:
    return Reference.model_validate(
        {
            "id": id,
            "type": "webpage",
            "title": "Some title",
            "URL": "https://example.org/" + id,
            "custom": {"kind": "other", "checked": "2026-11-20", "read": "whole"},
            **more,
        }
    )


def lesson(id: str, ready: bool = True) -> Lesson:
    return Lesson(
        id=id,
        slug="sample",
        title="A sample",
        question="Does it build?",
        minutes=5,
        ready=ready,
        objectives=(Objective(id=f"{id}-build", text="build it"),),
    )


def sample_course(**prose: str) -> Course:
    """A course with one ready lesson for each text: ``sample_course(l01="# Title")``."""
    lessons = [lesson(name[1:]) for name in prose] or [lesson("01")]
    texts = {name[1:]: text for name, text in prose.items()} or {"01": PROSE}
    planned = lesson("99", ready=False)
    authors = [{"family": "Leite"}]
    references = [
        reference("leite-2014", author=authors, issued={"date-parts": [[2014]]}),
        reference("nhs-twitching", publisher="NHS", issued={"date-parts": [[2023]]}),
    ]
    return Course(
        general=General(
            title="Sample",
            disclaimer="Education, not diagnosis.",
            help="Ask a pharmacist.",
            emergency=(Emergency(number="112", where="Europe"),),
        ),
        lessons={one.id: one for one in [*lessons, planned]},
        prose=texts,
        quizzes={},
        items={},
        glossary={},
        movements={},
        misconceptions={},
        references={one.id: one for one in references},
    )


def executed(first: str = "aaa", second: str = "bbb", keeps: bool = True):
    """A notebook as a kernel leaves it: one container with one child, and a stray model."""
    nb = notebook('# T\n\n```python\nshow.quiz("01")\n```')
    cell = nb.cells[1]
    cell.execution_count = 7
    cell.metadata["execution"] = {"iopub.status.busy": "2026-11-20T00:00:00Z"}
    output = nbformat.v4.new_output(
        "display_data",
        data={VIEW: {"model_id": first, "version_major": 2}, "text/plain": "words"},
        metadata={"liptwitch": {"keeps_live_view": keeps}},
    )
    cell.outputs = [output]
    models = {
        second: {"model_name": "B", "state": {"up": f"IPY_MODEL_{first}"}},
        "stray": {"model_name": "C", "state": {}},
        first: {"model_name": "A", "state": {"children": [f"IPY_MODEL_{second}"]}},
    }
    nb.metadata.language_info = {"name": "python", "version": "3.11.7"}
    nb.metadata.widgets = {STATE: {"state": models, "version_major": 2, "version_minor": 0}}
    return nb
