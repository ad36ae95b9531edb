"""Names of colleagues as they stand in a workbook: who is meant?"""

from clienten.namen import naamsleutel
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Recht
from ocmw.toegang.samen import kunnen_volgen
from ocmw.werkruimte.invoer.models import Invoer
from ocmw.werkruimte.invoer.rijen import Gelezen
from ocmw.werkruimte.invoer.velden import norm


class Team:
    """Who is meant by a name in the file: whom the user chose for it, else the one active colleague who is called so."""

    def __init__(self, invoer: Invoer) -> None:
        actief = list(kunnen_volgen(invoer.ocmw_id, op=vandaag()))
        self.collegas = {collega.pk: collega for collega in actief if collega.mag(Recht.DOSSIER_LEZEN)}
        self.namen = {pk: collega.naam for pk, collega in self.collegas.items()}
        # Who may not follow anybody still makes a name ambiguous.
        self.op_naam: dict[str, list[int]] = {}
        for collega in actief:
            for sleutel in filter(None, {naamsleutel(collega.naam), collega.email.casefold()}):
                self.op_naam.setdefault(sleutel, []).append(collega.pk)
        self.gekozen = {woord: pk for woord, pk in invoer.collegas.items() if pk == 0 or pk in self.namen}

    @property
    def keuzes(self) -> list[tuple[int, str]]:
        """Who can be chosen for a name; two with one name are told apart by their address."""
        vaak = {pk for pks in self.op_naam.values() if len(pks) > 1 for pk in pks}
        return [(pk, f"{naam} ({self.collegas[pk].email})" if pk in vaak else naam) for pk, naam in self.namen.items()]

    def wie(self, naam: str) -> int | None:
        woord = norm(naam)
        if woord in self.gekozen:
            return self.gekozen[woord] or None
        gevonden = self._gevonden(naam)
        return gevonden[0] if len(gevonden) == 1 and gevonden[0] in self.collegas else None

    def vraag_over(self, naam: str) -> str:
        """What is unclear about this name, for a remark with the row; empty when the user or the team says who it is."""
        if self.wie(naam) or norm(naam) in self.gekozen:
            return ""
        return "kan meer dan één collega zijn." if len(self._gevonden(naam)) > 1 else "kennen we niet als collega."

    def _gevonden(self, naam: str) -> list[int]:
        return self.op_naam.get(naamsleutel(naam)) or self.op_naam.get(naam.strip().casefold()) or []

    def meld_onbekende(self, gelezen: Gelezen) -> None:
        """A talk by somebody we do not know keeps the name as it stands in the file."""
        naam = gelezen.waarden.get("door")
        if naam and (vraag := self.vraag_over(naam)):
            gelezen.let_op("door", f"'{naam}' {vraag} De naam blijft bij het gesprek staan.")
