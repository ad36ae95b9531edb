"""What `manage.py reken` can calculate: a table of small functions, facts in and a JSON-ready answer out.

A new soort is one function and one line in SOORTEN. Keys of the answer are an interface people script against: add,
never rename.
"""

from collections.abc import Callable
from typing import Any

from clienten.insz import lees_insz, toon_insz
from nazorg.venster import OnmogelijkePeriode, TweVenster, nazorgrest
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.reken.invoer import Gegevens, Onbruikbaar
from tewerkstelling.nummers import Nummer, lees_iban, lees_kbo, lees_vestiging

Antwoord = dict[str, Any]


def reken(soort: str, gegevens: Gegevens) -> Antwoord:
    """The answer to one question. Raises Onbruikbaar, with one Dutch sentence, when the facts cannot be used."""
    if soort not in SOORTEN:
        raise Onbruikbaar(f"Onbekende soort {soort!r}. Kies uit: {', '.join(sorted(SOORTEN))}.")
    try:
        antwoord = SOORTEN[soort](gegevens)
    except OverflowError:
        raise Onbruikbaar("De datum ligt te ver in het verleden of de toekomst.") from None
    except (OnmogelijkePeriode, OnbekendeRegel) as fout:
        raise Onbruikbaar(str(fout)) from None
    if gegevens.genegeerd:
        antwoord["genegeerd"] = gegevens.genegeerd
    return antwoord
