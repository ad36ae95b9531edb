"""One function for both: each worked example as rows in a dossier, and the page says what `reken` says (issue 10, A; W1-W5).

An example that is proven on a function no screen calls proves nothing; here the marks of the rendered page are compared.
"""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from lxml import html as lxml_html

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_geld import maak_registratie, maak_werkervaring
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.werkruimte.reken.invoer import Gegevens
from ocmw.werkruimte.reken.soorten import SOORTEN, reken
from tewerkstelling.enums import Contractsoort
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand
from trajecten.twe.actions import wijzig_werkervaring

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
GEBOREN = "1990-02-01"
ZATERDAG = {"soort": "verlof_zonder_wedde", "van": "2026-07-04", "tot_en_met": "2026-07-04"}
ZIEK = {"soort": "ziekte_ziekenfonds", "van": "2025-03-03", "tot_en_met": "2025-03-30"}
WERK2025 = {"start": "2025-01-01", "tot_en_met": "2025-11-30"}

# Facts of `reken rechtenteller`, and what must come out of it on page and command alike.
VOORBEELDEN = {
    "A1, de periode schuift mee": (
        {"start": "2026-04-01", "op": "2026-05-31", "uren": 19, "geboortedatum": "1985-05-05", "vroeger": [WERK2025]},
        {"verwacht_einde": "2026-06-01", "referte_van": "2023-06-02", "nodig": 312},
    ),
    "A1, ziekte in een vroeger contract": (
        {"start": "2026-04-01", "tot_en_met": "2026-12-31", "op": "2026-12-31", "vroeger": [{**WERK2025, "gebeurtenissen": [ZIEK]}]},
        {"verlengd_met": 28, "referte_van": "2023-12-04"},
    ),
    "A1, ziekte tussen twee contracten": (
        {"start": "2026-04-01", "tot_en_met": "2026-12-31", "op": "2026-12-31",
         "vroeger": [{**WERK2025, "gebeurtenissen": [{**ZIEK, "van": "2026-01-05", "tot_en_met": "2026-02-01"}]}]},
        {"verlengd_met": 28, "referte_van": "2023-12-04"},
    ),
    "A2, A3, een maand met een zaterdag zonder loon": (
        {"start": "2026-07-01", "tot_en_met": "2026-07-31", "op": "2026-07-31", "gebeurtenissen": [ZATERDAG]},
        {"geteld": 26},
    ),
    "A3, een zaterdag zonder loon in de laatste maand": (
        {"start": "2026-04-01", "tot_en_met": "2027-03-31", "op": "2026-11-30",
         "gebeurtenissen": [{**ZATERDAG, "van": "2027-03-06", "tot_en_met": "2027-03-06"}]},
        {"verwacht_einde": "2027-03-31"},
    ),
    "A3, een maand die nog loopt": ({"start": "2026-12-01", "op": "2026-12-30"}, {"geteld": 25}),
    "A3, W5.23, zes weken voltijds": (
        {"start": "2014-05-05", "tot_en_met": "2014-06-13", "op": "2026-11-30"}, {"geteld": 36},
    ),
    "A4, 35 op de dag van de aanvraag": (
        {"start": "2024-06-01", "tot_en_met": "2025-06-13", "op": "2026-11-30", "geboortedatum": "1989-06-15"},
        {"nodig": 312, "aanvraag": "2025-06-14"},
    ),
    "A4, 36 op de dag van de aanvraag": (
        {"start": "2024-06-01", "tot_en_met": "2025-06-13", "op": "2026-11-30", "geboortedatum": "1989-06-14"},
        {"nodig": 468, "aanvraag": "2025-06-14"},
    ),
    "A4, de periode van een kort contract": (
        {"start": "2026-04-01", "tot_en_met": "2026-06-30", "op": "2026-11-30"},
        {"referte_van": "2023-07-01", "referte_tot": "2026-06-30"},
    ),
    "A4, 56 jaar en de regel van maart 2026": (
        {"start": "2024-09-01", "tot_en_met": "2026-08-31", "op": "2026-11-30", "geboortedatum": "1970-01-01"},
        {"verwacht_einde": "2026-02-28"},
    ),
    "A5, een dag die nooit komt": (
        {"start": "2026-04-01", "op": "2026-11-30", "uren": 8, "tot_en_met": "2027-03-31"},
        {"verwacht_einde": None},
    ),
    "A6, volle maanden blijven, de laatste uren beslissen over hun stuk": (
        {"start": "2026-04-01", "op": "2026-07-28", "andere_uren": [{"vanaf": "2026-07-01", "uren": 19}]},
        {"geteld": 90, "verwacht_einde": "2027-12-28", "toelating": "voltijds"},
    ),
    "A6, W5.28, onder het referteloon": (
        {"start": "2026-04-01", "op": "2026-11-30", "uren": 19, "maandloon": 1100},
        {"verwacht_einde": "2027-03-30", "toelating": "deeltijds"},
    ),
    "A6, te weinig uren voor vrijwillig deeltijds": (
        {"start": "2026-04-01", "op": "2026-11-30", "uren": 11, "toelating": "deeltijds"},
        {"verwacht_einde": None, "geteld": 0},
    ),
    "A6, een derde van voltijds is genoeg": (
        {"start": "2026-04-01", "op": "2026-11-30", "uren": 11, "voltijds": 33, "toelating": "deeltijds"},
        {"onmogelijk": None},
    ),
    "A6, weinig uren blijft voltijds": (
        {"start": "2026-04-01", "op": "2026-11-30", "uren": 14}, {"toelating": "voltijds"},
    ),
    "A6, naast ander werk": (
        {"start": "2026-04-01", "op": "2026-06-30", "vroeger": [{"start": "2026-04-01", "tot_en_met": "2026-12-31", "uren": 10}]},
        {"geteld": 78},
    ),
    "W4.14": (
        {"start": "2024-09-01", "op": "2026-01-30", "geboortedatum": GEBOREN, "aanvraag": "2026-01-31"},
        {"nodig": 312, "referte_van": "2024-04-30", "referte_tot": "2026-01-30"},
    ),
    "W4.15": (
        {"start": "2024-09-01", "op": "2026-01-30", "geboortedatum": GEBOREN, "aanvraag": "2026-02-01"},
        {"nodig": 468, "referte_van": "2023-05-01", "referte_tot": "2026-01-31"},
    ),
    "W4.17": (
        {"start": "2024-09-01", "op": "2025-06-01", "geboortedatum": "1975-06-15", "aanvraag": "2025-06-14"},
        {"nodig": 468, "referte_van": "2022-09-14", "referte_tot": "2025-06-13"},
    ),
    "W4.19": (
        {"start": "2025-09-01", "op": "2026-08-31", "geboortedatum": "1960-01-01", "aanvraag": "2026-09-01"},
        {"nodig": 312, "referte_van": "2023-09-01", "referte_tot": "2026-08-31"},
    ),
    "W5.22 en 25": ({"start": "2026-04-01", "op": "2026-11-30"}, {"verwacht_einde": "2027-03-31"}),
    "W5.26": ({"start": "2026-10-15", "op": "2026-11-30"}, {"verwacht_einde": "2027-10-14"}),
    "W5.30": ({"start": "2026-04-01", "op": "2026-11-30", "al_bewezen": 100}, {"verwacht_einde": "2026-12-04"}),
}  # fmt: skip


