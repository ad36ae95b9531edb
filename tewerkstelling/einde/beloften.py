"""Before art.60 ends we prepare it, as long as the list has open points (F10): one line for each end, with its steps."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from clienten.feiten import Feiten
from ocmw.kalender.maanden import plus_maanden
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.belofte import Belofte, belofte_in_stappen, einde_in_woorden, stappen_voor_einde
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.beloften import contracten
from tewerkstelling.einde.lijst import eindelijst, vragen_uit
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling

# An import brings contracts that ended long ago; nobody prepares those any more.
NOG_DAGEN = 30
EINDE_ART60 = Termijnsoort(
    "einde_art60",
    "Bereid het einde van art.60 voor",
    uitleg="Kan de cliënt blijven, welke maatregel past, en zijn de papieren klaar?",
    stap=Volgendestap("dossier_lezen", "Open de lijst", "einde:einde"),
    regel="einde.voorbereiding_maanden",
    volgt=(Tewerkstelling, Eindepunt),
)


@belooft(EINDE_ART60)
def einde_voorbereiden(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One promise per art.60 contract that ends and is not followed at once by another one; none without open points.

    It asks again so many months (when to begin) and so many days (when it comes near) before the last day, and on that day.
    """
    op, eindigt = feiten.op, feiten.lees(eindigende_contracten)
    if not eindigt:
        return
    maanden, dagen = EINDE_ART60.tijd(op), regel("art60.waarschuwing_dagen", op=op).waarde
    vragen = vragen_uit(regel("einde.vragen", op=op).waarde)
    for contract, laatste_dag in eindigt:
        antwoorden = feiten.lees(eindepunten).get(contract.pk, {})
        lijst = eindelijst(vragen, antwoorden, laatste_dag=laatste_dag, op=op)
        if all(punt.klaar for punt in lijst):
            continue
        belofte = belofte_in_stappen(
            EINDE_ART60,
            f"tewerkstelling:{contract.pk}",
            [
                max(contract.van, plus_maanden(laatste_dag, -maanden)),
                *stappen_voor_einde(contract.van, laatste_dag, dagen),
                laatste_dag,
            ],
            op=op,
            wie=feiten.wie(contract.client_id),
            onderwerp=einde_in_woorden(laatste_dag),
        )
        if belofte:
            yield contract.client_id, belofte


def eindigende_contracten(feiten: Feiten) -> list[tuple[Tewerkstelling, date]]:
    """With their last day (included); of each client those that nothing follows at once."""
    sinds = feiten.op - timedelta(days=NOG_DAGEN)
    uit = []
    for pk in feiten.open:
        alle = feiten.lees(contracten).get(pk, [])
        art60 = [c for c in alle if c.soort == Contractsoort.ART60 and (c.tot is None or c.tot > sinds)]
        uit += [(c, c.laatste_dag) for c in art60 if c.laatste_dag and not _loopt_door(c, art60)]
    return uit


def eindepunten(feiten: Feiten) -> Mapping[int, dict[str, Eindepunt]]:
    """Per contract that ends: the answers, by the code of their point."""
    antwoorden: dict[int, dict[str, Eindepunt]] = defaultdict(dict)
    for punt in Eindepunt.objects.filter(contract__in=[c.pk for c, _ in feiten.lees(eindigende_contracten)]):
        antwoorden[punt.contract_id][punt.code] = punt
    return antwoorden


def _loopt_door(contract: Tewerkstelling, alle: Sequence[Tewerkstelling]) -> bool:
    """A renewal is no end: the next art.60 contract starts the day after."""
    return any(ander.client_id == contract.client_id and ander.van == contract.tot for ander in alle)
