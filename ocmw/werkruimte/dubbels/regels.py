"""How long two dossiers that became one can be taken apart again."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "dubbels.ongedaan_dagen",
    "Twee dossiers weer uit elkaar halen",
    Onderwerp.BEWARING,
    Getal("dag", "dagen", 1, 365),
    Beginwaarde(30, ASSUMPTIE, "Zo lang bewaren we hoe de twee dossiers eruitzagen."),
)