def dag(tekst):
    return date.fromisoformat(tekst)


def in_een_dossier(an, feiten):
    """The same facts as rows, through the actions a colleague uses."""
    client = maak_client(an, op=date(2014, 1, 1), geboortedatum=dag(feiten.get("geboortedatum", GEBOREN)))
    for werk in feiten.get("vroeger", ()):
        _contract(client, an, werk, soort=Contractsoort.REGULIER)
    contract = _contract(client, an, feiten)
    velden = {"toelating": feiten.get("toelating", ""), "maandloon": feiten.get("maandloon")}
    velden["aanvraag_op"] = dag(feiten["aanvraag"]) if "aanvraag" in feiten else None
    Tewerkstelling.objects.filter(pk=contract.pk).update(**velden)
    if "al_bewezen" in feiten:
        Rechtspositie.objects.create(client=client, al_bewezen=feiten["al_bewezen"])
    return Tewerkstelling.objects.select_related("client").get(pk=contract.pk)


def _contract(client, an, feiten, **velden):
    einde = dag(feiten["tot_en_met"]) if "tot_en_met" in feiten else date(2033, 12, 31)
    voltijds = Decimal(str(feiten.get("voltijds", 38)))
    uren = Decimal(str(feiten.get("uren", voltijds)))
    contract = maak_contract(
        client, an, van=dag(feiten["start"]), laatste_dag=einde, uren_per_week=uren, voltijds_uren=voltijds, **velden
    )
    for geval in feiten.get("gebeurtenissen", ()):
        onderbreek(contract, an, van=dag(geval["van"]), laatste_dag=dag(geval["tot_en_met"]), soort=geval["soort"])
    for regime in feiten.get("andere_uren", ()):
        contract.zet_uren(dag(regime["vanaf"]), Decimal(regime["uren"]), 5)
    open_ = {} if "tot_en_met" in feiten else {"tot": None}
    Tewerkstelling.objects.filter(pk=contract.pk).update(andere_uren=contract.andere_uren, **open_)
    return contract


