"""The bell in the top bar: how many messages are unread."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from clienten.models.client import zichtvorm
from ocmw.termijnen.models import Melding
from ocmw.ui.plaats import BALK
from ocmw.ui.vastevraag import VasteTelling, Vragenkas

PLAFOND = 99
# On every page: putting this question together costs more than its answer.
_TELLINGEN: Vragenkas[VasteTelling] = Vragenkas()


@BALK.biedt("bel")
def bel(request: HttpRequest) -> str:
    medewerker = request.user
    if not medewerker.is_authenticated or "termijn_beheren" not in medewerker.rechten:
        return ""
    aantal = _TELLINGEN.geef(
        (medewerker.pk, zichtvorm(medewerker)),
        lambda: VasteTelling.van({"bel": Melding.objects.ongelezen(medewerker)}, plafond=PLAFOND + 1),
    ).tel()["bel"]
    tekst = f"{PLAFOND}+" if aantal > PLAFOND else str(aantal)
    return render_to_string("termijnen/_bel.html", {"aantal": aantal, "tekst": tekst})
