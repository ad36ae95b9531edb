from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import Chip, chips
from ocmw.ui.datumveld import Datumkiezer
from ocmw.werkruimte.dossier.tijdlijn import SOORTEN, aantallen, lees_cursor, tijdlijn


class PeriodeForm(forms.Form):
    """A filter in the URL: what makes no sense is left out, so a link always opens."""

    van = forms.DateField(label="Van", required=False, widget=Datumkiezer({"class": "form-control"}))
    tot = forms.DateField(label="Tot en met", required=False, widget=Datumkiezer({"class": "form-control"}))


@vereist(Recht.DOSSIER_LEZEN)
def dossier_tijdlijn(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="tijdlijn")
    form = PeriodeForm(request.GET)
    form.is_valid()
    van: date | None = form.cleaned_data.get("van")
    tot: date | None = form.cleaned_data.get("tot")
    soort = request.GET.get("soort", "")
    soort = soort if soort in dict(SOORTEN) else ""
    cursor = lees_cursor(request.GET.get("na", ""))
    tellen = aantallen(client, lezer=request.user, van=van, tot=tot)
    regels, volgende = tijdlijn(client, lezer=request.user, soort=soort, van=van, tot=tot, cursor=cursor)
    op = vandaag()
    context = {
        "client": client,
        "tab": "tijdlijn",
        "form": form,
        # Newest first; what is still to come is folded, the next thing first.
        "komt": [regel for regel in reversed(regels) if regel.dag > op],
        "geweest": [regel for regel in regels if regel.dag <= op],
        "regels": regels,
        "volgende": volgende,
        "verder": cursor is not None,
        "soort": soort,
        "chips": _chips(request, soort, tellen),
        "totaal": sum(tellen.values()),
        "gefilterd": bool(soort or van or tot),
    }
    return render(request, "dossier/tijdlijn.html", context)


def _chips(request: MedewerkerRequest, gekozen: str, tellen: dict[str, int]) -> list[Chip]:
    keuzes = [("", "Alles", sum(tellen.values())), *((soort, label, tellen[soort]) for soort, label in SOORTEN)]
    return chips(request, "soort", keuzes, gekozen=gekozen, zonder=("na",))
