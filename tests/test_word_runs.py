"""No wording of an article or of a reader's comment stands in the course."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "word_runs"
sys.path.insert(0, str(HERE))

from runs import ARTICLE_RUN, COMMENT_RUN, hashes, text_of, words  # noqa: E402

NOT_OURS = {".git", ".venv", ".jupyter", "node_modules", "__pycache__"}


def stored(name: str) -> set[str]:
    return set((HERE / name).read_text(encoding="ascii").split())


def excused(length: int) -> set[str]:
    lines = (HERE / "common_phrases.txt").read_text(encoding="utf-8").splitlines()
    phrases = [line for line in lines if not line.startswith("#")]
    return {one for line in phrases for one in hashes([word.text for word in words(line)], length)}


KNOWN = {
    "an article": (ARTICLE_RUN, stored("articles.hashes") - excused(ARTICLE_RUN)),
    "a comment": (COMMENT_RUN, stored("comments.hashes") - excused(COMMENT_RUN)),
}


def copies(text: str, known=KNOWN) -> list[str]:
    """The passages of a text that a source has too, with their line."""
    found = []
    said = words(text)
    for source, (length, forbidden) in known.items():
        runs = hashes([word.text for word in said], length)
        starts = [start for start, one in enumerate(runs) if one in forbidden]
        for first, last in _joined(starts):
            passage = said[first : last + length]
            quoted = " ".join(word.text for word in passage)
            found.append(f"line {passage[0].line}: “{quoted}” is also in {source}")
    return found


def _joined(starts: list[int]) -> list[tuple[int, int]]:
    """Runs that begin at neighbouring words are one passage."""
    if not starts:
        return []
    breaks = [(a, b) for a, b in pairwise(starts) if b > a + 1]
    firsts = [starts[0], *(b for _, b in breaks)]
    lasts = [*(a for a, _ in breaks), starts[-1]]
    return list(zip(firsts, lasts, strict=True))


def project_files(project: Path) -> list[Path]:
    """All files that are or would be committed; without git, all that no tool has made."""
    listed = subprocess.run(
        ["git", "-C", project, "ls-files", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode == 0:
        paths = [project / name for name in listed.stdout.splitlines()]
    else:
        paths = [path for path in project.rglob("*") if not NOT_OURS & set(path.parts)]
    return [path for path in paths if path.is_file() and path.suffix != ".hashes"]


def test_no_file_of_the_project_copies_a_source(project):
    files = project_files(project)
    assert len(files) > 50
    found = [
        f"{path.relative_to(project)}, {copy}" for path in files for copy in copies(text_of(path))
    ]
    assert not found, "\n" + "\n".join(found)


PLANTED = "It isn't “copied”, is it? Word after word, 7 days a week."


def planted(length: int) -> dict:
    return {"a source": (length, set(hashes([word.text for word in words(PLANTED)], length)))}


@pytest.mark.parametrize(
    "text",
    [
        PLANTED,
        "Before it. " + PLANTED.upper(),
        "it isn\u2019t *copied* is\n\nit",
        "'isn't copied, is it -- word'",
        "WORD after 3 word days\ta\tweek",
    ],
)
def test_a_copy_is_found_whatever_marks_and_breaks_it_has(text):
    (copy,) = copies(text, planted(5))
    assert "is also in a source" in copy


def test_a_copy_is_reported_once_with_its_line_and_all_its_words():
    (copy,) = copies("One line.\n" + PLANTED, planted(6))
    assert copy == (
        "line 2: “it isn't copied is it word after word days a week” is also in a source"
    )


def test_fewer_words_in_a_row_are_no_copy():
    assert copies("word after word days and a week", planted(5)) == []


def test_a_copy_in_a_notebook_is_found_through_markup_and_line_breaks(tmp_path):
    path = tmp_path / "page.ipynb"
    html = ["<p>It isn&#x27;t <b>copied</b>,\n", "is it?</p>"]
    path.write_text(json.dumps({"cells": [{"outputs": [{"data": {"text/html": html}}]}]}))
    assert len(copies(text_of(path), planted(5))) == 1


def test_the_stored_hashes_are_those_of_real_runs():
    """The list in use is neither empty nor made with another salt or length."""
    assert len(KNOWN["an article"][1]) > 9_000
    assert len(KNOWN["a comment"][1]) > 600
    gap = "the most common {} of lip twitching are"  # or this very line would be a copy
    heading = [word.text for word in words(gap.format("causes"))]
    assert set(hashes(heading, ARTICLE_RUN)) & KNOWN["an article"][1]
