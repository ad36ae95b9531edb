"""One answer per fact (docs/adr/0027): what people read on every page, paper and sheet of one dossier says the same.

Three guards. The walk opens every place that prints a fact, for files in which answers once differed, and compares the marks.
No template prints a fact past its value object. And nobody calculates one again beside the object that answers.
"""

import ast
import io
import re
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.template import engines
from django.template.base import Lexer, TokenType
from django.test.signals import template_rendered
from django.urls import reverse
from lxml import html as lxml_html
from openpyxl import load_workbook

from clienten.models import Client, Stand
from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie
from ocmw.gereedschap.testing.maak_geld import maak_registratie, maak_twe
from ocmw.gereedschap.testing.maak_rechtenteller import bereken, onderbreek
from ocmw.regels.opzoeken import huisregels_van
from ocmw.termijnen.models import Termijn
from ocmw.ui.feit import FEITEN
from ocmw.werkruimte.dossier.actions import sluit_dossier
from ocmw.werkruimte.rapporten.dossier import dossier_rapport
from ocmw.werkruimte.rapporten.enums import Deel
from ocmw.werkruimte.rapporten.rapport import Rapporttabel, Tabelkolom
from ocmw.werkruimte.rapporten.stukken.lijsten import LANGERKOLOMMEN, radarkolommen
from ocmw.werkruimte.rapporten.weergave import rapport_als_html
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.actions import verzet_moment
from tewerkstelling.evaluaties.beloften import EVALUATIE
from tewerkstelling.evaluaties.models import Verzetting
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.radar import Radargroep
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import Rechtendag
from trajecten.twe.actions import wijzig_werkervaring
from trajecten.twe.vergoeding import Registratie

pytestmark = pytest.mark.databank
OP = date(2026, 11, 20)
WORTEL = Path(settings.BASE_DIR)


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel(datetime(2026, 11, 20, 9, tzinfo=UTC), tick=False):
        yield


# --- the files in which answers once differed -----------------------------------------------------
def _tweede_te_komen(an, client):
    maak_twe(client, an, start=date(2026, 1, 15), art60=(date(2026, 2, 2), date(2026, 12, 18)), status="geregistreerd")
    maak_contract(client, an, van=date(2027, 1, 4), laatste_dag=date(2027, 8, 31))


def _gestopt(an, client):
    venster = maak_twe(client, an, start=date(2025, 11, 3), art60=(date(2025, 12, 1), date(2027, 3, 12)))
    venster.gestopt_op, venster.stopreden = date(2026, 9, 15), "Verhuisd"
    wijzig_werkervaring(venster, ["gestopt_op", "stopreden"], door=an, op=OP)


def _buiten_het_venster(an, client):
    maak_twe(client, an, start=date(2024, 2, 5), art60=(date(2024, 3, 4), date(2025, 2, 28)))
    maak_contract(client, an, van=date(2026, 6, 1), laatste_dag=date(2027, 5, 28))


def _verzette_evaluatie(an, client):
    maak_twe(client, an, start=date(2026, 4, 1), art60=(date(2026, 4, 15), date(2027, 4, 14)))
    contract = client.tewerkstellingen.get()
    evaluatie = maak_evaluatie(contract, an, moment="m1", gehouden_op=date(2026, 5, 27), soort="mondeling")
    type(evaluatie).objects.filter(pk=evaluatie.pk).update(afgerond_op=datetime(2026, 5, 27, 12, tzinfo=UTC))
    gepland = next(rij for rij in Planning([contract], op=OP).evaluaties(contract) if rij.code == "m11")
    verzetting = Verzetting(client=client, contract=contract, moment="m11", op=date(2027, 3, 24))
    verzet_moment(verzetting, gepland, door=an, op=OP)


def _geblokkeerd(an, client):
    maak_twe(client, an, start=date(2026, 3, 2), art60=(date(2026, 4, 1), date(2027, 3, 31)), status="geblokkeerd")


def _gesloten(an, client):
    maak_twe(client, an, start=date(2025, 10, 1), art60=(date(2025, 11, 3), date(2026, 10, 30)))
    sluit_dossier(client, reden="verhuisd", door=an, op=OP)


