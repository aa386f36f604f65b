"""A case with a hole in it: the error says where it is and what to do, and nothing else."""

import pytest
from small_data import ORIGINAL, copy_to, problems_in

from liptwitch.content.cases import Case
from liptwitch.content.loading import load

CASE = "cases/pot.toml"
THEN = 'action = { met = "partly", text = "wait" }\n'
LONG = "word " * 41

# fmt: off
# what is broken: (old text, new text), the field that the error names, what it says
ONE_THING = {
    "no answer to a question": (
        ('answer = "Yes, since noon."\n', ""), "question 1 answer", ["is missing", "add it"],
    ),
    "an empty answer": (
        ('"Yes, since noon."', '""'), "question 1 answer", ["is empty"],
    ),
    "no reason why a question pays": (
        ('why = "A colour makes no sound."\n', ""), "question 2 why", ["is missing"],
    ),
    "a question that takes too long": (
        ("minutes = 2\nanswer", "minutes = 9\nanswer"), "question 3 minutes", ["3 or less"],
    ),
    "no finding": (
        ('finding = "The rim is warm and trembles."\n', ""), "examination 1 finding", ["missing"],
    ),
    "per cents that cannot sum": (
        ("final = 50", "final = 45"), "hypothesis expert final", ["sum to 95", "100: add 5"],
    ),
    "too many per cents": (
        ("opening = 30", "opening = 40"), "hypothesis expert opening",
        ["sum to 110", "take 10 away"],
    ),
    "more than a hundred per cent": (
        ("final = 50", "final = 150"), "hypothesis 1 expert final", ["100 or less"],
    ),
    "an event without per cents": (
        (", event = 20", ""), "hypothesis expert", ["there are 1 events", "0 or 1 numbers"],
    ),
    "a reference that is not there": (
        ('references = ["kettle-board"]\n\n[[question]]',
         'references = ["kettle-bored"]\n\n[[question]]'),
        "references", ["cites “kettle-bored”", "did you mean “kettle-board”?"],
    ),
    "an unknown reference in the guidance": (
        ('today."\nreferences = ["kettle-board"]', 'today."\nreferences = ["board"]'),
        "now references", ["cites “board”"],
    ),
    "an unknown cause": (
        ('cause = "boiling"', 'cause = "boilin"'), "hypothesis 1 cause",
        ["there is no cause “boilin”", "did you mean “boiling”?"],
    ),
    "an unknown quiz item": (
        ('"00-try-join"', '"00-try-joint"'), "review",
        ["there is no item “00-try-joint”", "did you mean “00-try-join”?"],
    ),
    "one item to come back to": (
        ('["00-try-join", "00-check-minutes"]', '["00-try-join"]'), "review",
        ["needs at least 2"],
    ),
    "an unknown misconception": (
        ('misconceptions = ["M1"]', 'misconceptions = ["M9"]'), "misconceptions",
        ["there is no misconception “M9”"],
    ),
    "an unknown claim": (
        ('claim_ids = ["S1-001"]', 'claim_ids = ["S1-999"]'), "then claim_ids",
        ["there is no claim “S1-999”"],
    ),
    "an unknown lesson": (
        ('lesson = "00"', 'lesson = "77"'), "lesson", ["there is no lesson “77”"],
    ),
    "a feature that nothing shows": (
        ('shown_by = ["touch"]', 'shown_by = ["tuch"]'), "key_feature 3 shown_by",
        ["no question or finding “tuch” in this case", "did you mean “touch”?"],
    ),
    "a turning point that nothing shows": (
        ('shown_by = ["smell"]\nwhy = "It makes', 'shown_by = []\nwhy = "It makes'),
        "turning_point shown_by", ["needs at least 1"],
    ),
    "two with one id": (
        ('id = "weigh"', 'id = "touch"'), "", ["“touch” stands twice", "another id"],
    ),
    "nothing for all the rest": (
        ('id = "other"', 'id = "rest"'), "hypothesis", ['none has id = "other"'],
    ),
    "a hypothesis without a name": (
        ('name = "Leaking gas"\n', ""), "hypothesis 2", ["neither cause nor name"],
    ),
    "a hypothesis without an id": (
        ('id = "gas-leak"\n', ""), "hypothesis 2", ["a name and no id"],
    ),
    "a level outside its range": (
        ('range = ["emergency-now", "same-day"]', 'range = ["emergency-now"]'), "triage range",
        ["does not hold the level “same-day”"],
    ),
    "an unknown level": (
        ('level = "same-day"', 'level = "soon"'), "triage level", ["is “soon”", "“same-day”"],
    ),
    "a long opening": (
        ("My pot has hummed since noon.", LONG), "opening", ["words; 40 are allowed"],
    ),
    "a long summary": (
        ("A pot that has hummed", LONG), "summary model", ["words; 35 are allowed"],
    ),
    "three parts of a summary": (
        ('[[summary.part]]\nname = "Who"\npatterns = ["pot", "kettle"]\n'
         'hint = "Say what it is that hums."\n', ""),
        "summary part", ["needs at least 4"],
    ),
    "an outcome for a real commenter": (
        ('lesson = "00"', 'lesson = "00"\noutcome = "boiling"'), "outcome",
        ["nobody knows what became of a real commenter"],
    ),
    "an answer that is not judged": (
        (THEN, ""), "then action", ["is missing", "say of each answer"],
    ),
    "a key of another name": (
        ('take_home = "A hum', 'takehome = "A hum'), "takehome", ["did you mean “take_home”?"],
    ),
}
# fmt: on


