"""Where people find the pages of this room."""

from datetime import date

from django.urls import reverse

from clienten.beginnen import BEGIN_METEEN
from clienten.models import Client
from clienten.tabs import Dossierdeel, Dossiertab, toon_delen, toon_tabs
from ocmw.toegang.models import Medewerker
from ocmw.ui.plaats import Nieuwknop, leid_naar, toon
from ocmw.ui.templatetags.ui import FASEN
from trajecten.actions import begin_doorverwijzing
from trajecten.fasen import Fase

toon(Nieuwknop(10, "Gesprek", "trajecten:gesprek_start", "gesprek_noteren"))
leid_naar(vdab="trajecten:vdab_edit")
leid_naar(aanmelding="trajecten:aanmelding", gesprek="trajecten:gesprek_nieuw", afspraak="trajecten:afspraak_nieuw")
toon_tabs(Dossiertab(40, "traject", "Traject", "trajecten:traject_detail"))
toon_delen(
    Dossierdeel("traject", "", 10, "Fasen", "trajecten:traject_detail", ("randproblemen/",)),
    Dossierdeel("traject", "", 20, "Doelen en acties", "trajecten:plan_detail"),
    Dossierdeel("traject", "", 30, "Opleiding en andere middelen", "trajecten:middel_list"),
    Dossierdeel(
        "traject", "", 40, "Doorverwijzing en intake", "trajecten:aanmelding", ("doorverwijzing/", "intake/", "vdab/")
    ),
)
for fase in Fase:
    FASEN.bied(str(fase.value), fase.label)


@BEGIN_METEEN.biedt("bundel")
def begin_met_bundel(client: Client, door: Medewerker, op: date) -> str:
    """Who makes a dossier in order to refer goes straight on with the bundle (missie 24)."""
    bundel = begin_doorverwijzing(client, door=door, op=op)
    return reverse("trajecten:doorverwijzing_stap", args=[client.pk, bundel.pk, 1])
