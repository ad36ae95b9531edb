"""The next step of a dossier: one answer for every state, and what the page shows is that answer."""

from datetime import date, timedelta

import pytest

from clienten.enums import Stap
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import korte_dag
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.dossier.actions import sluit_dossier
from ocmw.werkruimte.dossier.volgende_stap import Stapfeiten, Wacht, volgende_stap
from trajecten.actions import (
    beantwoord_doorverwijzing,
    begin_doorverwijzing,
    bewaar_actiepunt,
    lees_antwoord,
    verstuur_doorverwijzing,
)
from trajecten.enums import Doorverwijsstatus
from trajecten.models import Actiepunt
from trajecten.tests.bundels import vul_in

pytestmark = pytest.mark.databank
OP = date(2026, 11, 30)
ALLES = frozenset(Recht.values)


def feiten(stap=Stap.FASE_4, **anders):
    return Stapfeiten(**{"stap": stap, "gesloten": False, "heeft_coach": True, "rechten": ALLES} | anders)


def wacht(dagen, zin="Evaluatie", **anders):
    return Wacht(zin, OP + timedelta(days=dagen), **anders)


@pytest.mark.parametrize("stap", list(Stap))
@pytest.mark.parametrize("heeft_coach", [True, False])
def test_elke_stand_heeft_een_antwoord_met_een_pagina_die_past(stap, heeft_coach):
    stand = feiten(stap, heeft_coach=heeft_coach, gesloten=stap == Stap.GESLOTEN)
    uit = volgende_stap(stand, op=OP)
    assert uit.zin
    assert bool(uit.label) == bool(uit.pagina)
    zonder = volgende_stap(
        feiten(stap, heeft_coach=heeft_coach, gesloten=stap == Stap.GESLOTEN, rechten=frozenset()), op=OP
    )
    assert zonder.zin == uit.zin


@pytest.mark.parametrize(
    ("stand", "begin"),
    [
        (feiten(gesloten=True, termijnen=[wacht(-3)]), "Dit dossier is gesloten."),
        (feiten(Stap.NIEUW, termijnen=[wacht(-3)]), "Evaluatie (3 dagen te laat)."),
        (feiten(Stap.NIEUW, termijnen=[wacht(3)]), "Maak de doorverwijzing."),
        (feiten(Stap.DOORVERWEZEN, heeft_coach=False), "Kies een trajectbegeleider."),
        (feiten(Stap.DOORVERWEZEN), "Beantwoord de doorverwijzing."),
        (feiten(Stap.INTAKE), "Doe de intake."),
        (feiten(Stap.FASE_2, poort=["De vraag is nog niet beantwoord.", "Nog een."], termijnen=[wacht(3)]), "De vraag is nog"),
        (feiten(Stap.FASE_2, poort=["De vraag is nog niet beantwoord."], termijnen=[wacht(0)]), "Evaluatie (ma 30 nov 2026, vandaag)."),
        (feiten(termijnen=[wacht(3)]), "Evaluatie (do 3 dec 2026, over 3 dagen)."),
        (feiten(termijnen=[wacht(3)], afspraak=OP + timedelta(days=1)), "Afspraak op di 1 dec 2026 (morgen)."),
        (feiten(termijnen=[wacht(3)], afspraak=OP + timedelta(days=9)), "Evaluatie (do"),
        (feiten(), "Niets dat wacht."),
    ],
)  # fmt: skip
def test_wat_eerst_komt(stand, begin):
    assert volgende_stap(stand, op=OP).zin.startswith(begin)


def test_laat_is_alleen_wat_voorbij_zijn_dag_is():
    assert volgende_stap(feiten(termijnen=[wacht(-1)]), op=OP).laat
    assert not volgende_stap(feiten(termijnen=[wacht(0)]), op=OP).laat


def test_de_pagina_toont_de_stap_en_noemt_hem_geen_tweede_keer(an, als):
    client = maak_client(an, coach=an)
    maak_traject(client, an, op=vandaag())
    maak_gesprek(client, an)
    punt = Actiepunt(
        client=client, omschrijving="Bel de crèche", vervalt_op=vandaag() - timedelta(days=2), medewerker=an
    )
    bewaar_actiepunt(punt, door=an, op=vandaag())
    pagina = als(an).get(client.get_absolute_url()).text
    stap = pagina.split('id="kop-stap"')[1].split("</section>")[0]
    assert "Bel de crèche (2 dagen te laat)." in stap
    assert stap.count("Bel de crèche") == 1
    assert "Nog geen trajectplan" in stap


def test_zonder_iets_te_laat_vraagt_de_poort_van_de_fase(an, griet, als):
    client = maak_client(an, coach=an)
    maak_traject(client, an, op=vandaag())
    pagina = als(an).get(client.get_absolute_url()).text
    assert "is nog niet beantwoord." in pagina.split('id="kop-stap"')[1].split("</section>")[0]


def test_een_gesloten_dossier_wijst_naar_heropenen_voor_wie_mag(an, als):
    client = maak_client(an, coach=an)
    sluit_dossier(client, reden="verhuisd", door=an, op=vandaag() - timedelta(days=1))
    pagina = als(an).get(client.get_absolute_url()).text
    assert f'href="/clienten/{client.pk}/heropenen/"' in pagina.split('id="kop-stap"')[1].split("</section>")[0]


def stap_op_de_pagina(browser, client):
    return " ".join(
        browser.get(client.get_absolute_url()).text.split('id="kop-stap"')[1].split("</section>")[0].split()
    )


@pytest.mark.parametrize("dagen", [2, 40])
def test_wie_doorverwees_leest_op_wie_het_wacht_en_wie_moet_antwoorden_wat_te_doen(bert, an, griet, als, dagen):
    """Also when the answer is late: it is not up to the sender to answer."""
    client = maak_client(bert, coach=an)
    dag = vandaag() - timedelta(days=dagen)
    bundel = vul_in(begin_doorverwijzing(client, door=bert, op=dag), bert, aan=an)
    verstuur_doorverwijzing(bundel, door=bert, op=dag)
    voor_bert = stap_op_de_pagina(als(bert), client)
    assert f"De doorverwijzing wacht op een antwoord van An Claes, sinds {korte_dag(dag)}" in voor_bert
    assert "Beantwoord de doorverwijzing" not in voor_bert
    assert "Beantwoord de doorverwijzing." in stap_op_de_pagina(als(an), client)
    assert "wacht op een antwoord van An Claes" in stap_op_de_pagina(als(griet), client)
    beantwoord_doorverwijzing(bundel, Doorverwijsstatus.AANVULLING, door=an, op=vandaag(), antwoord="Welke opleiding?")
    lees_antwoord(bundel, door=bert, op=vandaag())
    assert "wacht op een aanvulling van Bert Maes" in stap_op_de_pagina(als(an), client)
    assert "Vul de doorverwijzing aan." in stap_op_de_pagina(als(bert), client)


def test_een_bundel_aan_het_team_wacht_op_het_team(bert, als):
    client = maak_client(bert)
    verstuur_doorverwijzing(
        vul_in(begin_doorverwijzing(client, door=bert, op=vandaag()), bert), door=bert, op=vandaag()
    )
    assert f"wacht op een antwoord van het team van {client.ocmw}" in stap_op_de_pagina(als(bert), client)
