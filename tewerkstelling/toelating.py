"""Who has worked in art.60 and still has time in the 24 months: what a follow-up group asks (S0, JOBCLUB)."""

from datetime import date

from clienten.models import Client
from ocmw.kalender.woorden import dag_in_woorden
from tewerkstelling.enums import Contractsoort
from tewerkstelling.feiten import venster_van, werkervaring_in_beeld
from tewerkstelling.models import Tewerkstelling
from trajecten.groepen.toelating import TOELATINGEN, Toelatingsoordeel, Toelatingsregel


def na_art60(client: Client, op: date) -> Toelatingsoordeel:
    art60 = (
        Tewerkstelling.objects.filter(client=client, soort=Contractsoort.ART60, van__lt=op).order_by("van", "pk").last()
    )
    if art60 is None:
        return Toelatingsoordeel(mag=False, zin="Deze persoon werkte nog niet met art.60.")
    if art60.laatste_dag is None or art60.laatste_dag >= op:
        tot = f" tot en met {dag_in_woorden(art60.laatste_dag)}" if art60.laatste_dag else ""
        return Toelatingsoordeel(mag=False, zin=f"Het art.60-contract loopt nog{tot}. Dit programma komt erna.")
    werkervaring = werkervaring_in_beeld(client)
    venster = venster_van(werkervaring) if werkervaring else None
    if venster is None:
        zin = "Er is geen werkervaringsovereenkomst, dus we weten niet tot wanneer de 24 maanden lopen."
        return Toelatingsoordeel(mag=False, zin=zin)
    if venster.laatste_dag < op:
        zin = f"De 24 maanden zijn voorbij sinds {dag_in_woorden(venster.laatste_dag)}."
        return Toelatingsoordeel(mag=False, zin=zin)
    einde, laatste = dag_in_woorden(art60.laatste_dag), dag_in_woorden(venster.laatste_dag)
    return Toelatingsoordeel(
        mag=True,
        zin=f"Werkte met art.60 tot en met {einde}; de 24 maanden lopen tot en met {laatste}.",
        feit=f"art.60 tot en met {einde}, 24 maanden tot en met {laatste}",
    )


TOELATINGEN.bied("na_art60", Toelatingsregel("Werkte met art.60 en zit nog in de 24 maanden", na_art60))
