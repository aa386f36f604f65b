"""One thing broken at a time: the error says where it is and what to do, and nothing else."""

import re

import pytest
from small_data import ORIGINAL, copy_to, problems_in

from liptwitch.content.errors import ContentError
from liptwitch.content.loading import load

QUIZ = "quizzes/00.toml"
PAGE = "lessons/00-the-kettle.md"
LESSONS = (ORIGINAL / "lessons.toml").read_text(encoding="utf-8")
FOURTH_AND_FIFTH = '\n[[item.option]]\ntext = "X"\ncorrect = false\nfeedback = "x"' * 2

# fmt: off
# what is broken: (file, old text, new text), (record, field) that the error names, what it says
ONE_THING = {
    # keys and values of a record
    "an unknown key": (
        (QUIZ, "take_home =", "takehome ="),
        ("00-try-lid", "takehome"), ["not a key", "did you mean “take_home”?"],
    ),
    "an unknown key in an option": (
        (QUIZ, 'misconception = "M1"', 'misconceptions = "M1"'),
        ("00-try-lid", "option 1 misconceptions"), ["did you mean “misconception”?"],
    ),
    "an unknown key like no other": (
        (QUIZ, 'misconception = "M1"', 'zzz = "M1"'),
        ("00-try-lid", "option 1 zzz"), ["known are:", "feedback", "correct"],
    ),
    "a field's name in Python for a key": (
        ("glossary.toml", 'not = ["hum"]', 'not_ = ["hum"]'),
        ("whistle", "not_"), ["did you mean “not”?"],
    ),
    "an unknown key in a reference": (
        ("references.json", '"publisher": "Tea Press"', '"Publisher": "Tea Press"'),
        ("spout-1999", "Publisher"), ["did you mean “publisher”?"],
    ),
    "an unknown key in our note on a reference": (
        ("references.json", '"read": "whole"', '"red": 1, "read": "whole"'),
        ("kettle-board", "custom red"), ["did you mean “read”?"],
    ),
    "no feedback for an option": (
        (QUIZ, 'feedback = "The lid joins in late."\n', ""),
        ("00-try-lid", "option 1 feedback"), ["is missing", "add it"],
    ),
    "no feedback for a pair": (
        (QUIZ, 'feedback = "Steel is hard and quick."\n', ""),
        ("00-try-join", "pair 2 feedback"), ["is missing"],
    ),
    "no feedback for a step": (
        (QUIZ, 'feedback = "Steam comes at the end."\n', ""),
        ("00-check-order", "step 3 feedback"), ["is missing"],
    ),
    "no feedback for a number that is too high": (
        (QUIZ, 'too_high = "It is twice, not more."\n', ""),
        ("00-check-minutes", "too_high"), ["is missing"],
    ),
    "a record without an id": (
        (QUIZ, 'id = "00-try-parts"\n', ""),
        ("item 2", "id"), ["is missing"],
    ),
    "an empty text": (
        (QUIZ, '"The handle"', '" "'),
        ("00-try-lid", "option 3 text"), ["is empty", "write something"],
    ),
    "a number for a text": (
        (QUIZ, '"The handle"', "3"),
        ("00-try-lid", "option 3 text"), ["is 3", "text in quotation marks"],
    ),
    "a text for a number": (
        (QUIZ, "answer = 8.0", 'answer = "8"'),
        ("00-check-minutes", "answer"), ["is “8”", "a number, without quotation marks"],
    ),
    "no number": (
        (QUIZ, "answer = 8.0", "answer = nan"),
        ("00-check-minutes", "answer"), ["must be a number"],
    ),
    "a text for true or false": (
        (QUIZ, "correct = true", 'correct = "yes"'),
        ("00-try-lid", "option 2 correct"), ["is “yes”", "true or false"],
    ),
    "a text for a list": (
        (QUIZ, '["spout-1999"]', '"spout-1999"'),
        ("00-try-join", "references"), ["“spout-1999”", "a list in square brackets"],
    ),
    "part of a minute": (
        ("lessons.toml", "minutes = 10", "minutes = 10.5"),
        ("00", "minutes"), ["is 10.5", "a whole number"],
    ),
    "no minutes": (
        ("lessons.toml", "minutes = 10", "minutes = 0"),
        ("00", "minutes"), ["is 0", "more than 0"],
    ),
    "a setting that is too high": (
        ("movements.toml", "rate_hz = 3.0", "rate_hz = 13"),
        ("simmer", "settings rate_hz"), ["is 13", "12 or less"],
    ),
    "a setting that is too low": (
        ("movements.toml", "size = 0.5", "size = 0.01"),
        ("simmer", "settings size"), ["is 0.01", "0.05 or more"],
    ),
    "a text for a record": (
        ("references.json", '{"kind": "guideline", "checked": "2026-01-02", "read": "whole"}',
         '"whole"'),
        ("kettle-board", "custom"), ["“whole”", "a record with keys"],
    ),
    "a value that a setting does not have": (
        ("movements.toml", 'when = "rest"', 'when = "sleep"'),
        ("simmer", "settings when"), ["is “sleep”", "“rest”, “action”, “both”"],
    ),
    "a verdict of one's own": (
        ("misconceptions.toml", '"not so"', '"nonsense"'),
        ("M1", "verdict"), ["“not so”, “true, and here is what is missing”, “right”"],
    ),
    "an unknown kind of item": (
        (QUIZ, 'kind = "order"', 'kind = "sort"'),
        ("00-check-order", "kind"), ["is “sort”", "single, several, match, order, number"],
    ),
    "an item of no kind": (
        (QUIZ, 'kind = "order"\n', ""),
        ("00-check-order", "kind"), ["must be one of", "order"],
    ),
    "an unknown role": (
        (QUIZ, 'role = "practice"', 'role = "exam"'),
        ("00-try", "role"), ["is “exam”", "“practice”"],
    ),
    "an unknown level": (
        (QUIZ, 'bloom = "apply"', 'bloom = "create"'),
        ("00-try-lid", "bloom"), ["is “create”", "“apply”"],
    ),
    "an id with capitals": (
        (QUIZ, 'id = "00-try-lid"', 'id = "00-Try lid"'),
        ("00-Try lid", "id"), ["small letters and figures"],
    ),
    "a code of another form": (
        ("misconceptions.toml", 'code = "M2"', 'code = "Myth 2"'),
        ("Myth 2", "code"), ["a code such as M13"],
    ),
    "a claim's id of another form": (
        ("misconceptions.toml", '"S1-002"', '"S1-2"'),
        ("M1", "claim_ids 2"), ["S0-012"],
    ),
    "a lesson's number of another form": (
        (QUIZ, 'lesson = "00"', 'lesson = "0"'),
        ("00-try", "lesson"), ["in two figures, such as 01"],
    ),
    "an address that is none": (
        ("references.json", "https://example.org/spout", "example.org"),
        ("spout-1999", "URL"), ["“example.org”", "https://"],
    ),
    "an address that is a script": (
        ("references.json", "https://example.org/spout", "javascript:alert(1)"),
        ("spout-1999", "URL"), ["https://"],
    ),
    "a day that does not exist": (
        ("references.json", "2026-01-03", "2026-02-30"),
        ("spout-1999", "custom checked"), ["“2026-02-30”", "a date such as"],
    ),
    "a year in quotation marks": (
        ("references.json", "[[1999]]", '[["1999"]]'),
        ("spout-1999", "issued date-parts 1 1"), ["a whole number, without quotation marks"],
    ),
    "a date without a year": (
        ("references.json", "[[1999]]", "[[]]"),
        ("spout-1999", "issued date-parts 1"), ["at least 1"],
    ),
    "an author without a name": (
        ("references.json", '{"family": "Lid"}', '{"given": "Lid"}'),
        ("spout-1999", "author 2"), ["family name"],
    ),
    "an emergency number without a place": (
        ("course.toml", 'where = "Potland"\n', ""),
        ("", "emergency 2 where"), ["is missing"],
    ),
    "a word that rests on no source": (
        ("glossary.toml", '["spout-1999"]', "[]"),
        ("whistle", "references"), ["at least 1", "there are 0"],
    ),
    # right and wrong
    "two right options": (
        (QUIZ, "correct = false", "correct = true"),
        ("00-try-lid", ""), ["one option must have correct = true", "2 have"],
    ),
    "no right option": (
        (QUIZ, "correct = true", "correct = false"),
        ("00-try-lid", ""), ["one option must have correct = true", "0 have"],
    ),
    "several answers, all right": (
        (QUIZ, 'correct = false\nfeedback = "A knob', 'correct = true\nfeedback = "A knob'),
        ("00-try-parts", ""), ["some correct = false", "3 of 3"],
    ),
    "two options": (
        (QUIZ, '[[item.option]]\ntext = "The handle"\ncorrect = false\n'
         'feedback = "A handle keeps cool and quiet."\n', ""),
        ("00-try-lid", "option"), ["at least 3", "there are 2"],
    ),
    "five options": (
        (QUIZ, '"A handle keeps cool and quiet."', '"A handle."' + FOURTH_AND_FIFTH),
        ("00-try-lid", "option"), ["at most 4", "there are 5"],
    ),
    "two options that read alike": (
        (QUIZ, '"The handle"', '"The lid"'),
        ("00-try-lid", ""), ["option “The lid” stands twice"],
    ),
    "a decoy that reads like a right side": (
        (QUIZ, '"Paper kettle"', '"Clay kettle"'),
        ("00-try-join", ""), ["right side “Clay kettle” stands twice"],
    ),
    "two left sides that read alike": (
        (QUIZ, '"No hum"', '"Low hum"'),
        ("00-try-join", ""), ["left side “Low hum” stands twice"],
    ),
    "two steps that read alike": (
        (QUIZ, '"Whistle"', '"Hum"'),
        ("00-check-order", ""), ["step “Hum” stands twice"],
    ),
    "a foreseen slip that is right": (
        (QUIZ, "value = 2.0", "value = 7.6"),
        ("00-check-minutes", ""), ["slip 7.6", "overlaps the right answer 8"],
    ),
    "a foreseen slip that touches what is right": (
        (QUIZ, "value = 2.0", "value = 7.4"),
        ("00-check-minutes", ""), ["overlaps"],
    ),
    "a right option with a misconception": (
        (QUIZ, '"Bubbles burst at the floor."', '"Bubbles."\nmisconception = "M1"'),
        ("00-try-lid", "option 2 misconception"), ["right option", "remove the code"],
    ),
    # ids that lead nowhere
    "an unknown objective": (
        (QUIZ, 'objective = "00-sort"', 'objective = "00-sorts"'),
        ("00-try-lid", "objective"), ["no objective “00-sorts”", "did you mean “00-sort”?"],
    ),
    "an unknown quiz": (
        (QUIZ, 'quiz = "00-try"', 'quiz = "00-tries"'),
        ("00-try-lid", "quiz"), ["no quiz “00-tries”", "did you mean “00-try”?"],
    ),
    "an unknown clip": (
        (QUIZ, 'clip = "simmer"', 'clip = "boil"'),
        ("00-try-lid", "clip"), ["no movement “boil”", "known are: simmer"],
    ),
    "an unknown misconception": (
        (QUIZ, 'misconception = "M1"', 'misconception = "M9"'),
        ("00-try-lid", "option 1 misconception"), ["no misconception “M9”"],
    ),
    "an unknown reference of an item": (
        (QUIZ, '["steam-2001"]', '["steam-2002"]'),
        ("00-try-lid", "references"), ["“steam-2002”", "did you mean “steam-2001”?"],
    ),
    "an unknown reference of the course": (
        ("course.toml", '["kettle-board"]', '["kettle-bored"]'),
        ("", "references"), ["“kettle-bored”"],
    ),
    "an unknown reference of a term": (
        ("glossary.toml", '["steam-2001"]', '["steam"]'),
        ("hum", "references"), ["“steam”"],
    ),
    "an unknown reference of a misconception": (
        ("misconceptions.toml", '["spout-1999"]', '["spout"]'),
        ("M2", "references"), ["“spout”"],
    ),
    "an unknown reference of a movement": (
        ("movements.toml", '["steam-2001"]', '["steam"]'),
        ("simmer", "references"), ["“steam”"],
    ),
    "an unknown reference of a setting": (
        ("movements.toml", '["spout-1999"]', '["spout"]'),
        ("simmer", "basis 2 references"), ["“spout”"],
    ),
    "an unknown reference in prose": (
        (PAGE, "@spout-1999", "@spout-1998"),
        ("line 19", ""), ["“spout-1998”", "did you mean “spout-1999”?"],
    ),
    "an unknown word that is another": (
        ("glossary.toml", '["whistle"]', '["wistle"]'),
        ("hum", "not"), ["no term “wistle”", "did you mean “whistle”?"],
    ),
    "an unknown word for a movement": (
        ("movements.toml", 'term = "hum"', 'term = "hmm"'),
        ("simmer", "term"), ["no term “hmm”"],
    ),
    "an unknown lesson of a misconception": (
        ("misconceptions.toml", '["00", "01"]', '["00", "07"]'),
        ("M2", "lessons"), ["no lesson “07”"],
    ),
    "an unknown misconception on a page": (
        (PAGE, 'show.refutation("M1")', 'show.refutation("M7")'),
        ('show.refutation("M7")', ""), ["no misconception “M7”"],
    ),
    "an unknown word on a page": (
        (PAGE, 'show.term("hum")', 'show.term("hun")'),
        ('show.term("hun")', ""), ["no term “hun”", "did you mean “hum”?"],
    ),
    "unknown sources on a page": (
        (PAGE, 'show.sources("00")', 'show.sources("09")'),
        ('show.sources("09")', ""), ["no lesson “09”"],
    ),
    "unknown words of a lesson on a page": (
        (PAGE, 'show.terms("00")', 'show.terms("09")'),
        ('show.terms("09")', ""), ["no lesson “09”"],
    ),
    "unknown objectives on a page": (
        (PAGE, 'show.objectives("00")', 'show.objectives("09")'),
        ('show.objectives("09")', ""), ["no lesson “09”"],
    ),
    "an exhibit without an id": (
        (PAGE, 'show.sources("00")', "show.sources()"),
        ('show.sources("")', ""), ["known are: "],
    ),
    "a quiz that its page does not show": (
        (PAGE, 'show.quiz("00-check")', ""),
        ("", ""), ["does not show its quiz “00-check”", 'add show.quiz("00-check")'],
    ),
    # ids that stand twice
    "two items with one id": (
        (QUIZ, 'id = "00-check-order"', 'id = "00-try-parts"'),
        ("00-try-parts", "id"), ["another item", "in quizzes/00.toml", "change one of them"],
    ),
    "two quizzes with one id": (
        (QUIZ, "[[item]]", '[[quiz]]\nid = "00-try"\nlesson = "00"\ntitle = "T"\n'
         'role = "practice"\n[[item]]'),
        ("00-try", "id"), ["another quiz"],
    ),
    "two objectives with one id": (
        ("lessons.toml", 'id = "01-lift"', 'id = "00-name"'),
        ("00-name", "id"), ["another objective, of lesson 00", "change one of them"],
    ),
    "two references with one id": (
        ("references.json", "[\n", '[{"id": "steam-2001", "type": "book", "title": "T", '
         '"URL": "https://example.org", "custom": {"kind": "other", "checked": "2026-01-01", '
         '"read": "whole"}},'),
        ("steam-2001", "id"), ["another reference, in references.json"],
    ),
    # how many
    "a lesson without objectives": (
        ("lessons.toml", '[[lesson.objective]]\nid = "01-lift"\ntext = "lift a lid"\n',
         "objective = []\n"),
        ("01", "objective"), ["at least 1", "there are 0"],
    ),
    "a notice that nobody would read": (
        ("course.toml", "Made up for tests.", "No " * 40),
        ("", "disclaimer"), ["has 44 words; 40 are allowed", "shorten it"],
    ),
    # muscles, nerve and path
    "a muscle that moves nothing": (
        ("muscles.toml", "purse = 1.0", "purse = 0.0"),
        ("orbicularis-oris", "moves"), ["every move is 0"],
    ),
    "a muscle that pulls too far": (
        ("muscles.toml", "brow_up = 1.0", "brow_up = 2.0"),
        ("frontalis", "moves brow_up"), ["is 2.0", "1 or less"],
    ),
    "a muscle at no place of the drawing": (
        ("muscles.toml", '"brow-skin"', '"brow"'),
        ("frontalis", "insertion_region"), ["is “brow”", "“brow-skin”"],
    ),
    "a muscle that its branch does not drive": (
        ("muscles.toml", 'branch = ["buccal"]', 'branch = ["buccal", "temporal"]'),
        ("orbicularis-oris", "branch"), ["names “temporal”, whose drives does not list it"],
    ),
    "a branch that drives a muscle unasked": (
        ("muscles.toml", 'drives = ["frontalis"]', 'drives = ["frontalis", "orbicularis-oris"]'),
        ("temporal", "drives"), ["lists “orbicularis-oris”, whose branch does not name it"],
    ),
    "a branch that is none of the five": (
        ("muscles.toml", 'branch = ["buccal"]', 'branch = ["bucal"]'),
        ("orbicularis-oris", "branch 1"), ["is “bucal”", "“buccal”"],
    ),
    "a finding that the course has no word for": (
        ("path.toml", 'mouth = "weak"', 'mouth = "weaker"'),
        ("motor-cortex", "cut mouth"), ["is “weaker”", "“weak”"],
    ),
    "a fault that moves a muscle of nobody": (
        ("path.toml", 'muscles = ["orbicularis-oris"]', 'muscles = ["orbicularis-ori"]'),
        ("motor-cortex", "cut muscles"), ["no muscle “orbicularis-ori”", "did you mean"],
    ),
    "a fault of all muscles and of one more": (
        ("path.toml", 'muscles = ["orbicularis-oris"]', 'muscles = ["all", "orbicularis-oris"]'),
        ("motor-cortex", "cut"), ["names single muscles beside “all”"],
    ),
    "a fault on no side that moves a muscle": (
        ("path.toml", 'side = "opposite"', 'side = "none"'),
        ("motor-cortex", "cut"), ["say on which side they show it"],
    ),
    "a station with a cause that is none": (
        ("path.toml", 'causes = ["boiling"]', 'causes = ["boilin"]'),
        ("motor-cortex", "causes"), ["no cause “boilin”", "“boiling”"],
    ),
    "an area that no branch feels for": (
        ("path.toml", 'id = "v3"', 'id = "v4"'),
        ("v4", "id"), ["is “v4”", "“v1”, “v2”, “v3”"],
    ),
    # pointing at a picture
    "a picture that there is not": (
        (QUIZ, 'picture = "face"', 'picture = "foot"'),
        ("00-try-point", "picture"), ["is “foot”", "“face”, “path”, “feeling”"],
    ),
    "an answer that the picture does not have": (
        (QUIZ, '"temporal-branch"]', '"temporal"]'),
        ("00-try-point", "answer"), ["has no region “temporal”", "“temporal-branch”"],
    ),
    "a place that the picture does not have": (
        (QUIZ, 'region = "orbicularis-oris"', 'region = "motor-cortex"'),
        ("00-try-point", "region"), ["the picture “face” has no region “motor-cortex”"],
    ),
    "an answer that is wrong as well": (
        (QUIZ, 'region = "orbicularis-oris"', 'region = "frontalis"'),
        ("00-try-point", ""), ["“frontalis” is an answer and has words as a wrong region"],
    ),
    "an answer that is not offered": (
        (QUIZ, 'picture = "face"',
         'picture = "face"\noffer = ["frontalis", "modiolus", "orbicularis-oris"]'),
        ("00-try-point", ""), ["“temporal-branch” is not among those in offer"],
    ),
    "a stem that names its answer, as the list does": (
        (QUIZ, "Point at the part that should lift it.", "Point at the lid lifter."),
        ("00-try-point", "stem"), ["names its answer “Lid lifter”", 'by = "place"'],
    ),
    "a place with a code that is none": (
        (QUIZ, 'region = "orbicularis-oris"\nmisconception = "M1"',
         'region = "orbicularis-oris"\nmisconception = "M9"'),
        ("00-try-point", "region 1 misconception"), ["no misconception “M9”"],
    ),
    # movements
    "a setting that rests on nothing": (
        ("movements.toml", '[[movement.basis]]\nsetting = "size"\nsays = "Our guess."\n'
         'confidence = "assumed"\n', ""),
        ("simmer", ""), ["add a [[movement.basis]] for each of: size"],
    ),
    "a setting that rests on two": (
        ("movements.toml", "[[movement.criterion]]", '[[movement.basis]]\nsetting = "size"\n'
         'says = "Two."\nconfidence = "assumed"\n[[movement.criterion]]'),
        ("simmer", ""), ["only one basis for each setting", "size"],
    ),
    "a basis of no setting": (
        ("movements.toml", 'setting = "size"', 'setting = "sizes"'),
        ("simmer", "basis 5 setting"), ["is “sizes”", "“size”"],
    ),
    "an assumption with a source": (
        ("movements.toml", 'confidence = "assumed"',
         'confidence = "assumed"\nreferences = ["steam-2001"]'),
        ("simmer", "basis 3"), ["give references, or say confidence = “assumed”"],
    ),
    "a finding without a source": (
        ("movements.toml", 'references = ["spout-1999"]\nconfidence', "confidence"),
        ("simmer", "basis 2"), ["give references, or say confidence = “assumed”"],
    ),
    "a criterion with a value that does not exist": (
        ("movements.toml", 'one_of = ["regular"]', 'one_of = ["regulor"]'),
        ("simmer", "criterion 1 rhythm"), ["“regulor” is not a value", "did you mean “regular”?"],
    ),
    "a criterion that asks a number for words": (
        ("movements.toml", "lowest = 2.0\nhighest = 4.0", 'one_of = ["three"]'),
        ("simmer", "criterion 2 rate_hz"), ["is a number", "give lowest or highest"],
    ),
    "a criterion that asks a word for numbers": (
        ("movements.toml", 'one_of = ["regular"]', "lowest = 2"),
        ("simmer", "criterion 1 rhythm"), ["is a word", "give one_of"],
    ),
    "a criterion that asks for nothing": (
        ("movements.toml", 'one_of = ["regular"]\n', ""),
        ("simmer", "criterion 1"), ["give either one_of, or lowest and highest"],
    ),
    "a criterion that nothing can meet": (
        ("movements.toml", "highest = 4.0", "highest = 1.0"),
        ("simmer", "criterion 2"), ["lowest = 2 is more than highest = 1"],
    ),
    # the two labs
    "a dial too few": (
        ("nerve.toml", 'id = "push"', 'id = "pull"'),
        ("pull", "id"), ["must be one of", "“push”"],
    ),
    "a dial that opens beyond its end": (
        ("nerve.toml", "opening = 1.2", "opening = 2.0"),
        ("calcium", ""), ["must lie between low and high"],
    ),
    "half a usual range": (
        ("nerve.toml", "usual_high = 1.3\n", ""),
        ("calcium", ""), ["both usual_low and usual_high"],
    ),
    "a unit without a factor": (
        ("nerve.toml", "other_factor = 4.0\n", ""),
        ("calcium", ""), ["both other_unit and other_factor"],
    ),
    "a start that no slider reaches": (
        ("nerve.toml", "calcium = 0.5", "calcium = 0.1"),
        ("soft", "calcium"), ["is 0.1", "from 0.4 to 1.6"],
    ),
    "a challenge that no slider reaches": (
        ("nerve.toml", "highest = 0.0", "highest = 21.0"),
        ("whistle", "wanted 1 highest"), ["is 21", "from 0 to 20"],
    ),
    "a challenge that wants a number for an outcome": (
        ("nerve.toml", 'one_of = ["fires"]', "lowest = 1.0"),
        ("whistle", "wanted 2"), ["given by one_of"],
    ),
    "a challenge that wants words for a dial": (
        ("nerve.toml", "highest = 0.0", 'one_of = ["fires"]'),
        ("whistle", "wanted 1"), ["given by lowest and highest"],
    ),
    "an outcome that does not exist": (
        ("nerve.toml", '["fires"]', '["sings"]'),
        ("whistle", "wanted 2 one_of 1"), ["is “sings”", "“blocked”"],
    ),
    "a limit that is assumed, with a source": (
        ("nerve.toml", 'says = "There is none."', 'says = "None."\nreferences = ["steam-2001"]'),
        ("lid", ""), ["give references, or say confidence = “assumed”"],
    ),
    "an unknown reference of a slope": (
        ("nerve.toml", '["steam-2001"]', '["steam"]'),
        ("steep", "references"), ["cites “steam”", "did you mean “steam-2001”?"],
    ),
    "a half-life outside its own range": (
        ("caffeine.toml", "half_life_h = 5.0", "half_life_h = 9.5"),
        ("cook", ""), ["must lie between shortest_h and longest_h"],
    ),
    "a drink that is not there": (
        ("caffeine.toml", '[[day.cup]]\ndrink = "mocha"', '[[day.cup]]\ndrink = "mokka"'),
        ("monday", "cup 1 drink"), ["no drink “mokka”", "did you mean “mocha”?"],
    ),
    "a drinker that is not there": (
        ("caffeine.toml", 'drinker = "cook"', 'drinker = "guest"'),
        ("monday", "drinker"), ["no drinker “guest”"],
    ),
    "an advice that is not there": (
        ("caffeine.toml", 'day_advice = "board"', 'day_advice = "bord"'),
        ("cook", "day_advice"), ["no advice “bord”", "did you mean “board”?"],
    ),
    "an hour that no clock has": (
        ("caffeine.toml", "bedtime = 22.5", "bedtime = 24.5"),
        ("monday", "bedtime"), ["is 24.5", "less than 24"],
    ),
    # whole files
    "TOML with a quotation mark too few": (
        (QUIZ, 'id = "00-try"', 'id = "00-try'),
        ("", ""), ["is not written as TOML wants it", "line 2"],
    ),
    "TOML without records in two brackets": (
        ("glossary.toml", "[[term]]", "[term]"),
        ("", ""), ["is not written as TOML wants it"],
    ),
    "TOML with a key that stands twice": (
        ("course.toml", "help =", "title ="),
        ("", ""), ["is not written as TOML wants it", "line 5"],
    ),
    "TOML with records of another name": (
        ("glossary.toml", "[[term]]", "[[terms]]"),
        ("", "terms"), ["did you mean “term”?"],
    ),
    "TOML with one record in single brackets": (
        ("lessons.toml", LESSONS, "[lesson]\n"),
        ("", "lesson"), ["a record begins with [[lesson]], in two brackets"],
    ),
    "JSON with a comma too few": (
        ("references.json", "},", "}"),
        ("", ""), ["line 10", "is not valid JSON", "comma"],
    ),
    # the evidence base
    "a claim of an article that is not there": (
        ("claims.csv", "S1-003,001", "S4-003,004"),
        ("S4-003", "article"), ["no article “004”"],
    ),
    "a claim whose id names another article": (
        ("claims.csv", "S1-003,001", "S1-003,000"),
        ("S1-003", ""), ["is of article 000, and its id says another"],
    ),
    "a claim about nothing": (
        ("claims.csv", "S1-005,001,Lids,cause,limescale", "S1-005,001,Lids,cause,limescail"),
        ("S1-005", "subject"), ["no cause, word or subject", "did you mean “limescale”?"],
    ),
    "a verdict that nobody defined": (
        ("claims.csv", ",outdated,", ",old,"),
        ("S1-005", "verdict"), ["is “old”", "“outdated”"],
    ),
    "a verdict without a reference": (
        ("claims.csv", "supported,,steam-2001 spout-1999,high", "supported,,,high"),
        ("S0-002", ""), ["supported without a reference"],
    ),
    "a verdict without a confidence": (
        ("claims.csv", "steam-2001 spout-1999,high", "steam-2001 spout-1999,"),
        ("S0-002", ""), ["without a confidence", "high, medium or low"],
    ),
    "a wrong claim without what is so instead": (
        ("claims.csv", "wrong,The floor hums.", "wrong,"),
        ("S0-001", ""), ["called wrong without a correction"],
    ),
    "a confidence in what cannot be checked": (
        ("claims.csv", "matter of taste.,,,", "matter of taste.,,high,"),
        ("S1-003", ""), ["what cannot be checked has none"],
    ),
    "a supported claim with a misconception": (
        ("claims.csv", "steam-2001 spout-1999,high,,", "steam-2001 spout-1999,high,M1,"),
        ("S0-002", ""), ["is supported and carries a misconception"],
    ),
    "unsafe advice that harms nobody": (
        ("claims.csv", "kettle-board,high,,yes", "kettle-board,high,,no"),
        ("S0-003", ""), ["is unsafe advice and could_harm says no"],
    ),
    "neither yes nor no": (
        ("claims.csv", "kettle-board,high,,yes", "kettle-board,high,,perhaps"),
        ("S0-003", "could_harm"), ["is “perhaps”; it must be yes or no"],
    ),
    "an unknown reference of a claim": (
        ("claims.csv", "supported,,steam-2001", "supported,,steam-2002"),
        ("S0-002", "references"), ["“steam-2002”", "did you mean “steam-2001”?"],
    ),
    "a claim with a code that does not list it": (
        ("claims.csv", "old name.,spout-1999,low,,", "old name.,spout-1999,low,M2,"),
        ("S1-005", "misconception"), ["code M2, whose claim_ids do not list it"],
    ),
    "a misconception of a claim that is not there": (
        ("misconceptions.toml", '"S1-004"', '"S1-004", "S2-999"'),
        ("M2", "claim_ids"), ["no claim “S2-999”"],
    ),
    "two claims with one id": (
        ("claims.csv", "S1-003,001", "S1-001,001"),
        ("S1-001", "id"), ["another claim"],
    ),
    "a table with a column too few": (
        ("claims.csv", ",could_harm", ""),
        ("", "line 1"), ["its first line must be: id,article,section"],
    ),
    "a row with a cell too many": (
        ("claims.csv", '"A hum is a low, even sound."', "A hum is a low, even sound."),
        ("", "row 5"), ["has 14 cells, not 13", "quotation mark"],
    ),
    "a subject that no claim is about": (
        ("subjects.toml", 'kind = "structure"', 'kind = "structure"\n[[subject]]\n'
         'id = "spout"\nname = "Spout"\nkind = "structure"'),
        ("spout", ""), ["no claim is about it", "remove it"],
    ),
    "a cause with a movement that is no word": (
        ("causes/chalk.toml", '["hum"]', '["humm"]'),
        ("limescale", "movements"), ["no term “humm”", "did you mean “hum”?"],
    ),
    "a cause at a site that is not on the path": (
        ("causes/chalk.toml", '"cortex"', '"liver"'),
        ("limescale", "site"), ["is “liver”", "“cortex”"],
    ),
    "a cause without a reference": (
        ("causes/chalk.toml", '["steam-2001"]', "[]"),
        ("limescale", "references"), ["at least 1", "there are 0"],
    ),
    "an unknown reference of a cause": (
        ("causes/chalk.toml", '["steam-2001"]', '["steam-2002"]'),
        ("limescale", "references"), ["“steam-2002”"],
    ),
    "a cause that no article names and nobody explains": (
        ("causes/heat.toml", 'why_here = "It is often forgotten."\n', ""),
        ("sunshine", "why_here"), ["no article names this cause", "say why"],
    ),
    "a cause that is explained and needs no explaining": (
        ("causes/chalk.toml", "[cause.pattern]", 'why_here = "x"\n[cause.pattern]'),
        ("limescale", "why_here"), ["a claim does", "take the line out"],
    ),
    "an urgency of one's own": (
        ("causes/chalk.toml", '"routine"', '"soon"'),
        ("limescale", "urgency"), ["is “soon”", "“same-day”"],
    ),
    "something named that no record describes": (
        ("causes/named.csv", "1,Boiling water,boiling", "1,Boiling water,boil"),
        ("1", "cause"), ["no cause “boil”", "did you mean “boiling”?"],
    ),
    "something named by no claim": (
        ("causes/named.csv", "S0-002,S0-003", ","),
        ("1", ""), ["no claim names it"],
    ),
    "a number that is none": (
        ("causes/named.csv", "2,Limescale", "two,Limescale"),
        ("two", "number"), ["is “two”", "a whole number"],
    ),
    "a settled verdict that the ledger does not have": (
        ("ratings.csv", "wrong,wrong,wrong,", "wrong,wrong,outdated,"),
        ("S0-001", "settled"), ["claims.csv says “wrong”"],
    ),
    "two verdicts that differ for no reason": (
        ("ratings.csv", "Nothing that was read speaks against it.", ""),
        ("S1-004", "why"), ["the two verdicts differ"],
    ),
    "a cause on a page that is not there": (
        ("reference/pots.md", 'show.cause("boiling")', 'show.cause("boilin")'),
        ('show.cause("boilin")', ""), ["no cause “boilin”", "did you mean “boiling”?"],
    ),
    "an article on a page that is not there": (
        ("reference/pots.md", 'show.article("000")', 'show.article("003")'),
        ('show.article("003")', ""), ["no article “003”"],
    ),
    "an unknown reference on a reference page": (
        ("reference/pots.md", "@kettle-board", "@kettle-bored"),
        ("line 3", ""), ["“kettle-bored”"],
    ),
    # findings, triage rules, stories
    "a rule with a finding that is not there": (
        ("rules.toml", 'all = ["boils-dry"]', 'all = ["boils-dri"]'),
        ("dry", "when all"), ["no finding “boils-dri”", "did you mean “boils-dry”?"],
    ),
    "a rule with a finding that is not there in a group": (
        ("rules.toml", '["a-minute", "an-hour"]', '["a-minute", "an-hour", "a-day"]'),
        ("hum", "when any 2"), ["no finding “a-day”"],
    ),
    "a rule that asks for nothing": (
        ("rules.toml", 'all = ["boils-dry"]', ""),
        ("dry", "when"), ["needs all or any"],
    ),
    "a rule that asks for one thing and against it": (
        ("rules.toml", 'all = ["boils-dry"]', 'all = ["boils-dry"]\nnone = ["boils-dry"]'),
        ("dry", "when"), ["“boils-dry” twice"],
    ),
    "a group that all has met already": (
        ("rules.toml", 'all = ["boils-dry"]', 'all = ["boils-dry"]\nany = [["boils-dry"]]'),
        ("dry", "when"), ["take that group out"],
    ),
    "a group that is shut out": (
        ("rules.toml", 'all = ["boils-dry"]',
         'all = ["boils-dry"]\nany = [["hums"]]\nnone = ["hums"]'),
        ("dry", "when"), ["could never hold"],
    ),
    "a rule that asks for two that exclude each other": (
        ("rules.toml", 'all = ["whistles", "an-hour"]',
         'all = ["whistles", "an-hour", "a-minute"]'),
        ("long-whistle", "when all"), ["cannot both be true"],
    ),
    "a rule that a red flag silences": (
        ("rules.toml", 'any = [["hums"], ["a-minute", "an-hour"]]',
         'any = [["hums"], ["a-minute", "an-hour"]]\nnone = ["whistles"]'),
        ("hum", "when none"), ["red flag", "must never silence"],
    ),
    "guidance of nobody": (
        ("rules.toml", 'references = ["steam-2001"]', "references = []"),
        ("dry", ""), ["give references", "judgement"],
    ),
    "a rule that says it was reviewed": (
        ("rules.toml", 'says = "Take it off."\naction = "Turn off the stove."\n'
         'references = ["steam-2001"]\nchecked = 2026-11-20\nreview = "not clinically reviewed"',
         'says = "Take it off."\nreferences = ["steam-2001"]\nchecked = 2026-11-20\n'
         'review = "reviewed"'),
        ("dry", "review"), ["“not clinically reviewed”"],
    ),
    "two rules that contradict each other": (
        ("rules.toml", 'all = ["whistles", "an-hour"]', 'any = [["boils-dry"]]'),
        ("long-whistle", "when"), ["another level", "“dry”"],
    ),
    "a rule with a reference that is not there": (
        ("rules.toml", 'references = ["steam-2001"]', 'references = ["steam-2002"]'),
        ("dry", "references"), ["“steam-2002”"],
    ),
    "a finding that is red and context": (
        ("findings.toml", 'question = "Is it blue?"', 'question = "Is it blue?"\nred_flag = true'),
        ("blue", ""), ["cannot be context only"],
    ),
    "a story with a finding that is not there": (
        ("vignettes.toml", '["boils-dry"]', '["boils-dri"]'),
        ("smoke", "findings"), ["no finding “boils-dri”"],
    ),
    "a story that contradicts itself": (
        ("vignettes.toml", '"a-minute", "blue"', '"a-minute", "an-hour", "blue"'),
        ("kitchen", "findings"), ["cannot both be true"],
    ),
    "a story with a finding told twice": (
        ("vignettes.toml", '["boils-dry"]', '["boils-dry", "boils-dry"]'),
        ("smoke", ""), ["“boils-dry” twice"],
    ),
    "a story whose level is out of its range": (
        ("vignettes.toml", 'range = ["self-care", "routine"]', 'range = ["routine"]'),
        ("kitchen", ""), ["range must hold", "“self-care”"],
    ),
    "a story for the drill without a word after it": (
        ("vignettes.toml", 'says = "It hums."', ""),
        ("kitchen", ""), ["write in says"],
    ),
    "a first run of a story that is not there": (
        ("first_run.csv", "smoke,", "smoke,\nfire,"),
        ("fire", "vignette"), ["no vignette “fire”"],
    ),
    "a tested checker of an unknown source": (
        ("symptom_checkers.toml", '["steam-2001"]', '["steam-2002"]'),
        ("ears", "references"), ["“steam-2002”"],
    ),
}
# fmt: on


