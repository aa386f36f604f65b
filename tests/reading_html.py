"""What a browser would make of a page: its elements, their attributes, and the text."""

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "meta", "link", "line", "path", "circle", "rect"}
RUNS_CODE = {"script", "iframe", "object", "embed", "form", "style", "link", "base", "meta"}


class Page(HTMLParser):
    """``elements``: (tag, names of its attributes) in order; ``text``: all text, joined."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self._texts: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == [], f"never closed: {self._open}"

    @property
    def text(self) -> str:
        return "".join(self._texts)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data):
        self._texts.append(data)


def active_parts(html: str) -> list[str]:
    """Everything in a page that could run code or send something."""
    page = Page(html)
    tags = [tag for tag, _ in page.elements if tag in RUNS_CODE]
    handlers = [name for _, name, _ in page.attributes if name.startswith("on")]
    addresses = [
        value
        for tag, name, value in page.attributes
        if name in ("href", "src") and not _is_harmless(tag, value or "")
    ]
    return tags + handlers + addresses


def _is_harmless(tag: str, address: str) -> bool:
    """A web page, a lesson, or a drawing: a browser runs no code in an ``img``."""
    is_drawing = tag == "img" and address.startswith("data:image/svg+xml,")
    return is_drawing or address.startswith(("https://", "http://")) or address.endswith(".ipynb")
