"""A JupyterLab server and a browser for measuring, both on this machine alone."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
FLAGS = (PROJECT / "tools" / "chromium-flags.txt").read_text().splitlines()
OPEN = ["--ServerApp.token=", "--ServerApp.password=", "--no-browser"]


def free_port() -> int:
    """A port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, **env: str) -> Iterator[str]:
    """A server started by ``command`` (which names the port), as its address."""
    server = subprocess.Popen(
        command,
        env={**os.environ, **env},
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def bare(folder: Path, port: int) -> list[str]:
    """JupyterLab as it comes, on a folder."""
    root = ["--allow-root"] if os.geteuid() == 0 else []
    return [
        sys.executable, "-m", "jupyterlab", f"--port={port}", f"--ServerApp.root_dir={folder}",
        "--LabApp.news_url=None", *OPEN, *root,
    ]  # fmt: skip


def course(port: int) -> list[str]:
    """The course, as ``make lab`` starts it once the environment stands."""
    return [sys.executable, "tools/setup.py", "lab", "--here", f"--port={port}", *OPEN]


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium that can reach nothing but this machine."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["LIPTWITCH_BROWSER"], args=FLAGS
        )
        yield chromium
        chromium.close()


def open_notebook(chromium: Browser, address: str, name: str) -> Page:
    """A notebook in JupyterLab, on a fresh page with a workspace of its own."""
    page = chromium.new_context(viewport={"width": 1300, "height": 1000}).new_page()
    page.goto(f"{address}/lab/workspaces/bench/tree/{name}?reset")
    return page


def _wait(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(f"no server answered at {address} within {seconds} s")
