"""One grammar: a page is made of the parts of /stijl/, and a second dialect is refused. What is left stands here with its reason."""

import re
from dataclasses import dataclass

import pytest
from django.template import Context, Engine, TemplateSyntaxError

from ocmw.tests.test_structuur import ROOT, bestanden
from ocmw.ui.templatetags.onderdelen import ONDERDELEN

PAPIER = "papier heeft een eigen kop, zonder links of knoppen"
DOSSIER = "het hoofd van een dossier, voor iedereen even hoog"


@dataclass(frozen=True)
class Dialect:
    """What a page may not write itself, the part that does it, and the files that may with the reason."""

    patroon: str
    onderdeel: str
    mag: dict[str, str]


DIALECTEN = {
    "een eigen titel": Dialect(
        r"<h1\b",
        "paginakop",
        {
            "clienten/_dossierkop.html": DOSSIER,
            "trajecten/doorverwijzing_afdruk.html": PAPIER,
            "trajecten/plan_afspraken.html": PAPIER,
            "groepen/sessie_lijst.html": PAPIER,
            "beheer/dossier_inzage_afdruk.html": PAPIER,
            "rapporten/base_pdf.html": PAPIER,
            "rapporten/stukken/basis.html": PAPIER,
            "rapporten/stukken/cv.html": PAPIER,
            "rapporten/stukken/_attest.html": PAPIER,
        },
    ),
    "een eigen kop": Dialect(
        r'class="(paginakop|paginatitel)\b|class="kruimel',
        "paginakop",
        {
            "components/sectie.html": "dezelfde lijn, een maat kleiner",
            "beheer/regel_detail.html": "een kop per versie, met een eigen id",
            "trajecten/plan_afspraken.html": "terug en afdrukken op een lijn, die niet op het papier staat",
            "regulier/sollicitatie_detail.html": "een kop per deel, met een eigen id",
            "regulier/cv_detail.html": "een kop per deel, met een eigen id",
        },
    ),
    "een eigen feitenlijst": Dialect(r"<dl\b", "feiten", {}),
    "een eigen maat voor een sectie": Dialect(
        r'<h2[^>]* class="(?!visually-hidden|groepkop|sectie)[^"]*"',
        "sectie",
        {
            "clientenlijst/client_bord.html": "de kop van een kolom draagt de kleur van haar fase",
        },
    ),
    "een eigen volgende stap": Dialect(r'class="paneel volgende', "volgendestap", {}),
}


def paginas() -> dict[str, str]:
    sjablonen = ROOT / "templates"
    return {
        str(pad.relative_to(sjablonen)): pad.read_text(encoding="utf-8")
        for pad in bestanden()
        if pad.suffix == ".html" and pad.is_relative_to(sjablonen)
    }


def sprekers(dialect: Dialect, bronnen: dict[str, str]) -> set[str]:
    eigen = ONDERDELEN[dialect.onderdeel][0]
    return {
        pad
        for pad, bron in bronnen.items()
        if pad not in (eigen, "components/paginakop.html") and re.search(dialect.patroon, bron)
    }


@pytest.mark.parametrize("wat", DIALECTEN)
def test_een_pagina_spreekt_geen_tweede_dialect(wat):
    """Both ways: nobody joins the list of exceptions, and who no longer needs to stand there goes off it."""
    dialect = DIALECTEN[wat]
    assert sprekers(dialect, paginas()) == set(dialect.mag)
    assert all(dialect.mag.values())


@pytest.mark.parametrize(
    ("wat", "bron"),
    [
        ("een eigen titel", "<h1>Detail</h1>"),
        ("een eigen kop", '<div class="paginakop mb-2"><h2>Detail</h2></div>'),
        ("een eigen kop", '<p class="kruimel"><a href="?">Terug</a></p>'),
        ("een eigen feitenlijst", '<dl class="row"><dt>Naam</dt></dl>'),
        ("een eigen maat voor een sectie", '<h2 class="h4">Persoon</h2>'),
        ("een eigen volgende stap", '<section class="paneel volgende">'),
    ],
)
def test_een_tweede_dialect_valt_op(wat, bron):
    assert sprekers(DIALECTEN[wat], {"kamer/pagina.html": bron}) == {"kamer/pagina.html"}


@pytest.mark.parametrize("naam", ONDERDELEN)
def test_elk_onderdeel_staat_op_de_pagina_van_de_stijl(naam):
    assert f"{{% {naam} " in paginas()["beheer/stijl.html"]


def gemaakt(bron: str, **waarden: object) -> str:
    return Engine.get_default().from_string(bron).render(Context(waarden))


def test_een_leeg_deel_staat_er_niet():
    kop = gemaakt(
        "{% paginakop %}Werkgevers{% terug %} {% acties %}{% if mag %}<a>Nieuw</a>{% endif %}{% endpaginakop %}",
        mag=False,
    )
    assert kop == '<div class="paginakop"><h1>Werkgevers</h1></div>'


def test_wat_een_mens_typte_blijft_tekst_en_wat_de_pagina_schreef_blijft_opmaak():
    kop = gemaakt("{% paginakop %}{{ naam }}{% acties %}<a>Wijzig</a>{% endpaginakop %}", naam="<b>Jan</b>")
    assert "<h1>&lt;b&gt;Jan&lt;/b&gt;</h1>" in kop
    assert '<div class="acties"><a>Wijzig</a></div>' in kop


@pytest.mark.parametrize(
    "bron", ["{% sectie 3 %}A{% endsectie %}", "{% paginakop %}A{% acties %}B{% terug %}C{% endpaginakop %}"]
)
def test_een_waarde_zonder_naam_of_een_andere_volgorde_wordt_geweigerd(bron):
    with pytest.raises(TemplateSyntaxError):
        gemaakt(bron)
