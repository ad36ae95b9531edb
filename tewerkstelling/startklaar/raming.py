"""When the days of a placement would be proven, before there is a contract: an estimate, for the RVA decides (A2, A16a, A20)."""

from dataclasses import dataclass
from datetime import date

from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen, tel_dagen
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.teller import feiten_met_vorige, tel
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import contract_van


@dataclass(frozen=True)
class Raming:
    """`bewezen_op` is the last day the work must hold to prove `dagen` days; `van_rva` when the RVA said so for this start."""

    dagen: int
    bewezen_op: date
    laatste_dag: date
    van_rva: bool = False

    @property
    def bron(self) -> str:
        return "antwoord van de RVA" if self.van_rva else "schatting, de RVA beslist"

    @property
    def zin(self) -> str:
        """Why the length deserves a look; empty when the last day is the day itself."""
        verschil = (self.laatste_dag - self.bewezen_op).days
        dag = f"{dag_in_woorden(self.bewezen_op)} ({self.bron})"
        if verschil > 0:
            te_lang = aantal(verschil, "dag", "dagen")
            return f"De {self.dagen} dagen zijn bewezen op {dag}. De plaatsing loopt {te_lang} langer dan nodig."
        if verschil < 0:
            return f"De plaatsing eindigt te vroeg: met deze uren zijn de {self.dagen} dagen pas bewezen op {dag}."
        return ""


def raam(plaatsing: Plaatsing) -> Raming | None:
    """Counts what the dossier holds already: earlier contracts and days elsewhere. None when it cannot be counted, or
    when everything was proven before. Three queries."""
    berekening = plaatsing.berekening
    if berekening and berekening.dagen and berekening.einde_op and berekening.past_bij(contract_van(plaatsing)):
        return Raming(berekening.dagen, berekening.einde_op, plaatsing.laatste_dag, van_rva=True)
    positie = Rechtspositie.objects.filter(client=plaatsing.client_id).first()
    contracten = list(Tewerkstelling.objects.filter(client=plaatsing.client_id).exclude(pk=plaatsing.contract_id or 0))
    onderbrekingen: dict[int, list[Onderbrekingsdagen]] = {}
    gevallen = Onderbreking.objects.filter(client=plaatsing.client_id) if contracten else ()
    for geval in tel_dagen(gevallen, contracten, op=vandaag()):
        onderbrekingen.setdefault(geval.contract_id, []).append(geval)
    nieuw, op = contract_van(plaatsing), plaatsing.van
    try:
        teller = tel(feiten_met_vorige(nieuw, contracten, onderbrekingen, positie), op=op).teller
    except (ValueError, OnbekendeRegel):
        return None
    einde = teller.werk_tot
    return Raming(teller.nodig, einde, plaatsing.laatste_dag) if einde else None
