"""What every action on a placement does first: lock the row."""

from tewerkstelling.startklaar.models import Plaatsing


def met_slot(plaatsing: Plaatsing) -> Plaatsing:
    """The row as it is now, locked until the transaction ends: who ticks, signs or edits waits for who starts."""
    Plaatsing.objects.select_for_update().only("pk").get(pk=plaatsing.pk)
    return Plaatsing.objects.met_alles().get(pk=plaatsing.pk)
