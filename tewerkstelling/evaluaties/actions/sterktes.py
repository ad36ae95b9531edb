"""What three voices said becomes the profile, and what can be learned a goal: one tap each."""

from datetime import date

from clienten.handeling import actie, houd_vast
from clienten.models import Client
from clienten.profiel.actions import Profielwijziging, schrijf_profiel
from clienten.profiel.enums import Profielbron, Talent
from clienten.profiel.models import Profiel
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.evaluaties.journaalcodes import TALENTEN_OVERGENOMEN
from tewerkstelling.evaluaties.leerplan import leerzin, talentcode
from tewerkstelling.evaluaties.models import Leerkoppeling
from tewerkstelling.evaluaties.sterktes import na_overname, regels_van_client
from trajecten.actions import bewaar_doel
from trajecten.enums import Doelthema
from trajecten.models import Doel


@actie
def neem_talenten_over(client: Client, *, door: Medewerker, op: date) -> Profiel:
    """The profile says from now on what the last evaluations and visits say. Refuses when there is nothing new."""
    weiger_als(client.weigering_als_gesloten())
    houd_vast(client)
    profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)
    talenten, te_leren = na_overname(profiel, regels_van_client(client))
    anders = [veld for veld, nu in (("talenten", talenten), ("te_leren", te_leren)) if getattr(profiel, veld) != nu]
    weiger_als("" if anders else "Het profiel zegt dit al.")
    profiel.talenten, profiel.te_leren = talenten, te_leren
    schrijf_profiel(Profielwijziging(profiel, anders), met=profiel, bron=Profielbron.EVALUATIE, door=door, op=op)
    noteer(TALENTEN_OVERGENOMEN, profiel, door=door, client=client, velden=anders)
    return profiel


@actie
def maak_leerdoel(client: Client, talent: Talent, *, door: Medewerker, op: date) -> Doel:
    """A goal to learn this, unless there is one already."""
    weiger_als(client.weigering_als_gesloten())
    code = talentcode(talent)
    weiger_als(
        "Dit doel staat er al." if Leerkoppeling.objects.filter(client=client, punt=code, actie=None).exists() else ""
    )
    doel = Doel(client=client, thema=Doelthema.OPLEIDING, omschrijving=leerzin(talent.label))
    bewaar_doel(doel, door=door, op=op)
    Leerkoppeling.objects.create(client=client, doel=doel, punt=code)
    return doel
