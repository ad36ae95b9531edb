"""The nazorg of a group of dossiers: since when, until when, who keeps it, and the next contact. One reading for the termijn,
the page and the paper (docs/adr/0030)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from clienten.feiten import NIEMAND, Feiten, Volgers, lees_dossiers, volgers
from clienten.models import Client
from nazorg.enums import Nazorgdoor
from nazorg.meetmomenten import uitstroomdag
from nazorg.models import Nazorgkeuze
from ocmw.termijnen.models import Termijn
from tewerkstelling.beloften import contracten
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rooster import geplande_dag
from trajecten.beloften import lopend_traject, nazorg_sinds
from trajecten.feiten import bundels, laatste_contact, trajecten
from trajecten.twe.beloften import laatste_dag_van
from trajecten.twe.models import Werkervaring


@dataclass(frozen=True)
class Nazorgloop:
    """`sinds` is the first day after the work. `contact_tot`: the last day of the 24 months, None without a window.

    `contract` is the art.60 contract that ended; None when a traject ended without one.
    """

    sinds: date
    contract: Tewerkstelling | None
    uitstroom_op: date | None
    contact_tot: date | None
    laatste_contact: date | None
    eerste_contact_op: date | None
    wie: int | None

    def volgende_op(self, dagen: int) -> date | None:
        """So many days after the last talk; before the first one the day that was agreed, or so many days after the work.
        Planned as evaluations and visits are: on the last working day on or before it. None when that would be after the 24
        months."""
        gesproken = self.laatste_contact is not None and self.laatste_contact >= self.sinds
        vanaf = self.laatste_contact if gesproken and self.laatste_contact else self.sinds
        streefdag = vanaf + timedelta(days=dagen)
        if self.eerste_contact_op and not gesproken:
            streefdag = self.eerste_contact_op
        dag = geplande_dag(streefdag, vanaf=vanaf)
        return dag if self.contact_tot is None or dag <= self.contact_tot else None


def nazorglopen(feiten: Feiten) -> Mapping[int, Nazorgloop]:
    """The open dossiers in nazorg: art.60 ended and nothing new began, or the traject ended and the dossier stayed open.

    The day after the last day of art.60 it is so by itself; whoever closes the traject, or when, changes nothing.
    """
    uit: dict[int, Nazorgloop] = {}
    for pk in feiten.open:
        art60 = [c for c in feiten.lees(contracten).get(pk, []) if c.soort == Contractsoort.ART60]
        alle, bundel = feiten.lees(trajecten).get(pk, []), feiten.lees(bundels).get(pk)
        contract = art60[-1] if art60 else None
        if contract is not None and (contract.tot is None or contract.tot > feiten.op):
            continue
        lopend = lopend_traject(alle)
        if contract is not None and contract.tot is not None:
            sinds = contract.tot
            opnieuw = lopend is not None and lopend.gestart_op >= sinds
            if opnieuw or (bundel is not None and (bundel.verstuurd_op or bundel.begonnen_op) >= sinds):
                continue
        elif lopend is None and alle and (begin := nazorg_sinds(alle[-1], bundel)) is not None:
            sinds = begin
        else:
            continue
        einde = feiten.lees(vensterdagen).get(pk)
        laatste_dag = contract.laatste_dag if contract else None
        uit[pk] = Nazorgloop(
            sinds=sinds,
            contract=contract,
            uitstroom_op=uitstroomdag(laatste_dag, einde) if laatste_dag else None,
            contact_tot=einde,
            laatste_contact=feiten.lees(laatste_contact).get(pk),
            eerste_contact_op=feiten.lees(afgesproken).get(contract.pk) if contract else None,
            wie=_wie(feiten.lees(volgers).get(pk, NIEMAND), feiten.lees(keuzes).get(pk, Nazorgdoor.MW)),
        )
    return uit


def loop_van(client: Client, *, op: date) -> Nazorgloop | None:
    return nazorglopen(lees_dossiers([client.pk], op=op)).get(client.pk)


def volgend_contact(client: Client, soort: str) -> date | None:
    """The day of the open termijn: put off included, and the same as on Vandaag and in the list."""
    return Termijn.objects.open().filter(client=client, soort=soort).values_list("vervalt_op", flat=True).first()


def vensterdagen(feiten: Feiten) -> Mapping[int, date]:
    """The last day of the last window of each client, or the day it was stopped."""
    rijen = Werkervaring.objects.filter(client__in=feiten.open).order_by("start", "pk")
    laatste = {rij.client_id: laatste_dag_van(rij) for rij in rijen}
    return {pk: dag for pk, dag in laatste.items() if dag}


def afgesproken(feiten: Feiten) -> Mapping[int, date]:
    """Per contract the day of the first contact, as agreed before the end."""
    rijen = Eindepunt.objects.filter(client__in=feiten.open, contact_op__isnull=False)
    return {contract: dag for contract, dag in rijen.values_list("contract", "contact_op") if dag}


def keuzes(feiten: Feiten) -> Mapping[int, str]:
    return dict(Nazorgkeuze.objects.filter(client__in=feiten.open).values_list("client", "wie"))


def _wie(team: Volgers, keuze: str) -> int | None:
    return (team.coach or team.mw) if keuze == Nazorgdoor.ATB else (team.mw or team.coach)
