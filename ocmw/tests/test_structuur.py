"""The shape of the house, held by a machine: what is not checked will not hold."""

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from ocmw.celery import app as celery_app

ROOT = Path(settings.BASE_DIR)
EIGEN_APPS = [
    config for config in apps.get_app_configs() if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path
]
TEMPLATES = ROOT / "templates"
# Templates that Django, allauth or crispy look up by name.
VAN_BUITEN_GEVRAAGD = re.compile(
    r"^(account|mfa|allauth|bootstrap5|django_filters|registration)/|^(400|403|404|500)\.html$"
)
NIET_VAN_ONS = {"node_modules", "var", "vendor", "__pycache__"}
VERBODEN_NAMEN = {"utils", "helpers", "manager", "managers", "service", "services", "common", "misc"}


@cache
def bestanden() -> list[Path]:
    """Every file that is ours: without what is installed, generated or written while running."""
    gevonden = []
    for map_, mappen, namen in os.walk(ROOT):
        mappen[:] = [naam for naam in mappen if naam not in NIET_VAN_ONS and not naam.startswith(".")]
        gevonden += [Path(map_, naam) for naam in namen]
    return sorted(gevonden)


def python() -> list[Path]:
    return [pad for pad in bestanden() if pad.suffix == ".py" and "migrations" not in pad.parts]


def is_test(pad: Path) -> bool:
    return "tests" in pad.parts or pad.name == "conftest.py"


def regels(pad: Path) -> int:
    return len(pad.read_text(encoding="utf-8").splitlines())


def te_groot(paden: list[Path], grens: int) -> list[str]:
    return [f"{pad.relative_to(ROOT)}: {regels(pad)} regels" for pad in paden if regels(pad) > grens]


def test_een_module_telt_hoogstens_400_regels():
    assert not te_groot([pad for pad in python() if not is_test(pad)], 400)


def test_een_testbestand_telt_hoogstens_500_regels():
    assert not te_groot([pad for pad in python() if is_test(pad)], 500)


def test_een_template_telt_hoogstens_120_regels():
    assert not te_groot([pad for pad in bestanden() if pad.suffix == ".html"], 120)


def test_geen_bestand_heet_naar_niets():
    assert not [pad.relative_to(ROOT) for pad in python() if pad.stem in VERBODEN_NAMEN]


def test_een_module_met_rechten_in_de_naam_gaat_over_wie_wat_mag():
    """`rechten` means permissions only; what a client earns is the rechtenteller or the rechtenblad."""
    sociaal = ("rechtenteller", "rechtenblad", "rechtenbeeld", "rechtenstand")
    paden = [str(pad.relative_to(ROOT)) for pad in python() if "rechten" in pad.stem and not is_test(pad)]
    assert [pad for pad in paden if not any(woord in pad for woord in sociaal)] == ["ocmw/toegang/rechten.py"]


# --- one name, one meaning ----------------------------------------------------------------------
# Django asks every management command for a class of this name.
MOET_ZO_HETEN = {"Command"}


def klassen(bronnen: dict[str, str]) -> dict[str, list[str]]:
    """Each class at the top of a module, and the modules that carry one of that name."""
    gevonden: dict[str, list[str]] = {}
    for pad, bron in bronnen.items():
        for stuk in ast.parse(bron).body:
            if isinstance(stuk, ast.ClassDef):
                gevonden.setdefault(stuk.name, []).append(pad)
    return gevonden


def homoniemen(bronnen: dict[str, str]) -> dict[str, list[str]]:
    return {naam: paden for naam, paden in klassen(bronnen).items() if len(paden) > 1 and naam not in MOET_ZO_HETEN}


def test_geen_twee_klassen_delen_een_naam():
    eigen = {str(pad.relative_to(ROOT)): pad.read_text(encoding="utf-8") for pad in python() if not is_test(pad)}
    assert not homoniemen(eigen)


def test_twee_klassen_met_een_naam_vallen_op():
    assert homoniemen({"a.py": "class Rij: pass", "b.py": "class Rij: pass"}) == {"Rij": ["a.py", "b.py"]}


def test_geen_leeg_bestand_behalve_een_pakketbegin():
    leeg = [pad for pad in bestanden() if not pad.stat().st_size and pad.name != "__init__.py"]
    assert not [str(pad.relative_to(ROOT)) for pad in leeg]


# --- words --------------------------------------------------------------------------------------
# A number of our own list of rules, such as (A17) or (T12, T14): nobody who reads a page has that list.
CODE = re.compile(r"\([A-Z]\d{1,2}[a-z]?(?:(?:,| en|-) ?\w+)*\)")


