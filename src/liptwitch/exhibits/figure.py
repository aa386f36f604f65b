"""What all plotly figures of the course share: a small template, safe buttons, short numbers."""

import struct
from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

PLOTLY = "application/vnd.plotly.v1+json"
"""The MIME type by which a saved notebook carries a figure with hover and zoom."""

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000")
"""Okabe and Ito's colours, which most people with colour blindness can tell apart."""

CONFIG = {"showSendToCloud": False, "displaylogo": False, "responsive": True}
"""No upload to the vendor, no logo, as wide as the page."""


def template() -> dict:
    """Our own template: plotly's default one is 7 kB in every saved figure."""
    axis = {"gridcolor": "#e3e3e3", "linecolor": "#333", "ticks": "outside", "zeroline": False}
    return {
        "layout": {
            "colorway": list(COLOURS),
            "font": {"color": "#222", "size": 13},
            "paper_bgcolor": "#fff",
            "plot_bgcolor": "#fff",
            "hovermode": "closest",
            "showlegend": False,
            "xaxis": axis,
            "yaxis": axis,
        }
    }


def packed(numbers: Iterable[int]) -> dict[str, str]:
    """Whole numbers from -32768 to 32767 in plotly's packed form.

    A saved notebook gives every number of a list a line of its own: ten times the room.
    """
    listed = list(numbers)
    data = struct.pack(f"<{len(listed)}h", *listed)
    return {"dtype": "i2", "bdata": b64encode(data).decode()}


def bundle(figure: "Figure", line: dict | None = None) -> dict[str, dict]:
    """The figure by its MIME type, with our template and buttons.

    ``line``: what all lines of the figure have in common, said once.
    """
    # Set, not updated: plotly would keep its own template underneath.
    figure.layout.template = {**template(), "data": {"scatter": [line or {}]}}
    return {PLOTLY: {**figure.to_plotly_json(), "config": CONFIG}}
