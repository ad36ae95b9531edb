"""Make the open termijnen what the facts promise now: the one derivation, of one dossier or of five hundred. Actions, the import,
the nightly repair and the weekly check all ask this; the check only reads what it would do."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from clienten.feiten import Feiten
from clienten.handeling import VERVOLG
from clienten.stand import STANDDELEN, Feitsoorten, Standdeel, Termijndagen, volgt_uit
from ocmw.regels.opzoeken import huisregels_van, regelboek
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN, Termijnrol, Termijnsoort, met_rol
from ocmw.ui.veelrijen import voeg_toe

Verandering = Mapping[str, Any]
Opendag = tuple[str, date]  # the kind of an open termijn, and when it falls due


def beloften(feiten: Feiten, soorten: Iterable[Termijnsoort] | None = None) -> dict[int, list[Belofte]]:
    """Per client what is promised of these kinds (default: of all); a closed dossier promises nothing."""
    gevraagd = set(TERMIJNSOORTEN if soorten is None else soorten)
    per: dict[int, list[Belofte]] = defaultdict(list)
    bronnen = dict.fromkeys(soort.bron for soort in TERMIJNSOORTEN if soort in gevraagd and soort.bron)
    # A source is asked once per set of house rules; the facts were read for all of them.
    for ocmw, groep in per_huis(feiten).items():
        with huisregels_van(ocmw):
            for bron in bronnen:
                for client, belofte in bron(feiten):
                    if client in groep and belofte.soort in gevraagd:
                        per[client].append(belofte)
    return per


def per_huis(feiten: Feiten) -> dict[int, set[int]]:
    """The open dossiers by OCMW, those of OCMWs with the same house rules together under one of them."""
    boek = regelboek()
    huizen: dict[int | None, tuple[int, set[int]]] = {}
    for pk in feiten.open:
        ocmw = feiten.clienten[pk].ocmw_id
        huizen.setdefault(boek.huis(ocmw), (ocmw, set()))[1].add(pk)
    return dict(huizen.values())


def open_dagen(feiten: Feiten) -> Mapping[int, list[Opendag]]:
    """What the list row says: everybody reads that row, so what is shielded stays out of it."""
    dagen: dict[int, list[Opendag]] = defaultdict(list)
    open_ = Termijn.objects.open().filter(client__in=feiten.pks, afgeschermd=False).order_by()
    for client, soort, dag in open_.values_list("client", "soort", "vervalt_op"):
        dagen[client].append((soort, dag))
    return dagen


@dataclass
class Termijnplan:
    """What has to be written: rows to open, rows that move (with what they become), rows whose promise was kept.

    `dagen` is what is open after that, per client."""

    op: date
    nieuw: list[Termijn] = field(default_factory=list)
    verzet: list[tuple[Termijn, Verandering]] = field(default_factory=list)
    gehouden: list[Termijn] = field(default_factory=list)
    dagen: dict[int, list[Opendag]] = field(default_factory=lambda: defaultdict(list))

    def schrijf(self) -> None:
        for termijn, anders in self.verzet:
            for naam, waarde in anders.items():
                setattr(termijn, naam, waarde)
        meteen = [t for t in (*self.nieuw, *(t for t, _ in self.verzet)) if self._hoort_meteen(t)]
        for termijn in meteen:
            termijn.gemarkeerd_op = self.op
        if self.nieuw:
            voeg_toe(self.nieuw)
        if self.verzet:
            velden = sorted({"gemarkeerd_op", *(naam for _, anders in self.verzet for naam in anders)})
            Termijn.objects.bulk_update([termijn for termijn, _ in self.verzet], velden)
        if self.gehouden:
            weg = Termijn.objects.filter(pk__in=[termijn.pk for termijn in self.gehouden])
            weg.update(gesloten_op=self.op, voldaan=True)
        if meteen:
            Melding.objects.bulk_create(
                Melding(termijn=t, medewerker_id=t.verantwoordelijke_id, vervalt_op=t.vervalt_op, op=self.op)
                for t in meteen
            )

    def _hoort_meteen(self, termijn: Termijn) -> bool:
        soort = TERMIJNSOORTEN.get(termijn.soort)
        return bool(soort and soort.meteen and termijn.vervalt_op <= self.op and termijn.gemarkeerd_op is None)


def maak_termijnplan(feiten: Feiten, soorten: Collection[Termijnsoort] | None = None) -> Termijnplan:
    """Compare what is open with what is promised of these kinds (None: of all); one query, nothing is written yet.

    A promise that moves loses its flag, so the sweep can flag it again on its new day; one that disappears was kept. One that
    was ticked off by hand for that day does not come back, one that was put off stays where it was put, and one that was handed over
    stays with that colleague.
    """
    plan, beloofd = Termijnplan(feiten.op), beloften(feiten, soorten)
    met_de_hand = Q(voldaan_door__isnull=False)
    if soorten is not None:
        met_de_hand &= Q(soort__in=soorten)
    rijen = Termijn.objects.filter(Q(gesloten_op=None) | met_de_hand, client__in=feiten.pks)
    rijen = rijen.select_related("doorgegeven_aan")
    lopend: dict[tuple[int, str, str], Termijn] = {}
    afgevinkt: dict[tuple[int, str, str], set[date]] = defaultdict(set)
    for rij in rijen:
        if rij.gesloten_op:
            afgevinkt[rij.client_id, rij.soort, rij.sleutel].add(rij.vervalt_op)
        elif soorten is None or rij.soort in soorten:
            lopend[rij.client_id, rij.soort, rij.sleutel] = rij
        elif not rij.afgeschermd:
            plan.dagen[rij.client_id].append((rij.soort, rij.vervalt_op))
    for pk, alle in beloofd.items():
        for belofte in alle:
            welke = pk, belofte.soort, belofte.sleutel
            if over := belofte.na(afgevinkt.get(welke, ()), op=feiten.op):
                _plan(plan, lopend.pop(welke, None), over, feiten, pk)
    plan.gehouden += lopend.values()
    return plan


def _plan(plan: Termijnplan, termijn: Termijn | None, belofte: Belofte, feiten: Feiten, client: int) -> None:
    if termijn is None:
        termijn = Termijn(
            client_id=client,
            ocmw_id=feiten.clienten[client].ocmw_id,
            soort=belofte.soort,
            sleutel=belofte.sleutel,
            onderwerp=belofte.onderwerp,
            vervalt_op=belofte.vervalt_op,
            volgende_op=belofte.volgende_op,
            verantwoordelijke_id=belofte.verantwoordelijke_id,
            geopend_op=feiten.op,
            afgeschermd=belofte.afgeschermd,
        )
        plan.nieuw.append(termijn)
        dag = belofte.vervalt_op
    else:
        anders = _verandering(termijn, belofte)
        dag = anders.get("vervalt_op", termijn.vervalt_op)
        if anders:
            plan.verzet.append((termijn, anders))
    if not belofte.afgeschermd:
        plan.dagen[client].append((belofte.soort, dag))


def _verandering(termijn: Termijn, belofte: Belofte) -> dict[str, Any]:
    uitgesteld = termijn.uitgesteld_tot is not None and termijn.uitgesteld_tot > belofte.vervalt_op
    wie = termijn.doorgegeven_aan
    wordt = {
        "vervalt_op": termijn.vervalt_op if uitgesteld else belofte.vervalt_op,
        "volgende_op": belofte.volgende_op,
        "verantwoordelijke_id": wie.pk if wie and wie.is_active else belofte.verantwoordelijke_id,
        "onderwerp": belofte.onderwerp,
        "afgeschermd": belofte.afgeschermd,
    }
    anders = {naam: waarde for naam, waarde in wordt.items() if getattr(termijn, naam) != waarde}
    return {**anders, "gemarkeerd_op": None} if "vervalt_op" in anders else anders


@VERVOLG.biedt("termijnen")
def richt(feiten: Feiten, soorten: Feitsoorten | None) -> Feitsoorten:
    """The kinds that follow from what changed; after it the list row follows too."""
    volgen = [soort for soort in TERMIJNSOORTEN if volgt_uit(soort.volgt, soorten)]
    if volgen:
        plan = maak_termijnplan(feiten, None if soorten is None else volgen)
        plan.schrijf()
        feiten.onthoud(open_dagen, plan.dagen)
    return {Termijn} if volgen else ()


def _termijndagen(feiten: Feiten) -> dict[int, Termijndagen]:
    stil = set(met_rol(Termijnrol.STILTE))
    return {
        pk: Termijndagen(
            min((dag for _, dag in dagen), default=None),
            min((dag for soort, dag in dagen if soort in stil), default=None),
        )
        for pk, dagen in feiten.lees(open_dagen).items()
    }


STANDDELEN.bied("termijnen", Standdeel(_termijndagen, (Termijn,)))
