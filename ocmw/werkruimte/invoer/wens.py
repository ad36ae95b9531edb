"""What one read row asks of a dossier, in the words of our models. Only what the file says is in it: an empty cell asks nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from clienten.enums import Toewijzingsrol
from ocmw.werkruimte.invoer.collegas import Team
from ocmw.werkruimte.invoer.enums import TweBron
from ocmw.werkruimte.invoer.rijen import Gelezen
from trajecten.twe.venster import Tijdigheid, venster_of_niets

# Field of the file -> field of Client or Contactgegevens.
CLIENTVELDEN = {
    "familienaam": "achternaam",
    "voornaam": "voornaam",
    "insz": "insz",
    "geboortedatum": "geboortedatum",
    "geslacht": "geslacht",
    "moedertaal": "taal",
    "niveau_nl": "taalniveau",
    "nationaliteit": "nationaliteit",
    "statuut": "statuut",
    "verblijfsstatuut": "verblijfsstatuut",
    "mag_werken": "mag_werken",
    "vdab_nummer": "vdab_nummer",
}
CONTACTVELDEN = {"postcode": "postcode", "gemeente": "gemeente", "gsm": "gsm", "telefoon": "telefoon", "email": "email"}
ROLVELDEN = {"maatschappelijk_werker": Toewijzingsrol.MW, "trajectbegeleider": Toewijzingsrol.ATB}
_ROLWOORD = {"maatschappelijk_werker": "Maatschappelijk werker", "trajectbegeleider": "Trajectbegeleider"}


@dataclass(slots=True)
class Wens:
    client: dict[str, Any]
    contact: dict[str, Any]
    opmerking: str = ""
    volgers: dict[str, int] = field(default_factory=dict)  # rol -> Medewerker pk
    fase: str = ""
    start_traject: date | None = None
    art60: tuple[date, date | None] | None = None  # half open: [van, tot)
    werkplek: tuple[str, str] | None = None  # employer, workplace
    uren: Decimal | None = None
    voltijds: Decimal | None = None
    twe_start: date | None = None
    twe_uit_bestand: bool = False
    laatste_contact: date | None = None
    naam_gesplitst: bool = False

    @property
    def afgesloten(self) -> bool:
        return self.fase == "afgesloten"

    @property
    def loopt(self) -> bool:
        return self.fase.isdigit()


def maak_wens(gelezen: Gelezen, *, team: Team, twe_bron: TweBron) -> Wens:
    """A colleague whom `team` does not know for sure is reported on the row, and the name is kept with the remarks."""
    waarden = gelezen.waarden
    wens = Wens(
        client={naar: waarden[van] for van, naar in CLIENTVELDEN.items() if waarden.get(van)},
        contact={naar: waarden[van] for van, naar in CONTACTVELDEN.items() if waarden.get(van)},
        fase=waarden.get("fase") or ("1" if waarden.get("start_traject") else ""),
        start_traject=waarden.get("start_traject"),
        laatste_contact=waarden.get("laatste_contact"),
        naam_gesplitst=gelezen.naam_gesplitst,
    )
    if straat := _straat(waarden):
        wens.contact["straat"] = straat
    _vul_volgers(wens, gelezen, team)
    _vul_art60(wens, waarden)
    wens.twe_uit_bestand = bool(waarden.get("start_twe"))
    wens.twe_start = waarden.get("start_twe") or twe_start_volgens(twe_bron, wens)
    return wens


def _straat(waarden: Mapping[str, Any]) -> str:
    nummer = waarden.get("huisnummer") or ""
    bus = f"bus {waarden['bus']}" if waarden.get("bus") else ""
    return (
        " ".join(deel for deel in (waarden.get("adres") or "", nummer, bus) if deel)[:160]
        if waarden.get("adres")
        else ""
    )


def _vul_volgers(wens: Wens, gelezen: Gelezen, team: Team) -> None:
    regels = [gelezen.waarden.get("opmerkingen") or ""]
    for veld, rol in ROLVELDEN.items():
        naam = gelezen.waarden.get(veld)
        if not naam:
            continue
        if collega := team.wie(naam):
            wens.volgers[rol] = collega
        else:
            regels.append(f"{_ROLWOORD[veld]} in het ingevoerde bestand: {naam}.")
            if vraag := team.vraag_over(naam):
                gelezen.let_op(veld, f"{_ROLWOORD[veld]} '{naam}' {vraag} De naam komt bij de opmerkingen.")
    wens.opmerking = "\n".join(regel for regel in regels if regel)


def _vul_art60(wens: Wens, waarden: Mapping[str, Any]) -> None:
    van, laatste = waarden.get("start_art60"), waarden.get("einde_art60")
    if not van:
        return
    wens.art60 = (van, laatste + timedelta(days=1) if laatste else None)
    wens.werkplek = splits_werkplek(waarden.get("werkgever") or "", waarden.get("werkplek") or "")
    if waarden.get("uren_per_week"):
        wens.uren, wens.voltijds = waarden["uren_per_week"]


def splits_werkplek(werkgever: str, plek: str) -> tuple[str, str] | None:
    """("OCMW", "Poetsdienst") from "OCMW - Poetsdienst"; one name alone is employer and workplace at once."""
    if werkgever and plek:
        return werkgever, plek
    heel = werkgever or plek
    if not heel:
        return None
    voor, streep, na = heel.partition(" - ")
    return (voor.strip(), na.strip()) if streep and voor.strip() and na.strip() else (heel, heel)


def twe_start_volgens(bron: TweBron, wens: Wens) -> date | None:
    """A start of the werkervaringsovereenkomst nobody wrote down (T5): art.60 always lies inside the TWE (T6), and VDAB wants it
    to begin within two months of that start (T13). So the start of the traject counts when art.60 followed in time, else art.60's."""
    if bron == TweBron.NIET or not wens.art60 or wens.afgesloten:
        return None
    van, start = wens.art60[0], wens.start_traject
    if bron == TweBron.AFLEIDEN and start:
        venster = venster_of_niets(start)
        if venster and venster.tijdigheid(van) == Tijdigheid.ZEKER:
            return start
    return van if venster_of_niets(van) else None
