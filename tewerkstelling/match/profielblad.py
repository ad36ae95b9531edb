"""The work profile in words, for the page; and how the jobdoelwit was judged before, read back from the journaal."""

from clienten.enums import Antwoord
from clienten.models import Client
from clienten.profiel.enums import Sector, Talent
from clienten.profiel.models import profiel_van
from ocmw.journaal.models import Journaalregel
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.enums import Vervoer
from tewerkstelling.match.factoren import AFGESCHERMD, bereik, uur, woorden
from tewerkstelling.match.feiten import Profielfeiten
from tewerkstelling.match.journaalcodes import WERKPROFIEL_GEWIJZIGD
from tewerkstelling.match.models import Werkprofiel

_HAALBAAR = {Antwoord.JA: "haalbaar", Antwoord.NEE: "nu niet haalbaar"}


def profielblad(werk: Werkprofiel, feiten: Profielfeiten) -> list[tuple[str, str]]:
    """Label and answer; empty when it was not asked, AFGESCHERMD when this reader may not see it.

    No query when `werk` was read with its client and that with its profile."""
    profiel = profiel_van(werk.client)
    haalbaar = _HAALBAAR.get(Antwoord(profiel.realistisch), "")
    return [
        ("Jobdoelwit", f"{profiel.jobdoelwit}{f' ({haalbaar})' if haalbaar and profiel.jobdoelwit else ''}"),
        ("Wil werken in", woorden(profiel.sectoren, Sector)),
        ("Wil niet werken in", woorden(profiel.sectoren_niet, Sector)),
        ("Sterk in", woorden(profiel.talenten, Talent)),
        ("Kan nog leren", woorden(profiel.te_leren, Talent)),
        ("Uren per week", bereik(werk.uren_min, werk.uren_max).replace("?", "").replace(" u", " uur")),
        ("Werktijden", _werktijden(werk)),
        ("Kan starten", f"vanaf {werk.vrij_vanaf:%d/%m/%Y}" if werk.vrij_vanaf else "meteen"),
        ("Vervoer", woorden(werk.vervoer, Vervoer)),
        ("Reistijd", f"hoogstens {werk.max_reisminuten} minuten" if werk.max_reisminuten is not None else ""),
        ("Rijbewijs B", "" if profiel.rijbewijs == Antwoord.ONBEKEND else str(profiel.get_rijbewijs_display())),
        ("Nederlands", feiten.taal),
        ("Kinderopvang", _in_orde(feiten.kinderopvang)),
        ("Lichaam", _lichaam(werk, ziet=feiten.ziet_beperking)),
    ]


def _werktijden(werk: Werkprofiel) -> str:
    delen = [woorden(werk.werktijden, Werktijd)] if werk.werktijden else []
    delen += [f"kan vanaf {uur(werk.kan_van)}"] if werk.kan_van else []
    delen += [f"moet klaar zijn om {uur(werk.kan_tot)}"] if werk.kan_tot else []
    return "; ".join(delen)


def _in_orde(antwoord: str) -> str:
    return {Antwoord.JA: "in orde", Antwoord.NEE: "niet in orde"}.get(Antwoord(antwoord), "")


def _lichaam(werk: Werkprofiel, *, ziet: bool) -> str:
    if not ziet:
        return AFGESCHERMD
    if werk.beperkt == Antwoord.JA:
        return f"kan niet: {woorden(werk.niet_mogelijk, FysiekeEis)}"
    return "geen beperking voor het werk" if werk.beperkt == Antwoord.NEE else ""


def geschiedenis(client: Client) -> list[tuple[Journaalregel, str]]:
    """When the jobdoelwit changed, by whom, and whether it was then judged within reach; newest first, at most ten."""
    regels = Journaalregel.objects.filter(client_id=client.pk, wat=WERKPROFIEL_GEWIJZIGD).order_by("-op", "-pk")
    return [
        (regel, _HAALBAAR.get(regel.details["realistisch"], "nog niet nagegaan"))
        for regel in regels[:50]
        if "realistisch" in regel.details
    ][:10]
