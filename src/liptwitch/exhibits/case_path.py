"""How the authors' per cents move in a case, from first to last, as a small chart."""

from html import escape

from liptwitch.exhibits.chart_parts import CARD, INK, ORANGE

WIDTH, ROW, LEFT, SPAN = 560, 30, 270, 250
"""In SVG units: the whole, a row, where 0 per cent stands, and how long 100 per cent is."""

_NAME_LENGTH = 40


def drawing(case: dict) -> str:
    """SVG text: a row for each hypothesis, an open ring at the first per cent, a dot at the last.

    ``case``: as :func:`liptwitch.exhibits.case_spec.case_for_page` gives it.
    """
    rows = [(one["name"], one["expert"]["opening"], last(one)) for one in case["hypotheses"]]
    height = 34 + ROW * len(rows)
    grid = "".join(
        f'<path d="M{_x(share)} 26V{height - 8}" stroke="#cfc4b4"/>'
        f'<text x="{_x(share)}" y="18" text-anchor="middle">{share} %</text>'
        for share in (0, 25, 50, 75, 100)
    )
    drawn = "".join(_row(40 + ROW * place, *row) for place, row in enumerate(rows))
    size = f'width="{WIDTH}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {size}'
        f' font-family="sans-serif" font-size="13" fill="{INK}">'
        f'<rect {size} rx="8" fill="{CARD}"/>{grid}{drawn}</svg>'
    )


def words(case: dict) -> str:
    """What the chart shows."""
    moves = [
        f"{one['name']} from {one['expert']['opening']} to {last(one)}"
        for one in sorted(case["hypotheses"], key=lambda one: -last(one))
    ]
    return f"The authors’ per cents, from first to last: {'; '.join(moves)}."


def last(hypothesis: dict) -> int:
    """The last per cent that the authors give a hypothesis: after the events, if there are any."""
    expert = hypothesis["expert"]
    return expert["event"][-1] if expert["event"] else expert["final"]


def _row(y: int, name: str, first: int, final: int) -> str:
    short = name if len(name) <= _NAME_LENGTH else name[:_NAME_LENGTH].rsplit(" ", 1)[0] + " …"
    return (
        f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(short)}</text>'
        f'<path d="M{_x(first)} {y}H{_x(final)}" stroke="{INK}" stroke-width="2"/>'
        f'<circle cx="{_x(first)}" cy="{y}" r="5" fill="{CARD}" stroke="{INK}" stroke-width="2"/>'
        f'<circle cx="{_x(final)}" cy="{y}" r="5" fill="{ORANGE}" stroke="{INK}"/>'
    )


def _x(share: int) -> float:
    return LEFT + share * SPAN / 100
