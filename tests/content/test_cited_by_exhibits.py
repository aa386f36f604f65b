"""What a page cites through its exhibits stands among its sources."""

from dataclasses import replace

import pytest
from small_data import course_with

from liptwitch.content.citing import references_of

STORY = "drill = true"


@pytest.mark.parametrize(
    ("line", "cites"),
    [
        ("show.frequency_tree()", "spout-1999"),
        ('show.frequency_tree("whistle-leak")', "spout-1999"),  # it offers the other preset too
        ("show.triage_desk()", "kettle-board"),
        ("show.triage_drill()", "steam-2001"),
    ],
)
def test_sources_of_a_page(tmp_path, line, cites):
    cited = f'{STORY}\nreferences = ["steam-2001"]'
    course = course_with(tmp_path, ("vignettes.toml", STORY, cited))
    # A page with that exhibit, and with nothing else that could cite.
    page = {"00": f"# Kettle\n\n```python\n{line}\n```\n"}
    assert cites in references_of(replace(course, prose=page), "00")
