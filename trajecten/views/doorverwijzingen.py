"""The doorverwijsbundel for the receiver: the inbox and the answer."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import chips
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import EersteAfspraak, beantwoord_doorverwijzing
from trajecten.enums import Doorverwijsstatus
from trajecten.filters import GROEPEN, SORTERINGEN, DoorverwijzingFilter
from trajecten.forms.doorverwijzing import BundelantwoordForm
from trajecten.models import Doorverwijzing
from trajecten.views.doorverwijzing import open_bundel, toon_bundel

GELUKT = {
    Doorverwijsstatus.AANVAARD: "Je aanvaardde de doorverwijzing. Plan de intake.",
    Doorverwijsstatus.AANVULLING: "De vraag om aanvulling is verstuurd.",
    Doorverwijsstatus.AFGEWEZEN: "De doorverwijzing is afgewezen. Wie doorverwees, leest je antwoord.",
}


@vereist(Recht.DOSSIER_LEZEN)
def doorverwijzing_list(request: MedewerkerRequest) -> HttpResponse:
    """Bundles I may see, by where they stand; opening one shows the first group that has something to do."""
    zichtbaar = Doorverwijzing.objects.zichtbaar_voor(request.user)
    tellers = zichtbaar.aggregate(
        **{groep: Count("pk", filter=Q(status__in=statussen)) for groep, (_, statussen) in GROEPEN.items()}
    )
    data = request.GET.copy()
    data.setdefault("groep", "te_behandelen")
    data.setdefault("sorteer", "oudste")
    mensen = zichtbaar.select_related("client__ocmw", "van", "aan", "behandeld_door")
    filter_ = DoorverwijzingFilter(data, queryset=mensen, request=request)
    rijen, _ = sorteer(filter_.qs, request.GET.get("sorteer"), SORTERINGEN)
    pagina = blader(rijen, bladnummer(request))
    noteer_lijst(request, [rij.client_id for rij in pagina.rijen], lijst="doorverwijzingen")
    context = {
        "filter": filter_,
        "pagina": pagina,
        "chips": chips(
            request,
            "groep",
            [(code, label, tellers[code]) for code, (label, _) in GROEPEN.items()],
            gekozen=str(data["groep"]),
        ),
        "groep": data["groep"],
        "vandaag": vandaag(),
    }
    template = "trajecten/_doorverwijzingen.html" if request.htmx else "trajecten/doorverwijzing_list.html"
    return render(request, template, context)


@require_POST
@vereist(Recht.DOORVERWIJZING_BEHANDELEN)
def doorverwijzing_antwoord(request: MedewerkerRequest, pk: int, bundel: int) -> HttpResponse:
    rij = open_bundel(request, pk, bundel)
    form = BundelantwoordForm(request.POST, bundel=rij, medewerker=request.user)
    if not form.is_valid():
        return toon_bundel(request, rij, form, status=422)
    data = form.cleaned_data
    moment = data["afspraak_op"]
    try:
        beantwoord_doorverwijzing(
            rij,
            data["besluit"],
            door=request.user,
            op=vandaag(),
            antwoord=data["antwoord"],
            coach=data.get("coach"),
            afspraak=EersteAfspraak(moment, data["afspraak_plaats"]) if moment else None,
        )
    except Geweigerd as weigering:
        messages.error(request, weigering.reden)
        return redirect("trajecten:doorverwijzing_list")
    messages.success(request, GELUKT[data["besluit"]])
    if data["besluit"] == Doorverwijsstatus.AANVAARD:
        return redirect("trajecten:aanmelding", pk)
    return redirect("trajecten:doorverwijzing_list")
