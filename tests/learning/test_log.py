"""The progress log: no answer is lost without a message."""

import errno
import functools
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liptwitch.learning import log as log_module
from liptwitch.learning.log import Answer, Log, NotSaved, Problem, open_log, progress_file

calmly = settings(deadline=None, derandomize=True)  # no clock, the same examples every time

EACH = 500


def answer(answer_id="one", **changes):
    given = Answer(
        id=answer_id,
        item="01-check-one",
        response="b",
        right=True,
        certainty="high",
        time="2026-03-01T09:30:00Z",
    )
    return replace(given, **changes)


def ids(log):
    return [one.id for one in log.read().answers]


def parsed(raw):
    """What a file with these bytes reads as."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.jsonl"
        path.write_bytes(raw)
        return Log(path).read()


def written(*answers):
    """The bytes of a file with these answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.jsonl"
        for one in answers:
            Log(path).append(one)
        return path.read_bytes() if answers else b""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "progress.jsonl"


# What is in the file


def test_an_answer_comes_back_as_it_was_given(path):
    Log(path).append(answer())
    assert Log(path).read().answers == (answer(),)
    assert Log(path).read().problems == ()


def test_a_line_holds_these_things_and_nothing_about_the_person(path):
    Log(path).append(answer())
    assert json.loads(path.read_text()) == {
        "schema": 1,
        "id": "one",
        "item": "01-check-one",
        "response": "b",
        "right": True,
        "certainty": "high",
        "time": "2026-03-01T09:30:00Z",
    }
    assert path.read_bytes().count(b"\n") == 1


def test_others_on_the_computer_cannot_read_it(path):
    Log(path).append(answer())
    assert path.stat().st_mode & 0o077 == 0


def test_an_answer_sent_twice_counts_once(path):
    log = Log(path)
    for _ in range(2):
        log.append(answer())
    log.append(answer("two"))
    assert ids(log) == ["one", "two"]


def test_no_file_yet_is_no_answers_and_no_problem(path):
    assert Log(path).read() == log_module.Reading()


texts = st.text(st.characters(), max_size=20)
responses = (
    texts
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(2**53), 2**53)
    | st.lists(texts, max_size=4)
    | st.dictionaries(texts, texts, max_size=4)
)
some_answers = st.builds(
    Answer,
    id=texts.filter(bool),
    item=texts.filter(bool),
    response=responses,
    right=st.booleans(),
    certainty=st.sampled_from([None, "low", "middle", "high"]),
    time=st.just("2026-03-01T09:30:00Z"),
)


@calmly
@given(st.lists(some_answers, max_size=5, unique_by=lambda one: one.id))
def test_answers_with_any_characters_come_back_unchanged(answers):
    reading = parsed(written(*answers))
    assert list(reading.answers) == answers
    assert reading.problems == ()


def test_an_answer_that_could_not_be_read_back_is_refused_at_once(path):
    log = Log(path)
    with pytest.raises(ValueError, match="response"):
        log.append(answer(response=None))
    log.append(answer("two"))
    assert ids(log) == ["two"]


# Lines that are broken


def test_a_torn_last_line_is_ignored(path):
    log = Log(path)
    log.append(answer())
    with path.open("ab") as file:
        file.write(b'{"schema":1,"id":"tw')
    assert ids(log) == ["one"]
    assert log.read().problems == ()


def test_the_next_answer_does_not_glue_itself_to_a_torn_line(path):
    path.write_bytes(b'{"schema":1,"id":"tw')
    Log(path).append(answer("three"))
    assert ids(Log(path)) == ["three"]
    assert path.read_bytes().startswith(b'{"schema":1,"id":"tw\n{"schema":1,"id":"three"')


def test_a_torn_line_in_the_middle_is_reported_and_kept(path):
    path.write_bytes(b'{"schema":1,"id":"tw')
    Log(path).append(answer("three"))
    [problem] = Log(path).read().problems
    assert str(problem) == "Line 1: this is not a saved answer, or only a part of one."
    assert b'"tw\n' in path.read_bytes()


