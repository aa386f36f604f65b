"""What a learner does with a page, by mouse or by keyboard, and what the page should answer."""

import re
from contextlib import suppress

from playwright.sync_api import Locator, Page, TimeoutError, expect

from liptwitch.content.course import Course
from liptwitch.content.quizzes import Item, Option

RECORDED = "Answers are recorded on this computer."
QUIZ = "section.lt-quiz:not(.lt-drill)"
"""A live quiz; the triage drill looks like one."""

MESSAGE = "dialog.jp-Dialog:has(.jp-Dialog-footer button:only-of-type)"
"""A dialog that tells and does not ask, such as JupyterLab's own about a lost connection."""

NOTHING_WAITS = "() => !Object.keys(localStorage).some((one) => one.startsWith('liptwitch.outbox'))"

PATIENCE_MS = 40_000
"""How long a condition may take on a slow machine. Nothing waits this long when all is well."""

OPENINGS = 3
"""How often a page is opened before it counts as broken."""

IDLE = ".jp-Notebook-ExecutionIndicator[data-status=idle]"


class Notebook:
    """A notebook open in JupyterLab ("lab") or in Notebook 7 ("notebook")."""

    def __init__(self, page: Page, address: str, name: str, app: str):
        self.page = page
        self.app = app
        self.file = f"{address}/api/contents/{name}"
        workspace = name.removesuffix(".ipynb")
        paths = {
            "lab": f"/lab/workspaces/{workspace}/tree/{name}?reset",
            "notebook": f"/notebooks/{name}",
        }
        self.address = address + paths[app]

    def open(self) -> "Notebook":
        """Opens it, or opens it again; ready when its kernel is and its saved exhibits are.

        JupyterLab's widgets restore a page twice at once, for its kernel and for its file. Rarely,
        on a busy machine, the first ends too early and "model not found" stands there for good:
        that is theirs to mend, and opening the page again helps.
        """
        for _ in range(OPENINGS):
            self.page.goto(self.address)
            self.whole()
            self.idle()
            expect(self.page.get_by_text("Loading widget...")).to_have_count(0)
            if not self.page.get_by_text("Error displaying widget: model not found").count():
                return self
        raise AssertionError(f"{self.address} was not restored in {OPENINGS} openings.")

    def live(self, quizzes: int) -> "Notebook":
        """Waits for the quizzes of a saved page."""
        expect(self.page.locator(QUIZ)).to_have_count(quizzes)
        return self

    def idle(self) -> None:
        """Waits for a kernel that has nothing to do, and for an application that knows it."""
        self.page.locator(IDLE).wait_for(state="attached")
        if self.app == "lab":  # a command that comes before the status bar's word may be lost
            self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()

    @property
    def cells(self) -> Locator:
        return self.page.locator(".jp-Notebook .jp-Cell")

    def whole(self) -> None:
        """Waits until the application has drawn every cell of the file."""
        cells = self.page.request.get(self.file).json()["content"]["cells"]
        expect(self.cells).to_have_count(len(cells))

    def quiz(self, course: Course, quiz_id: str) -> Locator:
        """The live quiz, found by its title."""
        title = self.page.get_by_role("heading", name=course.quiz(quiz_id).title, exact=True)
        return self.page.locator(QUIZ).filter(has=title)

    def question(self, course: Course, item_id: str) -> "Question":
        item = course.items[item_id]
        return Question(self.quiz(course, item.quiz).locator(".lt-item"), item)

    def menu(self, name: str, entry: str) -> None:
        self.page.get_by_role("menuitem", name=name, exact=True).click()
        self.page.locator(".lm-Menu").get_by_text(entry, exact=True).click()

    def run(self, sign: Locator | None = None) -> None:
        """Runs every cell, until a sign of it is seen: as a rule the number of a cell.

        Where the application lost the command, the page is opened and run once more.
        """
        number = self.page.locator(".jp-InputPrompt").filter(has_text=re.compile(r"\[(\*|\d+)\]"))
        self.menu("Run", "Run All Cells")
        try:
            (sign or number).first.wait_for(timeout=PATIENCE_MS / 2)
        except TimeoutError:
            self.open()
            self.menu("Run", "Run All Cells")

    def run_all(self, quizzes: int) -> None:
        """Runs every cell; done when every quiz says that it records."""
        self.live(quizzes)
        recording = self.page.locator(f"{QUIZ} .lt-status").filter(has_text=RECORDED)
        self.run(recording)
        expect(recording).to_have_count(quizzes)
        self.idle()

    def recorded(self) -> None:
        """Waits until every answer is written down, and the page knows it."""
        self.page.wait_for_function(NOTHING_WAITS)

    def restart_kernel(self) -> None:
        with self.page.expect_response(lambda reply: "/restart" in reply.url):
            self.menu("Kernel", "Restart Kernel…")
            self.page.get_by_role("button", name="Confirm Kernel Restart").click()
        self.idle()

    def save(self) -> None:
        """Ctrl+S, wherever the focus is; fails when nothing is sent to be saved."""
        with self.page.expect_response(is_save, timeout=10_000):
            self.page.keyboard.press("Control+s")

    def focused(self) -> str:
        """What has the focus: tag, type, class."""
        return self.page.evaluate(
            "() => { const e = document.activeElement;"
            " return [e.localName, e.type ?? '', e.className].join(' ').trim(); }"
        )


