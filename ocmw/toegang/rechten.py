"""The whole policy on one page: which role has which right. An auditor can read it; a test walks every URL against it."""

from functools import lru_cache

from django.db import models


class Rol(models.TextChoices):
    MW = "mw", "maatschappelijk werker"
    ATB = "atb", "arbeidstrajectbegeleider"
    COORDINATOR = "coordinator", "coördinator"
    LESGEVER = "lesgever", "lesgever"
    BEHEER = "beheer", "beheerder"


# Who can be the trajectbegeleider of a client: in a small OCMW the coordinator is one too.
COACHROLLEN = (Rol.ATB, Rol.COORDINATOR)


class Recht(models.TextChoices):
    AANGEMELD = "aangemeld", "de eigen startpagina en het eigen account gebruiken"
    DOSSIER_LEZEN = "dossier_lezen", "dossiers lezen binnen het eigen OCMW en de eigen toewijzingen"
    AFGESCHERMD_LEZEN = "afgeschermd_lezen", "gegevens over gezondheid en verslaving lezen en noteren"
    CLIENT_BEHEREN = "client_beheren", "cliënten aanmaken, wijzigen, sluiten en heropenen"
    DOORVERWIJZEN = "doorverwijzen", "een doorverwijsbundel invullen en versturen"
    DOORVERWIJZING_BEHANDELEN = "doorverwijzing_behandelen", "een doorverwijzing aanvaarden, aanvullen of weigeren"
    TRAJECT_BEHEREN = "traject_beheren", "intake, fasen, doelen en randproblemen beheren"
    GESPREK_NOTEREN = "gesprek_noteren", "gesprekken, afspraken en actiepunten noteren"
    DOCUMENT_BEHEREN = "document_beheren", "documenten toevoegen en openen"
    TEWERKSTELLING_BEHEREN = "tewerkstelling_beheren", "werkgevers, werkplekken en contracten beheren"
    NAZORG_BEHEREN = "nazorg_beheren", "werkervaringsovereenkomst en nazorg beheren"
    TERMIJN_BEHEREN = "termijn_beheren", "termijnen uitstellen en afwerken"
    TOEWIJZEN = "toewijzen", "cliënten toewijzen aan medewerkers"
    TEAM_VOLGEN = "team_volgen", "dossiers van het hele team openen zonder een reden te geven"
    EXPORTEREN = "exporteren", "lijsten exporteren"
    RAPPORT_DOSSIER = "rapport_dossier", "een dossierverslag afdrukken"
    RAPPORT_CASELOAD = "rapport_caseload", "het caseloadrapport maken"
    INVOEREN = "invoeren", "een caseload uit een rekenblad invoeren"
    JOURNAAL_LEZEN = "journaal_lezen", "lezen wie welk dossier bekeek en wijzigde"
    SAMENWERKING_BEHEREN = "samenwerking_beheren", "samenwerkingen tussen OCMW's vastleggen"
    GEBRUIKERS_BEHEREN = "gebruikers_beheren", "medewerkers en hun rol beheren"
    REGELS_BEHEREN = "regels_beheren", "gedateerde regels bekijken en beheren"
    REGELS_INSTALLATIE = "regels_installatie", "wettelijke regels voorstellen en goedkeuren"
    GROEP_LEZEN = "groep_lezen", "programma's en groepen bekijken"
    GROEP_BEHEREN = "groep_beheren", "programma's, reeksen en sessies van een groep beheren"
    GROEP_INSCHRIJVEN = "groep_inschrijven", "mensen inschrijven in een groep"
    AANWEZIGHEID_NOTEREN = "aanwezigheid_noteren", "noteren wie er was in een groep"
    WERKING_VOLGEN = "werking_volgen", "volgen of de installatie goed werkt"


_LEZEN = {Recht.AANGEMELD, Recht.DOSSIER_LEZEN, Recht.RAPPORT_DOSSIER, Recht.TERMIJN_BEHEREN, Recht.DOCUMENT_BEHEREN}
_GROEPEN = {Recht.GROEP_LEZEN, Recht.GROEP_BEHEREN, Recht.GROEP_INSCHRIJVEN, Recht.AANWEZIGHEID_NOTEREN}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    # Refers and follows; knows the person, so reads health and addiction of the own caseload.
    Rol.MW: frozenset(
        _LEZEN
        | {
            Recht.AFGESCHERMD_LEZEN,
            Recht.CLIENT_BEHEREN,
            Recht.DOORVERWIJZEN,
            Recht.GESPREK_NOTEREN,
            Recht.NAZORG_BEHEREN,
            Recht.GROEP_LEZEN,
            Recht.GROEP_INSCHRIJVEN,
        }
    ),
    # Walks the whole path with the client.
    Rol.ATB: frozenset(
        _LEZEN
        | {
            Recht.AFGESCHERMD_LEZEN,
            Recht.CLIENT_BEHEREN,
            Recht.DOORVERWIJZING_BEHANDELEN,
            Recht.TRAJECT_BEHEREN,
            Recht.GESPREK_NOTEREN,
            Recht.TEWERKSTELLING_BEHEREN,
            Recht.NAZORG_BEHEREN,
            *_GROEPEN,
        }
    ),
    # Steers and accounts for the numbers; needs no diagnosis to do so.
    Rol.COORDINATOR: frozenset(
        _LEZEN
        | {
            Recht.CLIENT_BEHEREN,
            Recht.DOORVERWIJZEN,
            Recht.DOORVERWIJZING_BEHANDELEN,
            Recht.TRAJECT_BEHEREN,
            Recht.GESPREK_NOTEREN,
            Recht.TEWERKSTELLING_BEHEREN,
            Recht.NAZORG_BEHEREN,
            Recht.TOEWIJZEN,
            Recht.TEAM_VOLGEN,
            Recht.EXPORTEREN,
            Recht.RAPPORT_CASELOAD,
            Recht.INVOEREN,
            Recht.JOURNAAL_LEZEN,
            Recht.SAMENWERKING_BEHEREN,
            Recht.REGELS_BEHEREN,
            *_GROEPEN,
        }
    ),
    # A partner's teacher: attendance of the own groups only (the groups app), no dossiers.
    Rol.LESGEVER: frozenset({Recht.AANGEMELD, Recht.AANWEZIGHEID_NOTEREN}),
    # Keeps the installation running and has no role in content (betrouwbaarheid.md threat 14).
    Rol.BEHEER: frozenset({Recht.AANGEMELD, Recht.GEBRUIKERS_BEHEREN, Recht.REGELS_BEHEREN, Recht.WERKING_VOLGEN}),
}


# No role holds these by itself: whoever runs the installation gives them to one colleague at a time.
PERSOONLIJK = frozenset({Recht.REGELS_INSTALLATIE})


def rollen_met(recht: Recht) -> list[Rol]:
    """Roles that hold `recht`; for queries over colleagues."""
    return [rol for rol, rechten in RECHTEN.items() if recht in rechten]


@lru_cache(maxsize=32)
def rechtwoorden(rechten: frozenset[Recht]) -> frozenset[str]:
    """The same rights as the words that templates ask for."""
    return frozenset(recht.value for recht in rechten)
