"""How firmly something that is said rests on its sources, in words."""

from liptwitch.content.record import Sourced

HOW_SURE = {
    "high": "well sourced",
    "medium": "sourced, not beyond doubt",
    "low": "weakly sourced",
    "assumed": "assumption: no source found",
}


def sureness(said: Sourced) -> str:
    """How firmly it rests on its sources; an assumption is called one."""
    return HOW_SURE[said.confidence]
