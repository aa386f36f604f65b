"""Care cards: what a level of urgency asks of a person and of the doctor."""

from typing import Annotated, Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from liptwitch.content.record import Record, Slug, Text
from liptwitch.content.urgency import Urgency


class Where(Record):
    """Where to get help in one country, or elsewhere."""

    place: Text
    how: Text


class CareCard(Record):
    """One level's card.

    ``action``: the one thing to do. ``by_number``: help comes by the emergency numbers of
    ``course.toml``; otherwise ``where`` says by country where it is. ``return_days``: when to look
    again at the latest, in days from now; 0 where nobody should wait. ``patient`` and ``gp``: what
    the person does besides, and what the doctor does.
    """

    level: Urgency
    title: Text
    sign: Text
    action: Text
    when: Text
    by_number: StrictBool = False
    where: tuple[Where, ...] = ()
    not_to_do: Annotated[tuple[Text, ...], Field(min_length=1)]
    return_days: Annotated[StrictInt, Field(ge=0, le=90)]
    return_rule: Text
    patient: Text
    gp: Text
    references: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        if self.by_number == bool(self.where):
            raise ValueError(
                "give [[card.where]] for each country, or say by_number = true and give none"
            )
        return self

    @model_validator(mode="after")
    def _sign_fits_the_level(self) -> Self:
        levels = list(Urgency)
        filled = len(levels) - levels.index(self.level)
        wanted = "●" * filled + "○" * (len(levels) - filled)
        if self.sign != wanted:
            raise ValueError(f"the sign of this level is {wanted}")
        return self
