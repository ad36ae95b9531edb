"""The caseload report of a period: in, out, phases, promises, per colleague and per OCMW, with what the words mean (R11)."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from ocmw.kalender.woorden import MAANDEN_KORT, aantal, dag_in_woorden, opsomming
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.werkruimte.rapporten.caseload_werk import DEFINITIES as WERKDEFINITIES
from ocmw.werkruimte.rapporten.caseload_werk import gewoonwerksectie, werksectie
from ocmw.werkruimte.rapporten.cijfers import Bereik, Cijfers, Termijnrij, Trajectrij
from ocmw.werkruimte.rapporten.grafiek import FASEN, Grafiek, Grafieksoort, Reeks
from ocmw.werkruimte.rapporten.kleinecel import heeft_kleine_cel, verberg_kleine_cellen
from ocmw.werkruimte.rapporten.rapport import (
    Beeld,
    Blok,
    Cel,
    Celsoort,
    Mededeling,
    Rapport,
    Rapporttabel,
    Rapporttekst,
    Sectie,
    Tabelkolom,
)
from ocmw.werkruimte.rapporten.werkcijfers import Gewoonwerkcijfers, Werkcijfers
from tewerkstelling.beloften import FASEVOORSTEL
from trajecten.enums import Stopreden

GETAL, AANDEEL = Celsoort.GETAL, Celsoort.AANDEEL
MAX_MAANDEN_IN_BEELD = 13

DEFINITIES = (
    ("Traject", "de begeleiding van één cliënt in vijf fasen, van de start tot de afsluiting"),
    ("Instroom", "trajecten die in de periode gestart zijn"),
    ("Uitstroom", "trajecten die in de periode afgesloten zijn, om welke reden ook"),
    ("Doorstroom", "uitstroom met als reden: doorstroom naar regulier werk"),
    ("Lopend", "gestart op of voor die dag, en op die dag nog niet afgesloten"),
    ("Dagen per fase", "verblijven in een fase die in de periode eindigden; een verblijf van 0 dagen telt niet mee"),
    ("Mediaan", "de helft van de verblijven duurde korter, de helft langer"),
    ("Terugkeer", "een stap naar een eerdere fase; dat mag en is geen fout"),
    ("Te laat", "een termijn die nog open is en waarvan de dag voorbij is; we rekenen met de dag zoals ze nu vastligt"),
    ("Per medewerker", "trajecten bij wie begeleidt; termijnen bij wie iets moet doen, zoals op Vandaag"),
)


def caseload_rapport(
    bereik: Bereik, *, opgemaakt_door: str, moment: datetime, kleine_cel: int = 0, gedeeltelijk: tuple[str, ...] = ()
) -> Rapport:
    """`kleine_cel` > 0: the report leaves the team, groups smaller than that are not shown (D15).

    `gedeeltelijk` names the OCMWs of which the reader sees only a part.
    """
    cijfers = Cijfers(bereik)
    samen = opsomming(ocmw.naam for ocmw in bereik.ocmws)
    secties = (
        Sectie("Overzicht", tuple(_overzicht(cijfers, gedeeltelijk))),
        Sectie("Cliënten per fase", tuple(_fasen(cijfers)), "Waar staat elk lopend traject op de laatste dag?"),
        Sectie("Instroom en uitstroom", tuple(_stroom(cijfers))),
        Sectie("Hoe lang duurt een fase?", tuple(_duur(cijfers))),
        werksectie(Werkcijfers(bereik)),
        gewoonwerksectie(Gewoonwerkcijfers(bereik)),
        Sectie("Termijnen", tuple(_termijnen(cijfers)), "Wat is afgesproken of hoort te gebeuren, op de laatste dag."),
        *([] if kleine_cel else [Sectie("Per medewerker", (_per_coach(cijfers),))]),
        *([Sectie("Per OCMW", (_per_ocmw(cijfers),))] if len(bereik.ocmws) > 1 else []),
    )
    if kleine_cel:
        secties = tuple(verberg_klein(sectie, kleine_cel) for sectie in secties)
        secties = (_met_uitleg(secties[0], kleine_cel), *secties[1:])
    return Rapport(
        titel="Caseloadrapport",
        ocmw=bereik.ocmws[0].naam,
        onderwerp=samen,
        periode=f"{dag_in_woorden(bereik.van)} tot en met {dag_in_woorden(bereik.tot_en_met)}",
        opgemaakt_door=opgemaakt_door,
        opgemaakt_op=moment,
        secties=secties,
        definities=(*DEFINITIES, *WERKDEFINITIES),
        kenmerken=(("Stand op", dag_in_woorden(bereik.peildag)),),
        voettekst="Cijfers zonder namen van cliënten." if kleine_cel else "Voor gebruik binnen het team.",
        bestandsnaam=f"caseload-{bereik.ocmws[0].code}-{bereik.van:%Y%m%d}-{bereik.tot_en_met:%Y%m%d}",
    )


def verberg_klein(sectie: Sectie, grens: int) -> Sectie:
    """Tables with small groups hidden; a picture that would show one makes place for its table, if there is none yet."""
    tabellen = [{kolom.kop for kolom in blok.kolommen} for blok in sectie.blokken if isinstance(blok, Rapporttabel)]
    blokken: list[Blok] = []
    for blok in sectie.blokken:
        if isinstance(blok, Rapporttabel):
            blokken.append(verberg_kleine_cellen(blok, grens))
        elif isinstance(blok, Beeld) and blok.tabel:
            waarden = [cel for rij in blok.tabel.rijen for cel in rij if isinstance(cel, int | float)]
            koppen = {kolom.kop for kolom in blok.tabel.kolommen}
            if not heeft_kleine_cel(waarden, grens):
                blokken.append(blok)
            elif not any(koppen <= tabel for tabel in tabellen):
                blokken.append(verberg_kleine_cellen(blok.tabel, grens))
        else:
            blokken.append(blok)
    return Sectie(sectie.titel, tuple(blokken), sectie.inleiding)


def _met_uitleg(sectie: Sectie, grens: int) -> Sectie:
    zin = (
        f"Dit rapport is bedoeld voor lezers buiten het team. Groepen van minder dan {grens} mensen staan er als "
        f"“< {grens}” in, zodat niemand herkenbaar is. Waar je een groep anders kan terugrekenen, staat er “verborgen”, "
        "ook bij een grotere groep. De cijfers per medewerker staan er niet in."
    )
    return Sectie(sectie.titel, (Mededeling(zin), *sectie.blokken), sectie.inleiding)


def _overzicht(cijfers: Cijfers, gedeeltelijk: tuple[str, ...]) -> Iterable[Blok]:
    bereik = cijfers.bereik
    if bereik.peildag < bereik.tot_en_met:
        yield Mededeling(f"De periode loopt nog. De cijfers gaan tot en met {dag_in_woorden(bereik.peildag)}.")
    for naam in gedeeltelijk:
        yield Mededeling(f"Van {naam} tellen alleen de cliënten mee die jouw team nu begeleidt.")
    bundels = cijfers.doorverwijzingen
    werk = cijfers.uitstroom_per_reden[Stopreden.WERK]
    yield Rapporttabel(
        (Tabelkolom("Trajecten"), Tabelkolom("Aantal", GETAL)),
        (
            ("Liepen al voor de periode", len(cijfers.vooraf)),
            ("Instroom", len(cijfers.instroom)),
            ("Uitstroom", len(cijfers.uitstroom)),
            ("waarvan doorstroom naar regulier werk", werk),
            ("Lopend op de laatste dag", len(cijfers.lopend)),
        ),
    )
    yield Rapporttabel(
        (Tabelkolom("Doorverwijzingen"), Tabelkolom("Aantal", GETAL)),
        (
            ("Verstuurd in de periode", bundels["verstuurd"]),
            ("Aanvaard in de periode", bundels["aanvaard"]),
            ("Afgewezen in de periode", bundels["afgewezen"]),
            ("Wacht op een antwoord op de laatste dag", bundels["wacht"]),
        ),
    )


def _fasen(cijfers: Cijfers) -> Iterable[Blok]:
    grafiek = Grafiek(
        f"Lopende trajecten per fase op {dag_in_woorden(cijfers.peildag)}",
        tuple(f"{fase.value}. {fase.label}" for fase in cijfers.per_fase),
        (Reeks("Trajecten", tuple(cijfers.per_fase.values())),),
        kleuren=FASEN,
        wat="Fase",
    )
    yield grafiek.als_beeld()
    if anders := _anders_dan_het_werk(cijfers):
        zin = aantal(anders, "traject staat", "trajecten staan")
        yield Rapporttekst((f"{zin} volgens het werk in een andere fase: er wacht een voorstel in het dossier.",))


def _anders_dan_het_werk(cijfers: Cijfers) -> int:
    """Running trajecten with a proposal that waits on the peildag, not one about work that is still to begin."""
    weken = timedelta(days=FASEVOORSTEL.tijd(cijfers.peildag))
    wachtend = (t for t in cijfers.termijnen if t.soort == FASEVOORSTEL and cijfers.is_open(t))
    return len({t.client for t in wachtend if t.vervalt_op - weken <= cijfers.peildag})


def _stroom(cijfers: Cijfers) -> Iterable[Blok]:
    maanden = cijfers.per_maand
    if len(maanden) > 1:
        grafiek = Grafiek(
            "Instroom en uitstroom per maand",
            tuple(f"{MAANDEN_KORT[maand.month - 1]} {maand:%y}" for maand, _, _ in maanden),
            (Reeks("Instroom", tuple(m[1] for m in maanden)), Reeks("Uitstroom", tuple(m[2] for m in maanden))),
            soort=Grafieksoort.KOLOMMEN,
            wat="Maand",
        )
        yield grafiek.als_beeld() if len(maanden) <= MAX_MAANDEN_IN_BEELD else grafiek.tabel()
    totaal = len(cijfers.uitstroom)
    rijen = tuple(
        (Stopreden(reden).label, aantal, aantal / totaal) for reden, aantal in cijfers.uitstroom_per_reden.most_common()
    )
    yield Rapporttabel(
        (Tabelkolom("Reden van de afsluiting"), Tabelkolom("Aantal", GETAL), Tabelkolom("Aandeel", AANDEEL)),
        rijen,
        bijschrift="Uitstroom naar reden",
        leeg="In deze periode is geen enkel traject afgesloten.",
        totaal=("Samen", totaal, 1) if rijen else None,
    )


def _duur(cijfers: Cijfers) -> Iterable[Blok]:
    yield Rapporttabel(
        (
            Tabelkolom("Fase"),
            Tabelkolom("Afgeronde verblijven", GETAL),
            Tabelkolom("Gemiddeld aantal dagen", Celsoort.MAAT),
            Tabelkolom("Mediaan in dagen", Celsoort.MAAT),
        ),
        tuple(
            (f"{fase.value}. {fase.label}", duur.aantal, duur.gemiddelde, duur.mediaan)
            for fase, duur in cijfers.dagen_per_fase.items()
        ),
        bijschrift="Verblijven die in de periode eindigden",
    )
    yield Rapporttabel(
        (Tabelkolom("Terugkeer"), Tabelkolom("Aantal", GETAL)), (("Stappen naar een eerdere fase", cijfers.terugkeer),)
    )


def _termijnen(cijfers: Cijfers) -> Iterable[Blok]:
    per_soort = {soort: _tel_termijnen(cijfers, soort) for soort in TERMIJNSOORTEN}
    aanwezig = [soort for soort, (_, op_tijd, laat) in per_soort.items() if op_tijd + laat]
    if aanwezig:
        yield Grafiek(
            f"Open termijnen op {dag_in_woorden(cijfers.peildag)}",
            tuple(soort.label for soort in aanwezig),
            (
                Reeks("Op tijd", tuple(per_soort[soort][1] for soort in aanwezig)),
                Reeks("Te laat", tuple(per_soort[soort][2] for soort in aanwezig)),
            ),
            soort=Grafieksoort.GESTAPELD,
            wat="Termijn",
        ).als_beeld()
    yield Rapporttabel(
        # No column with the sum: beside a hidden number it would give that number away.
        (
            Tabelkolom("Termijn"),
            Tabelkolom("Afgewerkt in de periode", GETAL),
            Tabelkolom("Op tijd", GETAL),
            Tabelkolom("Te laat", GETAL),
        ),
        tuple(
            (soort.label, klaar, op_tijd, laat)
            for soort, (klaar, op_tijd, laat) in per_soort.items()
            if klaar + op_tijd + laat
        ),
        bijschrift="Termijnen per soort",
        leeg="Er waren geen termijnen in deze periode.",
    )


def _tel_termijnen(cijfers: Cijfers, soort: str) -> tuple[int, int, int]:
    """Kept in the period, open and in time, open and late."""
    rijen = [t for t in cijfers.termijnen if t.soort == soort]
    laat = sum(cijfers.is_te_laat(t) for t in rijen)
    open_ = sum(cijfers.is_open(t) for t in rijen)
    return sum(t.voldaan and not cijfers.is_open(t) for t in rijen), open_ - laat, laat


def _per_coach(cijfers: Cijfers) -> Rapporttabel:
    """A traject counts with who guides it, a termijn with who must act: that is what stands on Vandaag of that colleague."""
    namen = cijfers.verantwoordelijken | dict(cijfers.coach_van.values())

    def wie(rij: Trajectrij | Termijnrij) -> int:
        return (rij.wie or 0) if isinstance(rij, Termijnrij) else cijfers.coach_van.get(rij.client, (0, ""))[0]

    volgorde = sorted(namen, key=lambda pk: namen[pk].casefold())
    return _verdeling(cijfers, "Medewerker", wie, [*((pk, namen[pk]) for pk in volgorde), (0, "Niemand")])


def _per_ocmw(cijfers: Cijfers) -> Rapporttabel:
    groepen = [(ocmw.pk, ocmw.naam) for ocmw in cijfers.bereik.ocmws]
    return _verdeling(cijfers, "OCMW", lambda rij: rij.ocmw, groepen)


def _verdeling(
    cijfers: Cijfers, wat: str, groep: Callable[[Trajectrij | Termijnrij], int], groepen: list[tuple[int, str]]
) -> Rapporttabel:
    """The same five counts, divided over colleagues or organisations; a group without anything is left out."""
    reeksen: list[list[Trajectrij] | list[Termijnrij]] = [
        cijfers.lopend,
        cijfers.instroom,
        cijfers.uitstroom,
        [t for t in cijfers.termijnen if cijfers.is_open(t)],
        [t for t in cijfers.termijnen if cijfers.is_te_laat(t)],
    ]
    telling: dict[int, list[int]] = {pk: [0] * len(reeksen) for pk, _ in groepen}
    for k, reeks in enumerate(reeksen):
        for rij in reeks:
            telling[groep(rij)][k] += 1
    rijen: list[tuple[Cel, ...]] = [(naam, *telling[pk]) for pk, naam in groepen if any(telling[pk])]
    koppen = ("Lopend", "Instroom", "Uitstroom", "Termijnen open", "Termijnen te laat")
    return Rapporttabel(
        (Tabelkolom(wat), *(Tabelkolom(kop, GETAL) for kop in koppen)),
        tuple(rijen),
        leeg="Er zijn geen trajecten in deze periode.",
        totaal=("Samen", *(len(reeks) for reeks in reeksen)) if len(rijen) > 1 else None,
    )
