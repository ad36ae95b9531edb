"""Names point down, like imports: foreign keys, URL names, templates and dotted names; and what is offered is complete."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from itertools import groupby

from django.urls import reverse
from django.urls.exceptions import NoReverseMatch

from clienten.models import Client
from clienten.tabs import DELEN, TABS, delen_van
from ocmw.journaal.journaalcodes import JOURNAALCODES
from ocmw.regels.sleutels import SLEUTELS
from ocmw.termijnen.soorten import TERMIJNSOORTEN, Volgendestap
from ocmw.tests.lagen import ROOT, Wijzer, kamer_van, kamer_van_bestand, lagen, ligt_boven, wijzers_omhoog
from ocmw.tests.test_structuur import EIGEN_APPS, bestanden, eigen_relaties, is_test
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.codeboek import Codewoord
from ocmw.ui.plaats import ADRESSEN, HOOFDPLAATSEN, MENU, NIEUW
from tewerkstelling.models import Tewerkstelling
from trajecten.beloften import ACTIEPUNT

CODEBESTANDEN = {"journaalcodes", "beloften"}
# May only fall. What is left: the script of the drafts, which every page loads.
HOOGSTENS = 1


def omhoog() -> list[Wijzer]:
    return [
        wijzer
        for pad in bestanden()
        if pad.suffix in {".py", ".html", ".txt"} and not is_test(pad)
        if not {"migrations", "gereedschap"} & set(pad.parts)
        for wijzer in wijzers_omhoog(pad, pad.read_text(encoding="utf-8"))
    ]


def test_hoogstens_zoveel_namen_wijzen_naar_boven():
    gevonden = omhoog()
    assert len(gevonden) <= HOOGSTENS, "Laat de hogere kamer het aanbieden (ocmw/ui/plaats.py):\n" + "\n".join(
        map(str, gevonden)
    )


def test_een_naam_naar_boven_valt_op():
    """Negative control: one of each kind."""
    sjabloon = ROOT / "templates" / "clienten" / "verzonnen.html"
    tekst = """{% load evaluatie %}{% url "dossier:werk" 1 %}{% include "nazorg/x.html" %}{% url "clienten:client_nieuw" %}"""
    assert [w.kamer for w in wijzers_omhoog(sjabloon, tekst)] == [
        "ocmw.werkruimte.dossier",
        "nazorg",
        "tewerkstelling.evaluaties",
    ]
    module = ROOT / "tewerkstelling" / "verzonnen.py"
    tekst = """redirect("geld:radar_list"); "ocmw.werkruimte.invoer.jobs"; "clienten.models" """
    assert [w.kamer for w in wijzers_omhoog(module, tekst)] == ["tewerkstelling.geld", "ocmw.werkruimte.invoer"]


def test_elke_app_heeft_een_verdieping():
    assert not [config.name for config in EIGEN_APPS if kamer_van(config.name) not in lagen()]


def test_een_relatie_wijst_naar_beneden():
    """A string reference (`"nazorg.Contact"`) would slip past import-linter; rooms inside a house count too."""
    assert not relaties_omhoog(
        (veld.name, kamer_van(model.__module__), kamer_van(veld.related_model.__module__))
        for model, veld in eigen_relaties()
    )


def relaties_omhoog(relaties):
    return [(naam, van, naar) for naam, van, naar in relaties if naar and ligt_boven(naar, van)]


def test_een_relatie_naar_boven_valt_op():
    """Negative control, also between a house and a room in it."""
    assert relaties_omhoog([("x", "tewerkstelling", "tewerkstelling.geld"), ("y", "clienten", "trajecten.twe")])
    assert not relaties_omhoog([("x", "tewerkstelling.geld", "tewerkstelling"), ("y", "trajecten.twe", "clienten")])
    assert kamer_van(Client.__module__) == "clienten"
    assert kamer_van(Tewerkstelling.__module__) == "tewerkstelling"
    assert kamer_van(Medewerker.__module__) == "ocmw.toegang"


# --- what rooms offer ----------------------------------------------------------------------------
LIJST = """
import django, json
django.setup()
from ocmw.ui.aanbod import Aanbod
print(json.dumps({wat: sorted(sleutel for sleutel, _ in aanbod.items()) for wat, aanbod in Aanbod.alle.items()}))
"""


def test_het_aanbod_is_volledig_na_django_setup():
    """In a process that does nothing but start: no page, no worker, no test has loaded anything else."""
    uit = subprocess.run([sys.executable, "-c", LIJST], capture_output=True, text=True, check=True, cwd=ROOT)
    kaal = json.loads(uit.stdout.splitlines()[-1])
    hier = {wat: sorted(sleutel for sleutel, _ in aanbod.items()) for wat, aanbod in Aanbod.alle.items()}
    assert kaal == hier
    assert all(kaal.values()), [wat for wat, sleutels in kaal.items() if not sleutels]


def bestaat(naam: str, *args: int) -> bool:
    try:
        return bool(reverse(naam, args=args))
    except NoReverseMatch:
        return False


def stappen() -> list[Volgendestap]:
    return [soort.stap for soort in TERMIJNSOORTEN if soort.stap]


def test_elke_aangeboden_pagina_bestaat():
    assert not [pagina.url for pagina in (*MENU, *NIEUW) if not bestaat(pagina.url)]
    assert not [deel.url for deel in (*TABS, *DELEN) if not bestaat(deel.url, 1)]
    assert not [stap for stap in stappen() if not stap.adres(1)]
    assert not [naam for naam in ADRESSEN if not any(bestaat(naam, *args) for args in ((), (1,), (1, 2)))]


def test_elke_plaats_elk_recht_en_elke_groep_bestaat():
    assert {pagina.plaats for pagina in MENU} <= {code for code, _, _ in HOOFDPLAATSEN}
    assert {pagina.recht for pagina in (*MENU, *NIEUW)} | {stap.recht for stap in stappen()} <= set(Recht.values)
    assert {deel.tab for deel in DELEN} <= {tab.naam for tab in TABS}
    assert len(TABS) == 5


def test_de_groepen_van_een_tab_staan_bij_elkaar():
    """Their order comes from the hundreds of `volgorde`; one group never appears twice."""
    for tab in TABS:
        groepen = [groep for groep, _ in groupby(delen_van(tab.naam), key=lambda deel: deel.groep)]
        assert len(groepen) == len(set(groepen))


def test_geen_twee_kiezen_dezelfde_beurt():
    """Order over all rooms is a number: two the same would change places with the order of installation."""
    for groep in (
        [(p.plaats, p.volgorde) for p in MENU],
        [k.volgorde for k in NIEUW],
        [t.volgorde for t in TABS],
        [(d.tab, d.volgorde) for d in DELEN],
    ):
        assert len(groep) == len(set(groep))


def test_elke_belofte_heeft_een_volgende_stap():
    """An actiepunt is ticked off where it stands; every other kind leads somewhere."""
    assert [soort for soort in TERMIJNSOORTEN if not soort.stap] == [ACTIEPUNT]


def codeconstanten() -> dict[Codewoord, tuple[str, str]]:
    """Every constant of the rooms that is a code: the code -> module and name."""
    gevonden: dict[Codewoord, tuple[str, str]] = {}
    for pad in bestanden():
        if pad.stem in CODEBESTANDEN and not is_test(pad):
            module = import_module(".".join(pad.relative_to(ROOT).with_suffix("").parts))
            eigen = {naam: waarde for naam, waarde in vars(module).items() if isinstance(waarde, Codewoord)}
            gevonden |= {waarde: (module.__name__, naam) for naam, waarde in eigen.items()}
    return gevonden


def test_elke_code_is_een_constante_van_een_kamer_en_heet_zoals_ze_bewaard_wordt():
    gevonden = codeconstanten()
    assert set(gevonden) == {*TERMIJNSOORTEN, *JOURNAALCODES}
    assert not [(code, naam) for code, (_, naam) in gevonden.items() if code != naam.lower()]


def test_elke_aangeboden_code_wordt_gebruikt():
    """A code that nobody writes is a line in a filter that never finds anything."""
    woorden: set[str] = set()
    for pad in bestanden():
        if pad.suffix == ".py" and not is_test(pad):
            tekst = zonder_imports(pad.read_text(encoding="utf-8"))
            # The kind of a promise and the function that makes it share a file: naming it is not using it yet.
            tekst = re.sub(r"^([A-Z][A-Z0-9_]+ = |@belooft\().*$", "", tekst, flags=re.MULTILINE)
            woorden |= set(re.findall(r"\b[A-Z][A-Z0-9_]{3,}\b", tekst))
    assert not [naam for _, naam in codeconstanten().values() if naam not in woorden]


def zonder_imports(tekst: str) -> str:
    return re.sub(r"^ *from [\w.]+ import (?:\([^)]*\)|.*)$", "", tekst, flags=re.MULTILINE)


def regels_omhoog(vragen: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Room and key: a key that no room offers, or one that a room above offers."""
    van = {
        sleutel: kamer_van_bestand(pad)
        for pad in bestanden()
        if pad.name == "regels.py" and not is_test(pad)
        for sleutel in re.findall(
            r"""^regelsleutel\(\s*["']([\w.]+)["']""", pad.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert set(van) == {sleutel for sleutel, _ in SLEUTELS.items()}
    return [(kamer, sleutel) for kamer, sleutel in vragen if sleutel not in van or ligt_boven(van[sleutel], kamer)]


def test_een_kamer_rekent_met_eigen_regels_of_die_van_eronder():
    gevraagd = [
        (kamer_van_bestand(pad), sleutel)
        for pad in bestanden()
        if pad.suffix == ".py" and not is_test(pad)
        for sleutel in re.findall(r"""\bregel\(\s*["']([\w.]+)["']""", pad.read_text(encoding="utf-8"))
    ]
    assert gevraagd
    assert not regels_omhoog(gevraagd)


def test_een_regel_van_boven_of_van_niemand_valt_op():
    """Negative control."""
    fout = [("tewerkstelling", "match.waarden"), ("nazorg", "verzonnen.dagen")]
    assert regels_omhoog([*fout, ("nazorg", "match.waarden"), ("tewerkstelling", "werkplek.max_uren")]) == fout


def test_elk_gevraagd_adres_wordt_aangeboden_en_elk_aanbod_gevraagd():
    gevraagd: set[str] = set()
    for pad in bestanden():
        if pad.suffix in {".py", ".html"} and not is_test(pad):
            tekst = pad.read_text(encoding="utf-8")
            gevraagd |= set(re.findall(r"""{%\s*naar\s+["'](\w+)["']""", tekst))
            gevraagd |= set(re.findall(r"""\bnaar(?:_pagina)?\(["'](\w+)["']""", tekst))
            gevraagd |= set(re.findall(r"""\bnaar\("\w+" if \w+ else ["'](\w+)["']""", tekst))
    gevraagd |= {stap.pagina for stap in stappen() if ":" not in stap.pagina}
    assert gevraagd == {sleutel for sleutel, _ in ADRESSEN.items()}


# --- migrations ----------------------------------------------------------------------------------
# `upload_to`: Django writes the path of the function into the migration, and runs it never.
ALLEEN_GENOEMD = {"clienten.models.document"}


def eigen_invoer(tekst: str) -> list[str]:
    """What a migration imports of ours: it would break, or do something else, when that module changes."""
    ingevoerd = re.findall(r"^\s*(?:from|import)\s+([\w.]+)", tekst, re.MULTILINE)
    return [naam for naam in ingevoerd if kamer_van(naam) and naam not in ALLEEN_GENOEMD]


def test_een_migratie_voert_niets_van_ons_in():
    fout = {
        str(pad.relative_to(ROOT)): namen
        for pad in bestanden()
        if "migrations" in pad.parts and pad.suffix == ".py"
        if (namen := eigen_invoer(pad.read_text(encoding="utf-8")))
    }
    assert not fout, fout


def test_een_migratie_die_code_van_ons_invoert_valt_op():
    """Negative control."""
    assert eigen_invoer("from ocmw.regels.aanbod import laad_basisregels\nimport uuid\n") == ["ocmw.regels.aanbod"]
