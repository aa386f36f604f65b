"""A real browser on a real Jupyter server, with nothing of the developer's machine in between."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from pages import MESSAGE, PATIENCE_MS, Notebook
from playwright.sync_api import Browser, Locator, Page, Request, expect, sync_playwright

from liptwitch.exhibits.front_end import static
from liptwitch.publishing import canonical, execute, source

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PROJECT = Path(__file__).resolve().parents[2]
# With them no name outside this machine can be found: what needs the network fails here.
FLAGS = (PROJECT / "tools" / "chromium-flags.txt").read_text().splitlines()

expect.set_options(timeout=PATIENCE_MS / 2)


class Wire:
    """Everything that the pages asked the network for."""

    OWN = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:", "about:")

    def __init__(self):
        self.asked: list[str] = []
        self.lost: list[str] = []

    def watch(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", self._failed)

    def outside(self) -> list[str]:
        """Requests that would have left the machine."""
        return [url for url in self.asked if not url.startswith(self.OWN)]

    def _failed(self, request: Request) -> None:
        if "NAME_NOT_RESOLVED" in (request.failure or ""):
            self.lost.append(request.url)


@pytest.fixture(scope="session")
def wire():
    return Wire()


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests of a worker."""
    named = os.environ.get("LIPTWITCH_BROWSER")
    path = named or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "No Chromium or Chrome: install one, or name yours in LIPTWITCH_BROWSER."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Desk:
    """A Jupyter server on a folder of its own, serving JupyterLab and Notebook 7."""

    address: str
    folder: Path
    settings: Path
    progress: Path
    env: dict[str, str]

    def put(self, name: str, notebook: Path) -> str:
        """Copies a notebook to the server under another name, and returns that."""
        shutil.copyfile(notebook, self.folder / f"{name}.ipynb")
        return f"{name}.ipynb"

    def write(self, name: str, *lines: str) -> str:
        """A notebook that has not run, with a cell for each line of code or heading."""
        heading, code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
        cells = [heading(line) if line.startswith("# ") else code(line) for line in lines]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
        notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
        nbformat.write(notebook, self.folder / f"{name}.ipynb")
        return f"{name}.ipynb"

    def put_untrusted(self, name: str, notebook: Path, html: str) -> str:
        """A copy that nobody has trusted: with more output, no signature fits it."""
        content = json.loads(notebook.read_text(encoding="utf-8"))
        outputs = next(cell["outputs"] for cell in content["cells"] if cell.get("outputs"))
        outputs.append({"output_type": "display_data", "metadata": {}, "data": {"text/html": html}})
        text = json.dumps(content)
        (self.folder / f"{name}.ipynb").write_text(text, encoding="utf-8")
        return f"{name}.ipynb"

    def trust(self, *notebooks: Path) -> None:
        trust = [sys.executable, "-c", "from nbformat.sign import main; main()"]
        subprocess.run([*trust, *notebooks], env=self.env, check=True, capture_output=True)

    def prefer(self, plugin: str, wishes: dict) -> None:
        """Settings that a learner has chosen, for pages opened from now on."""
        path = self.settings / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(wishes), encoding="utf-8")

    def forget(self) -> None:
        """No answers, no running kernels, no changed settings: as on the first day."""
        self.progress.unlink(missing_ok=True)
        shutil.rmtree(self.settings, ignore_errors=True)
        for session in json.loads(self.ask("GET", "/api/sessions")):
            self.ask("DELETE", f"/api/sessions/{session['id']}")

    def ask(self, method: str, path: str) -> bytes:
        request = urllib.request.Request(self.address + path, method=method)
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.read()

    def answers(self) -> list[dict]:
        """What the course has written down."""
        if not self.progress.exists():
            return []
        return [json.loads(line) for line in self.progress.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def lessons(project, tmp_path_factory) -> Path:
    """The notebooks that the build wrote, as they were when the tests began."""
    folder = tmp_path_factory.mktemp("built")
    for notebook in (project / "notebooks").rglob("*.ipynb"):
        shutil.copy(notebook, folder)
    return folder


@pytest.fixture(scope="session")
def lesson_one(lessons) -> Path:
    return lessons / "01-what-exactly-is-moving.ipynb"


@pytest.fixture(scope="session")
def desk(project, lessons, tmp_path_factory):
    """The server, with the project's settings and with folders of its own for all the rest."""
    home = tmp_path_factory.mktemp("desk")
    own = {
        "JUPYTER_CONFIG_PATH": project / "etc" / "jupyter",
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "IPYTHONDIR": home / "ipython",
        "LIPTWITCH_PROGRESS": home / "progress.jsonl",
    }
    env = os.environ | {name: str(path) for name, path in own.items()}
    (home / "course").mkdir()
    server = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    server += ["--ServerApp.port=0", f"--ServerApp.root_dir={home / 'course'}"]
    server += ["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"]
    with open(home / "server.log", "w") as log:
        process = subprocess.Popen(server, env=env, stdout=log, stderr=log)
    try:
        address = _address(process, home)
        made = Desk(address, home / "course", home / "settings", own["LIPTWITCH_PROGRESS"], env)
        made.trust(*sorted(lessons.glob("*.ipynb")))
        yield made
    finally:
        process.terminate()
        process.wait(30)


def _address(process: subprocess.Popen, home: Path) -> str:
    """Where the server listens, as soon as it says so."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        for note in (home / "runtime").glob("jpserver-*.json"):
            try:
                return f"http://127.0.0.1:{json.loads(note.read_text())['port']}"
            except ValueError:
                continue  # half written
        time.sleep(0.05)
    raise RuntimeError("JupyterLab did not start:\n" + (home / "server.log").read_text()[-3000:])


@pytest.fixture(scope="session")
def built(desk: Desk, tmp_path_factory):
    """Builds a page that shows some exhibits, by the build's own steps; the desk trusts it."""

    def build(name: str, *lines: str) -> Path:
        cells = ("from liptwitch import show", *lines)
        nb = source.notebook(
            f"# {name}\n\n" + "\n\n".join(f"```python\n{one}\n```" for one in cells)
        )
        folder = tmp_path_factory.mktemp("page")
        assert execute.run(nb, folder) == []
        canonical.canonical(nb)
        path = folder / f"{name}.ipynb"
        path.write_text(canonical.text(nb), encoding="utf-8")
        desk.trust(path)
        return path

    return build


@pytest.fixture(scope="session")
def in_page(chromium: Browser):
    """Evaluates an expression with a front end's module as ``module``, and arguments."""
    pages = []

    def load(*scripts: str):
        page = chromium.new_page()
        pages.append(page)
        page.evaluate(
            """async (code) => {
                 const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
                 window.module = await import(address);
               }""",
            static(*scripts),
        )
        return lambda expression, argument: page.evaluate(expression, argument)

    yield load
    for page in pages:
        page.close()


@pytest.fixture
def open_page(chromium: Browser, wire: Wire):
    """Opens a page in a fresh browser profile; after the test nothing may have left the machine."""
    contexts = []

    def open_one(**options) -> Page:
        options = {"viewport": {"width": 1300, "height": 1000}} | options
        context = chromium.new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        context.set_default_navigation_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.add_locator_handler(page.locator(MESSAGE), _acknowledge)
        wire.watch(page)
        return page

    yield open_one
    for context in contexts:
        for page in context.pages:
            for words in page.locator("dialog.jp-Dialog").all_inner_texts():
                print("A dialog stood over the page:", words)
        context.close()
    assert wire.outside() == []
    assert wire.lost == []


def _acknowledge(message: Locator) -> None:
    """Reads a message and puts it away, as a person would; a failing test shows what it said."""
    print("JupyterLab said:", message.first.inner_text())
    message.first.get_by_role("button").click()


@pytest.fixture
def open_notebook(desk: Desk, open_page):
    """Opens a notebook of the desk in JupyterLab ("lab") or Notebook 7 ("notebook")."""

    def open_one(name: str, app: str = "lab", **options) -> Notebook:
        return Notebook(open_page(**options), desk.address, name, app).open()

    yield open_one
    desk.forget()


@pytest.fixture
def exported(desk: Desk, tmp_path):
    """Exports a notebook as JupyterLab's "Save and Export Notebook As ▸ HTML" does."""

    def export(notebook: Path) -> Path:
        name = desk.put(f"export-{notebook.stem}", notebook)
        html = tmp_path / f"{notebook.stem}.html"
        html.write_bytes(desk.ask("GET", f"/nbconvert/html/{name}"))
        return html

    return export
