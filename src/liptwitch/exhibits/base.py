"""One object, three faces: what every exhibit of the course is.

*live*: the widget that a running kernel shows. *page*: HTML that needs no kernel and no script of
ours. *words*: plain text that says everything the picture says. All three are made from the same
data, so that none can tell another story.
"""

from abc import ABC, abstractmethod
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from ipywidgets import Widget

VIEW = "application/vnd.jupyter.widget-view+json"
"""The MIME type by which a notebook points to a live widget."""

_templates = Environment(
    loader=PackageLoader("liptwitch.exhibits"),
    autoescape=lambda template: template.endswith(".html"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **values: object) -> str:
    """A template of ``exhibits/templates/`` filled in; in ``.html`` every value is escaped."""
    return _templates.get_template(template).render(**values).strip() + "\n"


def picture(svg: str, alt: str, width: int) -> str:
    """SVG text as an <img> with its words as alt text.

    JupyterLab keeps such an image where it does not trust the notebook. Written in percent signs
    it is shorter than in base64.
    """
    data = quote(svg.replace('"', "'"), safe=" ='/:,;.()-+")
    return (
        f'<img src="data:image/svg+xml,{data}" alt="{escape(alt)}" width="{width}"'
        ' style="max-width:100%;height:auto">'
    )


class Exhibit(ABC):
    """Something to look at or to try on a page of the course.

    ``keeps_live_view``: the live face works without a kernel, so that the build leaves its view
    and state in the saved notebook. For all others a saved notebook shows the page.
    """

    keeps_live_view: ClassVar[bool] = False

    @abstractmethod
    def page(self) -> str:
        """The exhibit as HTML: no script, every text escaped."""

    @abstractmethod
    def words(self) -> str:
        """The exhibit as plain text."""

    def make_widget(self) -> "Widget | None":
        """A new live widget, or ``None`` where the page is all there is."""
        return None

    def figure(self) -> dict[str, object]:
        """Further faces by MIME type, such as a plotly figure."""
        return {}

    @cached_property
    def live(self) -> "Widget | None":
        """The live widget: one for each exhibit, however often it is shown."""
        return self.make_widget()

    def __repr__(self) -> str:
        return self.words()

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict, dict]:
        """All faces at once; the application shows the best that it can and may show."""
        faces = {**self.figure(), "text/html": self.page(), "text/plain": self.words()}
        if self.live is not None:
            faces[VIEW] = {"model_id": self.live.model_id, "version_major": 2, "version_minor": 0}
        kept = {"liptwitch": {"keeps_live_view": True}} if self.keeps_live_view else {}
        return faces, kept
