"""What a contract promises: look at what follows before an end that is coming."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from clienten.feiten import Feiten, per_client
from clienten.stand import EINDEN, Standdeel
from ocmw.termijnen.belofte import Belofte, beloften_voor_einde
from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap, belooft
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling

ART60_EINDE = Termijnsoort(
    "art60_einde",
    "Het art.60-contract loopt af",
    uitleg="Bereid het einde van het contract voor: kan de cliënt blijven, welke maatregel past?",
    stap=Volgendestap("dossier_lezen", "Bekijk het contract", "werk"),
    rol=Termijnrol.EINDEWAARSCHUWING,
    regel="art60.waarschuwing_dagen",
    volgt=(Tewerkstelling,),
)


def contracten(feiten: Feiten) -> Mapping[int, list[Tewerkstelling]]:
    """Every contract of each client, of any kind and any time, the first one first."""
    rijen = Tewerkstelling.objects.filter(client__in=feiten.pks).select_related("werkplek")
    return per_client(rijen.order_by("van", "pk"))


def art60_met_einde(feiten: Feiten) -> Iterator[tuple[int, Tewerkstelling, date]]:
    """Each art.60 contract whose last day is known and not past, with that day (included)."""
    for pk, rijen in feiten.lees(contracten).items():
        for rij in rijen:
            if rij.soort == Contractsoort.ART60 and rij.tot and rij.tot > feiten.op:
                yield pk, rij, rij.tot - timedelta(days=1)


@belooft(ART60_EINDE)
def contract_loopt_af(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """So many days before the last day, as the rule says; none that would fall before the contract starts."""
    for pk, rij, laatste_dag in art60_met_einde(feiten):
        for belofte in beloften_voor_einde(
            ART60_EINDE,
            f"tewerkstelling:{rij.pk}",
            van=rij.van,
            laatste_dag=laatste_dag,
            dagen=ART60_EINDE.tijd(feiten.op),
            wie=feiten.wie(pk),
        ):
            yield pk, belofte


def einden(feiten: Feiten) -> Mapping[int, list[date]]:
    dagen: dict[int, list[date]] = {}
    for pk, _, laatste_dag in art60_met_einde(feiten):
        dagen.setdefault(pk, []).append(laatste_dag)
    return dagen


EINDEN.bied("art60", Standdeel(einden, (Tewerkstelling,)))
