"""A person with a question, as a case to reason through in stages.

One file a case in ``data/cases/``. The keys of the case stand at the top of the file, before the
first table in brackets.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt

from liptwitch.content.ledger import ClaimId, Code
from liptwitch.content.record import Record, Slug, Text
from liptwitch.content.urgency import Urgency

OPENING_WORDS = 40
"""An opening has at most so many words."""

SUMMARY_WORDS = 35
"""A summary, the expert's and the learner's, has at most so many words."""

OTHER = "other"
"""The id of the hypothesis that stands for everything that is not listed."""

OPENING = "opening"
"""What shows a finding that the opening itself tells."""


def _listed(value: object) -> object:
    """One thing, written without square brackets, is a list of one."""
    return [value] if isinstance(value, str | int) and not isinstance(value, bool) else value


Ids = Annotated[tuple[Slug, ...], BeforeValidator(_listed), Field(min_length=1)]
"""Ids of what shows a finding: ``opening``, a question, an examination or an event."""

Percent = Annotated[StrictInt, Field(ge=0, le=100)]

Minutes = Annotated[StrictInt, Field(ge=1, le=3)]
"""What a question or an examination costs."""


class Provenance(StrEnum):
    """Where a case comes from."""

    COMMENT = "public-comment"
    CONSTRUCTED = "constructed"

    @property
    def words(self) -> str:
        """The provenance as a reader sees it."""
        return _PROVENANCE_WORDS[self]


_PROVENANCE_WORDS = {
    Provenance.COMMENT: "built from a public comment, details changed",
    Provenance.CONSTRUCTED: "made up for practice: nobody's own story",
}


class Basis(StrEnum):
    """What a level of urgency rests on."""

    GUIDANCE = "guidance"
    JUDGEMENT = "judgement"
    BOTH = "both"

    @property
    def words(self) -> str:
        """The basis as a reader sees it."""
        return _BASIS_WORDS[self]


_BASIS_WORDS = {
    Basis.GUIDANCE: "guidance",
    Basis.JUDGEMENT: "the authors’ judgement",
    Basis.BOTH: "guidance, and the authors’ judgement where it is silent",
}


class Question(Record):
    """Something to ask, and what is answered only if it is asked.

    ``pays``: whether the answer can change what one thinks or does; ``why`` says so in words.
    """

    id: Slug
    group: Text
    text: Text
    minutes: Minutes
    answer: Text
    pays: StrictBool
    why: Text


class Examination(Record):
    """Something to examine, and what is found."""

    id: Slug
    text: Text
    finding: Text
    minutes: Minutes
    pays: StrictBool
    why: Text


class Event(Record):
    """Something that happens after the advice; ``changes``: what it should change, and why.

    ``level`` and ``range``: how urgent it is from then on, as in :class:`Triage`.
    """

    id: Slug
    after: Literal["triage"] = "triage"
    text: Text
    changes: Text
    level: Urgency
    range: Annotated[tuple[Urgency, ...], Field(min_length=1)]
    why: Text
    references: tuple[Slug, ...] = ()


class KeyFeature(Record):
    """A finding that decides; ``shown_by``: any of these shows it."""

    id: Slug
    text: Text
    shown_by: Ids
    why: Text


class Beliefs(Record):
    """How likely the authors hold a hypothesis to be at each stage, in per cent.

    ``event`` has one number for each event, in their order.
    """

    opening: Percent
    asked: Percent
    final: Percent
    event: Annotated[tuple[Percent, ...], BeforeValidator(_listed)] = ()


class Hypothesis(Record):
    """A possible explanation: a cause of ``data/causes/``, or one with a name of its own.

    Its id is that of the cause where no other is given.
    """

    id: Slug | None = None
    cause: Slug | None = None
    name: Text | None = None
    for_: Annotated[tuple[Text, ...], Field(alias="for")] = ()
    against: tuple[Text, ...] = ()
    expert: Beliefs
    references: tuple[Slug, ...] = ()

    @property
    def key(self) -> str:
        """The id by which answers name it; empty where neither id nor cause is given."""
        return self.id or self.cause or ""


class Triage(Record):
    """How urgent it is before anything else happens.

    ``range``: the levels that a careful reader may choose, ``level`` among them. ``panel``: how
    many independent readings chose which level; they are judgement.
    """

    level: Urgency
    range: Annotated[tuple[Urgency, ...], Field(min_length=1)]
    why: Text
    basis: Basis
    references: tuple[Slug, ...] = ()
    panel: dict[Urgency, Annotated[StrictInt, Field(ge=0)]] = Field(default_factory=dict)


class Met(Record):
    """Whether a reply holds what a good one needs, and what of it."""

    met: Literal["yes", "partly", "no"]
    text: Text


class Then(Record):
    """What the site's doctor answered, in our words; or that nobody did."""

    answered: StrictBool
    advice: Text
    action: Met | None = None
    time_frame: Met | None = None
    safety_net: Met | None = None
    claim_ids: tuple[ClaimId, ...] = ()


