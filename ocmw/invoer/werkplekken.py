"""Employers and workplaces by the names in a workbook: found, or made."""

import re

from clienten.models.client import zoekvorm
from ocmw.invoer.velden import norm
from ocmw.journaal.enums import Wat
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Werkgever, Werkplek

_SOORTEN = (
    (Werkgeversoort.EIGEN_DIENST, r"\bocmw\b|zorgbedrijf|woonzorgcentrum|\bwzc\b|sociaal huis|lokaal dienstencentrum"),
    (Werkgeversoort.GEMEENTE, r"\bstad\b|gemeente|bibliotheek|technische dienst|politie|academie"),
    (Werkgeversoort.ZIEKENHUIS, r"ziekenhuis|\bazorg\b|\baz\b"),
    (Werkgeversoort.SOCIALE_ECONOMIE, r"kringwinkel|kringloop|maatwerk|sociale economie|fietspunt|sociale werkplaats"),
    (Werkgeversoort.PRIVE, r"\bbv\b|\bbvba\b|\bnv\b|\bcv\b|\bcomm v\b|\bvof\b"),
)


def raad_soort(naam: str) -> Werkgeversoort:
    """What kind of user of art.60 this most likely is (A3); vzw when nothing in the name tells."""
    sleutel = norm(naam)
    return next((soort for soort, vorm in _SOORTEN if re.search(vorm, sleutel)), Werkgeversoort.VZW)


class Werkplekken:
    """All workplaces of one OCMW in memory, so that a chunk of rows asks for them once."""

    def __init__(self, ocmw_id: int, *, door: Medewerker) -> None:
        self.ocmw_id, self.door = ocmw_id, door
        self.werkgevers = {zoekvorm(rij.naam): rij for rij in Werkgever.objects.filter(ocmw=ocmw_id)}
        plekken = Werkplek.objects.filter(werkgever__ocmw=ocmw_id).select_related("werkgever")
        self.plekken = {(plek.werkgever_id, zoekvorm(plek.naam)): plek for plek in plekken}

    def geef(self, namen: tuple[str, str]) -> Werkplek:
        """The workplace called ("employer", "workplace"); made, with a kind guessed from the name, when it is new."""
        werkgever = self.werkgevers.get(zoekvorm(namen[0])) or self._maak_werkgever(namen[0])
        sleutel = (werkgever.pk, zoekvorm(namen[1]))
        if sleutel not in self.plekken:
            plek = Werkplek(werkgever=werkgever, naam=namen[1], gewijzigd_door=self.door)
            plek.clean_fields(exclude=["werkgever"])
            plek.save(force_insert=True)
            noteer(Wat.WERKGEVER_GEWIJZIGD, plek, door=self.door)
            self.plekken[sleutel] = plek
        return self.plekken[sleutel]

    def _maak_werkgever(self, naam: str) -> Werkgever:
        werkgever = Werkgever(ocmw_id=self.ocmw_id, naam=naam, soort=raad_soort(naam), gewijzigd_door=self.door)
        werkgever.clean_fields(exclude=["ocmw"])
        werkgever.save(force_insert=True)
        noteer(Wat.WERKGEVER_GEWIJZIGD, werkgever, door=self.door)
        self.werkgevers[zoekvorm(naam)] = werkgever
        return werkgever