@pytest.mark.parametrize(("edit", "place", "said"), ONE_THING.values(), ids=ONE_THING)
def test_one_thing_broken_is_one_problem_said_where_it_is(tmp_path, edit, place, said):
    [problem] = problems_in(copy_to(tmp_path, edit))
    assert (problem.file, problem.record, problem.field) == (edit[0], *place)
    for part in said:
        assert part in problem.message
    assert_plain(problem.message)


def assert_plain(message: str) -> None:
    """No word of the machinery, nothing that a teacher would have to look up."""
    for word in ("pydantic", "Input should", "NoneType", "dict", "tuple", "validation", r"\n"):
        assert not re.search(rf"(?<!\w){re.escape(word)}", message)
    assert "not what the course expects" not in message  # the wording of last resort


def test_the_small_course_itself_is_sound(tmp_path):
    assert problems_in(copy_to(tmp_path)) == []


def test_the_course_is_sound(course):
    assert len(course.items) > 0


def test_two_items_with_one_id_in_two_files(tmp_path):
    folder = copy_to(tmp_path)
    item = (folder / QUIZ).read_text(encoding="utf-8").partition("[[item]]")[2]
    (folder / "quizzes/01.toml").write_text("[[item]]" + item.partition("[[item]]")[0], "utf-8")
    [problem] = problems_in(folder)
    assert (problem.file, problem.record) == ("quizzes/01.toml", "00-try-lid")
    assert "another item, in quizzes/00.toml, has this id too" in problem.message


