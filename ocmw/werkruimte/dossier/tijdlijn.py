"""One stream of everything that happened with a client, newest first.

Every source is a queryset with the same columns, scoped and shielded for the reader; one UNION ALL sorts and cuts them,
one counts per kind. A page costs two queries however long the file is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, Count, DateField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from clienten.models import Client
from clienten.models.client import zichtvorm
from ocmw.toegang.models import Medewerker
from ocmw.ui.vastevraag import Plek, VasteVraag, Vragenkas
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


# What differs from one question to the next; everything else of it is fixed for a reader.
CLIENT = Plek("client", BigIntegerField())
VAN, TOT, NA_DAG = (Plek(naam, DateField()) for naam in ("van", "tot", "na_dag"))
NA_RIJ = Plek("na_rij", BigIntegerField())


def _rijen(bron: Tijdlijnbron, lezer: Medewerker, *, van: bool, tot: bool) -> QuerySet[Any, Any]:
    manager: Any = bron.model._default_manager
    vraag = manager.filter(bron.waar, **{bron.pad: CLIENT})
    if hasattr(vraag, "zichtbaar_voor"):
        vraag = vraag.zichtbaar_voor(lezer)
    # The client was scoped at the door; a Faseperiode has no shielded rows of its own.
    vraag = vraag.order_by().annotate(dag=Cast(bron.dag, DateField()))
    if van:
        vraag = vraag.filter(dag__gte=VAN)
    return vraag.filter(dag__lte=TOT) if tot else vraag


def _na(vraag: QuerySet[Any, Any], nummer: int, na_bron: int | None) -> QuerySet[Any, Any]:
    """Keyset: strictly after the cursor in the order (newest day, source, newest row)."""
    if na_bron is None:
        return vraag
    if nummer > na_bron:
        return vraag.filter(dag__lte=NA_DAG)
    if nummer < na_bron:
        return vraag.filter(dag__lt=NA_DAG)
    return vraag.filter(Q(dag__lt=NA_DAG) | Q(dag=NA_DAG, pk__lt=NA_RIJ))


def lees_cursor(tekst: str) -> tuple[date, int, int] | None:
    """ "2026-11-22.3.55"; anything else is the first page."""
    try:
        dag, bron, rij = tekst.split(".")
        return date.fromisoformat(dag), int(bron), int(rij)
    except ValueError:
        return None


# Put together once per kind of reader and shape of filter: two dozen sources cost more to write than to read.
VRAGEN: Vragenkas[VasteVraag] = Vragenkas(256)


def _vraag(maak: Callable[..., QuerySet[Any, Any]], lezer: Medewerker, **vorm: Any) -> VasteVraag:
    sleutel = (maak, zichtvorm(lezer), *vorm.values())
    return VRAGEN.geef(sleutel, lambda: VasteVraag.van(maak(lezer, **vorm)))


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
    na_dag, na_bron, na_rij = cursor or (None, None, None)
    if na_bron is not None:
        na_bron = max(-1, min(na_bron, len(BRONNEN)))  # whatever somebody typed in the address
    vraag = _vraag(_bladzijde, lezer, soort=soort, van=van is not None, tot=tot is not None, na_bron=na_bron)
    rijen = list(vraag.rijen(client=client.pk, van=van, tot=tot, na_dag=na_dag, na_rij=na_rij))
    regels = [_regel(*rij) for rij in rijen[:PER_BLADZIJDE]]
    return regels, regels[-1].cursor if len(rijen) > PER_BLADZIJDE else ""


def _bladzijde(lezer: Medewerker, *, soort: str, van: bool, tot: bool, na_bron: int | None) -> QuerySet[Any, Any]:
    delen = [
        _na(_rijen(bron, lezer, van=van, tot=tot), nummer, na_bron)
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
    return delen[0].union(*delen[1:], all=True).order_by("-dag", "bron", "-rij")[: PER_BLADZIJDE + 1]


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
    vraag = _vraag(_telling, lezer, van=van is not None, tot=tot is not None)
    tellen: dict[str, int] = {soort: 0 for soort, _ in SOORTEN}
    for soort, aantal in vraag.rijen(client=client.pk, van=van, tot=tot):
        tellen[soort] += aantal
    return tellen


def _telling(lezer: Medewerker, *, van: bool, tot: bool) -> QuerySet[Any, Any]:
    delen = [
        _rijen(bron, lezer, van=van, tot=tot)
        .annotate(soort_=Value(bron.soort, output_field=CharField()))
        .values("soort_")
        .annotate(aantal=Count("pk"))
        .values_list("soort_", "aantal")
        for bron in BRONNEN
    ]
    return delen[0].union(*delen[1:], all=True)
