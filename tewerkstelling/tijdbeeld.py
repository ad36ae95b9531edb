"""The picture of time of one dossier (docs/adr/0038): one loader, for every page, paper and wat-als. It decides what the reader may
see; each room above offers its lane, in the dossier as it is and as it would be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from django.urls import reverse
from django.utils.timezone import localtime

from ocmw.kalender.klok import begin_van
from ocmw.kalender.woorden import getal
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.plaats import naar
from ocmw.ui.tijdbeeld import Beeldmaat, Teken, Tijdbeeld, punt
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.werkstand import Werkstand
from trajecten.enums import Afspraakstatus
from trajecten.models import Afspraak, Gesprek
from trajecten.twe.beeld import kader, venstermijlpalen, werktekens

EEN_DAG = timedelta(days=1)
MEESTE_GESPREKKEN = 200
ALLE = frozenset({Beeldmaat.KOP, Beeldmaat.VOL})
VOL = frozenset({Beeldmaat.VOL})


class Laaglezer(Protocol):
    """The dossier as it is, and whether the reader may read what is shielded -> its facts in some state of that dossier."""

    def __call__(self, nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]: ...


@dataclass(frozen=True)
class Laag:
    """What a room offers. `maten`: the sizes it is read for; what the middle size has no room for costs no query there."""

    maten: frozenset[Beeldmaat]
    lees: Laaglezer


LAGEN: Aanbod[Laag] = Aanbod("lagen van het tijdbeeld")


class Tijdlezing:
    """What is read once to draw a dossier as it is (`beeld()`) and as it would be."""

    def __init__(self, werk: Werkstand, *, afgeschermd: bool, maat: Beeldmaat = Beeldmaat.VOL) -> None:
        """`afgeschermd`: the reader may read what is about health or addiction."""
        self.werk, self.maat = werk, maat
        heeft_beeld = kader(werk.feiten, op=werk.op) is not None
        self._lagen = (
            [laag.lees(werk, afgeschermd=afgeschermd) for laag in LAGEN if maat in laag.maten] if heeft_beeld else []
        )

    def beeld(self, werk: Werkstand | None = None) -> Tijdbeeld | None:
        werk = werk or self.werk
        if (vak := kader(werk.feiten, op=werk.op)) is None:
            return None
        start, laatste_dag, venster = vak
        tekens = tuple(teken for laag in self._lagen for teken in laag(werk))
        return Tijdbeeld(self.maat, start, laatste_dag, werk.op, tekens, venster=venster)


def lees_tijdbeeld(werk: Werkstand, *, afgeschermd: bool, maat: Beeldmaat = Beeldmaat.VOL) -> Tijdbeeld | None:
    """As the dossier is; None without a window and without a contract."""
    return Tijdlezing(werk, afgeschermd=afgeschermd, maat=maat).beeld()


def _werk(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    client = nu.stand.client.pk
    adressen = {
        "werk": f"{naar('werk', client)}#kop-contracten",
        "onderbreking": naar("rechten", client),
        "nazorg": naar("nazorg", client),
    }
    return lambda werk: [replace(teken, adres=adressen[teken.soort]) for teken in werktekens(werk.feiten)]


def _komt(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    adres = naar("werk", nu.stand.client.pk)

    def tekens(werk: Werkstand) -> list[Teken]:
        einden = [
            punt("komt", "mijlpaal", c.laatste_dag, "Laatste dag van het contract")
            for c in werk.feiten.contracten
            if c.laatste_dag and c.laatste_dag >= werk.op
        ]
        return [replace(teken, adres=adres) for teken in (*einden, *venstermijlpalen(werk.feiten))]

    return tekens


def _uren(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    adres = naar("rechten", nu.stand.client.pk)
    return lambda werk: [teken for contract in werk.contracten for teken in _urentekens(contract, adres)]


def _urentekens(contract: Tewerkstelling, adres: str) -> list[Teken]:
    """The hours of one contract, a new block from each day they change."""
    if contract.uren_per_week is None:
        return []
    begin: list[tuple[date, Decimal | Fraction]] = [(contract.van, contract.uren_per_week)]
    begin += [(regime.vanaf, regime.uren) for regime in contract.regimes]
    einden = [*(dag for dag, _ in begin[1:]), contract.tot]
    vol = getal(contract.voltijds_uren)
    return [
        Teken("uren", "uren", van, tot, f"{getal(uren)} u", f"van {vol} uren per week", adres)
        for (van, uren), tot in zip(begin, einden, strict=True)
    ]


def _gesprekken(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    """Talks that the reader may read, and the appointments that are agreed on. Two queries, once per page."""
    client = nu.stand.client.pk
    tekens = nu.stand.eenmaal(
        f"gesprekken:{afgeschermd}",
        lambda: [*_gesprektekens(client, afgeschermd=afgeschermd), *_afspraaktekens(client, op=nu.op)],
    )
    return lambda werk: tekens


def _gesprektekens(client: int, *, afgeschermd: bool) -> Iterable[Teken]:
    rijen = Gesprek.objects.filter(client=client)
    if not afgeschermd:
        rijen = rijen.filter(afgeschermd=False)
    adres = reverse("trajecten:gesprek_list", args=[client])
    for rij in rijen.only("op", "kanaal", "aanwezigheid").order_by("-op", "-pk")[:MEESTE_GESPREKKEN]:
        label = str(rij.get_kanaal_display())
        if rij.is_contact:
            yield punt("gesprek", "gesprek", rij.op, label, adres=adres)
        else:
            yield punt(
                "gesprek", "niet_bereikt", rij.op, label, uitleg=str(rij.get_aanwezigheid_display()), adres=adres
            )


def _afspraaktekens(client: int, *, op: date) -> Iterable[Teken]:
    rijen = Afspraak.objects.filter(client=client, status=Afspraakstatus.GEPLAND, begint_op__gte=begin_van(op))
    for rij in rijen.only("begint_op").order_by("begint_op", "pk")[:MEESTE_GESPREKKEN]:
        adres = reverse("trajecten:afspraak_wijzigen", args=[client, rij.pk])
        yield punt("gesprek", "gepland", localtime(rij.begint_op).date(), "Afspraak", adres=adres)


LAGEN.bied("werk", Laag(ALLE, _werk))
LAGEN.bied("komt", Laag(ALLE, _komt))
LAGEN.bied("uren", Laag(VOL, _uren))
LAGEN.bied("gesprekken", Laag(VOL, _gesprekken))
