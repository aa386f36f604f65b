"""Reading the files of ``data/`` into records, keeping every problem on the way."""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from liptwitch.content.errors import Problem
from liptwitch.content.record import Record
from liptwitch.content.wording import problems_of

R = TypeVar("R", bound=Record)


class Reader:
    """Reads the files of one folder; ``problems`` grows as it reads."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.problems: list[Problem] = []

    def text(self, name: str) -> str:
        """The text of a file; empty, with a problem noted, where it cannot be read."""
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            self.problem(name, "", "", f"there is no such file in {self.folder}")
        except UnicodeDecodeError as error:
            self.problem(name, "", "", f"is not UTF-8 text (byte {error.start}); save it as UTF-8")
        except OSError as error:
            self.problem(name, "", "", f"cannot be read: {error.strerror}")
        return ""

    def toml(self, name: str) -> dict:
        """A TOML file's content; empty, with a problem noted, where it is not TOML."""
        try:
            return tomllib.loads(self.text(name))
        except tomllib.TOMLDecodeError as error:
            self.problem(name, "", "", f"is not written as TOML wants it: {error}")
            return {}

    def json_list(self, name: str) -> list:
        """A JSON file's list; empty, with a problem noted, where it is not one."""
        text = self.text(name)
        if not text:
            return []
        try:
            content = json.loads(text)
        except json.JSONDecodeError as error:
            self.problem(name, "", "", f"line {error.lineno} is not valid JSON: {error.msg}")
            return []
        if isinstance(content, list):
            return content
        self.problem(name, "", "", "must be a list of records in square brackets")
        return []

    def table(self, name: str, key: str, model: type[R], id_field: str = "id") -> dict[str, R]:
        """The records under ``[[key]]`` of a TOML file that holds nothing else."""
        content = self.toml(name)
        for other in content.keys() - {key}:
            self.problem(name, "", other, f"is not known here; records begin with [[{key}]]")
        return self.records(name, key, content.get(key, []), model, id_field)

    def records(
        self, name: str, kind: str, raw: Iterable, model: type[R], id_field: str = "id"
    ) -> dict[str, R]:
        """Raw records made into models, by id. Faulty ones are left out and reported."""
        found: dict[str, R] = {}
        for place, one in enumerate(raw, start=1):
            record = self.record(name, f"{kind} {place}", one, model, id_field)
            if record is None:
                continue
            key = getattr(record, id_field)
            if key in found:
                self.problem(name, key, id_field, f"a second {kind} has this {id_field}")
            found.setdefault(key, record)
        return found

    def record(
        self, name: str, place: str, raw: object, model: type[R], id_field: str = "id"
    ) -> R | None:
        """One raw record made into a model, or ``None`` with its problems noted."""
        if not isinstance(raw, dict):
            self.problem(name, place, "", "must be a record of keys and values")
            return None
        label = str(raw.get(id_field) or place)
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            self.problems.extend(problems_of(error, model, name, label))
            return None

    def problem(self, file: str, record: str, field: str, message: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(file, record, field, message))
