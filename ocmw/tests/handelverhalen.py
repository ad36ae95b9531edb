"""Everything that can happen to a dossier, as stories: each line is an action as a colleague would do it.

A story is a generator: where it yields, what was done until then is a whole. A new action fails the build until one of the stories
does it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import SimpleNamespace

from clienten.actions import (
    bewaar_leefsituatie,
    bewaar_randvoorwaarde,
    heropen_client,
    sluit_client,
    verwijder_document,
    verwijder_leefsituatie,
    wijs_toe,
    wijzig_client,
    wijzig_contact,
)
from clienten.models import Client, Document, Randvoorwaarde
from clienten.profiel.actions import Profielwijziging
from clienten.profiel.enums import Talent
from clienten.profiel.models import Diploma, Profiel, profiel_van
from nazorg.actions import kies_nazorgbegeleider, noteer_nazorgcontact, noteer_uitkomst
from nazorg.models import Uitkomst
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.gereedschap.testing.maak_einde import beantwoord, maak_regulier_werk, maak_sollicitatie
from ocmw.gereedschap.testing.maak_evaluaties import maak_bezoek, maak_evaluatie, maak_link, vul_stem
from ocmw.gereedschap.testing.maak_geld import maak_registratie, maak_werkervaring
from ocmw.gereedschap.testing.maak_match import maak_kandidaat, maak_plek, maak_voorstel
from ocmw.gereedschap.testing.maak_rechtenteller import bereken, onderbreek
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, vers
from ocmw.termijnen.actions import (
    geef_termijn_door,
    herstel_termijn,
    neem_termijn_terug,
    stel_termijn_uit,
    trek_uitstel_in,
    voldoe_termijn,
)
from ocmw.termijnen.models import Termijn
from ocmw.tests.groepverhaal import groep
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.dossier.actions import draag_over, heropen_dossier, laat_los, sluit_dossier, stop_toewijzing
from ocmw.werkruimte.dubbels.actions import maak_vereniging_ongedaan, noteer_andere_persoon, verenig_dossiers
from tewerkstelling.aanbod import werkfeit
from tewerkstelling.actions import (
    beeindig_onderbreking,
    beeindig_tewerkstelling,
    verwijder_onderbreking,
    wijzig_tewerkstelling,
)
from tewerkstelling.einde.actions import sluit_contract_af
from tewerkstelling.evaluaties.actions import (
    bewaar_afspraken,
    bewaar_schema,
    dien_mentorformulier_in,
    maak_leeractie,
    maak_leerdoel,
    neem_talenten_over,
    rond_evaluatie_af,
    trek_mentorlink_in,
    verzet_moment,
    wijzig_evaluatie,
)
from tewerkstelling.evaluaties.models import Evaluatieschema, Stem, Verzetting
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.geld.actions import maak_radartaak
from tewerkstelling.geld.radar import TAKEN, maandeinde
from tewerkstelling.match.actions import zet_voorstel
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.actions import bewaar_rechtspositie
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.scenarios import bewaar_scenario, verwijder_scenario
from tewerkstelling.rechtenteller.watals import WatAlsWens
from tewerkstelling.regulier.actions import (
    bewaar_cv,
    bewaar_cvregel,
    bewaar_ondersteuning,
    bewaar_opvolging,
    bewaar_werkgeverscontact,
    neem_over_uit_dossier,
    verwijder_cvregel,
)
from tewerkstelling.regulier.models import Cv, Cvregel, Ondersteuning, Werkgeverscontact
from tewerkstelling.startklaar.actions import (
    ontvink_punt,
    verleng_plaatsing,
    wijzig_plaatsing,
    wis_handtekeningen,
    zet_plaatsing_stop,
)
from trajecten.actions import (
    beantwoord_doorverwijzing,
    beantwoord_vraag,
    begin_actiepunt,
    begin_doorverwijzing,
    bewaar_actiepunt,
    bewaar_bundelstap,
    bewaar_doel,
    bewaar_intake,
    bewaar_middel,
    bewaar_randprobleem,
    bewaar_vdab,
    ga_naar_fase,
    handel_afspraak_af,
    lees_antwoord,
    maak_afspraak,
    neem_fasevoorstel,
    noteer_gesprek,
    noteer_navraag,
    rond_intake_af,
    sluit_randprobleem,
    sluit_traject_af,
    trek_doorverwijzing_in,
    verstuur_doorverwijzing,
    verzet_afspraak,
    vink_af,
    wijzig_gesprek,
)
from trajecten.enums import Doorverwijsstatus, Voorwaarde
from trajecten.fasen import VRAGEN, Fase
from trajecten.models import (
    Actiepunt,
    Afspraak,
    Doel,
    Doorverwijzing,
    Fasebeantwoording,
    Gesprek,
    Intake,
    Middel,
    Navraag,
    Randprobleem,
    Voorwaardeantwoord,
)
from trajecten.twe.actions import wijzig_werkervaring
from trajecten.werk import voorstel_voor


@dataclass(frozen=True)
class Team:
    """A trajectbegeleider, a maatschappelijk werker and a coordinator of one OCMW; `op` is today."""

    an: Medewerker
    bert: Medewerker
    carla: Medewerker
    op: date

    def dag(self, n: int) -> date:
        return self.op + timedelta(days=n)

    def punt(self, client: Client, over: int = 5) -> Actiepunt:
        return Actiepunt(client=client, omschrijving="Cv nalezen", vervalt_op=self.dag(over), medewerker=self.an)


Verhaal = Callable[[Team], Iterator[None]]


def dossier(t: Team) -> Iterator[None]:
    client = maak_client(t.bert, coach=t.an)
    client.taal = "Frans"
    wijzig_client(client, ["taal"], door=t.bert, op=t.op)
    client.contact.gsm = "+32470111111"
    wijzig_contact(client.contact, ["gsm"], door=t.bert, op=t.op)
    rij = bewaar_leefsituatie(Diploma(client=client, naam="A2"), [], door=t.bert, op=t.op)
    verwijder_leefsituatie(rij, door=t.bert, op=t.op)
    voorwaarde = Randvoorwaarde(client=client, soort="mobiliteit", in_orde="ja")
    bewaar_randvoorwaarde(voorwaarde, [], door=t.bert, op=t.op)
    document = Document(client=client, titel="Cv", toegevoegd_door=t.an, mime="application/pdf", grootte=8)
    document.bestandsnaam, document.sha256 = "cv.pdf", "0" * 64
    document.save()
    verwijder_document(document, door=t.an, op=t.op)
    maak_traject(client, t.an)
    maak_contract(client, t.an, van=t.dag(-30), laatste_dag=t.dag(150))
    yield
    wijs_toe(client, t.carla, rol="atb", door=t.carla, op=t.op)
    toewijzing = draag_over(client, t.an, rol="atb", door=t.carla, op=t.op)
    yield
    stop_toewijzing(toewijzing, door=t.carla, op=t.op)
    yield
    contract = client.tewerkstellingen.get()
    beeindig_tewerkstelling(contract, laatste_dag=t.op, reden="duur_bereikt", door=t.an, op=t.op)
    sluit_dossier(client, reden="werk", door=t.bert, op=t.op)
    yield
    heropen_dossier(client, door=t.bert, op=t.op)
    yield
    leeg = maak_client(t.bert)
    sluit_client(leeg, reden="verhuisd", door=t.bert, op=t.op)
    yield
    heropen_client(leeg, door=t.bert, op=t.op)


def _klaar_om_te_versturen(client: Client, t: Team) -> Doorverwijzing:
    bundel = begin_doorverwijzing(client, door=t.bert, op=t.op)
    velden = {"aan": t.an, "mw_akkoord_op": t.op, "client_akkoord_op": t.op, "situatie": "Zoekt werk."}
    for veld, waarde in velden.items():
        setattr(bundel, veld, waarde)
    antwoorden = [Voorwaardeantwoord(voorwaarde=v, antwoord="ja", op=t.op) for v in Voorwaarde]
    return bewaar_bundelstap(bundel, list(velden), antwoorden, door=t.bert, op=t.op)


def doorverwijzing(t: Team) -> Iterator[None]:
    client = maak_client(t.bert)
    bundel = _klaar_om_te_versturen(client, t)
    yield
    verstuur_doorverwijzing(bundel, door=t.bert, op=t.op)
    yield
    trek_doorverwijzing_in(bundel, door=t.bert, op=t.op)
    yield
    verstuur_doorverwijzing(bundel, door=t.bert, op=t.op)
    beantwoord_doorverwijzing(bundel, Doorverwijsstatus.AANVULLING, antwoord="Welk statuut?", door=t.an, op=t.op)
    yield
    lees_antwoord(bundel, door=t.bert, op=t.op)
    verstuur_doorverwijzing(bundel, door=t.bert, op=t.op)
    beantwoord_doorverwijzing(bundel, Doorverwijsstatus.AANVAARD, door=t.an, op=t.op)
    yield
    intake = bewaar_intake(Intake(client=client, gehouden_op=t.op), ["gehouden_op"], door=t.an, op=t.op)
    intake.opleiding = "BSO"
    bewaar_intake(intake, ["opleiding"], door=t.an, op=t.op)
    rond_intake_af(intake, door=t.an, op=t.op)
    yield
    maak_traject(client, t.an, op=t.op)
    yield
    ander = _klaar_om_te_versturen(maak_client(t.bert), t)
    verstuur_doorverwijzing(ander, door=t.bert, op=t.op)
    beantwoord_doorverwijzing(ander, Doorverwijsstatus.AFGEWEZEN, antwoord="Eerst taal.", door=t.an, op=t.op)


def weg(t: Team) -> Iterator[None]:
    client = maak_client(t.bert, coach=t.an)
    traject = maak_traject(client, t.an)
    vraag = VRAGEN[Fase.VERKENNING][0].code
    antwoord = Fasebeantwoording(traject=traject, client=client, vraag=vraag, toelichting="Huurt.", beantwoord_op=t.op)
    beantwoord_vraag(antwoord, [], door=t.an, op=t.op)
    probleem = Randprobleem(client=client, thema="taal", omschrijving="NT2")
    bewaar_randprobleem(probleem, door=t.an, op=t.op)
    yield
    navraag = Navraag(probleem=probleem, op=t.op, met="het Agentschap")
    noteer_navraag(navraag, status="aangepakt", volgende_check_op=t.dag(20), door=t.an, op=t.op)
    yield
    sluit_randprobleem(probleem, door=t.an, op=t.op)
    yield
    doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Een job"), door=t.an, op=t.op)
    doel.omschrijving = "Een job in de keuken"
    bewaar_doel(doel, ["omschrijving"], door=t.an, op=t.op)
    yield
    profiel = profiel_van(client)
    profiel.vdab, profiel.vdab_hulp = "nee", True
    bewaar_vdab(profiel, ["vdab", "vdab_hulp"], nummer="1234567", door=t.an, op=t.op)
    yield
    middel = Middel(client=client, soort="opleiding", omschrijving="Nederlands niveau 2", van=t.dag(-5))
    bewaar_middel(middel, door=t.an, op=t.op)
    yield
    gesprek = Gesprek(client=client, op=t.dag(-3), kanaal="gesprek", verslag="Goed.", gewijzigd_door=t.an)
    noteer_gesprek(gesprek, [t.punt(client)], door=t.an, op=t.op)
    gesprek.afgeschermd = True
    wijzig_gesprek(gesprek, ["afgeschermd"], door=t.an, op=t.op)
    yield
    moment = datetime.combine(t.dag(4), time(10), tzinfo=UTC)
    afspraak = maak_afspraak(Afspraak(client=client, medewerker=t.an, begint_op=moment), door=t.an, op=t.op)
    yield
    afspraak.begint_op += timedelta(days=2)
    verzet_afspraak(afspraak, ["begint_op"], door=t.an, op=t.op)
    yield
    handel_afspraak_af(afspraak, "afgezegd", door=t.an, op=t.op)
    punt = bewaar_actiepunt(t.punt(client), door=t.an, op=t.op)
    begin_actiepunt(punt, door=t.an, op=t.op)
    yield
    vink_af(punt, gedaan=True, door=t.an, op=t.op)
    yield
    vink_af(punt, gedaan=False, door=t.an, op=t.op)
    yield
    afgevinkt = voldoe_termijn(Termijn.objects.open().get(sleutel=f"actiepunt:{punt.pk}"), door=t.an, op=t.op)
    yield
    herstel_termijn(afgevinkt, door=t.an, op=t.op)
    yield
    voldoe_termijn(Termijn.objects.open().get(sleutel=f"actiepunt:{punt.pk}"), door=t.an, op=t.op)
    stil = Termijn.objects.open().get(client=client, soort="contact")
    yield
    was = stil.vervalt_op
    stel_termijn_uit(stil, tot=t.dag(80), reden="Vakantie.", door=t.an, op=t.op)
    yield
    trek_uitstel_in(stil, vervalt_op=was, uitgesteld_tot=None, reden="", door=t.an, op=t.op)
    yield
    geef_termijn_door(stil, aan=t.bert, door=t.an, op=t.op)
    yield
    neem_termijn_terug(stil, van=None, door=t.an, op=t.op)
    yield
    ga_naar_fase(traject, Fase.IN_KAART, door=t.an, op=t.op, motivatie="Samen beslist.")
    yield
    contract = maak_contract(client, t.an, van=t.dag(-5), laatste_dag=t.dag(200))
    yield
    voorstel = voorstel_voor(traject, [werkfeit(contract)], op=t.op)
    assert voorstel
    neem_fasevoorstel(traject, voorstel, door=t.an, op=t.op)
    yield
    sluit_traject_af(traject, reden="werk", door=t.an, op=t.op)
    yield
    noteer_nazorgcontact(Gesprek(client=client, op=t.op, kanaal="telefoon"), "zelfde_werk", door=t.an, op=t.op)
    yield
    kies_nazorgbegeleider(client, "atb", door=t.an, op=t.op)


def werk(t: Team) -> Iterator[None]:
    client = maak_client(t.bert, coach=t.an)
    maak_traject(client, t.an)
    venster = maak_werkervaring(client, t.an, start=t.dag(-60))
    yield
    rij = SimpleNamespace(oordeel=next(iter(TAKEN)))  # what the radar of a month says of somebody
    maak_radartaak(venster, rij, maandeinde(t.op), door=t.an, op=t.op)
    maak_registratie(venster, t.an)
    yield
    contract = maak_contract(client, t.an, van=t.dag(-30), laatste_dag=t.dag(60))
    yield
    rij = onderbreek(contract, t.an, van=t.dag(-20), laatste_dag=t.dag(-10))
    yield
    open_ = onderbreek(contract, t.an, van=t.dag(-5), laatste_dag=None)
    yield
    beeindig_onderbreking(open_, laatste_dag=t.dag(-1), door=t.an, op=t.op)
    yield
    verwijder_onderbreking(rij, door=t.an, op=t.op)
    bereken(contract, t.an, verzonden_op=t.dag(-5))
    positie = Rechtspositie(client=client, al_bewezen=10)
    bewaar_rechtspositie(positie, [], door=t.an, op=t.op)
    wens = WatAlsWens(contract.van, contract.laatste_dag, Decimal(19))
    verwijder_scenario(bewaar_scenario(contract, wens, "Halftijds", door=t.an, op=t.op), door=t.an, op=t.op)
    yield
    contract = Tewerkstelling.objects.select_related("client").get(pk=contract.pk)
    contract.uren_per_week = 19
    wijzig_tewerkstelling(contract, ["uren_per_week"], door=t.an, op=t.op)
    yield
    venster.gestopt_op = t.op
    wijzig_werkervaring(venster, ["gestopt_op"], door=t.an, op=t.op)
    yield
    beantwoord(contract, "papieren", door=t.an, antwoord="gedaan")
    yield
    sluit_contract_af(
        contract, laatste_dag=t.dag(10), reden="duur_bereikt", eerste_contact_op=t.dag(20), door=t.an, op=t.op
    )
    uitkomst = Uitkomst(client=client, contract=contract, moment="dag-1", peildag=t.op, uitkomst="werk")
    noteer_uitkomst(uitkomst, [], door=t.an, op=t.op)
    ander = maak_contract(maak_client(t.an), t.an, van=t.dag(-30), laatste_dag=t.dag(100))
    yield
    beeindig_tewerkstelling(ander, laatste_dag=t.dag(30), reden="verhuis", door=t.an, op=t.op)


def evaluaties(t: Team) -> Iterator[None]:
    contract = maak_contract(maak_client(t.bert, coach=t.an), t.an, van=t.dag(-40), laatste_dag=t.dag(200))
    gepland = Planning([contract], op=t.op).evaluaties(contract)
    verzetting = Verzetting(client=contract.client, contract=contract, op=t.dag(30))
    verzet_moment(verzetting, gepland[1], door=t.an, op=t.op)
    yield
    for onderwerp in ({"contract": contract}, {"werkgever": contract.werkplek.werkgever}):
        bewaar_schema(Evaluatieschema(maanden=[2, 5], **onderwerp), door=t.an, op=t.op)
        yield
    maak_bezoek(contract, t.an)
    yield
    evaluatie = maak_evaluatie(contract, t.an, moment="m2")
    evaluatie.gehouden_op = t.dag(-1)
    wijzig_evaluatie(evaluatie, ["gehouden_op"], door=t.an, op=t.op)
    bewaar_afspraken(evaluatie, [t.punt(contract.client)], door=t.an, op=t.op)
    yield
    maak_link(evaluatie, t.an)
    yield
    trek_mentorlink_in(evaluatie, door=t.an, op=t.op)
    for wie in ("mentor", "client", "coach"):
        vul_stem(evaluatie, wie, 3, t.an)
    yield
    Stem.objects.filter(evaluatie=evaluatie).update(sterk=["nauwkeurig"], leren=["tempo"])
    neem_talenten_over(contract.client, door=t.an, op=t.op)
    maak_leerdoel(contract.client, Talent.TEMPO, door=t.an, op=t.op)
    maak_leeractie(contract.client, "vlot-doorwerken", tegen=t.dag(30), door=t.an, op=t.op)
    yield
    ander = maak_evaluatie(contract, t.an, moment="m5")
    link, _ = maak_link(ander, t.an)
    dien_mentorformulier_in(link, {}, {}, naam="Mieke", op=t.op)
    evaluatie.refresh_from_db()
    yield
    rond_evaluatie_af(evaluatie, door=t.an, op=t.op)


def plaatsing(t: Team) -> Iterator[None]:
    client = maak_client(t.bert, coach=t.an)
    rij = maak_plaatsing(client, t.an)
    yield
    rij = maak_klaar(rij, t.an)
    yield
    ontvink_punt(rij, "dimona", door=t.an, op=t.op)
    yield
    wis_handtekeningen(rij, door=t.an, op=t.op)
    rij = vers(rij)
    rij.van += timedelta(days=7)
    wijzig_plaatsing(rij, ["van"], door=t.an, op=t.op)
    yield
    zet_plaatsing_stop(rij, reden="client", door=t.an, op=t.op)
    yield
    gestart = maak_gestart(client, t.an, laatste_dag=t.dag(100))
    yield
    verleng_plaatsing(gestart, van=gestart.tot, tot=gestart.tot + timedelta(days=30), door=t.an, op=t.op)


def match_en_sollicitatie(t: Team) -> Iterator[None]:
    client = maak_kandidaat(t.an)
    voorstel = maak_voorstel(client, maak_plek(t.an.ocmw, t.an), t.an)
    zet_voorstel(voorstel, status="niet_geschikt", reden="uren", door=t.an, op=t.op)
    profiel = Profiel.objects.get(client=client)
    cv = bewaar_cv(Cv(client=client), [], Profielwijziging(profiel, []), door=t.an, op=t.op)
    regel = Cvregel(client=cv.client, soort="ervaring", titel="Kok", van_jaar=2019)
    bewaar_cvregel(regel, [], door=t.an, op=t.op)
    verwijder_cvregel(regel, door=t.an, op=t.op)
    neem_over_uit_dossier(client, door=t.an, op=t.op)
    bewaar_werkgeverscontact(Werkgeverscontact(client=client, bij="Bakker", op=t.op), [], door=t.an, op=t.op)
    maak_sollicitatie(client, t.an, "verstuurd")
    bewaar_ondersteuning(Ondersteuning(client=client, soort="brief", op=t.op, titel="Bakker"), [], door=t.an, op=t.op)
    yield
    contract = maak_regulier_werk(client, t.an)
    yield
    opvolging = contract.opvolging
    opvolging.opvolgen, opvolging.volgende_op, opvolging.reden = "ja", t.dag(30), ""
    bewaar_opvolging(opvolging, ["opvolgen", "volgende_op", "reden"], door=t.an, op=t.op)


def vertrek(t: Team) -> Iterator[None]:
    client = maak_client(t.bert, coach=t.an)
    maak_traject(client, t.an)
    t.an.is_active = False
    t.an.save(update_fields=["is_active"])
    yield
    laat_los(t.an, door=t.bert, op=t.op)
    yield
    t.an.is_active = True
    t.an.save(update_fields=["is_active"])


def dubbel(t: Team) -> Iterator[None]:
    een, twee = maak_client(t.bert, coach=t.an), maak_client(t.bert)
    maak_traject(een, t.an)
    maak_traject(twee, t.an, op=t.dag(-40))
    maak_contract(twee, t.an, van=t.dag(-30), laatste_dag=t.dag(50))
    yield
    vereniging = verenig_dossiers(een, twee, {}, door=t.bert, op=t.op)
    yield
    terugkeer = maak_vereniging_ongedaan(vereniging, door=t.bert, op=t.op)
    noteer_andere_persoon(terugkeer.blijft, terugkeer.terug, door=t.bert, op=t.op)


VERHALEN: tuple[Verhaal, ...] = (
    dossier,
    doorverwijzing,
    weg,
    werk,
    evaluaties,
    plaatsing,
    match_en_sollicitatie,
    dubbel,
    groep,
    vertrek,
)