def quizzes_of(course: Course, lesson: str) -> int:
    """How many quizzes a lesson has."""
    return sum(quiz.lesson == lesson for quiz in course.quizzes.values())


def is_save(reply) -> bool:
    return reply.request.method == "PUT" and "/api/contents/" in reply.url and reply.ok


class Question:
    """A question of a live quiz."""

    def __init__(self, items: Locator, item: Item):
        self.item = item
        self.element = items.filter(has=items.page.get_by_role("group", name=item.stem))
        self.check_button = self.element.locator(".lt-check")
        self.verdict = self.element.locator(".lt-verdict")
        self.record = self.element.locator(".lt-record")
        self.whys = self.element.locator(".lt-why:not(:empty)")

    def row(self, part: int | str) -> Locator:
        """The line of an option (by letter), of a left side or of a step (by its text)."""
        if self.item.kind in ("single", "several", "point"):
            return self.element.locator(".lt-option").filter(
                has=self.element.page.locator(f'input[value="{part}"]')
            )
        exact = self.element.page.get_by_text(str(part), exact=True)
        return self.element.locator(".lt-option, .lt-steps > li").filter(has=exact)

    def give(self, response: object) -> None:
        """Answers by mouse, without checking the answer yet."""
        match self.item.kind:
            case "single":
                self.row(response).locator("label").click()
            case "several":
                for box in self.element.locator("input[type=checkbox]").all():
                    if box.is_checked() != (box.get_attribute("value") in response):
                        box.click()
            case "match":
                for pair, left in zip(self.item.pairs, "abcdef", strict=False):
                    self.row(pair.left).locator("select").select_option(value=response[left])
            case "order":
                for place, letter in enumerate(response):
                    self._lift("abcdef".index(letter), place)
            case "point":
                self.element.locator(f'input[value="{_one(response)}"]').check()
            case "number":
                self.element.get_by_role("textbox").click()
                self.element.get_by_role("textbox").fill(f"{response:g}")

    def _lift(self, step: int, place: int) -> None:
        row = self.row(self.item.steps[step].text)
        while row.evaluate("row => [...row.parentElement.children].indexOf(row)") > place:
            row.get_by_role("button", name="Move up").click()

    def sure(self, certainty: str) -> None:
        self.element.locator(f'.lt-certainty label:has(input[value="{certainty}"])').click()

    def check(self) -> None:
        expect(self.check_button).to_have_text("Check")
        self.check_button.click()

    def try_again(self) -> None:
        expect(self.check_button).to_have_text("Try again")
        self.check_button.click()
        with suppress(AssertionError):  # a click may be lost where the page still grows above it
            expect(self.check_button).to_have_text("Check", timeout=PATIENCE_MS / 8)
        if self.check_button.inner_text() == "Try again":
            self.check_button.click()
        expect(self.whys).to_have_count(0)
        expect(self.verdict).to_be_empty()

    def expect_feedback(self, response: object) -> None:
        """The words that belong to this response stand in its lines, and no others do."""
        expected = feedback(self.item, response)
        for part, words in expected.items():
            why = self.row(part).locator(".lt-why") if part else self.element.locator(".lt-why")
            expect(why).to_have_text(words)
        expect(self.whys).to_have_count(len(expected))


