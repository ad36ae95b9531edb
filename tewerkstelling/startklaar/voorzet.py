"""What a new placement can already say, from the place and its employer: less to type, nothing decided."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from clienten.models import Client
from tewerkstelling.match.models import Voorstel
from tewerkstelling.models import Mentor, Overeenkomst, Werkplek
from tewerkstelling.startklaar.models import Plaatsing


def voorzet(client: Client, werkplek: Werkplek, *, op: date, uit_voorstel: Voorstel | None = None) -> Plaatsing:
    """Not saved. The agreement that holds today and the only mentor of the place are filled in."""
    geldig = Q(tot=None) | Q(tot__gt=op)
    overeenkomst = Overeenkomst.objects.filter(geldig, werkgever=werkplek.werkgever_id, van__lte=op).first()
    mentoren = list(Mentor.objects.filter(actief=True, werkplekken=werkplek)[:2])
    return Plaatsing(
        client=client,
        werkplek=werkplek,
        mentor=mentoren[0] if len(mentoren) == 1 else None,
        functie=werkplek.naam,
        taken=werkplek.taken,
        uren_per_week=werkplek.uren_per_week or Decimal(38),
        overeenkomst=overeenkomst,
        begeleidingsplicht=overeenkomst.begeleidingsplicht if overeenkomst else "",
        uit_voorstel=uit_voorstel,
    )
