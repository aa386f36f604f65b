"""The claim map: which article names which cause, lip or side, and how those claims fare."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from liptwitch.content.course import Course
from liptwitch.content.ledger import Claim, Verdict
from liptwitch.exhibits import figure as figures
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.verdicts import SIGNS
from liptwitch.science import ledger as science

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

ROW, WIDTH = 22, 600
"""Height of a row of the figure and its width, in pixels: wider cells would say no more."""

KEY = (
    "“2/3”: two of the three claims that can be checked hold, fully or with limits. "
    "“(2/3)”: the cause is named in passing only. “–”: none of its claims can be checked."
)
COUNTED = (
    "A claim counts for a lip or a side if it names it, or if the section in which it stands does."
)

ALONE = "<p>A coloured map stands here where figures show. The table below says the same.</p>\n"
"""What a page without plotly shows in place of the figure."""


class Level(IntEnum):
    """How many of the claims in a cell hold; the numbers beside the colour say the same."""

    EMPTY = 0
    UNTESTED = 1
    NONE = 2
    FEW = 3
    MOST = 4
    ALL = 5


_FILLS = {
    Level.EMPTY: "#ffffff",
    Level.UNTESTED: "#dddddd",
    Level.NONE: figures.COLOURS[1],
    Level.FEW: figures.COLOURS[5],
    Level.MOST: "#c3e3f7",
    Level.ALL: figures.COLOURS[4],
}
"""From orange to blue, all light enough for black figures on them."""

_LEGEND = {
    Level.ALL: "all hold",
    Level.MOST: "half or more",
    Level.FEW: "fewer than half",
    Level.NONE: "none",
}


@dataclass(frozen=True)
class Cell:
    """The claims of one article in one row; ``outright``: not in passing only."""

    holds: int
    tested: int
    outright: bool = True

    @property
    def level(self) -> Level:
        """How many of them hold."""
        if not self.tested:
            return Level.UNTESTED
        if self.holds in (0, self.tested):
            return Level.ALL if self.holds else Level.NONE
        return Level.MOST if 2 * self.holds >= self.tested else Level.FEW

    @property
    def text(self) -> str:
        """The cell as it is written: “2/3”, “(2/3)” or “–”."""
        text = f"{self.holds}/{self.tested}" if self.tested else SIGNS[Verdict.UNCHECKED]
        return text if self.outright else f"({text})"


@dataclass(frozen=True)
class Row:
    """A cause, a lip or a side, with a cell for each article that names it."""

    name: str
    cells: dict[str, Cell]


Lines = list[tuple[str, Row | None]]
"""The lines of the figure from top to bottom: a heading has no row."""


class ClaimMap(Exhibit):
    """Causes by articles, and lips and sides by articles: as figure, table and words."""

    def __init__(self, course: Course):
        self.course = course
        self.articles = sorted(course.articles)
        named = {cause: _named(course, found) for cause, found in science.mentions(course).items()}
        causes = {
            category.replace("-", " ").capitalize(): _ranked(
                Row(course.causes[cause].name, named[cause]) for cause in causes if named[cause]
            )
            for category, causes in course.categories.items()
        }
        self.causes = {name: rows for name, rows in causes.items() if rows}
        self.places = [
            _row(course, place.value, claims) for place, claims in science.places(course).items()
        ]
        self.blocks = {
            "The whole article": [_row(course, "All its claims", course.claims.values())],
            **self.causes,
            "Which lip, which side": self.places,
        }
        self.unnamed = [course.causes[cause].name for cause, cells in named.items() if not cells]

    def figure(self) -> dict[str, object]:
        """The plotly figure: a coloured cell with its count; hover says it in words."""
        from plotly import graph_objects

        lines = _lines(self.blocks)
        drawn = graph_objects.Figure()
        self._add_colours(drawn, lines)
        self._add_articles(drawn, lines)
        for written, template in _TEMPLATES.items():
            self._add_counts(drawn, lines, written, template)
        drawn.update_layout(
            title={"text": _title(), "x": 0.02, "font": {"size": 13}},
            width=WIDTH,
            height=70 + ROW * len(lines),
            margin={"l": 8, "r": 8, "t": 62, "b": 8},
            xaxis={
                **_BARE,
                "tickvals": list(range(len(self.articles))),
                "ticktext": self.articles,
                "showticklabels": False,
            },
            yaxis={
                **_BARE,
                "tickvals": figures.packed(range(len(lines))),
                "ticktext": [name if row else f"<b>{name}</b>" for name, row in lines],
                "range": [len(lines) - 0.5, -0.5],
                "automargin": True,
                "tickfont": {"size": 12},
            },
        )
        return figures.bundle(drawn, {"mode": "text", "textfont": {"size": 11.5, "color": "#000"}})

    def _add_colours(self, drawn: "Figure", lines: Lines) -> None:
        """All cells as one heat map of five flat colours on white."""
        levels = (
            row.cells[one].level if row and one in row.cells else Level.EMPTY
            for _, row in lines
            for one in self.articles
        )
        drawn.add_heatmap(
            z={**figures.packed(levels), "shape": f"{len(lines)}, {len(self.articles)}"},
            zmin=min(Level),
            zmax=max(Level),
            colorscale=_steps(),
            showscale=False,
            xgap=2,
            ygap=2,
            hoverinfo="skip",
        )

    def _add_articles(self, drawn: "Figure", lines: Lines) -> None:
        """The articles' numbers in every heading: the figure is taller than a screen."""
        headings = [down for down, (_, row) in enumerate(lines) if not row]
        across = range(len(self.articles))
        drawn.add_scatter(
            x=figures.packed(one for _ in headings for one in across),
            y=figures.packed(down for down in headings for _ in across),
            texttemplate="<b>%{x}</b>",
            hoverinfo="skip",
        )

    def _add_counts(
        self, drawn: "Figure", lines: Lines, written: tuple[bool, bool], template: str
    ) -> None:
        """The text of all cells that are written alike, as one trace."""
        places = [
            (across, down, cell)
            for down, (_, row) in enumerate(lines)
            for across, one in enumerate(self.articles)
            if row
            and (cell := row.cells.get(one))
            and (cell.outright, bool(cell.tested)) == written
        ]
        if not places:
            return
        passing = "" if written[0] else ", named in passing"
        counts = (number for *_, cell in places for number in (cell.holds, cell.tested))
        drawn.add_scatter(
            x=figures.packed(across for across, *_ in places),
            y=figures.packed(down for _, down, _ in places),
            customdata={**figures.packed(counts), "shape": f"{len(places)}, 2"},
            texttemplate=template,
            hovertemplate="%{y}, article %{x}: %{customdata[0]} of %{customdata[1]} claims hold"
            f"{passing}<extra></extra>",
        )

    def summary(self) -> str:
        """What kind of picture it is, and its main finding."""
        causes = [row for rows in self.causes.values() for row in rows]
        by_count = [len(row.cells) for row in causes]
        everywhere = [row.name for row in causes if len(row.cells) == len(self.articles)]
        listed = f" ({', '.join(everywhere)})" if everywhere else ""
        fares = [cell.level for row in causes for cell in row.cells.values()]
        return (
            f"A map of {len(causes)} causes by {len(self.articles)} articles. "
            f"All articles name {len(everywhere)} of them{listed}, outright or in passing; "
            f"one article alone names {by_count.count(1)}. "
            f"Of {len(fares)} filled cells, all claims hold in {fares.count(Level.ALL)}, "
            f"some in {fares.count(Level.MOST) + fares.count(Level.FEW)} "
            f"and none in {fares.count(Level.NONE)}. {self._fares()}"
        )

    def _fares(self) -> str:
        """How the claims that name a lip or a side fare."""
        told = []
        for row in self.places:
            holds = sum(cell.holds for cell in row.cells.values())
            tested = sum(cell.tested for cell in row.cells.values())
            told.append(f"{row.name.lower()} {holds} of {tested}")
        return f"Claims that hold, of those that name a lip or a side: {', '.join(told)}."

    def page(self) -> str:
        """Summary and table."""
        return render("claim_map.html", **self._values())

    def words(self) -> str:
        """Summary, and a line for each row."""
        return render("claim_map.txt", **self._values())

    def _values(self) -> dict:
        return {
            "summary": self.summary(),
            "key": KEY,
            "counted": COUNTED,
            "articles": [self.course.articles[one] for one in self.articles],
            "blocks": self.blocks,
            "unnamed": self.unnamed,
        }

    def _ipython_display_(self) -> None:
        """Two outputs, because an application shows one face of each: the figure, then its table.

        A plotly figure has no words of its own for those who cannot see it.
        """
        from IPython.display import display

        display({**self.figure(), "text/html": ALONE, "text/plain": self.summary()}, raw=True)
        display({"text/html": self.page(), "text/plain": self.words()}, raw=True)


