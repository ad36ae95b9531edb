"""The work profile in words, for the page; and how the jobdoelwit was judged before, read back from the journaal."""

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.journaal.enums import Wat
from ocmw.journaal.models import Journaalregel
from tewerkstelling.enums import FysiekeEis, Sector, Werktijd
from tewerkstelling.match.enums import Vervoer
from tewerkstelling.match.factoren import AFGESCHERMD, bereik, uur, woorden
from tewerkstelling.match.feiten import Profielfeiten
from tewerkstelling.match.models import Werkprofiel

_HAALBAAR = {Antwoord.JA: "haalbaar", Antwoord.NEE: "nu niet haalbaar"}


def profielblad(profiel: Werkprofiel, feiten: Profielfeiten) -> list[tuple[str, str]]:
    """Label and answer; empty when it was not asked, AFGESCHERMD when this reader may not see it."""
    haalbaar = _HAALBAAR.get(Antwoord(profiel.realistisch), "")
    return [
        ("Jobdoelwit", f"{profiel.jobdoelwit}{f' ({haalbaar})' if haalbaar and profiel.jobdoelwit else ''}"),
        ("Wil werken in", woorden(profiel.sectoren, Sector)),
        ("Wil niet werken in", woorden(profiel.sectoren_niet, Sector)),
        ("Uren per week", bereik(profiel.uren_min, profiel.uren_max).replace("?", "").replace(" u", " uur")),
        ("Werktijden", _werktijden(profiel)),
        ("Kan starten", f"vanaf {profiel.vrij_vanaf:%d/%m/%Y}" if profiel.vrij_vanaf else "meteen"),
        ("Vervoer", woorden(profiel.vervoer, Vervoer)),
        ("Reistijd", f"hoogstens {profiel.max_reisminuten} minuten" if profiel.max_reisminuten is not None else ""),
        ("Rijbewijs B", "" if profiel.rijbewijs == Antwoord.ONBEKEND else str(profiel.get_rijbewijs_display())),
        ("Nederlands", feiten.taal),
        ("Kinderopvang", _in_orde(feiten.kinderopvang)),
        ("Lichaam", _lichaam(profiel, ziet=feiten.ziet_beperking)),
    ]


def _werktijden(profiel: Werkprofiel) -> str:
    delen = [woorden(profiel.werktijden, Werktijd)] if profiel.werktijden else []
    delen += [f"kan vanaf {uur(profiel.kan_van)}"] if profiel.kan_van else []
    delen += [f"moet klaar zijn om {uur(profiel.kan_tot)}"] if profiel.kan_tot else []
    return "; ".join(delen)


def _in_orde(antwoord: str) -> str:
    return {Antwoord.JA: "in orde", Antwoord.NEE: "niet in orde"}.get(Antwoord(antwoord), "")


def _lichaam(profiel: Werkprofiel, *, ziet: bool) -> str:
    if not ziet:
        return AFGESCHERMD
    if profiel.beperkt == Antwoord.JA:
        return f"kan niet: {woorden(profiel.niet_mogelijk, FysiekeEis)}"
    return "geen beperking voor het werk" if profiel.beperkt == Antwoord.NEE else ""


def geschiedenis(client: Client) -> list[tuple[Journaalregel, str]]:
    """When the jobdoelwit changed, by whom, and whether it was then judged within reach; newest first, at most ten."""
    regels = Journaalregel.objects.filter(client_id=client.pk, wat=Wat.WERKPROFIEL_GEWIJZIGD).order_by("-op", "-pk")
    return [
        (regel, _HAALBAAR.get(regel.details["realistisch"], "nog niet nagegaan"))
        for regel in regels[:50]
        if "realistisch" in regel.details
    ][:10]
