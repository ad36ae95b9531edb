"""Lines of a note that are something to do: "- Cv nalezen", "- Samira: crèche bellen tegen 12/12".

A worker types what was agreed while the client sits there; she should not type it again in a second field. Pure: the form shows
what was read, and every field can still be changed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MEESTE = 40  # of one talk; more is a note that was pasted
RIJVELDEN = ("lijn", "omschrijving", "wie", "vervalt_op")
_STREEPJE = re.compile(r"^[ \t]*[-–•][ \t]+(?P<rest>\S.*?)[ \t]*$", re.MULTILINE)
_NAAM = re.compile(r"^(?P<naam>[^:]{1,60}):[ \t]*(?P<rest>\S.*)$")
_TEGEN = re.compile(
    r"[ \t]+tegen[ \t]+(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?[ \t]+)?"
    r"(?:(?P<dag>\d{1,2})[/.-](?P<maand>\d{1,2})(?:[/.-](?P<jaar>\d{4}|\d{2}))?|(?P<woord>morgen|volgende week))\.?$",
    re.IGNORECASE,
)
_WOORDEN = {"morgen": 1, "volgende week": 7}

Rij = dict[str, str]


@dataclass(frozen=True, slots=True)
class Actielijn:
    lijn: str  # as it stands in the note, without the dash
    omschrijving: str
    wie: str  # a value of the choices of who does it; "" when the line names nobody
    tegen: date | None  # the day the line names, inclusive


def actielijnen(verslag: str, *, wie: Sequence[tuple[str, str]], op: date) -> list[Actielijn]:
    """What a note says that must be done, in its order. `wie` are (value, name); a day without a year is the next one from `op`."""
    return [_lees(gevonden["rest"], wie, op) for gevonden in _STREEPJE.finditer(verslag.replace("\r\n", "\n"))]


def _lees(lijn: str, wie: Sequence[tuple[str, str]], op: date) -> Actielijn:
    rest, wie_het_doet, tegen = lijn, "", None
    if naam := _NAAM.match(rest):
        gezocht = naam["naam"].strip().casefold()
        passend = [waarde for waarde, label in wie if gezocht in {label.casefold(), label.casefold().split(" ")[0]}]
        if len(passend) == 1:
            wie_het_doet, rest = passend[0], naam["rest"]
    if dag := _TEGEN.search(rest):
        tegen = _dag(dag, op)
        if tegen is not None:
            rest = rest[: dag.start()]
    return Actielijn(lijn, rest[:200].strip(), wie_het_doet, tegen)


def _dag(gevonden: re.Match[str], op: date) -> date | None:
    if gevonden["woord"]:
        return op + timedelta(days=_WOORDEN[gevonden["woord"].casefold()])
    jaar = gevonden["jaar"]
    try:
        dag = date(int(jaar) % 100 + 2000 if jaar else op.year, int(gevonden["maand"]), int(gevonden["dag"]))
        return dag.replace(year=dag.year + 1) if not jaar and dag < op else dag
    except ValueError:
        return None  # 31/2: then it is a word of the note, and the field asks for a day


def vul_aan(
    rijen: Iterable[Rij], lijnen: Sequence[Actielijn], oude: Sequence[Actielijn], *, standaard: Rij
) -> list[Rij]:
    """The rows of the form after the note changed: a row for each line, and what somebody typed in a row stays.

    `oude` are the lines the rows were made from (their `lijn`). A line that was corrected keeps its row, and so its day and who
    does it, unless the line itself now names another. A line that is gone takes its row along; rows typed by hand stay.
    """
    uit_het_verslag = {rij["lijn"]: rij for rij in rijen if rij["lijn"]}
    met_de_hand = [rij for rij in rijen if not rij["lijn"] and rij["omschrijving"]]
    gelezen = {oud.lijn: oud for oud in oude}
    teksten = {lijn.lijn for lijn in lijnen}
    over = [rij for tekst, rij in uit_het_verslag.items() if tekst not in teksten]
    uit = []
    for lijn in lijnen:
        if lijn.lijn in uit_het_verslag:
            uit.append(uit_het_verslag.pop(lijn.lijn))
            continue
        rij = over.pop(0) if over else None
        was = gelezen.get(rij["lijn"]) if rij else None
        nieuw = dict(rij or standaard) | {"lijn": lijn.lijn, "omschrijving": lijn.omschrijving}
        if lijn.wie and (was is None or was.wie != lijn.wie):
            nieuw["wie"] = lijn.wie
        if lijn.tegen and (was is None or was.tegen != lijn.tegen):
            nieuw["vervalt_op"] = lijn.tegen.isoformat()
        uit.append(nieuw)
    return uit + met_de_hand
