"""The progress log: one file of lines that is only ever added to.

Each answer, and each step of a case, is one JSON object on one line of ``progress.jsonl``, with
the number of its format in front: 1 for an answer, 2 for a step. (A course that knows answers
alone reports a step as written by a newer version, and leaves it in the file.) It is handed to the
operating system as one write at the end of the file, so two open notebooks cannot overwrite each
other. (Shown by a test on Linux. On Windows the end of the file is looked up just before the
write, so two answers in the very same instant could collide there: not verified.)

What can go wrong is said, never swallowed: a line that cannot be read stays in the file and is
reported; an answer that cannot be written is kept in memory, reported, and written with the next.
"""

import errno
import functools
import json
import math
import os
import re
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from liptwitch.content.errors import CourseError
from liptwitch.content.place import course_folder

SCHEMA = 1
"""The format of an answer."""

STEP_SCHEMA = 2
"""The format of a step of a case; the newest that this version reads."""

CERTAINTIES = ("low", "middle", "high")

Response = str | float | list[str] | dict[str, str]

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
_OWNER_ONLY = 0o600
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_PLACE = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SYNC_HERE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
_HEAD = re.compile(rb'\{"schema":[12],"id":"')
# Quotes inside a JSON string are escaped, so these cannot occur in a learner's words.
_START_OF_ENTRY = re.compile(rb'(?=\{"schema":)')
_END_OF_ID = re.compile(rb',"(?:item|case)":')


class NotSaved(CourseError):
    """An answer could not be written; the message says why and what to do about it."""


class _Unreadable(ValueError):
    """Why one line of the file could not be used, in plain words."""


@dataclass(frozen=True)
class Answer:
    """One answer as it was given. It holds no name and nothing else about the person.

    ``id`` is made by the front end, so that an answer sent twice counts once. ``response`` is a
    letter, a list of letters, pairs of letters or a number, after the kind of question. ``right``
    is how it was marked at the time. ``certainty`` is low, middle or high, or None where it was
    not asked. ``time`` is UTC, to the second, like ``2026-03-01T09:30:00Z``.
    """

    id: str
    item: str
    response: Response
    right: bool
    certainty: str | None
    time: str

    @property
    def moment(self) -> datetime:
        """The time as a datetime with time zone UTC."""
        return parse_time(self.time)


Said = dict[str, str | int | dict[str, int]]
"""What was said at a step of a case: texts, ids, per cents by hypothesis."""


@dataclass(frozen=True)
class Step:
    """One step through a case, as it was taken. It holds nothing about the person either.

    ``run``: the id of one way through the case; whoever begins anew has a new one. ``stage`` and
    ``said``: which step it was, and what was asked, believed, written or chosen at it. ``id`` and
    ``time`` as in :class:`Answer`.
    """

    id: str
    case: str
    run: str
    stage: str
    said: Said
    time: str

    @property
    def moment(self) -> datetime:
        """The time as a datetime with time zone UTC."""
        return parse_time(self.time)


Entry = Answer | Step
"""What one line of the log holds."""


@dataclass(frozen=True)
class Problem:
    """Something about the log that a learner should know; ``line`` counts from 1, or is None."""

    line: int | None
    message: str

    def __str__(self) -> str:
        return self.message if self.line is None else f"Line {self.line}: {self.message}"


@dataclass(frozen=True)
class Reading:
    """What the log holds, in the order it was written, and what is wrong with it."""

    answers: tuple[Answer, ...] = ()
    problems: tuple[Problem, ...] = ()
    steps: tuple[Step, ...] = ()


