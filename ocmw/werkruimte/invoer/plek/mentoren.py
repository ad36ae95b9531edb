"""The mentors of a place in one cell: names with ; between them. What the cell says is who guides there from now on; a
mentor who no longer guides is not in it, and stays where he is."""

import re
from collections.abc import Iterable

from clienten.namen import naamsleutel
from ocmw.werkruimte.invoer.datums import Leesfout, is_leeg, keur_cel
from ocmw.werkruimte.invoer.verschillen import Celverschil
from ocmw.werkruimte.invoer.werkboek import Cel
from ocmw.werkruimte.invoer.werkplekken import per_naam
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
    if kwijt := next((naam for naam in namen if not naamsleutel(naam)), ""):
        raise Leesfout(f"In de naam '{kwijt[:40]}' staan tekens die we niet kunnen lezen.")
    return list({naamsleutel(naam): naam for naam in reversed(namen)}.values())[::-1]


class Mentoren:
    """The mentors of one OCMW and where they guide: two queries, however many rows ask."""

    def __init__(self, ocmw_id: int) -> None:
        rijen = {rij.pk: rij for rij in Mentor.objects.filter(werkgever__ocmw=ocmw_id)}
        self.op_naam = per_naam(rijen.values(), lambda rij: (rij.werkgever_id, naamsleutel(rij.naam)))
        self.per_plek: dict[int, list[Mentor]] = {}
        koppelingen = Mentor.werkplekken.through.objects.filter(mentor__werkgever__ocmw=ocmw_id)
        for plek, mentor in koppelingen.values_list("werkplek_id", "mentor_id"):
            self.per_plek.setdefault(plek, []).append(rijen[mentor])

    def van(self, plek: Werkplek) -> list[str]:
        """Who guides there now, as the export writes it."""
        return sorted(rij.naam for rij in self.per_plek.get(plek.pk, ()) if rij.actief)

    def met_naam(self, werkgever: Werkgever, naam: str) -> list[Mentor]:
        """Who of this employer can be meant: who still guides goes before who stopped."""
        gevonden = self.op_naam.get((werkgever.pk, naamsleutel(naam)), [])
        return [rij for rij in gevonden if rij.actief] or gevonden

    def onbekend(self, werkgever: Werkgever, namen: Iterable[str]) -> list[str]:
        return [naam for naam in namen if not self.met_naam(werkgever, naam)]

    def onduidelijk(self, werkgever: Werkgever, namen: Iterable[str]) -> str:
        """The first name that more than one mentor of this employer has; empty when all are clear."""
        return next((naam for naam in namen if len(self.met_naam(werkgever, naam)) > 1), "")

    def neem_op(self, mentor: Mentor) -> None:
        self.op_naam.setdefault((mentor.werkgever_id, naamsleutel(mentor.naam)), []).append(mentor)

    def verschil(self, plek: Werkplek, namen: list[str], label: str) -> Celverschil | None:
        """None when the cell asks nothing, or names who is there already."""
        nu = self.van(plek)
        rust = {naamsleutel(rij.naam) for rij in self.per_plek.get(plek.pk, ()) if not rij.actief}
        gevraagd = {naamsleutel(naam) for naam in namen}
        if not namen or gevraagd - rust == {naamsleutel(naam) for naam in nu}:
            return None
        return Celverschil("mentoren", label, SCHEIDING.join(nu), SCHEIDING.join(namen))