def _moederschap(an, client):
    maak_twe(client, an, start=date(2026, 1, 5), art60=(date(2026, 2, 2), date(2027, 2, 26)))
    onderbreek(
        client.tewerkstellingen.get(), an, van=date(2026, 6, 8), laatste_dag=date(2026, 9, 18), soort="moederschap"
    )


def _twee_getelde(an, client):
    maak_contract(client, an, van=date(2025, 1, 6), laatste_dag=date(2025, 9, 30), soort=Contractsoort.REGULIER)
    maak_twe(client, an, start=date(2026, 2, 2), art60=(date(2026, 3, 2), date(2027, 2, 26)))


def _volgens_de_rva(an, client):
    maak_twe(client, an, start=date(2026, 3, 2), art60=(date(2026, 3, 16), date(2027, 3, 31)))
    contract = client.tewerkstellingen.get()
    bereken(
        contract, an, status=RvaStatus.BEREKEND, verzonden_op=date(2026, 11, 2), antwoord_op=date(2026, 11, 9), dagen=312,
        einde_op=date(2027, 3, 26),
    )  # fmt: skip


def _langer_dan_het_venster(an, client):
    venster = maak_twe(client, an, start=date(2024, 12, 2), art60=(date(2025, 1, 6), date(2027, 6, 30)))
    maak_registratie(venster, an, MlpStatus.GEREGISTREERD, na_24_nodig="ja")


def _zonder_iets(an, client):
    """Nothing but a talk."""


ZAKEN = [
    _tweede_te_komen, _gestopt, _buiten_het_venster, _verzette_evaluatie, _geblokkeerd, _gesloten, _moederschap,
    _twee_getelde, _volgens_de_rva, _langer_dan_het_venster, _zonder_iets,
]  # fmt: skip


# Where a file must show up: a list that shows nobody agrees with everything.
LANGER = ("langer dan nodig", "langer-dan-nodig.xlsx")
RADAR = ("geld op maandeinde", "geld-op-maandeinde.xlsx")
PLAATSEN_VAN = {
    _geblokkeerd: RADAR, _moederschap: RADAR, _twee_getelde: (*RADAR, *LANGER), _langer_dan_het_venster: LANGER,
}  # fmt: skip


@pytest.fixture
def dossier(request, an):
    client = maak_client(an, coach=an, op=date(2024, 1, 8), geboortedatum=date(1990, 2, 1))
    maak_gesprek(client, an, op=date(2026, 11, 12))
    request.param(an, client)
    leid_opnieuw_af(Client.objects.get(pk=client.pk), op=OP)
    client = Client.objects.get(pk=client.pk)
    client.zaak = request.param
    return client


# --- reading what people read ---------------------------------------------------------------------
def merken(tekst, pk):
    """(fact, value) of every mark on a page; a list marks its rows with the client."""
    for element in lxml_html.fromstring(tekst).xpath("//*[@data-feit] | //*[@data-feiten]"):
        if element.get("data-client", str(pk)) != str(pk):
            continue
        for deel in element.get("data-feiten", "").split():
            yield tuple(deel.split("=", 1))
        if naam := element.get("data-feit"):
            dagen = element.xpath(".//time/@datetime")
            waarde = element.get("value") or (dagen[0] if dagen else "")
            if waarde:
                yield naam, waarde


def paginas(client):
    pk = client.pk
    yield from (
        reverse(naam, args=[pk])
        for naam in ("dossier:dossier_detail", "dossier:werk", "nazorg:nazorg_detail", "geld:vergoeding_detail",
                     "einde:einde", "rechtenteller:rechtenstand_detail", "rechtenteller:watals",
                     "evaluaties:evaluatie_list")
    )  # fmt: skip
    for contract in client.tewerkstellingen.all():
        yield f"{reverse('rechtenteller:rechtenstand_detail', args=[pk])}?contract={contract.pk}"
        yield reverse("evaluaties:evaluatierooster", args=[pk, contract.pk])
        yield reverse("rapporten:stuk_rechten", args=[pk, contract.pk])
        if contract.soort == Contractsoort.ART60:
            yield f"{reverse('rechtenteller:watals', args=[pk])}?contract={contract.pk}"
            yield reverse("einde:afronding_detail", args=[pk, contract.pk])
    yield reverse("clientenlijst:client_list")
    yield reverse("clientenlijst:client_bord")


