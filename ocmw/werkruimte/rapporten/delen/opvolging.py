"""What hangs on the contracts: days for the benefit, interruptions, answers of the RVA, evaluations and visits."""

from clienten.models import Client
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.ui.feit import merk
from ocmw.werkruimte.rapporten.delen.basis import Dossier, met_punten
from ocmw.werkruimte.rapporten.rapport import (
    Blok,
    Celsoort,
    Feitenlijst,
    Item,
    Mededeling,
    Rapporttabel,
    Sectie,
    Tabelkolom,
    Verhaal,
)
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.models import Evaluatie, Werkbezoek
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand

DATUM = Celsoort.DATUM
SCHATTING = "De dagen zijn een schatting. De RVA beslist."
VERBORGEN = "Onderbreking (afgeschermd)"


def opvolging(dossier: Dossier) -> Sectie:
    client: Client = dossier.client
    contracten = list(
        dossier.rijen(Tewerkstelling.objects.all()).select_related("werkplek__werkgever").order_by("van", "pk")
    )
    feiten = lees_rechten(lees_stand(client, contracten, op=dossier.op))
    art60 = [contract for contract in contracten if contract.soort == Contractsoort.ART60]
    standen = [rechtenstand(feiten, contract, op=dossier.op, mag_alles=dossier.afgeschermd) for contract in art60]
    blokken: list[Blok] = []
    if standen:
        koppen = [f"Contract vanaf {dag_in_woorden(stand.contract.van)}" for stand in standen]
        paren = tuple((kop, met_punten(s.zin, s.reden)) for kop, s in zip(koppen, standen, strict=True))
        merken = tuple((kop, merk(s.toont.values())) for kop, s in zip(koppen, standen, strict=True))
        blokken += [Feitenlijst(paren, merken), Mededeling(SCHATTING)]
    blokken.append(
        Rapporttabel(
            (Tabelkolom("Onderbreking"), Tabelkolom("Eerste dag", DATUM), Tabelkolom("Laatste dag", DATUM)),
            tuple(
                (
                    met_punten(
                        rij.naam if dossier.afgeschermd or not rij.afgeschermd else VERBORGEN,
                        "loopt nog" if rij.loopt else "",
                    ),
                    rij.van,
                    None if rij.loopt else rij.laatste_dag,
                )
                for rij in feiten.onderbrekingen
            ),
            bijschrift="Onderbrekingen",
            leeg="Er zijn geen onderbrekingen genoteerd.",
        )
    )
    if feiten.berekeningen:
        blokken.append(
            Rapporttabel(
                (Tabelkolom("OCMW@RVA"), Tabelkolom("Verstuurd", DATUM), Tabelkolom("Antwoord", DATUM), Tabelkolom("Dagen"),
                 Tabelkolom("Laatste dag", DATUM)),
                tuple(
                    (rij.get_status_display(), rij.verzonden_op, rij.antwoord_op, str(rij.dagen or ""), rij.einde_op)
                    for rij in feiten.berekeningen
                ),
                bijschrift="Berekeningen van de RVA",
            )
        )  # fmt: skip
    return Sectie("Opvolging van het werk", (*dossier.let_op, *blokken, *_op_de_vloer(dossier)))


def _op_de_vloer(dossier: Dossier) -> tuple[Blok, ...]:
    evaluaties = dossier.rijen(Evaluatie.objects.all()).order_by("gehouden_op", "pk")
    bezoeken = dossier.rijen(Werkbezoek.objects.all()).order_by("op", "pk")
    items = [
        (
            rij.gehouden_op,
            Item(
                f"Evaluatie: {rij.get_soort_display().lower()}",
                met_punten(
                    dag_in_woorden(rij.gehouden_op), rij.aanwezig, "" if rij.afgerond_op else "nog niet afgerond"
                ),
                "\n".join(filter(None, (rij.verslag, rij.besluit))),
            ),
        )
        for rij in evaluaties
    ]
    items += [
        (
            rij.op,
            Item(
                "Bezoek aan de werkplek",
                met_punten(dag_in_woorden(rij.op), rij.aanwezig),
                "\n".join(filter(None, (rij.gezien, rij.vervolg))),
            ),
        )
        for rij in bezoeken
    ]
    items.sort(key=lambda paar: paar[0])
    return (Verhaal(tuple(item for _, item in items), leeg="Er is nog geen evaluatie of bezoek genoteerd."),)
