"""How big a notebook is, and why."""

from samples import executed

from liptwitch.publishing import canonical
from liptwitch.publishing.size import LIMIT_BYTES, measure


def file(front_end: str = "") -> str:
    nb = executed()
    canonical.canonical(nb)
    state = nb.metadata.widgets[canonical.STATE]["state"]
    state["show-quiz-01-1"]["state"]["_esm"] = front_end
    return canonical.text(nb)


def test_parts_add_up_to_the_file():
    size = measure(file("x" * 1000))
    assert size.total == len(file("x" * 1000).encode())
    assert sum(size.parts.values()) == size.total


def test_front_end_code_is_not_content():
    small, big = measure(file()), measure(file("x" * 1000))
    assert big.not_content - small.not_content == 1000
    assert big.parts["prose"] == small.parts["prose"]


def test_a_notebook_above_the_limit_says_what_is_biggest():
    size = measure(file("x" * LIMIT_BYTES))
    assert size.too_big
    assert size.biggest(1) == "front-end code 250.0 kB"
    assert not measure(file()).too_big