def test_a_whole_last_line_without_its_end_counts(path):
    path.write_bytes(written(answer()).rstrip(b"\n"))
    assert ids(Log(path)) == ["one"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"not json", "not a saved answer"),
        (b"[1, 2]", "not a saved answer"),
        (b"\xff\xfe\x00", "not a saved answer"),
        (b"[" * 100_000, "not a saved answer"),
        (b"{}", "number of its format is missing"),
        (b'{"schema": 1}', "“id” is missing"),
        (b'{"schema": 2}', "“id” is missing"),
        (b'{"schema": 3, "sleep": "well"}', "newer version of the course wrote this (format 3)"),
        (written(answer()).replace(b'"b"', b"NaN").strip(), "“response” holds something"),
        (written(answer()).replace(b'"b"', b"1" * 400).strip(), "“response” holds something"),
        (written(answer()).replace(b"true", b'"yes"').strip(), "“right” holds something"),
        (written(answer()).replace(b'"high"', b'["high"]').strip(), "“certainty” holds something"),
        (written(answer()).replace(b"Z", b"").strip(), "“time” holds something"),
        (written(answer()).replace(b"2026", b"0000").strip(), "“time” holds something"),
    ],
)
def test_a_line_that_cannot_be_read_is_reported_and_kept(path, line, says):
    path.write_bytes(written(answer()) + line + b"\n")
    before = path.read_bytes()
    Log(path).append(answer("two"))
    assert ids(Log(path)) == ["one", "two"]
    [problem] = Log(path).read().problems
    assert problem.line == 2
    assert says in problem.message
    assert path.read_bytes().startswith(before)


def test_a_file_saved_by_a_windows_editor_is_still_read(path):
    path.write_bytes(b"\xef\xbb\xbf" + written(answer(), answer("two")).replace(b"\n", b"\r\n"))
    assert ids(Log(path)) == ["one", "two"]
    assert Log(path).read().problems == ()


@functools.cache
def line_of(name):
    return written(answer(name))


good_lines = st.integers(0, 8).map(lambda n: line_of(f"good-{n}"))
torn_lines = st.builds(
    lambda line, cut: line[: 1 + cut % (len(line) - 2)],
    st.integers(0, 8).map(lambda n: line_of(f"torn-{n}")),
    st.integers(0),
)
garbage = st.binary(max_size=30).map(lambda some: some.replace(b'{"', b""))


@calmly
@given(st.lists(st.tuples(st.sampled_from("gtx"), good_lines, torn_lines, garbage), max_size=12))
def test_no_mixture_of_torn_lines_and_garbage_loses_a_good_line(parts):
    raw = b""
    wanted = set()
    for kind, good, torn, noise in parts:
        raw += {"g": good, "t": torn, "x": noise + b"\n"}[kind]
        if kind == "g":
            wanted.add(json.loads(good)["id"])
    assert {one.id for one in parsed(raw).answers} == wanted


# Places that cannot be written to


def refused(path, *says):
    log = Log(path)
    with pytest.raises(NotSaved) as caught:
        log.append(answer())
    message = str(caught.value)
    assert message.startswith("Your answer is not saved.")
    for text in says:
        assert text in message
    assert [one.id for one in log.waiting] == ["one"]
    return log


def test_a_folder_in_the_place_of_the_file(path):
    path.mkdir()
    log = refused(path, f"{path} is not a file", "Move it away")
    assert any("could not be read" in str(problem) for problem in log.read().problems)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices among the files here")
def test_a_device_is_not_read_as_a_log():
    """Some devices never end."""
    [problem] = Log("/dev/null").read().problems
    assert "/dev/null is not a file" in str(problem)


def test_a_folder_that_does_not_exist(tmp_path):
    refused(tmp_path / "nowhere" / "progress.jsonl", "There is no folder", "Make it")


def test_a_file_in_the_place_of_the_folder(path):
    path.write_text("a file")
    log = refused(path / "progress.jsonl", f"There is no folder {path}")
    assert log.read().problems


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="Linux shows its kernel in /proc")
def test_a_place_where_nobody_may_write():
    """/proc refuses even the administrator, whom folder permissions do not hold back."""
    refused(Path("/proc/progress.jsonl"))


