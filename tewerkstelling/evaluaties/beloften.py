"""Evaluations, mentor forms and visits as promises. Of what was missed only the newest, and of what comes only the next:
a contract that was imported with its whole past floods nobody."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clienten.feiten import Feiten
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.beloften import contracten, onderbrekingen
from tewerkstelling.evaluaties.enums import Evaluatiesoort
from tewerkstelling.evaluaties.models import Evaluatie, Evaluatieschema, Mentorlink, Stem, Verzetting, Werkbezoek
from tewerkstelling.evaluaties.planning import Gepland, Planning
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rooster import antwoord_tegen

GEMIST_HOOGSTENS_DAGEN = 30
# The schedule is laid out from all of these at once.
_VOLGT = (Tewerkstelling, Onderbreking, Evaluatieschema, Verzetting, Evaluatie, Mentorlink, Stem, Werkbezoek)
MENTORFORMULIER = Termijnsoort(
    "mentorformulier",
    "Stuur het formulier naar de mentor",
    uitleg="De mentor vult zijn deel in voor het evaluatiegesprek.",
    vanzelf="Maak de link voor de mentor, of herinner aan het formulier. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Naar de evaluaties", "evaluaties:evaluatie_list"),
    regel="evaluatie.formulier_dagen",
    volgt=_VOLGT,
)
EVALUATIE = Termijnsoort(
    "evaluatie",
    "Evaluatie",
    uitleg="Volgens schema.",
    vanzelf="Rond de evaluatie af. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Naar de evaluaties", "evaluaties:evaluatie_list"),
    volgt=_VOLGT,
)
WERKBEZOEK = Termijnsoort(
    "werkbezoek",
    "Werkbezoek",
    uitleg="Volgens schema.",
    vanzelf="Noteer het bezoek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Naar de bezoeken", "evaluaties:evaluatie_list"),
    volgt=_VOLGT,
)
SOORTEN = (MENTORFORMULIER, EVALUATIE, WERKBEZOEK)


def lopende_contracten(feiten: Feiten) -> list[Tewerkstelling]:
    """Of any kind, that run or will."""
    alle = feiten.lees(contracten)
    return [c for pk in feiten.open for c in alle.get(pk, ()) if c.tot is None or c.tot > feiten.op]


@belooft(*SOORTEN)
def schema_volgen(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    op, lopend = feiten.op, lopende_contracten(feiten)
    if not lopend:
        return
    planning = Planning(lopend, op=op, gaten=feiten.lees(onderbrekingen))
    dagen = MENTORFORMULIER.tijd(op)
    werkdagen = regel("evaluatie.formulier_klaar_werkdagen", op=op).waarde
    for contract in lopend:
        coach = feiten.wie(contract.client_id)
        evaluaties = planning.evaluaties(contract)
        for soort, voorvoegsel, rijen in (
            (EVALUATIE, "evaluatie", [(e.op, e.code, e.naam, e.afgerond) for e in evaluaties]),
            (
                MENTORFORMULIER,
                "mentor",
                [
                    _formulier(e, contract.van, dagen=dagen, werkdagen=werkdagen)
                    for e in evaluaties
                    if e.soort == Evaluatiesoort.VOLLEDIG
                ],
            ),
            (
                WERKBEZOEK,
                "bezoek",
                [(b.op, b.moment.code, b.moment.naam, b.bezocht) for b in planning.bezoeken(contract)],
            ),
        ):
            for dag, code, naam in nieuwste_en_volgende(rijen, op=op):
                yield contract.client_id, Belofte(soort, dag, f"{voorvoegsel}:{contract.pk}:{code}", coach, naam)


def _formulier(gepland: Gepland, van: date, *, dagen: int, werkdagen: int) -> tuple[date, str, str, bool]:
    """First the link has to go out; from then on the answer has to come in."""
    klaar = gepland.beantwoord or gepland.afgerond
    if gepland.evaluatie and gepland.gevraagd_op:
        dag = antwoord_tegen(gepland.evaluatie.gehouden_op, gepland.gevraagd_op, werkdagen=werkdagen)
        return dag, f"{gepland.code}-antwoord", f"nog geen antwoord voor de evaluatie van {gepland.naam}", klaar
    dag = max(gepland.op - timedelta(days=dagen), van)
    return dag, gepland.code, f"voor de evaluatie van {gepland.naam}", klaar


def nieuwste_en_volgende(rijen: Sequence[tuple[date, str, str, bool]], *, op: date) -> list[tuple[date, str, str]]:
    """Of (day, code, name, kept): the newest missed one that is at most 30 days old and after the last one kept, and the
    first that is still to come."""
    open_ = [rij for rij in rijen if not rij[3]]
    gehouden = max((rij[0] for rij in rijen if rij[3]), default=date.min)
    gemist = [
        rij for rij in open_ if rij[0] < op and (op - rij[0]).days <= GEMIST_HOOGSTENS_DAGEN and rij[0] > gehouden
    ]
    komend = [rij for rij in open_ if rij[0] >= op]
    return [rij[:3] for rij in (*gemist[-1:], *komend[:1])]
