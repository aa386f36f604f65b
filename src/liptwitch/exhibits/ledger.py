"""The claims ledger: every claim of the articles, how it fares, and what is so instead."""

import json
from collections import Counter

import anywidget
import traitlets

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.errors import NotInCourse
from liptwitch.content.ledger import Claim, Statement, Verdict
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.front_end import static
from liptwitch.exhibits.packing import pack
from liptwitch.exhibits.verdicts import SIGNS, signed
from liptwitch.science.ledger import tally

FILE = "data/claims.csv"
"""Where the whole table stands, for a spreadsheet."""

_STATEMENTS = {
    Statement.REPORT: "a reader's own story",
    Statement.PAGE: "the page about itself",
}
"""Kinds of statement that a learner would not know by their name alone."""


class Ledger(Exhibit):
    """All claims: by article and verdict on the page, to be filtered and sorted when live.

    With a verdict, the page holds the claims of that verdict alone, and the live face opens on
    them. Raises :class:`NotInCourse` for a verdict that there is not.
    """

    def __init__(self, course: Course, verdict: str = ""):
        if verdict and verdict not in list(Verdict):
            raise NotInCourse("verdict", verdict, list(Verdict))
        self.course = course
        self.verdict = verdict
        self.rows = rows(course)

    def page(self) -> str:
        """A fold for each article, with its claims by verdict."""
        return render("ledger.html", summary=self.summary(), articles=self.articles(), file=FILE)

    def words(self) -> str:
        """How many claims of each article have which verdict."""
        return render("ledger.txt", summary=self.summary(), articles=self.articles(), file=FILE)

    def make_widget(self) -> "LedgerWidget":
        """The table with its filters."""
        return LedgerWidget({"rows": self.rows, "choices": self.choices()})

    def summary(self) -> str:
        """How many claims there are, how many hold, and how many could do harm."""
        hold = tally(self.course.claims.values()).holds
        harm = sum(row["could_harm"] for row in self.rows)
        told = (
            f"Of all {len(self.rows)} claims, {hold} hold, fully or with limits; "
            f"{harm} could harm somebody who acts on them."
        )
        here = f" Here: the {len(self._here())} with the verdict “{self.verdict}”."
        return told + here if self.verdict else told

    def articles(self) -> list[dict]:
        """Each article with its claims in groups, one a verdict; no group is empty."""
        return [
            {
                "id": article,
                "scope": self.course.article(article).scope,
                "groups": _by_verdict([row for row in self._here() if row["article"] == article]),
            }
            for article in sorted({row["article"] for row in self._here()})
        ]

    def _here(self) -> list[dict]:
        """The rows of the page."""
        return [row for row in self.rows if self.verdict in ("", row["verdict"])]

    def choices(self) -> dict:
        """What the filters offer: pairs of value and text; subjects in groups by kind."""
        articles, verdicts = self._counts("article"), self._counts("verdict")
        return {
            "articles": [[one, f"Article {one} ({articles[one]})"] for one in sorted(articles)],
            "subjects": self._subjects(),
            "opening": self.verdict,
            "verdicts": [[one.value, f"{signed(one)} ({verdicts[one]})"] for one in Verdict],
        }

    def _subjects(self) -> list[list]:
        course, counts = self.course, self._counts("subject")
        kinds = {
            "Causes": course.causes,
            "Words": course.glossary,
            "Other subjects": course.subjects,
        }
        # What is both a cause and a word is offered once, where it is met first.
        return [
            [kind, [[one, f"{records[one].name} ({counts.pop(one)})"] for one in found]]
            for kind, records in kinds.items()
            if (found := sorted(counts.keys() & records, key=lambda one: records[one].name.lower()))
        ]

    def _counts(self, key: str) -> Counter:
        return Counter(row[key] for row in self.rows)


class LedgerWidget(anywidget.AnyWidget):
    """The live ledger. It holds all claims itself and asks Python nothing."""

    _esm = static("elements.js", "keys.js", "unpack.js", "ledger.js")
    _css = static("exhibit.css", "ledger.css")

    ledger = traitlets.Unicode().tag(sync=True)

    def __init__(self, spec: dict):
        # Packed, because a learner who saves the page saves this too.
        super().__init__(ledger=pack(json.dumps(spec, ensure_ascii=False)))


def rows(course: Course) -> list[dict]:
    """All claims as plain data, in the order of the ledger."""
    return [_row(course, claim) for claim in course.claims.values()]


def _row(course: Course, claim: Claim) -> dict:
    return {
        **claim.model_dump(mode="json", exclude={"topic", "references"}),
        "about": course.subject_name(claim.subject),
        "statement": _STATEMENTS.get(claim.statement, claim.statement.value),
        "sign": SIGNS[claim.verdict],
        "sources": sources_of(course, claim.references),
    }


def _by_verdict(found: list[dict]) -> list[dict]:
    counts = Counter(row["verdict"] for row in found)
    return [
        {
            "verdict": verdict.value,
            "sign": sign,
            "count": counts[verdict],
            "rows": [row for row in found if row["verdict"] == verdict],
        }
        for verdict, sign in SIGNS.items()
        if counts[verdict]
    ]
