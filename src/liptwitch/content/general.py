"""What holds for the whole course: its title, its notice, where to get help."""

from typing import Annotated

from pydantic import Field

from liptwitch.content.record import Record, Slug, Text


class Emergency(Record):
    """An emergency number and where it works."""

    number: Text
    where: Text


class General(Record):
    """``course.toml``.

    ``disclaimer``: the notice of the first screen, 40 words at most.
    ``help``: one sentence on where to get help that is not urgent.
    """

    title: Text
    disclaimer: Text
    help: Text
    emergency: Annotated[tuple[Emergency, ...], Field(min_length=1)]
    references: tuple[Slug, ...] = ()

    @property
    def emergency_numbers(self) -> str:
        """All emergency numbers in one phrase: “112 (Europe …), 911 (…) or 999 (…)”."""
        numbers = [f"{one.number} ({one.where})" for one in self.emergency]
        return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} or {numbers[-1]}"

    @property
    def fixed_texts(self) -> dict[str, str]:
        """What prose may take over by name, such as ``{{disclaimer}}``."""
        return {
            "disclaimer": self.disclaimer,
            "emergency": self.emergency_numbers,
            "help": self.help,
        }
