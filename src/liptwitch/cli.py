"""The ``liptwitch`` command: ``check`` the course's files, ``build`` its notebooks."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from liptwitch.content import loading, place
from liptwitch.content.course import Course
from liptwitch.content.errors import CourseError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Returns the exit code: 0, or 1 with the reasons printed."""
    chosen = _parser().parse_args(arguments)
    try:
        return chosen.run(chosen)
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="liptwitch", description="Tools for those who write the course."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="say everything that is wrong in data/")
    check.set_defaults(run=_check)

    build = commands.add_parser(
        "build", help="run the lessons and write their notebooks, docs/ and the acting sheets"
    )
    asked = "a lesson's number, such as 01, or a reference page's name, such as evidence"
    build.add_argument("pages", nargs="*", metavar="PAGE", help=asked)
    build.add_argument(
        "--check", action="store_true", help="write nothing; say which notebooks would change"
    )
    build.add_argument(
        "--into", type=Path, metavar="FOLDER", help="where the notebooks are (default: notebooks/)"
    )
    build.set_defaults(run=_build)
    return parser


def _check(chosen: argparse.Namespace) -> int:
    course = loading.load()
    print(f"{place.data_folder()}: no problems in {_counted(course)}.")
    return 0


def _counted(course: Course) -> str:
    ready = sum(lesson.ready for lesson in course.lessons.values())
    return (
        f"{ready} ready lessons, {len(course.items)} questions, {len(course.glossary)} terms, "
        f"{len(course.movements)} movements, {len(course.claims)} claims, {len(course.causes)} "
        f"causes and {len(course.references)} references"
    )


def _build(chosen: argparse.Namespace) -> int:
    # Jupytext and nbclient take most of a second to import: only a build pays for them.
    from liptwitch.publishing import build, documents, sheets

    course = loading.load()
    folder = chosen.into or place.course_folder() / "notebooks"
    work = build.compare if chosen.check else build.write
    pages = work(course, folder, chosen.pages)
    if not (chosen.pages or chosen.into):
        for maker, where in ((documents, "docs"), (sheets, sheets.FOLDER)):
            make = maker.compare if chosen.check else maker.write
            pages += make(course, place.course_folder() / where)
    for page in pages:
        print(page)
    if any(page.failed for page in pages):
        return 1
    changed = [page.name for page in pages if page.change is not build.Change.SAME]
    if chosen.check and changed:
        print(f"Not what the build would write: {', '.join(changed)}. Run: liptwitch build")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
