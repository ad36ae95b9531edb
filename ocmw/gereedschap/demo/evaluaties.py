"""Evaluations and visits of people who work: two or three that are done, one that waits for the mentor."""

import random
from datetime import date, timedelta

from clienten.handeling import handeling
from ocmw.toegang.models import Medewerker
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.aanbod import laad_basislijsten
from tewerkstelling.evaluaties.actions import (
    begin_evaluatie,
    bewaar_afspraken,
    bewaar_stem,
    maak_mentorlink,
    noteer_werkbezoek,
    rond_evaluatie_af,
    verzet_moment,
)
from tewerkstelling.evaluaties.blad import domeinen_van
from tewerkstelling.evaluaties.enums import Evaluatiesoort, Stemsoort
from tewerkstelling.evaluaties.models import (
    Competentielijst,
    Evaluatie,
    Stem,
    Verzetting,
    Werkbezoek,
)
from tewerkstelling.evaluaties.planning import Gepland, Planning
from tewerkstelling.models import Mentor, Tewerkstelling
from trajecten.enums import Eigenaar
from trajecten.models import Actiepunt

PER_OCMW = 4
MENTOREN = ("Rita Vermeulen", "Jos Lauwers", "Nadia Haddad", "Wim Coppens")
# Where the voices agree and where they do not.
TALENTEN: dict[str, tuple[list[str], list[str]]] = {
    "mentor": (["nauwkeurig", "team"], ["tempo"]),
    "client": (["team", "tempo"], ["computer"]),
    "coach": (["nauwkeurig"], ["computer"]),
}
OPMERKINGEN = {
    Stemsoort.COACH: "Vraagt nu zelf uitleg als iets niet duidelijk is.",
    Stemsoort.MENTOR: "De laatste weken altijd op tijd. Mag nog wat vlugger doorwerken.",
    Stemsoort.CLIENT: "Ik vind mijn collega's fijn.",
}
GEZIEN = (
    "Sorteerde zelfstandig en wist waar alles hoort. De mentor toonde de nieuwe planning.",
    "Het was druk. Bleef rustig en vroeg hulp aan een collega.",
    "Droeg de veiligheidsschoenen en ruimde na het werk op.",
)


def vul_evaluaties(op: date) -> None:
    """Of each OCMW the first few whose art.60 contract runs."""
    laad_basislijsten()
    dobbel = random.Random(8)
    lopend = Tewerkstelling.objects.lopend(op).filter(soort=Contractsoort.ART60, client__gesloten_op=None)
    per_ocmw: dict[int, int] = {}
    for contract in lopend.select_related("client__stand__coach", "werkplek__werkgever").order_by("pk"):
        coach = contract.client.stand.coach
        if coach is None or per_ocmw.get(contract.client.ocmw_id, 0) >= PER_OCMW:
            continue
        per_ocmw[contract.client.ocmw_id] = per_ocmw.get(contract.client.ocmw_id, 0) + 1
        _mentor(contract, dobbel)
        with handeling(op=op):
            _bezoeken(contract, coach, op)
            _evaluaties(contract, coach, dobbel, op)
        if per_ocmw[contract.client.ocmw_id] == 1:
            _verzet(contract, coach, op)


def _mentor(contract: Tewerkstelling, dobbel: random.Random) -> None:
    if contract.mentor is None and contract.werkplek:
        naam = dobbel.choice(MENTOREN)
        email = f"{naam.split()[0].lower()}@werkplek.example"
        contract.mentor, _ = Mentor.objects.get_or_create(
            werkgever=contract.werkplek.werkgever, naam=naam, defaults={"email": email}
        )
        Tewerkstelling.objects.filter(pk=contract.pk).update(mentor=contract.mentor)


def _bezoeken(contract: Tewerkstelling, coach: Medewerker, op: date) -> None:
    for nummer, gezien in enumerate(GEZIEN):
        dag = op - timedelta(days=20 + 31 * nummer)
        if dag > contract.van:
            bezoek = Werkbezoek(
                client=contract.client, contract=contract, op=dag, plaats=str(contract.werkplek), gezien=gezien,
                aanwezig=f"{contract.client.voornaam}, {contract.mentor}", vervolg="" if nummer else "Tempo volgen we op.",
            )  # fmt: skip
            noteer_werkbezoek(bezoek, door=coach, op=op)


