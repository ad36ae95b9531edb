"""What a rule would move, as a workbook."""

from collections.abc import Sequence

from ocmw.ui.werkboek import lijst_als_werkboek
from ocmw.werkruimte.regelimpact.models import Impactrij

IMPACTKOPPEN = (
    "Dossier", "Familienaam", "Voornaam", "Geboortedatum", "OCMW", "Wat", "Nu", "Straks", "Verschil in dagen", "",
)  # fmt: skip


def impact_werkboek(rijen: Sequence[Impactrij]) -> bytes:
    """What a rule would move, as people see it on the page. Needs `client__ocmw`."""
    cellen = (
        (
            rij.client.dossiernummer, rij.client.achternaam, rij.client.voornaam, rij.client.geboortedatum,
            rij.client.ocmw.naam, rij.wat, rij.voor, rij.na, rij.verschil, rij.get_richting_display(),
        )
        for rij in rijen
    )  # fmt: skip
    return lijst_als_werkboek("Wat verandert er", IMPACTKOPPEN, cellen)
