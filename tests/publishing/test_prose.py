"""Citations and fixed texts in a lesson's prose."""

import pytest
from samples import reference, sample_course

from liptwitch.content.errors import ContentError
from liptwitch.publishing import prose

COURSE = sample_course()


def expanded(text: str) -> str:
    return prose.expanded(sample_course(l01=text), [COURSE.lessons["01"]])[0][1]


def complaints(text: str) -> list[str]:
    with pytest.raises(ContentError) as error:
        expanded(text)
    return [str(problem) for problem in error.value.problems]


def test_a_citation_becomes_a_short_link():
    assert expanded("So it is [@leite-2014].") == (
        "So it is ([Leite 2014](https://example.org/leite-2014))."
    )


def test_two_citations_share_their_brackets():
    assert expanded("[@leite-2014; @nhs-twitching]") == (
        "([Leite 2014](https://example.org/leite-2014); "
        "[NHS 2023](https://example.org/nhs-twitching))"
    )


def test_fixed_texts_come_from_the_course_file():
    assert expanded("{{disclaimer}} {{ help }} {{emergency}}") == (
        "Education, not diagnosis. Ask a pharmacist. 112 (Europe)"
    )


def test_code_is_left_alone():
    code = '```python\nx = "[@nobody] {{nothing}}"\n```'
    assert expanded(code) == code


def test_every_problem_is_named_at_once_with_its_line():
    text = "# A\n\nSee [@leite-2041].\n\n{{disclaimr}} [@Leite 2014] [@leite-2014; @gone]"
    assert complaints(text) == [
        "lessons/01-sample.md, line 3: There is no reference “leite-2041”. "
        "Did you mean “leite-2014”?",
        "lessons/01-sample.md, line 5: There is no fixed text “disclaimr”. "
        "Did you mean “disclaimer”?",
        "lessons/01-sample.md, line 5: There is no reference “gone”.",
        "lessons/01-sample.md, line 5: “[@Leite 2014]” is not a citation. "
        "Write [@some-id], or [@one-id; @another-id].",
    ]


def test_problems_of_two_lessons_come_together():
    course = sample_course(l01="[@one]", l02="[@two]")
    with pytest.raises(ContentError) as error:
        prose.expanded(course, [course.lessons["01"], course.lessons["02"]])
    assert [problem.file for problem in error.value.problems] == [
        "lessons/01-sample.md",
        "lessons/02-sample.md",
    ]


def test_a_label_that_is_no_clean_markdown_is_escaped():
    strange = reference("x", title="A [b] *c*", URL="https://example.org/S0140(13)1")
    assert prose.label(strange) == (r"[A \[b\] \*c\* no date](https://example.org/S0140%2813%291)")


def test_a_long_label_ends_at_a_word():
    long = reference("x", title="When one half of the face moves by itself for many years")
    assert prose.label(long).startswith("[When one half of the face moves by itself for…](")
