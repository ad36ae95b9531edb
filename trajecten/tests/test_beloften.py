"""What the facts of a path promise now, to whom and by when; and ticking a promise off writes the fact behind it."""

from datetime import date, timedelta

import pytest

from clienten.feiten import Feiten, Volgers, volgers
from clienten.models import Client
from ocmw.gereedschap.testing.afleiding import beloofd, leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import Regelboek, Regelwaarde, met_regels, regel
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from tewerkstelling.rooster import geplande_dag
from trajecten.actions import bewaar_actiepunt, bewaar_doel, ga_naar_fase, sluit_traject_af
from trajecten.afwerkers import vink_actiepunt_af, vink_antwoord_af
from trajecten.beloften import (
    ACTIEPUNT,
    ANTWOORD,
    BUNDEL,
    CONTACT,
    CONTACTRITMES,
    EERSTE_GESPREK,
    TRAJECTPLAN,
    beloften_van_bundel,
)
from trajecten.enums import Doorverwijsstatus as S
from trajecten.enums import Stopreden
from trajecten.fasen import Fase
from trajecten.feiten import bundels, laatste_contact, met_doel, open_punten, trajecten
from trajecten.models import Actiepunt, Doel, Doorverwijzing, Traject

pytestmark = pytest.mark.databank
OP, DAG = date(2026, 6, 1), timedelta(days=1)
VAN, AAN, COACH, ANDER = 1, 2, 3, 4


def bundel(status, **velden):
    waarden = {"van_id": VAN, "aan_id": AAN, "begonnen_op": OP - DAG, "verstuurd_op": OP, **velden}
    return Doorverwijzing(pk=7, status=status, **waarden)


def van_bundel(rij, laatste=None, coach=None):
    return [
        (belofte.soort, belofte.vervalt_op, belofte.verantwoordelijke_id)
        for belofte in beloften_van_bundel(rij, laatste, coach=coach, dagen=14)
    ]


OVER_14 = OP + 14 * DAG


# --- the doorverwijzing ------------------------------------------------------------------------------
def test_een_klad_of_geen_bundel_belooft_niets():
    assert van_bundel(None) == van_bundel(bundel(S.KLAD, verstuurd_op=None)) == []


@pytest.mark.parametrize(
    ("status", "aan", "coach", "wie"),
    [
        (S.VERSTUURD, AAN, COACH, AAN),
        (S.VERSTUURD, None, COACH, COACH),
        (S.VERSTUURD, None, None, None),
        (S.AANVULLING, AAN, COACH, VAN),
    ],
)
def test_een_verstuurde_bundel_wacht_op_wie_hem_kreeg_en_een_aanvulling_op_de_afzender(status, aan, coach, wie):
    assert van_bundel(bundel(status, aan_id=aan), coach=coach) == [(BUNDEL, OVER_14, wie)]


@pytest.mark.parametrize(("aan", "coach", "wie"), [(AAN, COACH, COACH), (AAN, None, AAN)])
def test_na_een_ja_hoort_een_eerste_gesprek_bij_de_coach(aan, coach, wie):
    assert van_bundel(bundel(S.AANVAARD, aan_id=aan), coach=coach) == [(EERSTE_GESPREK, OVER_14, wie)]


@pytest.mark.parametrize(("laatste", "gesproken"), [(None, False), (OP - DAG, False), (OP, True), (OP + DAG, True)])
def test_een_gesprek_sinds_het_versturen_is_het_eerste_gesprek(laatste, gesproken):
    assert (van_bundel(bundel(S.AANVAARD), laatste) == []) is gesproken


@pytest.mark.parametrize("status", [S.AANVAARD, S.AANVULLING, S.AFGEWEZEN])
def test_tot_de_afzender_het_antwoord_las_staat_het_bij_haar(status):
    beantwoord = bundel(status, behandeld_op=OP + DAG, behandeld_door_id=ANDER)
    antwoord = (ANTWOORD, OP + DAG, VAN)
    assert antwoord in van_bundel(beantwoord)
    (belofte,) = (b for b in beloften_van_bundel(beantwoord, OP, coach=None, dagen=14) if b.soort == ANTWOORD)
    assert (belofte.sleutel, belofte.onderwerp) == ("bundel:7", S(status).label.lower())
    beantwoord.antwoord_gelezen_op = OP + DAG
    assert antwoord not in van_bundel(beantwoord)


def test_wie_de_eigen_bundel_beantwoordt_hoeft_zichzelf_niet_te_lezen():
    assert van_bundel(bundel(S.AFGEWEZEN, behandeld_op=OP, behandeld_door_id=VAN)) == []


def test_een_afwijzing_laat_alleen_het_antwoord_over():
    afgewezen = bundel(S.AFGEWEZEN, behandeld_op=OP, behandeld_door_id=ANDER)
    assert [soort for soort, *_ in van_bundel(afgewezen, coach=COACH)] == [ANTWOORD]


