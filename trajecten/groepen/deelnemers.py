"""Who may take part without a dossier and is known all the same: a colleague here, and whom a room above offers (mentors)."""

from collections.abc import Callable
from dataclasses import dataclass

from ocmw.toegang.models import Medewerker
from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Bekende:
    """`nummer` is the key in the room that knows this person; `wie` is what else tells two people of one name apart."""

    nummer: int
    voornaam: str
    achternaam: str
    contact: str
    wie: str = ""

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}".strip()


@dataclass(frozen=True)
class Deelnemersbron:
    """`wie` gives whom this colleague may enrol."""

    label: str
    wie: Callable[[Medewerker], list[Bekende]]


DEELNEMERSBRONNEN: Aanbod[Deelnemersbron] = Aanbod("wie zonder dossier kan deelnemen aan een groep")


def keuzes_voor(medewerker: Medewerker) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices by kind, as a select shows them: `mentor:12`."""
    return [
        (
            bron.label,
            [(f"{code}:{mens.nummer}", f"{mens.naam}{f', {mens.wie}' if mens.wie else ''}") for mens in mensen],
        )
        for code, bron in DEELNEMERSBRONNEN.items()
        if (mensen := bron.wie(medewerker))
    ]


def bekende(keuze: str, medewerker: Medewerker) -> tuple[str, Bekende] | None:
    """The kind and the person behind a choice; None when this colleague may not choose that one."""
    code, _, nummer = keuze.partition(":")
    bron = DEELNEMERSBRONNEN.get(code)
    mensen = bron.wie(medewerker) if bron else []
    return next(((code, mens) for mens in mensen if str(mens.nummer) == nummer), None)


def collegas(medewerker: Medewerker) -> list[Bekende]:
    rijen = Medewerker.objects.filter(ocmw=medewerker.ocmw_id, is_active=True).order_by("achternaam", "voornaam", "pk")
    return [Bekende(rij.pk, rij.voornaam, rij.achternaam, rij.email, rij.get_rol_display()) for rij in rijen]


DEELNEMERSBRONNEN.bied("collega", Deelnemersbron("Collega's", collegas))
