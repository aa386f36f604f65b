"""pyproject.toml, requirements.lock and environment.yml name the same packages."""

import re
import tomllib

import pytest
import yaml

PIN = re.compile(r"^([A-Za-z0-9_.-]+)(={1,2})([^=\s;]+)$")


def plain(name):
    """One spelling for jupyter_client and jupyter-client."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lines):
    """Name and version of each pinned line."""
    found = {}
    for line in lines:
        match = PIN.match(line)
        assert match, f"{line!r} is not pinned to one version"
        found[plain(match[1])] = match[3]
    return found


@pytest.fixture
def asked(project):
    """What pyproject.toml asks for, extras included."""
    table = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    extras = table["optional-dependencies"].values()
    return pins([*table["dependencies"], *(line for extra in extras for line in extra)])


@pytest.fixture
def lock(project):
    """The text of requirements.lock."""
    return (project / "requirements.lock").read_text("utf-8")


def packages(lock):
    """Each package's block of the lock."""
    return re.split(r"\n(?=\S)", lock.strip())


def test_the_lock_holds_what_pyproject_asks_for(asked, lock):
    locked = pins(re.findall(r"^[^\s;\\]+", lock, re.MULTILINE))
    missing = {n: v for n, v in asked.items() if locked.get(n) != v}
    assert not missing, "not so in requirements.lock: run `make lock`"


def test_conda_users_get_the_same_packages(project, asked):
    whole = yaml.safe_load((project / "environment.yml").read_text("utf-8"))
    *conda, by_pip = whole["dependencies"]
    assert conda[:2] == ["python>=3.11", "pip"]
    assert by_pip["pip"][-1] == "--editable ."
    assert whole["channels"] == ["conda-forge"]
    listed = pins(conda[2:]) | pins(by_pip["pip"][:-1])
    assert listed == asked, "make environment.yml the same as pyproject.toml"


def test_conda_writes_one_equals_sign_and_pip_two(project):
    *conda, by_pip = yaml.safe_load((project / "environment.yml").read_text("utf-8"))[
        "dependencies"
    ]
    assert {PIN.match(line)[2] for line in conda[2:]} == {"="}
    assert {PIN.match(line)[2] for line in by_pip["pip"][:-1]} == {"=="}


def test_the_oldest_python_is_the_same_everywhere(project, setup):
    table = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = ".".join(map(str, setup.OLDEST))
    assert table["requires-python"] == f">={oldest}"
    assert f"- python>={oldest}\n" in (project / "environment.yml").read_text("utf-8")
    assert f"Python {oldest}" in (project / "README.md").read_text("utf-8")


def test_every_package_is_locked_by_hash(lock):
    for block in packages(lock):
        first, *rest = block.splitlines()
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\", first), first
        assert rest, first
        for line in rest:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line), block


def test_the_lock_names_no_address_and_no_folder(lock):
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock
    assert not re.search(r"(^|\s)/\w", lock), "a path of somebody's machine"
