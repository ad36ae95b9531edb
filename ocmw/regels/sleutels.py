"""Every rule by its name in words, its subject and its shape: the one place a new key is described."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from ocmw.regels.vormen import (
    Code,
    Getal,
    Getallenrij,
    JaNee,
    Kaart,
    Keuze,
    Tabel,
    Tekst,
    Tekstenrij,
    Tijd,
    Trappen,
    Velden,
    Vinkje,
    Vorm,
    afgeleide_vorm,
)
from ocmw.regels.vormen.blad import als_zin


class Onderwerp(models.TextChoices):
    RECHTEN = "rechten", "Sociale rechten (RVA)"
    TWE = "twe", "Tijdelijke werkervaring"
    PLAATSING = "plaatsing", "Werkplekken en mentoren"
    EVALUATIE = "evaluatie", "Evaluatie en werkbezoek"
    WERKING = "werking", "Werking van het team"
    BEWARING = "bewaring", "Bewaren en beschermen"
    ANDERE = "andere", "Andere regels"


@dataclass(frozen=True)
class Beschrijving:
    """`nog_niet`: the application does not calculate with this rule yet, and says so."""

    naam: str
    onderwerp: Onderwerp
    vorm: Vorm
    nog_niet: str = ""


def _dagen(minstens: int = 1) -> Getal:
    return Getal("dag", "dagen", minstens, 9999)


def _maanden(hoogstens: int = 120) -> Getal:
    return Getal("maand", "maanden", 1, hoogstens)


_EURO = Getal("euro", "euro", 0, 100_000, centen=True)
_VOORAF = Getallenrij("dagen vooraf", neer=True)

_TOELATING = Trappen(
    kolommen=Velden(
        (
            ("tot_leeftijd", "Leeftijd bij aanvraag", Getal("jaar", "jaar", 16, 99, mag_leeg=True)),
            ("dagen", "Te bewijzen", Getal("dag", "dagen", 1, 2000)),
            ("maanden", "Binnen", _maanden()),
        )
    )
)
_TELT = (("geteld", "telt als werk"), ("gelijkgesteld", "gelijkgesteld"), ("niet", "telt niet"))
# The kinds are those of tewerkstelling.enums.Onderbrekingsoort, which lies above this app; a test compares them.
_SOORTEN = (
    ("vakantie", "Vakantie of feestdagen"),
    ("ziekte_gewaarborgd", "Ziekte met gewaarborgd loon"),
    ("ziekte_ziekenfonds", "Ziekte betaald door ziekenfonds of verzekeraar"),
    ("moederschap", "Moederschapsrust"),
    ("inhaalrust", "Inhaalrust"),
    ("tijdelijke_werkloosheid", "Tijdelijke werkloosheid"),
    ("verlof_zonder_wedde", "Verlof zonder wedde"),
    ("schorsing", "Schorsing van het contract"),
    ("opleiding", "Beroepsopleiding"),
    ("loopbaanonderbreking", "Loopbaanonderbreking met uitkering"),
    ("detentie", "Detentie"),
)
_GELIJKGESTELD = Kaart(
    namen=_SOORTEN,
    kolommen=Velden(
        (
            ("telt", "Telt het mee?", Keuze(_TELT)),
            ("verlengt", "Verlengt de periode", Vinkje()),
            ("zin", "Zin voor de cliënt", Tekst()),
        )
    ),
    tel_per="telt",
)
_STARTLIJST = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("kort", "Woord op een kaart", Tekst()),
            ("label", "Punt", Tekst()),
            ("zin", "Zin als het ontbreekt", Tekst()),
            ("bron", "Bron", Tekst()),
            ("wettelijk", "Verplicht door de wet", Vinkje()),
            ("niet_nodig", "Mag ‘niet nodig’ zijn", Vinkje()),
            ("opnieuw", "Opnieuw bij een verlenging", Vinkje()),
            ("zonder_uitleg", "Geen tekst erbij (gezondheid)", Vinkje()),
        )
    )
)
_CLAUSULES = Tabel(
    kolommen=Velden((("code", "Code", Code()), ("titel", "Titel", Tekst()), ("tekst", "Tekst", Tekst())))
)
_VRAGENLIJST = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("deel", "Deel van de lijst", Tekst()),
            (
                "soort",
                "Soort antwoord",
                Keuze(
                    (
                        ("vraag", "ja of nee"),
                        ("taak", "gedaan of niet"),
                        ("keuze", "keuze uit de maatregelen"),
                        ("plan", "plan met een dag"),
                    )
                ),
            ),
            ("vraag", "Punt", Tekst()),
            ("open", "Zin als het nog open is", Tekst()),
            ("bron", "Bron", Tekst()),
            ("afgeschermd", "Gezondheid: afgeschermd", Vinkje()),
            ("tijdens_contract", "Alleen tijdens het contract", Vinkje()),
            ("bij_sociale_economie", "Alleen als sociale economie het hoogste is", Vinkje()),
        )
    )
)
_MAATREGELEN = Tabel(
    kolommen=Velden((("code", "Code", Code()), ("naam", "Maatregel", Tekst()), ("streek", "Waar", Tekst())))
)
_MEETMOMENTEN = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("naam", "Moment", Tekst()),
            ("maanden", "Maanden na de uitstroom", Getal("maand", "maanden", 0, 120)),
            ("dagen", "en dagen", Getal("dag", "dagen", 0, 999)),
            ("bron", "Bron", Tekst()),
        )
    )
)
# The factors and colours of tewerkstelling.match, which lies above this app.
_FACTOREN = (
    ("sector", "Soort werk"), ("uren", "Uren"), ("werktijd", "Werktijden"), ("opvang", "Kinderopvang"), ("reis", "Reistijd"),
    ("vervoer", "Vervoer"), ("taal", "Nederlands"), ("fysiek", "Lichaam"), ("start", "Start"), ("plaats", "Plaats en mentor"),
)  # fmt: skip
_PUNTEN = Getal("punt", "punten", 0, 99)
_DREMPELS = Velden(
    (
        ("uren", "Uren verschil", Getal("uur", "uur", 0, 40)),
        ("minuten", "Werktijd verschilt", Getal("minuut", "minuten", 0, 480)),
        ("reisminuten", "Langer onderweg", Getal("minuut", "minuten", 0, 240)),
        ("taalstappen", "Niveaus Nederlands te laag", Getal("niveau", "niveaus", 0, 6)),
        ("startdagen", "Later starten", Getal("dag", "dagen", 0, 999)),
        ("wachtdagen", "De plek komt vrij binnen", Getal("dag", "dagen", 0, 999)),
        ("ov_van", "Bussen rijden vanaf", Tijd()),
        ("ov_tot", "Bussen rijden tot", Tijd()),
        ("opvang_van", "Opvang open vanaf", Tijd()),
        ("opvang_tot", "Opvang open tot", Tijd()),
    )
)
_FASEN = tuple((str(fase), f"Fase {fase}", _dagen()) for fase in range(1, 6))

_R, _T, _P, _E, _W, _B = (
    Onderwerp.RECHTEN,
    Onderwerp.TWE,
    Onderwerp.PLAATSING,
    Onderwerp.EVALUATIE,
    Onderwerp.WERKING,
    Onderwerp.BEWARING,
)

SLEUTELS: dict[str, Beschrijving] = {
    "rva.toelating": Beschrijving("Dagen te bewijzen voor een uitkering", _R, _TOELATING),
    "rva.gelijkgesteld": Beschrijving("Welke dagen meetellen", _R, _GELIJKGESTELD),
    "rva.antwoord_dagen": Beschrijving("De RVA antwoordt binnen", _R, _dagen()),
    "rva.herberekening_dagen": Beschrijving("Herberekening vragen binnen", _R, _dagen()),
    "twe.radar_dag": Beschrijving("Geld op maandeinde tonen we vanaf dag", _T, Getal("", "", 1, 28)),
    "twe.correctie_maanden": Beschrijving("Verbeteren bij VDAB kan in de eerste", _T, _maanden(3)),
    "twe.max_maanden": Beschrijving("Duur van de tijdelijke werkervaring", _T, _maanden()),
    "twe.tijdig_art60_maanden": Beschrijving("Art.60 start op tijd binnen", _T, _maanden()),
    "twe.opschorting_telt": Beschrijving(
        "Verlengt een onderbreking de 24 maanden?",
        _T,
        JaNee(),
        nog_niet="De toepassing rekent hier nog niet mee: de 24 maanden lopen altijd door. Ook ‘ja’ verandert geen datum.",
    ),
    "twe.inspanningsvergoeding": Beschrijving(
        "Inspanningsvergoeding", _T, Velden((("maand", "Per maand", _EURO), ("jaar", "Hoogstens per jaar", _EURO)))
    ),
    "twe.compensatie": Beschrijving(
        "Compensatie per maand art.60",
        _T,
        Velden(
            (
                ("maand", "Per maand", _EURO),
                ("per_kwartaal", "Waarvan per kwartaal betaald", _EURO),
                ("op_einde", "Waarvan op het einde betaald", _EURO),
            ),
            som=("maand", "per_kwartaal", "op_einde"),
        ),
    ),
    "twe.compensatie_na_24m": Beschrijving(
        "Compensatie vanaf maand 25",
        _T,
        Velden((("vervangt", "Vervangt de inspanningsvergoeding", _EURO), ("totaal", "Samen", _EURO))),
    ),
    "twe.waarschuwing_dagen": Beschrijving("Termijn voor het einde van de 24 maanden", _T, _VOORAF),
    "art60.waarschuwing_dagen": Beschrijving("Termijn voor het einde van art.60", _P, _VOORAF),
    "mentor.max_clienten": Beschrijving("Cliënten per mentor", _P, Getal("cliënt", "cliënten", 1, 99)),
    "werkplek.vrij_dagen": Beschrijving("Een plaats heet ‘komt vrij’ binnen", _P, _dagen()),
    "mentor.vorming_dagen": Beschrijving("Een mentoropleiding heet ‘vervalt binnenkort’", _P, _dagen()),
    "werkplek.max_uren": Beschrijving("Meeste uren per week op een werkplek", _P, Getal("uur", "uur", 1, 50)),
    "match.gewichten": Beschrijving(
        "Hoe zwaar elke factor weegt", _P, Velden(tuple((code, naam, _PUNTEN) for code, naam in _FACTOREN))
    ),
    "match.waarden": Beschrijving(
        "Wat elke kleur waard is",
        _P,
        Velden(
            (
                ("groen", "Past", _PUNTEN),
                ("oranje", "Past deels", _PUNTEN),
                ("grijs", "Niet ingevuld", _PUNTEN),
                ("rood", "Past niet", _PUNTEN),
            )
        ),
    ),
    "match.drempels": Beschrijving("Tot hier past een factor deels", _P, _DREMPELS),
    "match.contract_eindigt_dagen": Beschrijving("Kandidaat voor een andere plek, voor het einde", _P, _dagen()),
    "plaatsing.startklaar": Beschrijving("Lijst voor de start van een plaatsing", _P, _STARTLIJST),
    "plaatsing.termijn_dagen": Beschrijving("Alles in orde voor de start, vooraf", _P, _dagen()),
    "plaatsing.alarm_uren": Beschrijving(
        "Een plaatsing kleurt voor de start",
        _P,
        Velden(
            (("amber", "Amber vanaf", Getal("uur", "uur", 1, 999)), ("rood", "Rood vanaf", Getal("uur", "uur", 1, 999)))
        ),
    ),
    "plaatsing.clausules": Beschrijving("Vaste tekst van de terbeschikkingstelling", _P, _CLAUSULES),
    "evaluatie.art60_maanden": Beschrijving("Evaluatie na", _E, Getallenrij("maanden", "maand")),
    "evaluatie.mondeling_maanden": Beschrijving(
        "Alleen een gesprek, zonder formulier, na", _E, Getallenrij("maanden", "maand", mag_leeg=True)
    ),
    "evaluatie.verschuift_bij": Beschrijving(
        "Bij deze onderbrekingen schuiven evaluaties en bezoeken op", _E, Tekstenrij(_SOORTEN)
    ),
    "evaluatie.formulier_dagen": Beschrijving("Formulier voor de mentor, vooraf", _E, _dagen()),
    "evaluatie.formulier_klaar_werkdagen": Beschrijving(
        "Formulier van de mentor ingevuld, vooraf", _E, Getal("werkdag", "werkdagen", 1, 60)
    ),
    "werkbezoek.schema": Beschrijving(
        "Bezoek aan de werkplek",
        _E,
        Velden(
            (
                ("weken", "In week", Getallenrij(mag_leeg=True)),
                ("maanden", "In maand", Getallenrij(mag_leeg=True)),
                ("daarna_elke_maanden", "Daarna elke", _maanden()),
            )
        ),
    ),
    "mentorlink.geldig_dagen": Beschrijving("Een link voor de mentor werkt", _E, _dagen()),
    "einde.voorbereiding_maanden": Beschrijving("Het einde van art.60 voorbereiden, vooraf", _P, _maanden(12)),
    "einde.vragen": Beschrijving("Lijst voor het einde van art.60", _P, _VRAGENLIJST),
    "einde.instrumenten": Beschrijving("Maatregelen na art.60", _P, _MAATREGELEN),
    "uitstroom.meetmomenten": Beschrijving("Wanneer we kijken of iemand nog werkt", _T, _MEETMOMENTEN),
    "sollicitatie.opvolgen_dagen": Beschrijving("Een sollicitatie opvolgen na", _W, _dagen()),
    "werk.opvolgen_maanden": Beschrijving("Eerste contact na de start van gewoon werk", _W, _maanden(24)),
    "doorverwijzing.eerste_gesprek_dagen": Beschrijving("Eerste gesprek na de doorverwijzing binnen", _W, _dagen()),
    "traject.plan_dagen": Beschrijving("Trajectplan na de start binnen", _W, _dagen()),
    "traject.stilte_dagen": Beschrijving(
        "Contact minstens elke", _W, Velden((*_FASEN, ("nazorg", "Nazorg", _dagen())))
    ),
    "log.bewaring_jaren": Beschrijving("Journaal bewaren", _B, Getal("jaar", "jaar", 1, 99)),
    "bewaartermijn.jaren": Beschrijving("Gesloten dossier bewaren", _B, Getal("jaar", "jaar", 1, 99)),
    "statistiek.kleine_cel": Beschrijving("Kleinste groep buiten het team", _B, Getal("persoon", "personen", 1, 99)),
    "inzage.reden_uren": Beschrijving("Een opgegeven reden geldt", _B, Getal("uur", "uur", 1, 72)),
    "invoer.bewaring_dagen": Beschrijving("Rijen van een rekenblad bewaren", _B, _dagen()),
    "rapport.bewaring_dagen": Beschrijving("Een gemaakt rapport bewaren", _B, _dagen()),
    "document.max_megabyte": Beschrijving("Grootste bestand", _B, Getal("megabyte", "megabyte", 1, 200)),
}


def beschrijving(sleutel: str, waarde: Any = None) -> Beschrijving:
    """Of a key that is not described yet: its own words, and the shape its value shows."""
    return SLEUTELS.get(sleutel) or Beschrijving(
        als_zin(sleutel.replace(".", ": ")), Onderwerp.ANDERE, afgeleide_vorm(waarde)
    )
