"""Every rule by its name in words, its subject and its shape: the one place a new key is described."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from ocmw.regels.vormen import (
    Getal,
    Getallenrij,
    JaNee,
    Kaart,
    Keuze,
    Tabel,
    Tekst,
    Tekstenrij,
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
    naam: str
    onderwerp: Onderwerp
    vorm: Vorm


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
            ("code", "Code", Tekst()),
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
    kolommen=Velden((("code", "Code", Tekst()), ("titel", "Titel", Tekst()), ("tekst", "Tekst", Tekst())))
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
    "twe.max_maanden": Beschrijving("Duur van de tijdelijke werkervaring", _T, _maanden()),
    "twe.tijdig_art60_maanden": Beschrijving("Art.60 start op tijd binnen", _T, _maanden()),
    "twe.opschorting_telt": Beschrijving("Verlengt een onderbreking de 24 maanden?", _T, JaNee()),
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
            )
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
    "evaluatie.art60_maanden": Beschrijving("Evaluatie na", _E, Getallenrij("maanden")),
    "evaluatie.mondeling_maanden": Beschrijving(
        "Alleen een gesprek, zonder formulier, na", _E, Getallenrij("maanden", mag_leeg=True)
    ),
    "evaluatie.verschuift_bij": Beschrijving(
        "Bij deze onderbrekingen schuiven evaluaties en bezoeken op", _E, Tekstenrij(_SOORTEN)
    ),
    "evaluatie.formulier_dagen": Beschrijving("Formulier voor de mentor, vooraf", _E, _dagen()),
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
    "doorverwijzing.eerste_gesprek_dagen": Beschrijving("Eerste gesprek na de doorverwijzing binnen", _W, _dagen()),
    "traject.plan_dagen": Beschrijving("Trajectplan na de start binnen", _W, _dagen()),
    "traject.stilte_dagen": Beschrijving(
        "Contact minstens elke", _W, Velden((*_FASEN, ("nazorg", "Nazorg", _dagen())))
    ),
    "log.bewaring_jaren": Beschrijving("Journaal bewaren", _B, Getal("jaar", "jaar", 1, 99)),
    "bewaartermijn.jaren": Beschrijving("Gesloten dossier bewaren", _B, Getal("jaar", "jaar", 1, 99)),
    "statistiek.kleine_cel": Beschrijving(
        "Buiten het team tonen we groepen vanaf", _B, Getal("persoon", "personen", 1, 99)
    ),
    "inzage.reden_uren": Beschrijving("Een opgegeven reden geldt", _B, Getal("uur", "uur", 1, 72)),
    "rapport.bewaring_dagen": Beschrijving("Een gemaakt rapport bewaren", _B, _dagen()),
    "document.max_megabyte": Beschrijving("Grootste bestand", _B, Getal("megabyte", "megabyte", 1, 200)),
}


def beschrijving(sleutel: str, waarde: Any = None) -> Beschrijving:
    """Of a key that is not described yet: its own words, and the shape its value shows."""
    return SLEUTELS.get(sleutel) or Beschrijving(
        als_zin(sleutel.replace(".", ": ")), Onderwerp.ANDERE, afgeleide_vorm(waarde)
    )
