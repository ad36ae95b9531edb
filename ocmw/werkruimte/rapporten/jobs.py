"""The work behind a request, and the daily clean-up. Both can run twice or be killed anywhere."""

from celery import shared_task

from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import Verslag, opdracht_soort
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.rapporten.actions import bewaar_bestand, verwijder_rapport
from ocmw.werkruimte.rapporten.attesten import maak_attesten
from ocmw.werkruimte.rapporten.maken import als_bestand, maak
from ocmw.werkruimte.rapporten.models import Rapportbestand


@opdracht_soort("rapport")
def maak_rapport(opdracht: Opdracht, verslag: Verslag) -> str:
    """Gather, render, keep. A report that is there already is not made again."""
    rapport = (
        Rapportbestand.objects.select_related("aangevraagd_door__ocmw", "client__ocmw", "reeks__programma")
        .filter(pk=opdracht.gegevens["rapport"])
        .first()
    )
    if rapport is None:
        raise Geweigerd("Dit rapport is intussen verwijderd. Vraag het opnieuw.")
    if rapport.gemaakt_op is None and rapport.reeks is not None:
        attesten, naam = maak_attesten(rapport, rapport.reeks, verslag)
        bewaar_bestand(rapport, attesten, bestandsnaam=naam, poging=opdracht.poging)
    elif rapport.gemaakt_op is None:
        stappen = max(1, len(rapport.delen)) + 2
        verslag.voortgang(0, stappen, "Gegevens verzamelen")
        inhoud = maak(rapport, tik=lambda gedaan: verslag.voortgang(gedaan, stappen, "Gegevens verzamelen"))
        opmaak = (stappen - 2, stappen, "Bladzijden opmaken")
        verslag.voortgang(*opmaak)
        bestand = als_bestand(
            inhoud, soort=rapport.soort, formaat=rapport.formaat, tik=lambda: verslag.voortgang(*opmaak)
        )
        verslag.voortgang(stappen - 1, stappen, "Bewaren")
        bewaar_bestand(rapport, bestand, bestandsnaam=inhoud.bestandsnaam, poging=opdracht.poging)
    return rapport.get_absolute_url()


@shared_task
def ruim_rapporten_op() -> int:
    """Every night: a report is for now; the dossier keeps the facts."""
    vervallen = list(Rapportbestand.objects.vervallen(vandaag()))
    for rapport in vervallen:
        verwijder_rapport(rapport)
    return len(vervallen)
