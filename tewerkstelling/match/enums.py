"""Words of matching: factors, colours, and what may become of a proposal."""

from django.db import models


class Factor(models.TextChoices):
    """What is compared (F13), in the order of the columns; the keys of the rule `match.gewichten`."""

    SECTOR = "sector", "Soort werk"
    TALENT = "talent", "Kennis en talenten"
    UREN = "uren", "Uren"
    WERKTIJD = "werktijd", "Werktijden"
    OPVANG = "opvang", "Kinderopvang"
    REIS = "reis", "Reistijd"
    VERVOER = "vervoer", "Vervoer"
    TAAL = "taal", "Nederlands"
    FYSIEK = "fysiek", "Lichaam"
    START = "start", "Start"
    PLAATS = "plaats", "Plaats en mentor"


class Kleur(models.TextChoices):
    """Grey is an unknown, and an unknown is neither a yes nor a no."""

    ROOD = "rood", "past niet"
    ORANJE = "oranje", "past deels"
    GRIJS = "grijs", "niet ingevuld"
    GROEN = "groen", "past"


class Grenssoort(models.TextChoices):
    """What no other factor can make up for."""

    FYSIEK = "fysiek", "Lichamelijke beperking"
    RIJBEWIJS = "rijbewijs", "Geen rijbewijs"
    MAG_WERKEN = "mag_werken", "Mag niet werken"
    GEEN_PLAATS = "geen_plaats", "Geen vrije plaats"
    NIET_ACTIEF = "niet_actief", "Plek niet beschikbaar"


class Uitslag(models.TextChoices):
    """In order of rank. NAVRAGEN: something shielded may stand in the way, so another colleague must look first."""

    PAST = "past", "Kan passen"
    NAVRAGEN = "navragen", "Eerst navragen"
    PAST_NIET = "past_niet", "Past niet"


class Vervoer(models.TextChoices):
    FIETS = "fiets", "Fiets"
    BROMFIETS = "bromfiets", "Bromfiets of step"
    AUTO = "auto", "Auto"
    OV = "ov", "Bus, tram of trein"


class Voorstelstatus(models.TextChoices):
    VOORGESTELD = "voorgesteld", "Voorgesteld"
    PROEFWEEK = "proefweek", "Proefweek"
    GESTART = "gestart", "Gestart"
    NIET_GESCHIKT = "niet_geschikt", "Niet geschikt"


# What may follow what.
OVERGANGEN: dict[Voorstelstatus, frozenset[Voorstelstatus]] = {
    Voorstelstatus.VOORGESTELD: frozenset(
        {Voorstelstatus.PROEFWEEK, Voorstelstatus.GESTART, Voorstelstatus.NIET_GESCHIKT}
    ),
    Voorstelstatus.PROEFWEEK: frozenset({Voorstelstatus.GESTART, Voorstelstatus.NIET_GESCHIKT}),
    Voorstelstatus.GESTART: frozenset(),
    Voorstelstatus.NIET_GESCHIKT: frozenset(),
}


def als_mermaid() -> str:
    """The diagram in docs/adr; a test compares."""
    pijlen = [f"    {van.name} --> {naar.name}" for van, doelen in OVERGANGEN.items() for naar in sorted(doelen)]
    namen = [f"    {status.name}: {status.label}" for status in Voorstelstatus]
    return "\n".join(["stateDiagram-v2", *namen, f"    [*] --> {Voorstelstatus.VOORGESTELD.name}", *pijlen])


OPEN_STATUSSEN = frozenset(status for status, hierna in OVERGANGEN.items() if hierna)


class Nietgeschiktreden(models.TextChoices):
    """Why it came to nothing. Nothing about health: that is shielded and stands in the werkprofiel."""

    CLIENT_WIL_NIET = "client_wil_niet", "De cliënt ziet de plek niet zitten"
    WERKGEVER_WIL_NIET = "werkgever_wil_niet", "De werkgever kiest iemand anders"
    KAN_NOG_NIET = "kan_nog_niet", "Het werk past niet bij wat de cliënt kan"
    UREN = "uren", "De uren of werktijden passen niet"
    BEREIKBAARHEID = "bereikbaarheid", "De plek is niet bereikbaar"
    TAAL = "taal", "Het Nederlands is nog niet genoeg"
    OPVANG = "opvang", "De kinderopvang is niet geregeld"
    NIET_GEKOMEN = "niet_gekomen", "De cliënt is niet gekomen"
    ANDERE_PLEK = "andere_plek", "De cliënt startte op een andere plek"
    PLAATS_WEG = "plaats_weg", "De plaats is niet meer vrij"
    ANDER = "ander", "Andere reden"