@pytest.fixture
def read_only_folder():
    """A folder that its user cannot write to. The administrator is somebody else meanwhile."""
    if os.name != "posix":
        pytest.skip("permissions of this kind are not known here")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        administrator = os.geteuid() == 0
        if administrator:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if administrator:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_read_only_folder(read_only_folder):
    path = read_only_folder / "progress.jsonl"
    log = refused(path, f"You have no permission for {path}", "LIPTWITCH_PROGRESS")
    assert ids(log) == ["one"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_permission_denied(path, monkeypatch, number):
    def denied(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", denied)
    refused(path, f"You have no permission for {path}", "LIPTWITCH_PROGRESS")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_full_disk():
    refused(Path("/dev/full"), "The disk is full", "Make some room")


def disk_that_fills_up(monkeypatch, room):
    """os.write that takes ``room`` bytes and then no more, until ``room`` is None."""
    state = {"room": room}
    real_write = os.write

    def write(descriptor, data):
        if state["room"] is None:
            return real_write(descriptor, data)
        if state["room"] == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = real_write(descriptor, data[: state["room"]])
        state["room"] -= taken
        return taken

    monkeypatch.setattr(os, "write", write)
    return state


@pytest.mark.parametrize("room", [0, 1, 30, 60, 110])
def test_when_there_is_room_again_the_waiting_answers_are_saved(path, monkeypatch, room):
    """Whatever part of the first line still fitted on the disk."""
    disk = disk_that_fills_up(monkeypatch, room)
    log = Log(path)
    for name in ("one", "two"):
        with pytest.raises(NotSaved, match="disk is full"):
            log.append(answer(name))
    assert ids(log) == ["one", "two"]
    assert "2 answers are not saved yet" in str(log.read().problems[-1])
    assert ids(Log(path)) == []

    disk["room"] = None
    log.append(answer("three"))
    assert log.waiting == ()
    assert ids(Log(path)) == ["one", "two", "three"]


def test_a_torn_line_whose_answer_was_saved_after_all_worries_nobody(path, monkeypatch):
    disk = disk_that_fills_up(monkeypatch, 60)
    log = Log(path)
    with pytest.raises(NotSaved):
        log.append(answer())
    disk["room"] = None
    log.append(answer("two"))
    assert path.read_bytes().count(b"\n") == 3
    assert log.read().problems == ()


def test_a_disk_that_fails_while_saving_for_good_is_reported(path, monkeypatch):
    def broken(_descriptor):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    log = refused(path, "There is trouble with", "Input/output error")
    monkeypatch.undo()
    log.append(answer("two"))
    assert ids(Log(path)) == ["one", "two"]


def test_a_file_system_that_cannot_flush_is_no_trouble(path, monkeypatch):
    def unsupported(_descriptor):
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(os, "fsync", unsupported)
    Log(path).append(answer())
    assert ids(Log(path)) == ["one"]


def test_reading_trouble_is_said_and_not_raised(path, monkeypatch):
    def broken(_self):
        raise PermissionError(errno.EACCES, "Permission denied")

    path.write_bytes(written(answer()))
    monkeypatch.setattr(Path, "read_bytes", broken)
    assert Log(path).read().problems == (
        Problem(
            None,
            f"Your earlier answers could not be read. You have no permission for {path}. "
            "Ask for it, or set LIPTWITCH_PROGRESS to a file that you can write to.",
        ),
    )


# Several at once


def _write_many(path, name):
    log = Log(path)
    for number in range(EACH):
        log.append(answer(f"{name}-{number}"))


def test_two_processes_writing_at_once_keep_every_answer(path):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in ("ada", "bo")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    reading = Log(path).read()
    assert reading.problems == ()
    assert {one.id for one in reading.answers} == {
        f"{name}-{number}" for name in ("ada", "bo") for number in range(EACH)
    }


# Where it is


def test_the_environment_can_name_the_file(no_progress):
    assert progress_file() == no_progress
    open_log().append(answer())
    assert ids(Log(no_progress)) == ["one"]


def test_without_it_the_file_lies_in_the_course_folder(project, monkeypatch):
    monkeypatch.delenv("LIPTWITCH_PROGRESS", raising=False)
    monkeypatch.setattr(log_module, "course_folder", lambda: project)
    assert progress_file() == project / "progress.jsonl"


def test_all_quizzes_of_a_notebook_share_what_waits(no_progress):
    assert open_log() is open_log()


def test_nothing_is_loaded_that_a_browser_lacks():
    code = (
        "import sys, liptwitch.learning.recorder; "
        "print(sorted({'fcntl', 'msvcrt', 'sqlite3', 'subprocess', 'IPython', "
        "'ipywidgets', 'plotly', 'numpy'} & set(sys.modules)))"
    )
    seen = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert seen.strip() == "[]"


def test_an_answer_sent_again_while_it_waits_is_one_answer(path, monkeypatch):
    disk_that_fills_up(monkeypatch, 0)
    log = Log(path)
    for _ in range(3):
        with pytest.raises(NotSaved, match="It is kept in memory"):
            log.append(answer())
    assert len(log.waiting) == 1
    assert "1 answer is not saved yet" in str(log.read().problems[-1])
