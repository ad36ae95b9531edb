"""What the nazorg promises: a next contact, and the days on which we look whether work lasts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from clienten.feiten import Feiten
from nazorg.loop import nazorglopen
from nazorg.meetmomenten import meetmomenten
from nazorg.models import Nazorgkeuze, Uitkomst
from ocmw.termijnen.belofte import Belofte, belofte_in_stappen
from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap, belooft
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.models import Tewerkstelling
from trajecten.beloften import neemt_contact_over
from trajecten.models import Doorverwijzing, Gesprek, Traject
from trajecten.twe.models import Werkervaring

# From which rows it follows whether nazorg runs, and since when.
_LOOP = (Tewerkstelling, Werkervaring, Traject, Doorverwijzing)
NAZORGCONTACT = Termijnsoort(
    "nazorgcontact",
    "Nazorg: hoe gaat het?",
    uitleg="Art.60 is gedaan. Elk gesprek telt als contact.",
    vanzelf="Noteer het contact of een gesprek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("nazorg_beheren", "Noteer een contact", "nazorg:nazorgcontact_create"),
    rol=Termijnrol.STILTE,
    regel="traject.stilte_dagen",
    volgt=(*_LOOP, Gesprek, Eindepunt, Nazorgkeuze),
)
UITKOMST = Termijnsoort(
    "uitkomst",
    "Kijk na of de cliënt werkt",
    uitleg="Op vaste dagen na de uitstroom kijken we wat iemand doet.",
    vanzelf="Noteer de uitkomst. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("nazorg_beheren", "Noteer de uitkomst", "nazorg:nazorg_detail"),
    regel="uitstroom.meetmomenten",
    volgt=(*_LOOP, Gesprek, Eindepunt, Nazorgkeuze, Uitkomst),
)


@neemt_contact_over("nazorg", volgt=(*_LOOP, Gesprek, Eindepunt, Nazorgkeuze))
def met_nazorgcontact(feiten: Feiten) -> Collection[int]:
    """Nazorg that runs: after the 24 months the phase of the traject counts again, if it still runs."""
    return [
        pk for pk, loop in feiten.lees(nazorglopen).items() if not loop.contact_tot or loop.contact_tot >= feiten.op
    ]


@belooft(NAZORGCONTACT)
def contact_in_de_nazorg(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    dagen = NAZORGCONTACT.tijd(feiten.op)["nazorg"]
    lopen = feiten.lees(nazorglopen)
    for pk in met_nazorgcontact(feiten):
        dag = lopen[pk].volgende_op(dagen)
        if dag:
            yield pk, Belofte(NAZORGCONTACT, dag, "", lopen[pk].wie)


@belooft(UITKOMST)
def uitkomst_nagaan(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One line for each exit: the last day that came and nobody noted, or the next one."""
    regels, genoteerd = UITKOMST.tijd(feiten.op), feiten.lees(laatst_genoteerd)
    for pk, loop in feiten.lees(nazorglopen).items():
        if loop.contract is None or loop.uitstroom_op is None:
            continue
        gehad = genoteerd.get(loop.contract.pk)
        momenten = {m.dag: m.naam for m in meetmomenten(loop.uitstroom_op, regels)}
        dagen = [dag for dag in momenten if gehad is None or dag > gehad]
        belofte = belofte_in_stappen(UITKOMST, f"contract:{loop.contract.pk}", dagen, op=feiten.op, wie=loop.wie)
        if belofte:
            yield pk, replace(belofte, onderwerp=momenten[belofte.vervalt_op].lower())


def laatst_genoteerd(feiten: Feiten) -> Mapping[int, date]:
    """Per contract the last day that was looked at."""
    rijen = Uitkomst.objects.filter(client__in=feiten.open).order_by("peildag")
    return dict(rijen.values_list("contract", "peildag"))
