"""Set the course up and start it: every `make` target ends here.

Only the standard library, because this runs before anything is installed. The file must also
*parse* on an old Python (3.6), so that its owner reads one sentence instead of a traceback.

    python tools/setup.py lab  [--here] [words for JupyterLab]
    python tools/setup.py test [--here] [words for pytest]
    python tools/setup.py build | check | bench | lock | clean

Everything it makes stays in the course folder: `.venv` (packages, and the browser if one had to be
fetched) and `.jupyter` (JupyterLab's own settings and which notebooks are trusted). `--here` uses
the Python that runs this file, as it is, and installs nothing: for conda and other environments.
"""

import errno
import glob
import hashlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.lock")
PYPROJECT = os.path.join(ROOT, "pyproject.toml")
BROWSER_NOTE = os.path.join(VENV, "browser-path")
WINDOWS = os.name == "nt"

LEARNER = "learner"  # what a lesson needs
EVERYTHING = "everything"  # the whole lock: a lesson, the tests, the build

BROWSER_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
)
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# How pip, uv and apt say that nothing outside answers.
NO_NETWORK = re.compile(
    r"name resolution|dns error|getaddrinfo|Name or service not known|Network is unreachable"
    r"|NewConnectionError|ConnectionError|Connection refused|error sending request"
    r"|client error \(Connect\)|timed out|Could not resolve|nodename nor servname",
    re.IGNORECASE,
)


class Missing(Exception):
    """Something that the set-up needs is not there; its text is one sentence for a person."""


# --- what is asked for -------------------------------------------------------------------------


def need_python(version, name):
    """Raise `Missing` when `version` (such as `sys.version_info`) is too old for the course."""
    if tuple(version[:2]) < OLDEST:
        raise Missing(
            "This course needs Python {}.{} or newer and {} is Python {}.{}: install a newer one, "
            "or name one that you have, for example with make lab PYTHON=python3.12.".format(
                *OLDEST, name, *version[:2]
            )
        )


def option(words, *names):
    """Return the value that `words` give to an option (`--port 1` or `--port=1`), or None."""
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name in names:
            return value if equals else "".join(words[place + 1 : place + 2])
    return None


def need_port(words):
    """Raise `Missing` when `words` name a port that cannot be opened; return it, or None."""
    port = option(words, "--port", "--ServerApp.port")
    if port is None or not port.isdigit():
        return None
    host = option(words, "--ip", "--ServerApp.ip") or "127.0.0.1"
    with socket.socket() as probe:
        if not WINDOWS:  # a port that was let go a moment ago is free; there it means the opposite
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("" if host == "*" else host, int(port)))
        except (OSError, OverflowError) as error:
            why = "ports go from 0 to 65535"
            if isinstance(error, OSError):
                taken = error.errno == errno.EADDRINUSE
                why = "another program is using it" if taken else error.strerror
            raise Missing(
                f"Port {port} cannot be opened ({why}): name another one, or leave the port out "
                "and a free one is found."
            ) from None
    return int(port)


def lab_words(words, root):
    """Return JupyterLab's words for a learner's `words`; `root` says who runs it."""
    added = []
    if option(words, "--port", "--ServerApp.port") is not None:
        added.append("--ServerApp.port_retries=0")  # a port that was asked for is meant
    if root and "--allow-root" not in words:
        added.append("--allow-root")
    return added + words


def test_words(words):
    """Return pytest's words: the whole suite, unless `words` name files or folders of it."""
    if any(os.path.exists(os.path.join(ROOT, word.partition("::")[0])) for word in words):
        places = []
    else:
        places = ["tests"] + (["notebooks"] if notebooks() else [])
    # loadfile: the cells of one notebook share one kernel, so they go to one worker.
    spread = ["-n", "auto", "--dist", "loadfile"]
    return [*spread, "--nbval", "--nbval-cell-timeout=60", *places, *words]


def notebooks():
    """Return the paths of the course's notebooks, sorted; none before the first build."""
    return sorted(glob.glob(os.path.join(ROOT, "notebooks", "**", "*.ipynb"), recursive=True))


