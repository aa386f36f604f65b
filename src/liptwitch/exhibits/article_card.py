"""One of the five articles in figures: how long, how hard to read, by whom, and how it fares."""

from liptwitch.content.articles import Article
from liptwitch.content.course import Course
from liptwitch.exhibits.base import Exhibit, render
from liptwitch.exhibits.verdicts import signed
from liptwitch.science import ledger as science


class ArticleCard(Exhibit):
    """What can be counted of an article, and how its claims fare."""

    def __init__(self, course: Course, article_id: str):
        article = course.article(article_id)
        claims = science.by_article(course)[article.id]
        counted = science.tally(claims)
        self.values = {
            "article": article,
            "rows": _rows(article),
            "holds": counted.holds,
            "tested": counted.tested,
            "of_all": "" if counted.share is None else f", {round(100 * counted.share)} in 100",
            "harm": sum(claim.could_harm for claim in claims),
            "claims": [
                f"{len(group)} {signed(verdict)}"
                for verdict, group in science.by_verdict(claims).items()
            ],
            "count": len(claims),
        }

    def page(self) -> str:
        """A table, and the claims by verdict."""
        return render("article_card.html", **self.values)

    def words(self) -> str:
        """A line for each figure, and the claims by verdict."""
        return render("article_card.txt", **self.values)


def _rows(article: Article) -> dict[str, str]:
    """The article's figures under plain names."""
    return {
        "Words": str(article.words),
        "Headings": str(article.headings),
        "Entries in lists": str(article.list_entries),
        "Reading grade": f"{article.grade_lines:.1f} with each heading and bullet as a sentence, "
        f"{article.grade_stops:.1f} with full stops alone",
        "Author": article.author,
        "Dates": article.dates,
        "Sources it gives": str(article.references_given),
        "Says to call an ambulance": "yes" if article.says_call_an_ambulance else "no",
        "Reader comments": str(article.comments),
    }