def zinnen_met_een_code(bron: str) -> list[str]:
    """Strings of a module that carry a code. A docstring may: that is where an engineer looks for the rule. A help_text is
    read by engineers too."""
    boom = ast.parse(bron)
    voor_ons = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Module | ast.ClassDef | ast.FunctionDef):
            # Only the first statement can be a docstring.
            voor_ons |= {id(zin.value) for zin in knoop.body[:1] if isinstance(zin, ast.Expr)}
        if isinstance(knoop, ast.keyword) and knoop.arg == "help_text":
            voor_ons |= {id(deel) for deel in ast.walk(knoop.value)}
    return [
        knoop.value
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)
        if id(knoop) not in voor_ons and CODE.search(knoop.value)
    ]


def test_geen_zin_draagt_een_code_van_onze_eigen_lijst():
    eigen = [pad for pad in python() if not is_test(pad) and "gereedschap" not in pad.parts]
    assert not {
        str(pad.relative_to(ROOT)): zinnen for pad in eigen if (zinnen := zinnen_met_een_code(pad.read_text("utf-8")))
    }
    opmaak = re.compile(r"\{#.*?#\}", re.DOTALL)
    assert not [
        str(pad.relative_to(ROOT))
        for pad in bestanden()
        if pad.suffix == ".html" and CODE.search(opmaak.sub("", pad.read_text("utf-8")))
    ]


def test_een_zin_met_een_code_valt_op():
    assert zinnen_met_een_code('"""Doc (A1)."""\nx = "De RVA beslist (A20)."') == ["De RVA beslist (A20)."]


# --- templates ----------------------------------------------------------------------------------
def genoemde_templates() -> set[str]:
    """Every template name in Python and in other templates: rendered, extended, included, or a component."""
    namen: set[str] = set()
    for pad in bestanden():
        if pad.suffix in {".py", ".html", ".txt"} and pad != Path(__file__):
            namen |= set(
                re.findall(r"""["']([\w./-]+\.(?:html|txt))(?:#[\w-]+)?["']""", pad.read_text(encoding="utf-8"))
            )
    return namen


def test_elke_template_wordt_gebruikt():
    genoemd = genoemde_templates()
    namen = [str(pad.relative_to(TEMPLATES)) for pad in bestanden() if pad.is_relative_to(TEMPLATES)]
    ongebruikt = [naam for naam in namen if naam not in genoemd and not VAN_BUITEN_GEVRAAGD.match(naam)]
    assert not ongebruikt


def test_elke_template_is_te_lezen():
    """A typing error in a tag shows here, not when somebody opens the page."""
    for pad in bestanden():
        if pad.is_relative_to(TEMPLATES):
            get_template(str(pad.relative_to(TEMPLATES)))


def test_elk_adres_in_een_template_bestaat():
    """`{% url ... as x %}` leaves x empty for a name that does not exist: a link that is silently gone."""
    gevraagd = re.compile(r"""{%\s*url\s+["']([\w-]+:[\w-]+)["']""")
    bestaan = {naam for naam, _ in alle_namen(get_resolver())}
    fout = [
        f"{pad.relative_to(ROOT)}: {naam}"
        for pad in bestanden()
        if pad.is_relative_to(TEMPLATES)
        for naam in gevraagd.findall(pad.read_text(encoding="utf-8"))
        if naam not in bestaan
    ]
    assert not fout


