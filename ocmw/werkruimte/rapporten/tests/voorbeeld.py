"""An invented report that uses every kind of block."""

from datetime import UTC, date, datetime

from ocmw.werkruimte.rapporten.grafiek import FASEN, Grafiek, Reeks
from ocmw.werkruimte.rapporten.rapport import (
    Celsoort,
    Feitenlijst,
    Handtekening,
    Item,
    Mededeling,
    Rapport,
    Rapporttabel,
    Rapporttekst,
    Sectie,
    Tabelkolom,
    Verhaal,
)

NAMEN = ("Çağla Øster-Łukaszewicz", "Zoë Štěpánková", "فاطمة العمراني", "شیرین گلبدین", "አበበ በቀለ")
MOMENT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
GRAFIEK = Grafiek(
    "Cliënten per fase", ("Verkenning", "Zoeken <naar> werk & meer"), (Reeks("Cliënten", (14, 9)),), kleuren=FASEN
)


def voorbeeld(**anders) -> Rapport:
    kolommen = (Tabelkolom("Naam"), Tabelkolom("Sinds", Celsoort.DATUM), Tabelkolom("Aandeel", Celsoort.AANDEEL))
    tabel = Rapporttabel(
        kolommen, tuple((naam, date(2026, 3, 9), 0.378) for naam in NAMEN), "Wie", totaal=("Samen", None, 1)
    )
    velden = {
        "titel": "Proefverslag",
        "ocmw": "OCMW Aalst",
        "onderwerp": "Fatima Proef",
        "periode": "1 januari tot en met 31 maart 2026",
        "opgemaakt_door": "An Claes",
        "opgemaakt_op": MOMENT,
        "secties": (
            Sectie("Feiten", (Feitenlijst((("Naam", NAMEN[0]), ("Adres", "Dorp 1\n9300 Aalst"), ("Leeg", None))),)),
            Sectie("Cijfers", (GRAFIEK.als_beeld(), tabel, Rapporttabel(kolommen, ())), "Op de laatste dag."),
            Sectie(
                "Woorden", (Verhaal((Item("Gesprek", "An", "Een <b>goed</b> gesprek."),)), Rapporttekst(("Alinea",)))
            ),
            Sectie("Weg", (Mededeling("Dit deel staat er niet in."), Verhaal(()))),
        ),
        "definities": (("Uitstroom", "het traject is afgesloten"),),
        "handtekeningen": (Handtekening("Cliënt", "Fatima Proef"), Handtekening("Trajectbegeleider")),
        "inhoudstafel": True,
        **anders,
    }
    return Rapport(**velden)
