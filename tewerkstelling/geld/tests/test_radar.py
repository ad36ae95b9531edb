"""The month-end radar: who will not count, why, what is at stake, and one task that is made once."""

from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import quote

import openpyxl
import pytest
import time_machine
from django.db import IntegrityError, transaction

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_geld import maak_registratie, maak_twe, maak_werkervaring
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import plus_maanden
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from tewerkstelling.geld.actions import maak_radartaak
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.models import Radartaak
from tewerkstelling.geld.radar import Radargroep, maandeinde, radar, taakdag
from trajecten.models import Actiepunt
from trajecten.twe.vergoeding import Maandoordeel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


def maand() -> date:
    """The last day of this month."""
    return maandeinde(vandaag())


def eerste_dag() -> date:
    return maand().replace(day=1)


def vanaf_dag(dag: int) -> None:
    Regelset.objects.filter(sleutel="twe.radar_dag").update(waarde=dag)
    vergeet_regels()


def stand(medewerker, op=None):
    return [(r.groep, r.oordeel, r.gemist) for r in radar(medewerker, maand(), op=op or vandaag())]


def loopt(client, door, *, status="", start=None):
    """A window with art.60 that runs past the end of the month."""
    start = start or plus_maanden(eerste_dag(), -5)
    return maak_twe(client, door, start=start, art60=(start, maand() + timedelta(days=90)), status=status)


def test_wie_in_orde_is_staat_er_niet_in(an, griet):
    loopt(maak_client(an), an, status=MlpStatus.GEREGISTREERD)
    assert stand(griet) == []


def test_niet_geregistreerd_of_geblokkeerd(an, griet):
    loopt(maak_client(an), an, status=MlpStatus.TE_REGISTREREN)
    loopt(maak_client(an), an, status=MlpStatus.GEBLOKKEERD)
    assert stand(griet) == [(Radargroep.TE_DOEN, Maandoordeel.NIET_GEREGISTREERD, Decimal(445))] * 2


def test_niet_nagekeken_is_geen_fout(an, griet):
    loopt(maak_client(an), an)
    assert stand(griet) == [(Radargroep.NIET_NAGEKEKEN, Maandoordeel.TELT, Decimal(445))]


def test_art60_stopt_een_dag_te_vroeg(an, griet):
    start = plus_maanden(eerste_dag(), -5)
    maak_twe(maak_client(an), an, start=start, art60=(start, maand() - timedelta(days=1)), status="geregistreerd")
    assert stand(griet) == [(Radargroep.TE_DOEN, Maandoordeel.ART60_TE_KORT, Decimal(195))]


def test_de_grens_van_een_tijdige_start(an, griet):
    """Still to save until the limit; after it lost; a limit after this month is watched by its termijn."""
    laat = maak_werkervaring(maak_client(an, achternaam="A"), an, start=plus_maanden(maand(), -2) - timedelta(days=3))
    maak_werkervaring(maak_client(an, achternaam="B"), an, start=eerste_dag())
    grens = plus_maanden(laat.start, 2)
    assert stand(griet, op=grens) == [(Radargroep.TE_DOEN, Maandoordeel.NOG_GEEN_ART60, Decimal(250))]
    assert stand(griet, op=grens + timedelta(days=1)) == [
        (Radargroep.VERLOREN, Maandoordeel.NOG_GEEN_ART60, Decimal(250))
    ]


def test_na_de_24_maanden_tellen_we_de_rechten_zelf(an, griet):
    """Full-time for 22 months is more than 312 days: not needed any more, unless the coordinator says so."""
    start = plus_maanden(eerste_dag(), -26)
    client = maak_client(an)
    venster = maak_werkervaring(client, an, start=start)
    maak_contract(client, an, van=start, laatste_dag=maand() + timedelta(days=60))
    assert stand(griet) == [(Radargroep.TE_DOEN, Maandoordeel.NA_24_NIET_NODIG, Decimal(445))]
    maak_registratie(venster, griet, na_24_nodig="ja")
    assert stand(griet) == []


