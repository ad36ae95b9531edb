"""Work profiles for most people who look for work, demands of places, mentors, and proposals in each status."""

import random
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from clienten.actions import bewaar_leefsituatie
from clienten.enums import Stap, Toewijzingsrol
from clienten.models import Client, Toewijzing
from clienten.profiel.actions import Profielwijziging
from clienten.profiel.models import Profiel, Taalkennis
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import bewaar_werkplek
from tewerkstelling.match.actions import bewaar_werkprofiel, stel_voor, zet_voorstel
from tewerkstelling.match.models import Voorstel, Werkprofiel
from tewerkstelling.models import Mentor, Werkplek

# Per kind of work what it asks; whatever a place already says about itself stays.
EISEN: dict[str, dict[str, Any]] = {
    "schoonmaak": {"talenten": ["orde", "nauwkeurig"], "taalniveau": "A1", "fysieke_eisen": ["stof", "bukken", "staan"], "begint_om": time(7, 30), "eindigt_om": time(15, 45)},
    "keuken": {"talenten": ["team", "tempo"], "taalniveau": "A2", "fysieke_eisen": ["staan", "tillen_licht"], "begint_om": time(9), "eindigt_om": time(15)},
    "groen": {"talenten": ["team", "handig"], "taalniveau": "A1", "fysieke_eisen": ["buiten", "tillen_zwaar", "bukken"], "begint_om": time(7), "eindigt_om": time(15, 15)},
    "logistiek": {"talenten": ["tempo", "afspraken"], "taalniveau": "A2", "fysieke_eisen": ["tillen_zwaar", "staan"], "begint_om": time(6), "eindigt_om": time(14), "werktijden": ["vroeg"]},
    "winkel": {"talenten": ["klanten", "contact"], "taalniveau": "B1", "fysieke_eisen": ["staan"], "begint_om": time(9), "eindigt_om": time(18), "werktijden": ["dag", "weekend"]},
    "onthaal": {"talenten": ["contact", "computer"], "taalniveau": "B2", "fysieke_eisen": [], "begint_om": time(8, 30), "eindigt_om": time(16, 30)},
    "techniek": {"talenten": ["handig", "nauwkeurig"], "taalniveau": "A2", "fysieke_eisen": ["staan", "lawaai"], "begint_om": time(8, 30), "eindigt_om": time(16, 30)},
    "vervoer": {"talenten": ["afspraken", "zelfstandig"], "taalniveau": "A2", "fysieke_eisen": ["tillen_licht"], "begint_om": time(8), "eindigt_om": time(16), "rijbewijs_nodig": True},
}  # fmt: skip
WOORDEN = {"poets": "schoonmaak", "schoon": "schoonmaak", "keuken": "keuken", "groen": "groen", "netheid": "groen", "zaal": "keuken", "herstel": "techniek", "magazijn": "logistiek",
           "sorteer": "logistiek", "winkel": "winkel", "onthaal": "onthaal", "bezorg": "vervoer", "chauffeur": "vervoer"}  # fmt: skip
DOELEN = {"schoonmaak": "poetshulp", "keuken": "keukenhulp", "groen": "groenarbeider", "logistiek": "magazijnier",
          "winkel": "winkelbediende", "onthaal": "onthaalmedewerker", "techniek": "fietshersteller", "vervoer": "chauffeur van de minibus"}  # fmt: skip


