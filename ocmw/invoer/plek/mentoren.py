"""The mentors of a place in one cell: names with ; between them. What the cell says is who guides there from now on; a
mentor who no longer guides is not in it, and stays where he is."""

import re
from collections.abc import Iterable

from clienten.models.client import zoekvorm
from ocmw.invoer.datums import Leesfout, is_leeg, keur_cel
from ocmw.invoer.verschillen import Verschil
from ocmw.invoer.werkboek import Cel
from tewerkstelling.models import Mentor, Werkgever, Werkplek

SCHEIDING = "; "
MAX_NAAM = 120


def lees_mentoren(cel: Cel) -> list[str]:
    """Each name once. A comma stands in "Peeters, An" as well as between two people, so we do not guess."""
    if is_leeg(cel):
        return []
    keur_cel(cel)
    namen = [" ".join(deel.split()) for deel in re.split(r"[;\n|]", str(cel)) if deel.strip()]
    if any("," in naam for naam in namen):
        raise Leesfout("Zet een puntkomma tussen de namen van mentoren, geen komma.")
    if lang := next((naam for naam in namen if len(naam) > MAX_NAAM), ""):
        raise Leesfout(f"'{lang[:40]}' is langer dan {MAX_NAAM} tekens.")
    return list({zoekvorm(naam): naam for naam in reversed(namen)}.values())[::-1]


class Mentoren:
    """The mentors of one OCMW and where they guide: two queries, however many rows ask."""

    def __init__(self, ocmw_id: int) -> None:
        rijen = {rij.pk: rij for rij in Mentor.objects.filter(werkgever__ocmw=ocmw_id)}
        self.op_naam = {(rij.werkgever_id, zoekvorm(rij.naam)): rij for rij in rijen.values()}
        self.per_plek: dict[int, list[Mentor]] = {}
        koppelingen = Mentor.werkplekken.through.objects.filter(mentor__werkgever__ocmw=ocmw_id)
        for plek, mentor in koppelingen.values_list("werkplek_id", "mentor_id"):
            self.per_plek.setdefault(plek, []).append(rijen[mentor])

    def van(self, plek: Werkplek) -> list[str]:
        """Who guides there now, as the export writes it."""
        return sorted(rij.naam for rij in self.per_plek.get(plek.pk, ()) if rij.actief)

    def onbekend(self, werkgever: Werkgever, namen: Iterable[str]) -> list[str]:
        return [naam for naam in namen if (werkgever.pk, zoekvorm(naam)) not in self.op_naam]

    def verschil(self, plek: Werkplek, namen: list[str], label: str) -> Verschil | None:
        """None when the cell asks nothing, or names who is there already."""
        nu = self.van(plek)
        rust = {zoekvorm(rij.naam) for rij in self.per_plek.get(plek.pk, ()) if not rij.actief}
        gevraagd = {zoekvorm(naam) for naam in namen}
        if not namen or gevraagd - rust == {zoekvorm(naam) for naam in nu}:
            return None
        return Verschil("mentoren", label, SCHEIDING.join(nu), SCHEIDING.join(namen))
