"""Steps 4 and 5: look at every row, correct a cell, import, and see what became of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN, LIJST_GEEXPORTEERD
from ocmw.journaal.models import Journaalregel, journaalregel, noteer
from ocmw.kalender.klok import vandaag
from ocmw.kladjes.actions import vergeet_kladjes
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.weigering import Geweigerd
from ocmw.ui.werkboek import geef_werkboek
from ocmw.werkruimte.invoer.actions import corrigeer_cel, start_invoer
from ocmw.werkruimte.invoer.enums import Invoerstatus, Rijuitkomst
from ocmw.werkruimte.invoer.forms import CelForm
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij
from ocmw.werkruimte.invoer.soorten import soort_van
from ocmw.werkruimte.invoer.uitvoer import afgewezen_werkboek
from ocmw.werkruimte.invoer.velden import Bladsoort
from ocmw.werkruimte.invoer.views.kiezen import open_invoer, stappen_van

PER_PAGINA = 25
# key in the URL, kind of sheet, outcome, label, what it means
TABS = (
    ("nieuw", Bladsoort.CASELOAD, Rijuitkomst.NIEUW, "Nieuw", "Deze personen krijgen een nieuw dossier."),
    ("gewijzigd", Bladsoort.CASELOAD, Rijuitkomst.GEWIJZIGD, "Gewijzigd", "Deze personen hebben al een dossier; dit verandert er."),
    ("ongewijzigd", Bladsoort.CASELOAD, Rijuitkomst.ONGEWIJZIGD, "Ongewijzigd", "Van deze personen staat alles al juist in het dossier."),
    ("afgewezen", Bladsoort.CASELOAD, Rijuitkomst.AFGEWEZEN, "Afgewezen", "Deze rijen voeren we niet in. Verbeter de cel, of laat ze staan."),
    ("dubbel", Bladsoort.CASELOAD, Rijuitkomst.DUBBEL, "Dubbel", "Over deze personen gaat nog een rij; de eerste telt."),
    ("gesprekken", Bladsoort.GESPREKKEN, Rijuitkomst.NIEUW, "Nieuwe gesprekken", "Deze gesprekken komen bij hun persoon te staan."),
    ("gesprekken-ongewijzigd", Bladsoort.GESPREKKEN, Rijuitkomst.ONGEWIJZIGD, "Gekende gesprekken", "Deze gesprekken staan al in het dossier."),
    ("gesprekken-afgewezen", Bladsoort.GESPREKKEN, Rijuitkomst.AFGEWEZEN, "Afgewezen gesprekken", "Deze gesprekken voeren we niet in. Verbeter de cel, of laat ze staan."),
    ("nieuw", Bladsoort.WERKPLEKKEN, Rijuitkomst.NIEUW, "Nieuw", "Deze werkplekken voegen we toe, met hun werkgever als we die nog niet hebben."),
    ("gewijzigd", Bladsoort.WERKPLEKKEN, Rijuitkomst.GEWIJZIGD, "Gewijzigd", "Deze werkplekken hebben we al; dit verandert er."),
    ("ongewijzigd", Bladsoort.WERKPLEKKEN, Rijuitkomst.ONGEWIJZIGD, "Ongewijzigd", "Van deze werkplekken staat alles al juist."),
    ("afgewezen", Bladsoort.WERKPLEKKEN, Rijuitkomst.AFGEWEZEN, "Afgewezen", "Deze rijen voeren we niet in. Verbeter de cel, of laat ze staan."),
    ("dubbel", Bladsoort.WERKPLEKKEN, Rijuitkomst.DUBBEL, "Dubbel", "Over deze werkplekken gaat nog een rij; de eerste telt."),
    ("gesprekken-dubbel", Bladsoort.GESPREKKEN, Rijuitkomst.DUBBEL, "Dubbele gesprekken", "Hetzelfde gesprek staat twee keer in het bestand; het eerste telt."),
)  # fmt: skip


def _eigen_tabs(invoer: Invoer) -> list[tuple[str, Bladsoort, Rijuitkomst, str, str]]:
    bladsoorten = soort_van(invoer).bladsoorten
    return [tab for tab in TABS if tab[1] in bladsoorten]


def tabs_van(invoer: Invoer) -> list[dict[str, Any]]:
    """Tabs with their counts, from the counts the judging stored: no query. A tab without rows about talks is left out."""
    gevonden = []
    hoofd = soort_van(invoer).hoofd
    for sleutel, soort, uitkomst, label, uitleg in _eigen_tabs(invoer):
        aantal = invoer.telling.get(soort.value, {}).get(uitkomst.value, 0)
        if aantal or (soort is hoofd and uitkomst != Rijuitkomst.DUBBEL):
            gevonden.append(
                {"sleutel": sleutel, "label": label, "aantal": aantal, "uitleg": uitleg, "url": f"?tab={sleutel}"}
            )
    return gevonden


def _tab(invoer: Invoer, gevraagd: str | None) -> tuple[str, Bladsoort, Rijuitkomst, str, str]:
    """The tab that was asked for, else the first with rows that need a look."""
    tabs = {tab[0]: tab for tab in _eigen_tabs(invoer)}
    if gevraagd in tabs:
        return tabs[gevraagd]
    for sleutel in ("afgewezen", "gewijzigd", "nieuw", "gesprekken-afgewezen", "gesprekken"):
        tab = tabs.get(sleutel)
        if tab and invoer.telling.get(tab[1].value, {}).get(tab[2].value):
            return tab
    return tabs["nieuw"]


@vereist(Recht.INVOEREN)
def invoer_voorbeeld(request: MedewerkerRequest, pk: int) -> HttpResponse:
    invoer = open_invoer(request, pk)
    if invoer.stand == Invoerstatus.INDELEN:
        return redirect("invoer:invoer_indeling", invoer.pk)
    sleutel, soort, uitkomst, _, uitleg = _tab(invoer, request.GET.get("tab"))
    rijen = Invoerrij.objects.van(invoer, soort).filter(uitkomst=uitkomst).order_by("blad__plaats", "nummer", "pk")
    pagina = blader(rijen, bladnummer(request), per=PER_PAGINA, plafond=30_000)
    bladen = {blad.pk: blad for blad in invoer.bladen.all()}
    for rij in pagina.rijen:
        vul_aan(rij, bladen[rij.blad_id])
    _noteer_inzage(request, [rij for rij in pagina.rijen if rij.verschillen and rij.client_id])
    context = {
        "invoer": invoer,
        "pagina": pagina,
        "tab": sleutel,
        "tabs": [tab | {"aan": tab["sleutel"] == sleutel} for tab in tabs_van(invoer)],
        "uitleg": uitleg,
        "weigering": invoer.weigering_voor_invoeren(),
        "meer_bladen": len(bladen) > 1,
        "stap": "voorbeeld",
        "stappen": stappen_van(invoer),
    }
    return render(request, "invoer/invoer_voorbeeld.html", context)


# What tells a person or a talk apart at a glance, above the cells.
_SAMENVATTING = {
    Bladsoort.CASELOAD: (
        "insz",
        "geboortedatum",
        "fase",
        "trajectbegeleider",
        "start_traject",
        "start_art60",
        "werkplek",
    ),
    Bladsoort.GESPREKKEN: ("datum", "kanaal", "aanwezig", "door", "verslag"),
    Bladsoort.WERKPLEKKEN: ("soort", "kbo", "sector", "gemeente", "capaciteit", "uren"),
    Bladsoort.ANDERS: (),
}


def vul_aan(rij: Invoerrij, blad: Invoerblad) -> None:
    """What the template shows of a row: its cells with heading, and the sentence per cell that needs one."""
    cellen = rij.lees_cellen()
    zinnen: dict[int, str] = {}
    for veld, tekst, _ in rij.redenen:
        if veld in blad.indeling:
            zinnen.setdefault(blad.indeling[veld], tekst)
    rij.blad = blad
    getoond = [
        {
            "kolom": kolom,
            "kop": blad.koppen[kolom] or f"kolom {kolom + 1}",
            "waarde": "" if kolom >= len(cellen) or cellen[kolom] is None else cellen[kolom],
            "zin": zinnen.get(kolom, ""),
            "verbeterd": str(kolom) in rij.correcties,
        }
        for kolom in sorted(set(blad.indeling.values()))
        if kolom < len(blad.koppen)
    ]
    waarden = {cel["kolom"]: cel for cel in getoond}
    velden = [waarden.get(blad.indeling[veld]) for veld in _SAMENVATTING[blad.bladsoort] if veld in blad.indeling]
    samengevat = [(cel["kop"], cel["waarde"]) for cel in velden if cel and cel["waarde"] != ""]
    met_zin = [cel for cel in getoond if cel["zin"]]
    dubbelzin = next((tekst for _, tekst, ernst in rij.redenen if ernst == "dubbel"), "")
    # Only for the page that shows them: no columns, so the class does not know them.
    vars(rij).update(getoond=getoond, samengevat=samengevat, met_zin=met_zin, dubbelzin=dubbelzin)


def _noteer_inzage(request: MedewerkerRequest, rijen: list[Invoerrij]) -> None:
    """The old values of a dossier are shown: that is reading it."""
    regels = [
        journaalregel(
            DOSSIER_BEKEKEN, rij.client, door=request.user, client=rij.client, reden="team", onderdeel="invoer"
        )
        for rij in Invoerrij.objects.filter(pk__in=[rij.pk for rij in rijen]).select_related("client")
        if rij.client
    ]
    Journaalregel.objects.bulk_create(regels)


@require_POST
@vereist(Recht.INVOEREN)
def rij_corrigeren(request: MedewerkerRequest, pk: int, rij_pk: int) -> HttpResponse:
    """Put another text in one cell; the row comes back judged again, with the counts of the tabs."""
    invoer = open_invoer(request, pk)
    rij = get_object_or_404(Invoerrij.objects.select_related("blad__invoer"), pk=rij_pk, blad__invoer=invoer)
    form = CelForm(request.POST)
    fout = "Deze tekst is te lang."
    if form.is_valid():
        fout = ""
        try:
            rij = corrigeer_cel(
                rij, kolom=form.cleaned_data["kolom"], tekst=form.cleaned_data["tekst"], door=request.user, op=vandaag()
            )
            vergeet_kladjes(adres=request.path, door=request.user)
        except Geweigerd as weigering:
            fout = weigering.reden
    blad = rij.blad
    if not request.htmx:
        messages.error(request, fout) if fout else messages.success(request, f"Rij {rij.nummer} is verbeterd.")
        return redirect(f"{reverse('invoer:invoer_voorbeeld', args=[invoer.pk])}?tab=afgewezen")
    invoer.refresh_from_db()
    vul_aan(rij, blad)
    tab = request.GET.get("tab", "")
    context = {
        "rij": rij,
        "invoer": invoer,
        "fout": fout,
        "tab": tab,
        "tabs": [rest | {"aan": rest["sleutel"] == tab} for rest in tabs_van(invoer)],
        "weigering": invoer.weigering_voor_invoeren(),
        "meer_bladen": True,
        "open": True,
    }
    return render(request, "invoer/_rij_antwoord.html", context)


@require_POST
@vereist(Recht.INVOEREN)
def invoer_starten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    invoer = open_invoer(request, pk)
    try:
        opdracht = start_invoer(invoer, door=request.user)
    except Geweigerd as weigering:
        messages.error(request, weigering.reden)
        return redirect(invoer.get_absolute_url())
    return redirect("opdrachten:opdracht_detail", opdracht.pk)


@vereist(Recht.INVOEREN)
def invoer_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    invoer = open_invoer(request, pk)
    if invoer.stand in {Invoerstatus.INDELEN, Invoerstatus.NAKIJKEN}:
        return redirect(invoer.get_absolute_url())
    namen = {Bladsoort.CASELOAD: "Personen", Bladsoort.GESPREKKEN: "Gesprekken", Bladsoort.WERKPLEKKEN: "Werkplekken"}
    telling = [
        (namen[soort], soort.value, invoer.telling.get(soort.value, {})) for soort in soort_van(invoer).bladsoorten
    ]
    nog = Invoerrij.objects.te_doen(invoer).count()
    context = {"invoer": invoer, "telling": telling, "nog": nog, "stap": "detail", "stappen": stappen_van(invoer)}
    return render(request, "invoer/invoer_detail.html", context)


@vereist(Recht.INVOEREN)
def invoer_afgewezen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """What was not imported, with its reasons, in the columns of the file itself: correct it there and import again."""
    invoer = open_invoer(request, pk)
    if invoer.opgeruimd_op:
        messages.error(request, "De rijen van deze invoer zijn opgeruimd.")
        return redirect("invoer:invoer_detail", invoer.pk)
    noteer(LIJST_GEEXPORTEERD, invoer, door=request.user, lijst="invoer-afgewezen")
    return geef_werkboek(afgewezen_werkboek(invoer), f"niet-ingevoerd-{invoer.pk}")
