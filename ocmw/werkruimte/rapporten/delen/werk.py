"""The work: contracts, the 24-month window and what is left of it."""

from datetime import date, timedelta

from django.template.loader import render_to_string
from django.utils.html import escape

from ocmw.ui.band import Band, Mijlpaal, Periode, band
from ocmw.werkruimte.rapporten.delen.basis import Dossier, dag, met_punten
from ocmw.werkruimte.rapporten.rapport import (
    Beeld,
    Blok,
    Cel,
    Celsoort,
    Feitenlijst,
    Rapporttabel,
    Rapporttekst,
    Sectie,
    Tabelkolom,
)
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import OnmogelijkePeriode, TweVenster, nazorgrest, venster_vanaf

DATUM = Celsoort.DATUM


def werk(dossier: Dossier) -> Sectie:
    contracten = list(
        dossier.rijen(Tewerkstelling.objects.all()).select_related("werkplek__werkgever").order_by("van", "pk")
    )
    blokken: list[Blok] = [_contracttabel(contracten)]
    overeenkomsten = list(dossier.rijen(Werkervaring.objects.all()))
    for overeenkomst in overeenkomsten:
        blokken += _venster(overeenkomst, contracten, dossier.op)
    if not overeenkomsten:
        blokken.append(
            Rapporttekst(("Er is geen werkervaringsovereenkomst, dus er loopt geen periode van 24 maanden.",))
        )
    return Sectie("Werk en nazorg", tuple(blokken))


def _contracttabel(contracten: list[Tewerkstelling]) -> Rapporttabel:
    rijen: tuple[tuple[Cel, ...], ...] = tuple(
        (
            c.get_soort_display(),
            met_punten(str(c.werkplek) if c.werkplek else "", c.functie),
            c.van,
            c.laatste_dag,
            c.uren_per_week,
            c.get_eindreden_display(),
        )
        for c in contracten
    )
    koppen = (Tabelkolom("Contract"), Tabelkolom("Waar"), Tabelkolom("Eerste dag", DATUM), Tabelkolom("Laatste dag", DATUM),
              Tabelkolom("Uren per week", Celsoort.MAAT), Tabelkolom("Reden van het einde"))  # fmt: skip
    return Rapporttabel(koppen, rijen, bijschrift="Contracten", leeg="Er is nog geen werk geregistreerd.")


def _venster(overeenkomst: Werkervaring, contracten: list[Tewerkstelling], op: date) -> list[Blok]:
    venster = venster_vanaf(overeenkomst.start)
    binnen = [c for c in contracten if c.van <= venster.laatste_dag and (c.laatste_dag or op) >= venster.start]
    art60 = [c for c in binnen if c.soort == Contractsoort.ART60]
    feiten: list[tuple[str, Cel]] = [
        ("Werkervaringsovereenkomst", overeenkomst.start),
        ("Laatste dag van de 24 maanden", venster.laatste_dag),
        ("Art.60 zeker op tijd tot en met", venster.tijdig_art60_tot),
    ]
    if overeenkomst.gestopt_op:
        feiten.append(("Vroeger gestopt", met_punten(dag(overeenkomst.gestopt_op), overeenkomst.stopreden)))
    beeld = band(
        venster.start,
        venster.laatste_dag,
        op=op,
        periodes=_periodes(binnen, art60, venster),
        mijlpalen=[Mijlpaal(overeenkomst.gestopt_op, "vroeger gestopt")] if overeenkomst.gestopt_op else [],
    )
    return [
        band_als_beeld(beeld),
        Feitenlijst((*feiten, *_nazorg(art60, venster))),
        Rapporttekst(("Hoe we rekenen: " + " ".join(venster.redenen),)),
    ]


def _nazorg(art60: list[Tewerkstelling], venster: TweVenster) -> list[tuple[str, Cel]]:
    einde = _einde_art60(art60)
    if einde is None:
        return []
    try:
        rest = nazorgrest(venster, art60_einde=einde)
    except OnmogelijkePeriode as fout:
        return [("Nazorg", str(fout))]
    return [("Nazorg na art.60", rest.in_woorden), ("Nazorg van", rest.van), ("Nazorg tot en met", rest.tot_en_met)]


def _einde_art60(art60: list[Tewerkstelling]) -> date | None:
    """The last day of the last art.60 contract; None while one has no end or there is none."""
    dagen = [c.laatste_dag for c in art60]
    return max((d for d in dagen if d), default=None) if all(dagen) else None


def _periodes(contracten: list[Tewerkstelling], art60: list[Tewerkstelling], venster: TweVenster) -> list[Periode]:
    perioden = [Periode(c.van, c.tot, "werk", c.get_soort_display()) for c in contracten]
    einde = _einde_art60(art60)
    if einde and einde < venster.laatste_dag:
        morgen = timedelta(days=1)
        perioden.append(Periode(einde + morgen, venster.laatste_dag + morgen, "nazorg", "Nazorg"))
    return perioden


def band_als_beeld(beeld: Band) -> Beeld:
    """The same picture as on the page; its sentence goes into the SVG as title, where the PDF looks for it."""
    svg = render_to_string("components/_band24_svg.html", {"band": beeld}).strip()
    kolommen = (Tabelkolom("Wat"), Tabelkolom("Wanneer"), Tabelkolom("Hoelang of wanneer"))
    return Beeld(
        svg=svg.replace(">", f"><title>{escape(beeld.alt)}</title>", 1),
        alt=beeld.alt,
        bijschrift="De 24 maanden",
        tabel=Rapporttabel(kolommen, beeld.rijen) if beeld.rijen else None,
    )
