"""Count a web page that was saved as plain text: the figures of data/sources.toml.

    python tools/measure_page.py PAGE.txt [--until LINE]

Prints words, headings, list entries and two reading grades. ``--until`` leaves out that line and
all after it, such as reader comments. The course keeps none of the page's text.

A heading is a line of at most 12 words that ends without a full stop and stands alone or ends in
a colon; a list entry begins with a bullet or a number and a full stop.
"""

import argparse
import re
from pathlib import Path

from liptwitch.science import readability

_ENTRY = re.compile(r"^(?:[•*-]|\d+\.)\s*")
_LONGEST_HEADING = 12


def main() -> None:
    """Measure one page and print its figures as TOML."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("--until", type=int, help="the first line that does not belong to it")
    chosen = parser.parse_args()
    text = chosen.page.read_text(encoding="utf-8", errors="replace")
    lines = [line.strip() for line in text.splitlines()[: chosen.until and chosen.until - 1]]
    lines = [line for line in lines if line]
    entries = [line for line in lines if _ENTRY.match(line)]
    page = "\n".join(_ENTRY.sub("", line) for line in lines)
    print(f"words = {len(readability.words(page))}")
    print(f"headings = {sum(map(_is_heading, lines))}")
    print(f"list_entries = {len(entries)}")
    print(f"grade_lines = {readability.grade_by_lines(page):.1f}")
    print(f"grade_stops = {readability.grade_by_stops(page):.1f}")


def _is_heading(line: str) -> bool:
    short = len(line.split()) <= _LONGEST_HEADING
    return short and not _ENTRY.match(line) and not line.endswith((".", ",", ";"))


if __name__ == "__main__":
    main()