def lees(browser, adres):
    antwoord = browser.get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.removeprefix(b"%PDF ").decode()


def antwoorden(browser, coordinator, client):
    """fact -> value -> where it was read."""
    gevonden = defaultdict(lambda: defaultdict(list))
    beelden = {}
    for adres in paginas(client):
        tekst = lees(browser, adres)
        for naam, waarde in merken(tekst, client.pk):
            assert naam.split(":")[0] in FEITEN, (adres, naam)
            gevonden[naam][waarde].append(adres)
        beelden[adres] = tekst
    with huisregels_van(client.ocmw_id):
        rapport = dossier_rapport(
            client, delen=list(Deel), afgeschermd=True, opgemaakt_door="An", moment=datetime(2026, 11, 20, 9, tzinfo=UTC),
        )  # fmt: skip
    verslag = rapport_als_html(rapport)
    for naam, waarde in merken(verslag, client.pk):
        gevonden[naam][waarde].append("dossierverslag")
    beelden["dossierverslag"] = verslag
    for naam, waarde in _werkboek(coordinator, client):
        gevonden[naam][waarde].append("caseload.xlsx")
    return gevonden, beelden


def _werkboek(browser, client):
    koppen = {"Laatste contact": "laatste_contact", "Eerstvolgend einde": "einde_op"}
    adres = reverse("clientenlijst:client_uitvoer")
    for _, cellen in _bladrijen(browser, adres, "Laatste contact", client.dossiernummer):
        for kop, naam in koppen.items():
            if cellen[kop]:
                yield naam, _kaal(cellen[kop])


def _bladrijen(browser, adres, kop, wie):
    """The rows of a workbook about one person: (row, heading -> value)."""
    boek = load_workbook(io.BytesIO(browser.get(adres).content), read_only=True)
    rijen = [rij for blad in boek.worksheets for rij in blad.iter_rows(values_only=True)]
    koppen = next((rij for rij in rijen if kop in rij), ())
    for rij in rijen:
        if koppen and wie in rij:
            yield rij, dict(zip(koppen, rij, strict=False))


def _kaal(waarde):
    return waarde.date().isoformat() if isinstance(waarde, datetime) else f"{waarde:g}"


def sturing(browser, client):
    """Fact, value and place: the two lists of Sturing that name people, on the page and as a workbook."""
    wie = f"{client.achternaam} {client.voornaam}"
    contract_van = {contract.laatste_dag: f"contract-{contract.pk}" for contract in client.tewerkstellingen.all()}
    lijst = reverse("rechtenteller:langer_list")
    for naam, waarde in merken(lees(browser, lijst), client.pk):
        yield naam, waarde, "langer dan nodig"
    for _, cellen in _bladrijen(browser, f"{lijst}uitvoer/", "Dagen langer", wie):
        contract = contract_van[cellen["Laatste dag nu"].date()]
        for kolom in LANGERKOLOMMEN:
            if kolom.feit and cellen[kolom.kop] is not None:
                yield f"{kolom.feit}:{contract}", _kaal(cellen[kolom.kop]), "langer-dan-nodig.xlsx"
    lijst = reverse("geld:radar_list")
    for groep in Radargroep:
        vraag = f"?vooraf=1&groep={groep.value}"
        for naam, waarde in merken(lees(browser, lijst + vraag), client.pk):
            yield naam, waarde, "geld op maandeinde"
        for _, cellen in _bladrijen(browser, f"{lijst}uitvoer/{vraag}", "Waarom", wie):
            for kolom in radarkolommen(groep):
                if kolom.feit:
                    yield f"{kolom.feit}:{OP:%Y-%m}", _kaal(cellen[kolom.kop]), "geld-op-maandeinde.xlsx"


