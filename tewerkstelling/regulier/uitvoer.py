"""The list of applications as a workbook."""

from collections.abc import Sequence

from ocmw.ui.werkboek import lijst_als_werkboek
from tewerkstelling.regulier.models import Sollicitatie

KOPPEN = ("Dossier", "Familienaam", "Voornaam", "Job", "Werkgever", "Stand", "Laatste stap", "Deadline", "Vacature")


def sollicitaties_werkboek(rijen: Sequence[Sollicitatie]) -> bytes:
    """Needs `client` and `werkgever`."""
    cellen = (
        (
            rij.client.dossiernummer, rij.client.achternaam, rij.client.voornaam, rij.functie, rij.bij_wie,
            rij.get_status_display(), rij.status_op, rij.deadline, rij.link,
        )
        for rij in rijen
    )  # fmt: skip
    return lijst_als_werkboek("Sollicitaties", KOPPEN, cellen)
