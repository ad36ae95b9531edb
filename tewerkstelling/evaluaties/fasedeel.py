"""Phase 4 of the traject shows what must still be learned before ordinary work, by whom and by when."""

from datetime import date

from django.urls import reverse

from clienten.models import Client
from ocmw.kalender.woorden import korte_dag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.leerplan import Leerpunt, lees_leerplan
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.werkstand import kies_contract
from trajecten.enums import Eigenaar
from trajecten.fasedelen import FASEDELEN, Fasedeel, Fasedeelregel, Tik
from trajecten.fasen import Fase
from trajecten.models import Actiepunt


@FASEDELEN.biedt(str(int(Fase.BEGELEIDING)))
def leerplan_in_fase(client: Client, lezer: Medewerker, op: date) -> Fasedeel | None:
    """Eight queries. Only where the question whether somebody is ready is asked: with art.60, and no ordinary work yet."""
    contracten = list(Tewerkstelling.objects.filter(client=client))
    if not any(contract.soort == Contractsoort.ART60 for contract in contracten):
        return None
    nu = kies_contract((c for c in contracten if c.van <= op and (not c.tot or c.tot > op)), op)
    if nu is not None and nu.soort == Contractsoort.REGULIER:
        return None
    plan = lees_leerplan(client, lezer=lezer)
    noteert = lezer.mag(Recht.GESPREK_NOTEREN) and not client.gesloten_op
    regels = tuple(_regel(punt, client, noteert=noteert, op=op) for punt in plan.punten)
    adres = reverse("evaluaties:evaluatie_list", args=[client.pk])
    return Fasedeel("Klaar voor gewoon werk", plan.samen, regels, adres, "Naar de evaluaties", bij="klaar_regulier")


def _regel(punt: Leerpunt, client: Client, *, noteert: bool, op: date) -> Fasedeelregel:
    code, antwoord = stand_van_leerpunt(punt, op=op)
    actie = punt.actie
    tik = None
    if noteert and punt.vraagt_actie:
        adres = reverse("evaluaties:leeractie", args=[client.pk])
        tik = Tik("Maak er een nieuwe actie van" if actie else "Maak er een actie van", adres, "leerpunt", punt.sleutel)
    wijzig = reverse("trajecten:actiepunt_wijzigen", args=[client.pk, actie.pk]) if noteert and actie else ""
    wie = _wie_en_wanneer(actie, client) if actie else ""
    return Fasedeelregel(punt.naam, antwoord, code, wie, punt.redenen, wijzig, tik)


def stand_van_leerpunt(punt: Leerpunt, *, op: date) -> tuple[str, str]:
    """Status code and word. An action that was done says nothing yet about what was learned."""
    if punt.geleerd:
        return "klaar", "Geleerd"
    if punt.actie is None:
        return "gepland", "Nog geen actie"
    if punt.actie.gedaan_op:
        return "let_op", "Actie gedaan, nog niet geleerd"
    return ("te_laat", "Actie te laat") if punt.actie.vervalt_op < op else ("bezig", "Actie loopt")


def _wie_en_wanneer(actie: Actiepunt, client: Client) -> str:
    eigen = actie.eigenaar == Eigenaar.CLIENT
    wie = client.voornaam if eigen else actie.medewerker.naam if actie.medewerker else "een collega"
    return (
        f"{wie}, gedaan op {korte_dag(actie.gedaan_op)}"
        if actie.gedaan_op
        else f"{wie}, tegen {korte_dag(actie.vervalt_op)}"
    )