class Matchverhaal:
    def __init__(self, dobbel: random.Random, op: date) -> None:
        self.dobbel, self.op = dobbel, op

    def vertel(self) -> None:
        for plek in Werkplek.objects.select_related("werkgever").order_by("pk"):
            self._plek(plek)
        wie = Client.objects.open().filter(stand__stap__gte=Stap.FASE_2, stand__stap__lte=Stap.FASE_5)
        for nummer, client in enumerate(wie.select_related("ocmw").order_by("pk")):
            coach = self._coach(client)
            if coach and nummer % 7 != 6:  # one in seven has no profile yet
                self._profiel(client, coach, nummer)
        zoekers = Client.objects.open().filter(stand__stap=Stap.FASE_3, werkprofiel__isnull=False).order_by("pk")
        for nummer, client in enumerate(zoekers):
            coach = self._coach(client)
            if coach:
                self._voorstellen(client, coach, nummer)

    def _coach(self, client: Client) -> Medewerker | None:
        rij = Toewijzing.objects.geldig(self.op).filter(client=client, rol=Toewijzingsrol.ATB).first()
        return rij.medewerker if rij else None

    def _plek(self, plek: Werkplek) -> None:
        """Only what is empty: another part of the demo may know more about this place."""
        naam = f"{plek.naam} {plek.werkgever.naam}".lower()
        sector = plek.sector or next((code for woord, code in WOORDEN.items() if woord in naam), "")
        sector = sector or self.dobbel.choice(list(EISEN))
        minuten = self.dobbel.choice([10, 15, 25, 40, 55])
        weet = {"sector": sector, "werktijden": ["dag"], "reisminuten": minuten, **EISEN.get(sector, EISEN["keuken"])}
        nieuw = {veld: waarde for veld, waarde in weet.items() if not getattr(plek, veld)}
        door = Medewerker.objects.filter(ocmw=plek.werkgever.ocmw_id, rol=Rol.ATB).order_by("pk").first()
        if door is None:
            return
        for veld, waarde in nieuw.items():
            setattr(plek, veld, waarde)
        if nieuw:
            bewaar_werkplek(plek, list(nieuw), door=door, op=self.op)
        if not plek.mentoren.exists() and self.dobbel.random() < 0.8:
            mentor, _ = Mentor.objects.get_or_create(
                werkgever=plek.werkgever, naam=self.dobbel.choice(["Rita Smet", "Dirk Pauwels", "Hilde Cools"])
            )
            mentor.werkplekken.add(plek)

    def _profiel(self, client: Client, coach: Medewerker, nummer: int) -> None:
        dobbel = self.dobbel
        wil = dobbel.sample(list(EISEN), 2)
        kinderen = nummer % 3 == 0
        beperkt = nummer % 4 == 1
        deeltijds = dobbel.random() < 0.4
        wens: dict[str, Any] = {
            "jobdoelwit": DOELEN[wil[0]],
            "realistisch": dobbel.choice(["ja", "ja", "ja", "nee", "onbekend"]),
            "sectoren": sorted(wil),
            "talenten": [["orde", "team"], ["tempo"], [], ["handig", "nauwkeurig"], ["contact", "klanten"]][nummer % 5],
            "te_leren": [["tempo"], ["computer"], [], ["zorgen"]][nummer % 4] if nummer % 5 != 1 else ["rekenen"],
            "sectoren_niet": [] if nummer % 2 else ["zorg"],
            "rijbewijs": dobbel.choice(["ja", "nee", "nee", "onbekend"]),
        }
        waarden: dict[str, Any] = {
            "uren_min": Decimal(19),
            "uren_max": Decimal("28.5") if deeltijds else Decimal(38),
            "kan_van": time(9) if kinderen else time(7, 30) if nummer % 2 else None,
            "kan_tot": time(16) if kinderen else None,
            "werktijden": ["dag"] if kinderen else dobbel.choice([["dag", "vroeg"], ["dag", "vroeg", "laat", "weekend"], []]),
            "max_reisminuten": dobbel.choice([30, 45, 60, None]),
            "vervoer": dobbel.choice([["fiets"], ["ov"], ["fiets", "ov"], ["auto"], []]),
            "vrij_vanaf": None if nummer % 3 else self.op + timedelta(days=20),
            "beperkt": "ja" if beperkt else dobbel.choice(["nee", "nee", "onbekend"]),
            "niet_mogelijk": dobbel.choice([["tillen_zwaar"], ["staan", "bukken"], ["stof"]]) if beperkt else [],
        }  # fmt: skip
        profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)  # a cv may have made it
        for veld, waarde in wens.items():
            setattr(profiel, veld, waarde)
        wijziging = Profielwijziging(profiel, list(wens))
        bewaar_werkprofiel(Werkprofiel(client=client, **waarden), list(waarden), wijziging, door=coach, op=self.op)
        if client.taalniveau and not Taalkennis.objects.filter(client=client, taal="Nederlands").exists():
            rij = Taalkennis(client=client, taal="Nederlands", niveau=client.taalniveau)
            bewaar_leefsituatie(rij, [], door=coach, op=self.op)

    def _voorstellen(self, client: Client, coach: Medewerker, nummer: int) -> None:
        """A few tries per person; each next client gets further along."""
        plekken = Werkplek.objects.zichtbaar_voor(coach).beschikbaar().order_by("pk")
        gedaan: list[Voorstel] = []
        for plek in list(plekken)[nummer % 3 :: 2]:
            try:
                gedaan.append(
                    stel_voor(client, plek, door=coach, op=self.op - timedelta(days=9), nota="Wil het proberen.")
                )
            except Geweigerd:
                continue  # a hard limit: exactly what the page is for
            if len(gedaan) == 2:
                break
        week = (self.op - timedelta(days=2), self.op + timedelta(days=3))
        gestart: tuple[tuple[str, dict[str, Any]], ...] = ("proefweek", {"proef": week}), ("gestart", {})
        stappen: list[tuple[tuple[str, dict[str, Any]], ...]] = [
            (),
            (("proefweek", {"proef": week}),),
            (("niet_geschikt", {"reden": "bereikbaarheid", "nota": "De eerste bus is te laat."}),),
            gestart,
        ]
        for voorstel, stap in zip(gedaan, (stappen[nummer % 4], stappen[(nummer + 2) % 4]), strict=False):
            for status, extra in stap if stap is not gestart or voorstel is gedaan[0] else ():
                zet_voorstel(voorstel, status=status, door=coach, op=self.op - timedelta(days=1), **extra)


def vul_match(dobbel: random.Random, op: date) -> None:
    Matchverhaal(dobbel, op).vertel()
