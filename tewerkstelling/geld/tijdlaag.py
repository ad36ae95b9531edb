"""What VDAB pays per month as a lane of the picture of time."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.urls import reverse

from ocmw.kalender.woorden import euro
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.ui.tijdbeeld import Teken
from tewerkstelling.geld.berekening import Geldbron, geldbron_van
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten
from tewerkstelling.tijdbeeld import LAGEN, VOL, Laag
from tewerkstelling.werkstand import Werkstand

EEN_DAG = timedelta(days=1)


def geldlaag(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    """One bar per month, as high as what it pays; a month that pays less than it could is an empty one. One query, none when it was read
    before. Nothing for a window older than the rules we know."""
    if nu.werkervaring is None or nu.feiten.venster is None:
        return lambda werk: ()
    try:
        bron = geldbron_van(nu, nu.werkervaring, lees_rechten(nu.stand))
    except OnbekendeRegel:
        return lambda werk: ()
    adres = reverse("geld:vergoeding_detail", args=[nu.stand.client.pk])
    return lambda werk: _tekens(bron, werk, adres)


def _tekens(bron: Geldbron, werk: Werkstand, adres: str) -> list[Teken]:
    try:
        maanden = bron.alsof(werk.stand).uit.maanden
    except OnbekendeRegel:
        return []
    meest = max((maand.bedrag + maand.gemist for maand in maanden), default=0)
    if not meest:
        return []
    return [
        Teken(
            "geld",
            "gemist" if maand.gemist else "geld",
            maand.laatste_dag.replace(day=1),
            maand.laatste_dag + EEN_DAG,
            f"{euro(maand.bedrag)} van VDAB",
            f"{euro(maand.gemist)} gemist" if maand.gemist else "",
            adres,
            deel=float((maand.gemist or maand.bedrag) / meest),
        )
        for maand in maanden
        if maand.bedrag or maand.gemist
    ]


LAGEN.bied("geld", Laag(VOL, geldlaag))
