"""Groups: how long a freed seat is kept for who waits, and after how many absences the coach hears of it."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "groepen.antwoord_dagen",
    "Zo lang blijft een vrijgekomen plaats voor wie wacht",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(5, ASSUMPTIE, "Wie op de wachtlijst stond, heeft zoveel dagen om een vrijgekomen plaats aan te nemen."),
    huis=True,
)
regelsleutel(
    "groepen.afwezig_na_elkaar",
    "Zoveel keer na elkaar afwezig in een groep",
    Onderwerp.WERKING,
    Getal("keer", "keer", 2, 20),
    Beginwaarde(
        3, ASSUMPTIE, "Na zoveel afwezigheden na elkaar vragen we de trajectbegeleider te horen wat er scheelt."
    ),
    huis=True,
)
