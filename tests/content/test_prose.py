"""Citations and fixed texts in a lesson's prose."""

from dataclasses import replace

import pytest
from small_data import ORIGINAL, copy_to, problems_in

from liptwitch.content import prose
from liptwitch.content.errors import ContentError
from liptwitch.content.loading import load
from liptwitch.content.references import Reference

PAGE = "lessons/00-the-kettle.md"


def course_saying(text: str):
    """The small course with another prose, unchecked."""
    return replace(load(ORIGINAL), prose={"00": text})


def expanded(text: str) -> str:
    course = course_saying(text)
    return prose.expanded(course, course.pages(["00"]))[0][1]


def reference(title: str, address: str) -> Reference:
    note = {"kind": "other", "checked": "2026-11-20", "read": "whole"}
    return Reference.model_validate(
        {"id": "x", "type": "webpage", "title": title, "URL": address, "custom": note}
    )


def test_a_citation_becomes_a_short_link():
    assert expanded("So it is [@spout-1999].") == (
        "So it is ([Spout and Lid 1999](https://example.org/spout))."
    )


def test_two_citations_share_their_brackets():
    assert expanded("[@steam-2001; @kettle-board]") == (
        "([Steam et al. 2001](https://example.org/steam); "
        "[The Kettle Board](https://example.org/board))"
    )


def test_fixed_texts_come_from_the_course_file():
    assert expanded("{{disclaimer}} {{ help }} {{emergency}}") == (
        "Made up for tests. No kettle was asked. Ask a kettle maker. "
        "000 (Kettleland) or 001 (Potland)"
    )


def test_code_is_left_alone():
    code = '```python\nx = "[@nobody] {{nothing}}"\n```'
    assert expanded(code) == code
    assert prose.citations(code) == []


def test_what_is_cited_is_named_once_in_order():
    text = "[@b; @a]\n\n```\n[@code]\n```\n[@a] [@c]"
    assert prose.citations(text) == ["b", "a", "c"]


SLIPS = "\n\nSee [@steam-2010].\n\n{{disclaimr}} [@Steam 2001] [@spout-1999; @gone]\n"


def test_loading_names_every_slip_with_its_line(tmp_path):
    folder = copy_to(tmp_path)
    page = folder / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(text + SLIPS, encoding="utf-8")
    line = text.count("\n") + 3
    assert [str(problem) for problem in problems_in(folder)] == [
        f"{PAGE}, line {line}: cites “steam-2010”, which references.json does not have; "
        "did you mean “steam-2001”?",
        f"{PAGE}, line {line + 2}: cites “gone”, which references.json does not have; "
        "known are: kettle-board, spout-1999, steam-2001",
        f"{PAGE}, line {line + 2}: there is no fixed text “disclaimr”; did you mean “disclaimer”?",
        f"{PAGE}, line {line + 2}: “[@Steam 2001]” is not a citation; "
        "write [@some-id], or [@one-id; @another-id]",
    ]


def test_loading_and_building_say_the_same(tmp_path):
    folder = copy_to(tmp_path)
    text = (folder / PAGE).read_text(encoding="utf-8") + SLIPS
    (folder / PAGE).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        expanded(text)
    assert error.value.problems == problems_in(folder)


def test_problems_of_two_lessons_come_together():
    course = replace(load(ORIGINAL), prose={"00": "[@one]", "01": "[@two]"})
    with pytest.raises(ContentError) as error:
        prose.expanded(course, course.pages())
    assert [problem.file for problem in error.value.problems] == [PAGE, "lessons/01-the-lid.md"]


@pytest.mark.parametrize("broken", ["references.json", "course.toml"])
def test_prose_is_not_blamed_for_a_file_that_cannot_be_read(tmp_path, broken):
    folder = copy_to(tmp_path)
    (folder / broken).write_text("{", encoding="utf-8")
    assert {problem.file for problem in problems_in(folder)} == {broken}


def test_a_label_that_is_no_clean_markdown_is_escaped():
    strange = reference("A [b] *c*", "https://example.org/S0140(13)1")
    assert prose.label(strange) == r"[A \[b\] \*c\*](https://example.org/S0140%2813%291)"


def test_a_long_label_ends_at_a_word():
    long = reference(
        "When one half of the face moves by itself for many years", "https://example.org/x"
    )
    assert prose.label(long).startswith("[When one half of the face moves by itself for…](")
