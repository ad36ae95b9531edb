"""The demo is what everybody sees first: what it stores follows from its facts, on whatever day it was born."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.db.models import Max
from django.test import Client as Browser
from django.urls import reverse

from clienten.models import Client, Sluiting, Toewijzing
from clienten.profiel.models import Profiel
from nazorg.beloften import NAZORGCONTACT
from nazorg.models import Uitkomst
from ocmw.gereedschap.demo.vullen import MENSEN, Vuller
from ocmw.kalender.klok import vandaag
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.dossier.controle import controleer
from ocmw.werkruimte.dubbels.gevonden import mogelijk_dubbel
from tewerkstelling.beloften import FASEVOORSTEL
from tewerkstelling.evaluaties.fasedeel import stand_van_leerpunt
from tewerkstelling.evaluaties.leerplan import lees_leerplan
from tewerkstelling.evaluaties.models import Evaluatie, Leerkoppeling, Verzetting, Werkbezoek
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand
from tewerkstelling.regulier.models import Sollicitatie, Sollicitatiestap
from trajecten.beloften import CONTACT, TRAJECTPLAN
from trajecten.enums import Aanwezigheid, Middelsoort, Voorwaarde
from trajecten.fasen import Fase
from trajecten.models import Afspraak, Doorverwijzing, Fasebeantwoording, Gesprek, Middel, Navraag, Randprobleem
from trajecten.tegenspraak import botsende_antwoorden, dossierfeiten, tegenspraken

# zonder merk databank: one of the days carries it, because what another day makes of the facts no database knows
pytestmark = pytest.mark.django_db
ELF_JAAR = timedelta(days=4018)


def _lopend(dag):
    """Running art.60 of open files, with the count as the page of the rights shows it."""
    for contract in (
        Tewerkstelling.objects.lopend(dag).art60().filter(client__gesloten_op=None).select_related("client")
    ):
        stand = rechtenstand(lees_rechten(lees_stand(contract.client, op=dag)), contract, op=dag, mag_alles=True)
        if stand.telling:
            yield contract, stand


def _twee_getelde(dag):
    for contract, stand in _lopend(dag):
        if stand.eerder and stand.teller.per_werk[-1]:
            yield contract.client, "rechtenteller:rechtenstand_detail", "Een ander contract in dit dossier."


def _dag_die_nooit_komt(dag):
    for contract, stand in _lopend(dag):
        if stand.teller.onmogelijk:
            yield contract.client, "rechtenteller:rechtenstand_detail", stand.teller.onmogelijk


def _tweede_te_komen(dag):
    bezig = Tewerkstelling.objects.lopend(dag).art60().values("client")
    for contract in Tewerkstelling.objects.art60().filter(van__gt=dag, client__in=bezig, client__gesloten_op=None):
        yield contract.client, "dossier:werk", f'datetime="{contract.van}"'


def _verzette_evaluatie(dag):
    for rij in Verzetting.objects.filter(contract__in=Tewerkstelling.objects.lopend(dag), client__gesloten_op=None):
        gepland = next(
            een for een in Planning([rij.contract], op=dag).evaluaties(rij.contract) if een.code == rij.moment
        )
        if gepland.op == rij.op != gepland.moment.doel:
            yield rij.client, "evaluaties:evaluatie_list", f'datetime="{rij.op}"'


def _lang_geleden(**welke):
    for contract in Tewerkstelling.objects.filter(**welke):
        van, tot = contract.van - ELF_JAAR, contract.tot - ELF_JAAR
        Tewerkstelling.objects.filter(pk=contract.pk).update(van=van, tot=tot)


# What the demo must show, each with how it could get lost: a hard case that nobody can look at is no demo.
TOESTANDEN = {
    "twee getelde contracten": (_twee_getelde, lambda dag: _lang_geleden(tot__lte=dag)),
    "een tweede art.60 die komt": (_tweede_te_komen, lambda dag: _lang_geleden(van__gt=dag)),
    "een verzette evaluatie": (_verzette_evaluatie, lambda dag: Verzetting.objects.all().delete()),
    "een dag die nooit kan komen": (
        _dag_die_nooit_komt, lambda dag: Tewerkstelling.objects.filter(uren_per_week=8).update(uren_per_week=38),
    ),
}  # fmt: skip


def te_zien(zoek, dag):
    """Is there a file with this, and does its page say it to the coordinator?"""
    for client, pagina, tekst in zoek(dag):
        browser = Browser()
        browser.force_login(Medewerker.objects.get(ocmw=client.ocmw, rol=Rol.COORDINATOR))
        if tekst in unescape(browser.get(reverse(pagina, args=[client.pk])).content.decode()):
            return True
    return False


def mist_niemand(naam, dag):
    """The control: would nobody notice when the demo lost this one? The world stays as it was."""
    zoek, neem_weg = TOESTANDEN[naam]
    with transaction.atomic():
        neem_weg(dag)
        gezien = te_zien(zoek, dag)
        transaction.set_rollback(True)
    return gezien


# The whole demo, built anew for each day: half a minute of processor time.
@pytest.mark.traag
@pytest.mark.parametrize(
    "dag",
    [
        pytest.param(None, id="vandaag", marks=pytest.mark.databank),
        pytest.param(date(2028, 2, 29), id="29/2"),
        pytest.param(date(2028, 12, 31), id="31/12, een zondag"),
        pytest.param(date(2028, 1, 1), id="1/1, een zaterdag"),
    ],
)
def test_de_demo_klopt_met_haar_feiten_op_de_dag_dat_ze_gemaakt_wordt(dag):
    echt, dag = dag is None, dag or vandaag()
    with time_machine.travel(datetime.combine(dag, time(11), tzinfo=UTC)):
        Vuller(dag).vul("niet-gebruikt-hier")
        markeer(dag)
        uitslag = controleer(dag)
    assert [verschil.als_json() for verschil in uitslag.verschillen] == []
    assert uitslag.clienten == Client.objects.count() > sum(MENSEN.values())
    assert Client.objects.exclude(gesloten_op=None).exists(), "de demo toont geen gesloten dossier meer"
    with time_machine.travel(datetime.combine(dag, time(11), tzinfo=UTC)):
        assert [naam for naam, (zoek, _) in TOESTANDEN.items() if not te_zien(zoek, dag)] == [], "niet meer in de demo"
        if echt:
            assert [naam for naam in TOESTANDEN if mist_niemand(naam, dag)] == []
    ziet_eruit_als_een_goed_team(dag)
    toont_elke_stand(dag)


def toont_elke_stand(dag):
    """What issue 11 brought, each somewhere in the demo."""
    assert set(Middel.objects.values_list("soort", flat=True)) == set(Middelsoort)
    assert Middel.objects.zonder_resultaat().exists()
    assert Sluiting.objects.exclude(heropend_op=None).exclude(heropenreden="").exclude(nota="").exists()
    assert Sollicitatie.objects.exclude(contract=None).filter(werkgever=None).exists(), "werkgever buiten de lijst"
    assert Termijn.objects.open().filter(soort=FASEVOORSTEL, vervalt_op__gte=dag).exists(), "een voorstel dat wacht"
    nagevraagd = Randprobleem.objects.belemmerend().filter(navragen__isnull=False).exclude(doorverwezen_naar="")
    assert nagevraagd.exists(), "een randprobleem bij een dienst, met een navraag"
    momenten = {rij["code"] for rij in regel("uitstroom.meetmomenten", op=dag).waarde if rij["maanden"] <= 12}
    assert momenten <= set(Uitkomst.objects.values_list("moment", flat=True))
    assert Termijn.objects.open().filter(soort=NAZORGCONTACT).exists()
    coordinator = Medewerker.objects.get(email="coordinator.aalst@demo.example")
    assert mogelijk_dubbel(coordinator)
    standen = {
        stand_van_leerpunt(punt, op=dag)[0]
        for contract in Tewerkstelling.objects.lopend(dag).art60().filter(client__gesloten_op=None)
        for punt in lees_leerplan(contract.client, lezer=coordinator).punten
    }
    assert standen >= {"klaar", "gepland", "bezig", "let_op"}, "elke stand van wat nog te leren is"
    assert Leerkoppeling.objects.exclude(actie=None).exclude(actie__omschrijving__startswith="Bijleren").exists()
    bekend = {
        (profiel.vdab, bool(profiel.vdab_sinds), profiel.vdab_hulp)
        for profiel in Profiel.objects.filter(client__gesloten_op=None)
    }
    assert bekend >= {("ja", True, False), ("ja", False, False), ("nee", False, True), ("nee", False, False)}
    botsen, opgelost = _tegenspraken_in_bundels(coordinator)
    assert botsen, "een bundel die het dossier tegenspreekt"
    assert opgelost, "een tegenspraak die opgelost is"
    rijen = Fasebeantwoording.objects.filter(traject__afgesloten_op=None).exclude(antwoord="").select_related("client")
    botst = [rij for rij in rijen if botsende_antwoorden(rij.client, coordinator, {rij.vraag: rij.antwoord})]
    assert 1 <= len(botst) <= 2, "een antwoord van een fase dat het dossier tegenspreekt"
    weg = Medewerker.objects.get(is_active=False)
    assert Toewijzing.objects.filter(medewerker=weg).exists()
    assert Afspraak.objects.komend(dag).filter(medewerker=weg).exists(), "wat blijft liggen, is over te dragen"


def _tegenspraken_in_bundels(lezer):
    """How many bundles contradict their file, and how many said somebody can work once the file was corrected."""
    botsen = opgelost = 0
    for bundel in Doorverwijzing.objects.exclude(verstuurd_op=None).prefetch_related("voorwaarden"):
        getypt = {f"{rij.voorwaarde}_antwoord": rij.antwoord for rij in bundel.voorwaarden.all()}
        botsen += bool(tegenspraken(getypt, dossierfeiten(bundel.client, lezer)))
        mobiel = bundel.client.randvoorwaarden.filter(soort="mobiliteit", in_orde="ja", versie__gt=1).exists()
        opgelost += mobiel and getypt[f"{Voorwaarde.RANDVOORWAARDEN}_antwoord"] == "ja"
    assert botsen <= 8, "de demo toont te veel tegenspraak"
    return botsen, opgelost


def ziet_eruit_als_een_goed_team(dag):
    """A few late lines, of several kinds, and none that says something else than the rest of its file (issue 11)."""
    laat = list(Termijn.objects.te_laat(dag).select_related("verantwoordelijke"))
    per_wie = Counter(str(termijn.verantwoordelijke) for termijn in laat)
    assert {wie: aantal for wie, aantal in per_wie.items() if aantal > 5} == {}
    assert len({termijn.soort for termijn in laat}) >= 3, "de demo toont bijna niets dat te laat is"
    assert CONTACT in {termijn.soort for termijn in laat}
    assert [str(termijn) for termijn in laat if _spreekt_zich_tegen(termijn, laat, dag)] == []


def _spreekt_zich_tegen(termijn, laat, dag):
    """Two late lines of one file, "geen contact" after something we did with the person, "geen plan" halfway the path."""
    if [t.client_id for t in laat].count(termijn.client_id) > 1:
        return True
    if termijn.soort == TRAJECTPLAN:
        return termijn.client.trajecten.get(afgesloten_op=None).fase > Fase.IN_KAART
    if termijn.soort != CONTACT:
        return False
    gesproken = Gesprek.objects.filter(client=termijn.client, aanwezigheid=Aanwezigheid.AANWEZIG)
    sinds = gesproken.aggregate(Max("op"))["op__max"] or date.min
    return (
        Werkbezoek.objects.filter(client=termijn.client, op__gt=sinds).exists()
        or Evaluatie.objects.filter(client=termijn.client, gehouden_op__gt=sinds, gehouden_op__lte=dag).exists()
        or Sollicitatiestap.objects.filter(client=termijn.client, op__gt=sinds, op__lte=dag).exists()
        or Navraag.objects.filter(client=termijn.client, op__gt=sinds).exists()
    )


def test_in_een_databank_met_alleen_tabellen_legt_de_opdracht_eerst_de_basis(monkeypatch):
    """README promises `bin/manage demo` in an empty database; after only `migrate` there is not one rule."""
    Regelset.objects.all().delete()
    gelezen = []
    monkeypatch.setattr(Vuller, "vul", lambda zelf, _: gelezen.append(regel("werkplek.max_uren", op=zelf.op).waarde))
    call_command("demo", stdout=StringIO())
    assert gelezen