class Now(Record):
    """What guidance says now."""

    advice: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]


class SummaryPart(Record):
    """One of the four parts of a summary, and the words by which a program recognises it.

    A pattern of up to three letters is a whole word; a longer one is how a word begins. It may
    have several words.
    """

    name: Text
    patterns: Annotated[tuple[Text, ...], Field(min_length=1)]
    hint: Text


class Summary(Record):
    """The case in 35 words at most."""

    model: Text
    parts: Annotated[tuple[SummaryPart, ...], Field(alias="part", min_length=4, max_length=4)]


class TellingFinding(Record):
    """A finding that matters for one reason; ``shown_by``: any of these shows it."""

    text: Text
    shown_by: Ids
    why: Text


class MustName(Record):
    """A sign that a good answer names, and the words by which a program recognises it."""

    what: Text
    patterns: Annotated[tuple[Text, ...], Field(min_length=1)]


class MissingAnswer(Record):
    """What the answer desk needs: an example of a good answer, and what it should name."""

    example: Text
    must_name: tuple[MustName, ...] = ()


class Case(Record):
    """One case.

    ``lesson``: the lesson that it stands in, or ``practice``. ``misfit``: the finding that does
    not fit the leading explanation. ``turning_point``: the finding that should have moved the
    reader most. ``outcome``: the hypothesis that was so; a made-up case alone can have one.
    ``unknown``: what nobody knows. ``review``: ids of two quiz items.
    """

    id: Slug
    title: Text
    lesson: Text
    provenance: Provenance
    opening: Text
    budget_minutes: Annotated[StrictInt, Field(gt=0)]
    questions: Annotated[tuple[Question, ...], Field(alias="question", min_length=1)]
    examinations: Annotated[tuple[Examination, ...], Field(alias="examination", min_length=1)]
    events: Annotated[tuple[Event, ...], Field(alias="event", max_length=2)] = ()
    key_features: Annotated[tuple[KeyFeature, ...], Field(alias="key_feature", min_length=1)]
    hypotheses: Annotated[tuple[Hypothesis, ...], Field(alias="hypothesis", min_length=3)]
    triage: Triage
    then: Then | None = None
    now: Now
    summary: Summary
    misfit: TellingFinding
    turning_point: TellingFinding
    outcome: Slug | None = None
    unknown: Annotated[tuple[Text, ...], Field(min_length=1)]
    take_home: Text
    review: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=2)]
    misconceptions: tuple[Code, ...] = ()
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    answer: MissingAnswer | None = None

    @property
    def groups(self) -> list[str]:
        """The groups of questions, in the order of their first."""
        return list(dict.fromkeys(question.group for question in self.questions))

    @property
    def shows(self) -> list[str]:
        """Everything that can show a finding, by id."""
        parts = (*self.questions, *self.examinations, *self.events)
        return [OPENING, *(part.id for part in parts)]

    @property
    def cited(self) -> list[str]:
        """Every reference that the case cites, each once."""
        parts = (self, self.triage, self.now, *self.hypotheses, *self.events)
        return list(dict.fromkeys(one for part in parts for one in part.references))