def test_a_reference_that_nothing_cites(tmp_path):
    added = '[{"id": "lonely", "type": "book", "title": "T", "URL": "https://example.org", '
    note = '"custom": {"kind": "other", "checked": "2026-01-01", "read": "whole"}},'
    [problem] = problems_in(copy_to(tmp_path, ("references.json", "[\n", added + note)))
    assert (problem.file, problem.record) == ("references.json", "lonely")
    assert "nothing cites it" in problem.message
    assert "cite it where it is used, or remove it" in problem.message


# fmt: off
BEYOND_ITS_FILE = {
    "a finding that no rule uses": (
        ("findings.toml", 'context_only = "Colour boils nothing."', ""),
        ("findings.toml", "blue", ""), "no rule uses it",
    ),
    "context that a rule uses": (
        ("rules.toml", 'all = ["whistles", "an-hour"]', 'all = ["whistles", "an-hour", "blue"]'),
        ("findings.toml", "blue", "context_only"), "take the line out",
    ),
    "a red flag that nothing heeds": (
        ("rules.toml", 'level = "within-a-week"', 'level = "routine"'),
        ("findings.toml", "whistles", "red_flag"), "no rule asks for a week or less",
    ),
    "a red flag that is not called one": (
        ("findings.toml", 'question = "Does it whistle?"\nred_flag = true',
         'question = "Does it whistle?"'),
        ("findings.toml", "whistles", "red_flag"), "say red_flag = true",
    ),
    "a set of one": (
        ("findings.toml", 'question = "Is it blue?"', 'question = "Is it?"\none_of = "colour"'),
        ("findings.toml", "blue", "one_of"), "the only finding of “colour”",
    ),
    "a story that the first run does not know": (
        ("first_run.csv", "\nsmoke,", ""),
        ("vignettes.toml", "smoke", ""), "add its line",
    ),
}
# fmt: on