def alle_namen(resolver: URLResolver, voor: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address as templates write it: namespace:name."""
    for deel in resolver.url_patterns:
        if isinstance(deel, URLResolver):
            yield from alle_namen(deel, f"{voor}{deel.namespace}:" if deel.namespace else voor)
        elif deel.name:
            yield f"{voor}{deel.name}", deel


def formulieren_zonder_begin(tekst: str) -> list[str]:
    """The forms that post without their key. Searching saves nothing, and the way out is a page of allauth, like login."""
    formulieren = re.findall(r"""<form\b[^>]*method=["']post["'].*?</form>""", tekst, re.IGNORECASE | re.DOTALL)
    return [
        formulier[:100]
        for formulier in formulieren
        if not re.search(r"{% (formulierbegin|formuliersleutel|zoekveld\b[^%]*) %}|account_logout", formulier)
    ]


def test_elk_formulier_dat_verstuurt_heeft_een_sleutel():
    """What is sent twice is saved once (docs/adr/0011): `{% formulierbegin %}` instead of `{% csrf_token %}`."""
    fout = [
        f"{pad.relative_to(ROOT)}: {formulier}"
        for pad in bestanden()
        if pad.is_relative_to(TEMPLATES) and pad.suffix == ".html"
        if pad.relative_to(TEMPLATES).parts[0] not in {"account", "mfa"}
        for formulier in formulieren_zonder_begin(pad.read_text(encoding="utf-8"))
    ]
    assert not fout, fout


def test_een_formulier_zonder_sleutel_valt_op():
    """Negative control."""
    kaal = '<form class="x" method="post" novalidate>{% csrf_token %}<button>Bewaar</button></form>'
    assert formulieren_zonder_begin(kaal)
    assert not formulieren_zonder_begin(kaal.replace("csrf_token", "formulierbegin"))


def test_geen_stijl_of_script_in_een_template():
    """The Content-Security-Policy forbids both; a page would silently look wrong."""
    verboden = re.compile(
        r"""\sstyle\s*=\s*["']|<style|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*\bsrc=)""", re.IGNORECASE
    )
    fout = []
    for pad in bestanden():
        # A PDF is no page in a browser: its style sheet belongs inside.
        if pad.is_relative_to(TEMPLATES) and pad.suffix == ".html" and "pdf" not in str(pad.relative_to(TEMPLATES)):
            for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1):
                if verboden.search(regel):
                    fout.append(f"{pad.relative_to(ROOT)}:{nummer}: {regel.strip()[:100]}")
    assert not fout


def test_geen_adres_buiten_de_eigen_machine_in_pagina_en_opmaak():
    """No CDN: a page must work without internet, and nobody else learns who opens it."""
    geladen = re.compile(r"""(?:src|href)=["']https?://|url\(["']?https?://|@import""")
    fout = [
        f"{pad.relative_to(ROOT)}"
        for pad in bestanden()
        if pad.suffix in {".html", ".css", ".js"} and geladen.search(pad.read_text(encoding="utf-8"))
    ]
    assert not fout


# --- models -------------------------------------------------------------------------------------
def test_elke_migratie_heeft_een_naam():
    automatisch = [pad for pad in bestanden() if "migrations" in pad.parts and re.search(r"_auto_\d{8}", pad.name)]
    assert not automatisch


def eigen_relaties():
    for config in EIGEN_APPS:
        for model in config.get_models():
            for veld in model._meta.get_fields():
                if isinstance(veld, models.ForeignKey | models.ManyToManyField) and veld.model is model:
                    yield model, veld


def test_de_weg_terug_heeft_een_naam():
    """`related_name` says the plural of what points here, or '+' when nobody walks back."""
    zonder = [f"{model.__name__}.{veld.name}" for model, veld in eigen_relaties() if not veld.remote_field.related_name]
    assert not zonder


# --- work on the clock --------------------------------------------------------------------------
def test_elk_werk_op_de_klok_bestaat():
    celery_app.loader.import_default_modules()
    onbekend = {
        naam: werk["task"]
        for naam, werk in settings.CELERY_BEAT_SCHEDULE.items()
        if werk["task"] not in celery_app.tasks
    }
    assert not onbekend


def test_een_taak_krijgt_geen_objecten_mee():
    """Messages carry ids: a task has at most a few plain parameters and no model in its signature."""
    modellen = {model.__name__ for config in EIGEN_APPS for model in config.get_models()}
    fout = []
    for pad in python():
        if pad.stem in {"tasks", "jobs"} or {"tasks", "jobs"} & set(pad.parts):
            for functie in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
                if isinstance(functie, ast.FunctionDef) and any(
                    "task" in ast.unparse(d) for d in functie.decorator_list
                ):
                    soorten = {ast.unparse(arg.annotation) for arg in functie.args.args if arg.annotation}
                    fout += [f"{pad.relative_to(ROOT)}: {functie.name}({soort})" for soort in soorten & modellen]
    assert not fout


KLOK_BIJ_HET_LADEN = re.compile(
    r"^[A-Za-z_]+(?::[^=\n]+)? = .*(?:vandaag\(\)|localdate\(|\bnow\(|\bnu\(\)|today\()", re.MULTILINE
)


def test_geen_test_leest_de_klok_bij_het_laden():
    """A run goes through midnight: a day that was read while the module was imported is yesterday by the time it is used."""
    assert [
        str(pad) for pad in python() if is_test(pad) and KLOK_BIJ_HET_LADEN.search(pad.read_text(encoding="utf-8"))
    ] == []


@pytest.mark.parametrize(
    "regel", ["DAG = vandaag()", "MAAND: date = eind(vandaag())", "BEGIN = timezone.now().replace(hour=9)"]
)
def test_een_klok_bij_het_laden_valt_op(regel):
    assert KLOK_BIJ_HET_LADEN.search(f"import x\n{regel}\n")
    assert not KLOK_BIJ_HET_LADEN.search(f"def dag():\n    {regel}\n")
