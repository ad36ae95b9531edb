"""Rows of a caseload become dossiers: people first, with the talks of who is new, then the talks of who was known."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from clienten.handeling import handeling, raakt
from ocmw.journaal.models import journaalregel
from ocmw.toegang.models import Medewerker
from ocmw.ui.veelrijen import voeg_toe
from ocmw.werkruimte.invoer.beoordelen import Beoordelaar, Beoordeling, bekende_gesprekken, gespreksleutel
from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij, InvoerrijQuerySet
from ocmw.werkruimte.invoer.nieuw import Maker, maak_gesprek
from ocmw.werkruimte.invoer.overnemen import Overnemer
from ocmw.werkruimte.invoer.werkplekken import Werkplekken
from ocmw.werkruimte.invoer.wijzigen import Wijziger
from trajecten.journaalcodes import GESPREK_GENOTEERD
from trajecten.models import Gesprek


class Dossierschrijver(Overnemer):
    beoordelaar: Beoordelaar

    def __init__(self, invoer: Invoer, *, door: Medewerker, op: date) -> None:
        super().__init__(invoer, Beoordelaar(invoer, door=door, op=op), door=door, op=op)

    def delen(self) -> Sequence[tuple[InvoerrijQuerySet, str]]:
        rijen = Invoerrij.objects
        return (rijen.personen(self.invoer), "Personen"), (rijen.gesprekken(self.invoer), "Gesprekken")

    def _met_aanhang(self, rijen: list[Invoerrij]) -> list[Invoerrij]:
        """The talks of new people go in with them."""
        eigen = {rij.pk for rij in rijen}
        gesprekken = Invoerrij.objects.filter(persoonrij__in=rijen, overgenomen_op=None, uitkomst=Rijuitkomst.NIEUW)
        return [*rijen, *(rij for rij in gesprekken.order_by("pk") if rij.pk not in eigen)]

    def schrijf_items(self, items: Sequence[Beoordeling]) -> None:
        with handeling(op=self.op):  # what follows from all the rows of the chunk is derived once
            self._schrijf_personen(items)
            self._schrijf_gesprekken(items)
        _onthoud_clienten(items)

    def _schrijf_personen(self, items: Sequence[Beoordeling]) -> None:
        personen = [item for item in items if item.wens is not None]
        if not personen:
            return
        werkplekken = Werkplekken(self.invoer.ocmw_id, door=self.door)
        wijziger = Wijziger(
            door=self.door, op=self.op, collegas=self.beoordelaar.team.collegas, werkplekken=werkplekken
        )
        for item in personen:
            if item.uitkomst == Rijuitkomst.GEWIJZIGD and item.feiten and item.wens:
                wijziger.wijzig(item.wens, item.feiten, list(item.verschillen))
        nieuwe = [item for item in personen if item.uitkomst == Rijuitkomst.NIEUW]
        per_persoon: dict[int, list[Beoordeling]] = {id(item): [] for item in nieuwe}
        for item in items:
            if item.persoon is not None and id(item.persoon) in per_persoon and item.uitkomst == Rijuitkomst.NIEUW:
                per_persoon[id(item.persoon)].append(item)
        maker = Maker(ocmw_id=self.invoer.ocmw_id, door=self.door, op=self.op, werkplekken=werkplekken)
        wensen = [(item.wens, [self._gesprek(rij) for rij in per_persoon[id(item)]]) for item in nieuwe if item.wens]
        for item, client in zip(nieuwe, maker.maak(wensen), strict=True):
            item.client_id = client.pk
            for gesprek in per_persoon[id(item)]:
                gesprek.client_id, gesprek.uitkomst = client.pk, Rijuitkomst.ONGEWIJZIGD  # written with the dossier

    def _gesprek(self, item: Beoordeling) -> Gesprek:
        waarden = item.gelezen.waarden
        return maak_gesprek(waarden, wie=self.beoordelaar.team.wie(waarden.get("door") or ""), door=self.door)

    def _schrijf_gesprekken(self, items: Sequence[Beoordeling]) -> None:
        """Talks of people who already had a dossier."""
        nieuwe = [item for item in items if item.wens is None and item.uitkomst == Rijuitkomst.NIEUW and item.client_id]
        bekend = bekende_gesprekken(item.client_id for item in nieuwe if item.client_id)
        gesprekken = []
        for item in nieuwe:
            if item.client_id and gespreksleutel(item.client_id, item.gelezen) not in bekend:
                gesprek = self._gesprek(item)
                gesprek.client_id = item.client_id
                gesprekken.append(gesprek)
        voeg_toe(gesprekken)
        clienten = {gesprek.client_id: gesprek.client for gesprek in gesprekken}
        regels = [
            journaalregel(
                GESPREK_GENOTEERD,
                gesprek,
                door=self.door,
                client=clienten[gesprek.client_id],
                kanaal=str(gesprek.kanaal),
                dag=gesprek.op,
            )
            for gesprek in gesprekken
        ]
        voeg_toe(regels, met_pk=False)
        for gesprek in gesprekken:
            raakt(gesprek)

    def _wijs_af(self, sleutel: int, zin: str) -> None:
        """Talks of a person who cannot come in cannot come in either."""
        super()._wijs_af(sleutel, zin)
        rij = Invoerrij.objects.get(pk=sleutel)
        for gesprek in Invoerrij.objects.filter(
            persoonrij=rij, overgenomen_op=None, uitkomst=Rijuitkomst.NIEUW, client=None
        ):
            gesprek.uitkomst = Rijuitkomst.AFGEWEZEN
            gesprek.redenen = [
                ["insz", f"De persoon van dit gesprek (rij {rij.nummer}) kon niet ingevoerd worden.", "fout"]
            ]
            gesprek.save(update_fields=["uitkomst", "redenen"])


def _onthoud_clienten(items: Sequence[Beoordeling]) -> None:
    """Which dossier a row became. One prepared UPDATE for all: `bulk_update` costs a quarter of the whole import here."""
    tabel = Invoerrij._meta.db_table
    paren = [(item.client_id, item.rij.pk) for item in items if item.wens is not None and item.client_id]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {tabel} SET client_id = %s WHERE id = %s", paren)  # noqa: S608 - our own table name
