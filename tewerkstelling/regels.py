"""Contracts, places and mentors (A4, A8, A9), and which interruptions move what comes after them."""

from datetime import date

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel
from ocmw.regels.vormen import Code, Getal, Getallenrij, Tabel, Tekst, Tekstenrij, Velden
from tewerkstelling.enums import Onderbrekingsoort

regelsleutel(
    "art60.waarschuwing_dagen",
    "Termijn voor het einde van art.60",
    Onderwerp.PLAATSING,
    Getallenrij("dagen vooraf", neer=True),
    Beginwaarde([90, 60, 30], ASSUMPTIE, "Zoveel dagen voor het einde van het art.60-contract."),
    huis=True,
)
regelsleutel(
    "mentor.max_clienten",
    "Cliënten per mentor",
    Onderwerp.PLAATSING,
    Getal("cliënt", "cliënten", 1, 99),
    Beginwaarde(3, ASSUMPTIE, "Zoveel cliënten begeleidt een mentor tegelijk, als niets anders is afgesproken."),
    huis=True,
)
regelsleutel(
    "werkplek.vrij_dagen",
    "Een plaats heet ‘komt vrij’ binnen",
    Onderwerp.PLAATSING,
    dagen(),
    Beginwaarde(60, ASSUMPTIE, "Een plaats die binnen zoveel dagen vrijkomt, tonen we als 'komt vrij'."),
    huis=True,
)
regelsleutel(
    "mentor.vorming_dagen",
    "Een mentoropleiding heet ‘vervalt binnenkort’",
    Onderwerp.PLAATSING,
    dagen(),
    Beginwaarde(60, ASSUMPTIE, "Zoveel dagen voor een mentoropleiding vervalt, tonen we 'vervalt binnenkort'."),
    huis=True,
)
regelsleutel(
    "werkplek.max_uren",
    "Meeste uren per week op een werkplek",
    Onderwerp.PLAATSING,
    Getal("uur", "uur", 1, 50),
    Beginwaarde(
        38,
        ASSUMPTIE,
        "Meer uren per week aanvaarden we niet bij een werkplek. Voltijds is volgens de wet van 10 augustus 2001 gemiddeld 38 "
        "uren; daarvan vonden we geen openbare bladzijde. Werken jullie 40 uur met inhaalrust, zet dit dan hoger.",
    ),
    huis=True,
)
regelsleutel(
    "evaluatie.verschuift_bij",
    "Bij deze onderbrekingen schuiven evaluaties en bezoeken op",
    Onderwerp.EVALUATIE,
    Tekstenrij(tuple(Onderbrekingsoort.choices)),
    Beginwaarde(
        [
            "ziekte_gewaarborgd",
            "ziekte_ziekenfonds",
            "moederschap",
            "tijdelijke_werkloosheid",
            "verlof_zonder_wedde",
            "schorsing",
            "opleiding",
            "loopbaanonderbreking",
            "detentie",
        ],
        ASSUMPTIE,
        "Bij deze onderbrekingen werkt niemand: evaluaties en bezoeken schuiven evenveel dagen op.",
    ),
    huis=True,
)
regelsleutel(
    "onderbreking.navraag_dagen",
    "Bij een onderbreking zonder einde: vragen hoe het gaat",
    Onderwerp.PLAATSING,
    dagen(),
    Beginwaarde(
        14,
        ASSUMPTIE,
        "Zoveel dagen na het begin of na het laatste gesprek vragen we hoe het gaat en wanneer de cliënt terugkomt; daarna "
        "telkens opnieuw.",
    ),
    huis=True,
)
_VLAANDEREN, _BELGIE = "Vlaanderen", "België"
_SODALIS = "Sodalis, https://sodalis.be/individueel-maatwerk-gaat-van-kracht-vanaf-1-juli-2023/"
_DOELGROEP = (
    "https://legalworld.wolterskluwer.be/nl/nieuws/in-het-staatsblad/"
    "vlaamse-doelgroepvermindering-voor-jonge-en-oudere-werknemers-vanaf-1-juli-2016/"
)
_LIANTIS = "Liantis, https://www.liantis.be/nl/nieuws/uitdoofscenario-voor-enkele-vlaamse-doelgroepverminderingen"


