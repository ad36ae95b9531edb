"""Hoe staat het ervoor? The facts of one dossier on one page, in as few queries as possible."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse

from clienten.enums import Stap
from clienten.journaalcodes import DOCUMENT_TOEGEVOEGD, DOCUMENT_VERWIJDERD
from clienten.models import Client, ClientQuerySet, Stand
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import nu
from ocmw.kalender.woorden import afstand, korte_dag
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.feit import Feit, getoond
from ocmw.ui.tijdbeeld import Beeldmaat
from ocmw.werkruimte.dossier.volgende_stap import EERSTE_FASEN, Bundelwacht, Stapfeiten, Volgende, Wacht, volgende_stap
from tewerkstelling.geld.berekening import Geldbron, Geldstand
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten, lees_rechten, rechtenstand
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import Werkstand, werkstand
from trajecten.actions import fasefeiten
from trajecten.beloften import ACTIEPUNT, BUNDEL
from trajecten.enums import Doorverwijsstatus
from trajecten.fasen import Fase, poort
from trajecten.journaalcodes import (
    ACTIEPUNT_GEWIJZIGD,
    DOEL_GEWIJZIGD,
    FASEVRAAG_BEANTWOORD,
    GESPREK_GENOTEERD,
    GESPREK_GEWIJZIGD,
    RANDPROBLEEM_GEWIJZIGD,
)
from trajecten.models import Doorverwijzing, Middel
from trajecten.twe.models import Werkervaring

TERMIJNEN, PUNTEN, NOTITIES, PROBLEMEN, WIJZIGINGEN = 3, 5, 3, 4, 20
# "Your last visit" is the last time you looked before this sitting.
ZIT_MINUTEN = 60
# Somebody without the right must not learn from the log that there is something about health.
AFSCHERMBAAR = (
    GESPREK_GENOTEERD,
    GESPREK_GEWIJZIGD,
    FASEVRAAG_BEANTWOORD,
    RANDPROBLEEM_GEWIJZIGD,
    DOEL_GEWIJZIGD,
    ACTIEPUNT_GEWIJZIGD,
    DOCUMENT_TOEGEVOEGD,
    DOCUMENT_VERWIJDERD,
)


def met_venster(clienten: ClientQuerySet) -> ClientQuerySet:
    """With the key, first day and day it was stopped of the werkervaringsovereenkomst in view."""
    in_beeld = Werkervaring.objects.in_beeld_eerst().filter(client=OuterRef("pk"))
    velden = {f"twe_{naam}": Subquery(in_beeld.values(naam)[:1]) for naam in ("pk", "start", "gestopt_op")}
    middel = Middel.objects.filter(client=OuterRef("pk"), resultaat="")
    return clienten.annotate(**velden, heeft_middel=Exists(middel))


def werk_van(client: Client, *, op: date) -> Werkstand:
    """For a client of `met_venster`: one query less."""
    start: date | None = getattr(client, "twe_start", None)
    gestopt: date | None = getattr(client, "twe_gestopt_op", None)
    pk: int | None = getattr(client, "twe_pk", None)
    in_beeld = [Werkervaring(pk=pk, client=client, start=start, gestopt_op=gestopt)] if start else []
    return werkstand(client, op=op, werkervaringen=in_beeld)


def geld_van(client: Client, werk: Werkstand, rechten: Rechtenfeiten) -> Geldstand | None:
    """What VDAB pays for the window in view: one query. None without one, or when it is older than the rules we know."""
    if werk.werkervaring is None or werk.feiten.venster is None:
        return None
    try:
        bron = Geldbron(client, werk.werkervaring, op=werk.op, contracten=werk.contracten, rechten=rechten)
        return bron.nu()
    except OnbekendeRegel:
        return None


@dataclass(frozen=True)
class Kopzin:
    """The state of the dossier in a few sentences, with the facts they are made of."""

    zin: str
    stand: Stand
    werk: Werkstand

    @property
    def toont(self) -> dict[str, Feit]:
        nu = self.werk.nu.pk if self.werk.nu else None
        return self.werk.nazorg.toont | getoond(laatste_contact=self.stand.laatste_contact_op, werkt_nu=nu)


def standzin(client: Client, stand: Stand, werk: Werkstand, *, op: date) -> str:
    """The state of the dossier in a few sentences."""
    if client.gesloten_op:
        return f"Gesloten op {korte_dag(client.gesloten_op)}: {client.get_sluitreden_display().lower()}."
    sinds = f" sinds {korte_dag(stand.stap_sinds)} ({afstand(stand.stap_sinds, op)})" if stand.stap_sinds else ""
    fase = "Fase " if Stap.FASE_1 <= stand.stap <= Stap.FASE_5 else ""
    zinnen = [f"{fase}{stand.get_stap_display()}{sinds}.", _werkzin(werk, op)]
    if stand.laatste_contact_op:
        zinnen.append(f"Laatste contact {afstand(stand.laatste_contact_op, op)}.")
    else:
        zinnen.append("Nog geen contact genoteerd.")
    if werk.feiten.venster:
        einde, gestopt = werk.feiten.venster.einde, werk.feiten.venster.gestopt_op
        wat = "De tijdelijke werkervaring" if gestopt else "De 24 maanden"
        woord = (
            ("loopt" if gestopt else "lopen") if einde >= op else ("stopte vroeger en liep" if gestopt else "liepen")
        )
        zinnen.append(f"{wat} {woord} tot en met {korte_dag(einde)} ({afstand(einde, op)}).")
    return " ".join(filter(None, zinnen))


def _werkzin(werk: Werkstand, op: date) -> str:
    contract = werk.nu or werk.straks
    if contract is None:
        return ""
    waar = f" bij {contract.werkplek.werkgever.naam}" if contract.werkplek else ""
    soort = contract.get_soort_display()
    if contract is werk.straks:
        return f"Begint {korte_dag(contract.van)}{waar} ({soort})."
    einde = f" tot en met {korte_dag(contract.laatste_dag)}" if contract.laatste_dag else ""
    return f"Werkt{waar} ({soort}){einde}."


def _wacht(termijn: Termijn, lezer: Medewerker) -> Wacht:
    soort = TERMIJNSOORTEN.get(termijn.soort)
    stap = soort.stap if soort and soort.stap and soort.stap.recht in lezer.rechten else None
    zin = f"{termijn.soort_in_woorden}: {termijn.onderwerp}" if termijn.onderwerp else termijn.soort_in_woorden
    pagina = stap.adres(termijn.client_id) if stap else ""
    label = stap.label if stap else ""
    return Wacht(zin, termijn.vervalt_op, termijn.uitleg, label, pagina, van_de_bundel=termijn.soort == BUNDEL)


def _bundel(client: Client, stand: Stand, lezer: Medewerker) -> Bundelwacht | None:
    """The referral that waits, for who must answer it and for who sent it. One query, only while it is sent."""
    if stand.stap != Stap.DOORVERWEZEN:
        return None
    bundel = Doorverwijzing.objects.lopend().filter(client=client).select_related("van", "aan").first()
    if bundel is None or bundel.verstuurd_op is None:
        return None
    bundel.client = client
    if bundel.status == Doorverwijsstatus.AANVULLING:
        doe = "Vul de doorverwijzing aan." if lezer.pk == bundel.van_id else ""
        return Bundelwacht("een aanvulling", bundel.van.naam, bundel.behandeld_op or bundel.verstuurd_op, doe)
    doe = "Beantwoord de doorverwijzing." if bundel.wacht_op(lezer) else ""
    wie = bundel.aan.naam if bundel.aan else f"het team van {client.ocmw}"
    return Bundelwacht("een antwoord", wie, bundel.verstuurd_op, doe)


def _poort(client: Client, stand: Stand, lezer: Medewerker) -> tuple[str, ...]:
    """What the gate of one of the first phases asks; from phase 4 on, evaluations and the end list promise it with a day."""
    if stand.stap not in EERSTE_FASEN or not lezer.mag(Recht.TRAJECT_BEHEREN):
        return ()
    traject = client.trajecten.lopend().first()
    if traject is None:
        return ()
    feiten = fasefeiten(traject, lezer=lezer)
    return poort(feiten, Fase(feiten.fase + 1)).zacht


def stap_van(client: Client, termijnen: Sequence[Termijn], *, lezer: Medewerker, op: date) -> Volgende:
    """The next step of this dossier for this reader; the gate is read only when nothing is due."""
    stand: Stand = client.stand
    afspraak = stand.volgende_afspraak_op
    wachtend = [_wacht(termijn, lezer) for termijn in termijnen]
    nu_te_doen = bool(client.gesloten_op) or any(wacht.vervalt_op <= op for wacht in wachtend)
    feiten = Stapfeiten(
        stap=stand.stap,
        gesloten=client.gesloten_op is not None,
        heeft_coach=stand.coach_id is not None,
        rechten=lezer.rechten,
        termijnen=wachtend,
        poort=() if nu_te_doen else _poort(client, stand, lezer),
        afspraak=afspraak if afspraak and afspraak >= op else None,
        bundel=_bundel(client, stand, lezer),
    )
    stap = volgende_stap(feiten, op=op)
    return replace(stap, pagina=reverse(stap.pagina, args=[client.pk])) if ":" in stap.pagina else stap


def onderbroken(werk: Werkstand, *, op: date) -> Onderbrekingsdagen | None:
    """What interrupts the work that runs, today."""
    lopend = {contract.pk for contract in werk.contracten if contract.tot is None or contract.tot > op}
    return next(
        (dagen for dagen in werk.onderbrekingen if dagen.van <= op < dagen.tot and dagen.contract_id in lopend), None
    )


def overzicht_van(client: Client, *, lezer: Medewerker, op: date) -> dict[str, Any]:
    werk = werk_van(client, op=op)
    termijnen = list(Termijn.objects.open().filter(client=client).leesbaar_voor(lezer))
    stap = stap_van(client, termijnen, lezer=lezer, op=op)
    daarna = termijnen[1:] if stap.uit_termijn else termijnen  # the first one is the step
    rechten = lees_rechten(werk.stand) if werk.art60 else None
    punten = client.actiepunten.zichtbaar_voor(lezer).open().select_related("medewerker").order_by("vervalt_op", "pk")
    problemen = client.randproblemen.zichtbaar_voor(lezer).belemmerend()
    notities = client.gesprekken.zichtbaar_voor(lezer).select_related("door").order_by("-op", "-pk")
    return {
        "werk": werk,
        "beeld": lees_tijdbeeld(werk, afgeschermd=lezer.mag(Recht.AFGESCHERMD_LEZEN), maat=Beeldmaat.KOP),
        "kop": Kopzin(standzin(client, client.stand, werk, op=op), client.stand, werk),
        "rechten": rechtenstand(rechten, werk.art60, op=op) if rechten and werk.art60 else None,
        "geld": geld_van(client, werk, rechten) if rechten and not client.gesloten_op else None,
        "stap": stap,
        "onderbroken": onderbroken(werk, op=op),
        "termijnen": [termijn for termijn in daarna if termijn.soort != ACTIEPUNT][: TERMIJNEN + 1],
        "meer_termijnen": TERMIJNEN,
        "punten": punten[:PUNTEN],
        "middelen": Middel.objects.filter(client=client, resultaat="")[:PROBLEMEN]
        if getattr(client, "heeft_middel", True)
        else [],
        "op": op,
        "problemen": problemen[: PROBLEMEN + 1],
        "meer_problemen": PROBLEMEN,
        "notities": notities[:NOTITIES],
    }


def wijzigingen_sinds(client: Client, *, lezer: Medewerker) -> tuple[Any, list[Journaalregel]]:
    """When `lezer` last looked, and what colleagues changed since (newest first, capped)."""
    eigen = Journaalregel.objects.filter(client_id=client.pk, medewerker_id=lezer.pk, soort=Journaalsoort.INZAGE)
    vorige = next((r.op for r in eigen.order_by("-op")[:50] if (nu() - r.op).total_seconds() > ZIT_MINUTEN * 60), None)
    if vorige is None:
        return None, []
    regels = Journaalregel.objects.filter(client_id=client.pk, soort=Journaalsoort.WIJZIGING, op__gt=vorige)
    regels = regels.exclude(medewerker_id=lezer.pk)
    if not lezer.mag(Recht.AFGESCHERMD_LEZEN):
        regels = regels.exclude(wat__in=AFSCHERMBAAR)
    return vorige, list(regels.order_by("-op", "-pk")[:WIJZIGINGEN])
