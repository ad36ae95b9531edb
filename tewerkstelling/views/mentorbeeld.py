"""A mentor as pages show it: how many clients against how many at most, and whether the training still holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clienten.nummers import toon_telefoon
from ocmw.regels.opzoeken import Regelwaarde, regel
from tewerkstelling.models import Mentor


@dataclass(frozen=True)
class Mentorbeeld:
    mentor: Mentor
    begeleidt: int
    hoogstens: int
    vorming: tuple[str, str]

    @property
    def telefoon(self) -> str:
        return toon_telefoon(self.mentor.telefoon)

    @property
    def belasting(self) -> tuple[str, str]:
        """Status code and word for the load."""
        if not self.mentor.actief:
            return "gesloten", "Begeleidt niet meer"
        if self.begeleidt > self.hoogstens:
            return "te_laat", "Te veel cliënten"
        return ("onderbroken", "Volzet") if self.begeleidt == self.hoogstens else ("klaar", "Heeft plaats")


def mentorregels(op: date) -> tuple[Regelwaarde, Regelwaarde]:
    """The usual limit, and how long before its end a training gets a warning."""
    return regel("mentor.max_clienten", op=op), regel("mentor.vorming_dagen", op=op)


def mentorbeelden(mentoren: Iterable[Mentor], *, op: date) -> list[Mentorbeeld]:
    """For mentors that carry `begeleidt` (MentorQuerySet.met_belasting)."""
    grens, dagen = mentorregels(op)
    return [
        Mentorbeeld(
            mentor, getattr(mentor, "begeleidt", 0), mentor.hoogstens(grens.waarde),
            mentor.vormingsstand(op, dagen=dagen.waarde),
        )
        for mentor in mentoren
    ]  # fmt: skip
