"""What this room tells the rooms below it: who works, from when until when."""

from clienten.models import Client
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from trajecten.fasevoorstel import Werkfeit
from trajecten.werk import WERK


def werkfeit(contract: Tewerkstelling) -> Werkfeit:
    return Werkfeit(
        contract.van,
        contract.laatste_dag,
        art60=contract.soort == Contractsoort.ART60,
        gewoon=contract.soort == Contractsoort.REGULIER,
    )


@WERK.biedt("contract")
def werkfeiten(client: Client) -> list[Werkfeit]:
    return [werkfeit(contract) for contract in Tewerkstelling.objects.filter(client=client).order_by("van", "pk")]
