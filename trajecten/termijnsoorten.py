"""What the path promises."""

from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap

EERSTE_GESPREK = Termijnsoort(
    "eerste_gesprek",
    "Eerste gesprek na de doorverwijzing",
    uitleg="De cliënt is doorverwezen en wacht op een eerste gesprek.",
    vanzelf="Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("gesprek_noteren", "Noteer het gesprek", "trajecten:gesprek_nieuw"),
)
BUNDEL = Termijnsoort(
    "bundel",
    "Doorverwijzing wacht op een antwoord",
    uitleg="De doorverwijsbundel is verstuurd en nog niet beantwoord, of wacht op een aanvulling.",
    vanzelf="Beantwoord de doorverwijzing of vul ze aan. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Bekijk de bundel", "trajecten:aanmelding"),
)
ANTWOORD = Termijnsoort(
    "antwoord",
    "Antwoord op je doorverwijzing",
    uitleg="De trajectbegeleider heeft je doorverwijzing beantwoord. Lees wat er staat.",
    stap=Volgendestap("dossier_lezen", "Lees het antwoord", "trajecten:aanmelding"),
)
CONTACT = Termijnsoort(
    "contact",
    "Al een tijd geen contact",
    uitleg="In deze fase hoort er vaker contact te zijn.",
    vanzelf="Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("gesprek_noteren", "Noteer een gesprek", "trajecten:gesprek_nieuw"),
    rol=Termijnrol.STILTE,
)
TRAJECTPLAN = Termijnsoort(
    "trajectplan",
    "Nog geen trajectplan",
    uitleg="Een traject heeft minstens één doel nodig.",
    vanzelf="Voeg een doel toe. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("traject_beheren", "Voeg een doel toe", "trajecten:doel_nieuw"),
)
# Ticked off where it stands: no page to go to.
ACTIEPUNT = Termijnsoort("actiepunt", "Actiepunt", uitleg="Dit is afgesproken in een gesprek of bij een doel.")
