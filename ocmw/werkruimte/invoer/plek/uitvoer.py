"""Workplaces as a workbook: text cells only, in the columns the import knows, so the file can come back."""

from collections.abc import Callable, Iterable, Sequence

from clienten.nummers import toon_telefoon
from ocmw.ui.werkboek import lijst_als_werkboek
from ocmw.werkruimte.invoer.plek.mentoren import SCHEIDING
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort
from tewerkstelling.models import Werkplek
from tewerkstelling.nummers import toon_kbo, toon_vestiging

_JA_NEE = {True: "ja", False: "nee"}


CELLEN: dict[str, Callable[[Werkplek], str]] = {
    "werkgever": lambda plek: plek.werkgever.naam,
    "kbo": lambda plek: toon_kbo(plek.werkgever.ondernemingsnummer),
    "soort": lambda plek: plek.werkgever.get_soort_display(),
    "contactpersoon": lambda plek: plek.werkgever.contactpersoon,
    "telefoon": lambda plek: toon_telefoon(plek.werkgever.telefoon),
    "email": lambda plek: plek.werkgever.email,
    "werkplek": lambda plek: plek.naam,
    "sector": lambda plek: plek.get_sector_display(),
    "taken": lambda plek: plek.taken,
    "straat": lambda plek: plek.straat,
    "gemeente": lambda plek: plek.gemeente,
    "vestigingsnummer": lambda plek: toon_vestiging(plek.vestigingsnummer),
    "reisminuten": lambda plek: "" if plek.reisminuten is None else str(plek.reisminuten),
    "uren": lambda plek: plek.uren_tekst,
    "begint_om": lambda plek: f"{plek.begint_om:%H:%M}" if plek.begint_om else "",
    "eindigt_om": lambda plek: f"{plek.eindigt_om:%H:%M}" if plek.eindigt_om else "",
    "werktijden": lambda plek: SCHEIDING.join(plek.werktijden_namen),
    "taalniveau": lambda plek: plek.taalniveau,
    "fysieke_eisen": lambda plek: SCHEIDING.join(plek.eisen_namen),
    "rijbewijs": lambda plek: _JA_NEE[plek.rijbewijs_nodig],
    "capaciteit": lambda plek: str(plek.capaciteit),
    "mentoren": lambda plek: SCHEIDING.join(sorted(mentor.naam for mentor in plek.mentoren.all() if mentor.actief)),
    "beschikbaar": lambda plek: _JA_NEE[plek.actief],
}


def werkplekken_werkboek(plekken: Iterable[Werkplek], *, velden: Sequence[str] = tuple(CELLEN)) -> bytes:
    """One row per workplace; `velden` says which columns and in which order."""
    labels = VELDEN[Bladsoort.WERKPLEKKEN]
    cellen = ([CELLEN[veld](plek) for veld in velden] for plek in plekken)
    return lijst_als_werkboek("Werkplekken", [labels[veld].label for veld in velden], cellen, vast=1)
