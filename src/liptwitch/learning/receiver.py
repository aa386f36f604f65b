"""What takes something from a front end and writes it down: a course, a log and a clock."""

from collections.abc import Callable
from datetime import datetime

from liptwitch.content.course import Course
from liptwitch.learning.log import Log, open_log, parse_time, utc_now

_LONGEST_ID = 100


class Receiver:
    """Trusts nothing that comes in. ``log``: by default the one that the course writes."""

    def __init__(
        self, course: Course, log: Log | None = None, now: Callable[[], datetime] = utc_now
    ):
        self._course = course
        self._log = log if log is not None else open_log()
        self._now = now

    def _time(self, sent: object) -> datetime:
        """When it was sent; now where that is no UTC time, or lies ahead."""
        now = self._now()
        try:
            return min(parse_time(sent), now)
        except (TypeError, ValueError):
            return now


def is_id(one: object) -> bool:
    """Whether a front end could have made this id."""
    return isinstance(one, str) and 0 < len(one) <= _LONGEST_ID
