"""Why a lip may twitch: one record a cause, and which of them each article names."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from liptwitch.content.ledger import ClaimId, ClaimIds
from liptwitch.content.record import Confidence, Record, Slug, Text
from liptwitch.content.urgency import Urgency


class Standing(StrEnum):
    """What became of something that is named as a cause."""

    CAUSE = "a cause"
    ROUTE = "a route or a sign, not a cause of its own"
    VAGUE = "too vague to test"
    REFUTED = "not a cause"


class Site(StrEnum):
    """Where on the path from cortex to muscle the trouble sits, in the order of the path."""

    CORTEX = "cortex"
    DEEP_NUCLEI = "deep-nuclei"
    CORTICOBULBAR_PATH = "corticobulbar-path"
    BRAINSTEM = "brainstem"
    ROOT_EXIT_ZONE = "root-exit-zone"
    FACIAL_CANAL = "facial-canal"
    FACE_BRANCHES = "face-branches"
    NERVE_FIBRE = "nerve-fibre"
    NERVE_MUSCLE_JUNCTION = "nerve-muscle-junction"
    MUSCLE = "muscle"
    NONE = "none"

    @property
    def words(self) -> str:
        """The site as a reader sees it."""
        return _SITE_WORDS[self]


_SITE_WORDS = {
    Site.CORTEX: "motor cortex",
    Site.DEEP_NUCLEI: "deep nuclei: basal ganglia and cerebellum",
    Site.CORTICOBULBAR_PATH: "path from cortex to brainstem",
    Site.BRAINSTEM: "facial nucleus in the brainstem",
    Site.ROOT_EXIT_ZONE: "root exit zone, where the nerve leaves the brainstem",
    Site.FACIAL_CANAL: "bony canal of the facial nerve",
    Site.FACE_BRANCHES: "branches of the nerve in the face",
    Site.NERVE_FIBRE: "nerve fibre, anywhere along its way",
    Site.NERVE_MUSCLE_JUNCTION: "junction of nerve and muscle",
    Site.MUSCLE: "lip muscle",
    Site.NONE: "no site on this path",
}


class LipEvidence(StrEnum):
    """How strong the evidence is that it moves the lip, and not only muscles elsewhere."""

    STRONG = "strong"
    PLAUSIBLE = "plausible"
    WEAK = "weak"
    NONE = "none"


class Pattern(Record):
    """How the movement behaves; “not known” is an honest entry."""

    rhythm: Text
    side: Text
    age: Text
    tempo: Text
    sleep: Text
    suppressible: Text


class BaseRate(Record):
    """How common it is: the figure, and of whom, where and when it was counted."""

    figure: Text
    of: Text


class Cause(Record):
    """One cause, or one thing that is named as a cause and is none.

    ``movements``: glossary ids. ``urgency``: for a lip twitch from this cause as it usually
    presents. ``why_here``: why the course describes it although no article names it.
    """

    id: Slug
    name: Text
    synonyms: tuple[Text, ...]
    standing: Standing
    site: Site
    mechanism: Text
    movements: tuple[Slug, ...]
    pattern: Pattern
    companions: tuple[Text, ...]
    argues_for: tuple[Text, ...]
    argues_against: tuple[Text, ...]
    lip_evidence: LipEvidence
    lip_evidence_why: Text
    urgency: Urgency
    urgency_why: Text
    first_tests: tuple[Text, ...]
    treatment: Text
    outlook: Text
    base_rate: BaseRate
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
    why_here: Text | None = None


class NamedCause(Record):
    """One of the things that the articles name as a cause, and the record that describes it.

    ``directly``: claims that call it a cause of lip twitching. ``indirectly``: claims that name it
    as what worsens or brings on another cause, and what readers and the site's doctor say.
    """

    number: Annotated[int, Field(gt=0)]
    named: Text
    cause: Slug
    directly: ClaimIds
    indirectly: ClaimIds

    @property
    def claim_ids(self) -> tuple[ClaimId, ...]:
        """All claims that name it."""
        return (*self.directly, *self.indirectly)
