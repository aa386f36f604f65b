"""How the caffeine clock says a day in words."""

from collections.abc import Sequence

from liptwitch.content.caffeine import Advice, Drink, Drinker

CLOSE = 0.2
"""A guess within this share of what is left counts as close."""


def clock(hour: float) -> str:
    """An hour after midnight as a clock shows it."""
    minutes = round(60 * (hour % 24))
    return f"{minutes // 60:02}:{minutes % 60:02}"


def drunk(cups: Sequence[tuple[Drink, float]]) -> str:
    """What is drunk when, and how much caffeine that is."""
    if not cups:
        return "Nothing with caffeine is drunk."
    each = "; ".join(f"{drink.name.lower()} at {clock(hour)}" for drink, hour in cups)
    return f"Drunk: {each}. Together {sum(drink.mg for drink, _ in cups):.0f} mg of caffeine."


def above(mg: float, drinker: Drinker, most: Advice) -> str:
    """That a day's caffeine is more than experts call no concern for this drinker, or nothing."""
    if mg <= most.mg:
        return ""
    return (
        f"For {drinker.name} that is above the {most.mg:g} mg a day that experts call no concern."
    )


def left(mg: tuple[float, float, float], bedtime: float, drinker: Drinker) -> str:
    """What is left at bedtime: with the usual half-life, and with the shortest and longest."""
    low, typical, high = mg
    if not high:
        return f"At bedtime, {clock(bedtime)}: none drunk yet."
    if high < 0.5:
        return f"At bedtime, {clock(bedtime)}, {drinker.name} has less than 1 mg left."
    return (
        f"At bedtime, {clock(bedtime)}, {drinker.name} still has about {typical:.0f} mg, "
        f"with a half-life of {drinker.half_life_h:g} hours. It is {low:.0f} to {high:.0f} mg "
        f"with {drinker.shortest_h:g} to {drinker.longest_h:g} hours ({drinker.range_is})."
    )


def curve(
    hour: float,
    top: tuple[float, float, float],
    left: tuple[float, float, float],
    bedtime: float,
) -> str:
    """The curve and its band: at its highest, and at bedtime."""
    if not top[1]:
        return "A curve of the caffeine in the body over a day. None is drunk: it stays at 0 mg."
    at_bedtime = f"it is {left[1]:.0f} mg (band {left[0]:.0f} to {left[2]:.0f})"
    return (
        "A curve of the caffeine in the body over a day, in a band. It is highest at "
        f"{clock(hour)}, with {top[1]:.0f} mg (band {top[0]:.0f} to {top[2]:.0f}). "
        f"At {clock(bedtime)} {at_bedtime if left[2] else 'none is drunk yet'}."
    )


def at_bedtime(mg: float) -> str:
    """What the picture says beside its line for bedtime."""
    return f"bedtime: {mg:.0f} mg" if mg else "bedtime: none drunk yet"


def to_guess(cups: Sequence[tuple[Drink, float]], bedtime: float, drinker: Drinker) -> str:
    """The question that comes before the answer."""
    return (
        f"{drunk(cups)} How many milligrams are still in {drinker.name} at bedtime, "
        f"{clock(bedtime)}?"
    )


def guessed(guess: float, typical: float, half_life_h: float) -> str:
    """How far a guess was from what is left, and why."""
    told = f"Your guess was {guess:g} mg"
    if abs(guess - typical) <= CLOSE * typical:
        return f"{told}: close to the {typical:.0f} of the clock."
    told += f", the clock says {typical:.0f}."
    if guess > typical:
        return f"{told} After {half_life_h:g} hours half of a cup has gone, and it goes on."
    return f"{told} In {half_life_h:g} hours only half of a cup goes, and then half of the rest."


def against_a_cup(typical: float, cup: Drink) -> str:
    """What is left, counted in a well-known drink, or nothing where nothing was drunk."""
    if not typical:
        return ""
    share = typical / cup.mg
    name = f"a cup of {cup.name.lower()} ({cup.mg:g} mg)"
    if share < 0.05:
        return f"That is next to nothing beside {name}."
    return f"That is like {share:.1f} of {name}, drunk at bedtime."


def advised(advice: Sequence[Advice]) -> str:
    """The amounts that experts call no concern."""
    told = "; ".join(f"{one.mg:g} mg {one.name}" for one in advice)
    return f"What experts call no concern: up to {told}."