def test_na_de_24_maanden_halftijds_is_art60_nog_nodig(an, griet):
    start = plus_maanden(eerste_dag(), -24)
    client = maak_client(an)
    maak_registratie(maak_werkervaring(client, an, start=start), an)
    # 19 of 38 hours gives 3 days a week: two years of it come to about 312, so on the limit it is still needed.
    van = plus_maanden(start, 1)
    maak_contract(client, an, van=van, laatste_dag=maand() + timedelta(days=200), uren_per_week=15)
    assert stand(griet) == []


def test_ander_ocmw_bestaat_niet(carla, griet, mia):
    loopt(maak_client(carla), carla, status=MlpStatus.TE_REGISTREREN)
    assert (len(stand(griet)), len(stand(mia))) == (0, 1)


def test_voor_de_dag_van_de_regel_een_voorproefje(als, griet, an):
    loopt(maak_client(an, achternaam="Zichtbaar"), an, status=MlpStatus.TE_REGISTREREN)
    vanaf_dag(1)
    assert "Zichtbaar" in als(griet).get("/sturing/maandeinde/").content.decode()
    vanaf_dag(31)
    with time_machine.travel(vandaag().replace(day=1), tick=False):  # on the last day it is never too early
        vroeg = als(griet).get("/sturing/maandeinde/").content.decode()
        assert "Zichtbaar" not in vroeg
        assert "vooraf=1" in vroeg
        assert "Zichtbaar" in als(griet).get("/sturing/maandeinde/?vooraf=1").content.decode()


def test_een_taak_wordt_een_keer_gemaakt(als, griet, an):
    client = maak_client(griet, coach=an)
    venster = loopt(client, an, status=MlpStatus.TE_REGISTREREN)
    post = {"werkervaring": venster.pk, "terug": "/sturing/maandeinde/"}
    for _ in range(2):
        assert als(griet).post("/sturing/maandeinde/taken/", post).status_code == 302
    punt = Actiepunt.objects.get(client=client)
    assert (punt.medewerker, Radartaak.objects.count()) == (an, 1)
    assert vandaag() <= punt.vervalt_op <= maand()
    assert Journaalregel.objects.filter(wat="actiepunt_gewijzigd", client_id=client.pk).count() == 1
    vanaf_dag(1)
    assert "Taak loopt" in als(griet).get("/sturing/maandeinde/").content.decode()


def test_een_tweede_taak_kan_niet_bestaan(griet, an):
    """What two clicks at the same moment run into: the table itself refuses the second row."""
    client = maak_client(griet, coach=an)
    venster = loopt(client, an, status=MlpStatus.TE_REGISTREREN)
    rij = radar(griet, maand(), op=vandaag())[0]
    eerste, nieuw = maak_radartaak(venster, rij, maand(), door=griet, op=vandaag())
    assert maak_radartaak(venster, rij, maand(), door=griet, op=vandaag()) == (eerste, False)
    assert nieuw
    with pytest.raises(IntegrityError), transaction.atomic():
        Radartaak.objects.create(client=client, werkervaring=venster, maand=maand(), punt=eerste.punt)


@time_machine.travel("2026-12-28", tick=False)
def test_in_de_derde_maand_is_verbeteren_voor_dit_kwartaal_voorbij(als, griet):
    html = als(griet).get("/sturing/maandeinde/").content.decode()
    assert "te laat voor het kwartaal: ze gaat naar de jaarafrekening van VDAB" in html


def test_van_de_lijst_naar_de_registratie_en_terug(als, griet, an):
    """Eleven people to note: each one click away, and afterwards back where you were."""
    vanaf_dag(1)
    client = maak_client(an, achternaam="Nagaan")
    venster = loopt(client, an)
    lijst = "/sturing/maandeinde/?groep=niet_nagekeken&coach=geen"
    adres = f"/clienten/{client.pk}/werk/werkervaring/{venster.pk}/registratie/?terug="
    html = als(griet).get("/sturing/maandeinde/?groep=niet_nagekeken").content.decode()
    assert adres + "/sturing/maandeinde/%3Fgroep%3Dniet_nagekeken" in html
    form = als(griet).get(adres + quote(lijst)).context["form"]
    post = velden_van(form, status="geregistreerd", vdab_vanaf=str(venster.start))
    assert als(griet).post(adres + quote(lijst), post).url == lijst
    elders = als(griet).post(adres + quote("https://elders.example/"), velden_van(form, status="geblokkeerd"))
    assert "elders.example" not in elders.get("Location", "")


