"""The verdicts on claims as learners see them: a sign beside the word, so that none is colour."""

from liptwitch.content.ledger import Verdict

SIGNS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "✓",
    Verdict.LIMITS: "≈",
    Verdict.UNSUPPORTED: "?",
    Verdict.WRONG: "✗",
    Verdict.OUTDATED: "◷",  # not the hourglass: fonts without emoji show an empty box for it
    Verdict.UNSAFE: "⚠",
    Verdict.UNCHECKED: "–",
}
"""A sign for each verdict, in the order in which verdicts are listed everywhere."""


def signed(verdict: Verdict) -> str:
    """A verdict with its sign: “✗ wrong”."""
    return f"{SIGNS[verdict]} {verdict.value}"
