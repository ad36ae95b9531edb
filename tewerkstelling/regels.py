"""Contracts, places and mentors (A4, A8, A9), and which interruptions move what comes after them."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel
from ocmw.regels.vormen import Getal, Getallenrij, Tekstenrij
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
        "wet van 10 augustus 2001: 38 uren per week",
        "Meer uren per week aanvaarden we niet bij een werkplek. Werken jullie 40 uur met inhaalrust, zet dit dan hoger.",
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
