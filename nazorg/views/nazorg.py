"""Nazorg: how long it still lasts, how it goes, and the next contact."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from nazorg.actions import kies_nazorgbegeleider, noteer_nazorgcontact
from nazorg.beloften import NAZORGCONTACT
from nazorg.enums import Nazorgdoor, Situatie
from nazorg.forms import NazorgcontactForm
from nazorg.loop import loop_van, volgend_contact
from nazorg.models import Nazorgkeuze
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import aantal
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.weigering import weiger_als
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import werkstand
from trajecten.enums import Middelsoort
from trajecten.models import Gesprek, Middel

MEESTE_MIDDELEN = 5
MIDDEL_BIJ = {Situatie.OPLEIDING: Middelsoort.OPLEIDING, Situatie.VRIJWILLIGER: Middelsoort.VRIJWILLIGER}


@vereist(Recht.DOSSIER_LEZEN)
def nazorg_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="nazorg")
    dag = vandaag()
    werk = werkstand(client, op=dag)
    stand = werk.nazorg
    loop = loop_van(client, op=dag)
    # Any talk since the work ended is a contact; one with a situation shows, also when its words are shielded.
    rijen = Gesprek.objects.filter(client=client).select_related("door", "nazorgcontact").order_by("-op", "-pk")
    open_ = Q(op__gte=loop.sinds) if loop else Q(pk__in=[])
    zichtbaar = Gesprek.objects.zichtbaar_voor(request.user).filter(client=client)
    pagina = blader(rijen.filter(Q(nazorgcontact__isnull=False) | open_ & Q(pk__in=zichtbaar)), bladnummer(request))
    ritme = regel("traject.stilte_dagen", op=dag)
    dagen = ritme.waarde["nazorg"]
    context = {
        "client": client,
        "tab": "werk",
        "stand_van_zaken": stand,
        "beeld": lees_tijdbeeld(werk, afgeschermd=request.user.mag(Recht.AFGESCHERMD_LEZEN)),
        "pagina": pagina,
        "leesbaar": set(zichtbaar.filter(pk__in=[rij.pk for rij in pagina.rijen]).values_list("pk", flat=True)),
        "ritme": ritme,
        "ritme_in_woorden": aantal(dagen, "dag", "dagen"),
        "loop": loop,
        "volgende_op": volgend_contact(client, NAZORGCONTACT),
        "wie": Medewerker.objects.filter(pk=loop.wie).first() if loop and loop.wie else None,
        "anders": _andere(client),
        "middelen": Middel.objects.filter(client=client)[:MEESTE_MIDDELEN],
        "op": dag,
    }
    return render(request, "nazorg/nazorg_detail.html", context)


def _andere(client: Client) -> Nazorgdoor:
    """Who it goes to when somebody presses the button."""
    keuze = Nazorgkeuze.objects.filter(client=client).values_list("wie", flat=True).first()
    return Nazorgdoor.MW if keuze == Nazorgdoor.ATB else Nazorgdoor.ATB


@require_POST
@vereist(Recht.NAZORG_BEHEREN)
def nazorg_wie(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="nazorg")
    wie = request.POST.get("wie", "")
    weiger_als("" if wie in Nazorgdoor.values else "Kies wie de nazorg doet.")
    kies_nazorgbegeleider(client, wie, door=request.user, op=vandaag())
    messages.success(request, f"De nazorg is nu voor {Nazorgdoor(wie).label}.")
    return redirect("nazorg:nazorg_detail", pk)


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
        # The answer and the record belong together: who says "opleiding" is asked which one, when none is noted.
        soort = MIDDEL_BIJ.get(form.cleaned_data["situatie"])
        if soort and not Middel.objects.lopend(vandaag()).filter(client=client, soort=soort).exists():
            messages.info(request, "Welke? Noteer bij wie en sinds wanneer.")
            return redirect(f"{reverse('trajecten:middel_nieuw', args=[pk])}?soort={soort}")
        return redirect("nazorg:nazorg_detail", pk)
    context = {"client": client, "tab": "werk", "form": form}
    return render(request, "nazorg/nazorgcontact_create.html", context)
