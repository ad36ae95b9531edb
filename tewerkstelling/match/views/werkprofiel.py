"""What the client wants and can, in the order of a talk."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.match.actions import bewaar_werkprofiel
from tewerkstelling.match.forms import WerkprofielForm
from tewerkstelling.match.lezen import lees_client
from tewerkstelling.match.models import Werkprofiel
from tewerkstelling.match.profielblad import geschiedenis


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkprofiel_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop().select_related("profiel"), request, pk, onderdeel="werkprofiel")
    ziet = request.user.mag(Recht.AFGESCHERMD_LEZEN)
    werk = Werkprofiel.objects.filter(client=client).first() or Werkprofiel()
    werk.client = client  # with what was read along
    form = WerkprofielForm(request.POST or None, instance=werk, ziet_beperking=ziet)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_werkprofiel(
            form.instance, form.gewijzigde_velden(), form.profielwijziging, door=request.user, op=vandaag()
        ),
        "Werkprofiel",
    )
    if bewaard:
        messages.success(request, "Het werkprofiel is bewaard. De werkplekken hieronder zijn opnieuw gerangschikt.")
        return redirect("match:match_detail", pk)
    context = {
        "client": client,
        "tab": "werk",
        "form": form,
        "ziet_beperking": ziet,
        "feiten": lees_client(client, ziet_beperking=ziet, op=vandaag()),
        "geschiedenis": geschiedenis(client),
    }
    return botsing or render(request, "match/werkprofiel_edit.html", context)
