"""The attests of a whole group in one file: each of the own people once, however often the job is taken up again."""

from django.template.loader import render_to_string

from ocmw.kalender.klok import nu, vandaag
from ocmw.opdrachten.uitvoering import Verslag
from ocmw.ui.weigering import Geweigerd, weiger_als
from ocmw.werkruimte.rapporten.maken import weigering_nu
from ocmw.werkruimte.rapporten.models import Rapportbestand
from ocmw.werkruimte.rapporten.pdf import PdfMislukt, als_pdf
from ocmw.werkruimte.rapporten.stukken.stuk import veilige_naam
from trajecten.groepen.actions.attest import geef_attest
from trajecten.groepen.models import Groepsreeks
from trajecten.groepen.uren import wie_krijgt_attest

SJABLOON = "rapporten/stukken/attesten.html"


def maak_attesten(rapport: Rapportbestand, reeks: Groepsreeks, verslag: Verslag) -> tuple[bytes, str]:
    """The file and its name. Giving an attest twice gives the same one, so a job that was killed halfway just begins again."""
    wie = rapport.aangevraagd_door
    weiger_als(weigering_nu(rapport, wie))
    mensen = wie_krijgt_attest(reeks, wie)
    stappen, attesten = len(mensen) + 2, []
    for nummer, rij in enumerate(mensen):
        verslag.voortgang(nummer, stappen, "Attesten maken")
        attesten.append(geef_attest(rij, door=wie, op=vandaag()))
    opmaak = (stappen - 2, stappen, "Bladzijden opmaken")
    verslag.voortgang(*opmaak)
    html = render_to_string(SJABLOON, {"attesten": attesten, "ocmw": wie.ocmw, "opgemaakt_op": nu()})
    try:
        inhoud = als_pdf(html, tik=lambda: verslag.voortgang(*opmaak))
    except PdfMislukt as fout:
        raise Geweigerd(fout.reden) from fout
    verslag.voortgang(stappen - 1, stappen, "Bewaren")
    return inhoud, veilige_naam(f"attesten {reeks.programma} {reeks.naam}")
