"""Where people find the pages of this room."""

from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon_delen(Werkdeel("Daarna", 10, "Einde art.60", "einde:einde"))
