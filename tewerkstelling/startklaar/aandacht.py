"""What stops nobody but deserves a look before the start: room, mentor, agreement, length, and what the paper leaves open."""

from collections.abc import Iterator

from django.db.models import Q

from ocmw.kalender.werkdagen import feestdagen
from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from tewerkstelling.models import Mentor, Tewerkstelling
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.papier import NIET_INGEVULD, papierregels
from tewerkstelling.startklaar.raming import Raming
from tewerkstelling.startklaar.startfeiten import boven_de_grens
from trajecten.twe.venster import Tijdigheid, venster_vanaf

ZONDAG = 7


def aandachtspunten(plaatsing: Plaatsing, raming: Raming | None) -> list[str]:
    """Sentences, what can go wrong first. Needs `met_alles()`; three queries."""
    return [
        *_plaats(plaatsing),
        *_mentor(plaatsing),
        *([raming.zin] if raming and raming.zin else []),
        *_overeenkomst(plaatsing),
        *boven_de_grens(plaatsing),
        *_op_tijd(plaatsing),
        *_dagen(plaatsing),
        *_papier(plaatsing),
    ]


def _plaats(plaatsing: Plaatsing) -> Iterator[str]:
    """Whether there is room on the first working day. Colleagues may be preparing somebody else for the same seat."""
    plek, dag = plaatsing.werkplek, plaatsing.van
    if not (plek.actief and plek.werkgever.actief):
        yield "Deze werkplek staat als niet beschikbaar."
    ander = Tewerkstelling.objects.filter(werkplek=plek).exclude(client=plaatsing.client_id)
    bezet = ander.filter(Q(tot=None) | Q(tot__gt=dag), van__lte=dag).count()
    straks = Plaatsing.objects.te_starten().filter(werkplek=plek).exclude(client=plaatsing.client_id).count()
    if bezet + straks >= plek.capaciteit:
        ook = f", en {aantal(straks, 'andere plaatsing', 'andere plaatsingen')} in voorbereiding" if straks else ""
        yield f"Er is misschien geen plaats: {bezet} van {plek.capaciteit} bezet op de eerste werkdag{ook}."


def _mentor(plaatsing: Plaatsing) -> Iterator[str]:
    if plaatsing.mentor_id is None:
        return
    dag = plaatsing.van
    mentor = Mentor.objects.met_belasting(dag).get(pk=plaatsing.mentor_id)
    if not mentor.actief:
        yield f"{mentor.naam} begeleidt geen cliënten meer. Kies een andere mentor."
        return
    hoogstens = mentor.hoogstens(regel("mentor.max_clienten", op=dag).waarde)
    if mentor.begeleidt >= hoogstens:
        yield f"Mentor {mentor.naam} begeleidt dan al {mentor.begeleidt} van hoogstens {aantal(hoogstens, 'cliënt', 'cliënten')}."
    if mentor.vorming_tot and mentor.vorming_tot <= dag:
        yield f"De mentoropleiding van {mentor.naam} is dan vervallen."


def _overeenkomst(plaatsing: Plaatsing) -> Iterator[str]:
    afspraak = plaatsing.overeenkomst
    if afspraak is None:
        return
    if afspraak.van > plaatsing.van:
        yield f"De overeenkomst met de werkgever begint pas op {dag_in_woorden(afspraak.van)}."
    if afspraak.laatste_dag and afspraak.laatste_dag < plaatsing.laatste_dag:
        yield f"De overeenkomst met de werkgever eindigt al op {dag_in_woorden(afspraak.laatste_dag)}."
    if afspraak.getekend_op is None:
        yield "De overeenkomst met de werkgever is nog niet getekend."


def _dagen(plaatsing: Plaatsing) -> Iterator[str]:
    dag = plaatsing.van
    if dag.isoweekday() == ZONDAG or dag in feestdagen(dag.year):
        yield f"De eerste werkdag valt op een {'zondag' if dag.isoweekday() == ZONDAG else 'feestdag'}."
    if plaatsing.raad_op and plaatsing.raad_op > dag:
        yield f"De raad vergadert na de eerste werkdag, op {dag_in_woorden(plaatsing.raad_op)}."


def _op_tijd(plaatsing: Plaatsing) -> Iterator[str]:
    """Art.60 that starts too long after the werkervaringsovereenkomst costs the OCMW what VDAB pays (T13)."""
    start = getattr(plaatsing, "weo_start", None)
    if start is None or start > plaatsing.van:
        return
    try:
        venster = venster_vanaf(start)
    except OnbekendeRegel:
        return
    if venster.tijdigheid(plaatsing.van) != Tijdigheid.ZEKER:
        dag = dag_in_woorden(venster.tijdig_art60_tot)
        yield f"Art.60 start misschien te laat voor de vergoeding van VDAB: op tijd is ten laatste {dag}."


def _papier(plaatsing: Plaatsing) -> Iterator[str]:
    leeg = [regel_.titel for regel_ in papierregels(plaatsing) if regel_.tekst == NIET_INGEVULD]
    if leeg:
        yield f"Nog leeg op het papier: {', '.join(leeg).lower()}."