def utc_now() -> datetime:
    """The present moment in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def format_time(moment: datetime) -> str:
    """A moment with a time zone, as the log writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_time(text: str) -> datetime:
    """The moment that an ISO 8601 text with a time zone names; ValueError for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError as trouble:
        raise ValueError(f"{text!r} is outside the calendar") from trouble


def progress_file() -> Path:
    """Where answers are kept: LIPTWITCH_PROGRESS, or progress.jsonl in the course folder."""
    named = os.environ.get("LIPTWITCH_PROGRESS")
    return Path(named) if named else course_folder() / "progress.jsonl"


def open_log() -> "Log":
    """The log of this learner. One object per file, so that what waits in it waits for all."""
    return _log_at(Path(os.path.abspath(progress_file())))


class Log:
    """Answers and steps in one file; see the module's first lines for what is promised."""

    def __init__(self, path: Path | str):
        self.path = Path(path)
        self._waiting: list[Entry] = []

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What could not be written yet; lost if Python stops before they are."""
        return tuple(self._waiting)

    def append(self, entry: Entry) -> None:
        """Write one answer or step, after those still waiting.

        Raises NotSaved when it cannot; the entry is then kept and tried again next time.
        Raises ValueError, and keeps nothing, for an entry that could not be read back.
        """
        _entry(_line(entry))
        # The page sends an answer again that was not saved; it waits here already.
        if all(entry.id != one.id for one in self._waiting):
            self._waiting.append(entry)
        try:
            while self._waiting:
                _write_line(self.path, _line(self._waiting[0]))
                del self._waiting[0]
        except OSError as trouble:
            raise NotSaved(_not_saved(trouble, self.path, len(self._waiting))) from trouble

    def read(self) -> Reading:
        """Everything that can be read, waiting answers included. Never raises."""
        problems = []
        raw = b""
        try:
            raw = _whole_file(self.path)
        except OSError as trouble:
            why = _in_plain_words(trouble, self.path)
            problems.append(Problem(None, f"Your earlier answers could not be read. {why}"))
        entries, bad_lines = _parse(raw)
        problems += bad_lines
        if self._waiting:
            problems.append(Problem(None, _still_waiting(len(self._waiting))))
        every = _each_once([*entries, *self._waiting])
        answers = tuple(one for one in every if isinstance(one, Answer))
        steps = tuple(one for one in every if isinstance(one, Step))
        return Reading(answers, tuple(problems), steps)


@functools.cache
def _log_at(path: Path) -> Log:
    return Log(path)


def _line(entry: Entry) -> bytes:
    # ASCII only: no character of an answer can end a line or be cut in half.
    schema = SCHEMA if isinstance(entry, Answer) else STEP_SCHEMA
    record = {"schema": schema, **asdict(entry)}
    text = json.dumps(record, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.encode("ascii") + b"\n"


def _write_line(path: Path, line: bytes) -> None:
    """Add one line at the end in a single write; OSError if any of it did not reach the disk."""
    descriptor = os.open(path, _FLAGS, _OWNER_ONLY)
    try:
        if not _ends_with_newline(descriptor):
            line = b"\n" + line
        written = os.write(descriptor, line)
        if written < len(line):
            # The rest is not sent after it: another notebook may have written in between.
            # The torn line stays; the whole answer is written anew on a line of its own.
            raise OSError(errno.ENOSPC, "only part of the line was written")
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _ends_with_newline(descriptor: int) -> bool:
    if os.fstat(descriptor).st_size == 0:
        return True
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) == b"\n"


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as trouble:
        if trouble.errno not in _NO_SYNC_HERE:
            raise


def _whole_file(path: Path) -> bytes:
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        return b""
    if not stat.S_ISREG(kind):  # a device or a pipe could be read for ever
        raise OSError(errno.EISDIR, "not a file")
    return path.read_bytes()


def _parse(raw: bytes) -> tuple[list[Entry], list[Problem]]:
    lines = raw.split(b"\n")
    entries, unread = [], []
    for number, line in enumerate(lines, start=1):
        for piece in _pieces(line):
            try:
                entries.append(_entry(piece))
            except _Unreadable as why:
                unread.append((number, piece, str(why)))
    problems = [
        Problem(number, why)
        for number, piece, why in unread
        # A last line without an end may still be in the making by another notebook.
        if number < len(lines) and not _written_again(piece, entries)
    ]
    return entries, problems


def _pieces(line: bytes) -> list[bytes]:
    """The entries on a line: one, unless a whole one was glued onto a torn one."""
    try:
        _entry(line)
    except _Unreadable:
        return [piece for piece in _START_OF_ENTRY.split(line) if piece.strip()]
    return [line]


def _written_again(torn: bytes, entries: list[Entry]) -> bool:
    """Whether a torn line is the beginning of an entry that was saved whole later."""
    if not _HEAD.match(torn):
        return False
    lines = map(_line, entries)
    return any(
        line.startswith(torn) and torn.startswith(_END_OF_ID.split(line)[0]) for line in lines
    )


def _entry(line: bytes) -> Entry:
    """The answer or step on one line; raises _Unreadable with the reason in plain words."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _Unreadable("this is not a saved answer, or only a part of one.") from None
    if not isinstance(record, dict):
        raise _Unreadable("this is not a saved answer.")
    kind, wanted = _kind(record.get("schema"))
    for name, fits in wanted.items():
        if name not in record:
            raise _Unreadable(f"“{name}” is missing.")
        if not fits(record[name]):
            raise _Unreadable(f"“{name}” holds something it cannot hold.")
    return kind(**{name: record[name] for name in wanted})


