"""How long the journaal stays (D8)."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "log.bewaring_jaren",
    "Journaal bewaren",
    Onderwerp.BEWARING,
    Getal("jaar", "jaar", 1, 99),
    Beginwaarde(10, ASSUMPTIE, "Bewaartermijn van het journaal."),
)
