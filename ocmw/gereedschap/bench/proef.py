"""One measurement with its name and its aim, and the loop that runs them all."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection

from ocmw.gereedschap.bench.doel import Meetdoel
from ocmw.gereedschap.bench.genereer import ververs_statistiek
from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, naast
from ocmw.gereedschap.bench.spoor import Stroom
from ocmw.gereedschap.bench.tabel import METINGKOLOMMEN, STROOMKOLOMMEN, Meettabel, metingcellen, stroomcellen

GROEI = "tien keer zoveel cliënten"
GROEIDOEL = Meetdoel(verhouding=1.2)
MAX_ZIN = 160


@dataclass(frozen=True)
class Proef:
    """`leeg`: measured before the clients are made. `groeit`: measured at a tenth of the size too, with a line for both."""

    naam: str
    meet: Callable[[Meetbank], Tijdmeting | Stroom]
    doel: Meetdoel = field(default_factory=Meetdoel)
    leeg: bool = False
    groeit: bool = False


class Overgeslagen(Exception):
    """This machine lacks what the measurement needs; the sentence says what."""


@dataclass(frozen=True)
class Mislukt:
    zin: str


Uitslag = Tijdmeting | Stroom | Mislukt | Overgeslagen


class Loop:
    """Runs measurements one by one and writes each line at once. One that fails says so in its own line; the rest go on."""

    def __init__(
        self, bank: Meetbank, *, breedte: int, schrijf: Callable[[str], None], meld: Callable[[str], Any]
    ) -> None:
        self.bank, self.meld = bank, meld
        titel = f"{connection.vendor}, {bank.maten.clienten} cliënten"
        self.metingen = Meettabel(titel, METINGKOLOMMEN, breedte, schrijf)
        self.stromen = Meettabel(f"{connection.vendor}, wat één handeling doorloopt", STROOMKOLOMMEN, breedte, schrijf)
        self.gemist: list[str] = []
        self.mislukt: list[str] = []
        self.lijnen: list[dict[str, Any]] = []

    def draai(self, proeven: Sequence[Proef]) -> None:
        for proef in (proef for proef in proeven if proef.leeg):
            self.schrijf(self.stromen, proef.naam, self.meet(proef), proef.doel)
        vol = [proef for proef in proeven if not proef.leeg]
        groeiers = [proef for proef in vol if proef.groeit]
        klein = {}
        if groeiers:
            self._groei_tot(self.bank.maten.tiende)
            klein = {proef.naam: self.meet(proef) for proef in groeiers}
        if vol:
            self._groei_tot(self.bank.maten.clienten)
        for proef in vol:
            uitslag = self.meet(proef)
            self.schrijf(self.metingen, proef.naam, uitslag, proef.doel)
            if proef.groeit:
                groei = _groei(klein[proef.naam], uitslag)
                self.schrijf(self.metingen, f"{proef.naam}: {GROEI}", groei, GROEIDOEL)

    def meet(self, proef: Proef) -> Uitslag:
        try:
            return proef.meet(self.bank)
        except Overgeslagen as reden:
            return reden
        except Exception as fout:
            self.meld(f"{proef.naam} mislukt:\n{traceback.format_exc()}")
            connection.close_if_unusable_or_obsolete()
            return Mislukt(_een_zin(fout))

    def schrijf(self, tabel: Meettabel, naam: str, uitslag: Uitslag, doel: Meetdoel) -> None:
        if isinstance(uitslag, Mislukt):
            self.mislukt.append(naam)
            tabel.zin(naam, f"mislukt: {uitslag.zin}")
            self.lijnen.append({"naam": naam, "mislukt": uitslag.zin})
            return
        if isinstance(uitslag, Overgeslagen):
            tabel.zin(naam, f"overgeslagen: {uitslag}")
            self.lijnen.append({"naam": naam, "overgeslagen": str(uitslag)})
            return
        gemist = doel.gemist(uitslag)
        if gemist:
            self.gemist.append(naam)
        oordeel = "gemist" if gemist else ("gehaald" if str(doel) else "")
        cellen = stroomcellen(uitslag) if isinstance(uitslag, Stroom) else metingcellen(uitslag)
        tabel.regel(naam, cellen, doel, oordeel, uitslag.toelichting)
        self.lijnen.append({"naam": naam, **asdict(uitslag), "doel": asdict(doel), "gemist": list(gemist)})

    def _groei_tot(self, aantal: int) -> None:
        self.meld(f"{aantal} cliënten maken ...")
        self.bank.wereld.groei_tot(aantal)
        ververs_statistiek()


def _groei(klein: Uitslag, groot: Uitslag) -> Uitslag:
    if isinstance(klein, Tijdmeting) and isinstance(groot, Tijdmeting):
        return naast(klein, groot)
    return Mislukt("de meting zelf lukte niet op beide groottes.")


def _een_zin(fout: Exception) -> str:
    zin = " ".join(str(fout).split()) or type(fout).__name__
    return zin if len(zin) <= MAX_ZIN else f"{zin[:MAX_ZIN]} ..."