@pytest.mark.django_db
@pytest.mark.parametrize("dossier", ZAKEN, indirect=True, ids=lambda zaak: zaak.__name__.strip("_"))
@pytest.mark.usefixtures("papier_zonder_kind")
def test_elke_plaats_geeft_hetzelfde_antwoord(als, an, griet, dossier):
    gevonden, beelden = antwoorden(als(an), als(griet), dossier)
    for naam, waarde, plaats in sturing(als(griet), dossier):
        gevonden[naam][waarde].append(plaats)
    oneens = {naam: dict(waarden) for naam, waarden in gevonden.items() if len(waarden) > 1}
    assert not oneens, oneens
    plaatsen = {naam: {plaats for waar in waarden.values() for plaats in waar} for naam, waarden in gevonden.items()}
    # A closed file is in no list.
    assert ("caseload.xlsx" in plaatsen["laatste_contact"]) is (dossier.gesloten_op is None)
    for blad in PLAATSEN_VAN.get(dossier.zaak, ()):
        assert blad in set().union(*plaatsen.values()), blad
    if "twe_einde" in plaatsen:  # a walk that reads nothing agrees with everything
        assert len(plaatsen["twe_einde"]) >= 6
        assert "dossierverslag" in plaatsen["nazorg_punt"]
    een = {naam: next(iter(waarden)) for naam, waarden in gevonden.items()}
    assert een["laatste_contact"] == "2026-11-12"
    _sommen(een)
    _beelden(beelden)
    _termijnen(dossier, een)
    # The rows of lists are the same answers.
    stand = Stand.objects.get(client=dossier)
    assert str(stand.laatste_contact_op) == een["laatste_contact"]
    if stand.twe_einde_op:
        assert str(stand.twe_einde_op) == een["twe_einde"]
    for dag in Rechtendag.objects.filter(client=dossier).exclude(rechten_op=None):
        assert een.get(f"rechten_geschat:contract-{dag.pk}", str(dag.rechten_op)) == str(dag.rechten_op)


def _sommen(een):
    """The quarters are the whole; the right starts the day after the last day proven."""
    kwartalen = [int(float(waarde)) for naam, waarde in een.items() if naam.startswith("vergoeding_kwartaal:")]
    if "vergoeding" in een:
        assert sum(kwartalen) == int(float(een["vergoeding"]))
    for naam, waarde in een.items():
        if naam.startswith("recht_vanaf:"):
            op = date.fromisoformat(een[naam.replace("recht_vanaf", "rechten_op")])
            assert (date.fromisoformat(waarde) - op).days == 1


def _beelden(beelden):
    """A leave stands in every picture of the 24 months, or in none; the large ones draw its hatching too."""
    aantal = {}
    for adres, tekst in beelden.items():
        for figuur in lxml_html.fromstring(tekst).xpath("//svg[contains(@class, 'tijdtekening')]"):
            # The lane of work stands at the top; the lane of the rights has days of its own that do not count.
            blokken = figuur.xpath(".//rect[contains(@class, 'band-onderbreking') and number(@y) <= 20]")
            aantal.setdefault(adres, len(blokken))
    assert len(set(aantal.values())) <= 1, aantal


def _termijnen(client, een):
    """What is promised is what is planned."""
    for termijn in Termijn.objects.open().filter(client=client, soort=EVALUATIE):
        _, contract, code = termijn.sleutel.split(":")
        assert een[f"evaluatie:contract-{contract}-{code}"] == str(termijn.vervalt_op)


@pytest.mark.django_db
@pytest.mark.parametrize("dossier", [_geblokkeerd], indirect=True)
@pytest.mark.usefixtures("papier_zonder_kind")
def test_de_gang_ziet_een_pagina_die_zelf_rekent(als, an, dossier, monkeypatch):
    """The control: wat-als as it was, without the registration. It says 8.340 beside the EUR 0 of the page of the money."""
    monkeypatch.setattr(
        "tewerkstelling.geld.models.TweRegistratie.als_registratie", property(lambda self: Registratie())
    )
    watals = lees(als(an), reverse("rechtenteller:watals", args=[dossier.pk]))
    monkeypatch.undo()
    vergoeding = lees(als(an), reverse("geld:vergoeding_detail", args=[dossier.pk]))
    waarden = {dict(merken(tekst, dossier.pk))["vergoeding"] for tekst in (watals, vergoeding)}
    assert waarden == {"8340", "0"}


