"""The bell in the top bar, and the next step that belongs to a promise."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from ocmw.termijnen.enums import Soort
from ocmw.termijnen.models import Melding, Termijn
from ocmw.toegang.models import Medewerker

register = template.Library()
PLAFOND = 99

# What you do to keep the promise: right, words, URL names (the first that exists; links are not imports).
STAPPEN: dict[str, tuple[str, str, tuple[str, ...]]] = {
    Soort.EERSTE_GESPREK: ("gesprek_noteren", "Noteer het gesprek", ("trajecten:gesprek_nieuw",)),
    Soort.CONTACT: ("gesprek_noteren", "Noteer een gesprek", ("trajecten:gesprek_nieuw",)),
    Soort.BUNDEL: ("dossier_lezen", "Bekijk de bundel", ("trajecten:aanmelding",)),
    Soort.ANTWOORD: ("dossier_lezen", "Lees het antwoord", ("trajecten:aanmelding",)),
    Soort.TRAJECTPLAN: (
        "traject_beheren",
        "Voeg een doel toe",
        ("trajecten:doel_nieuw", "trajecten:traject_detail"),
    ),
    Soort.ART60_EINDE: ("dossier_lezen", "Bekijk het contract", ("dossier:werk",)),
    Soort.EINDE_ART60: ("dossier_lezen", "Open de lijst", ("einde:einde",)),
    Soort.SOLLICITATIE: ("dossier_lezen", "Bekijk de sollicitatie", ("regulier:regulier_detail",)),
    Soort.OPVOLGING_WERK: ("dossier_lezen", "Bekijk het werk", ("regulier:regulier_detail",)),
    Soort.TWE_EINDE: ("dossier_lezen", "Bekijk de nazorg", ("nazorg:nazorg_detail",)),
    Soort.TIJDIG_START: ("dossier_lezen", "Bekijk het werk", ("dossier:werk",)),
    Soort.STARTKLAAR: ("dossier_lezen", "Open de lijst", ("startklaar:plaatsing_list",)),
    Soort.HERBEREKENING_RVA: ("dossier_lezen", "Naar de rechten", ("rechtenteller:rechtenstand_detail",)),
    Soort.RVA_ANTWOORD: ("dossier_lezen", "Naar de rechten", ("rechtenteller:rechtenstand_detail",)),
    Soort.MENTORFORMULIER: ("dossier_lezen", "Naar de evaluaties", ("evaluaties:evaluatie_list",)),
    Soort.EVALUATIE: ("dossier_lezen", "Naar de evaluaties", ("evaluaties:evaluatie_list",)),
    Soort.WERKBEZOEK: ("dossier_lezen", "Naar de bezoeken", ("evaluaties:evaluatie_list",)),
}


@register.inclusion_tag("components/_bel.html")
def bel(medewerker: Medewerker) -> dict[str, Any]:
    aantal = Melding.objects.ongelezen(medewerker).order_by()[: PLAFOND + 1].count()
    return {"aantal": aantal, "tekst": f"{PLAFOND}+" if aantal > PLAFOND else str(aantal)}


@register.simple_tag
def volgende_stap(termijn: Termijn, medewerker: Medewerker) -> dict[str, str]:
    """Label and address of the page where this promise is kept; empty when there is none for this colleague."""
    recht, label, namen = STAPPEN.get(termijn.soort, ("", "", ()))
    if recht and recht in medewerker.rechten:
        for naam in namen:
            try:
                return {"label": label, "url": reverse(naam, args=[termijn.client_id])}
            except NoReverseMatch:
                continue
    return {}
