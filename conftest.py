"""For every test and every notebook's cells: a learner who has not answered anything yet."""

import os
import shutil
import tempfile


def pytest_configure(config):
    """Points the course, and all kernels started from here, at an empty progress file."""
    folder = tempfile.mkdtemp(prefix="liptwitch-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ["LIPTWITCH_PROGRESS"] = os.path.join(folder, "progress.jsonl")