@pytest.mark.parametrize(("edit", "place", "said"), BEYOND_ITS_FILE.values(), ids=BEYOND_ITS_FILE)
def test_one_thing_that_no_longer_fits_together(tmp_path, edit, place, said):
    [problem] = problems_in(copy_to(tmp_path, edit))
    assert (problem.file, problem.record, problem.field) == place
    assert said in problem.message
    assert_plain(problem.message)


def test_a_quiz_without_items(tmp_path):
    quiz = '[[quiz]]\nid = "00-more"\nlesson = "00"\ntitle = "More"\nrole = "practice"\n\n[[item]]'
    page = 'show.quiz("00-try")\n```\n\n```python\nshow.quiz("00-more")'
    [problem] = problems_in(
        copy_to(tmp_path, (QUIZ, "[[item]]", quiz), (PAGE, 'show.quiz("00-try")', page))
    )
    assert (problem.file, problem.record) == (QUIZ, "00-more")
    assert "has no items" in problem.message


def test_a_quiz_of_an_unknown_lesson(tmp_path):
    problems = problems_in(copy_to(tmp_path, (QUIZ, 'lesson = "00"', 'lesson = "04"')))
    assert [(one.record, one.field) for one in problems] == [("00-try", "lesson")]
    assert "there is no lesson “04”; known are: 00, 01" in problems[0].message