# --- no template past the value object ------------------------------------------------------------
BESCHERMD = re.compile(
    r"venster\.(laatste_dag|einde|tijdig_art60_tot|start)\b|\brest\.(van|tot_en_met|totaal_dagen|in_woorden|redenen)\b"
    r"|\b(verwacht_einde|rechten_op|recht_vanaf|geteld_heel|art60_maanden|laatste_contact_op|twe_einde_op)\b"
    r"|\buit\.bedrag\b|\bteller\.nodig\b|\bdeel\.bedrag\b|\bgepland_bezoek\.op\b|^g\.op\b"
    r"|\b(stand_van_zaken|stand|rechten)\.(zin|in_het_kort|na_contract)\b"
    r"|\bmaand\.(bedrag|gemist)\b|\brij\.(gemist|op_het_spel)\b|\bdagen_langer\b"
)
# Where a fact is the answer to something else than "how does it stand in this dossier".
MAG = {
    ("tewerkstelling/_waarom.html", "stand_van_zaken.rest.redenen"): "the reasons of the object itself",
    ("trajecten/gesprek_start.html", "stand.laatste_contact_op"): "the row of the list, with how long ago",
    ("evaluaties/_momenten.html", "g.op"): "when it was planned, beside the day it was held",
    ("evaluaties/evaluatierooster.html", "gepland_bezoek.op"): "how far away, beside the day",
    ("geld/registratie_edit.html", "venster.start"): "the day somebody typed, of any window",
}


def onbeschermd(naam, tekst):
    """Every `{{ }}` and `{% for %}` that prints a fact without its mark."""
    for token in Lexer(tekst).tokenize():
        bloknaam = token.contents.split(" ", 1)[0] if token.token_type == TokenType.BLOCK else ""
        if token.token_type == TokenType.VAR or bloknaam == "for":
            uitdrukking = token.contents.split("|")[0].split(" in ")[-1].strip()
            if BESCHERMD.search(uitdrukking) and (naam, uitdrukking) not in MAG:
                yield uitdrukking


SJABLONEN = sorted((WORTEL / "templates").rglob("*.html"))


def test_geen_sjabloon_drukt_een_feit_af_langs_zijn_waarde_heen():
    fout = [
        (str(pad.relative_to(WORTEL / "templates")), uitdrukking)
        for pad in SJABLONEN
        for uitdrukking in onbeschermd(str(pad.relative_to(WORTEL / "templates")), pad.read_text())
    ]
    assert not fout
    # The control: a page that prints one by itself.
    zelf = "<p>{{ stand.rechten_op|dag }}</p>{% feit stand 'rechten_op' 'dag' %}{{ stand_van_zaken.zin }}"
    assert list(onbeschermd("nieuw.html", zelf)) == ["stand.rechten_op", "stand_van_zaken.zin"]


BLADFEIT = re.compile(
    r"\b(verwacht_einde|rechten_op|recht_vanaf|geteld_heel|dagen_langer|werk_tot|nodig_tot|gemist|laatste_contact_op|twe_einde_op)$"
)


def langs_de_waarde(bron):
    """Every fact that a module which fills a workbook reads as a plain attribute, past `toont`."""
    if re.search(r"\b(Tabelkolom|lijst_als_werkboek|schrijf_lijst)\b", bron):
        for knoop in ast.walk(ast.parse(bron)):
            if isinstance(knoop, ast.Attribute) and BLADFEIT.fullmatch(knoop.attr):
                yield f"{ast.unparse(knoop.value)}.{knoop.attr}"


def test_geen_werkboek_drukt_een_feit_af_langs_zijn_waarde_heen():
    paden = [
        pad
        for kamer in ("clienten", "trajecten", "tewerkstelling", "nazorg", "ocmw")
        for pad in (WORTEL / kamer).rglob("*.py")
    ]
    fout = [(pad.name, wat) for pad in paden if "/tests/" not in str(pad) for wat in langs_de_waarde(pad.read_text())]
    assert not fout
    # The control: the list as it was, and a cell under a heading that promises a fact.
    assert list(langs_de_waarde("Tabelkolom('x')\ncellen = (rij.naam, rij.rechten_op, float(rij.gemist))")) == [
        "rij.rechten_op", "rij.gemist",
    ]  # fmt: skip
    with pytest.raises(TypeError, match="uit zijn waardeobject"):
        Rapporttabel((Tabelkolom("Rechten verwacht op", feit="rechten_geschat"),), ((OP,),))


def _met_feiten():
    for pad in SJABLONEN:
        if re.search(r"\{% feit(zin)? |data-feit", pad.read_text()):
            yield str(pad.relative_to(WORTEL / "templates"))


