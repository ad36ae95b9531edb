"""Rhythm of evaluations and visits on the work floor (F1, F3, F9)."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, maanden, regelsleutel
from ocmw.regels.vormen import Getal, Getallenrij, Velden

_ANTWERPEN = (
    "Stad Antwerpen, https://ondernemeninantwerpen.be/themas-faq/personeel-vinden-en-tewerkstellen/"
    "werkgevers-artikel-60/het-traject-artikel-60/evaluatie"
)
# The form three weeks before: an older page of the same city.
_ANTWERPEN_EERDER = (
    "Stad Antwerpen, https://www.ondernemeninantwerpen.be/themas-faq/personeel-vinden/werkgevers-artikel-60/"
    "het-traject-artikel-60/evaluatie"
)
regelsleutel(
    "evaluatie.art60_maanden",
    "Evaluatie na",
    Onderwerp.EVALUATIE,
    Getallenrij("maanden", "maand"),
    Beginwaarde([1, 2, 7, 11, 17, 23], _ANTWERPEN, "Evaluatie na zoveel maanden."),
    huis=True,
)
regelsleutel(
    "evaluatie.mondeling_maanden",
    "Alleen een gesprek, zonder formulier, na",
    Onderwerp.EVALUATIE,
    Getallenrij("maanden", "maand", mag_leeg=True),
    Beginwaarde([1], _ANTWERPEN, "Deze evaluatie is een gesprek zonder formulier."),
    huis=True,
)
regelsleutel(
    "evaluatie.formulier_dagen",
    "Formulier voor de mentor, vooraf",
    Onderwerp.EVALUATIE,
    dagen(),
    Beginwaarde(21, _ANTWERPEN_EERDER, "De mentor krijgt het formulier zoveel dagen voor de evaluatie."),
    huis=True,
)
regelsleutel(
    "evaluatie.formulier_klaar_werkdagen",
    "Formulier van de mentor ingevuld, vooraf",
    Onderwerp.EVALUATIE,
    Getal("werkdag", "werkdagen", 1, 60),
    Beginwaarde(6, _ANTWERPEN, "Zoveel werkdagen voor het gesprek is het formulier van de mentor ingevuld."),
    huis=True,
)
regelsleutel(
    "werkbezoek.schema",
    "Bezoek aan de werkplek",
    Onderwerp.EVALUATIE,
    Velden(
        (
            ("weken", "In week", Getallenrij(mag_leeg=True)),
            ("maanden", "In maand", Getallenrij(mag_leeg=True)),
            ("daarna_elke_maanden", "Daarna elke", maanden()),
        )
    ),
    Beginwaarde(
        {"weken": [2], "maanden": [1], "daarna_elke_maanden": 1},
        ASSUMPTIE,
        "Bezoek aan de werkplek: week 2, maand 1, daarna elke maand.",
    ),
    huis=True,
)
regelsleutel(
    "mentorlink.geldig_dagen",
    "Een link voor de mentor werkt",
    Onderwerp.EVALUATIE,
    dagen(),
    Beginwaarde(30, ASSUMPTIE, "Een link voor de mentor werkt zoveel dagen."),
    huis=True,
)
