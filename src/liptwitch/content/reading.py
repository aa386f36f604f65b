"""Reading the files of ``data/`` into records, keeping every problem on the way."""

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from liptwitch.content.errors import Problem
from liptwitch.content.record import Record
from liptwitch.content.wording import instead, problems_of, shown

R = TypeVar("R", bound=Record)


class Reader:
    """Reads the files of one folder; ``problems`` grows as it reads.

    It remembers what it could not read, so that nobody is told that a record does not exist,
    or that nothing uses it, only because of a slip elsewhere.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.problems: list[Problem] = []
        self._files: dict[tuple[str, str], str] = {}  # (kind, id) of all records, faulty ones too
        self._lost: set[str] = set()  # kinds of record of which a whole file could not be read
        self._texts: dict[str, set[str]] = {}  # every text in a faulty record, by kind

    def ids(self, kind: str) -> list[str]:
        """The ids of all records of a kind, faulty ones too."""
        return [name for one, name in self._files if one == kind]

    def file_of(self, kind: str, record_id: str) -> str:
        """The file in which a record stands."""
        return self._files[kind, record_id]

    def lacks(self, kind: str, record_id: str) -> bool:
        """Whether it is certain that the files have no such record."""
        return kind not in self._lost and (kind, record_id) not in self._files

    def known(self, kind: str) -> list[str] | None:
        """The ids of all records of a kind, or ``None`` where a file could not be read."""
        return None if kind in self._lost else self.ids(kind)

    def whole(self, kind: str) -> bool:
        """Whether every record of a kind could be read."""
        return kind not in self._lost and kind not in self._texts

    def may_mention(self, text: str, *kinds: str) -> bool:
        """Whether something of these kinds that could not be read may name an id."""
        unread = [self._texts.get(kind, set()) for kind in kinds]
        return not self._lost.isdisjoint(kinds) or any(text in texts for texts in unread)

    def text(self, name: str, *kinds: str, missing: str = "put it back") -> str | None:
        """The text of a file; ``None``, with a problem noted, where it cannot be read.

        ``kinds``: what the file holds. ``missing``: what to do when there is no such file.
        """
        try:
            # Some editors begin a file with a byte-order mark, which is not part of the text.
            return (self.folder / name).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            message = f"there is no such file in {self.folder}; {missing}"
        except UnicodeDecodeError as error:
            message = f"is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
        self._lose(name, kinds, message)
        return None

    def toml(self, name: str, *kinds: str) -> dict | None:
        """A TOML file's content; ``None``, with a problem noted, where it is not TOML."""
        text = self.text(name, *kinds)
        try:
            return None if text is None else tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            why = str(error).replace(r"'\n'", "at the line's end")
            message = f"is not written as TOML wants it: {why}; is a quotation mark missing?"
            self._lose(name, kinds, message)
            return None

    def tables(self, name: str, *kinds: str) -> dict[str, list]:
        """The raw records of a TOML file that holds ``[[kind]]`` tables and nothing else."""
        content = self.toml(name, *kinds) or {}
        for other in content.keys() - set(kinds):
            hint = instead(other, kinds)
            self._lose(name, kinds, f"records begin with [[…]]; {hint}", other)
        found = {}
        for kind in kinds:
            raw = content.get(kind, [])
            if not isinstance(raw, list):
                self._lose(name, kinds, f"a record begins with [[{kind}]], in two brackets", kind)
                raw = []
            found[kind] = raw
        return found

    def json_list(self, name: str, kind: str) -> list:
        """A JSON file's list of raw records; empty, with a problem noted, where it is not one."""
        text = self.text(name, kind)
        if text is None:
            return []
        try:
            content = json.loads(text)
        except json.JSONDecodeError as error:
            message = (
                f"line {error.lineno} is not valid JSON: {error.msg}; "
                "look there, and one line above, for a comma or a quotation mark"
            )
            self._lose(name, [kind], message)
            return []
        if isinstance(content, list):
            return content
        self._lose(name, [kind], "must be a list of records in square brackets")
        return []

    def _csv_rows(self, name: str, kind: str, model: type[R]) -> list[dict]:
        """The rows of a CSV file with a column for each field of a model; empty cells are None."""
        text = self.text(name, kind)
        if text is None:
            return []
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=False))
        head, *body = rows or [[]]
        wanted = [field.alias or key for key, field in model.model_fields.items()]
        if head != wanted:
            message = f"its first line must be: {','.join(wanted)}"
            self._lose(name, [kind], message, "line 1")
            return []
        found = []
        for number, row in enumerate(body, start=2):
            if len(row) != len(head):
                message = f"has {len(row)} cells, not {len(head)}; is a quotation mark missing?"
                self._lose(name, [kind], message, f"row {number}")
                continue
            found.append({key: cell.strip() or None for key, cell in zip(head, row, strict=True)})
        return found

    def table(self, name: str, kind: str, model: type[R], id_field: str = "id") -> dict[str, R]:
        """The records of a TOML file of one kind, by id."""
        return self.records(name, kind, self.tables(name, kind)[kind], model, id_field)

    def csv_table(self, name: str, kind: str, model: type[R], id_field: str = "id") -> dict[str, R]:
        """The records of a CSV file with a column for each field of a model, by id."""
        return self.records(name, kind, self._csv_rows(name, kind, model), model, id_field)

    def records(
        self,
        name: str,
        kind: str,
        raw: Iterable,
        models: type[R] | Mapping[str, type[R]],
        id_field: str = "id",
    ) -> dict[str, R]:
        """Raw records made into models, by id. Faulty ones are left out and reported.

        ``models``: the model, or one for each value that the key ``kind`` may have.
        """
        found: dict[str, R] = {}
        for place, one in enumerate(raw, start=1):
            if not isinstance(one, dict):
                self._spoil(kind, one)
                self.problem(name, f"{kind} {place}", "", "must be a record of keys and values")
                continue
            key = str(one.get(id_field, "")).strip()
            if key:
                self._register(name, kind, key, id_field)
            record = self._record(name, kind, key or f"{kind} {place}", one, models)
            if record is not None:
                found.setdefault(key, record)
        return found

    def record(self, name: str, kind: str, raw: dict, model: type[R]) -> R | None:
        """The one record that a file is, or ``None`` with its problems noted."""
        return self._record(name, kind, "", raw, model)

    def problem(self, file: str, record: str, field: str, message: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(file, record, field, message))

    def _record(
        self,
        name: str,
        kind: str,
        label: str,
        raw: dict,
        models: type[R] | Mapping[str, type[R]],
    ) -> R | None:
        model = models.get(str(raw.get("kind"))) if isinstance(models, Mapping) else models
        if model is None:
            self._spoil(kind, raw)
            given, known = shown(raw.get("kind")), ", ".join(models)
            self.problem(name, label, "kind", f"is {given}; it must be one of: {known}")
            return None
        try:
            # In the files a key has one spelling; only Python may also use a field's name.
            return model.model_validate(raw, by_alias=True, by_name=False)
        except ValidationError as error:
            self._spoil(kind, raw)
            self.problems.extend(problems_of(error, model, name, label))
            return None

    def _register(self, name: str, kind: str, key: str, id_field: str) -> None:
        """Note where a record stands, and whether another has its id."""
        if (kind, key) in self._files:
            first = self._files[kind, key]
            message = f"another {kind}, in {first}, has this {id_field} too; change one of them"
            self.problem(name, key, id_field, message)
        self._files.setdefault((kind, key), name)

    def _lose(self, name: str, kinds: Iterable[str], message: str, field: str = "") -> None:
        """Note that a file cannot be read, and what may have stood in it."""
        self._lost.update(kinds)
        self.problem(name, "", field, message)

    def _spoil(self, kind: str, raw: object) -> None:
        """Note that a record is faulty, and what it mentions."""
        self._texts.setdefault(kind, set()).update(_texts_in(raw))


def _texts_in(raw: object) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for part in raw.values() if isinstance(raw, dict) else raw:
            yield from _texts_in(part)
