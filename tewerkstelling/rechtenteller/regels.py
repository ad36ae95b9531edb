"""What must be proven and what counts (A10-A19)."""

from datetime import date
from typing import Any

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, maanden, regelsleutel
from ocmw.regels.vormen import Getal, Kaart, Keuze, Tekst, Trappen, Velden, Vinkje
from tewerkstelling.enums import Onderbrekingsoort

_T31 = (
    "RVA infoblad T31, versie 02/10/2023, https://www.rva.be/burgers/volledige-werkloosheid/"
    "hebt-u-recht-op-een-werkloosheidsuitkering/hebt-u-recht-op-uitkeringen-na-een-tewerkstelling"
)
# The page of the RVA on the reform says neither 312 in 36 nor what counts: it points to other pages. This one does.
_HERVORMING = "Brussels Jobday, hervorming van de werkloosheid sinds 01/03/2026, https://www.brusselsjobday.be/?p=9744"
_SOORTEN: dict[str, dict[str, Any]] = {
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
_SOORTEN_VOOR: dict[str, dict[str, Any]] = _SOORTEN | {
    "ziekte_ziekenfonds": {
        "telt": "gelijkgesteld",
        "zin": "Ziekte die het ziekenfonds betaalt, telt mee bij een aanvraag voor 1 maart 2026.",
    },
    # The reform stopped counting these, so before it they counted: https://www.brusselsjobday.be/?p=9744
    "opleiding": {
        "telt": "gelijkgesteld",
        "zin": "Een beroepsopleiding telt mee bij een aanvraag voor 1 maart 2026.",
    },
    "verlof_zonder_wedde": {
        "telt": "niet",
        "eerste_dagen": 10,
        "zin": "Van verlof zonder wedde tellen de eerste tien werkdagen van een jaar mee bij een aanvraag voor 1 maart 2026, "
        "de andere niet.",
    },
}
# `eerste_dagen`: so many working days of a calendar year count all the same.
_GELIJKGESTELD, _GELIJKGESTELD_VOOR = (
    {soort: {"eerste_dagen": None} | rij for soort, rij in soorten.items()} for soorten in (_SOORTEN, _SOORTEN_VOOR)
)
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
        _HERVORMING,
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
                (
                    "eerste_dagen",
                    "Eerste werkdagen per jaar die wel tellen",
                    Getal("dag", "dagen", 1, 365, mag_leeg=True),
                ),
                ("zin", "Zin voor de cliënt", Tekst()),
            )
        ),
        tel_per="telt",
    ),
    Beginwaarde(
        _GELIJKGESTELD_VOOR,
        _HERVORMING,
        "Welke dagen tellen voor een aanvraag voor 1 maart 2026. De bron zegt wat sindsdien niet meer telt. Dat de tien dagen "
        "zonder loon werkdagen van een kalenderjaar zijn, is onze lezing.",
        van=date(2012, 11, 1),
        tot=date(2026, 3, 1),
    ),
    Beginwaarde(_GELIJKGESTELD, _HERVORMING, "Welke dagen tellen en verlengen.", van=date(2026, 3, 1)),
)
_DEELTIJDS = {"minste_uren": 12, "een_op": 3}
_DEELTIJDS_UITLEG = (
    "Een van de twee is genoeg: 12 uren per week of een derde van voltijds. Wie deeltijds werkt en elke maand minstens het "
    "referteloon verdient, wordt als voltijdse toegelaten; het bedrag wordt geregeld aangepast."
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
            ("open", "De periode voor halve dagen is niet zeker", Vinkje()),
        )
    ),
    Beginwaarde(
        _DEELTIJDS | {"referteloon": "1562.59", "open": True},
        "RVA infobladen T27 (1 juni 2017) en T34, http://www.rva.be/nl/documentatie/infoblad/t27",
        f"{_DEELTIJDS_UITLEG} Het bedrag is dat van 2017. Voor halve dagen was de periode wellicht langer: dat vonden we niet terug.",
        van=date(2012, 11, 1),
        tot=date(2024, 4, 1),
    ),
    Beginwaarde(
        _DEELTIJDS | {"referteloon": "2029.88", "open": True},
        "RVA infoblad T28, https://www.rva.be/burgers/deeltijdse-arbeid/waarop-heeft-een-deeltijdse-werknemer-recht",
        f"{_DEELTIJDS_UITLEG} Voor halve dagen was de periode wellicht langer: dat vonden we niet terug.",
        van=date(2024, 4, 1),
        tot=date(2026, 3, 1),
    ),
    Beginwaarde(
        _DEELTIJDS | {"referteloon": "2070.48"},
        "Bruxelles-J, https://www.bruxelles-j.be/droits-sociaux/tes-droits-au-chomage/travailler-a-temps-partiel",
        f"{_DEELTIJDS_UITLEG} De bron zegt niet vanaf welke dag dit bedrag geldt: kijk het na bij de RVA.",
        van=date(2026, 3, 1),
    ),
)
_DUUR = {"maanden": 12, "dagen_per_maand": 104, "hoogstens": 24, "leeftijd": 55}
_DUUR_BRON = (
    "Brussels Jobday, https://www.brusselsjobday.be/?p=9744; vanaf 55 jaar: "
    "https://accorddegouvernement.info/quelle-exception-est-prevue-pour-les-personnes-de-plus-de-55-ans"
)
regelsleutel(
    "rva.duur",
    "Hoe lang een uitkering duurt",
    Onderwerp.RECHTEN,
    Velden(
        (
            ("maanden", "Minstens", maanden()),
            ("dagen_per_maand", "Een maand meer per", Getal("dag loopbaan", "dagen loopbaan", 1, 2000)),
            ("hoogstens", "Hoogstens", maanden()),
            ("leeftijd", "Soms langer vanaf", Getal("jaar", "jaar", 16, 99)),
            ("loopbaan", "En met een loopbaan van minstens", Getal("jaar", "jaar", 1, 60)),
        )
    ),
    *(
        Beginwaarde(
            _DUUR | {"loopbaan": 30 + jaar - 2025},
            _DUUR_BRON,
            "Wie 55 is en lang genoeg werkte, kan de uitkering langer houden. De bron noemt 31 jaar in 2026 en 35 in 2030; de "
            "jaren ertussen zijn onze lezing.",
            van=date(2026, 3, 1) if jaar == 2026 else date(jaar, 1, 1),
            tot=date(jaar + 1, 1, 1) if jaar < 2030 else None,
        )
        for jaar in range(2026, 2031)
    ),
)
regelsleutel(
    "rva.antwoord_dagen",
    "De RVA antwoordt binnen",
    Onderwerp.RECHTEN,
    dagen(),
    Beginwaarde(
        7,
        "RVA, FAQ OCMW@RVA, https://www.rva.be/bladzijde/ocmwrva-de-online-toepassing-voor-aanvragen-artikel-60-1",
        "De RVA antwoordt binnen zoveel dagen.",
        van=date(2023, 10, 2),
    ),
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
