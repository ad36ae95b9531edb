"""The caseload as a workbook for those who may export."""

from collections.abc import Sequence

from clienten.insz import toon_insz
from clienten.models import Stand
from ocmw.ui.werkboek import lijst_als_werkboek

KOPPEN = (
    "Dossier", "Familienaam", "Voornaam", "Geboortedatum", "INSZ", "OCMW", "Fase", "In deze fase sinds",
    "Trajectbegeleider", "Maatschappelijk werker", "Moedertaal", "Laatste contact", "Eerste termijn", "Eerstvolgend einde",
)  # fmt: skip


def caseload_werkboek(standen: Sequence[Stand]) -> bytes:
    """Needs `client`, `ocmw`, `coach` and `mw`."""
    cellen = (
        (
            stand.client.dossiernummer, stand.client.achternaam, stand.client.voornaam, stand.client.geboortedatum,
            toon_insz(stand.client.insz), stand.ocmw.naam, stand.get_stap_display(), stand.stap_sinds,
            stand.coach.naam if stand.coach else "", stand.mw.naam if stand.mw else "", stand.taal,
            stand.laatste_contact_op, stand.eerste_termijn_op, stand.einde_op,
        )
        for stand in standen
    )  # fmt: skip
    return lijst_als_werkboek("Caseload", KOPPEN, cellen, breedte=18)
