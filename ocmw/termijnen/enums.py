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
    TIJDIG_START = "tijdig_start", "Art.60 moet op tijd starten"
    STARTKLAAR = "startklaar", "De plaatsing is nog niet startklaar"
    HERBEREKENING_RVA = "herberekening_rva", "Vraag een herberekening aan de RVA"
    RVA_ANTWOORD = "rva_antwoord", "Antwoord van de RVA te verwachten"
    MENTORFORMULIER = "mentorformulier", "Stuur het formulier naar de mentor"
    EVALUATIE = "evaluatie", "Evaluatie"
    WERKBEZOEK = "werkbezoek", "Werkbezoek"
    EINDE_ART60 = "einde_art60", "Bereid het einde van art.60 voor"
    SOLLICITATIE = "sollicitatie", "Volg de sollicitatie op"
    OPVOLGING_WERK = "opvolging_werk", "Vraag hoe het gaat op het werk"


UITLEG: dict[str, str] = {
    Soort.EERSTE_GESPREK: "De cliënt is doorverwezen en wacht op een eerste gesprek.",
    Soort.BUNDEL: "De doorverwijsbundel is verstuurd en nog niet beantwoord, of wacht op een aanvulling.",
    Soort.ANTWOORD: "De trajectbegeleider heeft je doorverwijzing beantwoord. Lees wat er staat.",
    Soort.CONTACT: "In deze fase hoort er vaker contact te zijn.",
    Soort.TRAJECTPLAN: "Een traject heeft minstens één doel nodig.",
    Soort.ACTIEPUNT: "Dit is afgesproken in een gesprek of bij een doel.",
    Soort.ART60_EINDE: "Bereid het einde van het contract voor: kan de cliënt blijven, welke maatregel past?",
    Soort.TWE_EINDE: "Na deze dag is er geen begeleiding binnen tijdelijke werkervaring meer.",
    Soort.TIJDIG_START: "Start art.60 later, dan betaalt VDAB de maanden van dit traject niet.",
    Soort.STARTKLAAR: "Voor de start moet alles in orde zijn: handtekeningen, opvang, vervoer, kledij.",
    Soort.HERBEREKENING_RVA: "De startdatum of het werkregime is anders dan in de laatste berekening van de RVA.",
    Soort.RVA_ANTWOORD: "De aanvraag in OCMW@RVA is verstuurd en nog niet beantwoord.",
    Soort.MENTORFORMULIER: "De mentor vult zijn deel in voor het evaluatiegesprek.",
    Soort.EVALUATIE: "Volgens schema.",
    Soort.WERKBEZOEK: "Volgens schema.",
    Soort.EINDE_ART60: "Kan de cliënt blijven, welke maatregel past, en zijn de papieren klaar?",
    Soort.SOLLICITATIE: "Er is een sollicitatie zonder resultaat.",
    Soort.OPVOLGING_WERK: "Dit is afgesproken toen het werk startte.",
}

# Promises that close by themselves once the fact is there (facts in, status out); the sentence says which fact.
VANZELF: dict[str, str] = {
    Soort.EERSTE_GESPREK: "Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    Soort.BUNDEL: "Beantwoord de doorverwijzing of vul ze aan. Dan is deze termijn vanzelf klaar.",
    Soort.CONTACT: "Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    Soort.TRAJECTPLAN: "Voeg een doel toe. Dan is deze termijn vanzelf klaar.",
    Soort.TIJDIG_START: "Start het art.60-contract. Dan is deze termijn vanzelf klaar.",
    Soort.STARTKLAAR: "Vink de lijst van de plaatsing af. Dan is deze termijn vanzelf klaar.",
    Soort.HERBEREKENING_RVA: "Noteer de nieuwe aanvraag bij de rechten. Dan is deze termijn vanzelf klaar.",
    Soort.RVA_ANTWOORD: "Noteer het antwoord bij de rechten. Dan is deze termijn vanzelf klaar.",
    Soort.MENTORFORMULIER: "Maak de link voor de mentor, of herinner aan het formulier. Dan is deze termijn vanzelf klaar.",
    Soort.EVALUATIE: "Rond de evaluatie af. Dan is deze termijn vanzelf klaar.",
    Soort.WERKBEZOEK: "Noteer het bezoek. Dan is deze termijn vanzelf klaar.",
    Soort.SOLLICITATIE: "Noteer het resultaat. Dan is deze termijn vanzelf klaar.",
}
