"""One function per factor of a match: a colour, why, and what would make it fit. Pure (F13, F16).

Each takes only the facts it looks at, so one answer serves everybody for whom those are the same: matching one place
against thousands of people comes down to a few hundred comparisons.
"""

from collections.abc import Iterable
from datetime import time
from decimal import Decimal
from functools import lru_cache

from clienten.enums import Antwoord, Taalniveau
from clienten.profiel.enums import Sector, Talent
from ocmw.kalender.woorden import aantal, getal
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.bevinding import Bevindingen, Factoroordeel
from tewerkstelling.match.enums import Factor, Kleur, Vervoer
from tewerkstelling.match.feiten import als_client, als_plek

NIET_TE_ZIEN = "Wat het lichaam aankan, is voor jou afgeschermd. Laat een collega die het dossier volgt eerst kijken."
AFGESCHERMD = "afgeschermd"
_NIVEAUS = list(Taalniveau.values)
onthoud = lru_cache(maxsize=8192)
Dag = tuple[time | None, time | None]  # begin and end of a working day


def uur(moment: time) -> str:
    """7u30, 9u"""
    return f"{moment.hour}u{moment.minute:02d}" if moment.minute else f"{moment.hour}u"


def woorden(
    codes: Iterable[str], keuzes: type[Sector] | type[Talent] | type[FysiekeEis] | type[Werktijd] | type[Vervoer]
) -> str:
    """The labels as a sentence has them: "schoonmaak, groen en buitenwerk"."""
    labels = dict(keuzes.choices)
    return ", ".join(str(labels.get(code, code)) for code in codes).lower()


def _minuten(van: time, tot: time) -> int:
    return (tot.hour - van.hour) * 60 + tot.minute - van.minute


@onthoud
def sector(wil: tuple[str, ...], wil_niet: tuple[str, ...], realistisch: str, hier: str) -> Factoroordeel:
    code, plek = Factor.SECTOR, str(dict(Sector.choices).get(hier, "?"))
    werk = plek.lower()
    te_hoog = realistisch == Antwoord.NEE
    anders = (
        als_client(
            f"de cliënt ook {werk} ziet zitten{' en dat haalbaar is' if te_hoog else ''}",
            sectoren=(*wil, hier),
            sectoren_niet=tuple(x for x in wil_niet if x != hier),
            realistisch=Antwoord.JA if te_hoog else realistisch,
        ),
    )
    if not hier:
        return Factoroordeel(code, Kleur.GRIJS, "Bij de plek staat niet welk soort werk het is.", bij_plek=plek)
    if hier in wil_niet:
        return Factoroordeel(code, Kleur.ROOD, f"Wil niet werken in: {werk}.", "wil niet", plek, anders)
    if hier in wil and te_hoog:
        haalbaar = (als_client("het jobdoelwit haalbaar is", realistisch=Antwoord.JA),)
        zin = f"Wil dit werk ({werk}), maar het jobdoelwit is nu niet haalbaar."
        return Factoroordeel(code, Kleur.ORANJE, zin, "nog niet haalbaar", plek, haalbaar)
    if hier in wil:
        return Factoroordeel(code, Kleur.GROEN, f"Wil dit werk doen: {werk}.", "wil dit", plek)
    if wil:
        zin = f"Zoekt {woorden(wil, Sector)}; hier is het {werk}."
        return Factoroordeel(code, Kleur.ORANJE, zin, "zoekt ander werk", plek, anders)
    return Factoroordeel(code, Kleur.GRIJS, "Welk werk de cliënt wil doen, is niet ingevuld.", bij_plek=plek)


