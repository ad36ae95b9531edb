"""What must hold for every file, against the count day by day; and that each of these tests sees the fault it is for."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from tewerkstelling.rechtenteller.gevallen import gevallen_van
from tewerkstelling.rechtenteller.maat import Gang, Maat
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten, Tellerwerk
from tewerkstelling.rechtenteller.tests.dag_per_dag import nodig_op
from tewerkstelling.rechtenteller.tests.zaken import DAG, mens, tel, zaak

GEWOON = [range(n, n + 30) for n in range(0, 300, 30)]
ALLE = [pytest.param(range(n, n + 100), marks=pytest.mark.traag) for n in range(300, 2000, 100)]
reeksen = pytest.mark.parametrize("reeks", [*GEWOON, *ALLE], ids=str)


def klopt_de_telling(nummer: int) -> None:
    """(a) On the day of the application: what is needed, the period, what is counted; the lines add up to it."""
    feiten, ander, op = zaak(nummer), mens(zaak(nummer)), _op(nummer)
    teller = tel(op, feiten)
    nodig, maanden = nodig_op(teller.aanvraag, feiten.geboortedatum)
    einden = [werk.tot_en_met for werk in feiten.alle_werk]
    if all(einden):
        assert teller.aanvraag == max(einden) + DAG
        op = min(op, max(einden))
    assert (teller.nodig, teller.referte_van) == (nodig, ander.referte(teller.aanvraag, maanden))
    assert teller.geteld == ander.geteld(teller.aanvraag, maanden, op=op)
    assert feiten.al_bewezen + sum(lijn.dagen for lijn in teller.lijnen) == teller.geteld
    assert feiten.al_bewezen + sum(teller.per_werk) == teller.geteld


def klopt_de_dag(nummer: int) -> None:
    """(b) The application succeeds, and none before it; of a day that can never be, none at all."""
    feiten, ander, kies = zaak(nummer), mens(zaak(nummer)), Random(nummer)
    teller = tel(_op(nummer), feiten)

    def lukt(dag: date) -> bool:
        nodig, maanden = nodig_op(dag, feiten.geboortedatum)
        return ander.geteld(dag, maanden) >= nodig

    if teller.verwacht_einde is None and not teller.onmogelijk:
        assert lukt(feiten.start)
        return
    dag = teller.verwacht_einde + DAG if teller.verwacht_einde else feiten.start + 3000 * DAG
    assert bool(teller.onmogelijk) or lukt(dag)
    voor = (dag - feiten.start).days
    proef = {voor - 1, voor - 2, voor - 3, *(kies.randrange(voor) for _ in range(9))}
    assert not [n for n in proef if n >= 0 and lukt(feiten.start + n * DAG)]


def een_gat_geeft_niets(nummer: int) -> None:
    """A period that does not count (and makes the period no longer) never raises the count, nor brings the date forward."""
    feiten, op, kies = zaak(nummer), _op(nummer), Random(nummer)
    voor = tel(op, feiten)
    for _ in range(4):
        van = feiten.start + kies.randrange(500) * DAG
        tot = van + kies.choice([0, 0, 1, 3, 20]) * DAG
        if kies.random() < 0.5 and voor.verwacht_einde:
            van = tot = voor.verwacht_einde  # where it hurts most
        if any(g.van <= tot and van <= g.tot_en_met for g in feiten.gebeurtenissen):
            continue
        na = tel(op, replace(feiten, gebeurtenissen=(*feiten.gebeurtenissen, Gebeurtenis("schorsing", van, tot))))
        assert na.geteld <= voor.geteld or feiten.tot_en_met is None  # without an end the day of application moves
        assert _zo_laat(na) >= _zo_laat(voor)


def knippen_verandert_niets(nummer: int) -> None:
    """A contract in two pieces of equal hours is the same work."""
    feiten, op, kies = zaak(nummer), _op(nummer), Random(nummer)
    duur = ((feiten.tot_en_met or op) - feiten.start).days
    if feiten.wijzigingen or duur < 2:
        return
    heel = tel(op, feiten)
    knip = feiten.start + kies.randrange(1, duur) * DAG
    if any(g.van < knip <= g.tot_en_met for g in feiten.gebeurtenissen):
        return
    werk = {naam: getattr(feiten, naam) for naam in ("uren", "voltijds", "dagen_per_week")}
    eerst = tuple(g for g in feiten.gebeurtenissen if g.van < knip)
    voor = Tellerwerk(start=feiten.start, tot_en_met=knip - DAG, gebeurtenissen=eerst, **werk)
    later = tuple(g for g in feiten.gebeurtenissen if g.van >= knip)
    delen = tel(op, replace(feiten, start=knip, gebeurtenissen=later, vroeger=(*feiten.vroeger, voor)))
    if delen.verwacht_einde is None and not delen.onmogelijk:
        # Proven before the second piece began: the search begins there.
        assert heel.verwacht_einde is None or heel.verwacht_einde < knip or feiten.vroeger or feiten.geboortedatum
        return
    if heel.verwacht_einde is None or heel.verwacht_einde < knip:
        return
    wat = ("verwacht_einde", "onmogelijk", "aanvraag", "nodig", "referte_van", "verlengd_met", "geteld")
    assert [getattr(heel, naam) for naam in wat] == [getattr(delen, naam) for naam in wat]


def later_is_nooit_minder(nummer: int) -> None:
    """For the same application, a later day of looking never shows fewer days."""
    feiten, op = replace(zaak(nummer), aanvraag=date(2031, 5, 7)), _op(nummer)
    reeks = [tel(op + n * DAG, feiten).geteld for n in range(0, 40, 3)]
    assert reeks == sorted(reeks)


def een_langere_telling_begint_hetzelfde(nummer: int) -> None:
    """The day one looks changes no date."""
    feiten, op = zaak(nummer), _op(nummer)
    eens, later = tel(op, feiten), tel(op + 200 * DAG, feiten)
    assert (eens.verwacht_einde, eens.werk_tot, eens.onmogelijk) == (
        later.verwacht_einde,
        later.werk_tot,
        later.onmogelijk,
    )


def _op(nummer: int) -> date:
    return zaak(nummer).start + Random(-nummer).randrange(1200) * DAG


def _zo_laat(teller) -> tuple[bool, date]:
    return bool(teller.onmogelijk), teller.verwacht_einde or date.min


EIGENSCHAPPEN = [
    klopt_de_telling,
    klopt_de_dag,
    een_gat_geeft_niets,
    knippen_verandert_niets,
    later_is_nooit_minder,
    een_langere_telling_begint_hetzelfde,
]


@reeksen
def test_voor_elk_dossier(reeks):
    for nummer in reeks:
        for eigenschap in EIGENSCHAPPEN:
            try:
                eigenschap(nummer)
            except AssertionError as fout:
                raise AssertionError(f"{eigenschap.__name__}({nummer}): {fout}") from fout


def test_er_is_van_alles_bij():
    """Files in which nothing happens would prove nothing."""
    tellers = [tel(_op(n), zaak(n)) for n in range(300)]
    assert sum(bool(t.onmogelijk) for t in tellers) > 5
    assert sum(len(t.feiten.vroeger) > 1 for t in tellers) > 20
    assert sum(t.verlengd_met > 0 for t in tellers) > 20
    verlof = [lijn for t in tellers for lijn in t.lijnen if lijn.soort == "verlof_zonder_wedde"]
    assert {lijn.telt for lijn in verlof} == {"inbegrepen", "niet"}
    assert sum(lijn.telt == "inbegrepen" for lijn in verlof) > 5
    assert sum(any(lijn.soort == "voor_referte" for lijn in t.lijnen) for t in tellers) > 20


# --- One fault per property, and the property that sees it ---


def zonder_verlenging(self, aanvraag, maanden):
    """Sickness does not make the period longer."""
    self.verlengd = []
    return MAAT["referte_van"](self, aanvraag, maanden)


def niets_valt_weg(self, aanvraag, maanden):
    """As it was: the period does not move along with the application."""
    return 0


def geen_slotdag_in_een_gat(self, nummer):
    """Who does not work on the last working day of a month proves its 26th day before it."""
    dag = MAAT["_slotdag"](self, nummer)
    return 0 if any(van <= dag <= tot for van, tot, *_ in self.gaten) else dag


def elk_stuk_apart(self, lo, tot, nodig, grens, *, afgesproken=False):
    """As it was: each contract has its own 26 days a month, counted by itself."""
    alle, gangen = self.delen, []
    for stuk in range(len(self.stukken)):
        self.delen = [deel for deel in alle if deel[5] == stuk]
        gangen.append(MAAT["loop"](self, lo, tot, nodig, grens, afgesproken=afgesproken))
    self.delen = alle
    laatste = gangen[-1]
    lijnen = [lijn for gang in gangen for lijn in gang.lijnen]
    eenheden = sum(gang.eenheden for gang in gangen) - self.al * (len(gangen) - 1)
    return Gang(lijnen, eenheden, laatste.bereikt, laatste.werk_tot)


def een_maand_telt_pas_als_ze_om_is(self, lo, tot, nodig, grens, *, afgesproken=False):
    """Separate days without a limit: a month of 23 working days falls back to 26 when it is over."""
    gang = MAAT["loop"](self, lo, tot, nodig, grens, afgesproken=afgesproken)
    over = tot % 30
    return gang._replace(eenheden=gang.eenheden + over * self.noemer)


def zoekt_vanaf_vandaag(self, lo, tot, nodig, grens, *, afgesproken=False):
    """The day depends on when one looks."""
    gang = MAAT["loop"](self, lo, tot, nodig, grens, afgesproken=afgesproken)
    return gang._replace(bereikt=max(gang.bereikt, tot) if gang.bereikt > 0 else gang.bereikt)


def nooit_tien_dagen(alle_werk, regels):
    """As it was: unpaid leave never counts."""
    return gevallen_van(alle_werk, {soort: rij | {"eerste_dagen": None} for soort, rij in regels.items()})


MAAT = {naam: getattr(Maat, naam) for naam in ("referte_van", "loop", "_slotdag")}


@pytest.mark.parametrize(
    ("wat", "fout", "eigenschap"),
    [
        ("referte_van", zonder_verlenging, klopt_de_telling),
        ("ondergrens", niets_valt_weg, klopt_de_dag),
        ("_slotdag", geen_slotdag_in_een_gat, een_gat_geeft_niets),
        ("loop", elk_stuk_apart, knippen_verandert_niets),
        ("loop", een_maand_telt_pas_als_ze_om_is, later_is_nooit_minder),
        ("loop", zoekt_vanaf_vandaag, een_langere_telling_begint_hetzelfde),
    ],
)
def test_de_eigenschap_ziet_de_fout_waarvoor_ze_er_is(monkeypatch, wat, fout, eigenschap):
    for nummer in range(60):
        eigenschap(nummer)
    monkeypatch.setattr(Maat, wat, fout)
    gezien = 0
    for nummer in range(300):
        with suppress(AssertionError):
            eigenschap(nummer)
            continue
        gezien += 1
        break
    assert gezien, eigenschap.__name__


def test_de_eerste_tien_dagen_zonder_loon(monkeypatch):
    """The same for a fault outside the walk."""
    monkeypatch.setattr("tewerkstelling.rechtenteller.maat.gevallen_van", nooit_tien_dagen)
    gezien = 0
    for nummer in range(300):
        with suppress(AssertionError):
            klopt_de_telling(nummer)
            continue
        gezien += 1
    assert gezien


def test_ook_een_gat_op_de_laatste_werkdag_haalt_de_dag_niet_naar_voren():
    """31 March 2027 without pay: the 26 days of that month stay there."""
    feiten = Tellerfeiten(start=date(2026, 4, 1), geboortedatum=date(1990, 2, 1))
    for dag in (date(2027, 3, 6), date(2027, 3, 31)):
        na = tel(date(2026, 11, 30), replace(feiten, gebeurtenissen=(Gebeurtenis("schorsing", dag, dag),)))
        assert na.verwacht_einde == date(2027, 3, 31)
