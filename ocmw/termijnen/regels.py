"""How people may put a promise off."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel

regelsleutel(
    "termijn.uitstel_zonder_reden",
    "Uitstellen zonder reden tot",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(7, ASSUMPTIE, "Wie een termijn zoveel dagen of minder uitstelt, schrijft geen reden. Langer: wel."),
    huis=True,
)