def _kind(schema: object) -> tuple[type[Entry], dict[str, Callable[[object], bool]]]:
    """What a line of this format holds, and what fits into each of its fields."""
    if type(schema) is not int or schema < SCHEMA:
        raise _Unreadable("the number of its format is missing or unknown.")
    if schema > STEP_SCHEMA:
        raise _Unreadable(
            f"a newer version of the course wrote this (format {schema}). Update to count it."
        )
    return (Answer, _FITS) if schema == SCHEMA else (Step, _STEP_FITS)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_response(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    if isinstance(value, dict):
        return all(isinstance(one, str) for one in value.values())
    return isinstance(value, str) or is_number(value)


def _is_said(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return all(
        isinstance(one, str)
        or type(one) is int
        or (isinstance(one, dict) and all(type(part) is int for part in one.values()))
        for one in value.values()
    )


def is_number(value: object) -> bool:
    """Whether this is a finite number; True and False are not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond the range of a float
        return False


def _is_time(value: object) -> bool:
    try:
        parse_time(value)
    except (TypeError, ValueError):
        return False
    return True


_FITS = {
    "id": _is_name,
    "item": _is_name,
    "response": _is_response,
    "right": lambda value: isinstance(value, bool),
    "certainty": lambda value: value is None or value in CERTAINTIES,
    "time": _is_time,
}


_STEP_FITS = {
    "id": _is_name,
    "case": _is_name,
    "run": _is_name,
    "stage": _is_name,
    "said": _is_said,
    "time": _is_time,
}


def _each_once(entries: list[Entry]) -> list[Entry]:
    first = {}
    for entry in entries:
        first.setdefault(entry.id, entry)
    return list(first.values())


def _not_saved(trouble: OSError, path: Path, waiting: int) -> str:
    kept = "It is kept" if waiting == 1 else f"{waiting} answers are kept"
    return (
        f"Your answer is not saved. {_in_plain_words(trouble, path)} "
        f"{kept} in memory while this notebook runs, and tried again with your next answer."
    )


def _still_waiting(count: int) -> str:
    answers = "1 answer is" if count == 1 else f"{count} answers are"
    return f"{answers} not saved yet; the course tries again with your next answer."


def _in_plain_words(trouble: OSError, path: Path) -> str:
    """What is wrong with the file, and what to do about it."""
    elsewhere = "set LIPTWITCH_PROGRESS to a file that you can write to"
    if trouble.errno in _FULL:
        return "The disk is full. Make some room on it."
    if os.path.exists(path) and not os.path.isfile(path):  # unlike Path's, these never raise
        return f"{path} is not a file. Move it away, or {elsewhere}."
    if trouble.errno in _NO_PLACE:
        return f"There is no folder {path.parent}. Make it, or {elsewhere}."
    if trouble.errno in _FORBIDDEN:
        return f"You have no permission for {path}. Ask for it, or {elsewhere}."
    return f"There is trouble with {path} ({trouble.strerror}). Check the disk, or {elsewhere}."
