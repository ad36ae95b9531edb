"""How long a report stays."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel

regelsleutel(
    "rapport.bewaring_dagen",
    "Een gemaakt rapport bewaren",
    Onderwerp.BEWARING,
    dagen(),
    Beginwaarde(7, ASSUMPTIE, "Een gemaakt rapport blijft zoveel dagen op te halen."),
)
