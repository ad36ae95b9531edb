"""Who heard that a session changed, and say so: on the page of the session and on that of the client."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.rijnummer import rijnummer
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import noteer_verwittigd
from trajecten.groepen.actions.verwittigen import te_verwittigen
from trajecten.groepen.enums import Inschrijfstatus, Verwittigwijze
from trajecten.groepen.models import Inschrijving, Sessie, Verwittiging
from trajecten.groepen.models.inschrijving import op_familienaam

WIJZEN = [keuze for keuze in Verwittigwijze.choices if keuze[0] != Verwittigwijze.MAIL]


@dataclass(frozen=True)
class Nieuwslijn:
    """One change for one person; `verwittigd` is how and by whom that person heard of it."""

    sessie: Sessie
    inschrijving: Inschrijving
    verwittigd: Verwittiging | None


def nieuws_voor(rijen: Iterable[Inschrijving], *, op: date) -> list[Nieuwslijn]:
    """What the people of these enrolments must hear or heard: sessions to come that changed, the first one first."""
    per_reeks: dict[int, list[Inschrijving]] = {}
    for rij in rijen:
        if rij.status == Inschrijfstatus.INGESCHREVEN:
            per_reeks.setdefault(rij.reeks_id, []).append(rij)
    sessies = Sessie.objects.filter(Q(dag__gte=op) | Q(dag_was__gte=op), reeks__in=per_reeks).exclude(nieuws_op=None)
    lijst = list(sessies.select_related("reeks").order_by("dag", "begin_om", "pk"))
    gezegd = Verwittiging.objects.filter(sessie__in=[sessie.pk for sessie in lijst]).select_related("door")
    wie: dict[tuple[int, int, datetime | None], Verwittiging] = {
        (rij.sessie_id, rij.inschrijving_id, rij.nieuws_op): rij for rij in gezegd
    }
    return [
        Nieuwslijn(sessie, rij, wie.get((sessie.pk, rij.pk, sessie.nieuws_op)))
        for sessie in lijst
        for rij in per_reeks[sessie.reeks_id]
    ]


@vereist(Recht.GROEP_INSCHRIJVEN)
def sessie_verwittigen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The own people of this session, with the number to call; posting says that somebody heard of it."""
    alle = Sessie.objects.zichtbaar_voor(request.user).select_related("reeks__programma__ocmw")
    sessie = get_object_or_404(alle, pk=pk)
    eigen = Inschrijving.objects.van_huis(request.user).filter(reeks=sessie.reeks_id)
    if request.method == "POST":
        rij = eigen.filter(pk=rijnummer(request.POST.get("inschrijving", ""))).first()
        if rij is None:
            raise Geweigerd("Deze persoon zit niet in deze groep.")
        noteer_verwittigd(sessie, rij, hoe=request.POST.get("hoe", ""), door=request.user, op=vandaag())
        messages.success(request, f"{rij.naam} is verwittigd.")
        if rij.client_id and "vanuit_dossier" in request.POST:
            return redirect("groepen:client_groepen", rij.client_id)
        return redirect("groepen:sessie_verwittigen", pk)
    rijen = sorted(eigen.select_related("client__contact", "deelnemer"), key=op_familienaam)
    lijnen = [lijn for lijn in nieuws_voor(rijen, op=vandaag()) if lijn.sessie.pk == sessie.pk]
    noteer_lijst(
        request, [lijn.inschrijving.client_id for lijn in lijnen if lijn.inschrijving.client_id], lijst="groep"
    )
    context = {
        "sessie": sessie,
        "lijnen": lijnen,
        "wijzen": WIJZEN,
        "valt_iets_te_zeggen": te_verwittigen(sessie, op=vandaag()),
    }
    return render(request, "groepen/sessie_verwittigen.html", context)
