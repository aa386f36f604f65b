"""The rules of item writing and of plain prose that a machine can check.

Each rule takes a course and returns a complaint for each place that breaks it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from liptwitch.content.course import Course
from liptwitch.content.quizzes import (
    Bloom,
    Item,
    MatchItem,
    NumberItem,
    OrderItem,
    PointItem,
    Role,
    SeveralItem,
    SingleItem,
)
from liptwitch.science.readability import grade, sentences, words

LONGEST_TO_SHORTEST = 1.5
LENGTHS_ALIKE = 25
"""Options whose lengths differ by fewer characters give no clue: half a line on the page."""

SHORTEST_FEEDBACK = 20
LEAST_APPLICATION = 0.6
FEW_ITEMS = 8
"""With fewer single items in a lesson, the positions of their keys say nothing."""

LEAST_ITEMS = dict.fromkeys(("01", "02", "03", "10", "11", "13", "14"), 18)
HARDEST_GRADE = 8
LONG_SENTENCE = 20
LONGEST_SENTENCE = 25
MOST_LONG_SENTENCES = 0.1
LONGEST_PARAGRAPH = 3
SHORT_PARAGRAPH = 40
"""Below this many words a paragraph of more sentences is no wall of text: “Urge: tic. Wave: …”"""

ABOUT_THE_COURSE = {"00-find", "00-kinds", "00-certainty", "00-baseline"}
"""Objectives that state nothing medical: how a page, a question and the marks work."""

_CATCH_ALL = re.compile(r"\b(all|none|both|neither) of (the|these|them)\b.*(above)?", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(not|never|except|least|false|wrong)\b|n['’]t\b", re.IGNORECASE)

APPLIES = {Bloom.APPLY, Bloom.ANALYSE, Bloom.EVALUATE}


# ------------------------------------------------------------------------------------- items


def three_or_four_options(course: Course) -> Iterator[str]:
    """Single and several items have three or four options."""
    for item in _with_options(course):
        if len(item.options) not in (3, 4):
            yield f"{item.id} has {len(item.options)} options"


def options_of_like_length(course: Course) -> Iterator[str]:
    """No option is much longer than another."""
    for item in _with_options(course):
        lengths = [len(option.text) for option in item.options]
        longest, shortest = max(lengths), min(lengths)
        is_far = longest - shortest >= LENGTHS_ALIKE
        if is_far and longest / shortest > LONGEST_TO_SHORTEST:
            yield f"{item.id}: options of {shortest} to {longest} characters"


def no_catch_all_option(course: Course) -> Iterator[str]:
    """No “all of the above” and no “none of these”."""
    for item in _with_options(course):
        for option in item.options:
            if _CATCH_ALL.match(option.text):
                yield f"{item.id}: “{option.text}”"


def no_negative_question(course: Course) -> Iterator[str]:
    """The question asks for what holds; what stands before the question may say “not”."""
    for item in course.items.values():
        for sentence in sentences(item.stem):
            if sentence.endswith("?") and "“" not in sentence and _NEGATIVE.search(sentence):
                yield f"{item.id}: “{sentence}”"


def keys_spread_over_the_letters(course: Course) -> Iterator[str]:
    """In no lesson more than half of the single items have their key at one letter."""
    for lesson_id in _ready(course):
        keys = [item.key for item in _items(course, lesson_id) if isinstance(item, SingleItem)]
        for letter, count in Counter(keys).items():
            if len(keys) >= FEW_ITEMS and count > len(keys) / 2:
                yield f"lesson {lesson_id}: {count} of {len(keys)} keys are at {letter.upper()}"


def mostly_application(course: Course) -> Iterator[str]:
    """At least 60% of a lesson's items ask for application or more."""
    for lesson_id in _ready(course):
        items = [one for one in _items(course, lesson_id) if not _is_demonstration(course, one)]
        applied = sum(item.bloom in APPLIES for item in items)
        if applied < LEAST_APPLICATION * len(items):
            yield f"lesson {lesson_id}: {applied} of {len(items)} items"


def every_objective_is_asked_for(course: Course) -> Iterator[str]:
    """Each objective of a ready lesson has an item."""
    asked = {item.objective for item in course.items.values()}
    for lesson_id in _ready(course):
        for objective in course.lessons[lesson_id].objectives:
            if objective.id not in asked:
                yield f"nothing asks for {objective.id}"


def enough_items(course: Course) -> Iterator[str]:
    """A lesson of :data:`LEAST_ITEMS` has at least so many items."""
    for lesson_id, least in LEAST_ITEMS.items():
        count = len(_items(course, lesson_id))
        if count < least:
            yield f"lesson {lesson_id} has {count} items; it is to have {least}"


def feedback_explains(course: Course) -> Iterator[str]:
    """Each explanation is a sentence and not a verdict, and no two of an item are the same."""
    for item in course.items.values():
        explanations = feedback_of(item)
        for text in explanations:
            if len(text) < SHORTEST_FEEDBACK:
                yield f"{item.id}: “{text}” is too short"
        if len(set(explanations)) < len(explanations):
            yield f"{item.id}: two explanations are the same"


def one_sentence_to_take_home(course: Course) -> Iterator[str]:
    """What is taken home is one whole sentence."""
    for item in course.items.values():
        is_whole = item.take_home.rstrip("”’)").endswith((".", "!", "?"))
        if len(sentences(item.take_home)) != 1 or not is_whole:
            yield f"{item.id}: “{item.take_home}”"


