"""Two dossiers become one and two again: everything that hangs on them, in every room, whatever rooms there will be."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, models

from clienten.actions import sluit_client, wijs_toe, wijzig_client
from clienten.models import Client, Document, Randvoorwaarde, Toewijzing
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.gereedschap.testing.maak import (
    maak_client,
    maak_contract,
    maak_gesprek,
    maak_insz,
    maak_medewerker,
    maak_traject,
)
from ocmw.gereedschap.testing.maak_evaluaties import maak_bezoek, maak_evaluatie
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.journaal.models import Inzagegrond, Journaalregel
from ocmw.kalender.klok import nu, vandaag
from ocmw.kladjes.models import Kladje
from ocmw.tests.handelverhalen import VERHALEN, Team
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dubbels import actions
from ocmw.werkruimte.dubbels.actions import maak_vereniging_ongedaan, verenig_dossiers
from ocmw.werkruimte.dubbels.botsingen import NOOIT_SAMEN, verwijzingen
from ocmw.werkruimte.dubbels.jobs import ruim_verenigingen_op
from ocmw.werkruimte.dubbels.models import Vereniging
from tewerkstelling.evaluaties.models import Evaluatie
from tewerkstelling.models import Tewerkstelling
from trajecten.models import Faseperiode, Gesprek, Intake, Traject

pytestmark = pytest.mark.databank
# What is written about the join itself, or never goes back.
NIET_VERGELEKEN = {"journaal.Journaalregel", "dubbels.Vereniging", "ui.Formuliersleutel"}


def foto() -> dict[tuple[str, int], dict]:
    """Every row of every table of ours, but for the counter that tells who has a form open that it moved on."""
    rijen = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label not in NIET_VERGELEKEN:
            for rij in model._base_manager.values():
                rij.pop("versie", None)
                rijen[model._meta.label, rij.get("id", rij.get("client_id"))] = rij
    return rijen


def wijst_nog_naar(pk: int) -> list[str]:
    """Tables in which a row still points at this dossier, as the database itself knows its foreign keys."""
    gevonden = []
    for tabel, kolom in vreemde_sleutels():
        with connection.cursor() as cursor:
            # The catalogue of the database names tables and columns; no model is asked.
            cursor.execute(f'SELECT COUNT(*) FROM "{tabel}" WHERE "{kolom}" = %s', [pk])
            if cursor.fetchone()[0]:
                gevonden.append(f"{tabel}.{kolom}")
    return gevonden


def vreemde_sleutels() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        return {
            (tabel.name, kolom)
            for tabel in connection.introspection.get_table_list(cursor)
            for kolom, (_, doel) in connection.introspection.get_relations(cursor, tabel.name).items()
            for doel in [connection.introspection.get_relations(cursor, tabel.name)[kolom][1]]
            if doel == Client._meta.db_table
        }


@pytest.fixture
def wereld(an, bert, carla):
    """Everything that can happen to a dossier has happened to some of these."""
    team = Team(an, bert, carla, vandaag())
    for verhaal in VERHALEN:
        for _ in verhaal(team):
            pass
    return team


@pytest.mark.django_db
def test_elke_verwijzing_in_de_databank_verhuist():
    """A new model with a client cannot be forgotten: what moves is what the database has, no list of ours."""
    van_ons = {
        (verwijzing.model._meta.db_table, verwijzing.model._meta.get_field(verwijzing.veld).column)
        for verwijzing in verwijzingen(Client)
    }
    assert van_ons == vreemde_sleutels()
    assert len(van_ons) > 40


def test_wie_een_dossier_zonder_sleutel_noemt_staat_hier():
    """A number without a foreign key moves only because somebody thought of it. Who adds one, adds it there or here."""
    los = {
        f"{model._meta.label}.{veld.name}"
        for model in apps.get_models()
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.IntegerField)
        and veld.remote_field is None
        and veld.name in ("client_id", "dossier_id", "client_pk")
    }
    assert los == {"journaal.Journaalregel.client_id", "journaal.Inzagegrond.client_id"}


@pytest.mark.postgres
@pytest.mark.django_db
def test_wat_de_databank_nooit_samen_laat_staan_kennen_we():
    with connection.cursor() as cursor:
        # The ORM does not know exclusion constraints.
        cursor.execute("SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'x'")
        tabellen = {tabel for (tabel,) in cursor.fetchall()}
    assert tabellen <= {model._meta.db_table for model in NOOIT_SAMEN}
    assert Tewerkstelling._meta.db_table in tabellen


def test_alles_verhuist_en_keert_terug(wereld):
    """Whatever two dossiers hold: nothing points at the one that went, derived rows are right, and back is exactly back."""
    pks = list(Client.objects.filter(ocmw=wereld.an.ocmw).order_by("pk").values_list("pk", flat=True))
    geraakt = set()
    for blijft, weg in zip(pks, pks[1:] + pks[:1], strict=True):
        voor = foto()
        een, twee = Client.objects.get(pk=blijft), Client.objects.get(pk=weg)
        rij = verenig_dossiers(een, twee, {}, door=wereld.bert, op=vandaag())
        geraakt |= {stap[1] for stap in rij.stappen[1:]}
        assert wijst_nog_naar(weg) == []
        assert afwijkingen(vandaag()) == []
        terugkeer = maak_vereniging_ongedaan(rij, door=wereld.bert, op=vandaag())
        assert (terugkeer.anders, terugkeer.mee) == ({}, 0)
        na = foto()
        anders = {
            sleutel: (voor.get(sleutel), na.get(sleutel))
            for sleutel in voor.keys() | na.keys()
            if voor.get(sleutel) != na.get(sleutel)
        }
        assert anders == {}
        assert afwijkingen(vandaag()) == []
    assert len(geraakt) > 30  # else the stories tell too little


def test_wie_niet_terugzet_valt_op(wereld, monkeypatch):
    """Negative control of the picture above."""
    een, twee = Client.objects.filter(ocmw=wereld.an.ocmw, trajecten__isnull=False).distinct()[:2]
    voor = foto()
    keuzes = {sleutel(twee, een, "voornaam"): "weg"}
    rij = verenig_dossiers(een, twee, keuzes, door=wereld.bert, op=vandaag())
    monkeypatch.setattr(actions.Terugweg, "_zet_terug", lambda *_: None)
    maak_vereniging_ongedaan(rij, door=wereld.bert, op=vandaag())
    assert foto() != voor


@pytest.fixture
def twee(bert, an):
    """The same woman twice: once by the maatschappelijk werker, once by the coach."""
    insz = maak_insz(vandaag().replace(year=1990), 901)
    blijft = maak_client(bert, voornaam="Amina", achternaam="El Mansouri", insz="", taal="Arabisch", coach=an)
    weg = maak_client(bert, voornaam="Amina", achternaam="Elmansouri", insz=insz, nationaliteit="Marokko", taal="")
    Client.objects.filter(pk=blijft.pk).update(opmerking="Belt liefst.")
    Client.objects.filter(pk=weg.pk).update(opmerking="Komt met de bus.", geboortedatum=blijft.geboortedatum)
    return Client.objects.get(pk=blijft.pk), Client.objects.get(pk=weg.pk)


def sleutel(weg, blijft, veld=""):
    return f"{weg._meta.label_lower}-{weg.pk}-{blijft.pk}" + (f".{veld}" if veld else "")


def test_per_gegeven_wat_gekozen_is_en_anders_gaat_er_niets_verloren(twee, bert):
    blijft, weg = twee
    verenig_dossiers(blijft, weg, {sleutel(weg, blijft, "achternaam"): "weg"}, door=bert, op=vandaag())
    client = Client.objects.get(pk=blijft.pk)
    assert (client.achternaam, client.taal, client.nationaliteit, client.insz) == (
        "Elmansouri",
        "Arabisch",
        "Marokko",
        weg.insz,
    )
    assert client.opmerking == "Belt liefst.\n\nKomt met de bus."
    assert client.zoeknaam.startswith("elmansouri")
    assert not Client.objects.filter(pk=weg.pk).exists()


def test_een_ander_insz_blijft_vindbaar(twee, bert):
    blijft, weg = twee
    blijft.insz = maak_insz(vandaag().replace(year=1991), 902)
    Client.objects.filter(pk=blijft.pk).update(insz=blijft.insz)
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    assert [rij.insz for rij in Client.objects.get(pk=blijft.pk).oude_nummers.all()] == [weg.insz]


def test_wie_volgde_blijft_leesbaar(twee, bert, griet, an):
    blijft, weg = twee
    wijs_toe(weg, griet, rol="atb", door=bert, op=vandaag() - timedelta(days=9))
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    atb = Toewijzing.objects.filter(client=blijft, rol="atb").order_by("pk")
    assert [(rij.medewerker, rij.tot) for rij in atb] == [(an, None), (griet, vandaag())]
    assert Toewijzing.objects.filter(client=blijft, rol="mw").count() == 1  # Bert made both: he follows once


def test_de_andere_coach_kan_ook_gekozen_worden(twee, bert, griet, an):
    blijft, weg = twee
    nieuw = wijs_toe(weg, griet, rol="atb", door=bert, op=vandaag())
    oud = Toewijzing.objects.get(client=blijft, rol="atb")
    verenig_dossiers(blijft, weg, {sleutel(nieuw, oud): "weg"}, door=bert, op=vandaag())
    assert Toewijzing.objects.get(client=blijft, rol="atb", tot=None).medewerker == griet
    assert Client.objects.select_related("stand").get(pk=blijft.pk).stand.coach == griet


def test_twee_lopende_trajecten_worden_er_een(twee, bert, an):
    blijft, weg = twee
    maak_traject(blijft, an, op=vandaag() - timedelta(days=30))
    maak_traject(weg, an, op=vandaag() - timedelta(days=60))
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    traject = Traject.objects.get(client=blijft)
    assert (traject.gestart_op, traject.afgesloten_op) == (vandaag() - timedelta(days=60), None)
    assert Faseperiode.objects.filter(traject=traject, tot=None).count() == 1


@pytest.mark.parametrize("telt", ["weg", "blijft"])
def test_twee_keer_hetzelfde_art60_met_alles_wat_eraan_hangt(twee, bert, an, telt):
    blijft, weg = twee
    hier = maak_contract(blijft, an, van=vandaag() - timedelta(days=100), laatste_dag=vandaag() + timedelta(days=200))
    daar = maak_contract(weg, an, van=vandaag() - timedelta(days=90), laatste_dag=vandaag() + timedelta(days=210))
    maak_evaluatie(hier, an, moment="m1")
    maak_evaluatie(daar, an, moment="m2")
    maak_bezoek(daar, an)
    onderbreek(hier, an, van=vandaag() - timedelta(days=50), laatste_dag=vandaag() - timedelta(days=40))
    onderbreek(daar, an, van=vandaag() - timedelta(days=45), laatste_dag=vandaag() - timedelta(days=35))
    voor = foto()
    rij = verenig_dossiers(blijft, weg, {sleutel(daar, hier): telt}, door=bert, op=vandaag())
    contract = Tewerkstelling.objects.get(client=blijft)
    assert contract.van == (daar if telt == "weg" else hier).van
    assert Evaluatie.objects.filter(client=blijft, contract=contract).count() == 2
    assert contract.werkbezoeken.count() == 1
    assert contract.onderbrekingen.count() == 1
    assert afwijkingen(vandaag()) == []
    maak_vereniging_ongedaan(rij, door=bert, op=vandaag())
    assert foto() == voor


def test_regulier_naast_art60_blijft_elk_wat_het_is(twee, bert, an):
    blijft, weg = twee
    maak_contract(blijft, an, van=vandaag() - timedelta(days=100), laatste_dag=vandaag() + timedelta(days=20))
    maak_contract(
        weg, an, van=vandaag() - timedelta(days=10), laatste_dag=vandaag() + timedelta(days=210), soort="regulier"
    )
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    assert Tewerkstelling.objects.filter(client=blijft).count() == 2


def test_een_afgeschermde_nota_wordt_nooit_open(twee, bert):
    """Two answers become one row: when either was shielded, both are."""
    blijft, weg = twee
    for client, nota in ((blijft, "Rugklachten."), (weg, "Volgt kine.")):
        Randvoorwaarde.objects.create(
            client=client, soort="gezondheid", in_orde="onbekend" if client == blijft else "nee", nota=nota
        )
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    rij = Randvoorwaarde.objects.get(client=blijft, soort="gezondheid")
    assert (rij.in_orde, rij.nota) == ("nee", "Rugklachten.\n\nVolgt kine.")


def test_een_open_en_een_gesloten_dossier_worden_een_open(twee, bert):
    blijft, weg = twee
    sluit_client(blijft, reden="verhuisd", door=bert, op=vandaag())
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    client = Client.objects.get(pk=blijft.pk)
    assert (client.gesloten_op, client.sluitreden) == (None, "")


def test_kladje_en_reden_gaan_mee_en_terug(twee, bert, griet):
    blijft, weg = twee
    for client in twee:
        Kladje.objects.create(
            medewerker=bert, adres=f"{client.get_absolute_url()}gesprekken/nieuw/", formulier="f", inhoud="{}"
        )
    grond = Inzagegrond.objects.create(
        medewerker=griet, client_id=weg.pk, reden="overleg", geldig_tot=nu() + timedelta(hours=1)
    )
    voor = foto()
    rij = verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    assert list(Kladje.objects.order_by("nummer").values_list("adres", "nummer")) == [
        (f"/clienten/{blijft.pk}/gesprekken/nieuw/", 0),
        (f"/clienten/{blijft.pk}/gesprekken/nieuw/", 1),
    ]
    grond.refresh_from_db()
    assert grond.client_id == blijft.pk
    maak_vereniging_ongedaan(rij, door=bert, op=vandaag())
    assert foto() == voor


def test_wat_bijkwam_blijft_en_wat_gewijzigd_is_ook(twee, bert, an):
    blijft, weg = twee
    contract = maak_contract(weg, an, van=vandaag() - timedelta(days=40), laatste_dag=vandaag() + timedelta(days=100))
    maak_gesprek(weg, an, verslag="Van het tweede dossier.")
    rij = verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    client = Client.objects.get(pk=blijft.pk)
    maak_gesprek(client, an, verslag="Na het samenbrengen.")
    client.nationaliteit = "België"
    wijzig_client(client, ["nationaliteit"], door=bert, op=vandaag())
    Gesprek.objects.filter(verslag="Van het tweede dossier.").delete()
    maak_evaluatie(Tewerkstelling.objects.get(pk=contract.pk), an, moment="m1")
    terugkeer = maak_vereniging_ongedaan(rij, door=bert, op=vandaag())
    assert Gesprek.objects.get(verslag="Na het samenbrengen.").client_id == blijft.pk
    assert Client.objects.get(pk=blijft.pk).nationaliteit == "België"
    assert Client.objects.get(pk=weg.pk).nationaliteit == "Marokko"
    assert Evaluatie.objects.get().client_id == weg.pk == Tewerkstelling.objects.get().client_id
    assert terugkeer.anders == {"clienten.Client": 1, "trajecten.Gesprek": 1}
    assert terugkeer.mee >= 1
    assert afwijkingen(vandaag()) == []


def test_na_dertig_dagen_kan_het_niet_meer_en_is_het_beeld_weg(twee, bert):
    rij = verenig_dossiers(*twee, {}, door=bert, op=vandaag() - timedelta(days=31))
    with pytest.raises(Geweigerd, match="kon tot en met"):
        maak_vereniging_ongedaan(rij, door=bert, op=vandaag())
    assert ruim_verenigingen_op() == 1
    assert Vereniging.objects.get().stappen == []
    assert ruim_verenigingen_op() == 0


def test_de_laatste_eerst(twee, bert):
    derde = maak_client(bert, voornaam="Amina", achternaam="El-Mansouri")
    eerst = verenig_dossiers(*twee, {}, door=bert, op=vandaag())
    daarna = verenig_dossiers(derde, Client.objects.get(pk=twee[0].pk), {}, door=bert, op=vandaag())
    eerst.refresh_from_db()
    assert eerst.client == derde
    with pytest.raises(Geweigerd, match="Maak dat eerst ongedaan"):
        maak_vereniging_ongedaan(eerst, door=bert, op=vandaag())
    maak_vereniging_ongedaan(daarna, door=bert, op=vandaag())
    eerst.refresh_from_db()
    maak_vereniging_ongedaan(eerst, door=bert, op=vandaag())
    assert Client.objects.filter(pk__in=[derde.pk, *(client.pk for client in twee)]).count() == 3


def test_intussen_is_het_insz_opnieuw_gebruikt(twee, bert):
    blijft, weg = twee
    rij = verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    Client.objects.filter(pk=blijft.pk).update(insz="")
    ander = maak_client(bert, insz=weg.insz)
    with pytest.raises(Geweigerd, match=ander.dossiernummer):
        maak_vereniging_ongedaan(rij, door=bert, op=vandaag())


def test_over_de_grens_van_een_ocmw_niet(twee, bert, carla):
    vreemd = maak_client(carla)
    with pytest.raises(Geweigerd, match="twee OCMW's"):
        verenig_dossiers(twee[0], vreemd, {}, door=bert, op=vandaag())
    with pytest.raises(Geweigerd, match="twee keer hetzelfde"):
        verenig_dossiers(twee[0], twee[0], {}, door=bert, op=vandaag())
    ver = maak_medewerker("Vera", "Verweg", carla.ocmw, Rol.COORDINATOR)
    with pytest.raises(Geweigerd, match="Alleen een collega"):
        verenig_dossiers(*twee, {}, door=ver, op=vandaag())


def test_keuzes_die_samen_niet_kunnen_zijn_een_zin(twee, bert):
    blijft, weg = twee
    from tewerkstelling.match.models import Werkprofiel

    hier = Werkprofiel.objects.create(client=blijft, uren_min=20, uren_max=30)
    daar = Werkprofiel.objects.create(client=weg, uren_min=35, uren_max=38)
    with pytest.raises(Geweigerd, match="passen niet samen"):
        verenig_dossiers(blijft, weg, {sleutel(daar, hier, "uren_min"): "weg"}, door=bert, op=vandaag())


def test_documenten_en_intake(twee, bert):
    blijft, weg = twee
    Document.objects.create(
        client=weg,
        titel="Cv",
        toegevoegd_door=bert,
        mime="application/pdf",
        grootte=8,
        bestandsnaam="cv.pdf",
        sha256="0" * 64,
    )
    Intake.objects.create(client=blijft, opleiding="BSO")
    Intake.objects.create(client=weg, opleiding="A2 in Marokko", sterktes="Talen", hulpvragen=["cv"])
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    intake = Intake.objects.get(client=blijft)
    assert (intake.opleiding, intake.sterktes, intake.hulpvragen) == ("BSO\n\nA2 in Marokko", "Talen", ["cv"])
    assert Document.objects.get().client == blijft


def test_het_journaal_zegt_het_bij_beide(twee, bert):
    blijft, weg = twee
    verenig_dossiers(blijft, weg, {}, door=bert, op=vandaag())
    regels = Journaalregel.objects.filter(wat="dossiers_verenigd").order_by("client_id")
    assert {(regel.client_id, tuple(regel.details.items())) for regel in regels} == {
        (blijft.pk, (("van", weg.pk),)),
        (weg.pk, (("naar", blijft.pk),)),
    }
