"""Whether settings make a movement what its name says."""

from collections.abc import Iterable
from dataclasses import dataclass

from liptwitch.content.movements import Criterion, Settings


@dataclass(frozen=True)
class Finding:
    """One criterion looked at: the setting, whether it holds, and what to say if it does not."""

    setting: str
    holds: bool
    because: str


def judge(settings: Settings, criteria: Iterable[Criterion]) -> list[Finding]:
    """One finding for each criterion, in the order given."""
    return [
        Finding(
            setting=criterion.setting,
            holds=_holds(getattr(settings, criterion.setting), criterion),
            because=criterion.because,
        )
        for criterion in criteria
    ]


def fits(settings: Settings, criteria: Iterable[Criterion]) -> bool:
    """Whether every criterion holds."""
    return all(finding.holds for finding in judge(settings, criteria))


def _holds(value: float | str, criterion: Criterion) -> bool:
    if criterion.one_of:
        return value in criterion.one_of
    high_enough = criterion.lowest is None or value >= criterion.lowest
    low_enough = criterion.highest is None or value <= criterion.highest
    return high_enough and low_enough
