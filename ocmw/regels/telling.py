"""What the impact job counted, in sentences. Counts only: who the dossiers are of stands in another table."""

from collections.abc import Mapping
from typing import Any

from ocmw.kalender.woorden import aantal, euro
from ocmw.regels.enums import Impactsoort, Richting

_ZIN: dict[str, str] = {
    Impactsoort.RECHTEN: "de dag waarop de dagen bewezen zijn, verschuift",
    Impactsoort.REFERTE: "de periode waarin de dagen moeten vallen, verschuift",
    Impactsoort.TWE: "de 24 maanden eindigen op een andere dag",
    Impactsoort.TIJDIG: "art.60 moet voor een andere dag starten",
    Impactsoort.OP_TIJD: "of art.60 op tijd startte, wordt anders",
    Impactsoort.TERMIJN: "een termijn verschuift, komt erbij of valt weg",
}


# Of numbers the direction is the news.
_PER_RICHTING: dict[str, str] = {
    Impactsoort.DAGEN: "zijn {richting} dagen nodig",
    Impactsoort.GETELD: "zijn {richting} dagen geteld",
    Impactsoort.GELD: "is {richting} vergoeding van VDAB te verwachten",
}


def geraakt(telling: Mapping[str, Any], ocmw: int | None = None) -> int:
    """How many dossiers move: of one OCMW, or of all."""
    return sum(per.get("geraakt", 0) for per in _van(telling, ocmw))


def zinnen(telling: Mapping[str, Any], ocmw: int | None = None) -> list[str]:
    """17 dossiers: de dag waarop de dagen bewezen zijn, verschuift (12 later, 5 vroeger); 3 dossiers: er zijn meer ..."""
    alle = []
    for soort in Impactsoort:
        per = {r: sum(deel.get(f"{soort.value}/{r.value}", 0) for deel in _van(telling, ocmw)) for r in Richting}
        gevonden = {richting: n for richting, n in per.items() if n}
        if gevonden and soort in _ZIN:
            delen = ", ".join(f"{n} {richting.label}" for richting, n in gevonden.items())
            alle.append(f"{_dossiers(sum(gevonden.values()))}: {_ZIN[soort]} ({delen}).")
        elif gevonden:
            zin = _PER_RICHTING[soort]
            alle += [f"{_dossiers(n)}: er {zin.format(richting=r.label)}." for r, n in gevonden.items()]
    if som := sum(deel.get("euro", 0) for deel in _van(telling, ocmw)):
        alle.append(f"Samen {euro(abs(som))} {'meer' if som > 0 else 'minder'} vergoeding over de hele looptijd.")
    return alle


def _dossiers(n: int) -> str:
    return aantal(n, "dossier", "dossiers")


def _van(telling: Mapping[str, Any], ocmw: int | None) -> list[dict[str, int]]:
    per_ocmw = telling.get("per_ocmw", {})
    return list(per_ocmw.values()) if ocmw is None else [per_ocmw.get(str(ocmw), {})]