@onthoud
def talent(sterk: tuple[str, ...], leren: tuple[str, ...], gevraagd: tuple[str, ...]) -> Factoroordeel:
    """What the tasks ask beside what somebody is strong in and can still learn: the profile, fed by evaluations."""
    code, plek = Factor.TALENT, aantal(len(gevraagd), "talent", "talenten") if gevraagd else "?"
    if not gevraagd:
        return Factoroordeel(code, Kleur.GRIJS, "Bij de plek staat niet welke talenten het werk vraagt.", bij_plek=plek)
    if not sterk and not leren:
        zin = "Waar de cliënt sterk in is, is niet ingevuld."
        return Factoroordeel(code, Kleur.GRIJS, zin, bij_plek=plek)
    heeft = tuple(x for x in gevraagd if x in sterk)
    leert = tuple(x for x in gevraagd if x in leren and x not in sterk)
    mist = tuple(x for x in gevraagd if x not in sterk)
    kort = f"{len(heeft)} van {len(gevraagd)}"
    if not mist:
        zin = f"Is sterk in wat het werk vraagt: {woorden(heeft, Talent)}."
        return Factoroordeel(code, Kleur.GROEN, zin, kort, plek)
    sterk_in = f" Is sterk in: {woorden(heeft, Talent)}." if heeft else ""
    anders = (
        als_client(
            f"de cliënt sterk wordt in {woorden(mist, Talent)}",
            talenten=(*sterk, *mist),
            te_leren=tuple(x for x in leren if x not in mist),
        ),
    )
    if leert:
        zin = f"Kan nog leren: {woorden(leert, Talent)}.{sterk_in}"
        return Factoroordeel(code, Kleur.ORANJE, zin, kort, plek, anders)
    if heeft:
        zin = f"Niet bekend: {woorden(mist, Talent)}.{sterk_in}"
        return Factoroordeel(code, Kleur.ORANJE, zin, kort, plek, anders)
    zin = f"Of de cliënt sterk is in {woorden(mist, Talent)}, is niet ingevuld."
    return Factoroordeel(code, Kleur.GRIJS, zin, kort, plek)


@onthoud
def uren(laagste: Decimal | None, hoogste: Decimal | None, hier: Decimal | None, marge: float) -> Factoroordeel:
    code = Factor.UREN
    client = bereik(laagste, hoogste)
    plek = f"{getal(hier)} u" if hier is not None else "?"
    if hier is None:
        return Factoroordeel(code, Kleur.GRIJS, "Bij de plek staan geen uren per week.", client, plek)
    if laagste is None and hoogste is None:
        return Factoroordeel(code, Kleur.GRIJS, "Hoeveel uren de cliënt kan werken, is niet ingevuld.", client, plek)
    if hoogste is not None and hier > hoogste:
        verschil, zin, grens = hier - hoogste, f"Kan hoogstens {getal(hoogste)} uur per week werken", hoogste
        client_anders = als_client(f"de cliënt {getal(hier)} uur kan werken", uren_max=hier)
    elif laagste is not None and hier < laagste:
        verschil, zin, grens = laagste - hier, f"Wil minstens {getal(laagste)} uur per week werken", laagste
        client_anders = als_client(f"{getal(hier)} uur genoeg is voor de cliënt", uren_min=hier)
    else:
        return Factoroordeel(code, Kleur.GROEN, f"{getal(hier)} uur per week past.", client, plek)
    kleur = _tot(marge, float(verschil))
    plek_anders = als_plek(f"{getal(grens)} uur in plaats van {getal(hier)}", uren=grens)
    return Factoroordeel(
        code, kleur, f"{zin}; de plek vraagt {getal(hier)}.", client, plek, (plek_anders, client_anders)
    )


def bereik(laagste: Decimal | None, hoogste: Decimal | None) -> str:
    if laagste is not None and hoogste is not None:
        return f"{getal(laagste)} u" if laagste == hoogste else f"{getal(laagste)} tot {getal(hoogste)} u"
    if hoogste is not None:
        return f"tot {getal(hoogste)} u"
    return f"vanaf {getal(laagste)} u" if laagste is not None else "?"


