"""Hoe staat het ervoor? The facts of one dossier on one page, in as few queries as possible."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from clienten.enums import Stap
from clienten.journaalcodes import DOCUMENT_TOEGEVOEGD, DOCUMENT_VERWIJDERD
from clienten.models import Client, ClientQuerySet, Stand
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import nu
from ocmw.kalender.woorden import afstand, korte_dag
from ocmw.termijnen.models import Termijn, TermijnQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.band import Band
from tewerkstelling.enums import Contractsoort
from tewerkstelling.feiten import periode_van
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenzin
from trajecten.beloften import ACTIEPUNT
from trajecten.journaalcodes import (
    ACTIEPUNT_GEWIJZIGD,
    DOEL_GEWIJZIGD,
    FASEVRAAG_BEANTWOORD,
    GESPREK_GENOTEERD,
    GESPREK_GEWIJZIGD,
    RANDPROBLEEM_GEWIJZIGD,
)
from trajecten.twe.beeld import maak_band
from trajecten.twe.gevolgen import Werkfeiten
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf

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
    """With `twe_start`, the start of the running werkervaringsovereenkomst."""
    lopend = Werkervaring.objects.lopend().filter(client=OuterRef("pk")).values("start")[:1]
    return clienten.annotate(twe_start=Subquery(lopend))


@dataclass(frozen=True)
class Werk:
    """What runs now, what comes, and the picture of the 24 months."""

    contracten: list[Tewerkstelling]
    nu: Tewerkstelling | None
    straks: Tewerkstelling | None
    band: Band | None
    feiten: Werkfeiten

    @property
    def art60(self) -> Tewerkstelling | None:
        """The art.60 contract that runs, or else the one that comes."""
        return next((c for c in (self.nu, self.straks) if c and c.soort == Contractsoort.ART60), None)


def werk_van(client: Client, *, op: date) -> Werk:
    contracten = list(
        Tewerkstelling.objects.filter(client=client).select_related("werkplek__werkgever").order_by("van", "pk")
    )
    start: date | None = getattr(client, "twe_start", None)
    feiten = Werkfeiten(
        contracten=tuple(periode_van(contract) for contract in contracten),
        venster=venster_vanaf(start) if start else None,
    )
    return Werk(
        contracten,
        nu=next((c for c in contracten if c.van <= op and (c.tot is None or c.tot > op)), None),
        straks=next((c for c in contracten if c.van > op), None),
        band=maak_band(feiten, op=op),
        feiten=feiten,
    )


def standzin(client: Client, stand: Stand, werk: Werk, *, op: date) -> str:
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
        einde = werk.feiten.venster.laatste_dag
        woord = "lopen" if einde >= op else "liepen"
        zinnen.append(f"De 24 maanden {woord} tot en met {korte_dag(einde)} ({afstand(einde, op)}).")
    return " ".join(filter(None, zinnen))


def _werkzin(werk: Werk, op: date) -> str:
    contract = werk.nu or werk.straks
    if contract is None:
        return ""
    waar = f" bij {contract.werkplek.werkgever.naam}" if contract.werkplek else ""
    soort = contract.get_soort_display()
    if contract is werk.straks:
        return f"Begint {korte_dag(contract.van)}{waar} ({soort})."
    einde = f" tot en met {korte_dag(contract.laatste_dag)}" if contract.laatste_dag else ""
    return f"Werkt{waar} ({soort}){einde}."


def overzicht_van(client: Client, *, lezer: Medewerker, op: date) -> dict[str, Any]:
    werk = werk_van(client, op=op)
    punten = client.actiepunten.zichtbaar_voor(lezer).open().select_related("medewerker").order_by("vervalt_op", "pk")
    problemen = client.randproblemen.zichtbaar_voor(lezer).belemmerend()
    notities = client.gesprekken.zichtbaar_voor(lezer).select_related("door").order_by("-op", "-pk")
    return {
        "werk": werk,
        "band": werk.band,
        "zin": standzin(client, client.stand, werk, op=op),
        "rechtenzin": rechtenzin(lees_rechten(client, werk.contracten), werk.art60, op=op) if werk.art60 else "",
        "termijnen": eerste_per("soort", Termijn.objects.filter(client=client).exclude(soort=ACTIEPUNT))[:TERMIJNEN],
        "punten": punten[:PUNTEN],
        "problemen": problemen[: PROBLEMEN + 1],
        "meer_problemen": PROBLEMEN,
        "notities": notities[:NOTITIES],
    }


def eerste_per(veld: str, termijnen: TermijnQuerySet) -> list[Termijn]:
    """The first open promise for each value of `veld`: 90, 60 and 30 days before one end are one message."""
    eerste: dict[str, Termijn] = {}
    for termijn in termijnen.open().order_by("vervalt_op", "pk")[:20]:
        eerste.setdefault(getattr(termijn, veld), termijn)
    return list(eerste.values())


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