def merken(browser, adres):
    pagina = lxml_html.fromstring(browser.get(adres).content)
    paren = {}
    for element in pagina.xpath("//*[@data-feiten]"):
        paren |= dict(deel.split("=", 1) for deel in element.get("data-feiten").split())
    return paren | {e.get("data-feit"): e.get("value") for e in pagina.xpath("//*[@data-feit][@value]")}, pagina


@pytest.mark.parametrize("naam", VOORBEELDEN)
def test_de_bladzijde_en_de_opdracht_geven_een_antwoord(naam, an, als):
    feiten, verwacht = VOORBEELDEN[naam]
    op = dag(feiten["op"])
    with time_machine.travel(op, tick=False):
        uit = reken(SOORTEN["rechtenteller"], Gegevens({"geboortedatum": GEBOREN} | feiten))
        contract = in_een_dossier(an, feiten)
        teller = rechtenstand(lees_rechten(lees_stand(contract.client, op=op)), contract, op=op).teller
        adres = f"{reverse('rechtenteller:rechtenstand_detail', args=[contract.client_id])}?contract={contract.pk}"
        gemerkt, pagina = merken(als(an), adres)
    assert {sleutel: uit[sleutel] for sleutel in verwacht} == verwacht
    van = {
        "verwacht_einde": teller.verwacht_einde and teller.verwacht_einde.isoformat(),
        "nodig": teller.nodig,
        "geteld": round(float(teller.geteld), 2),
        "referte_van": teller.referte_van.isoformat(),
        "referte_tot": teller.referte_tot.isoformat(),
        "aanvraag": teller.aanvraag.isoformat(),
        "verlengd_met": teller.verlengd_met,
        "onmogelijk": teller.onmogelijk or None,
        "toelating": "deeltijds" if teller.feiten.halve_dagen else "voltijds",
    }
    assert {sleutel: uit[sleutel] for sleutel in van} == van
    eigen = f"contract-{contract.pk}"
    assert gemerkt.get(f"rechten_geschat:{eigen}") == uit["verwacht_einde"]
    assert gemerkt[f"dagen_nodig:{eigen}"] == str(uit["nodig"])
    assert gemerkt[f"dagen_geteld:{eigen}"] == str(int(min(uit["geteld"], uit["nodig"])))
    if uit["onmogelijk"]:
        assert uit["onmogelijk"] in pagina.text_content()
        assert "alles is bewezen" not in pagina.text_content()


VENSTERS = {
    "W1.1, W2.6": ("2024-09-01", "2024-10-15", "2025-10-14"),
    "W1.2": ("2025-01-15", "2025-02-03", "2026-04-30"),
    "W1.4": ("2025-08-31", "2025-09-15", "2026-09-14"),
    "W2.8": ("2025-03-01", "2025-03-10", "2026-04-30"),
    "W2.9": ("2026-01-01", "2026-02-02", "2027-12-31"),
}


