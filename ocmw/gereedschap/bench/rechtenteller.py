"""The rechtenteller: ledgers of two years with ten events, against counting the same contracts day by day."""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, paar
from ocmw.regels.sleutels import beginwaarden
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten, Tellerwerk, Tijdvak, rechtenteller

AANTAL = 500
EVENEMENTEN = ("vakantie", "ziekte_ziekenfonds", "schorsing", "ziekte_gewaarborgd", "verlof_zonder_wedde") * 2
TWEE_JAAR = 730


def meet_rechtenteller(bank: Meetbank) -> Tijdmeting:
    """Every line is read; the first days differ, so that nothing is remembered from one contract to the next by luck."""
    contracten = [_contract(bank.wereld.op + timedelta(days=n)) for n in range(AANTAL)]

    def grootboeken() -> None:
        _tel(contracten)

    def dag_per_dag() -> None:
        for feiten in contracten:
            begin = feiten.start.toordinal()
            sum(1 for dag in range(begin, begin + TWEE_JAAR) if dag % 7 in {1, 2, 3, 4, 5})

    def rekentijd() -> float:
        """Seconds of this core, whatever else the machine has to do."""
        begin = process_time()
        grootboeken()
        return process_time() - begin

    per_seconde = AANTAL / min(rekentijd() for _ in range(bank.maten.rondes))
    return replace(
        paar(grootboeken, dag_per_dag, rondes=bank.maten.rondes),
        per_seconde=per_seconde,
        toelichting=f"{AANTAL} grootboeken van twee jaar; per seconde en per kern",
    )


def meet_eerder_werk(bank: Meetbank) -> Tijdmeting:
    """The same contracts after two earlier ones, against without."""
    zonder = [_contract(bank.wereld.op + timedelta(days=n)) for n in range(AANTAL)]
    met = [replace(feiten, vroeger=_eerder(feiten.start)) for feiten in zonder]
    meting = paar(lambda: _tel(met), lambda: _tel(zonder), rondes=bank.maten.rondes)
    return replace(meting, toelichting=f"{AANTAL} grootboeken met twee vroegere contracten tegen zonder")


def _tel(contracten: list[Tellerfeiten]) -> None:
    regels = {sleutel: begin.waarde for sleutel, begin in beginwaarden() if begin.tot is None}
    tijdvakken = [Tijdvak(date.min, None, regels["rva.toelating"], regels["rva.gelijkgesteld"])]
    for feiten in contracten:
        if not rechtenteller(feiten, op=feiten.start + timedelta(days=TWEE_JAAR), tijdvakken=tijdvakken).lijnen:
            raise LookupError("Een grootboek zonder lijnen.")


def _eerder(start: date) -> tuple[Tellerwerk, ...]:
    """Two contracts of four months, each with a fortnight before the next."""
    eerste, tweede = start - timedelta(days=270), start - timedelta(days=135)
    return tuple(Tellerwerk(start=van, tot_en_met=van + timedelta(days=120)) for van in (eerste, tweede))


def _contract(start: date) -> Tellerfeiten:
    gebeurtenissen = tuple(
        Gebeurtenis(soort, start + timedelta(days=20 + 65 * n), start + timedelta(days=26 + 65 * n))
        for n, soort in enumerate(EVENEMENTEN)
    )
    return Tellerfeiten(start=start, tot_en_met=start + timedelta(days=TWEE_JAAR), gebeurtenissen=gebeurtenissen)
