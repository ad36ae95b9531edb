"""How long a reason to open a dossier holds (D9)."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "inzage.reden_uren",
    "Een opgegeven reden geldt",
    Onderwerp.BEWARING,
    Getal("uur", "uur", 1, 72),
    Beginwaarde(8, ASSUMPTIE, "Zo lang geldt een opgegeven reden."),
    huis=True,
)