def test_an_objective_that_no_item_asks_for(tmp_path):
    [problem] = problems_in(
        copy_to(tmp_path, (QUIZ, 'objective = "00-name"', 'objective = "00-time"'))
    )
    assert (problem.file, problem.record) == ("lessons.toml", "00-name")
    assert "no quiz item asks for this objective; write one" in problem.message


def test_a_ready_lesson_with_two_objectives(tmp_path):
    objective = '[[lesson.objective]]\nid = "00-name"\ntext = "name the parts of a kettle"\n'
    [problem] = problems_in(
        copy_to(
            tmp_path,
            ("lessons.toml", objective, ""),
            (QUIZ, 'objective = "00-name"', 'objective = "00-time"'),
        )
    )
    assert (problem.file, problem.record, problem.field) == ("lessons.toml", "00", "objective")
    assert "3 to 5 objectives; this one has 2" in problem.message


@pytest.mark.parametrize(
    "name",
    ["course.toml", "lessons.toml", "glossary.toml", "misconceptions.toml", "movements.toml",
     "references.json", PAGE],
)  # fmt: skip
def test_a_missing_file_is_the_only_problem(tmp_path, name):
    folder = copy_to(tmp_path)
    (folder / name).unlink()
    [problem] = problems_in(folder)
    assert problem.file == name
    assert "there is no such file" in problem.message


