"""What the rhythm of evaluations and visits promises."""

from ocmw.termijnen.soorten import Termijnsoort, Volgendestap

MENTORFORMULIER = Termijnsoort(
    "mentorformulier",
    "Stuur het formulier naar de mentor",
    uitleg="De mentor vult zijn deel in voor het evaluatiegesprek.",
    vanzelf="Maak de link voor de mentor, of herinner aan het formulier. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Naar de evaluaties", "evaluaties:evaluatie_list"),
    volgt=("contract",),
)
EVALUATIE = Termijnsoort(
    "evaluatie",
    "Evaluatie",
    uitleg="Volgens schema.",
    vanzelf="Rond de evaluatie af. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Naar de evaluaties", "evaluaties:evaluatie_list"),
    volgt=("contract",),
)
WERKBEZOEK = Termijnsoort(
    "werkbezoek",
    "Werkbezoek",
    uitleg="Volgens schema.",
    vanzelf="Noteer het bezoek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Naar de bezoeken", "evaluaties:evaluatie_list"),
    volgt=("contract",),
)
