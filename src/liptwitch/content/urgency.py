"""How fast to seek help: the five levels that the whole course uses."""

from enum import StrEnum


class Urgency(StrEnum):
    """From the most urgent to the least."""

    EMERGENCY = "emergency-now"
    SAME_DAY = "same-day"
    WITHIN_A_WEEK = "within-a-week"
    ROUTINE = "routine"
    SELF_CARE = "self-care"

    @property
    def words(self) -> str:
        """The level as a reader sees it."""
        return _WORDS[self]


_WORDS = {
    Urgency.EMERGENCY: "emergency now",
    Urgency.SAME_DAY: "same day",
    Urgency.WITHIN_A_WEEK: "doctor within about a week",
    Urgency.ROUTINE: "routine appointment or pharmacist, with a date",
    Urgency.SELF_CARE: "self-care, with a safety net",
}