@pytest.mark.parametrize(("edit", "field", "said"), ONE_THING.values(), ids=ONE_THING)
def test_one_hole_is_one_problem_in_a_teachers_words(tmp_path, edit, field, said):
    [problem] = problems_in(copy_to(tmp_path, (CASE, *edit)))
    assert (problem.file, problem.record, problem.field) == (CASE, "pot", field)
    for words in said:
        assert words in problem.message
    assert "pydantic" not in problem.message


def test_many_holes_are_told_at_once(tmp_path):
    folder = copy_to(
        tmp_path,
        (CASE, "final = 50", "final = 45"),
        (CASE, "asked = 20", "asked = 30"),
        (CASE, '"00-try-join"', '"nothing"'),
        (CASE, 'shown_by = ["touch"]', 'shown_by = ["nothing"]'),
    )
    assert {one.field for one in problems_in(folder)} == {
        "hypothesis expert final",
        "hypothesis expert asked",
        "review",
        "key_feature 3 shown_by",
    }


def test_a_file_that_is_no_toml_is_the_only_problem(tmp_path):
    folder = copy_to(tmp_path, (CASE, 'title = "The pot', "title = The pot"))
    [problem] = problems_in(folder)
    assert problem.file == CASE
    assert "not written as TOML wants it" in problem.message


def test_two_files_with_one_id(tmp_path):
    folder = copy_to(tmp_path)
    (folder / "cases" / "zz.toml").write_bytes((folder / CASE).read_bytes())
    [problem] = problems_in(folder)
    assert (problem.file, problem.record, problem.field) == ("cases/zz.toml", "pot", "id")


def test_a_made_up_case_may_have_an_outcome_and_needs_no_answer_of_a_site(tmp_path):
    text = (ORIGINAL / CASE).read_text(encoding="utf-8")
    then = text[text.index("[then]") : text.index("[now]")]
    made_up = ('provenance = "public-comment"', 'provenance = "constructed"\noutcome = "gas-leak"')
    folder = copy_to(tmp_path, (CASE, *made_up), (CASE, then, ""))
    assert problems_in(folder) == []
    assert load(folder).case("pot").outcome == "gas-leak"


def test_two_events_have_two_numbers_each(tmp_path):
    second = (
        '[[event]]\nid = "bang"\ntext = "Bang."\nchanges = "All."\nlevel = "emergency-now"\n'
        'range = ["emergency-now"]\nwhy = "It burns."\n\n[[key_feature]]'
    )
    edits = [(CASE, "[[key_feature]]", second)]
    edits += [(CASE, f"event = {n} }}", f"event = [{n}, {n}] }}") for n in (20, 75, 5)]
    assert problems_in(copy_to(tmp_path / "two", *edits)) == []
    problems = problems_in(copy_to(tmp_path / "one", *edits[:-1]))
    assert [one.field for one in problems] == ["hypothesis expert"]


def test_a_case_tells_what_can_show_a_finding_and_what_it_cites():
    case: Case = load(ORIGINAL).case("pot")
    assert case.shows == ["opening", "stove", "colour", "smell", "lid", "touch", "weigh", "hiss"]
    assert case.groups == ["The stove", "The kitchen"]
    assert case.cited == ["kettle-board", "steam-2001"]
    assert [one.key for one in case.hypotheses] == ["boiling", "gas-leak", "other"]
