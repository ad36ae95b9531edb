"""From the rows of one client to the months of the TWE money, with everything a page needs to explain them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.kalender.maanden import laatste_dag_van_maand
from ocmw.kalender.woorden import dag_in_woorden, euro
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regel
from tewerkstelling.enums import Contractsoort
from tewerkstelling.geld.kwartalen import Kwartaalsom, per_kwartaal
from tewerkstelling.geld.models import TweRegistratie
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.teller import feiten_met_vorige, werk_nodig_tot
from trajecten.twe.gevolgen import Gevolg
from trajecten.twe.models import Werkervaring
from trajecten.twe.tarieven import Geldregels, Tarieven
from trajecten.twe.venster import TweVenster
from trajecten.twe.vergoeding import Looptijd, Maand, Registratie, Twefeiten, Vergoeding, vergoeding

NIETS = Decimal(0)


@dataclass(frozen=True)
class Geldstand:
    """`nodig_zin`: where we know from whether art.60 past the window is needed; empty when nothing runs past it."""

    werkervaring: Werkervaring
    registratie: TweRegistratie | None
    feiten: Twefeiten
    geldregels: Geldregels
    uit: Vergoeding
    kwartalen: list[Kwartaalsom]
    nodig_zin: str
    op: date

    @property
    def regels(self) -> tuple[Regelwaarde, ...]:
        """Those these months were counted with."""
        return self.geldregels.gebruikt(max([self.feiten.einde, *(m.laatste_dag for m in self.uit.maanden)]))

    @property
    def zeker(self) -> Decimal:
        """Months whose last day is behind us."""
        return sum((m.bedrag for m in self.uit.maanden if m.laatste_dag < self.op), NIETS)

    @property
    def betaald(self) -> int:
        """How many months pay."""
        return sum(m.bedrag > 0 for m in self.uit.maanden)

    @property
    def op_einde(self) -> Decimal:
        return sum((k.later for k in self.kwartalen), NIETS)

    @property
    def per_kwartaal(self) -> Decimal:
        return sum((k.nu for k in self.kwartalen), NIETS)

    @property
    def gemist(self) -> Decimal:
        """In months that do not count, or not fully, and would when their reason were solved."""
        return sum((m.gemist for m in self.uit.maanden), NIETS)

    @property
    def deze_maand(self) -> Maand | None:
        return next((m for m in self.uit.maanden if m.laatste_dag >= self.op), None)

    @property
    def stopt_voor_maandeinde(self) -> date | None:
        """The day it was stopped, when that month is lost because it was not the last one."""
        dag = self.werkervaring.gestopt_op
        return dag if dag and dag != laatste_dag_van_maand(dag) else None

    @property
    def nog_op_tijd(self) -> bool:
        """No art.60 yet, and it can still start in time."""
        return not self.feiten.binnen and self.op <= self.geldregels.venster.tijdig_art60_tot

    @property
    def zonder_einde(self) -> bool:
        return any(c.tot_en_met is None for c in self.feiten.binnen)


def nodig_tot(antwoord: str, rechten: date | None) -> date | None:
    """Until when art.60 past the window is needed (T16): what was recorded goes before what we count."""
    if antwoord == Antwoord.JA:
        return date.max
    return None if antwoord == Antwoord.NEE else rechten


def twefeiten(
    werkervaring: Werkervaring,
    venster: TweVenster,
    contracten: Iterable[Tewerkstelling],
    registratie: TweRegistratie | None,
    rechten: Callable[[Tewerkstelling], date | None],
) -> tuple[Twefeiten, str]:
    """The facts of one window, and the sentence that says whether art.60 past it is needed (empty: nothing runs past).

    `rechten`: the expected day of rights of a contract; asked only when a contract runs past the window.
    """
    art60 = [contract for contract in contracten if contract.soort == Contractsoort.ART60]
    laatste = max(art60, key=lambda c: c.van, default=None)
    loopt_over = laatste and (laatste.laatste_dag is None or laatste.laatste_dag > venster.laatste_dag)
    dag = rechten(laatste) if laatste and loopt_over else None
    antwoord = registratie.na_24_nodig if registratie else Antwoord.ONBEKEND
    feiten = Twefeiten(
        start=werkervaring.start,
        einde=werkervaring.gestopt_op or venster.laatste_dag,
        art60=tuple(Looptijd(c.van, c.laatste_dag) for c in art60),
        nodig_tot=nodig_tot(antwoord, dag),
        registratie=registratie.als_registratie if registratie else Registratie(),
    )
    return feiten, _nodig_zin(antwoord, dag) if loopt_over else ""


def geldstand(
    client: Client, werkervaring: Werkervaring, *, op: date, anders: Tewerkstelling | None = None
) -> Geldstand:
    """Six queries at most. `anders`: a contract as it would be, instead of as it is stored. Raises OnbekendeRegel for a
    window before TWE existed."""
    tarieven = Tarieven()
    regels = tarieven.voor(werkervaring.start)
    registratie = TweRegistratie.objects.filter(werkervaring=werkervaring).select_related("gewijzigd_door").first()
    contracten = Tewerkstelling.objects.filter(client=client).order_by("van")
    alle = [anders if anders and anders.pk == contract.pk else contract for contract in contracten]
    feiten, nodig_zin = twefeiten(
        werkervaring, regels.venster, alle, registratie, lambda laatste: _rechten(client, laatste, alle, op=op)
    )
    uit = vergoeding(feiten, regels.tarief)
    correctie = regel("twe.correctie_maanden", op=op).waarde
    return Geldstand(
        werkervaring=werkervaring,
        registratie=registratie,
        feiten=feiten,
        geldregels=regels,
        uit=uit,
        kwartalen=per_kwartaal(uit, regels.tarief, correctie_maanden=correctie),
        nodig_zin=nodig_zin,
        op=op,
    )


def gevolg_voor_vergoeding(contract: Tewerkstelling, *, op: date) -> list[Gevolg]:
    """What VDAB pays with this contract as it is stored, and as it would be; nothing without a running window."""
    client = contract.client
    werkervaring = Werkervaring.objects.lopend().filter(client=client).first()
    if werkervaring is None:
        return []
    try:
        nu, straks = (geldstand(client, werkervaring, op=op, anders=anders) for anders in (None, contract))
    except OnbekendeRegel:
        return []
    return [Gevolg("Verwachte vergoeding van VDAB", euro(nu.uit.bedrag), euro(straks.uit.bedrag))]


def _rechten(client: Client, laatste: Tewerkstelling, alle: list[Tewerkstelling], *, op: date) -> date | None:
    onderbrekingen: dict[int, list[Onderbreking]] = {}
    for rij in Onderbreking.objects.filter(client=client):
        onderbrekingen.setdefault(rij.contract_id, []).append(rij)
    laatste.client = client
    positie = Rechtspositie.objects.filter(client=client).first()
    return werk_nodig_tot(feiten_met_vorige(laatste, alle, onderbrekingen, positie), op=laatste.laatste_dag or op)


def _nodig_zin(antwoord: str, rechten: date | None) -> str:
    if antwoord == Antwoord.JA:
        return "De coördinator bevestigde dat art.60 na de 24 maanden nodig is voor de sociale rechten."
    if antwoord == Antwoord.NEE:
        return "De coördinator noteerde dat art.60 na de 24 maanden niet nodig is voor de sociale rechten."
    if rechten is None:
        return "We kunnen niet berekenen of art.60 na de 24 maanden nog nodig is voor de sociale rechten. Noteer het."
    return (
        f"Volgens onze telling zijn de rechten bereikt op {dag_in_woorden(rechten)}. Tot die dag is art.60 nog nodig. "
        "De coördinator moet dit nog bevestigen."
    )
