"""What should happen now in one dossier: one step, with its reason and the page where it is done.

Pure: the facts come in, the step comes out. In this order, the first that holds: a closed dossier; what is late or due today; what
the dossier still waits for before a traject can run (referral, intake, somebody who guides it); what the gate of the phase asks;
the promise that comes first; the appointment that comes. There is always an answer, also when nothing waits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clienten.enums import Stap
from ocmw.kalender.woorden import afstand, korte_dag, te_laat
from ocmw.toegang.rechten import Recht

EERSTE_FASEN = (Stap.FASE_1, Stap.FASE_2, Stap.FASE_3)


@dataclass(frozen=True)
class Wacht:
    """An open promise, as this reader sees it. `pagina` is empty when she has no page to keep it on."""

    zin: str
    vervalt_op: date
    uitleg: str = ""
    label: str = ""
    pagina: str = ""
    van_de_bundel: bool = False


@dataclass(frozen=True)
class Bundelwacht:
    """A referral that waits: for whom, since when, and what this reader does about it; `doe` is empty when it is not up to her."""

    wat: str
    op_wie: str
    sinds: date
    doe: str = ""


@dataclass(frozen=True)
class Stapfeiten:
    """`termijnen` in the order of their day; `poort` what the next phase still asks; `rechten` codes of the reader."""

    stap: int
    gesloten: bool
    heeft_coach: bool
    rechten: frozenset[str]
    termijnen: Sequence[Wacht] = ()
    poort: Sequence[str] = ()
    afspraak: date | None = None
    bundel: Bundelwacht | None = None


@dataclass(frozen=True)
class Volgende:
    """`pagina` is a URL name that takes the client, or an address; empty when there is nothing to open."""

    zin: str
    waarom: str = ""
    label: str = ""
    pagina: str = ""
    laat: bool = False
    uit_termijn: bool = False  # the first promise is the step


def volgende_stap(feiten: Stapfeiten, *, op: date) -> Volgende:
    if feiten.gesloten:
        return _met_recht(
            feiten, Recht.CLIENT_BEHEREN,
            Volgende("Dit dossier is gesloten.", "Komt de cliënt terug, dan heropen je het.", "Heropen", "dossier:client_heropenen"),
        )  # fmt: skip
    eerste = next(iter(feiten.termijnen), None)
    if eerste is not None and eerste.vervalt_op <= op:
        if eerste.van_de_bundel and feiten.bundel is not None:
            return _uit_bundel(feiten.bundel, op=op, laat=eerste.vervalt_op < op, uit_termijn=True)
        return _uit_termijn(eerste, op=op)
    return _voor_het_traject(feiten, op=op) or _uit_de_poort(feiten) or _wat_komt(feiten, eerste, op=op)


def _uit_termijn(wacht: Wacht, *, op: date) -> Volgende:
    wanneer = te_laat(wacht.vervalt_op, op) or f"{korte_dag(wacht.vervalt_op)}, {afstand(wacht.vervalt_op, op)}"
    zin = f"{wacht.zin} ({wanneer})."
    return Volgende(zin, wacht.uitleg, wacht.label, wacht.pagina, laat=wacht.vervalt_op < op, uit_termijn=True)


def _voor_het_traject(feiten: Stapfeiten, *, op: date) -> Volgende | None:
    if feiten.stap == Stap.NIEUW:
        stap = Volgende(
            "Maak de doorverwijzing.", "Met de bundel weet de trajectbegeleider wie er komt en waarom.", "Open de bundel", "trajecten:aanmelding"
        )  # fmt: skip
        return _met_recht(feiten, Recht.DOSSIER_LEZEN, stap)
    if feiten.stap == Stap.DOORVERWEZEN and feiten.bundel is not None:
        return _uit_bundel(feiten.bundel, op=op)
    if not feiten.heeft_coach:
        stap = Volgende(
            "Kies een trajectbegeleider.", "Niemand volgt dit dossier.", "Wijs toe", "dossier:dossier_toewijzen"
        )
        return _met_recht(feiten, Recht.TOEWIJZEN, stap)
    if feiten.stap == Stap.DOORVERWEZEN:
        return Volgende(
            "Beantwoord de doorverwijzing.", "De bundel is verstuurd.", "Bekijk de bundel", "trajecten:aanmelding"
        )
    if feiten.stap == Stap.INTAKE:
        stap = Volgende("Doe de intake.", "Daarna begint het traject.", "Open de intake", "trajecten:intake_edit")
        return _met_recht(feiten, Recht.TRAJECT_BEHEREN, stap)
    return None


def _uit_bundel(bundel: Bundelwacht, *, op: date, laat: bool = False, uit_termijn: bool = False) -> Volgende:
    """An instruction for who has to do it; for the others how long it waits, and for whom."""
    sinds = f"sinds {korte_dag(bundel.sinds)} ({afstand(bundel.sinds, op)})"
    zin = bundel.doe or f"De doorverwijzing wacht op {bundel.wat} van {bundel.op_wie}, {sinds}."
    waarom = f"Ze wacht {sinds}." if bundel.doe else "Duurt het te lang, vraag het dan na."
    return Volgende(zin, waarom, "Bekijk de bundel", "trajecten:aanmelding", laat=laat, uit_termijn=uit_termijn)


def _uit_de_poort(feiten: Stapfeiten) -> Volgende | None:
    if not feiten.poort:
        return None
    meer = len(feiten.poort) - 1
    zin = feiten.poort[0]
    waarom = f"Voor de volgende fase; daarna nog {meer}." if meer else "Dan kan het traject naar de volgende fase."
    return Volgende(zin, waarom, "Naar het traject", "trajecten:traject_detail")


def _wat_komt(feiten: Stapfeiten, eerste: Wacht | None, *, op: date) -> Volgende:
    if feiten.afspraak is not None and (eerste is None or feiten.afspraak <= eerste.vervalt_op):
        return Volgende(
            f"Afspraak op {korte_dag(feiten.afspraak)} ({afstand(feiten.afspraak, op)}).",
            "Er is niets dat eerder moet.",
        )
    if eerste is not None:
        return _uit_termijn(eerste, op=op)
    stap = Volgende(
        "Niets dat wacht.", "Er staat geen termijn of afspraak open.", "Plan een afspraak", "trajecten:afspraak_nieuw"
    )
    return _met_recht(feiten, Recht.GESPREK_NOTEREN, stap)


def _met_recht(feiten: Stapfeiten, recht: Recht, stap: Volgende) -> Volgende:
    """The step for everybody; its button only for who may."""
    return stap if recht in feiten.rechten else Volgende(stap.zin, stap.waarom, laat=stap.laat)
