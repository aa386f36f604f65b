"""What a frequency tree says, in sentences; the front end says the same (frequency_math.js)."""

from liptwitch.content.probability import Figure, NoneFound, Preset
from liptwitch.science.intervals import highest_after_none, rule_of_three, wilson
from liptwitch.science.probability import Tree, in_round_numbers

MADE_UP = "made up for practice"
"""Said of a number that no source gives."""

ASKS = {
    "prior": "How many have it at all (base rate)",
    "sensitivity": "Of 100 with it, how many have the sign (sensitivity)",
    "specificity": "Of 100 without it, how many have no sign (specificity)",
}
"""The three numbers as questions, the term behind the plain words."""


def guess(preset: Preset) -> str:
    """What to guess before the counts are opened."""
    return (
        f"Guess first: of people with {preset.sign}, how many have {preset.condition}? "
        "Then open the counts."
    )


def answer(preset: Preset, tree: Tree) -> str:
    """Of those with the sign, how many have the condition."""
    if not tree.positive:
        return f"Nobody here has {preset.sign}."
    if not tree.hits:
        return f"Of {_people(tree.positive)} with {preset.sign}, none has {preset.condition}."
    return (
        f"Of {_people(tree.positive)} with {preset.sign}, {_has(tree.hits)} {preset.condition}: "
        f"{_share(tree.hits, tree.positive)}."
    )


def other_answer(preset: Preset, tree: Tree) -> str:
    """Of those without the sign, how many have the condition all the same."""
    if not tree.negative:
        return f"Everybody here has {preset.sign}."
    if not tree.misses:
        return f"Of {_people(tree.negative)} with {preset.no_sign}, none has {preset.condition}."
    return (
        f"Of {_people(tree.negative)} with {preset.no_sign}, {_has(tree.misses)} "
        f"{preset.condition} all the same: {_share(tree.misses, tree.negative)}."
    )


def walk(preset: Preset, tree: Tree) -> list[str]:
    """The tree from its root to its four ends."""
    return [
        f"Of {_people(tree.people)}, {_has(tree.ill)} {preset.condition}; "
        f"{_has(tree.well)} {preset.no_condition}.",
        _ends(preset, preset.condition, tree.ill, tree.hits, tree.misses),
        _ends(preset, preset.no_condition, tree.well, tree.alarms, tree.clear),
    ]


def dots(preset: Preset, tree: Tree) -> list[str]:
    """The four groups as the dots show them: hits, misses, alarms, clear."""
    names = (
        f"{preset.condition} and {preset.sign}",
        f"{preset.condition}, but {preset.no_sign}",
        f"{preset.sign}, but {preset.no_condition}",
        f"{preset.no_condition} and {preset.no_sign}",
    )
    groups = (tree.hits, tree.misses, tree.alarms, tree.clear)
    return [
        f"{group:,} with {name}{', less than one dot' if group and not dotted else ''}"
        for group, name, dotted in zip(groups, names, tree.dots(), strict=True)
    ]


def one_dot(tree: Tree) -> str:
    """How many people a dot stands for."""
    return f"One dot stands for {_people(tree.people // 1000)}."


def reach(figure: Figure) -> str:
    """How far a number may be off, by its source or by its count; empty where nothing is known."""
    parts = []
    if figure.low is not None:
        parts.append(f"Sources reach from {figure.low} to {figure.high} in {figure.of:,}.")
    if figure.found is not None:
        low, high = wilson(figure.found, figure.among)
        parts.append(
            f"{figure.found} of {figure.among} were counted, which allows "
            f"{round(low * 100)} to {round(high * 100)} in 100."
        )
    return " ".join(parts)


def none_found(none: NoneFound, followed: int | None = None) -> str:
    """What none of so many people still allows; ``followed`` in place of the study's own number."""
    of = followed or none.followed
    exact, rough = highest_after_none(of) * 1000, rule_of_three(of) * 1000
    return (
        f"None of {of} had {none.condition}. That is not never: up to {_whole(exact)} in 1,000 "
        f"would still fit. By the rule of three: 3 divided by {of} is about {_whole(rough)} "
        "in 1,000."
    )


def _ends(preset: Preset, name: str, group: int, positive: int, negative: int) -> str:
    return (
        f"Of the {group:,} with {name}, {_has(positive)} {preset.sign}; "
        f"{_has(negative)} {preset.no_sign}."
    )


def _share(part: int, whole: int) -> str:
    if part == whole:
        return "all of them"
    count, of = in_round_numbers(part, whole)
    about = "" if count * whole == part * of else "about "
    return f"{about}{count:,} in {of:,}"


def _people(count: int) -> str:
    return f"{count:,} {'person' if count == 1 else 'people'}"


def _has(count: int) -> str:
    return f"{count:,} {'has' if count == 1 else 'have'}"


def _whole(value: float) -> int:
    """Rounded to a whole number, halves up, as the front end rounds."""
    return int(value + 0.5)
