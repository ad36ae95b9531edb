from django.db import models
from django.utils import timezone


class Formuliersleutel(models.Model):
    """A form that was sent and led somewhere: whoever sends it again is led there too, and nothing happens twice.

    The row is written in the transaction of the view it belongs to. Of whom, for which address and which key are one
    fingerprint, so a key is worth nothing to somebody else, and the row tells nothing about a person.
    """

    afdruk = models.CharField(max_length=64, primary_key=True)
    inhoud = models.CharField(max_length=64)  # fingerprint of what was posted
    naar = models.TextField(blank=True)  # where it led; empty only inside the transaction
    op = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.afdruk[:8]