@onthoud
def werktijd(kan: Dag, werktijden: tuple[str, ...], plek: Dag, ploegen: tuple[str, ...], marge: int) -> Factoroordeel:
    """Begin and end of the day, and the shifts; judged on what both sides filled in."""
    (kan_van, kan_tot), (begint, eindigt) = kan, plek
    gevonden, vergeleken = Bevindingen(), False
    if begint and kan_van:
        vergeleken = True
        if begint < kan_van:
            gevonden.bezwaar(
                _tot(marge, _minuten(begint, kan_van)),
                f"Begint om {uur(begint)}; de cliënt kan vanaf {uur(kan_van)}.",
                plek=(f"start om {uur(kan_van)}", {"begint_om": kan_van}),
                client=(f"de cliënt al om {uur(begint)} kan beginnen", {"kan_van": begint}),
            )
    if eindigt and kan_tot:
        vergeleken = True
        if eindigt > kan_tot:
            gevonden.bezwaar(
                _tot(marge, _minuten(kan_tot, eindigt)),
                f"Eindigt om {uur(eindigt)}; de cliënt moet klaar zijn om {uur(kan_tot)}.",
                plek=(f"klaar om {uur(kan_tot)}", {"eindigt_om": kan_tot}),
                client=(f"de cliënt tot {uur(eindigt)} kan werken", {"kan_tot": eindigt}),
            )
    if werktijden and ploegen:
        vergeleken = True
        _ploegen(gevonden, werktijden, ploegen)
    teksten = (_dag(kan_van, kan_tot, werktijden), _dag(begint, eindigt, ploegen))
    if not vergeleken:
        van_plek = begint is None and eindigt is None and not ploegen
        wie = "van de plek" if van_plek else "van de cliënt"
        return Factoroordeel(Factor.WERKTIJD, Kleur.GRIJS, f"De werktijden {wie} zijn niet ingevuld.", *teksten)
    if not gevonden.iets_mis:
        gevonden.goed("De werktijden passen.")
    return gevonden.oordeel(Factor.WERKTIJD, *teksten)


def _ploegen(gevonden: Bevindingen, werktijden: tuple[str, ...], ploegen: tuple[str, ...]) -> None:
    mist = tuple(ploeg for ploeg in ploegen if ploeg not in werktijden)
    if mist:
        namen = woorden(mist, Werktijd)
        blijft = tuple(ploeg for ploeg in ploegen if ploeg not in mist)
        gevonden.bezwaar(
            Kleur.ROOD,
            f"Vraagt werktijden die voor de cliënt niet kunnen: {namen}.",
            plek=(f"zonder {namen}", {"werktijden": blijft}),
            client=(f"ook {namen} kan voor de cliënt", {"werktijden": (*werktijden, *mist)}),
        )


def _tot(marge: float, verschil: float) -> Kleur:
    return Kleur.ORANJE if verschil <= marge else Kleur.ROOD


def _dag(van: time | None, tot: time | None, ploegen: tuple[str, ...]) -> str:
    if van and tot:
        return f"{uur(van)} tot {uur(tot)}"
    if van or tot:
        return f"vanaf {uur(van)}" if van else f"tot {uur(tot)}" if tot else ""
    return {0: "?", 1: woorden(ploegen, Werktijd).split(" (")[0]}.get(len(ploegen), "in ploegen")


@onthoud
def opvang(
    in_orde: str,
    plek: Dag,
    ploegen: tuple[str, ...],
    open_van: time,
    open_tot: time,
) -> Factoroordeel:
    """The randvoorwaarde kinderopvang. Without it, work outside the hours of a crèche is red, day work amber."""
    code = Factor.OPVANG
    if in_orde == Antwoord.JA:
        return Factoroordeel(code, Kleur.GROEN, "De kinderopvang is in orde.", "in orde", "")
    if in_orde != Antwoord.NEE:
        return Factoroordeel(code, Kleur.GRIJS, "Of de kinderopvang in orde is, is niet ingevuld.", "?", "")
    begint, eindigt = plek
    buiten = (begint is not None and begint < open_van) or (eindigt is not None and eindigt > open_tot)
    buiten = buiten or bool(set(ploegen) - {Werktijd.DAG})
    zin = "De kinderopvang is nog niet in orde"
    zin += (
        ", en dit werk valt buiten de uren van de opvang."
        if buiten
        else "; dit werk valt wel binnen de uren van de opvang."
    )
    anders = (als_client("de kinderopvang geregeld is", kinderopvang=Antwoord.JA),)
    return Factoroordeel(code, Kleur.ROOD if buiten else Kleur.ORANJE, zin, "niet in orde", "", anders)