@pytest.mark.django_db
@pytest.mark.usefixtures("papier_zonder_kind")
def test_de_gang_komt_op_elke_plaats_die_een_feit_toont(als, an, griet):
    """Every template that prints a fact is on the way; a new one is found by itself and has to be put on it."""
    gezien = set()

    def onthoud(template, **_):
        gezien.add(template.name)

    template_rendered.connect(onthoud)
    for zaak in (_verzette_evaluatie, _langer_dan_het_venster):
        client = maak_client(an, coach=an, op=date(2024, 1, 8), geboortedatum=date(1990, 2, 1))
        maak_gesprek(client, an, op=date(2026, 11, 12))
        zaak(an, client)
        leid_opnieuw_af(Client.objects.get(pk=client.pk), op=OP)
        antwoorden(als(an), als(griet), Client.objects.get(pk=client.pk))
        assert list(sturing(als(griet), Client.objects.get(pk=client.pk)))
    template_rendered.disconnect(onthoud)
    assert set(_met_feiten()) - gezien == set()
    assert engines["django"].get_template("dossier/werk.html")  # the names are those of the loader


# --- and nobody calculates beside it --------------------------------------------------------------
REKENAARS = {
    "nazorgrest": {"trajecten/twe/gevolgen.py"},
    "nazorgstand": {"tewerkstelling/werkstand.py"},
    "Tijdlezing": {"tewerkstelling/tijdbeeld.py", "tewerkstelling/rechtenteller/views/watals.py"},
    "rijbeeld": {"ocmw/werkruimte/clientenlijst/rijen.py", "ocmw/werkruimte/vandaag/werklijst.py"},  # a list, from the facts of werkfeiten_per_client
    "Tijdbeeld": {
        "trajecten/twe/beeld.py", "tewerkstelling/tijdbeeld.py",
        "ocmw/werkruimte/beheer/views/stijl.py",  # the page that shows what things look like
    },
    "werkfeiten_uit": {
        "tewerkstelling/feiten.py", "tewerkstelling/werkstand.py", "ocmw/werkruimte/regelimpact/impact.py",
        "ocmw/werkruimte/rapporten/delen/werk.py",
    },
    "vergoeding": {"trajecten/twe/vergoeding.py", "tewerkstelling/geld/berekening.py", "ocmw/werkruimte/regelimpact/impact.py"},
    "momenten": {"tewerkstelling/evaluaties/planning.py", "ocmw/werkruimte/rapporten/stukken/plaatsing.py"},
    "per_kwartaal": {"tewerkstelling/geld/berekening.py"},
    "tel_contract": {
        "tewerkstelling/rechtenteller/rechtenstand.py", "tewerkstelling/rechtenteller/gevolgen.py",
    },
    # Before there is a window: the day somebody types, or what a placement would do.
    "venster_vanaf": {
        "trajecten/twe/venster.py", "trajecten/twe/actions.py", "trajecten/twe/beloften.py",
        "tewerkstelling/views/werkervaring.py", "tewerkstelling/forms/werkervaring.py",
        "tewerkstelling/startklaar/startfeiten.py", "tewerkstelling/startklaar/aandacht.py",
    },
}  # fmt: skip
BUITEN = ("ocmw/werkruimte/reken/", "ocmw/gereedschap/")  # the calculator itself, and the tools


def vreemde_rekenaars(pad, bron):
    if pad.startswith(BUITEN) or "/tests/" in pad:
        return
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name):
            naam = knoop.func.id
            if naam in REKENAARS and pad not in REKENAARS[naam]:
                yield pad, naam


def test_niemand_rekent_een_feit_opnieuw_uit():
    gevonden = []
    for kamer in ("clienten", "trajecten", "tewerkstelling", "nazorg", "ocmw"):
        for pad in (WORTEL / kamer).rglob("*.py"):
            gevonden += vreemde_rekenaars(pad.relative_to(WORTEL).as_posix(), pad.read_text())
    assert not gevonden
    # The control: the report of before, with its own nazorg.
    oud = "rest = nazorgrest(venster, art60_einde=einde)\nbeeld = Tijdbeeld(maat, venster.start, venster.laatste_dag, op, ())"
    pad = "ocmw/werkruimte/rapporten/delen/werk.py"
    assert list(vreemde_rekenaars(pad, oud)) == [(pad, "nazorgrest"), (pad, "Tijdbeeld")]
