"""Sturing: who will not count at the end of the month, and what is at stake."""

from collections import Counter
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.toegang.samen import keuzes_ocmws
from ocmw.ui.chips import Chip, chips
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.geld.actions import maak_radartaak
from tewerkstelling.geld.keuze import Radarkeuze, kies
from tewerkstelling.geld.kwartalen import correctiedag
from tewerkstelling.geld.radar import GROEPEN, OORDELEN, Radargroep, maandeinde, radar
from trajecten.twe.models import Werkervaring
from trajecten.twe.tarieven import BEDRAGEN, LENGTES

KOLOMMEN = (
    ("naam", "Cliënt", ""),
    ("reden", "Waarom telt de maand niet?", ""),
    ("bedrag", "Op het spel", "getal"),
    ("coach", "Trajectbegeleider", ""),
)


@vereist(Recht.RAPPORT_CASELOAD)
def radar_list(request: MedewerkerRequest) -> HttpResponse:
    """From the day of the rule on; before it a link shows what we know already."""
    op = vandaag()
    maand = maandeinde(op)
    grens = regel("twe.radar_dag", op=op)
    vanaf = op.replace(day=min(grens.waarde, maand.day))
    context: dict[str, Any] = {"op": op, "maand": maand, "grens": grens, "vanaf": vanaf, "te_vroeg": op < vanaf}
    if op < vanaf and "vooraf" not in request.GET:
        return render(request, "geld/radar_vroeg.html", context)
    alle = radar(request.user, maand, op=op)
    keuze = kies(alle, request.GET)
    correctie = regel("twe.correctie_maanden", op=op)
    pagina = blader(keuze.rijen, bladnummer(request))
    noteer_lijst(request, [rij.client for rij in pagina.rijen], lijst="geldradar")
    context |= {
        "regels": [grens, correctie, *(regel(sleutel, op=maand) for sleutel in (*BEDRAGEN, *LENGTES))],
        "keuze": keuze,
        "kolommen": KOLOMMEN,
        "pagina": pagina,
        "chips": _chips(request, alle, keuze),
        "oordelen": [(o.value, OORDELEN[o]) for o in sorted({r.oordeel for r in alle if r.oordeel in OORDELEN})],
        "coaches": sorted({(r.coach_id, r.coach) for r in alle if r.coach_id}, key=lambda c: c[1].casefold()),
        "ocmws": keuzes_ocmws(request.user, op=op),
        "noteert": request.user.mag(Recht.NAZORG_BEHEREN),
        "hier": quote(request.get_full_path()),
        "verbeter_tot": correctiedag(maand, correctie.waarde),
    }
    return render(request, "geld/radar_list.html", context)


def _chips(request: MedewerkerRequest, alle: list[Any], keuze: Radarkeuze) -> list[Chip]:
    aantallen = Counter(rij.groep for rij in alle)
    keuzes = [(groep.value, label, aantallen[groep]) for groep, label in GROEPEN.items()]
    return chips(request, "groep", keuzes, gekozen=keuze.groep.value)


@require_POST
@vereist(Recht.RAPPORT_CASELOAD)
def radar_taken(request: MedewerkerRequest) -> HttpResponse:
    """A task for each ticked trajectory: what is in the radar now and may be seen, the rest is left alone."""
    op = vandaag()
    maand = maandeinde(op)
    gekozen = {int(pk) for pk in request.POST.getlist("werkervaring")[:500] if pk.isascii() and pk.isdigit()}
    rijen = {r.werkervaring: r for r in radar(request.user, maand, op=op) if r.groep == Radargroep.TE_DOEN}
    nieuw = 0
    for venster in Werkervaring.objects.zichtbaar_voor(request.user).filter(pk__in=gekozen & rijen.keys()):
        try:
            _, gemaakt = maak_radartaak(venster, rijen[venster.pk], maand, door=request.user, op=op)
        except Geweigerd as fout:
            messages.error(request, fout.reden)
        else:
            nieuw += gemaakt
    if nieuw:
        messages.success(request, f"{nieuw} {'taak' if nieuw == 1 else 'taken'} gemaakt.")
    elif gekozen & rijen.keys():
        messages.info(request, "De taak bestond al.")
    else:
        messages.error(request, "Kies eerst voor wie je een taak wil maken.")
    terug = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(terug, allowed_hosts=None)
    return redirect(terug if veilig else reverse("geld:radar_list"))