@onthoud
def reis(hoogstens: int | None, minuten: int | None, marge: int) -> Factoroordeel:
    code = Factor.REIS
    client = f"tot {hoogstens} min" if hoogstens is not None else "?"
    plek = f"{minuten} min" if minuten is not None else "?"
    if minuten is None or hoogstens is None:
        wie = "Hoe lang de reis duurt" if minuten is None else "Hoe lang de cliënt wil reizen"
        return Factoroordeel(code, Kleur.GRIJS, f"{wie}, is niet ingevuld.", client, plek)
    if minuten <= hoogstens:
        return Factoroordeel(code, Kleur.GROEN, f"De reis duurt {minuten} minuten; tot {hoogstens} gaat.", client, plek)
    anders = (
        als_plek(f"de reis hoogstens {hoogstens} minuten duurt", reisminuten=hoogstens),
        als_client(f"de cliënt {minuten} minuten wil reizen", max_reisminuten=minuten),
    )
    kleur = _tot(marge, minuten - hoogstens)
    return Factoroordeel(
        code, kleur, f"De reis duurt {minuten} minuten; de cliënt reist hoogstens {hoogstens}.", client, plek, anders
    )


@onthoud
def taal(niveau: str, nodig: str, stappen: int) -> Factoroordeel:
    code = Factor.TAAL
    if not nodig:
        return Factoroordeel(
            code, Kleur.GRIJS, "Bij de plek staat niet hoeveel Nederlands nodig is.", niveau or "?", "?"
        )
    if not niveau:
        return Factoroordeel(code, Kleur.GRIJS, "Het niveau Nederlands van de cliënt is niet ingevuld.", "?", nodig)
    tekort = _NIVEAUS.index(nodig) - _NIVEAUS.index(niveau)
    if tekort <= 0:
        return Factoroordeel(code, Kleur.GROEN, f"Spreekt {niveau}; {nodig} is nodig.", niveau, nodig)
    anders = (
        als_client(f"taal {niveau} → {nodig}", taal=nodig),
        als_plek(f"de plek werkt met {niveau}", taalniveau=niveau),
    )
    kleur = _tot(stappen, tekort)
    zin = f"Spreekt {niveau}; {nodig} is nodig ({aantal(tekort, 'stap', 'stappen')} hoger)."
    return Factoroordeel(code, kleur, zin, niveau, nodig, anders)


@onthoud
def fysiek(beperkt: str, niet_mogelijk: tuple[str, ...], eisen: tuple[str, ...], *, ziet: bool) -> Factoroordeel:
    """What the work asks of the body. Who may not know reads that a colleague has to look."""
    code, plek = Factor.FYSIEK, aantal(len(eisen), "eis", "eisen") if eisen else "?"
    if not ziet:
        # The same sentence whatever the answer, also when there is none: that somebody is healthy is shielded too.
        return Factoroordeel(code, Kleur.GRIJS, NIET_TE_ZIEN, AFGESCHERMD, plek)
    if beperkt == Antwoord.NEE:
        return Factoroordeel(
            code, Kleur.GROEN, "Er is geen lichamelijke beperking voor het werk.", "geen beperking", plek
        )
    if beperkt != Antwoord.JA:
        return Factoroordeel(code, Kleur.GRIJS, "Of er lichamelijke beperkingen zijn, is niet ingevuld.", "?", plek)
    botst = tuple(eis for eis in eisen if eis in niet_mogelijk)
    if botst:
        namen = woorden(botst, FysiekeEis)
        anders = (als_plek(f"zonder {namen}", eisen=tuple(eis for eis in eisen if eis not in botst)),)
        return Factoroordeel(code, Kleur.ROOD, f"Kan niet: {namen}.", "kan niet", plek, anders)
    if not eisen:
        zin = "Er is een beperking, en bij de plek staat niet wat het werk van het lichaam vraagt."
        return Factoroordeel(code, Kleur.GRIJS, zin, "beperking", plek)
    return Factoroordeel(code, Kleur.GROEN, "Wat niet kan, is hier niet nodig.", "past", plek)
