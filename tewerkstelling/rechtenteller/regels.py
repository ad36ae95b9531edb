"""What must be proven and what counts (A10-A19)."""

from datetime import date
from typing import Any

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, maanden, regelsleutel
from ocmw.regels.vormen import Getal, Kaart, Keuze, Tekst, Trappen, Velden, Vinkje
from tewerkstelling.enums import Onderbrekingsoort

_T31 = "RVA infoblad T31, versie 02/10/2023"
_RVA_2026 = "RVA, nieuwe reglementering sinds 01/03/2026"
_GELIJKGESTELD: dict[str, dict[str, Any]] = {
    "vakantie": {"telt": "gelijkgesteld", "zin": "Vakantie en betaalde feestdagen tellen mee."},
    "ziekte_gewaarborgd": {"telt": "gelijkgesteld", "zin": "Ziekte met gewaarborgd loon telt mee."},
    "inhaalrust": {"telt": "gelijkgesteld", "zin": "Inhaalrust telt mee."},
    "moederschap": {"telt": "gelijkgesteld", "zin": "Moederschapsrust telt mee."},
    "tijdelijke_werkloosheid": {"telt": "gelijkgesteld", "zin": "Tijdelijke werkloosheid telt mee."},
    "ziekte_ziekenfonds": {
        "telt": "niet",
        "verlengt": True,
        "zin": "Ziekte die het ziekenfonds of de verzekeraar betaalt, telt sinds 1 maart 2026 niet mee. "
        "De periode van 36 maanden wordt wel langer.",
    },
    "detentie": {"telt": "niet", "verlengt": True, "zin": "Een detentie telt niet mee, de periode wordt langer."},
    "loopbaanonderbreking": {
        "telt": "niet",
        "verlengt": True,
        "zin": "Loopbaanonderbreking met uitkering telt niet mee, de periode wordt langer.",
    },
    "verlof_zonder_wedde": {"telt": "niet", "zin": "Verlof zonder wedde telt niet mee."},
    "schorsing": {"telt": "niet", "zin": "Een schorsing van het contract telt niet mee."},
    "opleiding": {"telt": "niet", "zin": "Een beroepsopleiding telt niet mee."},
}
_GELIJKGESTELD_VOOR: dict[str, dict[str, Any]] = _GELIJKGESTELD | {
    "ziekte_ziekenfonds": {
        "telt": "gelijkgesteld",
        "zin": "Ziekte die het ziekenfonds betaalt, telt mee bij een aanvraag voor 1 maart 2026.",
    },
    # The reform stopped counting it, so before it counted: https://www.brusselsjobday.be/?p=9744
    "opleiding": {
        "telt": "gelijkgesteld",
        "zin": "Een beroepsopleiding telt mee bij een aanvraag voor 1 maart 2026.",
    },
}
_TELT = (("geteld", "telt als werk"), ("gelijkgesteld", "gelijkgesteld"), ("niet", "telt niet"))
_TOELATING = Trappen(
    kolommen=Velden(
        (
            ("tot_leeftijd", "Leeftijd bij aanvraag", Getal("jaar", "jaar", 16, 99, mag_leeg=True)),
            ("dagen", "Te bewijzen", Getal("dag", "dagen", 1, 2000)),
            ("maanden", "Binnen", maanden()),
        )
    )
)
regelsleutel(
    "rva.toelating",
    "Dagen te bewijzen voor een uitkering",
    Onderwerp.RECHTEN,
    _TOELATING,
    Beginwaarde(
        [
            {"tot_leeftijd": 36, "dagen": 312, "maanden": 21},
            {"tot_leeftijd": 50, "dagen": 468, "maanden": 33},
            {"tot_leeftijd": None, "dagen": 624, "maanden": 42},
        ],
        _T31,
        "Dagen te bewijzen per leeftijd op de dag van de aanvraag. Begindatum van de reeks niet nagekeken.",
        van=date(2012, 11, 1),
        tot=date(2026, 3, 1),
    ),
    Beginwaarde(
        [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}],
        _RVA_2026,
        "312 nieuwe dagen in 36 maanden, voor elke leeftijd.",
        van=date(2026, 3, 1),
    ),
)
regelsleutel(
    "rva.gelijkgesteld",
    "Welke dagen meetellen",
    Onderwerp.RECHTEN,
    Kaart(
        namen=tuple(Onderbrekingsoort.choices),
        kolommen=Velden(
            (
                ("telt", "Telt het mee?", Keuze(_TELT)),
                ("verlengt", "Verlengt de periode", Vinkje()),
                ("zin", "Zin voor de cliënt", Tekst()),
            )
        ),
        tel_per="telt",
    ),
    Beginwaarde(
        _GELIJKGESTELD_VOOR,
        _T31,
        "Welke dagen tellen voor een aanvraag voor 1 maart 2026. De eerste tien dagen zonder loon telden toen ook: die rekent de toepassing niet mee.",
        van=date(2012, 11, 1),
        tot=date(2026, 3, 1),
    ),
    Beginwaarde(_GELIJKGESTELD, _RVA_2026, "Welke dagen tellen en verlengen.", van=date(2026, 3, 1)),
)
regelsleutel(
    "rva.deeltijds",
    "Toelating als vrijwillig deeltijdse werknemer",
    Onderwerp.RECHTEN,
    Velden(
        (
            ("minste_uren", "Minstens zoveel uren per week", Getal("uur", "uren", 0, 50)),
            ("een_op", "of minstens een op zoveel van een voltijdse", Getal("", "", 1, 10)),
            ("referteloon", "Voltijds telt vanaf dit loon per maand", Getal("euro", "euro", 0, 100_000, centen=True)),
        )
    ),
    Beginwaarde(
        {"minste_uren": 12, "een_op": 3, "referteloon": "2070.48"},
        "RVA infobladen T28 en T34, http://www.onem.be/fr/documentation/feuille-info/t34",
        "Een van de twee is genoeg: 12 uren per week of een derde van voltijds. Wie deeltijds werkt en minstens het "
        "referteloon verdient, wordt als voltijdse toegelaten; het bedrag wordt geregeld aangepast. Voor halve dagen was "
        "de periode voor maart 2026 wellicht langer: dat vonden we niet terug.",
        van=date(2012, 11, 1),
    ),
)
regelsleutel(
    "rva.antwoord_dagen",
    "De RVA antwoordt binnen",
    Onderwerp.RECHTEN,
    dagen(),
    Beginwaarde(7, "RVA, FAQ OCMW@RVA", "De RVA antwoordt binnen zoveel dagen.", van=date(2023, 10, 2)),
    huis=True,
)
regelsleutel(
    "rva.herberekening_dagen",
    "Herberekening vragen binnen",
    Onderwerp.RECHTEN,
    dagen(),
    Beginwaarde(7, ASSUMPTIE, "Vraag een herberekening binnen zoveel dagen nadat de start of de uren veranderden."),
    huis=True,
)
