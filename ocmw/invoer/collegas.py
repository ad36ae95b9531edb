"""Names of colleagues as they stand in a workbook: who is meant?"""

from collections import Counter

from ocmw.invoer.models import Invoer
from ocmw.invoer.rijen import Gelezen
from ocmw.invoer.velden import norm
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.toegang.samen import kunnen_volgen


def mogelijke_collegas(ocmw_id: int) -> list[Medewerker]:
    """Who can follow a client of this OCMW and may read dossiers."""
    rijen = kunnen_volgen(ocmw_id, op=vandaag())
    return [collega for collega in rijen if collega.mag(Recht.DOSSIER_LEZEN)]


class Team:
    """`op_naam`: norm(name) -> pk, 0 when the user said that it is nobody we know. `namen`: pk -> name."""

    def __init__(self, invoer: Invoer) -> None:
        collegas = mogelijke_collegas(invoer.ocmw_id)
        self.collegas = {collega.pk: collega for collega in collegas}
        self.namen = {collega.pk: collega.naam for collega in collegas}
        vormen = [
            (norm(vorm), collega.pk)
            for collega in collegas
            for vorm in {collega.naam, f"{collega.achternaam} {collega.voornaam}", collega.email}
        ]
        vaak = Counter(vorm for vorm, _ in vormen)
        self.op_naam = {vorm: pk for vorm, pk in vormen if vaak[vorm] == 1}
        for naam, pk in invoer.collegas.items():
            if pk == 0 or pk in self.namen:
                self.op_naam[naam] = pk

    def wie(self, naam: str) -> int | None:
        return self.op_naam.get(norm(naam)) or None

    def meld_onbekende(self, gelezen: Gelezen) -> None:
        """A talk by somebody we do not know keeps the name as it stands in the file."""
        naam = gelezen.waarden.get("door")
        if naam and norm(naam) not in self.op_naam:
            gelezen.let_op("door", f"'{naam}' kennen we niet als collega. De naam blijft bij het gesprek staan.")
