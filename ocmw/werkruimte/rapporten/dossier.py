"""The dossier report of one client: the parts the reader chose, and never more than the reader may read."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils.timezone import localtime

from clienten.models import Client
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import huisregels_van
from ocmw.werkruimte.rapporten.delen import opvolging, persoon, weg, werk
from ocmw.werkruimte.rapporten.delen.basis import Dossier
from ocmw.werkruimte.rapporten.enums import Deel
from ocmw.werkruimte.rapporten.rapport import Handtekening, Rapport, Sectie

DELEN: dict[Deel, Callable[[Dossier], Sectie]] = {
    Deel.IDENTITEIT: persoon.identiteit,
    Deel.RANDVOORWAARDEN: persoon.randvoorwaarden,
    Deel.DOORVERWIJZING: weg.doorverwijzing,
    Deel.INTAKE: weg.intake,
    Deel.TRAJECT: weg.traject,
    Deel.RANDPROBLEMEN: weg.randproblemen,
    Deel.GESPREKKEN: weg.gesprekken,
    Deel.DOELEN: weg.doelen,
    Deel.WERK: werk.werk,
    Deel.OPVOLGING: opvolging.opvolging,
    Deel.TERMIJNEN: weg.termijnen,
    Deel.DOCUMENTEN: persoon.documenten,
}
GEEN_RECHT = "niet opgenomen: wie dit verslag maakte, mag ze niet lezen"
NIET_GEKOZEN = "niet opgenomen: daar is niet voor gekozen"
DEFINITIES = (
    ("Termijn", "een dag waarop iets gebeurd moet zijn; “te laat” betekent dat die dag voorbij is"),
    ("24 maanden", "de periode van tijdelijke werkervaring, vanaf de start van de werkervaringsovereenkomst"),
    ("Nazorg", "de begeleiding die na art.60 overblijft binnen die 24 maanden"),
)


def dossier_rapport(
    client: Client,
    *,
    delen: Iterable[str],
    moment: datetime,
    opgemaakt_door: str,
    afgeschermd: bool,
    waarom_niet: str = GEEN_RECHT,
    tik: Callable[[int], None] = lambda gedaan: None,
) -> Rapport:
    """`afgeschermd` is decided by the caller, from the right and the choice of the reader. `tik` counts the parts. With the
    house rules of the OCMW of the client, whoever asks."""
    op = localtime(moment).date()
    dossier = Dossier(client=client, op=op, afgeschermd=afgeschermd)
    gekozen = [deel for deel in Deel if deel in set(delen)]
    secties = []
    with huisregels_van(client.ocmw_id):
        for gedaan, deel in enumerate(gekozen):
            tik(gedaan)
            secties.append(DELEN[deel](dossier))
    geboren = f", geboren op {client.geboortedatum:%d/%m/%Y}" if client.geboortedatum else ""
    weg_gelaten = [deel.label for deel in Deel if deel not in gekozen]
    return Rapport(
        titel="Dossierverslag",
        ocmw=client.ocmw.naam,
        onderwerp=f"{client.naam}{geboren}",
        periode=f"alles tot en met {dag_in_woorden(op)}",
        opgemaakt_door=opgemaakt_door,
        opgemaakt_op=moment,
        secties=tuple(secties),
        definities=DEFINITIES,
        handtekeningen=(Handtekening("Cliënt", client.naam), Handtekening("Voor het OCMW")),
        kenmerken=(
            ("Dossier", client.dossiernummer),
            ("Gezondheid en verslaving", "opgenomen" if afgeschermd else waarom_niet),
            *([("Niet opgenomen", ", ".join(weg_gelaten))] if weg_gelaten else []),
        ),
        bestandsnaam=f"dossierverslag-{client.dossiernummer}-{op:%Y%m%d}",
        inhoudstafel=len(secties) > 3,
    )
