"""The section on art.60 of the caseload report (R4)."""

from collections.abc import Iterable

from ocmw.kalender.woorden import dag_in_woorden
from ocmw.werkruimte.rapporten.rapport import Blok, Celsoort, Rapporttabel, Sectie, Tabelkolom
from ocmw.werkruimte.rapporten.werkcijfers import Gewoonwerkcijfers, Werkcijfers
from tewerkstelling.enums import Eindreden, Werkgeversoort

GETAL, AANDEEL = Celsoort.GETAL, Celsoort.AANDEEL
VOORUIT = (30, 60, 90)
DEFINITIES = (
    ("Lopend contract", "de eerste werkdag is voorbij of vandaag, de laatste werkdag niet"),
    ("Geëindigd contract", "de laatste werkdag valt in de periode; op de laatste dag van de periode loopt het ook nog"),
    ("Doorstroom na art.60", "art.60 eindigde met regulier werk, op dezelfde of een andere plek"),
    (
        "Werkgever buiten de lijst",
        "een werkgever van gewoon werk die niet bij de werkgevers staat; de naam komt van de sollicitatie",
    ),
)


def gewoonwerksectie(cijfers: Gewoonwerkcijfers) -> Sectie:
    tabel = Rapporttabel(
        (Tabelkolom("Jobs"), Tabelkolom("Aantal", GETAL)),
        (
            ("Gestart in de periode", cijfers.gestart),
            ("Lopend op de laatste dag", len(cijfers.lopend)),
            ("waarvan bij een werkgever uit de lijst", cijfers.bij_partner),
            ("waarvan bij een werkgever buiten de lijst", cijfers.buiten_lijst),
            ("waarvan de werkgever niet ingevuld is", cijfers.zonder_werkgever),
            ("Verschillende werkgevers op de laatste dag", cijfers.werkgevers),
        ),
    )
    return Sectie("Gewoon werk", (tabel,), "Gewone jobs in deze periode, ook bij werkgevers die geen partner zijn.")


def werksectie(cijfers: Werkcijfers) -> Sectie:
    return Sectie("Art.60", tuple(_blokken(cijfers)), "Contracten met art.60§7 in deze periode.")


def _blokken(cijfers: Werkcijfers) -> Iterable[Blok]:
    yield Rapporttabel(
        (Tabelkolom("Contracten"), Tabelkolom("Aantal", GETAL)),
        (
            ("Gestart in de periode", len(cijfers.gestart)),
            ("Geëindigd in de periode", len(cijfers.geeindigd)),
            ("waarvan doorstroom na art.60", cijfers.doorstroom),
            ("Lopend op de laatste dag", len(cijfers.lopend)),
            *((f"waarvan de laatste dag binnen {n} dagen valt", cijfers.eindigt_binnen(n)) for n in VOORUIT),
            ("waarvan zonder antwoord van de RVA", cijfers.zonder_rva),
        ),
    )
    totaal = len(cijfers.lopend)
    namen = dict(Werkgeversoort.choices) | {"": "Werkplek niet ingevuld"}
    yield Rapporttabel(
        (Tabelkolom("Soort gebruiker"), Tabelkolom("Aantal", GETAL), Tabelkolom("Aandeel", AANDEEL)),
        tuple((namen[soort], aantal, aantal / totaal) for soort, aantal in cijfers.per_gebruiker.most_common()),
        bijschrift=f"Lopende contracten op {dag_in_woorden(cijfers.peildag)}",
        leeg="Er loopt geen enkel art.60-contract.",
        totaal=("Samen", totaal, 1) if totaal else None,
    )
    einde = len(cijfers.geeindigd)
    redenen = dict(Eindreden.choices) | {"": "Reden niet ingevuld"}
    yield Rapporttabel(
        (Tabelkolom("Reden van het einde"), Tabelkolom("Aantal", GETAL), Tabelkolom("Aandeel", AANDEEL)),
        tuple((redenen[reden], aantal, aantal / einde) for reden, aantal in cijfers.per_eindreden.most_common()),
        bijschrift="Contracten die eindigden, naar reden",
        leeg="In deze periode eindigde geen enkel art.60-contract.",
        totaal=("Samen", einde, 1) if einde else None,
    )
