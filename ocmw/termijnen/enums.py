from django.db import models


class Soort(models.TextChoices):
    """Which promise. The label is the sentence on Vandaag; `UITLEG` says why it is there."""

    EERSTE_GESPREK = "eerste_gesprek", "Eerste gesprek na de doorverwijzing"
    BUNDEL = "bundel", "Doorverwijzing wacht op een antwoord"
    ANTWOORD = "antwoord", "Antwoord op je doorverwijzing"
    CONTACT = "contact", "Al een tijd geen contact"
    TRAJECTPLAN = "trajectplan", "Nog geen trajectplan"
    ACTIEPUNT = "actiepunt", "Actiepunt"
    ART60_EINDE = "art60_einde", "Het art.60-contract loopt af"
    TWE_EINDE = "twe_einde", "De 24 maanden begeleiding lopen af"


UITLEG: dict[str, str] = {
    Soort.EERSTE_GESPREK: "De cliënt is doorverwezen en wacht op een eerste gesprek.",
    Soort.BUNDEL: "De doorverwijsbundel is verstuurd en nog niet beantwoord, of wacht op een aanvulling.",
    Soort.ANTWOORD: "De trajectbegeleider heeft je doorverwijzing beantwoord. Lees wat er staat.",
    Soort.CONTACT: "In deze fase hoort er vaker contact te zijn.",
    Soort.TRAJECTPLAN: "Een traject heeft minstens één doel nodig.",
    Soort.ACTIEPUNT: "Dit is afgesproken in een gesprek of bij een doel.",
    Soort.ART60_EINDE: "Bereid het einde van het contract voor: kan de cliënt blijven, welke maatregel past?",
    Soort.TWE_EINDE: "Na deze dag is er geen begeleiding binnen tijdelijke werkervaring meer.",
}

# Promises that close by themselves once the fact is there (facts in, status out); the sentence says which fact.
VANZELF: dict[str, str] = {
    Soort.EERSTE_GESPREK: "Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    Soort.BUNDEL: "Beantwoord de doorverwijzing of vul ze aan. Dan is deze termijn vanzelf klaar.",
    Soort.CONTACT: "Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    Soort.TRAJECTPLAN: "Voeg een doel toe. Dan is deze termijn vanzelf klaar.",
}
