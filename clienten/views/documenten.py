"""The Documenten tab. A file leaves the building only through `document_open`, which checks rights each time."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from clienten.actions import verwijder_document, voeg_document_toe
from clienten.enums import Documentsoort
from clienten.forms import DocumentForm
from clienten.journaalcodes import DOCUMENT_GEOPEND
from clienten.models import Client, Document
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.bewaring import begin_bewaren, leest_eerst
from ocmw.ui.paging import blader, bladnummer


@leest_eerst
@vereist(Recht.DOCUMENT_BEHEREN)
def document_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The files of one client, and the form to add one; what was typed survives a refused file."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="documenten")
    form = DocumentForm(
        request.POST or None,
        request.FILES or None,
        instance=Document(client=client),
        medewerker=request.user,
        max_megabyte=regel("document.max_megabyte", op=vandaag()).waarde,
    )
    if request.method == "POST" and form.is_valid() and form.gekeurd:
        begin_bewaren(request)
        document = voeg_document_toe(form.instance, form.gekeurd, door=request.user, op=vandaag())
        messages.success(request, f"“{document.titel}” is bewaard.")
        if form.gekeurd.weggelaten:
            zonder = ", ".join(form.gekeurd.weggelaten)
            messages.info(request, f"We bewaarden het bestand zonder wat er niet veilig in stond: {zonder}.")
        return redirect("clienten:document_list", pk)
    documenten = Document.objects.zichtbaar_voor(request.user).van_client(client).select_related("toegevoegd_door")
    soort = request.GET.get("soort", "")
    if soort in Documentsoort.values:
        documenten = documenten.filter(soort=soort)
    context = {
        "client": client,
        "tab": "gegevens",
        "form": form,
        "pagina": blader(documenten, bladnummer(request)),
        "soorten": Documentsoort,
        "soort": soort,
    }
    return render(request, "clienten/document_list.html", context, status=422 if form.errors else 200)


@vereist(Recht.DOCUMENT_BEHEREN)
def document_open(request: MedewerkerRequest, pk: int, document: int) -> HttpResponseBase:
    """Always a download, never a page of this site: no browser runs what a stranger made."""
    rij = open_dossier(Document.objects.filter(client=pk), request, document, wat=DOCUMENT_GEOPEND)
    try:
        bestand = rij.bestand.open("rb")
    except FileNotFoundError as fout:
        raise Http404("Dit bestand is er niet meer. Verwittig je beheerder.") from fout
    antwoord = FileResponse(bestand, as_attachment=True, filename=rij.bestandsnaam, content_type=rij.mime)
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    antwoord["Cross-Origin-Resource-Policy"] = "same-origin"
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@require_POST
@vereist(Recht.DOCUMENT_BEHEREN)
def document_verwijderen(request: MedewerkerRequest, pk: int, document: int) -> HttpResponse:
    rij = open_dossier(Document.objects.filter(client=pk), request, document)
    verwijder_document(rij, door=request.user, op=vandaag())
    messages.success(request, f"“{rij.titel}” is verwijderd.")
    return redirect("clienten:document_list", pk)
