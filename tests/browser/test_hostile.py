"""A question that carries script stays text, wherever it is shown."""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import Page, expect

from liptwitch.content.quizzes import KINDS

SCRIPT = "<script>window.hacked=1</script>"
PICTURE = '"><img src=x onerror=window.hacked=1>'
HOSTILE = SCRIPT + PICTURE
FIELDS = "title|stem|take_home|text|feedback|left|right|unit|too_low|too_high"
PAGE = """# Hostile

```python
from liptwitch import show
```

```python
show.quiz("00-how")
```
"""


@pytest.fixture(scope="module")
def hostile(project, desk, tmp_path_factory):
    """A page of questions of each kind with script in every text, run by the build's own steps."""
    data = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(project / "data", data)
    questions = data / "quizzes" / "00.toml"
    planted = HOSTILE.replace('"', '\\"')
    text = re.sub(rf'^({FIELDS}) = "', rf"\g<0>{planted}", questions.read_text("utf-8"), flags=re.M)
    questions.write_text(text, encoding="utf-8")
    notebook = data.parent / "hostile.ipynb"
    make = (
        "import sys; from pathlib import Path;"
        "from liptwitch.publishing import canonical, execute, source;"
        "nb = source.notebook(sys.argv[1]);"
        "failures = execute.run(nb, Path('.')); assert not failures, failures[0];"
        "canonical.canonical(nb); Path(sys.argv[2]).write_text(canonical.text(nb), 'utf-8')"
    )
    env = os.environ | {"LIPTWITCH_DATA": str(data)}
    subprocess.run([sys.executable, "-c", make, PAGE, notebook], env=env, check=True)
    desk.trust(notebook)
    return notebook


OUR_PICTURE = '<img src="data:image/svg+xml,'
"""How a picture to point at begins."""


def assert_only_text(page: Page, shown) -> None:
    """The script is to be read and has not run, nor has it become an element."""
    expect(shown).not_to_have_count(0)
    assert page.evaluate("() => window.hacked") is None
    assert page.locator('img[src="x"]').count() == 0
    assert page.locator("script", has_text="window.hacked").count() == 0


def test_live(course, desk, hostile, open_notebook):
    notebook = open_notebook(desk.put("hostile-live", hostile))
    quiz = notebook.live(1).page.locator("section.lt-quiz")
    expect(quiz.locator(".lt-item")).to_have_count(len(KINDS))
    for legend in quiz.locator("legend").all():
        expect(legend).to_contain_text(HOSTILE)
    quiz.locator("input[type=radio]").first.check()
    quiz.get_by_role("textbox").fill("1000")
    quiz.locator("input[type=checkbox]").first.check()
    for select in quiz.locator("select").all():
        select.select_option(index=1)
    for check in quiz.locator(".lt-check").all():
        check.click()
    for fold in quiz.locator("details").all():
        fold.locator("summary").click()
    whys = quiz.locator(".lt-why:not(:empty)", has_text=HOSTILE)
    expect(whys).not_to_have_count(0)
    assert_only_text(notebook.page, whys)


def test_page_of_an_untrusted_copy(desk, hostile, open_notebook):
    notebook = open_notebook(desk.put_untrusted("hostile-page", hostile, "<p>not trusted</p>"))
    expect(notebook.page.get_by_text("not trusted")).to_have_count(1)
    assert notebook.page.locator(".lt-quiz").count() == 0
    folds = notebook.page.locator(".jp-RenderedHTMLCommon details")
    for fold in folds.all():
        fold.locator("summary").click()
    assert_only_text(notebook.page, folds.filter(has_text=HOSTILE))


def test_html_export(hostile, exported, open_page):
    page = open_page()
    page.goto(exported(hostile).as_uri())
    folds = page.locator("details")
    for fold in folds.all():
        fold.locator("summary").click()
    assert_only_text(page, folds.filter(has_text=HOSTILE))
    stems = page.locator("p > strong", has_text=HOSTILE)
    expect(stems).to_have_count(len(KINDS))


def test_the_planted_text_is_hostile(open_page):
    """Set as HTML it would run: the other tests look for something that can happen."""
    page = open_page()
    page.set_content(f'<p title="{PICTURE}</p>')
    page.wait_for_function("() => window.hacked === 1")


def test_saved_file_holds_it_escaped(hostile):
    pages = [
        output.data["text/html"]
        for cell in nbformat.read(hostile, as_version=4).cells
        for output in cell.get("outputs", [])
        if "text/html" in output.get("data", {})
    ]
    assert pages
    for page in pages:
        assert SCRIPT not in page
        assert "<img" not in page.replace(OUR_PICTURE, "")
    assert any("&lt;script&gt;" in page for page in pages)
