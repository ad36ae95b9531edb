"""One stream of everything that happened with a client, newest first.

Every source is a queryset with the same columns, scoped and shielded for the reader; one UNION ALL sorts and cuts them,
one counts per kind. A page costs two queries however long the file is.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, DateField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.dossier.bronnen import BRONNEN, SOORTEN, Tijdlijnbron

PER_BLADZIJDE = 30
KOLOMMEN = ("dag", "bron", "rij", "code_", "tekst_", "wie_")


@dataclass(frozen=True)
class Tijdlijnregel:
    dag: date
    soort: str
    icoon: str
    titel: str
    tekst: str
    wie: str
    adres: str
    rij: int
    eigen_pk: bool
    cursor: str


def _tekst(uitdrukking: Any) -> Any:
    leeg = Value("", output_field=TextField())
    return leeg if uitdrukking is None else Coalesce(Cast(uitdrukking, TextField()), leeg)


def _rijen(
    bron: Tijdlijnbron, client: Client, lezer: Medewerker, van: date | None, tot: date | None
) -> QuerySet[Any, Any]:
    manager: Any = bron.model._default_manager
    vraag = manager.filter(bron.waar, **{bron.pad: client})
    if hasattr(vraag, "zichtbaar_voor"):
        vraag = vraag.zichtbaar_voor(lezer)
    # The client was scoped at the door; a Faseperiode has no shielded rows of its own.
    vraag = vraag.order_by().annotate(dag=Cast(bron.dag, DateField()))
    if van:
        vraag = vraag.filter(dag__gte=van)
    return vraag.filter(dag__lte=tot) if tot else vraag


def _na(vraag: QuerySet[Any, Any], nummer: int, cursor: tuple[date, int, int] | None) -> QuerySet[Any, Any]:
    """Keyset: strictly after `cursor` in the order (newest day, source, newest row)."""
    if cursor is None:
        return vraag
    dag, bron, rij = cursor
    if nummer > bron:
        return vraag.filter(dag__lte=dag)
    if nummer < bron:
        return vraag.filter(dag__lt=dag)
    return vraag.filter(Q(dag__lt=dag) | Q(dag=dag, pk__lt=rij))


def lees_cursor(tekst: str) -> tuple[date, int, int] | None:
    """ "2026-11-22.3.55"; anything else is the first page."""
    try:
        dag, bron, rij = tekst.split(".")
        return date.fromisoformat(dag), int(bron), int(rij)
    except ValueError:
        return None


def tijdlijn(
    client: Client,
    *,
    lezer: Medewerker,
    soort: str = "",
    van: date | None = None,
    tot: date | None = None,
    cursor: tuple[date, int, int] | None = None,
) -> tuple[list[Tijdlijnregel], str]:
    """One page, and the cursor of the next ("" when this is the last)."""
    delen = [
        _na(_rijen(bron, client, lezer, van, tot), nummer, cursor)
        .annotate(
            bron=Value(nummer),
            rij=F("pk"),
            code_=_tekst(bron.code),
            tekst_=_tekst(bron.tekst),
            wie_=_tekst(bron.wie),
        )
        .values_list(*KOLOMMEN)
        for nummer, bron in enumerate(BRONNEN)
        if not soort or bron.soort == soort
    ]
    rijen = list(delen[0].union(*delen[1:], all=True).order_by("-dag", "bron", "-rij")[: PER_BLADZIJDE + 1])
    regels = [_regel(*rij) for rij in rijen[:PER_BLADZIJDE]]
    return regels, regels[-1].cursor if len(rijen) > PER_BLADZIJDE else ""


def _regel(dag: date, nummer: int, rij: int, code: str, tekst: str, wie: str) -> Tijdlijnregel:
    bron = BRONNEN[nummer]
    return Tijdlijnregel(
        dag=dag,
        soort=bron.soort,
        icoon=bron.icoon,
        titel=bron.zin(code),
        tekst=tekst,
        wie=wie.strip(),
        adres=bron.adres,
        rij=rij,
        eigen_pk=bron.eigen_pk,
        cursor=f"{dag.isoformat()}.{nummer}.{rij}",
    )


def aantallen(client: Client, *, lezer: Medewerker, van: date | None = None, tot: date | None = None) -> dict[str, int]:
    """How many per kind in the period, for the filters."""
    delen = [
        _rijen(bron, client, lezer, van, tot)
        .annotate(soort_=Value(bron.soort, output_field=CharField()))
        .values("soort_")
        .annotate(aantal=Count("pk"))
        .values_list("soort_", "aantal")
        for bron in BRONNEN
    ]
    tellen: dict[str, int] = {soort: 0 for soort, _ in SOORTEN}
    for soort, aantal in delen[0].union(*delen[1:], all=True):
        tellen[soort] += aantal
    return tellen
