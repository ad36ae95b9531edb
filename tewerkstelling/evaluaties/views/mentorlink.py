"""The link for the mentor, seen from the coach: make, copy or mail it oneself, see whether it was opened, withdraw."""

from datetime import date
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import maak_mentorlink, trek_mentorlink_in
from tewerkstelling.evaluaties.actions.mentorlink import weigering_voor_link
from tewerkstelling.evaluaties.models import Evaluatie, Mentorlink
from tewerkstelling.evaluaties.planning import formulier_tegen
from tewerkstelling.evaluaties.views.evaluatie import evaluatie_van


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def mentorlink_detail(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    """POST makes a link and shows it this one time: afterwards nobody can read it again, only make another."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="mentorlink")
    rij, dag = evaluatie_van(client, evaluatie), vandaag()
    adres = mailadres = ""
    if request.method == "POST":
        vorige = request.POST.get("vorige", "")
        try:
            link, token = maak_mentorlink(
                rij, vorige=int(vorige) if vorige.isdecimal() and len(vorige) < 18 else None, door=request.user, op=dag
            )
        except Geweigerd as fout:
            messages.error(request, fout.reden)
            return redirect("evaluaties:mentorlink_detail", pk, evaluatie)
        adres = settings.SITE_URL + reverse("evaluaties:mentor_formulier", args=[token])
        mailadres = _mail(rij, link, adres, request.user.naam, tegen=formulier_tegen(link, rij, op=dag))
    links = list(Mentorlink.objects.filter(evaluatie=rij).select_related("gemaakt_door"))
    context = {
        "client": client,
        "tab": "werk",
        "evaluatie": rij,
        "adres": adres,
        "mailadres": mailadres,
        "links": [(link, link.stand(dag)) for link in links],
        "lopend": next((link for link in links if link.ingetrokken_op is None), None),
        "weigering": weigering_voor_link(rij),
        "regel": regel("mentorlink.geldig_dagen", op=dag),
    }
    return render(request, "evaluaties/mentorlink_detail.html", context)


def _mail(evaluatie: Evaluatie, link: Mentorlink, adres: str, van: str, *, tegen: date) -> str:
    """A mailto with ready words: the colleague reads it and sends it herself. Who it is about stands behind the link only."""
    mentor = evaluatie.contract.mentor
    tekst = (
        f"Dag {mentor.naam if mentor else ''}\n\n"
        f"Op {dag_in_woorden(evaluatie.gehouden_op)} bespreken we hoe het gaat met iemand die je op het werk begeleidt. "
        f"Wil je dit formulier invullen tegen {dag_in_woorden(tegen)}? Je ziet er over wie het gaat. Het duurt ongeveer vijf "
        "minuten en het werkt op je telefoon.\n\n"
        f"{adres}\n\n"
        f"De link werkt tot en met {dag_in_woorden(link.vervalt_op)}. Stuur hem niet door.\n\n"
        f"Bedankt\n{van}"
    )
    naar = quote(mentor.email) if mentor and mentor.email else ""
    return f"mailto:{naar}?subject={quote('Wil je een kort formulier invullen?')}&body={quote(tekst)}"


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def mentorlink_intrekken(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="mentorlink")
    if trek_mentorlink_in(evaluatie_van(client, evaluatie), door=request.user, op=vandaag()):
        messages.success(request, "De link werkt niet meer.")
    else:
        messages.info(request, "Er was geen link meer die nog werkte.")
    return redirect("evaluaties:mentorlink_detail", pk, evaluatie)
