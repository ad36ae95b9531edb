"""The bell in the top bar: how many messages are unread."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from ocmw.termijnen.models import Melding
from ocmw.ui.plaats import BALK

PLAFOND = 99


@BALK.biedt("bel")
def bel(request: HttpRequest) -> str:
    medewerker = request.user
    if not medewerker.is_authenticated or "termijn_beheren" not in medewerker.rechten:
        return ""
    aantal = Melding.objects.ongelezen(medewerker).order_by()[: PLAFOND + 1].count()
    tekst = f"{PLAFOND}+" if aantal > PLAFOND else str(aantal)
    return render_to_string("termijnen/_bel.html", {"aantal": aantal, "tekst": tekst})