@pytest.mark.parametrize("naam", VENSTERS)
def test_het_venster_en_de_nazorg(naam, an, als):
    """W1 and W2 on the page of the nazorg and on the tab of the work."""
    start, van, einde = VENSTERS[naam]
    venster = reken(SOORTEN["twe_venster"], Gegevens({"start": start}))
    rest = reken(SOORTEN["nazorg"], Gegevens({"twe_start": start, "art60_einde": einde}))
    with time_machine.travel(dag(van), tick=False):
        client = maak_client(an, op=date(2024, 1, 1))
        maak_werkervaring(client, an, start=dag(start))
        maak_contract(client, an, van=dag(van), laatste_dag=dag(einde))
        for pagina in ("nazorg:nazorg_detail", "dossier:werk"):
            gemerkt, _ = merken(als(an), reverse(pagina, args=[client.pk]))
            assert gemerkt["twe_laatste_dag"] == venster["laatste_dag"] == rest["twe_laatste_dag"]
            assert gemerkt["art60_op_tijd_tot"] == venster["tijdig_art60_tot"]
            assert gemerkt.get("nazorg_dagen", "0") == str(rest["totaal_dagen"])


GELD = {
    "W3.11": {"twe_start": "2024-09-01", "gestopt": "2026-06-30", "art60": [{"van": "2024-10-15", "tot": "2025-10-14"}]},
    "A8, een gestopte werkervaring": {
        "twe_start": "2024-09-01", "gestopt": "2025-03-31",
        "art60": [{"van": "2024-10-15", "tot": "2025-01-14"}, {"van": "2025-05-01", "tot": "2026-04-30"}],
    },
    "A8, wat na het venster begint": {
        "twe_start": "2024-09-01",
        "art60": [{"van": "2024-10-15", "tot": "2025-10-14"}, {"van": "2026-10-01", "tot": "2027-09-30"}],
    },
    "A8, wat binnen het venster begint en door moet": {
        "twe_start": "2024-09-01", "rechten_nodig": True,
        "art60": [{"van": "2024-10-15", "tot": "2025-10-14"}, {"van": "2026-08-01", "tot": "2026-11-30"}],
    },
    "A8, de grensdag": {"twe_start": "2024-09-01", "art60": [{"van": "2024-11-01", "tot": "2025-10-31"}]},
    "A8, een dag te laat": {"twe_start": "2024-09-01", "art60": [{"van": "2024-11-02", "tot": "2025-10-31"}]},
    "A8, voor de overeenkomst": {"twe_start": "2024-09-02", "art60": [{"van": "2024-08-30", "tot": "2025-10-31"}]},
}  # fmt: skip


@pytest.mark.parametrize("naam", GELD)
def test_het_geld(naam, an, griet, als):
    """W3 and A8 on the page of the money: the same sum, the same months, and what is not certain apart."""
    feiten = GELD[naam]
    with time_machine.travel(date(2026, 9, 20), tick=False):
        client = maak_client(an, op=date(2024, 1, 1))
        rij = maak_werkervaring(client, an, start=dag(feiten["twe_start"]))
        nodig = {"na_24_nodig": "ja"} if feiten.get("rechten_nodig") else {}
        maak_registratie(rij, griet, MlpStatus.GEREGISTREERD, **nodig)
        for werk in feiten["art60"]:
            maak_contract(client, an, van=dag(werk["van"]), laatste_dag=dag(werk["tot"]))
        if "gestopt" in feiten:
            rij.gestopt_op, rij.stopreden = dag(feiten["gestopt"]), "Verhuisd"
            wijzig_werkervaring(rij, ["gestopt_op", "stopreden"], door=an, op=date(2026, 9, 20))
        uit = reken(SOORTEN["betaalbare_maanden"], Gegevens({"twe_einde": "2026-08-31"} | feiten))
        gemerkt, pagina = merken(als(an), reverse("geld:vergoeding_detail", args=[client.pk]))
    assert float(gemerkt["vergoeding"]) == uit["bedrag"]
    assert int(gemerkt["maanden_art60"]) == uit["art60_maanden"]
    for maand in uit["maanden"]:
        assert float(gemerkt[f"maand_bedrag:{maand['laatste_dag'][:7]}"]) == maand["bedrag"]
    assert ("niet zeker: art.60 startte" in pagina.text_content()) is bool(uit["niet_zeker"])
    if naam == "W3.11":
        assert uit["bedrag"] == 7840
