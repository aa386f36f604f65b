"""No page asks for anything that is not on this machine. Every other test here holds it too."""

from pages import quizzes_of
from playwright.sync_api import expect


def test_whole_lessons_ask_nobody(course, desk, lessons, open_notebook, wire):
    for lesson in ("00", "01"):
        saved = lessons / f"{course.lesson(lesson).stem}.ipynb"
        notebook = open_notebook(desk.put(f"offline-{lesson}", saved))
        notebook.run_all(quizzes_of(course, lesson))
        for fold in notebook.page.locator(".jp-Notebook details").all():
            fold.evaluate("(fold) => { fold.open = true; }")
    lab = notebook.page.locator("section.lt-lab")
    expect(lab).to_have_count(1)
    lab.get_by_role("button", name="▶ Play").click()
    expect(lab.locator(".lt-clock")).not_to_have_text("0.0 of 8 s")
    assert any(one.startswith(f"{desk.address}/api/contents/") for one in wire.asked)
    assert any(one.startswith("ws://127.0.0.1:") for one in wire.asked)
    assert wire.outside() == []
    assert wire.lost == []


def test_a_page_that_asks_elsewhere_is_caught(chromium, wire):
    """The watch sees pictures, scripts and sockets, and the browser finds nobody."""
    watch = type(wire)()
    page = chromium.new_page()
    watch.watch(page)
    page.goto("about:blank")
    for code in (
        "() => new Promise((done) => { const picture = new Image();"
        " picture.onerror = () => done(); picture.src = 'http://picture.example/x.png'; })",
        "() => fetch('http://fetched.example/').catch(() => null).then(() => null)",
        "() => new Promise((done) => {"
        " new WebSocket('ws://socket.example/').onerror = () => done(); })",
    ):
        page.evaluate(code)
    page.close()
    hosts = {url.split("/")[2] for url in watch.outside()}
    assert hosts == {"picture.example", "fetched.example", "socket.example"}
    assert {url.split("/")[2] for url in watch.lost} >= {"picture.example", "fetched.example"}
