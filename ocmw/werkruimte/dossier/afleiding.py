"""What the facts say of many dossiers at once: which termijnen are open, and every column of the Stand row.

The actions keep both in step while people work; this module derives them again from nothing but facts, in a fixed number
of queries per batch. It shares the pure rules with the actions and adds none of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import Max, Min, Model, QuerySet
from django.utils import timezone

from clienten.enums import Stap, Toewijzingsrol
from clienten.models import Client, Stand, Toewijzing
from ocmw.regels.opzoeken import huisregels_van, regel
from ocmw.termijnen.bronnen import uit_bronnen
from ocmw.termijnen.models import Belofte, Termijn
from tewerkstelling.actions import waarschuwingen
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import STAP_VAN_FASE
from trajecten.beloften import (
    belofte_van_actiepunt,
    beloften_in_nazorg,
    beloften_van_bundel,
    beloften_van_traject,
)
from trajecten.enums import Aanwezigheid, Doorverwijsstatus
from trajecten.models import Actiepunt, Afspraak, Doel, Doorverwijzing, Faseperiode, Gesprek, Intake, Traject
from trajecten.termijnsoorten import CONTACT
from trajecten.twe.actions import waarschuwingen_voor_venster
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf

M = TypeVar("M", bound=Model)
Sleutel = tuple[str, str]


@dataclass(frozen=True)
class Afgeleid:
    """What should be: the promises, and the columns of Stand (`stap_sinds` is absent where no fact tells since when)."""

    beloften: dict[Sleutel, Belofte]
    stand: dict[str, Any]


def _per_client(rijen: Iterable[M]) -> dict[int, list[M]]:
    groepen: dict[int, list[M]] = defaultdict(list)
    for rij in rijen:
        groepen[rij.client_id].append(rij)  # type: ignore[attr-defined]  # every kind of row in BRONNEN has a client, which M cannot say
    return groepen


class Dossierfeiten:
    """The facts of a batch of clients, read in one query per kind of fact."""

    def __init__(self, clienten: Sequence[Client], *, op: date) -> None:
        self.op = op
        pks = [client.pk for client in clienten]

        def van(model: type[M]) -> QuerySet[M]:
            return model._default_manager.filter(client__in=pks)

        self.volgers: dict[int, dict[str, int]] = defaultdict(dict)
        for client, rol, wie in van(Toewijzing).filter(tot=None).values_list("client", "rol", "medewerker"):
            self.volgers[client][rol] = wie
        # Ascending, so the last one of each client is the current one.
        self.bundels = {rij.client_id: rij for rij in van(Doorverwijzing).order_by("begonnen_op", "pk")}
        self.trajecten = _per_client(van(Traject).order_by("gestart_op", "pk"))
        self.fase_sinds = dict(
            Faseperiode.objects.filter(traject__client__in=pks, tot=None).values_list("traject", "van")
        )
        gesproken = van(Gesprek).filter(aanwezigheid=Aanwezigheid.AANWEZIG)
        self.laatste_contact = dict(gesproken.order_by().values_list("client").annotate(Max("op")))
        self.met_doel = set(van(Doel).values_list("client", flat=True))
        self.met_intake = set(van(Intake).values_list("client", flat=True))
        self.punten = _per_client(Actiepunt.objects.open().filter(client__in=pks))
        self.contracten = _per_client(Tewerkstelling.objects.art60().filter(client__in=pks, tot__gt=op))
        self.werkervaring = {rij.client_id: rij for rij in Werkervaring.objects.lopend().filter(client__in=pks)}
        komend = Afspraak.objects.komend(op).filter(client__in=pks)
        self.afspraak = dict(komend.order_by().values_list("client").annotate(Min("begint_op")))
        self.termijnen = _per_client(Termijn.objects.open().filter(client__in=pks))
        self.afgevinkt = {
            (t.client_id, t.soort, t.sleutel, t.vervalt_op)
            for t in van(Termijn).filter(gesloten_op__isnull=False, voldaan_door__isnull=False)
        }
        self.standen = {rij.client_id: rij for rij in van(Stand)}
        self.clienten = clienten
        self.lees_bronnen()

    def lees_bronnen(self) -> None:
        """What the sources promise follows from facts and rules: ask again when the rules are others."""
        volgt = {
            pk: rollen.get(Toewijzingsrol.ATB) or rollen.get(Toewijzingsrol.MW) for pk, rollen in self.volgers.items()
        }
        self.uit_bronnen = uit_bronnen(self.clienten, volgt, op=self.op)


def leid_af(client: Client, feiten: Dossierfeiten) -> Afgeleid:
    """One client, without a query, with the house rules of its OCMW."""
    with huisregels_van(client.ocmw_id):
        beloften = _open_beloften(client, feiten)
        return Afgeleid(beloften, _stand(client, feiten, beloften))


def _open_beloften(client: Client, feiten: Dossierfeiten) -> dict[Sleutel, Belofte]:
    """What the facts promise, less what was ticked off by hand, on the day it was put off to."""
    lopend = {(t.soort, t.sleutel): t for t in feiten.termijnen[client.pk]}
    open_: dict[Sleutel, Belofte] = {}
    for belofte in beloften_van(client, feiten):
        if (client.pk, belofte.soort, belofte.sleutel, belofte.vervalt_op) in feiten.afgevinkt:
            continue
        sleutel = (str(belofte.soort), belofte.sleutel)
        termijn = lopend.get(sleutel)
        uitgesteld = termijn.uitgesteld_tot if termijn else None
        dag = max(uitgesteld, belofte.vervalt_op) if uitgesteld else belofte.vervalt_op
        open_[sleutel] = Belofte(belofte.soort, dag, belofte.sleutel, belofte.verantwoordelijke_id, belofte.onderwerp)
    return open_


def beloften_van(client: Client, feiten: Dossierfeiten) -> list[Belofte]:
    """The same promises the apps derive one client at a time; a test compares the two."""
    if client.gesloten_op:
        return []
    op, volgers = feiten.op, feiten.volgers[client.pk]
    coach = volgers.get(Toewijzingsrol.ATB)
    wie = coach or volgers.get(Toewijzingsrol.MW)
    contact = feiten.laatste_contact.get(client.pk)
    beloften = beloften_van_bundel(
        feiten.bundels.get(client.pk),
        contact,
        coach=coach,
        dagen=regel("doorverwijzing.eerste_gesprek_dagen", op=op).waarde,
    )
    traject = lopend_traject(client, feiten)
    if traject:
        beloften += beloften_van_traject(
            traject,
            contact,
            heeft_doel=client.pk in feiten.met_doel,
            wie=wie,
            stilte_dagen=regel("traject.stilte_dagen", op=op).waarde,
            plan_dagen=regel("traject.plan_dagen", op=op).waarde,
        )
    elif feiten.trajecten[client.pk]:
        beloften += beloften_in_nazorg(
            feiten.trajecten[client.pk][-1],
            feiten.bundels.get(client.pk),
            contact,
            wie=wie,
            stilte_dagen=regel("traject.stilte_dagen", op=op).waarde,
        )
    beloften += [belofte_van_actiepunt(punt, wie) for punt in feiten.punten[client.pk]]
    dagen = regel("art60.waarschuwing_dagen", op=op).waarde
    for contract in feiten.contracten[client.pk]:
        beloften += waarschuwingen(contract, dagen, wie)
    if client.pk in feiten.werkervaring:
        beloften += waarschuwingen_voor_venster(feiten.werkervaring[client.pk], wie, op=op)
    beloften += feiten.uit_bronnen.get(client.pk, [])
    return beloften


def lopend_traject(client: Client, feiten: Dossierfeiten) -> Traject | None:
    return next((t for t in feiten.trajecten[client.pk] if t.afgesloten_op is None), None)


def _stand(client: Client, feiten: Dossierfeiten, beloften: dict[Sleutel, Belofte]) -> dict[str, Any]:
    volgers = feiten.volgers[client.pk]
    afspraak = None if client.gesloten_op else feiten.afspraak.get(client.pk)
    stap, sinds = stap_van(client, feiten)
    stand = {
        "ocmw_id": client.ocmw_id,
        "zoeknaam": client.zoeknaam,
        "taal": client.taal,
        "stap": int(stap),
        "coach_id": volgers.get(Toewijzingsrol.ATB),
        "mw_id": volgers.get(Toewijzingsrol.MW),
        "laatste_contact_op": feiten.laatste_contact.get(client.pk),
        "volgende_afspraak_op": timezone.localtime(afspraak).date() if afspraak else None,
        "eerste_termijn_op": min((b.vervalt_op for b in beloften.values()), default=None),
        "stilte_op": min((b.vervalt_op for b in beloften.values() if b.soort == CONTACT), default=None),
        **_einden(client, feiten),
    }
    return stand if sinds is None else {**stand, "stap_sinds": sinds}


def _einden(client: Client, feiten: Dossierfeiten) -> dict[str, date | None]:
    """First coming end: last day of an art.60 contract that runs or will, or of the 24 months."""
    if client.gesloten_op:
        return {"einde_op": None, "twe_einde_op": None}
    werkervaring = feiten.werkervaring.get(client.pk)
    venster = venster_vanaf(werkervaring.start).laatste_dag if werkervaring else None
    einden = [contract.tot - timedelta(days=1) for contract in feiten.contracten[client.pk] if contract.tot]
    if venster and venster >= feiten.op:
        einden.append(venster)
    return {"einde_op": min(einden, default=None), "twe_einde_op": venster}


def stap_van(client: Client, feiten: Dossierfeiten) -> tuple[Stap, date | None]:
    """Where the dossier stands on the way, and since when if a fact tells.

    Sending it back, reopening and starting an intake leave no date beside the journaal. Where more than one step fits
    the facts, the stored one is believed when it is among them.
    """
    if client.gesloten_op:
        return Stap.GESLOTEN, client.gesloten_op
    traject = lopend_traject(client, feiten)
    if traject:
        return STAP_VAN_FASE[traject.fase], feiten.fase_sinds.get(traject.pk)
    trajecten = feiten.trajecten[client.pk]
    voorbij = trajecten[-1].afgesloten_op if trajecten else None
    mogelijk = _stappen_zonder_traject(client, feiten, voorbij)
    bewaard = feiten.standen.get(client.pk)
    stap = Stap(bewaard.stap) if bewaard and bewaard.stap in mogelijk else mogelijk[0]
    return stap, voorbij if stap == Stap.NAZORG else None


def _stappen_zonder_traject(client: Client, feiten: Dossierfeiten, voorbij: date | None) -> list[Stap]:
    """Steps that fit the facts, the likeliest first; `voorbij` is the end of the last traject."""
    bundel = feiten.bundels.get(client.pk)
    if bundel and voorbij and (bundel.verstuurd_op or bundel.begonnen_op) < voorbij:
        bundel = None
    stappen = []
    if bundel and bundel.status in {Doorverwijsstatus.VERSTUURD, Doorverwijsstatus.AANVULLING}:
        stappen.append(Stap.DOORVERWEZEN)
    elif bundel and bundel.status == Doorverwijsstatus.AANVAARD:
        stappen.append(Stap.INTAKE)
    elif voorbij:
        stappen += [Stap.NAZORG, Stap.NIEUW]
    elif bundel:
        stappen.append(Stap.NIEUW)
    if client.pk in feiten.met_intake:
        stappen.append(Stap.INTAKE)
    return stappen or [Stap.NIEUW]