def test_a_ready_lesson_without_its_prose_says_both_ways_out(tmp_path):
    folder = copy_to(tmp_path)
    (folder / PAGE).unlink()
    [problem] = problems_in(folder)
    assert "write it, or set ready = false for this lesson in lessons.toml" in problem.message


@pytest.mark.parametrize("name", ["course.toml", QUIZ, PAGE, "references.json"])
def test_a_file_in_another_encoding(tmp_path, name):
    folder = copy_to(tmp_path)
    (folder / name).write_bytes((folder / name).read_bytes() + "# Größe".encode("latin-1"))
    [problem] = problems_in(folder)
    assert problem.file == name
    assert "is not UTF-8 text" in problem.message
    assert "save it as UTF-8" in problem.message


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    folder = copy_to(tmp_path)
    for path in folder.rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8-sig", newline="\r\n")
    assert problems_in(folder) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "line 1 is not valid JSON"),
        ("{}", "a list of records"),
        ("[3]", "a record of keys"),
    ],
)
def test_references_of_another_shape(tmp_path, content, said):
    folder = copy_to(tmp_path)
    (folder / "references.json").write_text(content, encoding="utf-8")
    problems = [one for one in problems_in(folder) if one.file == "references.json"]
    assert len(problems) == 1
    assert said in problems[0].message


