"""What the promises of every room above read of the contracts, and the ends the lists show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from clienten.feiten import Feiten, per_client
from clienten.stand import EINDEN, Standdeel
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from ocmw.ui.aanbod import Aanbod
from tewerkstelling.aanbod import werkfeit
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen, tel_dagen
from trajecten.beloften import lopend_traject
from trajecten.fasen import Fase
from trajecten.fasevoorstel import Faseverblijf, komend_voorstel
from trajecten.feiten import faseverblijven, trajecten
from trajecten.models import Faseperiode, Traject

FASEVOORSTEL = Termijnsoort(
    "fasevoorstel",
    "De fase klopt niet meer met het werk",
    uitleg="Het werk begon of eindigde, en het traject staat nog in de vorige fase. Neem het voorstel aan, of vink af als de fase toch klopt.",
    stap=Volgendestap("traject_beheren", "Bekijk het voorstel", "trajecten:traject_detail"),
    regel="traject.fasevoorstel_dagen",
    volgt=(Tewerkstelling, Traject, Faseperiode),
)
# Relations of a contract that a room wants at hand whenever contracts are read here: one row each, in the same query.
MET_CONTRACT: Aanbod[str] = Aanbod("wat een kamer bij elk contract leest")


def contracten(feiten: Feiten) -> Mapping[int, list[Tewerkstelling]]:
    """Every contract of each client, of any kind and any time, the first one first."""
    rijen = Tewerkstelling.objects.filter(client__in=feiten.pks).select_related("werkplek", *MET_CONTRACT)
    return per_client(rijen.order_by("van", "pk"))


def onderbrekingen(feiten: Feiten) -> Mapping[int, list[Onderbrekingsdagen]]:
    """Per contract, of every kind."""
    gevallen: dict[int, list[Onderbrekingsdagen]] = defaultdict(list)
    alle = [contract for rijen in feiten.lees(contracten).values() for contract in rijen]
    for geval in tel_dagen(Onderbreking.objects.filter(client__in=feiten.pks), alle, op=feiten.op):
        gevallen[geval.contract_id].append(geval)
    return gevallen


def art60_met_einde(feiten: Feiten) -> Iterator[tuple[int, Tewerkstelling, date]]:
    """Each art.60 contract whose last day is known and not past, with that day (included)."""
    for pk, rijen in feiten.lees(contracten).items():
        for rij in rijen:
            if rij.soort == Contractsoort.ART60 and rij.tot and rij.tot > feiten.op:
                yield pk, rij, rij.tot - timedelta(days=1)


@belooft(FASEVOORSTEL)
def fase_volgt_werk(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """So many days after the fact, when nobody took the step by then; also before it, so that the night needs not make it."""
    dagen = timedelta(days=FASEVOORSTEL.tijd(feiten.op))
    for pk, alle in feiten.lees(trajecten).items():
        traject = lopend_traject(alle)
        if traject is None or pk not in feiten.lees(contracten):
            continue
        werk = [werkfeit(contract) for contract in feiten.lees(contracten)[pk]]
        verblijf = feiten.lees(faseverblijven).get(traject.pk) or Faseverblijf(Fase(traject.fase), traject.gestart_op)
        voorstel = komend_voorstel(verblijf, werk, op=feiten.op)
        if voorstel:
            dag = voorstel.sinds + dagen
            yield pk, Belofte(FASEVOORSTEL, dag, voorstel.sleutel, feiten.wie(pk), voorstel.in_woorden)


def einden(feiten: Feiten) -> Mapping[int, list[date]]:
    dagen: dict[int, list[date]] = {}
    for pk, _, laatste_dag in art60_met_einde(feiten):
        dagen.setdefault(pk, []).append(laatste_dag)
    return dagen


EINDEN.bied("art60", Standdeel(einden, (Tewerkstelling,)))
