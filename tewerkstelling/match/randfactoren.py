"""The factors around the work itself: how to get there, when it can start, and whether there is room. Pure (F13)."""

from datetime import date, time
from typing import Any

from clienten.enums import Antwoord
from ocmw.kalender.woorden import aantal, dag_en_maand, dag_in_woorden
from tewerkstelling.enums import Werktijd
from tewerkstelling.match.bevinding import Bevindingen, Factoroordeel
from tewerkstelling.match.enums import Factor, Kleur, Vervoer
from tewerkstelling.match.factoren import Dag, onthoud, uur, woorden
from tewerkstelling.match.feiten import als_client, als_plek

_EIGEN_VERVOER = {Vervoer.FIETS, Vervoer.BROMFIETS, Vervoer.AUTO}
_ZONDER_BUS = {Werktijd.VROEG, Werktijd.NACHT}


@onthoud
def vervoer(
    heeft: tuple[str, ...],
    rijbewijs: str,
    mobiliteit: str,
    nodig: bool,  # noqa: FBT001 - a fact of the place
    dag: Dag,
    ploegen: tuple[str, ...],
    ov: tuple[time, time],
) -> Factoroordeel:
    """Licence, own transport, and whether a bus runs at that hour."""
    gevonden = Bevindingen()
    if nodig:
        _rijbewijs(gevonden, rijbewijs)
    bij_client = woorden(heeft, Vervoer).replace("bus, tram of trein", "bus of trein")
    if set(heeft) & _EIGEN_VERVOER:
        gevonden.goed(f"Komt met eigen vervoer: {woorden(heeft, Vervoer)}.")
    elif heeft:
        _met_de_bus(gevonden, heeft, dag, ploegen, ov)
    elif mobiliteit == Antwoord.NEE:
        anders = ("de mobiliteit in orde is", {"mobiliteit": Antwoord.JA})
        gevonden.bezwaar(Kleur.ORANJE, "De mobiliteit is nog niet in orde.", client=anders)
        bij_client = "niet in orde"
    elif mobiliteit == Antwoord.JA:
        gevonden.goed("De mobiliteit is in orde.")
        bij_client = "in orde"
    else:
        gevonden.onbekend("Hoe de cliënt zich verplaatst, is niet ingevuld.")
    return gevonden.oordeel(Factor.VERVOER, bij_client or "?", "rijbewijs B" if nodig else "")


def _rijbewijs(gevonden: Bevindingen, rijbewijs: str) -> None:
    if rijbewijs == Antwoord.JA:
        gevonden.goed("Heeft het rijbewijs dat nodig is.")
    elif rijbewijs == Antwoord.NEE:
        gevonden.bezwaar(
            Kleur.ROOD,
            "Er is een rijbewijs B nodig; de cliënt heeft er geen.",
            plek=("geen rijbewijs nodig is", {"rijbewijs_nodig": False}),
            client=("de cliënt een rijbewijs heeft", {"rijbewijs": Antwoord.JA}),
        )
    else:
        gevonden.onbekend("Er is een rijbewijs B nodig; of de cliënt er een heeft, is niet ingevuld.")


def _met_de_bus(
    gevonden: Bevindingen, heeft: tuple[str, ...], dag: Dag, ploegen: tuple[str, ...], ov: tuple[time, time]
) -> None:
    begint, eindigt = dag
    delen: list[str] = []
    anders: dict[str, Any] = {}
    if begint is not None and begint < ov[0]:
        delen.append(f"start om {uur(ov[0])}")
        anders["begint_om"] = ov[0]
    if eindigt is not None and eindigt > ov[1]:
        delen.append(f"klaar om {uur(ov[1])}")
        anders["eindigt_om"] = ov[1]
    if set(ploegen) & _ZONDER_BUS:
        delen.append("zonder vroege ploeg of nacht")
        anders["werktijden"] = tuple(ploeg for ploeg in ploegen if ploeg not in _ZONDER_BUS)
    if not delen:
        gevonden.goed("Komt met de bus of trein; die rijdt op deze uren.")
        return
    gevonden.bezwaar(
        Kleur.ROOD,
        f"Komt met de bus of trein; die rijdt hier maar van {uur(ov[0])} tot {uur(ov[1])}.",
        plek=(" en ".join(delen), anders),
        client=("de cliënt eigen vervoer heeft", {"vervoer": (*heeft, Vervoer.FIETS)}),
    )


