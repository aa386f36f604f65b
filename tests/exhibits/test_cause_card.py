"""The cause card: every field is seen, the site is marked, and claims are counted."""

import re
from urllib.parse import unquote

import pytest
from reading_html import Page, active_parts
from small_data import course_with

from conftest import HOSTILE
from liptwitch.content.causes import Site
from liptwitch.content.errors import NotInCourse
from liptwitch.content.urgency import Urgency
from liptwitch.exhibits import nerve_path
from liptwitch.exhibits.cause_card import URGENCY_SIGNS, CauseCard
from liptwitch.exhibits.verdicts import signed
from liptwitch.science import ledger

FILE = "causes/heat.toml"
TEXTS = (
    "name", "synonyms", "mechanism", "companions", "argues_for", "argues_against",
    "lip_evidence_why", "urgency_why", "first_tests", "treatment", "outlook",
)  # fmt: skip
CHANGES = {
    "name": (FILE, '"Boiling"', '"Bubbling"'),
    "synonym": (FILE, "Boiling water", "Hot water"),
    "standing": (FILE, '"a cause"', '"not a cause"'),
    "site": (FILE, '"muscle"', '"cortex"'),
    "mechanism": (FILE, "Bubbles burst", "Bubbles fall"),
    "movement": ("glossary.toml", 'name = "Hum"', 'name = "Buzz"'),
    "companions": (FILE, '"steam"', '"mist"'),
    "for it": (FILE, "a hot stove", "a warm stove"),
    "against it": (FILE, "a cold stove", "a cool stove"),
    "lip evidence": (FILE, '"strong"', '"weak"'),
    "why so": (FILE, "It was heard.", "It was seen."),
    "urgency": (FILE, '"self-care"', '"same-day"'),
    "why so urgent": (FILE, "Nothing burns.", "Nothing smokes."),
    "tests": (FILE, "look at the stove", "touch the stove"),
    "treatment": (FILE, "Take it off", "Lift it off"),
    "outlook": (FILE, "It stops.", "It goes on."),
    "rhythm": (FILE, '"even"', '"uneven"'),
    "sleep": (FILE, '"stops"', '"stays"'),
    "base rate": (FILE, "9 in 10", "8 in 10"),
    "of what": (FILE, "kettles on a stove", "pots on a stove"),
    "references": (FILE, '["steam-2001"]', '["spout-1999"]'),
    "confidence": (FILE, '"high"', '"low"'),
    "claims": ("claims.csv", "sing.,supported,", "sing.,unsupported,It hums."),
}


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_on_page_and_in_words(tmp_path, small, edit):
    before, after = CauseCard(small, "boiling"), CauseCard(course_with(tmp_path, edit), "boiling")
    assert before.page() != after.page()
    assert before.words() != after.words()


def test_why_it_is_here_is_told_where_no_article_names_it(small):
    for face in (CauseCard(small, "sunshine").page(), CauseCard(small, "sunshine").words()):
        assert "It is often forgotten." in face
        assert "Claims in the articles: none." in re.sub("<.*?>", "", face)


def test_claims_are_counted_by_verdict_with_their_ids(course):
    for cause in course.causes:
        text = Page(CauseCard(course, cause).page()).text
        for verdict, group in ledger.by_verdict(ledger.about_cause(course, cause)).items():
            ids = ", ".join(claim.id for claim in group)
            assert f"{len(group)} {signed(verdict)} ({ids})" in text


def test_every_urgency_has_a_sign_of_its_own(tmp_path):
    assert URGENCY_SIGNS.keys() == set(Urgency)
    assert len(set(URGENCY_SIGNS.values())) == len(Urgency)
    card = CauseCard(course_with(tmp_path, CHANGES["urgency"]), "boiling")
    assert "▲ Same day." in card.page()
    assert "▲ Same day." in card.words()


def bold(site):
    return re.findall(r'<text[^>]*font-weight="bold">([^<]*)<', nerve_path.drawing(site))


def circles(site):
    return nerve_path.drawing(site).count('r="9"')


@pytest.mark.parametrize("site", nerve_path.STATIONS)
def test_one_station_is_marked_by_shape_arrow_and_words(site):
    *title, label = bold(site)
    assert " ".join(title) == f"Marked: {site.words}"
    assert label.startswith("◀ ")
    assert circles(site) == 1
    assert nerve_path.words(site).endswith(f"Marked: {site.words}.")


def test_a_fibre_is_marked_all_along_the_nerve():
    arrows = [one for one in bold(Site.NERVE_FIBRE) if one.startswith("◀")]
    assert len(arrows) == len(nerve_path.NERVE)
    assert circles(Site.NERVE_FIBRE) == 0


def test_no_site_marks_nothing_and_says_so():
    assert bold(Site.NONE) == ["Nothing marked: no site on this path"]
    assert circles(Site.NONE) == 0
    assert nerve_path.words(Site.NONE).endswith("Nothing marked: no site on this path.")


def test_the_stations_stand_in_the_order_of_the_path_and_end_at_the_lip():
    drawn = re.findall(r'<text x="68" y="(\d+)"[^>]*>([^<]*)<', nerve_path.drawing(Site.NONE))
    assert [int(y) for y, _ in drawn] == sorted(int(y) for y, _ in drawn)
    names = [name for _, name in drawn]
    assert names[0] == "motor cortex"
    assert names[-2:] == ["lip muscle", "lip"]
    assert len(names) == len(Site) - 1


def test_every_site_makes_another_drawing():
    assert len({nerve_path.drawing(site) for site in Site}) == len(Site)


def test_no_line_of_the_drawing_is_wider_than_it():
    """At most 7.2 pixels a bold letter of this size, by Chromium's sans-serif."""
    for site in Site:
        for x, text in re.findall(r'<text x="(\d+)"[^>]*bold">([^<]*)<', nerve_path.drawing(site)):
            assert int(x) + 7.2 * len(text) <= nerve_path.WIDTH + 8, text


def test_the_picture_has_its_words_as_alt_text(small):
    page = Page(CauseCard(small, "boiling").page())
    alts = [value for tag, name, value in page.attributes if (tag, name) == ("img", "alt")]
    assert alts == [nerve_path.words(Site.MUSCLE)]
    sources = [value for tag, name, value in page.attributes if (tag, name) == ("img", "src")]
    assert "lip muscle" in unquote(sources[0])


def test_nothing_in_the_data_is_more_than_text(small):
    cause = small.causes["boiling"]
    changed = {
        name: (value + HOSTILE if isinstance(value, str) else (*value, HOSTILE))
        for name in TEXTS
        for value in [getattr(cause, name)]
    }
    pattern = cause.pattern.model_copy(update={"rhythm": HOSTILE})
    attacked = cause.model_copy(update={**changed, "pattern": pattern})
    course = type(small)(**{**vars(small), "causes": {**small.causes, "boiling": attacked}})
    card = CauseCard(course, "boiling")
    assert active_parts(card.page()) == []
    assert Page(card.page()).text.count(HOSTILE.strip()) == len(TEXTS) + 1
    assert card.words().count(HOSTILE.strip()) == len(TEXTS) + 1


def test_every_card_is_small_and_has_no_active_part(course):
    for cause in course.causes:
        page = CauseCard(course, cause).page()
        assert len(page.encode()) < 7_000, cause
        assert active_parts(page) == [], cause


def test_an_unknown_cause_says_which_there_are(small):
    with pytest.raises(NotInCourse, match="boiling"):
        CauseCard(small, "boilin")
