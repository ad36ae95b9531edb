"""The work: contracts, the 24-month window and what is left of it."""

from nazorg.beloften import NAZORGCONTACT
from nazorg.loop import volgend_contact
from ocmw.ui.feit import merk
from ocmw.ui.tijdbeeld import Tijdbeeld
from ocmw.ui.tijdtekening import teken
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
from tewerkstelling.feiten import werkfeiten_uit
from tewerkstelling.gevolgen import Contractstand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import Werkstand
from trajecten.twe.models import Werkervaring

DATUM = Celsoort.DATUM


def werk(dossier: Dossier) -> Sectie:
    contracten = list(
        dossier.rijen(Tewerkstelling.objects.all()).select_related("werkplek__werkgever").order_by("van", "pk")
    )
    blokken: list[Blok] = [_contracttabel(contracten)]
    overeenkomsten = list(dossier.rijen(Werkervaring.objects.all()))
    stand = Contractstand(dossier.client, None, contracten, list(dossier.rijen(Onderbreking.objects.all())), dossier.op)
    eerst = min(overeenkomsten, key=lambda rij: (rij.gestopt_op is not None, -rij.start.toordinal()), default=None)
    for overeenkomst in overeenkomsten:
        blokken += _venster(overeenkomst, stand, dossier, in_beeld=overeenkomst is eerst)
    if not overeenkomsten:
        blokken.append(
            Rapporttekst(("Er is geen werkervaringsovereenkomst, dus er loopt geen periode van 24 maanden.",))
        )
    if volgende := volgend_contact(dossier.client, NAZORGCONTACT):
        blokken.append(Feitenlijst((("Volgend contact in de nazorg", volgende),)))
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


def _venster(overeenkomst: Werkervaring, stand: Contractstand, dossier: Dossier, *, in_beeld: bool) -> list[Blok]:
    op = dossier.op
    werk = Werkstand(stand, overeenkomst, werkfeiten_uit(stand, overeenkomst, op=op), op)
    venster, rest = werk.feiten.venster, werk.feiten.rest
    if venster is None:
        return [Feitenlijst((("Werkervaringsovereenkomst", overeenkomst.start),))]
    feiten: list[tuple[str, Cel]] = [
        ("Werkervaringsovereenkomst", overeenkomst.start),
        ("Laatste dag van de 24 maanden", venster.laatste_dag),
        ("Art.60 zeker op tijd tot en met", venster.tijdig_art60_tot),
        ("Hoe het staat", werk.nazorg.zin),
    ]
    if overeenkomst.gestopt_op:
        feiten.append(("Vroeger gestopt", met_punten(dag(overeenkomst.gestopt_op), overeenkomst.stopreden)))
    if rest and rest.totaal_dagen:
        feiten += [
            ("Nazorg na art.60", rest.in_woorden), ("Nazorg van", rest.van), ("Nazorg tot en met", rest.tot_en_met),
        ]  # fmt: skip
    elif rest:
        feiten.append(("Nazorg na art.60", rest.redenen[-1]))
    merken = (("Hoe het staat", merk(werk.nazorg.toont.values())),) if in_beeld else ()
    beeld = lees_tijdbeeld(werk, afgeschermd=dossier.afgeschermd)
    return [
        *([als_beeld(beeld)] if beeld else []),
        Feitenlijst(tuple(feiten), merken),
        Rapporttekst(("Hoe we rekenen: " + " ".join(venster.redenen),)),
    ]


def als_beeld(beeld: Tijdbeeld) -> Beeld:
    """The same drawing as on the page."""
    kolommen = (Tabelkolom("Wat"), Tabelkolom("Wanneer"), Tabelkolom("Hoelang of wanneer"))
    return Beeld(
        svg=teken(beeld).svg(),
        alt=beeld.alt,
        bijschrift="De 24 maanden",
        tabel=Rapporttabel(kolommen, beeld.rijen) if beeld.rijen else None,
    )
