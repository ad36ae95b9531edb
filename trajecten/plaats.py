"""Where people find the pages of this room."""

from clienten.tabs import Dossiertab, toon_tabs
from ocmw.ui.plaats import Nieuwknop, leid_naar, toon
from ocmw.ui.templatetags.ui import FASEN
from trajecten.fasen import Fase

toon(Nieuwknop(10, "Gesprek", "trajecten:gesprek_start", "gesprek_noteren"))
leid_naar(gesprek="trajecten:gesprek_nieuw", afspraak="trajecten:afspraak_nieuw")
toon_tabs(
    Dossiertab(30, "aanmelding", "Doorverwijzing en intake", "trajecten:aanmelding"),
    Dossiertab(40, "traject", "Traject", "trajecten:traject_detail"),
)
for fase in Fase:
    FASEN.bied(str(fase.value), fase.label)
