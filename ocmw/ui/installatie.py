"""What every installation needs in its database besides tables: rules, lists. Loaded after each migrate, never by a migration,
so that what a migration did stays what it did when the lists of today have long changed."""

from collections.abc import Callable

from ocmw.ui.aanbod import Aanbod

# Adds what is not there yet and returns how many; never touches a row that people may have changed.
BASIS: Aanbod[Callable[[], int]] = Aanbod("basisgegevens van een installatie")


def laad_basis() -> dict[str, int]:
    """Per subject what was added. Safe to run at any time, and twice."""
    return {naam: laad() for naam, laad in BASIS.items()}
