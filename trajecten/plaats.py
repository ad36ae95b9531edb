"""Where people find the pages of this room."""

from clienten.tabs import Dossiertab, toon_tabs
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.stappen import stap_bij
from ocmw.ui.plaats import Nieuwknop, leid_naar, toon
from ocmw.ui.templatetags.ui import FASEN
from trajecten.fasen import Fase

toon(Nieuwknop(10, "Gesprek", "trajecten:gesprek_start", "gesprek_noteren"))
leid_naar(gesprek="trajecten:gesprek_nieuw", afspraak="trajecten:afspraak_nieuw")
toon_tabs(
    Dossiertab(30, "aanmelding", "Doorverwijzing en intake", "trajecten:aanmelding"),
    Dossiertab(40, "traject", "Traject", "trajecten:traject_detail"),
)
stap_bij("gesprek_noteren", "Noteer het gesprek", "trajecten:gesprek_nieuw", Soort.EERSTE_GESPREK)
stap_bij("gesprek_noteren", "Noteer een gesprek", "trajecten:gesprek_nieuw", Soort.CONTACT)
stap_bij("dossier_lezen", "Bekijk de bundel", "trajecten:aanmelding", Soort.BUNDEL)
stap_bij("dossier_lezen", "Lees het antwoord", "trajecten:aanmelding", Soort.ANTWOORD)
stap_bij("traject_beheren", "Voeg een doel toe", "trajecten:doel_nieuw", Soort.TRAJECTPLAN)
for fase in Fase:
    FASEN.bied(str(fase.value), fase.label)
