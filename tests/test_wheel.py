"""The wheel is the whole course: it works without the repository."""

import os
import subprocess
import sys
import zipfile

import pytest


@pytest.fixture(scope="module")
def unpacked(project, tmp_path_factory):
    """The wheel's content, as an installer would lay it down."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True, text=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_every_file_of_data(project, unpacked):
    def files(folder):
        return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}

    assert files(unpacked / "liptwitch" / "data") == files(project / "data")


def test_a_quiz_shows_from_the_wheel_alone(unpacked, tmp_path):
    code = (
        "import liptwitch, pathlib, sys; from liptwitch import show;"
        "from liptwitch.content.place import data_folder;"
        "assert pathlib.Path(liptwitch.__file__).is_relative_to(sys.argv[1]);"
        "assert data_folder().is_relative_to(sys.argv[1]);"
        "print(show.quiz('01-before')._repr_mimebundle_()[0]['text/html'])"
    )
    environment = {k: v for k, v in os.environ.items() if k != "LIPTWITCH_DATA"}
    environment["PYTHONPATH"] = str(unpacked)
    told = subprocess.run(
        [sys.executable, "-c", code, str(unpacked)],
        cwd=tmp_path, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert "<h3>Three pre-questions</h3>" in told.stdout