@pytest.mark.parametrize("kind", ["slope", "start", "challenge", "day", "dial"])
def test_a_lab_without_records_of_a_kind(tmp_path, kind):
    """The labs need one of each; the message names what to add."""
    folder = copy_to(tmp_path)
    path = folder / ("caffeine.toml" if kind == "day" else "nerve.toml")
    parts = re.split(r"(?m)^(?=\[\[\w+\]\])", path.read_text(encoding="utf-8"))
    kept = "".join(part for part in parts if not part.startswith((f"[[{kind}]]", f"[[{kind}.")))
    path.write_text(re.sub(rf"(?ms)^\[\[{kind}\.\w+\]\].*?(?=^\[\[|\Z)", "", kept), "utf-8")
    problems = [one for one in problems_in(folder) if one.file == path.name]
    assert problems
    assert all(f"[[{kind}]]" in one.message for one in problems)


def test_a_folder_without_anything(tmp_path):
    files = {problem.file for problem in problems_in(tmp_path)}
    assert files == {
        "course.toml", "lessons.toml", "glossary.toml", "misconceptions.toml", "movements.toml",
        "references.json", "sources.toml", "claims.csv", "subjects.toml", "causes/named.csv",
        "ratings.csv", "findings.toml", "rules.toml", "vignettes.toml",
        "symptom_checkers.toml", "first_run.csv", "mended.toml",
        "nerve.toml", "caffeine.toml",
        "muscles.toml", "path.toml",
        "probability.toml",
        "care_cards.toml",
    }  # fmt: skip


