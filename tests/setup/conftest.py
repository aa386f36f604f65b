"""What the tests of the set-up share."""

import importlib.util

import pytest


@pytest.fixture
def setup(project):
    """tools/setup.py as a module."""
    spec = importlib.util.spec_from_file_location("course_setup", project / "tools" / "setup.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