# --- the environment ---------------------------------------------------------------------------


def in_venv(name):
    """Return the path of a program in the course's environment."""
    folder, ending = ("Scripts", ".exe") if WINDOWS else ("bin", "")
    return os.path.join(VENV, folder, name + ending)


def read(path):
    """Return a text file's content, or the empty text when it is not there."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    """Write a text file, making its folder."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def works(*words, env=None):
    """Return whether a command runs and ends well within two minutes."""
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    try:
        subprocess.run(words, env=env, timeout=120, check=True, **quiet)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def step(words, sentence):
    """Run one command of the set-up quietly; raise `Missing` with `sentence` when it fails.

    What the command printed goes to .venv/setup.log, and the sentence is a plainer one when the
    reason is the network.
    """
    done = subprocess.run(
        words,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        write(os.path.join(VENV, "setup.log"), " ".join(words) + "\n" + done.stdout)
        raise Missing(why_not(done.stdout, sentence))


def why_not(printed, sentence):
    """Return the sentence for a step that failed: about the network if that is what `printed`."""
    if NO_NETWORK.search(printed):
        return (
            "The first set-up fetches packages and the network did not answer: connect, then run "
            "the same command again (the details are in .venv/setup.log)."
        )
    return sentence


def pinned(lock, name):
    """Return one package's lines of a lock: its version and hashes."""
    found = re.search(rf"^{re.escape(name)}==\S+.*(?:\n[ ]+--hash\S+.*)*", lock, re.MULTILINE)
    if not found:
        raise Missing(f"requirements.lock does not pin {name}: run git checkout requirements.lock.")
    return found.group(0) + "\n"


def learner_requirements():
    """Return what a lesson needs, one a line: the course's own needs and its extras for that."""
    import tomllib

    with open(PYPROJECT, "rb") as file:
        project = tomllib.load(file)["project"]
    extras = project["optional-dependencies"]
    return "\n".join([*project["dependencies"], *extras["lab"], *extras["setup"]]) + "\n"


def fingerprint():
    """Return a hash of all that decides what the environment holds and where it lies."""
    parts = [read(LOCK), read(PYPROJECT), ROOT]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def ready(part):
    """Return whether the environment holds `part`, by the stamp that its making left last."""
    stamps = {read(os.path.join(VENV, "ready-" + p)) for p in {part, EVERYTHING}}
    return fingerprint() in stamps and works(in_venv("python"), "-c", "")


def make_environment(part):
    """Make the environment in .venv, or bring it up to date; cheap when nothing has changed."""
    if ready(part):
        return
    print("Setting up the course in .venv: about half a minute, and only this once.", flush=True)
    if not works(in_venv("python"), "-c", "import pip"):
        step(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "This Python cannot make environments because its venv module is missing: install it "
            "(on Debian and Ubuntu: apt install python3-venv), then run the same command again.",
        )
    python, uv, sorry = in_venv("python"), in_venv("uv"), "Not everything could be installed: "
    sorry += "what went wrong is in .venv/setup.log."
    if "uv==" + version_of(uv) + " " not in read(LOCK):
        wanted = os.path.join(VENV, "uv.txt")
        write(wanted, pinned(read(LOCK), "uv"))
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pip += ["--retries", "1", "--require-hashes", "--only-binary", ":all:", "-r", wanted]
        step(pip, sorry)
    install = [uv, "pip", "install", "--quiet", "--python", python]
    if part == EVERYTHING:
        step([*install, "--require-hashes", "-r", LOCK], sorry)
    else:
        wanted = os.path.join(VENV, "learner.txt")
        write(wanted, learner_requirements())
        step([*install, "--require-hashes", "-c", LOCK, "-r", wanted], sorry)
    step([*install, "--no-deps", "--no-build-isolation", "-e", ROOT], sorry)
    write(os.path.join(VENV, "ready-" + part), fingerprint())


def version_of(uv):
    """Return the version that a uv program tells, or the empty text."""
    if not os.path.exists(uv):
        return ""
    told = subprocess.run([uv, "--version"], stdout=subprocess.PIPE, encoding="utf-8").stdout
    return "".join(told.split()[1:2])


def course_python(here, part):
    """Return the Python that runs the course, made ready; with `here` the one that runs this."""
    if not here:
        make_environment(part)
        return in_venv("python")
    for module in ("jupyterlab", "liptwitch") + (("pytest",) if part == EVERYTHING else ()):
        if not importlib.util.find_spec(module):  # importing JupyterLab would take seconds
            raise Missing(
                f"This environment has no {module}: make it from environment.yml first, or leave "
                "out --here and the course makes its own."
            )
    return sys.executable


def surroundings(python):
    """Return the environment variables for JupyterLab, the tests and the build.

    JupyterLab reads the course's settings from etc/jupyter. Its own files go to .jupyter, so that
    other courses on this machine and this one leave each other alone; whoever has set those
    folders by hand keeps them.
    """
    env = dict(os.environ)
    paths = [os.path.join(ROOT, "etc", "jupyter"), env.get("JUPYTER_CONFIG_PATH")]
    env["JUPYTER_CONFIG_PATH"] = os.pathsep.join(p for p in paths if p)
    env["PATH"] = os.pathsep.join([os.path.dirname(python), env.get("PATH", "")])
    for name, folder in (
        ("JUPYTER_CONFIG_DIR", "config"),
        ("JUPYTER_DATA_DIR", "data"),
        ("IPYTHONDIR", "ipython"),
    ):
        env.setdefault(name, os.path.join(ROOT, ".jupyter", folder))
        os.makedirs(env[name], exist_ok=True)  # IPython warns when it has to make its own
    return env


def trust(python, env):
    """Mark the course's notebooks as trusted, so that their quizzes are live on opening."""
    paths = notebooks()
    if not paths:
        print("No notebooks yet: make build writes them.", flush=True)
        return
    digest = hashlib.sha256(env["JUPYTER_DATA_DIR"].encode())
    for path in paths:
        with open(path, "rb") as file:
            digest.update(hashlib.sha256(file.read()).digest())
    note = os.path.join(ROOT, ".jupyter", "trusted")
    if read(note) == digest.hexdigest():
        return
    if works(python, "-c", "from nbformat.sign import main; main()", *paths, env=env):
        write(note, digest.hexdigest())
    else:
        sorry = "The notebooks could not be marked as trusted: run a lesson's cells once by hand."
        print(sorry, flush=True)  # JupyterLab takes the place of this program: nothing may wait


# --- the browser for the tests -----------------------------------------------------------------


def starts(browser):
    """Return whether a browser is there and starts (some systems have a stand-in that does not)."""
    if WINDOWS:  # Chrome opens a window there when asked for its version
        return os.path.exists(browser)
    return works(browser, "--version")


def browser_here():
    """Return the path of a Chromium or Chrome that this machine has, or None."""
    named = os.environ.get("LIPTWITCH_BROWSER")
    if named:
        if starts(named):
            return named
        raise Missing(
            f"LIPTWITCH_BROWSER names {named} and that does not start: correct it or unset it."
        )
    known = [read(BROWSER_NOTE)] + [shutil.which(name) for name in BROWSER_NAMES]
    known += [os.path.expanduser(place) for place in BROWSER_PLACES]
    return next((path for path in known if path and os.path.exists(path) and starts(path)), None)


def fetched_browser(python):
    """Let Playwright fetch its Chromium into .venv; return its path, or None."""
    env = dict(os.environ, PLAYWRIGHT_BROWSERS_PATH=os.path.join(VENV, "browsers"))
    quiet = {"env": env, "stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    fetch = [python, "-m", "playwright", "install", "chromium"]
    ask = (
        "from playwright.sync_api import sync_playwright as s\n"
        "with s() as p: print(p.chromium.executable_path)"
    )
    try:
        subprocess.run(fetch, stdout=subprocess.DEVNULL, timeout=600, check=True, **quiet)
        told = subprocess.run([python, "-c", ask], stdout=subprocess.PIPE, check=True, **quiet)
    except (subprocess.SubprocessError, OSError):
        return None
    path = told.stdout.decode().strip()
    return path if starts(path) else None


def packaged_browser():
    """Install Debian's Chromium when this is root on such a machine; return its path, or None."""
    if WINDOWS or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for words in (["update"], ["install", "-y", "chromium"]):
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "env": env}
        if subprocess.run(["apt-get", "-q", *words], **quiet).returncode:
            return None
    path = shutil.which("chromium")
    return path if path and starts(path) else None


def need_browser(python):
    """Return the path of a browser for the tests and note it in .venv; raise `Missing`."""
    path = browser_here()
    if not path:
        print("Looking for a browser for the tests.", flush=True)
        path = fetched_browser(python) or packaged_browser()
    if not path:
        raise Missing(
            "The browser tests need Chromium or Chrome and none could be found or fetched: install "
            "one, or name yours in the variable LIPTWITCH_BROWSER."
        )
    write(BROWSER_NOTE, path)
    return path


# --- the commands ------------------------------------------------------------------------------


def lab(words, here):
    """Open JupyterLab on the first lesson; `words` are handed on to it."""
    need_port(words)
    python = course_python(here, LEARNER)
    env = surroundings(python)
    trust(python, env)
    root = not WINDOWS and os.geteuid() == 0
    command = [python, "-m", "jupyterlab", *lab_words(words, root)]
    os.chdir(ROOT)
    if WINDOWS:
        return subprocess.call(command, env=env)
    return os.execve(python, command, env)  # so that Ctrl+C and kill reach JupyterLab itself


def test(words, here):
    """Run every test of the course, in a real browser too; `words` are handed on to pytest."""
    python = course_python(here, EVERYTHING)
    env = surroundings(python)
    env["LIPTWITCH_BROWSER"] = need_browser(python)
    return run([python, "-m", "pytest", *test_words(words)], env)


def build(words, here):
    """Run every lesson in a clean kernel and write notebooks/."""
    python = course_python(here, EVERYTHING)
    return run([python, "-m", "liptwitch.cli", "build", *words], surroundings(python))


def check(words, here):
    """Check the course's data and the style of its code."""
    python = course_python(here, EVERYTHING)
    env = surroundings(python)
    commands = (["liptwitch.cli", "check"], ["ruff", "check"], ["ruff", "format", "--check"])
    return max(run([python, "-m", *c, *words], env) for c in commands)


def bench(words, here):
    """Measure the course side by side with its neighbours; writes docs/benchmarks.md."""
    python = course_python(here, EVERYTHING)
    env = surroundings(python)
    env["LIPTWITCH_BROWSER"] = need_browser(python)
    return run([python, os.path.join("benchmarks", "run.py"), *words], env)


def lock(words, here):
    """Write requirements.lock anew from pyproject.toml; `--upgrade` moves to newer versions."""
    course_python(False, EVERYTHING)
    command = [in_venv("uv"), "pip", "compile", "pyproject.toml", "--quiet", "--all-extras"]
    command += ["--universal", "--python-version", "{}.{}".format(*OLDEST), "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    return subprocess.call([*command, "--output-file", "requirements.lock", *words], cwd=ROOT)


def clean(words, here):
    """Remove what the set-up made, never the learner's progress."""
    for name in (".venv", ".jupyter", ".pytest_cache", ".ruff_cache", ".hypothesis"):
        shutil.rmtree(os.path.join(ROOT, name), ignore_errors=True)
    return 0


def run(command, env):
    """Run a command from the course folder and return its exit code."""
    return subprocess.call(command, env=env, cwd=ROOT)


COMMANDS = {
    "lab": lab,
    "test": test,
    "build": build,
    "check": check,
    "bench": bench,
    "lock": lock,
    "clean": clean,
}


def main(words):
    """Run one command; return the exit code, 1 after one sentence when something is missing."""
    try:
        need_python(sys.version_info, sys.executable)
        if not words or words[0] not in COMMANDS:
            raise Missing("Say what to do, one of: {}.".format(", ".join(COMMANDS)))
        here = "--here" in words
        return COMMANDS[words[0]]([w for w in words[1:] if w != "--here"], here)
    except Missing as sentence:
        print(sentence, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