@onthoud
def start(
    vrij_vanaf: date | None,
    werkt_tot: date | None,
    mag_werken: str,
    wacht_tot: date | None,
    op: date,
    dagen: tuple[int, int],
    *,
    ingevuld: bool,
) -> Factoroordeel:
    """How soon the client can begin, counted from `op`. Whether somebody may work at all is a hard limit, not a colour."""
    code, (straks, later) = Factor.START, dagen
    if not ingevuld and werkt_tot is None:
        return Factoroordeel(code, Kleur.GRIJS, "Wanneer de cliënt kan starten, is niet ingevuld.", "?", "")
    vanaf = max(vrij_vanaf or op, werkt_tot or op)
    wachten = (vanaf - op).days
    tekst = "nu" if vanaf <= op else dag_en_maand(vanaf)
    if wachten <= straks or (wacht_tot is not None and wacht_tot >= vanaf):
        if mag_werken == Antwoord.ONBEKEND:
            return Factoroordeel(code, Kleur.GRIJS, "Of de cliënt mag werken, is nog niet nagegaan.", tekst, "")
        zin = "Kan meteen starten." if vanaf <= op else f"Kan starten vanaf {dag_in_woorden(vanaf)}."
        return Factoroordeel(code, Kleur.GROEN, zin, tekst, "")
    waarom = " (dan eindigt het contract)" if werkt_tot == vanaf else ""
    zin = f"Kan pas starten op {dag_in_woorden(vanaf)}{waarom}, over {aantal(wachten, 'dag', 'dagen')}."
    anders = [als_plek(f"de plek wacht tot {dag_in_woorden(vanaf)}", wacht_tot=vanaf)]
    if werkt_tot is None or (werkt_tot - op).days <= straks:
        anders.append(als_client("de cliënt vroeger kan starten", vrij_vanaf=op))
    return Factoroordeel(code, Kleur.ORANJE if wachten <= later else Kleur.ROOD, zin, tekst, "", tuple(anders))


@onthoud
def plaats(
    vrij: int,
    komt_vrij_op: date | None,
    in_voorbereiding: int,
    mentorplaatsen: int | None,
    actief: bool,  # noqa: FBT001 - a fact of the place
) -> Factoroordeel:
    """Room at the place, and a mentor with time."""
    gevonden = Bevindingen()
    tekst, genoeg = f"{vrij} vrij", {"vrij": in_voorbereiding + 1}
    if 0 < vrij <= in_voorbereiding:
        wie = "is al iemand" if in_voorbereiding == 1 else f"zijn al {in_voorbereiding} mensen"
        zin = f"{aantal(vrij, 'plaats is', 'plaatsen zijn')} vrij, maar er {wie} in voorbereiding."
        gevonden.bezwaar(Kleur.ORANJE, zin, plek=("wie in voorbereiding is niet start", {"in_voorbereiding": 0}))
    elif vrij > 0:
        gevonden.goed(f"{aantal(vrij, 'plaats is', 'plaatsen zijn')} vrij.")
    elif komt_vrij_op:
        tekst = f"vrij {dag_en_maand(komt_vrij_op)}"
        zin = f"Een plaats komt vrij op {dag_in_woorden(komt_vrij_op)}."
        gevonden.bezwaar(Kleur.ORANJE, zin, plek=("er al een plaats vrij is", genoeg))
    else:
        tekst = "volzet"
        gevonden.bezwaar(Kleur.ROOD, "Er is geen plaats vrij.", plek=("er een plaats vrijkomt", genoeg))
    mentor = ("er een mentor met tijd is", {"mentorplaatsen": 1})
    if mentorplaatsen is None:
        gevonden.bezwaar(Kleur.ORANJE, "Er is nog geen mentor gekoppeld.", plek=mentor)
    elif mentorplaatsen <= 0:
        gevonden.bezwaar(Kleur.ROOD, "Elke mentor begeleidt al het hoogste aantal cliënten.", plek=mentor)
    else:
        gevonden.goed(f"Bij de mentoren is nog plaats voor {mentorplaatsen}.")
    if not actief:
        tekst = "niet beschikbaar"
        gevonden.bezwaar(
            Kleur.ROOD, "De plek is niet beschikbaar.", plek=("de plek weer beschikbaar is", {"actief": True})
        )
    return gevonden.oordeel(Factor.PLAATS, "", tekst)