# --- the traject -------------------------------------------------------------------------------------
def feiten_van(**gelezen):
    """The facts of one dossier without a database: what was not read is not there."""
    feiten = Feiten([Client(pk=1)], op=OP)
    feiten.onthoud(volgers, {1: Volgers(coach=COACH)})
    leeg = {bundels: {}, trajecten: {}, laatste_contact: {}, met_doel: {1}, open_punten: {}}
    for lezer, waarde in {**leeg, **{globals()[naam]: waarde for naam, waarde in gelezen.items()}}.items():
        feiten.onthoud(lezer, waarde)
    for neemt_over in CONTACTRITMES:
        feiten.onthoud(neemt_over, set())
    return feiten


def beloofd_door(*soorten, **gelezen):
    with met_regels(Regelboek(REGELS)):
        return beloften(feiten_van(**gelezen), soorten)[1]


REGELS = [
    Regelwaarde(sleutel, waarde, "test", date(2020, 1, 1), None)
    for sleutel, waarde in {
        "traject.stilte_dagen": {"1": 30, "2": 31, "3": 32, "4": 33, "5": 34, "nazorg": 90},
        "traject.plan_dagen": 42,
        "doorverwijzing.eerste_gesprek_dagen": 14,
    }.items()
]


def lopend(fase=Fase.ZOEKEN):
    return {1: [Traject(gestart_op=OP, fase=fase)]}


@pytest.mark.parametrize(("laatste", "sinds"), [(None, OP), (OP - DAG, OP), (OP + DAG, OP + DAG)])
def test_stilte_telt_sinds_het_laatste_contact_of_de_start(laatste, sinds):
    contact = {1: laatste} if laatste else {}
    assert beloofd_door(CONTACT, trajecten=lopend(), laatste_contact=contact) == [
        Belofte(CONTACT, sinds + 32 * DAG, "", COACH)
    ]


@pytest.mark.parametrize("fase", Fase)
def test_elke_fase_heeft_haar_eigen_ritme(fase):
    (contact,) = beloofd_door(CONTACT, trajecten=lopend(fase))
    assert contact.vervalt_op == OP + (29 + fase) * DAG


def test_zonder_doel_is_er_een_plan_te_maken():
    plan = Belofte(TRAJECTPLAN, OP + 42 * DAG, "", COACH)
    assert beloofd_door(TRAJECTPLAN, trajecten=lopend(), met_doel=set()) == [plan]
    assert beloofd_door(TRAJECTPLAN, trajecten=lopend()) == []


def test_een_afgeschermd_actiepunt_belooft_zonder_woorden():
    punt = Actiepunt(pk=9, omschrijving="Kliniek bellen", vervalt_op=OP, medewerker_id=ANDER)
    (belofte,) = beloofd_door(ACTIEPUNT, open_punten={1: [punt]})
    assert belofte == Belofte(ACTIEPUNT, OP, "actiepunt:9", ANDER, "Kliniek bellen")
    punt.afgeschermd, punt.medewerker_id = True, None
    (belofte,) = beloofd_door(ACTIEPUNT, open_punten={1: [punt]})
    assert belofte == Belofte(ACTIEPUNT, OP, "actiepunt:9", COACH, "")


# --- all of it, from the database --------------------------------------------------------------------
@pytest.fixture
def client(an, bert):
    return maak_client(bert, coach=an)


def soorten(client):
    return sorted(belofte.soort for belofte in beloofd(client, op=vandaag()))


def test_alles_wat_een_client_belooft_komt_uit_de_feiten(client, an):
    assert soorten(client) == []
    traject = maak_traject(client, an)
    assert soorten(client) == sorted([CONTACT, TRAJECTPLAN])
    bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag())
    punt = Actiepunt(client=client, omschrijving="Cv", vervalt_op=vandaag(), medewerker=an)
    bewaar_actiepunt(punt, door=an, op=vandaag())
    assert soorten(client) == sorted([ACTIEPUNT, CONTACT])
    ander = maak_client(an)
    assert soorten(ander) == []
    maak_traject(ander, an)
    assert soorten(ander) == sorted([CONTACT, TRAJECTPLAN]), "the goal of one is not the goal of another"
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    assert soorten(client) == sorted([ACTIEPUNT, "nazorgcontact"]), "the nazorg takes the contact over"
    Client.objects.filter(pk=client.pk).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    client.refresh_from_db()
    assert soorten(client) == []


def test_de_coach_krijgt_de_stilte_en_zonder_coach_de_maatschappelijk_werker(client, an, bert):
    maak_traject(client, an)
    client.actiepunten.create(omschrijving="Cv", vervalt_op=vandaag())
    wie = {b.soort: b.verantwoordelijke_id for b in beloofd(client, op=vandaag())}
    assert wie[CONTACT] == wie[ACTIEPUNT] == an.pk
    client.toewijzingen.filter(medewerker=an).update(tot=vandaag())
    wie = {b.soort: b.verantwoordelijke_id for b in beloofd(client, op=vandaag())}
    assert wie[CONTACT] == wie[ACTIEPUNT] == bert.pk


