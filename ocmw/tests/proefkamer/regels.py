from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "proef.dagen",
    "Dagen tot het proefgesprek",
    Onderwerp.WERKING,
    Getal("dag", "dagen", 0, 99),
    Beginwaarde(7, ASSUMPTIE, "Zoveel dagen na de toewijzing."),
    huis=True,
)
