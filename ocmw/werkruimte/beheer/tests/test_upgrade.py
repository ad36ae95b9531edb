"""Every upgrade starts from a version people have: its tables and its demo, frozen in ocmw/gereedschap/testing/versies.

Nothing here knows what a version changed: every row is still there with what it held, and the application answers on it. A
migration that moves or rewrites something on purpose says so here.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time

import pytest
import time_machine
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.gereedschap.testing import versie
from ocmw.gereedschap.testing.sjabloon import lege_databank
from ocmw.gereedschap.testing.versie import BevrorenVersie, Rij, Versietabel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.beheer.bijwerken import Bijgewerkt, werk_bij
from ocmw.werkruimte.dossier.controle import controleer

# A database made with the migrations of then: fifteen seconds of processor time for each version.
pytestmark = [pytest.mark.databank, pytest.mark.traag]
VERSIES = sorted(pad.name.removesuffix(".jsonl.xz") for pad in versie.VERSIES.iterdir())
# What a migration writes anew on purpose: what came with the installation lost the codes of our own list, got a public source and
# its right days; and full-time, which a contract said when nobody had chosen, became "not asked".
# A promise follows from facts and is derived again: one line per end (ADR 0030), a planned day on a workday, a shorter silence; the
# row of the list takes its first termijn from there. The profile takes what only another page had asked (ADR 0031).
HERSCHREVEN = {
    "regels_regelset": frozenset({"bron", "toelichting", "waarde", "versie", "geldig_van", "geldig_tot"}),
    "tewerkstelling_tewerkstelling": frozenset({"toelating"}),
    "clienten_stand": frozenset({"eerste_termijn_op", "stilte_op"}),
    "termijnen_termijn": frozenset({"gesloten_op", "voldaan", "vervalt_op", "gemarkeerd_op", "onderwerp"}),
    "profiel_profiel": frozenset({"versie", "realistisch", "rijbewijs", "jobdoelwit"}),
}
HOOGSTENS = 500_000  # bytes in git, for each version


@dataclass
class Upgrade:
    oud: BevrorenVersie
    bijgewerkt: Bijgewerkt
    nu: BevrorenVersie


@pytest.fixture(scope="module", params=VERSIES)
def upgrade(request, django_db_setup, django_db_blocker):
    """On the day the demo was born, so that nothing differs because time passed."""
    oud = versie.lees(request.param)
    middag = datetime.combine(oud.op, time(11), tzinfo=UTC)
    with django_db_blocker.unblock(), lege_databank(), time_machine.travel(middag):
        versie.zet_terug(oud)
        bijgewerkt = werk_bij(op=oud.op)
        yield Upgrade(oud, bijgewerkt, versie.neem_op("nu", op=oud.op))


def geteld(rijen: list[Rij]) -> Counter[str]:
    codeer = DjangoJSONEncoder(sort_keys=True).encode
    return Counter(codeer(rij) for rij in rijen)


def verloren(oud: Versietabel, nu: Versietabel, zonder: frozenset[str] = frozenset()) -> list[str]:
    """The rows that are gone or hold something else, in the columns that both have."""
    samen = [kolom for kolom in oud.kolommen if kolom in nu.kolommen and kolom not in zonder]
    return sorted(geteld(oud.alleen(samen)) - geteld(nu.alleen(samen)))


def test_elke_rij_is_er_nog(upgrade):
    weg = {
        naam: (len(tabel.rijen), rijen[:3])
        for naam, tabel in upgrade.oud.tabellen.items()
        if (
            rijen := verloren(
                tabel, upgrade.nu.tabellen.get(naam, Versietabel(tabel.kolommen)), HERSCHREVEN.get(naam, frozenset())
            )
        )
    }
    assert not weg
    gevuld = {naam for naam, tabel in upgrade.oud.tabellen.items() if tabel.rijen}
    assert {"clienten_client", "journaal_journaalregel", "termijnen_termijn", "clienten_stand"} <= gevuld


def test_een_antwoord_in_het_profiel_wordt_aangevuld_nooit_veranderd(upgrade):
    oud, nu = (
        {rij["id"]: rij for rij in (dict(zip(tabel.kolommen, rij, strict=True)) for rij in tabel.rijen)}
        for tabel in (upgrade.oud.tabellen["profiel_profiel"], upgrade.nu.tabellen["profiel_profiel"])
    )
    for feit in ("realistisch", "rijbewijs"):
        gezegd = {pk: rij[feit] for pk, rij in oud.items() if rij[feit] != Antwoord.ONBEKEND}
        assert gezegd
        assert {pk: nu[pk][feit] for pk in gezegd} == gezegd


def test_het_verlies_van_een_rij_en_een_andere_waarde_vallen_op(upgrade):
    oud = upgrade.oud.tabellen["clienten_client"]
    assert len(verloren(oud, Versietabel(oud.kolommen, oud.rijen[1:]))) == 1
    anders = [*oud.rijen[0]]
    anders[oud.kolommen.index("voornaam")] = "Iemand anders"
    assert len(verloren(oud, Versietabel(oud.kolommen, [anders, *oud.rijen[1:]]))) == 1
    assert len(verloren(oud, Versietabel(oud.kolommen))) == len(oud.rijen)


def test_de_regels_van_de_installatie_dragen_geen_code_meer(upgrade):
    """Shown on what people had: version 0.1 came with codes, and the value itself is the same."""
    code = re.compile(r"\([A-Z]\d{1,2}[a-z]?[,)]")
    oud, nu = upgrade.oud.tabellen["regels_regelset"], upgrade.nu.tabellen["regels_regelset"]
    assert any(code.search(str(rij)) for rij in oud.rijen)
    assert not [rij for rij in nu.rijen if code.search(str(rij))]
    waarden = [dict(zip(tabel.kolommen, rij, strict=True)) for tabel in (oud, nu) for rij in tabel.rijen]
    maxima = {rij["sleutel"]: [een["waarde"] for een in waarden if een["sleutel"] == rij["sleutel"]] for rij in waarden}
    assert maxima["twe.max_maanden"][0] == maxima["twe.max_maanden"][-1]


def test_wat_bewaard_is_volgt_uit_de_feiten_en_een_tweede_keer_verandert_niets(upgrade):
    assert not upgrade.bijgewerkt.nieuw
    assert controleer(upgrade.oud.op).aantal == 0
    assert werk_bij(op=upgrade.oud.op).zinnen == []


@pytest.mark.parametrize("rol", list(Rol))
def test_vandaag_opent_voor_elke_rol(upgrade, als, rol):
    antwoord = als(Medewerker.objects.get(email=f"{rol}.aalst@demo.example")).get(reverse("vandaag:vandaag"))
    assert antwoord.status_code == 200


def test_elk_dossier_van_een_caseload_opent_met_zijn_werk_en_zijn_tijdlijn(upgrade, als):
    coach = Medewerker.objects.get(email="atb.aalst@demo.example")
    browser = als(coach)
    dossiers = Client.objects.in_caseload_van(coach)
    assert dossiers.count() > 5
    for client in dossiers:
        for pagina in ("dossier_detail", "werk", "tijdlijn"):
            antwoord = browser.get(reverse(f"dossier:{pagina}", args=[client.pk]))
            assert antwoord.status_code == 200, (client.pk, pagina)
            assert client.achternaam in antwoord.text, (client.pk, pagina)


def test_een_nieuwe_rij_krijgt_een_nummer_na_die_er_waren(upgrade):
    """On PostgreSQL a sequence keeps it, which a row that is put back does not move."""
    bea = Medewerker.objects.get(email="beheer.aalst@demo.example")
    nieuw = Medewerker.objects.create(email="nieuw@demo.example", voornaam="Nele", ocmw=bea.ocmw, rol=Rol.MW)
    assert nieuw.pk > bea.pk


@pytest.mark.parametrize("naam", VERSIES)
def test_een_bevroren_versie_blijft_klein(naam):
    assert (versie.VERSIES / f"{naam}.jsonl.xz").stat().st_size < HOOGSTENS
