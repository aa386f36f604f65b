"""Claims that were rated twice, by readers who did not see each other's verdicts."""

from liptwitch.content.ledger import ClaimId, Verdict
from liptwitch.content.record import Record, Text


class Rating(Record):
    """One claim: two verdicts, the one that was settled on, and why where they differed."""

    claim: ClaimId
    first: Verdict
    second: Verdict
    settled: Verdict
    why: Text | None