def _evaluaties(contract: Tewerkstelling, coach: Medewerker, dobbel: random.Random, op: date) -> None:
    lijst = Competentielijst.objects.get(code="art60", ocmw=None)
    rooster = Planning([contract], op=op).evaluaties(contract)
    for stap, gepland in enumerate(g for g in rooster if g.op < op):
        _houd(contract, lijst, gepland, coach, dobbel, stap, op)
    komend = next((g for g in rooster if g.op >= op and g.soort == Evaluatiesoort.VOLLEDIG), None)
    if komend:
        evaluatie = _begin(contract, lijst, komend, coach, op)
        _stem(evaluatie, Stemsoort.CLIENT, coach, dobbel, 3)
        maak_mentorlink(evaluatie, vorige=None, door=coach, op=op)


def haal_in(contract: Tewerkstelling, code: str, coach: Medewerker, op: date) -> None:
    """One moment as it should have gone: held when its day is over, and otherwise the mentor has answered."""
    lijst, dobbel = Competentielijst.objects.get(code="art60", ocmw=None), random.Random(code)
    gepland = next(g for g in Planning([contract], op=op).evaluaties(contract) if g.code == code)
    if gepland.afgerond:  # the evaluation and its form were both late
        return
    if gepland.op < op and not gepland.gehouden:
        _houd(contract, lijst, gepland, coach, dobbel, 1, op)
        return
    evaluatie = gepland.evaluatie or _begin(contract, lijst, gepland, coach, op)
    if not gepland.beantwoord:
        _stem(evaluatie, Stemsoort.MENTOR, coach, dobbel, 1)
    if gepland.op < op:
        evaluatie.refresh_from_db()
        rond_evaluatie_af(evaluatie, door=coach, op=op)


def _houd(
    contract: Tewerkstelling,
    lijst: Competentielijst,
    gepland: Gepland,
    coach: Medewerker,
    dobbel: random.Random,
    stap: int,
    op: date,
) -> None:
    evaluatie = _begin(contract, lijst, gepland, coach, op)
    if gepland.soort == Evaluatiesoort.VOLLEDIG:
        for wie in Stemsoort:
            _stem(evaluatie, wie, coach, dobbel, stap)
    _afspraken(evaluatie, coach, op)
    evaluatie.refresh_from_db()
    rond_evaluatie_af(evaluatie, door=coach, op=op)


def _verzet(contract: Tewerkstelling, coach: Medewerker, op: date) -> None:
    """One moment on another day, because somebody was away: the difference stays when the contract moves."""
    for gepland in Planning([contract], op=op).evaluaties(contract):
        dag = gepland.op + timedelta(days=7)
        if gepland.op >= op and not gepland.afgerond and (contract.laatste_dag is None or dag <= contract.laatste_dag):
            verzet_moment(Verzetting(client=contract.client, contract=contract, op=dag), gepland, door=coach, op=op)
            return


def _begin(
    contract: Tewerkstelling, lijst: Competentielijst, gepland: Gepland, coach: Medewerker, op: date
) -> Evaluatie:
    geweest = gepland.op < op
    evaluatie = Evaluatie(
        client=contract.client,
        contract=contract,
        moment=gepland.code,
        soort=gepland.soort,
        lijst=lijst,
        gehouden_op=gepland.op,
        aanwezig=f"{contract.client.voornaam}, {contract.mentor} (mentor), {coach.naam}",
        verslag="De start verliep goed. De uren en de bus passen." if geweest else "",
        besluit="Blijft op deze werkplek. We volgen het tempo op." if geweest else "",
    )
    return begin_evaluatie(evaluatie, door=coach, op=op)


def _stem(evaluatie: Evaluatie, wie: Stemsoort, coach: Medewerker, dobbel: random.Random, stap: int) -> None:
    """People grow: each step the middle of the scores lies a little higher; clients are a bit milder for themselves."""
    domeinen = domeinen_van(evaluatie)
    midden = 1.8 + 0.5 * stap + (0.5 if wie == Stemsoort.CLIENT else 0)
    scores = {
        competentie.pk: min(4, max(1, round(dobbel.gauss(midden, 0.7))))
        for domein in domeinen
        for competentie in domein.competenties.all()
    }
    woorden = {domeinen[1].pk: OPMERKINGEN[wie]}
    sterk, leren = TALENTEN[wie]
    stem = Stem(evaluatie=evaluatie, wie=wie, sterk=sterk, leren=leren)
    bewaar_stem(stem, scores, woorden, door=coach, op=evaluatie.gehouden_op)


def _afspraken(evaluatie: Evaluatie, coach: Medewerker, op: date) -> None:
    tegen = evaluatie.gehouden_op + timedelta(days=21)
    punt = Actiepunt(omschrijving="Woorden van het werk oefenen", vervalt_op=tegen, eigenaar=Eigenaar.CLIENT)
    if tegen < op:
        punt.gedaan_op = tegen
    bewaar_afspraken(evaluatie, [punt], door=coach, op=op)
