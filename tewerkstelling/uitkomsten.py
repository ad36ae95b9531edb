"""Work that began after somebody took part in a group (trajecten/groepen/resultaten.py): this room knows the contracts."""

from collections.abc import Iterable

from ocmw.kalender.woorden import dag_in_woorden
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from trajecten.groepen.enums import Groepsuitkomst
from trajecten.groepen.resultaten import UITKOMSTBRONNEN, Uitkomstfeit

# Art.61 is work at an employer with help of the OCMW: neither the ordinary circuit nor art.60.
SOORTEN = {
    Contractsoort.REGULIER: Groepsuitkomst.NEC,
    Contractsoort.ART60: Groepsuitkomst.ART60,
    Contractsoort.ART61: Groepsuitkomst.ANDERE,
}


@UITKOMSTBRONNEN.biedt("contracten")
def begonnen_werk(clienten: list[int]) -> Iterable[tuple[int, Uitkomstfeit]]:
    rijen = Tewerkstelling.objects.filter(client__in=clienten).values_list("client", "soort", "van")
    for client, soort, van in rijen:
        werk = Contractsoort(soort)
        yield client, Uitkomstfeit(SOORTEN[werk], van, f"{werk.label}, sinds {dag_in_woorden(van)}")
