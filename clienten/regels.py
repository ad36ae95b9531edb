"""What an OCMW can set itself about files, closed dossiers and small groups."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, regelsleutel
from ocmw.regels.vormen import Getal

regelsleutel(
    "bewaartermijn.jaren",
    "Gesloten dossier bewaren",
    Onderwerp.BEWARING,
    Getal("jaar", "jaar", 1, 99),
    Beginwaarde(10, ASSUMPTIE, "Bewaartermijn van een gesloten dossier."),
    nog_niet="De toepassing wist nog geen gesloten dossiers: dit is wat jullie afspreken.",
)
regelsleutel(
    "statistiek.kleine_cel",
    "Kleinste groep buiten het team",
    Onderwerp.BEWARING,
    Getal("persoon", "personen", 1, 99),
    Beginwaarde(5, ASSUMPTIE, "Kleinere groepen worden buiten het team niet getoond."),
)
regelsleutel(
    "document.max_megabyte",
    "Grootste bestand",
    Onderwerp.BEWARING,
    Getal("megabyte", "megabyte", 1, 200),
    Beginwaarde(10, ASSUMPTIE, "Grootste bestand dat je bij een dossier kan bewaren."),
)
