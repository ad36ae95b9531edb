"""Nazorg: how long it still lasts, how it goes, and the next contact."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from nazorg.actions import noteer_nazorgcontact
from nazorg.forms import NazorgcontactForm
from nazorg.models import Nazorgcontact
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import aantal
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from tewerkstelling.feiten import werkfeiten
from trajecten.models import Gesprek
from trajecten.twe.beeld import maak_band
from trajecten.twe.nazorgstand import nazorgstand


@vereist(Recht.DOSSIER_LEZEN)
def nazorg_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="nazorg")
    dag = vandaag()
    feiten = werkfeiten(client)
    stand = nazorgstand(feiten, op=dag)
    contacten = Nazorgcontact.objects.filter(client=client).select_related("gesprek__door")
    pagina = blader(contacten.order_by("-gesprek__op", "-pk"), bladnummer(request))
    leesbaar = Gesprek.objects.zichtbaar_voor(request.user).filter(nazorgcontact__in=[c.pk for c in pagina.rijen])
    ritme = regel("traject.stilte_dagen", op=dag)
    dagen = ritme.waarde["nazorg"]
    laatste = contacten.exclude(situatie="niet_bereikt").order_by("-gesprek__op").first()
    vanaf = laatste.gesprek.op if laatste else stand.rest.van if stand.rest else None
    context = {
        "client": client,
        "tab": "werk",
        "stand_van_zaken": stand,
        "band": maak_band(feiten, op=dag),
        "pagina": pagina,
        "leesbaar": set(leesbaar.values_list("pk", flat=True)),
        "ritme": ritme,
        "ritme_in_woorden": aantal(dagen, "dag", "dagen"),
        "volgende_op": vanaf + timedelta(days=dagen) if vanaf and stand.in_nazorg else None,
    }
    return render(request, "nazorg/nazorg_detail.html", context)


@vereist(Recht.NAZORG_BEHEREN)
def nazorgcontact_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="nazorg")
    form = NazorgcontactForm(
        request.POST or None,
        instance=Gesprek(client=client),
        vandaag=vandaag(),
        mag_afschermen=request.user.mag(Recht.AFGESCHERMD_LEZEN),
    )
    bewaard, _ = sla_op(
        request,
        form,
        lambda: noteer_nazorgcontact(form.instance, form.cleaned_data["situatie"], door=request.user, op=vandaag()),
    )
    if bewaard:
        messages.success(request, "Het contact is genoteerd.")
        return redirect("nazorg:nazorg_detail", pk)
    context = {"client": client, "tab": "werk", "form": form}
    return render(request, "nazorg/nazorgcontact_create.html", context)
