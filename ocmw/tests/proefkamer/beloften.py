from collections.abc import Iterator
from datetime import timedelta

from clienten.feiten import Feiten
from clienten.models import Toewijzing
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from ocmw.toegang.rechten import Recht

PROEFGESPREK = Termijnsoort(
    "proefgesprek",
    "Proefgesprek",
    uitleg="Zoveel dagen na de toewijzing vragen we hoe het gaat.",
    vanzelf="Sluit vanzelf als niemand de cliënt nog volgt.",
    stap=Volgendestap(Recht.DOSSIER_LEZEN, "Open de proef", "proefkamer:proef_detail"),
    regel="proef.dagen",
    volgt=(Toewijzing,),
)


@belooft(PROEFGESPREK)
def proefgesprekken(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One per colleague who follows the client: so many days (rule) after the first day."""
    dagen = timedelta(days=PROEFGESPREK.tijd(feiten.op))
    for rij in Toewijzing.objects.filter(client__in=feiten.pks, tot=None):
        wie = feiten.wie(rij.client_id)
        yield rij.client_id, Belofte(PROEFGESPREK, rij.van + dagen, f"toewijzing:{rij.pk}", wie)
