"""The frequency tree: a sign and a condition counted in people, as tree, table and dots."""

from typing import ClassVar

from markupsafe import Markup

from liptwitch.content.citing import sources_of
from liptwitch.content.course import Course
from liptwitch.content.errors import NotInCourse
from liptwitch.content.probability import GROUPS, Figure, Preset
from liptwitch.exhibits import frequency_chart as chart
from liptwitch.exhibits import frequency_words as say
from liptwitch.exhibits.base import Exhibit, picture, render
from liptwitch.exhibits.front_end import SharedWidget, shared_front_end
from liptwitch.science.probability import Tree, tree

SCRIPTS = (
    "elements.js",
    "keys.js",
    "svg.js",
    "controls.js",
    "folded_table.js",
    "speaker.js",
    "frequency_math.js",
    "frequency_tree.js",
)
STYLES = ("exhibit.css", "lab.css", "frequency_tree.css")


class FrequencyTree(Exhibit):
    """Opens on a preset, by default the first of the course. It needs no kernel: the page counts.

    Raises :class:`NotInCourse` for a preset that there is not, or where there is none at all.
    """

    keeps_live_view: ClassVar[bool] = True

    def __init__(self, course: Course, preset_id: str = ""):
        if not course.presets:
            raise NotInCourse("preset", preset_id, [])
        self.course = course
        self.opening = course.preset(preset_id or next(iter(course.presets)))

    def page(self) -> str:
        """Tree, table and dots of the opening preset, and what its numbers rest on."""
        preset = self.opening
        counted = tree_of(preset)
        names = (preset.condition, preset.no_condition, preset.sign, preset.no_sign)
        walk = " ".join(say.walk(preset, counted))
        dots = f"{say.one_dot(counted)} {'; '.join(say.dots(preset, counted))}."
        return render(
            "frequency_tree.html",
            preset=preset,
            guess=say.guess(preset),
            tree=counted,
            answers=[say.answer(preset, counted), say.other_answer(preset, counted)],
            tree_picture=_image(chart.tree(counted, names), walk),
            dots_picture=_image(chart.dots(counted), dots),
            dots=dots,
            basis=self.basis(preset),
            sources=self.sources(preset),
            study=self.study(preset),
            others=self.others(),
        )

    def words(self) -> str:
        """Everything on the page, as text."""
        preset = self.opening
        counted = tree_of(preset)
        return render(
            "frequency_tree.txt",
            preset=preset,
            answers=[say.answer(preset, counted), say.other_answer(preset, counted)],
            walk=say.walk(preset, counted),
            basis=self.basis(preset),
            sources=self.sources(preset),
            study=self.study(preset),
            others=self.others(),
        )

    def make_widget(self) -> SharedWidget:
        """The tree with its sliders."""
        return SharedWidget(shared_front_end(SCRIPTS, STYLES), self.spec())

    def spec(self) -> dict:
        """All that the front end needs: every preset, and which comes first."""
        presets = self.course.presets.values()
        return {
            "opening": self.opening.id,
            "groups": GROUPS,
            "asks": say.ASKS,
            "presets": [self._told(preset) for preset in presets],
        }

    def basis(self, preset: Preset) -> list[dict]:
        """One row a number: its value, of whom it was counted, how far it may be off."""
        return [
            {
                "asks": say.ASKS[name],
                "value": f"{figure.count:,} in {figure.of:,}",
                "says": figure.says,
                "reach": say.reach(figure),
                "made_up": figure.made_up,
                "sources": sources_of(self.course, figure.references),
            }
            for name, figure in preset.figures.items()
        ]

    def sources(self, preset: Preset) -> list[dict[str, str]]:
        """What the preset's own words rest on."""
        return sources_of(self.course, preset.references)

    def study(self, preset: Preset) -> dict | None:
        """What a study in which nobody had the condition allows, where the preset has one."""
        if preset.none is None:
            return None
        return {
            **preset.none.model_dump(mode="json", exclude={"references"}),
            "allows": say.none_found(preset.none),
            "sources": sources_of(self.course, preset.none.references),
        }

    def others(self) -> list[dict[str, str]]:
        """The other presets, each with its answer."""
        return [
            {"title": preset.title, "answer": say.answer(preset, tree_of(preset))}
            for preset in self.course.presets.values()
            if preset is not self.opening
        ]

    def _told(self, preset: Preset) -> dict:
        keep = {"id", "title", "condition", "no_condition", "sign", "no_sign"}
        keep |= {"who", "chosen", "take_home"}
        return {
            **preset.model_dump(mode="json", include=keep),
            "guess": say.guess(preset),
            "people": preset.prior.of,
            "numbers": {name: figure.count for name, figure in preset.figures.items()},
            "basis": self.basis(preset),
            "sources": self.sources(preset),
            "study": self.study(preset),
        }


def tree_of(preset: Preset) -> Tree:
    """The tree that a preset's numbers make."""
    prior: Figure = preset.prior
    return tree(prior.of, prior.count, preset.sensitivity.count, preset.specificity.count)


def _image(svg: str, alt: str) -> Markup:
    return Markup(picture(svg, alt, chart.WIDTH))
