"""Where the course's files are."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_REPOSITORY = _PACKAGE.parents[1]


def data_folder() -> Path:
    """The folder of facts, questions and references.

    ``LIPTWITCH_DATA`` where it is set (an edited copy), else the data packed into the installed
    package, else the repository's ``data/``.
    """
    if chosen := os.environ.get("LIPTWITCH_DATA"):
        return Path(chosen)
    packed = _PACKAGE / "data"
    return packed if packed.is_dir() else _REPOSITORY / "data"


def course_folder() -> Path:
    """The folder that holds ``notebooks/``: the repository, or else where the learner works."""
    if (_REPOSITORY / "notebooks").is_dir():
        return _REPOSITORY
    here = Path.cwd()
    return here.parent if here.name == "notebooks" else here
