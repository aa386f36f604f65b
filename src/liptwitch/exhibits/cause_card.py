"""One cause on one screen: what it does, where it sits, what speaks for it, how claims fare."""

from markupsafe import Markup

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits import nerve_path
from liptwitch.exhibits.base import Exhibit, picture, render
from liptwitch.exhibits.verdicts import signed
from liptwitch.science import ledger as science

URGENCY_SIGNS = {
    Urgency.EMERGENCY: "☎",
    Urgency.SAME_DAY: "▲",
    Urgency.WITHIN_A_WEEK: "◆",
    Urgency.ROUTINE: "●",
    Urgency.SELF_CARE: "○",
}
"""A sign for each level, so that none is told by colour."""


class CauseCard(Exhibit):
    """A cause, or what is named as one: record, place on the path, and claims."""

    def __init__(self, course: Course, cause_id: str):
        self.cause = course.cause(cause_id)
        claims = science.about_cause(course, cause_id)
        self.values = {
            "cause": self.cause,
            "urgency": _signed(self.cause.urgency),
            "path": nerve_path.words(self.cause.site),
            "pattern": list(self.cause.pattern),
            "movements": [course.glossary[one].name for one in self.cause.movements],
            "claims": [
                {"verdict": signed(verdict), "ids": [claim.id for claim in group]}
                for verdict, group in science.by_verdict(claims).items()
            ],
            "sources": sources_of(course, self.cause.references),
        }

    def page(self) -> str:
        """The card, with the drawing beside it where there is room."""
        svg = nerve_path.drawing(self.cause.site)
        drawn = picture(svg, self.values["path"], nerve_path.WIDTH)
        return render("cause_card.html", drawn=Markup(drawn), **self.values)

    def words(self) -> str:
        """The card as text."""
        return render("cause_card.txt", **self.values)


def _signed(urgency: Urgency) -> str:
    words = urgency.words
    return f"{URGENCY_SIGNS[urgency]} {words[0].upper()}{words[1:]}"