def _one(response: object) -> str:
    """One place, of one or of several that count as right."""
    return response if isinstance(response, str) else response[0]


RIGHT, WRONG = "✓ Right. ", "✗ Not so. "


def feedback(item: Item, response: object) -> dict[str, str | re.Pattern]:
    """What a question should say to a response, line by line."""
    match item.kind:
        case "single" | "several":
            options = dict(zip("abcdef", item.options, strict=False))
            return {
                letter: (RIGHT if options[letter].correct else WRONG) + options[letter].feedback
                for letter in response
            }
        case "match":
            return {
                pair.left: _partner(item, place, "abcdefgh".index(response["abcdef"[place]]))
                for place, pair in enumerate(item.pairs)
            }
        case "order":
            placed = zip(item.steps, item.key, response, strict=True)
            elsewhere = WRONG + "This step belongs in another place."
            right_here = {
                step.text: RIGHT + step.feedback for step, key, given in placed if key == given
            }
            return {step.text: right_here.get(step.text, elsewhere) for step in item.steps}
    if item.kind == "point":
        return {"": _of_place(item, _one(response))}
    slips = [one for one in item.slips if abs(response - one.value) <= one.tolerance]
    if abs(response - item.answer) <= item.tolerance:
        return {"": RIGHT + item.right}
    if slips:
        return {"": WRONG + slips[0].feedback}
    return {"": WRONG + (item.too_low if response < item.answer else item.too_high)}


def _of_place(item: Item, place: str) -> re.Pattern:
    """What is said of a place; its name may stand before it where the list did not tell it."""
    said = {one.region: one.feedback for one in item.elsewhere}
    hit = place in item.answer
    words = item.right if hit else said.get(place, item.wrong)
    return re.compile(f"^{re.escape(RIGHT if hit else WRONG)}.*{re.escape(words)}$")


def _partner(item: Item, left: int, right: int) -> str:
    if left == right:
        return RIGHT + item.pairs[left].feedback
    if right >= len(item.pairs):
        return WRONG + item.decoys[right - len(item.pairs)].feedback
    owner = item.pairs[right]
    return f"{WRONG}“{owner.right}” belongs elsewhere: {owner.feedback}"


def wrong(item: Item) -> object:
    """A response that is not right."""
    match item.kind:
        case "single":
            return next(letter for letter in "abcd" if letter != item.key)
        case "several":
            return [
                letter
                for letter, option in zip("abcdef", item.options, strict=False)
                if not option.correct
            ] + item.key[:1]
        case "match":
            lefts = list(item.key)
            return dict(zip(lefts, [*lefts[1:], lefts[0]], strict=True))
        case "order":
            return item.key[::-1]
        case "point":
            return item.elsewhere[0].region
    return item.answer + 10 * item.tolerance + 3


def open_fold(page: Locator | Page, option: Option) -> None:
    """Opens an option on a page that has no quiz: it hides its explanation until then."""
    fold = page.locator("details").filter(has_text=option.feedback)
    expect(fold).not_to_contain_text(option.feedback, use_inner_text=True)
    fold.locator("summary").click()
    sign = RIGHT if option.correct else WRONG
    expect(fold).to_contain_text(sign + option.feedback, use_inner_text=True)


SPILLS = """(root) => [root, ...root.querySelectorAll('*')]
  .filter((one) => one.checkVisibility() && !one.closest('.lt-scroll, .lt-hidden, .lt-aloud, svg'))
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
    || one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => `${one.localName}.${one.className} ${one.scrollWidth} in ${one.clientWidth},` +
    ` to ${Math.round(one.getBoundingClientRect().right)} of ${innerWidth}`)"""


def spills(root: Locator) -> list[str]:
    """What has to be scrolled sideways, once the page has taken the size of its window."""
    with suppress(TimeoutError):
        root.page.wait_for_function(
            f"(root) => !({SPILLS})(root).length", arg=root.element_handle(), timeout=10_000
        )
    return root.evaluate(SPILLS)