def _maatregel(code: str, naam: str, streek: str = _VLAANDEREN, bron: str = ASSUMPTIE) -> dict[str, str]:
    return {"code": code, "naam": naam, "streek": streek, "bron": bron}


_SV = "Vlaams Parlement, SV 319, https://docs.vlaamsparlement.be/files/pfile?id=2281810"
_BEGIN = [
    _maatregel("regulier", "Gewoon werk, met premie of zonder", _BELGIE),
    _maatregel("ibo", "IBO: opleiding op de werkvloer bij een werkgever"),
    _maatregel("art61", "Art.61: werk bij een private werkgever", _BELGIE, _SV),
    _maatregel("opleiding", "Beroepsopleiding bij VDAB of een partner"),
    _maatregel("wijk_werken", "Wijk-werken", bron="decreet van 7 juli 2017, https://wetwijzer.be/laws/2017020491"),
    _maatregel("gemeenschapsdienst", "Gemeenschapsdienst"),
    _maatregel("sociale_economie", "Sociale economie: collectief maatwerk"),
    _maatregel(
        "werk_zorg",
        "Traject werk en zorg",
        bron="decreet van 8 juli 2022, https://etaamb.openjustice.be/nl/decreet-van-08-juli-2022_n2022032865.html",
    ),
    _maatregel("vrijwilliger", "Vrijwilligerswerk", _BELGIE),
]
_STAGE = _maatregel(
    "werkervaringsstage",
    "Werkervaringsstage bij een werkgever",
    bron="Besox, https://www.besox.be/nieuw-werkervaringsstage-vlaanderen/",
)
_STAGE_2023 = _STAGE | {
    "bron": "Prato, https://www.prato.be/vanaf-01-01-2023-een-nieuwe-systeem-van-werkervaringsstages-in-vlaanderen/"
}
_VOP = _maatregel("premies", "VOP, SINE of lokale diensteneconomie", bron=_SODALIS)
_MAATWERK = _maatregel("individueel_maatwerk", "Individueel maatwerk: premie voor loon of begeleiding", bron=_SODALIS)
_KORTING = _maatregel(
    "doelgroep", "Doelgroepvermindering voor de werkgever: jongeren en oudere werknemers", bron=_DOELGROEP
)
_KORTING_2024 = _maatregel(
    "doelgroep",
    "Doelgroepvermindering voor de werkgever: niet meer nieuw voor jongeren en oudere werkzoekenden",
    bron=_LIANTIS,
)
_MAATREGELEN = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("naam", "Maatregel", Tekst()),
            ("streek", "Waar", Tekst()),
            ("bron", "Bron", Tekst()),
        )
    )
)
_KIEZEN = "Maatregelen om uit te kiezen bij een gesprek met een werkgever en bij het einde van art.60."
regelsleutel(
    "einde.instrumenten",
    "Maatregelen naar werk",
    Onderwerp.PLAATSING,
    _MAATREGELEN,
    Beginwaarde(
        [*_BEGIN, _STAGE, _VOP, _KORTING],
        f"bij elke maatregel; voor de doelgroepvermindering {_DOELGROEP}",
        _KIEZEN,
        tot=date(2023, 7, 1),
    ),
    Beginwaarde(
        [*_BEGIN, _STAGE_2023, _MAATWERK, _KORTING],
        f"bij elke maatregel; voor individueel maatwerk {_SODALIS}",
        f"{_KIEZEN} Individueel maatwerk kwam op 1 juli 2023 in de plaats van VOP, SINE en lokale diensteneconomie.",
        van=date(2023, 7, 1),
        tot=date(2024, 7, 1),
    ),
    Beginwaarde(
        [*_BEGIN, _STAGE_2023, _MAATWERK, _KORTING_2024],
        f"bij elke maatregel; voor de doelgroepvermindering {_LIANTIS}",
        f"{_KIEZEN} Pas de lijst aan wanneer een maatregel stopt.",
        van=date(2024, 7, 1),
    ),
)