def test_many_mistakes_are_told_at_once(tmp_path):
    """One of each sort, in six files: a faulty record hides no slip between the others."""
    folder = copy_to(
        tmp_path,
        ("course.toml", '"kettle-board"', '"kettle-bored"'),
        ("lessons.toml", "minutes = 12", 'minutes = "12"'),
        (QUIZ, "correct = true", "correct = false"),
        (QUIZ, 'objective = "00-name"', 'objective = "00-nome"'),
        (QUIZ, 'feedback = "Steam comes at the end."\n', ""),
        ("glossary.toml", '["whistle"]', '["wistle"]'),
        ("movements.toml", 'term = "hum"', 'term = "hmm"'),
        ("references.json", "2026-01-03", "soon"),
        (PAGE, 'show.refutation("M1")', 'show.refutation("M7")'),
    )
    assert {(one.file, one.record, one.field) for one in problems_in(folder)} == {
        ("course.toml", "", "references"),
        ("lessons.toml", "01", "minutes"),
        ("lessons.toml", "00-name", ""),
        (QUIZ, "00-try-lid", ""),
        (QUIZ, "00-try-parts", "objective"),
        (QUIZ, "00-check-order", "step 3 feedback"),
        ("glossary.toml", "hum", "not"),
        ("movements.toml", "simmer", "term"),
        ("references.json", "spout-1999", "custom checked"),
        (PAGE, 'show.refutation("M7")', ""),
    }


def test_the_message_counts_the_problems_and_gives_each_a_line(tmp_path):
    folder = copy_to(tmp_path, (QUIZ, "take_home =", "takehome ="), (QUIZ, '"The handle"', '""'))
    with pytest.raises(ContentError) as caught:
        load(folder)
    heading, *lines = str(caught.value).splitlines()
    assert heading == "2 problems in the course's files:"
    assert [line.split(": ")[0] for line in lines] == [
        "- quizzes/00.toml, 00-try-lid, option 3 text",
        "- quizzes/00.toml, 00-try-lid, takehome",
    ]


def test_one_problem_is_not_called_problems(tmp_path):
    with pytest.raises(ContentError, match=r"^1 problem in the course's files:"):
        load(copy_to(tmp_path, (QUIZ, '"The handle"', '""')))
