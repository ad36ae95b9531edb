"""How soon and how often people see each other on the path (F10)."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel
from ocmw.regels.vormen import Velden
from trajecten.fasen import Fase

regelsleutel(
    "doorverwijzing.eerste_gesprek_dagen",
    "Eerste gesprek na de doorverwijzing binnen",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(14, ASSUMPTIE, "Eerste gesprek binnen zoveel dagen na de doorverwijzing."),
    huis=True,
)
regelsleutel(
    "traject.plan_dagen",
    "Trajectplan na de start binnen",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(30, ASSUMPTIE, "Een trajectplan (minstens één doel) binnen zoveel dagen na de start."),
    huis=True,
)
regelsleutel(
    "traject.navraag_dagen",
    "Navraag bij een randprobleem na",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(30, ASSUMPTIE, "Zoveel dagen na de laatste navraag vragen we opnieuw hoe het staat."),
    huis=True,
)
regelsleutel(
    "traject.fasevoorstel_dagen",
    "Fase aanpassen na begin of einde van werk binnen",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(
        7, ASSUMPTIE, "Zoveel dagen nadat werk begon of eindigde, staat het traject in de fase die erbij hoort."
    ),
    huis=True,
)
regelsleutel(
    "intake.actie_dagen",
    "Actie na een vraag in de intake binnen",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(14, ASSUMPTIE, "Zoveel dagen na de intake is een vraag van de cliënt aangepakt."),
    huis=True,
)
regelsleutel(
    "traject.stilte_dagen",
    "Contact minstens elke",
    Onderwerp.WERKING,
    Velden((*((str(fase.value), f"Fase {fase.value}", dagen()) for fase in Fase), ("nazorg", "Nazorg", dagen()))),
    Beginwaarde(
        {"1": 30, "2": 21, "3": 21, "4": 45, "5": 21, "nazorg": 31},
        ASSUMPTIE,
        "Zoveel dagen zonder contact, per fase en in de nazorg.",
    ),
    huis=True,
)
