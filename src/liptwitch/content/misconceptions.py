"""What the five articles claim that needs weighing, and what holds."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from liptwitch.content.ledger import ClaimId, Code
from liptwitch.content.record import Confidence, Record, Slug, Text


class Verdict(StrEnum):
    """How a claim fares. The ledger acquits as readily as it convicts."""

    NOT_SO = "not so"
    INCOMPLETE = "true, and here is what is missing"
    RIGHT = "right"


class Misconception(Record):
    """A claim in our own words, its verdict, and the mechanism that explains it better."""

    code: Code
    claim: Text
    claim_ids: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    verdict: Verdict
    mechanism: Text
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
    lessons: Annotated[tuple[Text, ...], Field(min_length=1)]
