"""Seats and the waiting list: never two people on one seat, in any order of actions and with any number at once (kenmerken B2)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_ocmw
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_programma, maak_reeks
from ocmw.gereedschap.testing.tegelijk import GELUKT, tegelijk
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import bewaar_reeks, neem_plaats_aan, schrijf_in, stop_deelname
from trajecten.groepen.actions import inschrijving as module
from trajecten.groepen.enums import MET_STOEL, Inschrijfstatus
from trajecten.groepen.jobs import geef_plaatsen_door
from trajecten.groepen.models import Deelnemer, Groepsreeks, Inschrijving
from trajecten.groepen.toelating import TOELATINGEN, Toelatingsoordeel, Toelatingsregel

pytestmark = [pytest.mark.django_db, pytest.mark.databank]


def standen(reeks):
    return list(reeks.inschrijvingen.order_by("pk").values_list("status", flat=True))


def test_vol_is_wachten_en_een_vrije_plaats_gaat_door(an):
    reeks = maak_reeks(an, capaciteit=1)
    een, twee, drie = (maak_inschrijving(reeks, maak_client(an), an) for _ in range(3))
    assert standen(reeks) == ["ingeschreven", "wacht", "wacht"]
    stop_deelname(een, reden="werk", door=an, op=vandaag())
    twee.refresh_from_db()
    assert (twee.status, twee.stoel) == (Inschrijfstatus.AANGEBODEN, 1)
    termijn = Termijn.objects.open().get(client=twee.client, soort="plaats_in_groep")
    assert termijn.vervalt_op == twee.aanbod_tot == vandaag() + timedelta(days=5)
    # On the last day it is still theirs; the night after, the next in line is asked.
    assert geef_plaatsen_door(twee.aanbod_tot.isoformat()) == 0
    morgen = twee.aanbod_tot + timedelta(days=1)
    assert geef_plaatsen_door(morgen.isoformat()) == 1
    assert geef_plaatsen_door(morgen.isoformat()) == 0, "a second run finds nothing"
    twee.refresh_from_db()
    drie.refresh_from_db()
    assert (twee.stopreden, drie.status) == ("geen_antwoord", Inschrijfstatus.AANGEBODEN)
    assert not Termijn.objects.open().filter(client=twee.client, soort="plaats_in_groep").exists()
    neem_plaats_aan(drie, door=an, op=morgen)
    assert standen(reeks) == ["gestopt", "gestopt", "ingeschreven"]
    with pytest.raises(Geweigerd, match="geen plaats open"):
        neem_plaats_aan(drie, door=an, op=morgen)


def test_meer_plaatsen_worden_aangeboden_en_minder_kan_niet_onder_wie_er_zit(an):
    reeks = maak_reeks(an, capaciteit=1)
    for _ in range(3):
        maak_inschrijving(reeks, maak_client(an), an)
    reeks.capaciteit = 2
    bewaar_reeks(reeks, ["capaciteit"], door=an, op=vandaag())
    assert standen(reeks) == ["ingeschreven", "aangeboden", "wacht"]
    reeks.capaciteit = 1
    with pytest.raises(Geweigerd, match="al 2 mensen een plaats"):
        bewaar_reeks(reeks, ["capaciteit"], door=an, op=vandaag())


STAP = st.tuples(st.sampled_from(["in", "in", "in", "stop", "ja", "nacht", "groter"]), st.integers(0, 9))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(1, 3), st.lists(STAP, max_size=14))
def test_nooit_twee_mensen_op_een_plaats_in_welke_volgorde_ook(an, capaciteit, stappen):
    with transaction.atomic():
        reeks = maak_reeks(an, capaciteit=capaciteit, van=vandaag(), tot=vandaag() + timedelta(days=90))
        mensen = [
            Deelnemer.objects.create(ocmw=an.ocmw, voornaam="V", achternaam=f"A{n}", toestemming_op=vandaag())
            for n in range(10)
        ]
        dag = vandaag()
        for wat, wie in stappen:
            rij = reeks.inschrijvingen.niet_gestopt().filter(deelnemer=mensen[wie]).first()
            try:
                if wat == "in":
                    schrijf_in(Inschrijving(reeks=reeks, deelnemer=mensen[wie]), door=an, op=dag)
                elif wat == "nacht":
                    dag += timedelta(days=6)
                    geef_plaatsen_door(dag.isoformat())
                elif wat == "groter":
                    reeks.refresh_from_db()
                    reeks.capaciteit += 1
                    bewaar_reeks(reeks, ["capaciteit"], door=an, op=dag)
                elif rij is not None and wat == "stop":
                    stop_deelname(rij, reden="stopt_zelf", door=an, op=dag)
                elif rij is not None:
                    neem_plaats_aan(rij, door=an, op=dag)
            except Geweigerd:
                pass
            klopt(Groepsreeks.objects.get(pk=reeks.pk))
        transaction.set_rollback(True)


def klopt(reeks):
    stoelen = list(reeks.inschrijvingen.filter(status__in=MET_STOEL).values_list("stoel", flat=True))
    assert len(stoelen) == len(set(stoelen))
    assert set(stoelen) <= set(range(1, reeks.capaciteit + 1))
    wacht = list(reeks.inschrijvingen.wacht().values_list("pk", flat=True))
    assert not wacht or len(stoelen) == reeks.capaciteit, "nobody waits beside a free seat"
    later = reeks.inschrijvingen.filter(status=Inschrijfstatus.AANGEBODEN, pk__gt=min(wacht, default=0))
    assert not wacht or not later.exists(), "who came later is not asked first"


@pytest.mark.django_db(transaction=True)
def test_de_laatste_plaats_voor_twee_tegelijk_is_er_een(an):
    reeks = maak_reeks(an, capaciteit=1)
    een, twee = maak_client(an), maak_client(an)

    def werk(client):
        return lambda: maak_inschrijving(Groepsreeks.objects.get(pk=reeks.pk), client, an)

    assert tegelijk(werk(een), werk(twee)) == [GELUKT, GELUKT]
    assert sorted(standen(reeks)) == ["ingeschreven", "wacht"]


@pytest.mark.django_db(transaction=True)
def test_zonder_slot_weigert_de_databank_de_tweede(an, monkeypatch):
    """Negative control: both look at the seats before either one writes. Without the lock the constraint still says no."""
    reeks = maak_reeks(an, capaciteit=1)
    een = maak_inschrijving(reeks, maak_client(an), an)
    monkeypatch.setattr(module, "vrije_stoelen", lambda reeks: [een.stoel])
    with pytest.raises(ValidationError, match="net aan iemand anders gegeven"):
        maak_inschrijving(reeks, maak_client(an), an)
    with pytest.raises(IntegrityError), transaction.atomic():
        Inschrijving.objects.create(
            reeks=reeks, client=maak_client(an), status="ingeschreven", stoel=1, ingeschreven_op=vandaag(), door=an
        )
    assert standen(reeks) == ["ingeschreven"]


def test_wie_in_aanmerking_komt_wordt_bewaard_zoals_het_die_dag_was(an):
    antwoorden = [Toelatingsoordeel(mag=True, zin="Ja.", feit="feit van toen")]
    with TOELATINGEN.tijdelijk("proef", Toelatingsregel("Proef", lambda client, op: antwoorden[0])):
        reeks = maak_reeks(an, maak_programma(an, toelating="proef"))
        rij = maak_inschrijving(reeks, maak_client(an), an)
        antwoorden[0] = Toelatingsoordeel(mag=False, zin="Nu niet meer.")
        rij.refresh_from_db()
        assert (rij.toelating, rij.toelating_feit, rij.toelating_op) == ("proef", "feit van toen", vandaag())
        with pytest.raises(Geweigerd, match=r"Nu niet meer\."):
            maak_inschrijving(reeks, maak_client(an), an)


def test_ken_je_job_vraagt_een_bewijs_dat_geldt(an):
    reeks = maak_reeks(an, maak_programma(an, toelating="mag_werken"))
    client = maak_client(an, verblijfsstatuut="erkend vluchteling", mag_werken=Antwoord.JA)
    with pytest.raises(Geweigerd, match="vraagt een bewijs"):
        maak_inschrijving(reeks, client, an)
    with pytest.raises(Geweigerd, match="te vroeg"):
        maak_inschrijving(reeks, client, an, bewijs="A-kaart", bewijs_tot=date(2020, 1, 1))
    rij = maak_inschrijving(reeks, client, an, bewijs="A-kaart", bewijs_tot=vandaag() + timedelta(days=400))
    assert "erkend vluchteling" in rij.toelating_feit


@pytest.mark.parametrize("wat", ["twee keer", "voorbij", "gesloten"])
def test_wat_niet_kan_is_een_zin_en_laat_niets_na(an, wat):
    client = maak_client(an)
    reeks = maak_reeks(an)
    zin = {"twee keer": "al ingeschreven", "voorbij": "is voorbij", "gesloten": "gesloten"}[wat]
    if wat == "twee keer":
        maak_inschrijving(reeks, client, an)
    elif wat == "voorbij":
        Groepsreeks.objects.filter(pk=reeks.pk).update(tot=vandaag())
    else:
        Client.objects.filter(pk=client.pk).update(gesloten_op=vandaag(), sluitreden="werk")
        client.refresh_from_db()
    with pytest.raises(Geweigerd, match=zin):
        maak_inschrijving(reeks, client, an)
    assert reeks.inschrijvingen.count() == (wat == "twee keer")


def test_verschillende_ocmws_zien_eigen_namen_en_de_rest_als_getal(client, an):
    partner = maak_ocmw("beerse", "OCMW Beerse")
    Samenwerking.objects.create(ocmw=partner, begeleidend=an.ocmw, van=date(2020, 1, 1), overeenkomst="besluit 1")
    bea = maak_medewerker("Bea", "Beers", partner, Rol.ATB)
    reeks = maak_reeks(an, capaciteit=2)
    hun = maak_client(bea, achternaam="Vanbeerse")
    with pytest.raises(Geweigerd, match="doet niet mee"):
        maak_inschrijving(reeks, hun, bea)
    reeks.programma.deelt_met.set([partner])
    onze = maak_client(an, achternaam="Vanaalst")
    maak_inschrijving(reeks, onze, an)
    rij = maak_inschrijving(reeks, hun, bea)
    client.force_login(bea)
    tekst = client.get(reeks.get_absolute_url()).content.decode()
    assert "Vanbeerse" in tekst
    assert "Vanaalst" not in tekst
    assert "1 deelnemer van een ander OCMW" in tekst
    client.force_login(an)
    tekst = client.get(reeks.get_absolute_url()).content.decode()
    assert ("Vanaalst" in tekst, "Vanbeerse" in tekst) == (True, False)
    reeks.programma.toont_namen = True
    reeks.programma.save()
    assert "Vanbeerse" in client.get(reeks.get_absolute_url()).content.decode()
    assert client.get(f"/reeksen/{reeks.pk}/inschrijvingen/{rij.pk}/stoppen/").status_code == 404, "seen, not changed"


def test_inschrijven_uit_de_groep_uit_het_dossier_en_zonder_dossier(client, an, django_assert_max_num_queries):
    reeks = maak_reeks(an, capaciteit=4)
    drie = [maak_client(an, coach=an) for _ in range(3)]
    maak_inschrijving(reeks, drie[2], an)
    client.force_login(an)
    pagina = f"/reeksen/{reeks.pk}/inschrijven/"
    assert client.post(pagina, {"clienten": []}).status_code == 422
    antwoord = client.post(pagina, {"clienten": [drie[0].pk, drie[1].pk]}, follow=True)
    assert drie[0].naam in antwoord.content.decode()
    assert reeks.inschrijvingen.count() == 3
    vierde = maak_client(an, coach=an)
    antwoord = client.post(f"/clienten/{vierde.pk}/groepen/inschrijven/", {"reeks": reeks.pk}, follow=True)
    assert "Neemt deel" in antwoord.content.decode()
    deelnemer = {"voornaam": "Zeno", "achternaam": "Zonderdossier"}
    assert client.post(f"/reeksen/{reeks.pk}/deelnemers/nieuw/", deelnemer).status_code == 422, "no consent"
    assert not Deelnemer.objects.exists()
    antwoord = client.post(f"/reeksen/{reeks.pk}/deelnemers/nieuw/", {**deelnemer, "toestemming": "on"}, follow=True)
    assert "nummer 1 op de wachtlijst" in antwoord.content.decode()
    assert afwijkingen(vandaag()) == []
    with django_assert_max_num_queries(17):
        client.get(reeks.get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(f"/clienten/{vierde.pk}/groepen/")