def test_geen_taak_voor_wat_je_niet_ziet_of_wat_in_orde_is(als, mia, an):
    venster = loopt(maak_client(an), an, status=MlpStatus.TE_REGISTREREN)
    als(mia).post("/sturing/maandeinde/taken/", {"werkervaring": [venster.pk, 99, "x"]})
    assert not Actiepunt.objects.exists()


@pytest.mark.parametrize(
    ("maand", "op", "dag"),
    [
        (date(2026, 11, 30), date(2026, 11, 20), date(2026, 11, 27)),  # Monday: the Friday before
        (date(2026, 12, 31), date(2026, 12, 20), date(2026, 12, 30)),
        (date(2027, 2, 28), date(2027, 2, 28), date(2027, 2, 28)),
    ],
)
def test_de_dag_van_de_taak_ligt_voor_het_einde(maand, op, dag):
    assert taakdag(maand, op=op) == dag


def test_filteren_sorteren_en_optellen(als, griet, an, bert):
    vanaf_dag(1)
    loopt(maak_client(griet, coach=an, achternaam="Eerst"), an, status=MlpStatus.TE_REGISTREREN)
    start = plus_maanden(eerste_dag(), -5)
    kort = maak_client(griet, achternaam="Kort")
    maak_twe(kort, an, start=start, art60=(start, maand() - timedelta(days=1)), status="geregistreerd")
    antwoord = als(griet).get("/sturing/maandeinde/")
    assert [r.naam.split()[0] for r in antwoord.context["keuze"].rijen] == ["Eerst", "Kort"]
    assert "€\N{NO-BREAK SPACE}640" in antwoord.content.decode()
    assert "/regels/twe.radar_dag/" in antwoord.content.decode(), (
        "de regel staat er met haar naam, haar bladzijde zegt de bron"
    )
    per_coach = als(griet).get(f"/sturing/maandeinde/?coach={an.pk}").context["keuze"]
    assert [r.naam.split()[0] for r in per_coach.rijen] == ["Eerst"]
    oplopend = als(griet).get("/sturing/maandeinde/?sorteer=bedrag&oordeel=onzin").context["keuze"]
    assert oplopend.rijen == []


def test_naar_excel_staat_per_dossier_in_het_journaal(als, griet, an, tmp_path):
    client = maak_client(an, achternaam="=1+1")
    loopt(client, an, status=MlpStatus.TE_REGISTREREN)
    bestand = tmp_path / "radar.xlsx"
    bestand.write_bytes(als(griet).get("/sturing/maandeinde/uitvoer/").content)
    blad = openpyxl.load_workbook(bestand)["Geld op maandeinde"]
    cellen = [cel for rij in blad.iter_rows(values_only=True) for cel in rij if cel]
    assert any(str(cel).startswith("=1+1 ") for cel in cellen)
    assert 445 in cellen
    assert Journaalregel.objects.filter(wat="lijst_geexporteerd", client_id=client.pk).count() == 1


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_queries_voor_een_en_voor_vijftig(an, griet, aantal, django_assert_num_queries):
    voorbij = plus_maanden(eerste_dag(), -26)
    for nummer in range(aantal):
        client = maak_client(an)
        if nummer % 2:
            loopt(client, an, status=MlpStatus.TE_REGISTREREN)
        else:
            maak_twe(client, an, start=voorbij, art60=(voorbij, maand() + timedelta(days=60)))
    with django_assert_num_queries(8):
        assert len(radar(griet, maand(), op=vandaag())) == aantal


def test_een_lijn_op_vandaag_alleen_voor_wie_stuurt(als, griet, an):
    loopt(maak_client(an), an, status=MlpStatus.TE_REGISTREREN)
    vanaf_dag(1)
    html = als(griet).get("/").content.decode()
    assert "1 traject telt deze maand niet of niet volledig mee" in html
    assert "/sturing/maandeinde/" not in als(an).get("/").content.decode()


def test_geen_lijn_op_vandaag_als_alles_telt(als, griet, an):
    loopt(maak_client(an), an, status=MlpStatus.GEREGISTREERD)
    vanaf_dag(1)
    assert "niet volledig mee" not in als(griet).get("/").content.decode()
