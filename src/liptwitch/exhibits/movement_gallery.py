"""All movements of the course side by side, each in the state in which it shows."""

from dataclasses import dataclass

from liptwitch.content.course import Course
from liptwitch.content.movements import Movement, When
from liptwitch.exhibits import chart, chart_parts
from liptwitch.exhibits import figure as figures
from liptwitch.exhibits import movement_words as say
from liptwitch.exhibits.base import Exhibit, picture, render
from liptwitch.science import movement as science

SECONDS = 8.0
EVERY = 2
"""Every second sample is drawn, 25 a second: enough for the fastest beat of the course."""

HIGH = 100
"""Height of a row of the figure, in whole numbers."""

HEADINGS = ("Movement", "When", "Moves", "Contractions in 8 s", "Typical length", "Beat")


@dataclass(frozen=True)
class Row:
    """One movement: its curve (0 to 1, 25 samples a second) and what was measured on it."""

    name: str
    curve: list[float]
    cells: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name, with the state in which it is drawn where that is not rest."""
        return self.name if self.cells[0] == "at rest" else f"{self.name} ({self.cells[0]})"


class MovementGallery(Exhibit):
    """Small multiples of the movements over eight seconds, as figure, picture, table and words."""

    def __init__(self, course: Course):
        self.rows = [_row(movement) for movement in course.movements.values()]

    def figure(self) -> dict[str, object]:
        """The plotly figure: hover names the movement and the second."""
        from plotly import graph_objects

        step = EVERY / science.FRAME_HZ
        drawn = graph_objects.Figure()
        for place, row in enumerate(reversed(self.rows)):
            drawn.add_scatter(
                x0=0,
                dx=step,
                y=figures.packed(round(HIGH * (place + 0.8 * value)) for value in row.curve),
                name=row.name,
            )
        names = [row.label for row in reversed(self.rows)]
        drawn.update_layout(
            title={"text": "Movement of the skin, synthetic: each line from rest to its largest"},
            height=60 + 46 * len(names),
            margin={"l": 8, "r": 16, "t": 50, "b": 50},
            xaxis={"title": {"text": "seconds"}, "range": [0, SECONDS], "dtick": 1},
            yaxis={
                "tickvals": [HIGH * place for place in range(len(names))],
                "ticktext": names,
                "range": [-0.2 * HIGH, HIGH * len(names)],
                "automargin": True,
            },
        )
        line = {
            "mode": "lines",
            "line": {"width": 1.5, "color": figures.COLOURS[1]},
            "hovertemplate": "%{fullData.name}, %{x:.1f} s<extra></extra>",
        }
        return figures.bundle(drawn, line)

    def picture(self) -> str:
        """The same lines as an <img>, for pages without plotly."""
        rows = [(row.label, row.curve) for row in self.rows]
        svg = chart.small_multiples(rows, SECONDS, science.FRAME_HZ / EVERY)
        return picture(svg, self.summary(), chart_parts.WIDTH)

    def summary(self) -> str:
        """What kind of picture it is, and its main finding."""
        beats = [row.name for row in self.rows if row.cells[-1].startswith("a clear beat")]
        without = len(self.rows) - len(beats)
        return (
            f"{len(self.rows)} curves of movement over {SECONDS:g} seconds, one below the other, "
            f"all synthetic. {len(beats)} of them keep a clear beat ({', '.join(beats)}); "
            f"the other {without} do not."
        )

    def page(self) -> str:
        """Picture and table."""
        return self.picture() + "\n" + self.table()

    def table(self) -> str:
        """What was measured on the curves, as an HTML table."""
        return render(
            "movement_gallery.html",
            summary=self.summary(),
            headings=HEADINGS,
            rows=self.rows,
        )

    def words(self) -> str:
        """Summary and one line a movement."""
        lines = [self.summary()]
        for row in self.rows:
            told = zip(HEADINGS[1:], row.cells, strict=True)
            lines.append(f"- {row.name}. " + "; ".join(f"{head}: {cell}" for head, cell in told))
        return "\n".join(lines)

    def _ipython_display_(self) -> None:
        """Two outputs, because an application shows one face of each: the figure, then its table.

        A plotly figure has no words of its own for those who cannot see it.
        """
        from IPython.display import display

        display(
            {**self.figure(), "text/html": self.picture(), "text/plain": self.summary()},
            raw=True,
        )
        display({"text/html": self.table(), "text/plain": self.words()}, raw=True)


def _row(movement: Movement) -> Row:
    in_use = movement.settings.when == When.ACTION
    trace = science.trace(movement.settings, "action" if in_use else "rest", SECONDS)
    measured = science.features(trace)
    spectrum = science.spectrum(trace)
    channel = max(trace.channels.values(), key=max)
    # The larger of two neighbours: a flicker must not fall between two samples.
    curve = [max(channel[i : i + EVERY]) for i in range(0, len(channel), EVERY)]
    length = measured.typical_ms
    return Row(
        name=movement.name,
        # Each curve fills its row: its size is in the table of the lab, its timing counts here.
        curve=[round(value / (measured.largest or 1), 2) for value in curve],
        cells=(
            "lips in use" if in_use else "at rest",
            say.OPTIONS["spread"][movement.settings.spread],
            str(measured.count),
            "none" if length is None else say.duration(length),
            say.beat(spectrum, measured),
        ),
    )
