"""The lists every installation starts with. The behaviour sentences are our own wording; a coordinator copies a list to a
new version and changes it there."""

from datetime import date
from typing import Any

BEGIN = date(2017, 1, 1)
CLIENTLABELS = ["Dit lukt nog niet", "Dit lukt soms", "Dit lukt goed", "Dit lukt heel goed"]
NIVEAUS = ["Problematisch", "Basis", "Goed", "Sterkte"]
SAM_NIVEAUS = ["Onvoldoende", "Matig", "Goed", "Uitstekend"]

# domain -> (competence, example of behaviour, sentence for the client)
ART60: dict[str, list[tuple[str, str, str]]] = {
    "Kwaliteit van het werk": [
        ("Zorgvuldig werken", "Kijkt het eigen werk na en verbetert fouten.", "Ik werk netjes en maak weinig fouten."),
        ("Tempo", "Krijgt de taken af in de tijd die ervoor is.", "Ik krijg mijn werk op tijd af."),
        ("Orde en veiligheid", "Ruimt op en draagt wat nodig is om veilig te werken.", "Ik werk veilig en ruim op."),
    ],
    "Arbeidsattitudes": [
        ("Stiptheid", "Is op tijd, ook na de pauze.", "Ik kom op tijd."),
        ("Afspraken nakomen", "Verwittigt vooraf bij afwezigheid en volgt de regels.", "Ik doe wat we afspreken."),
        ("Inzet", "Begint zelf aan het werk en houdt vol.", "Ik doe mijn best, ook als het moeilijk is."),
    ],
    "Samenwerken": [
        ("Werken in team", "Stemt af met collega's en helpt als dat nodig is.", "Ik werk goed samen met collega's."),
        ("Omgaan met leiding", "Aanvaardt een opdracht en vraagt uitleg.", "Ik luister naar mijn baas."),
        ("Respect", "Blijft beleefd, ook als iemand anders denkt.", "Ik ben vriendelijk voor iedereen."),
    ],
    "Communicatie": [
        ("Opdrachten begrijpen", "Voert uit wat gevraagd is of vraagt het nog eens.", "Ik begrijp wat ik moet doen."),
        ("Zich uitdrukken", "Vertelt wat lukt en wat niet lukt.", "Ik kan zeggen wat ik bedoel."),
        ("Nederlands op het werk", "Gebruikt de woorden van het werk.", "Ik spreek Nederlands op het werk."),
    ],
    "Persoonlijke vaardigheden": [
        ("Zelfstandig werken", "Werkt verder zonder dat iemand erbij staat.", "Ik kan alleen werken."),
        ("Omgaan met druk", "Blijft rustig als het druk is.", "Ik blijf rustig als het druk is."),
        ("Leren uit feedback", "Past aan wat besproken is.", "Ik leer van wat anderen zeggen."),
    ],
    "Loopbaancompetenties": [
        ("Zicht op zichzelf", "Kan zeggen wat goed gaat en wat nog moeilijk is.", "Ik weet wat ik goed kan."),
        ("Zicht op werk", "Weet welk werk past en wat het vraagt.", "Ik weet welk werk ik later wil doen."),
        ("Stappen zetten", "Zoekt zelf naar een opleiding of vacature.", "Ik doe zelf iets om werk te vinden."),
    ],
    "Technische competenties": [
        ("Taken van de job", "Voert de taken van de functie uit zoals het hoort.", "Ik kan de taken van mijn job."),
        ("Materiaal en toestellen", "Gebruikt materiaal en toestellen juist.", "Ik gebruik het materiaal goed."),
        ("Werkvolgorde", "Weet welke taak eerst komt.", "Ik weet wat ik eerst moet doen."),
    ],
}
SAM: dict[str, list[tuple[str, str, str]]] = {
    "Attitudes": [
        ("Doorzetten", "Werkt verder als het moeilijk wordt.", "Ik geef niet snel op."),
        ("Flexibiliteit", "Past zich aan als de taak of de dag verandert.", "Ik kan iets anders doen als dat moet."),
        ("Initiatief", "Ziet werk en begint eraan.", "Ik zie zelf wat er te doen is."),
        ("Samenwerken", "Deelt taken en informatie met collega's.", "Ik werk goed samen."),
        ("Stiptheid", "Komt op tijd en verwittigt als het niet lukt.", "Ik kom op tijd."),
        ("Verantwoordelijkheid", "Zegt het als er iets fout liep.", "Ik zeg het als er iets fout gaat."),
        ("Zelfstandigheid", "Werkt zonder voortdurend toezicht.", "Ik kan alleen werken."),
        ("Zin voor orde", "Houdt de werkplek netjes.", "Ik hou mijn plek netjes."),
    ],
}
VDAB: dict[str, list[tuple[str, str, str]]] = {
    "Soft skills": [
        ("Zelfstandig werken", "Werkt verder zonder dat iemand erbij staat.", "Ik kan alleen werken."),
        ("Regels en afspraken nakomen", "Volgt de regels van de werkplek.", "Ik volg de regels."),
        ("Zin voor nauwkeurigheid", "Kijkt het eigen werk na.", "Ik werk netjes."),
        ("Samenwerken als hecht team", "Helpt collega's en vraagt hulp.", "Ik werk goed samen."),
        ("Contactvaardig zijn", "Stapt vlot op mensen af.", "Ik praat vlot met mensen."),
        ("Klantgerichtheid", "Luistert naar de klant en zoekt een oplossing.", "Ik help klanten graag."),
        ("Commercieel zijn", "Ziet wat een klant nog kan gebruiken en zegt het.", "Ik kan iets verkopen."),
        ("Creatief denken", "Zoekt een andere manier als de gewone niet lukt.", "Ik bedenk zelf een oplossing."),
        ("Leervermogen hebben", "Pikt nieuwe taken snel op.", "Ik leer snel iets nieuws."),
        ("Omgaan met stress", "Blijft rustig als het druk is.", "Ik blijf rustig als het druk is."),
        ("Plannen", "Weet wat eerst moet en verdeelt de tijd.", "Ik weet wat ik eerst moet doen."),
        ("Resultaatgerichtheid", "Werkt door tot de taak af is.", "Ik maak mijn werk af."),
        ("Flexibiliteit", "Past zich aan als de dag verandert.", "Ik kan iets anders doen als dat moet."),
    ],
}
C_STICK: dict[str, list[tuple[str, str, str]]] = {
    "Sleutelcompetenties": [
        (
            "Taalvaardig in het Nederlands",
            "Begrijpt een opdracht en vertelt wat er gebeurde.",
            "Ik begrijp Nederlands.",
        ),
        (
            "Basisvaardigheden ICT",
            "Gebruikt computer, scanner of telefoon voor het werk.",
            "Ik kan met de computer werken.",
        ),
        ("Omgaan met regels", "Kent de regels van de werkplek en houdt zich eraan.", "Ik volg de regels."),
        (
            "Plannen en organiseren",
            "Weet wat eerst moet en legt het materiaal klaar.",
            "Ik weet wat ik eerst moet doen.",
        ),
        ("Zichzelf sturen", "Stelt het eigen gedrag bij als dat nodig is.", "Ik let zelf op hoe ik werk."),
        ("Doorzetten", "Werkt verder als het moeilijk wordt.", "Ik geef niet snel op."),
        ("Resultaat nastreven", "Werkt door tot de taak af is.", "Ik maak mijn werk af."),
        ("Omgaan met stress", "Blijft rustig als het druk is.", "Ik blijf rustig als het druk is."),
        ("Veilig werken", "Draagt wat nodig is en zorgt voor het materiaal.", "Ik werk veilig."),
        ("Persoonlijke presentatie", "Komt verzorgd naar het werk.", "Ik zie er verzorgd uit."),
        ("Efficiënt werken", "Verliest geen tijd of materiaal.", "Ik werk vlot."),
        ("Zorgvuldig werken", "Kijkt het eigen werk na en verbetert fouten.", "Ik werk netjes."),
    ],
}
# domain -> (words for the client, picture)
VOOR_CLIENT: dict[str, tuple[str, str]] = {
    "Kwaliteit van het werk": ("Hoe ik werk", "stars"),
    "Arbeidsattitudes": ("Op tijd en volgens afspraak", "alarm"),
    "Samenwerken": ("Samen met collega's", "people"),
    "Communicatie": ("Praten en begrijpen", "chat-dots"),
    "Persoonlijke vaardigheden": ("Wat ik zelf kan", "person-arms-up"),
    "Loopbaancompetenties": ("Mijn werk van later", "signpost-split"),
    "Technische competenties": ("Mijn taken", "tools"),
    "Attitudes": ("Hoe ik ben op het werk", "hand-thumbs-up"),
    "Soft skills": ("Hoe ik ben op het werk", "hand-thumbs-up"),
    "Sleutelcompetenties": ("Wat ik kan", "stars"),
}
LIJSTEN: list[dict[str, Any]] = [
    {
        "code": "art60",
        "naam": "Evaluatie art.60, zeven domeinen",
        "schaal": ("Vier niveaus", NIVEAUS),
        "bron": "Stad Antwerpen, evaluatieformulier art.60 (domeinen en schaal)",
        "toelichting": "De competenties en voorbeelden per domein zijn eigen woorden van de toepassing.",
        "domeinen": ART60,
    },
    {
        "code": "attitudes",
        "naam": "Arbeidsattitudes (SAM-schaal)",
        "schaal": ("SAM-schaal", SAM_NIVEAUS),
        "volledig": False,
        "bron": "SAM, schaal voor attitudemeting (schaal); attitudes: eigen keuze",
        "toelichting": "De officiële lijst van attitudes is nog niet nagekeken. Vul aan in een nieuwe versie.",
        "domeinen": SAM,
    },
    {
        "code": "vdab-soft-skills",
        "naam": "Soft skills van VDAB",
        "schaal": ("Vier niveaus", NIVEAUS),
        "volledig": False,
        "bron": "VDAB-studie over soft skills in vacatures: 6 van de 13; Trends, 3 oktober 2021: nog 3",
        "toelichting": "VDAB kent er 13. Negen staan in een bron; omgaan met stress, plannen, resultaatgerichtheid en "
        "flexibiliteit vulden wij aan. Kijk die na bij VDAB, en vink in een nieuwe versie aan dat de lijst volledig is.",
        "domeinen": VDAB,
    },
    {
        "code": "c-stick",
        "naam": "Sleutelcompetenties (C-Stick)",
        "schaal": ("Vier niveaus", NIVEAUS),
        "volledig": False,
        "bron": "C-Stick, competentielijst met gedragsindicatoren: de eerste 12",
        "toelichting": "De namen komen uit de lijst van C-Stick, de voorbeelden zijn eigen woorden van de toepassing. "
        "Vul de lijst aan in een nieuwe versie.",
        "domeinen": C_STICK,
    },
]
