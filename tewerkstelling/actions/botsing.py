"""What PostgreSQL refuses by itself (migration 0005), said in the sentence people read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError

from ocmw.ui.weigering import Geweigerd

ZINNEN = {
    "contract_zonder_overlap": "Deze periode overlapt met een ander contract dat intussen bewaard is. Open de pagina opnieuw.",
    "onderbreking_zonder_overlap": "Deze onderbreking overlapt met een andere die intussen bewaard is. Open de pagina opnieuw.",
}


@contextmanager
def in_woorden() -> Iterator[None]:
    """Turn a broken exclusion constraint into Geweigerd; the caller's transaction is rolled back by it."""
    try:
        yield
    except IntegrityError as fout:
        naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
        if naam in ZINNEN:
            raise Geweigerd(ZINNEN[naam]) from fout
        raise
