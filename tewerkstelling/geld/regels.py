"""When the money of a month shows, and how long it can be put right (T19)."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, maanden, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "twe.radar_dag",
    "Geld op maandeinde tonen we vanaf dag",
    Onderwerp.TWE,
    Getal("", "", 1, 28),
    Beginwaarde(20, ASSUMPTIE, "Vanaf deze dag van de maand tonen we wie op de laatste dag niet meetelt."),
    huis=True,
)
regelsleutel(
    "twe.correctie_maanden",
    "Verbeteren bij VDAB kan in de eerste",
    Onderwerp.TWE,
    maanden(3),
    Beginwaarde(
        2,
        "VDAB draaiboek TWE-OCMW, monitoring, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/monitoring",
        "Een verbetering in de eerste maanden van het kwartaal telt nog voor dat kwartaal.",
    ),
)