def medical_items_cite(course: Course) -> Iterator[str]:
    """An item that states something medical names its source."""
    for item in course.items.values():
        is_medical = item.objective not in ABOUT_THE_COURSE
        if is_medical and not item.references and not _is_demonstration(course, item):
            yield f"{item.id} cites nothing"


# ------------------------------------------------------------------------------------- prose


def prose_is_easy_to_read(course: Course) -> Iterator[str]:
    """The prose of a ready lesson reads at grade 8 or below."""
    for lesson_id in _ready(course):
        level = grade("\n\n".join(paragraphs(course.prose[lesson_id])))
        if level > HARDEST_GRADE:
            yield f"lesson {lesson_id}: grade {level:.1f}"


def questions_are_easy_to_read(course: Course) -> Iterator[str]:
    """The questions of a ready lesson read at grade 8 or below."""
    for lesson_id in _ready(course):
        texts = [text for item in _items(course, lesson_id) for text in texts_of(item)]
        level = grade("\n\n".join(texts))
        if level > HARDEST_GRADE:
            yield f"lesson {lesson_id}: grade {level:.1f}"


def no_sentence_is_very_long(course: Course) -> Iterator[str]:
    """No sentence has more than 25 words."""
    for place, sentence in _sentences(course):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            yield f"{place}: {count} words: “{sentence}”"


def sentences_are_mostly_short(course: Course) -> Iterator[str]:
    """At most one sentence in ten has more than 20 words."""
    counted = [len(words(sentence)) for _, sentence in _sentences(course)]
    long = sum(count > LONG_SENTENCE for count in counted)
    if long > MOST_LONG_SENTENCES * len(counted):
        yield f"{long} of {len(counted)} sentences have more than {LONG_SENTENCE} words"


def paragraphs_are_short(course: Course) -> Iterator[str]:
    """A paragraph has at most three sentences; a short one may have more."""
    for lesson_id in _ready(course):
        for paragraph in paragraphs(course.prose[lesson_id]):
            count = len(sentences(paragraph))
            if count > LONGEST_PARAGRAPH and len(words(paragraph)) >= SHORT_PARAGRAPH:
                yield f"lesson {lesson_id}: {count} sentences: “{paragraph[:60]}…”"


RULES = [
    three_or_four_options,
    options_of_like_length,
    no_catch_all_option,
    no_negative_question,
    keys_spread_over_the_letters,
    mostly_application,
    every_objective_is_asked_for,
    enough_items,
    feedback_explains,
    one_sentence_to_take_home,
    medical_items_cite,
    prose_is_easy_to_read,
    questions_are_easy_to_read,
    no_sentence_is_very_long,
    sentences_are_mostly_short,
    paragraphs_are_short,
]


# ----------------------------------------------------------------------------- what is read


def paragraphs(prose: str) -> list[str]:
    """The paragraphs and list entries of a lesson as plain text; no headings, tables, code."""
    text = re.sub(r"^```.*?^```$", "", prose, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^(#|\|).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\s*\[@[^\]]*\]", "", text)
    text = re.sub(r"\{\{[^}]*\}\}", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^> ?", "", text, flags=re.MULTILINE)
    text = re.sub(r"^ *([-*]|\d+\.) +", "\n", text, flags=re.MULTILINE)
    # Bold words at the start are a heading that runs in, such as “**Not known:** how many …”.
    text = re.sub(r"^ *(\*\*[^*\n]+[.?:]\*\*)\s", r"\1\n\n", text, flags=re.MULTILINE)
    text = re.sub(r"[*_`]", "", text)
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if words(part)]


def feedback_of(item: Item) -> list[str]:
    """Every explanation of an item."""
    match item:
        case MatchItem():
            return [part.feedback for part in (*item.pairs, *item.decoys)]
        case OrderItem():
            return [step.feedback for step in item.steps]
        case NumberItem():
            slips = [slip.feedback for slip in item.slips]
            return [item.right, item.too_low, item.too_high, *slips]
        case PointItem():
            return [item.right, item.wrong, *(one.feedback for one in item.elsewhere)]
        case _:
            return [option.feedback for option in item.options]


def texts_of(item: Item) -> list[str]:
    """What a learner reads of an item in sentences."""
    return [item.stem, *feedback_of(item), item.take_home]


def _sentences(course: Course) -> Iterator[tuple[str, str]]:
    for lesson_id in _ready(course):
        for paragraph in paragraphs(course.prose[lesson_id]):
            yield from ((f"lesson {lesson_id}", sentence) for sentence in sentences(paragraph))
        for item in _items(course, lesson_id):
            for text in texts_of(item):
                yield from ((item.id, sentence) for sentence in sentences(text))


def _ready(course: Course) -> list[str]:
    return [lesson.id for lesson in course.lessons.values() if lesson.ready]


def _items(course: Course, lesson_id: str) -> list[Item]:
    quizzes = course.quizzes_of(lesson_id)
    return [item for quiz in quizzes for item in course.items_of(quiz.id)]


def _with_options(course: Course) -> list[SingleItem | SeveralItem]:
    kinds = SingleItem | SeveralItem
    return [item for item in course.items.values() if isinstance(item, kinds)]


def _is_demonstration(course: Course, item: Item) -> bool:
    return course.quizzes[item.quiz].role == Role.DEMONSTRATION