def test_het_lopende_traject_telt_en_anders_het_laatste(client, an):
    dag = vandaag()
    oud = maak_traject(client, an, op=dag - 200 * DAG)
    sluit_traject_af(oud, reden=Stopreden.VERHUISD, door=an, op=dag - 150 * DAG)
    laatste = maak_traject(client, an, op=dag - 100 * DAG)
    stilte = regel("traject.stilte_dagen", op=dag).waarde
    (contact, _) = beloofd(client, op=dag)
    assert contact.vervalt_op == dag - 100 * DAG + stilte["1"] * DAG
    sluit_traject_af(laatste, reden=Stopreden.WERK, door=an, op=dag - 50 * DAG)
    einde = dag - 50 * DAG  # the nazorg plans on a working day
    assert beloofd(client, op=dag)[0].vervalt_op == geplande_dag(einde + stilte["nazorg"] * DAG, vanaf=einde)


def test_wie_niet_kwam_breekt_de_stilte_niet_en_een_ander_dossier_ook_niet(client, an):
    maak_gesprek(maak_client(an), an)
    assert laatste_contact(Feiten([client], op=vandaag())) == {}
    maak_gesprek(client, an, op=vandaag() - 5 * DAG)
    maak_gesprek(client, an, op=vandaag() - 9 * DAG)
    maak_gesprek(client, an, aanwezigheid="afwezig")
    assert laatste_contact(Feiten([client], op=vandaag())) == {client.pk: vandaag() - 5 * DAG}


def test_van_twee_bundels_belooft_alleen_de_laatste_iets(client, an, bert):
    velden = {"van": bert, "aan": an, "mw_akkoord_op": vandaag(), "client_akkoord_op": vandaag()}
    antwoord = {"behandeld_op": vandaag(), "behandeld_door": an, "antwoord": "Neen"}
    oud, nieuw = vandaag() - 60 * DAG, vandaag() - 3 * DAG
    client.doorverwijzingen.create(status=S.AFGEWEZEN, begonnen_op=oud, verstuurd_op=oud, **velden, **antwoord)
    client.doorverwijzingen.create(status=S.VERSTUURD, begonnen_op=nieuw, verstuurd_op=nieuw, **velden)
    assert soorten(client) == [BUNDEL]
    assert soorten(maak_client(bert)) == []


def test_een_andere_fase_verzet_de_stilte_meteen(client, an):
    traject = maak_traject(client, an, op=vandaag())
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie="Samen beslist.")
    dagen = regel("traject.stilte_dagen", op=vandaag()).waarde
    assert Termijn.objects.open().get(soort=CONTACT).vervalt_op == vandaag() + dagen["2"] * DAG


# --- ticking off -------------------------------------------------------------------------------------
def termijn(client, sleutel):
    return Termijn(client=client, sleutel=sleutel)


def test_een_actiepunt_afvinken_op_vandaag_is_het_actiepunt_afvinken(client, an):
    rij = Actiepunt(client=client, omschrijving="Cv", vervalt_op=vandaag(), medewerker=an)
    bewaar_actiepunt(rij, door=an, op=vandaag())
    for onzin in ("actiepunt:", "actiepunt:x", f"actiepunt:{rij.pk + 1}", "actiepunt:-1"):
        vink_actiepunt_af(termijn(client, onzin), an, vandaag())
    vink_actiepunt_af(termijn(maak_client(an), f"actiepunt:{rij.pk}"), an, vandaag())
    rij.refresh_from_db()
    assert rij.gedaan_op is None
    vink_actiepunt_af(Termijn.objects.open().get(soort=ACTIEPUNT), an, vandaag() - DAG)
    rij.refresh_from_db()
    assert rij.gedaan_op == vandaag() - DAG
    vink_actiepunt_af(termijn(client, f"actiepunt:{rij.pk}"), an, vandaag())
    rij.refresh_from_db()
    assert rij.gedaan_op == vandaag() - DAG, "what is done stays done on that day"


def test_een_antwoord_afvinken_op_vandaag_is_het_gelezen_hebben(client, an, bert):
    rij = client.doorverwijzingen.create(
        status=S.AFGEWEZEN, van=bert, aan=an, begonnen_op=vandaag(), verstuurd_op=vandaag(), behandeld_op=vandaag(),
        behandeld_door=an, mw_akkoord_op=vandaag(), client_akkoord_op=vandaag(),
    )  # fmt: skip
    leid_opnieuw_af(client, op=vandaag())
    for onzin in ("bundel:", "bundel:x", f"bundel:{rij.pk + 1}"):
        vink_antwoord_af(termijn(client, onzin), bert, vandaag())
    vink_antwoord_af(termijn(maak_client(an), f"bundel:{rij.pk}"), bert, vandaag())
    rij.refresh_from_db()
    assert rij.antwoord_gelezen_op is None
    vink_antwoord_af(Termijn.objects.open().get(soort=ANTWOORD), bert, vandaag())
    rij.refresh_from_db()
    assert rij.antwoord_gelezen_op == vandaag()
    assert not Termijn.objects.open().exists()
