"""Where people find the pages of this room."""

from ocmw.termijnen.enums import Soort
from ocmw.termijnen.stappen import stap_bij
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon_delen(Werkdeel("Daarna", 10, "Einde art.60", "einde:einde"))
stap_bij("dossier_lezen", "Open de lijst", "einde:einde", Soort.EINDE_ART60)
