"""The state table: who may do what, why not now, and a diagram that says the same."""

from datetime import date, timedelta
from itertools import product

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, transaction

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, teken, vers
from ocmw.kalender.klok import vandaag
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.startklaar.actions import ontvink_punt, start_plaatsing, vink_punt, zet_plaatsing_stop
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import OVERGANGEN, als_mermaid, met_overlap, stand_van, weigering_voor

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


def status(plaatsing, op=OP):
    return stand_van(vers(plaatsing), op=op).status


def test_het_schema_in_de_docs_komt_uit_de_tabel():
    assert als_mermaid() in (settings.BASE_DIR / "docs" / "startklaar.md").read_text(encoding="utf-8")


def test_wat_niet_in_de_tabel_staat_wordt_geweigerd_met_een_zin(client, an):
    stand = stand_van(maak_plaatsing(client, an), op=OP)
    for van, naar in product(Plaatsingstatus, Plaatsingstatus):
        if (van, naar) not in OVERGANGEN:
            zin = weigering_voor(stand.__class__(van, stand.lijst), naar, an)
            assert zin.endswith(".")
            assert van.label.lower() in zin


def test_uit_een_einde_gaat_niets_meer():
    assert not [van for van, _ in OVERGANGEN if van in {Plaatsingstatus.BEEINDIGD, Plaatsingstatus.STOPGEZET}]


def test_wie_mag(client, an, bert, leo):
    stand = stand_van(maak_klaar(maak_plaatsing(client, an), an), op=OP)
    assert weigering_voor(stand, Plaatsingstatus.GESTART, an) == ""
    for collega in (bert, leo):
        assert "Hiervoor heb je het recht nodig" in weigering_voor(stand, Plaatsingstatus.GESTART, collega)
        assert "Hiervoor heb je het recht nodig" in weigering_voor(stand, Plaatsingstatus.STOPGEZET, collega)
    assert "vanzelf" in weigering_voor(stand_van(maak_plaatsing(client, an), op=OP), Plaatsingstatus.KLAAR, an)


def test_klaar_volgt_uit_de_lijst_en_gaat_vanzelf_terug(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)
    assert status(plaatsing) == Plaatsingstatus.KLAAR
    ontvink_punt(plaatsing, "vervoer", door=an, op=OP)
    assert status(plaatsing) == Plaatsingstatus.VOORSTEL
    vink_punt(plaatsing, "vervoer", door=an, op=OP)
    assert status(plaatsing) == Plaatsingstatus.KLAAR


def test_een_nieuwe_regel_telt_meteen_mee(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)
    set_ = Regelset.objects.get(sleutel="plaatsing.startklaar")
    nieuw = {**set_.waarde[-1], "code": "badge", "zin": "De badge is er nog niet."}
    Regelset.objects.filter(pk=set_.pk).update(waarde=[*set_.waarde, nieuw])
    vergeet_regels()
    stand = stand_van(vers(plaatsing), op=OP)
    assert stand.status == Plaatsingstatus.VOORSTEL
    assert [punt.code for punt in stand.lijst.ontbrekend] == ["badge"]


def test_beeindigd_volgt_uit_het_contract(client, an):
    plaatsing = maak_gestart(client, an, van=OP, laatste_dag=OP + timedelta(days=30))
    assert status(plaatsing) == Plaatsingstatus.GESTART
    assert status(plaatsing, OP + timedelta(days=30)) == Plaatsingstatus.GESTART  # the last day is still work
    assert status(plaatsing, OP + timedelta(days=31)) == Plaatsingstatus.BEEINDIGD


@pytest.mark.parametrize(
    ("reden", "verwacht"),
    [
        ("ontslag_client", Plaatsingstatus.STOPGEZET),
        ("doorstroom_andere", Plaatsingstatus.BEEINDIGD),
        ("duur_bereikt", Plaatsingstatus.BEEINDIGD),
    ],
)
def test_een_contract_dat_vroeger_afbreekt(client, an, reden, verwacht):
    plaatsing = maak_gestart(client, an, van=OP - timedelta(days=0), laatste_dag=OP + timedelta(days=300))
    beeindig_tewerkstelling(plaatsing.contract, laatste_dag=OP + timedelta(days=9), reden=reden, door=an, op=OP)
    assert status(plaatsing, OP + timedelta(days=9)) == Plaatsingstatus.GESTART
    assert status(plaatsing, OP + timedelta(days=10)) == verwacht


def test_stopzetten_voor_de_start(client, an):
    plaatsing = maak_plaatsing(client, an)
    zet_plaatsing_stop(plaatsing, reden="client", door=an, op=OP)
    assert status(plaatsing) == Plaatsingstatus.STOPGEZET
    for doe in (
        lambda: zet_plaatsing_stop(vers(plaatsing), reden="client", door=an, op=OP),
        lambda: vink_punt(vers(plaatsing), "vervoer", door=an, op=OP),
        lambda: teken(plaatsing, an),
    ):
        with pytest.raises(Geweigerd, match="stopgezet"):
            doe()


def test_wat_gestart_is_stopt_via_het_contract(client, an):
    plaatsing = maak_gestart(client, an, van=OP)
    with pytest.raises(Geweigerd, match="niet zelf kiezen, het volgt vanzelf"):
        zet_plaatsing_stop(plaatsing, reden="client", door=an, op=OP)
    assert vers(plaatsing).status == Plaatsingstatus.GESTART


def test_de_databank_weigert_een_start_zonder_handtekeningen(client, an):
    """Whatever code path is taken: A4 is a constraint."""
    plaatsing = maak_plaatsing(client, an)
    with pytest.raises(IntegrityError), transaction.atomic():
        Plaatsing.objects.filter(pk=plaatsing.pk).update(status=Plaatsingstatus.GESTART)
    te_laat = {
        veld: plaatsing.van + timedelta(days=1)
        for veld in ("getekend_ocmw_op", "getekend_gebruiker_op", "getekend_werknemer_op")
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Plaatsing.objects.filter(pk=plaatsing.pk).update(status=Plaatsingstatus.GESTART, **te_laat)
    with pytest.raises(IntegrityError), transaction.atomic():
        Plaatsing.objects.filter(pk=plaatsing.pk).update(status=Plaatsingstatus.BEEINDIGD)


def test_overlap_met_een_ander_contract_houdt_de_start_tegen(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an, van=OP + timedelta(days=5)), an)
    maak_contract(client, an, van=OP, laatste_dag=OP + timedelta(days=60))
    stand = met_overlap(stand_van(vers(plaatsing), op=vandaag()), vers(plaatsing))
    assert "overlapt met een ander contract" in weigering_voor(stand, Plaatsingstatus.GESTART, an)
    with pytest.raises(Geweigerd, match="overlapt"):
        start_plaatsing(vers(plaatsing), motivatie="toch", door=an, op=OP)
