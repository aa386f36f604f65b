"""Writes the hashes of all word runs of the sources. Run by hand when a source is added:

    python tests/word_runs/make_hashes.py FOLDER

FOLDER holds the articles (``000_….txt``, ``001_….txt`` …), of which number 001 ends with reader
comments, and ``comments.md``, our own notes on those comments, whose wording stays out of the
course as well.
"""

import sys
from pathlib import Path

from runs import ARTICLE_RUN, COMMENT_RUN, hashes, words

_COMMENTS_BEGIN_AFTER = "Please note that any information or feedback on this website"
_HERE = Path(__file__).parent


def main(folder: Path) -> None:
    articles, comments = [], []
    for path in sorted(folder.glob("[0-9][0-9][0-9]_*.txt")):
        article, _, below = path.read_text(encoding="utf-8").partition(_COMMENTS_BEGIN_AFTER)
        articles.append(article)
        comments.append(below.partition("\n")[2])  # the rest of that line is the site's notice
    notes = (folder / "comments.md").read_text(encoding="utf-8")
    _write("articles.hashes", [*articles, *comments, notes], ARTICLE_RUN)
    _write("comments.hashes", comments, COMMENT_RUN)


def _write(name: str, texts: list[str], length: int) -> None:
    """Runs end where a paragraph ends: what follows was never said in one breath."""
    paragraphs = [part for text in texts for part in text.split("\n\n")]
    found = {
        one
        for paragraph in paragraphs
        for one in hashes([word.text for word in words(paragraph)], length)
    }
    (_HERE / name).write_text("\n".join(sorted(found)) + "\n", encoding="ascii")
    print(f"{name}: {len(found)} runs of {length} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