_BARE = {"ticks": "", "showgrid": False, "fixedrange": True}
"""An axis of names."""

_TEMPLATES = {
    (True, True): "%{customdata[0]}/%{customdata[1]}",
    (False, True): "(%{customdata[0]}/%{customdata[1]})",
    (True, False): "–",
    (False, False): "(–)",
}
"""What a cell says, by whether it is outright and whether it has claims that can be checked."""


def _named(course: Course, found: dict[str, science.Mention]) -> dict[str, Cell]:
    return {
        article: _cell((course.claims[one] for one in mention.claim_ids), bool(mention.directly))
        for article, mention in found.items()
    }


def _cell(claims: Iterable[Claim], outright: bool = True) -> Cell:
    counted = science.tally(claims)
    return Cell(counted.holds, counted.tested, outright)


def _row(course: Course, name: str, claims: Iterable[Claim]) -> Row:
    groups = science.by_article(course, claims)
    return Row(name, {article: _cell(group) for article, group in groups.items() if group})


def _ranked(rows: Iterable[Row]) -> list[Row]:
    """What most articles name first."""
    return sorted(rows, key=lambda row: (-len(row.cells), row.name.lower()))


def _lines(blocks: dict[str, list[Row]]) -> Lines:
    """The lines of the figure: a heading (without a row) before the rows of each block."""
    lines: Lines = []
    for name, rows in blocks.items():
        lines += [(name, None), *((row.name, row) for row in rows)]
    return lines


def _steps() -> list[list]:
    """One flat colour for each level, in plotly's scale from 0 to 1."""
    width = 1 / len(Level)
    edges = [(round(i * width, 3), round((i + 1) * width, 3)) for i in range(len(Level))]
    return [
        [edge, _FILLS[level]] for level, pair in zip(Level, edges, strict=True) for edge in pair
    ]


def _title() -> str:
    signs = "   ".join(
        f'<span style="color:{_FILLS[level]}">■</span> {told}' for level, told in _LEGEND.items()
    )
    return f"Claims that hold, of those that can be checked, by article<br>{signs}"
