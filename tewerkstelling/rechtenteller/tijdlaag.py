"""The days for the benefit as a lane of the picture of time: what counted, what did not, what is still to come, and the day of the
rights. Without the kind of an interruption: everybody who sees the dossier sees this."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.urls import reverse

from ocmw.kalender.woorden import getal
from ocmw.ui.tijdbeeld import Teken, punt
from tewerkstelling.rechtenteller.rechtenstand import Rechtenstand, lees_rechten, rechtenstand
from tewerkstelling.tijdbeeld import ALLE, LAGEN, Laag
from tewerkstelling.werkstand import Werkstand

EEN_DAG = timedelta(days=1)
SOORT = {
    "geteld": ("telt", "Telt mee"),
    "inbegrepen": ("gelijk", "Telt ook mee"),
    "niet": ("onderbreking", "Telt niet mee"),
}


def rechtenlaag(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    """Of the art.60 contract people mean; two queries, none when they were read before."""
    if nu.art60 is None:
        return lambda werk: ()
    pk = nu.art60.pk
    adres = f"{reverse('rechtenteller:rechtenstand_detail', args=[nu.stand.client.pk])}?contract={pk}"

    def tekens(werk: Werkstand) -> list[Teken]:
        contract = next((c for c in werk.contracten if c.pk == pk), None)
        if contract is None:
            return []
        stand = rechtenstand(lees_rechten(werk.stand), contract, op=werk.op)
        return _tekens(stand, adres, werk.op) if stand.telling else []

    return tekens


def _tekens(stand: Rechtenstand, adres: str, op: date) -> list[Teken]:
    uit: list[Teken] = []
    for rij in sorted(stand.rijen, key=lambda rij: (rij.telt != "geteld", rij.van)):
        soort, label = SOORT[rij.telt]
        vorige = uit[-1] if uit else None
        if vorige and vorige.soort == soort and vorige.tot == rij.van:  # a month follows a month
            uit[-1] = Teken("rechten", soort, vorige.van, rij.tot_en_met + EEN_DAG, label, adres=adres)
        else:
            uit.append(Teken("rechten", soort, rij.van, rij.tot_en_met + EEN_DAG, label, adres=adres))
    teller, einde = stand.teller, stand.teller.verwacht_einde
    if einde and einde > op:
        begin = max(op + EEN_DAG, teller.feiten.start)
        woord = f"{getal(teller.resterend)} dagen"
        uit.append(Teken("rechten", "rest", begin, einde + EEN_DAG, "Nog te komen", woord, adres))
    if dag := stand.rechten_op or einde:
        uit.append(punt("komt", "mijlpaal", dag, f"{teller.nodig} dagen voor de rechten", adres=adres))
    return uit


LAGEN.bied("rechten", Laag(ALLE, rechtenlaag))
