"""From the rows of one client to the months of the TWE money, with everything a page needs to explain them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.kalender.maanden import laatste_dag_van_maand
from ocmw.kalender.woorden import dag_in_woorden, euro
from ocmw.regels.opzoeken import Regelwaarde, regel
from ocmw.ui.feit import Feit, getoond
from tewerkstelling.enums import Contractsoort
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.kwartalen import Kwartaalsom, per_kwartaal
from tewerkstelling.geld.models import TweRegistratie
from tewerkstelling.gevolgen import Contractstand, lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.basis import GELDVRAAG
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten, art60_nodig_tot, lees_rechten
from tewerkstelling.werkstand import Werkstand, werkstand
from trajecten.twe.gevolgen import Gevolg
from trajecten.twe.models import Werkervaring
from trajecten.twe.tarieven import Geldregels, Tarieven
from trajecten.twe.venster import TweVenster
from trajecten.twe.vergoeding import Looptijd, Maand, Registratie, Twefeiten, Vergoeding, vergoeding
from trajecten.vdab import VDABLIJNEN

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
    def toont(self) -> dict[str, Feit]:
        tijdig = self.geldregels.venster.tijdig_art60_tot
        return getoond(vergoeding=self.uit.bedrag, maanden_art60=self.uit.art60_maanden, art60_op_tijd_tot=tijdig)

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


def loopt_over(contracten: Iterable[Tewerkstelling], venster: TweVenster) -> Tewerkstelling | None:
    """The art.60 contract that began inside the window and runs past its last day."""
    return max(
        (
            contract
            for contract in contracten
            if contract.soort == Contractsoort.ART60
            and contract.van <= venster.laatste_dag
            and (contract.laatste_dag is None or contract.laatste_dag > venster.laatste_dag)
        ),
        key=lambda contract: contract.van,
        default=None,
    )


def twefeiten(
    werkervaring: Werkervaring,
    venster: TweVenster,
    contracten: Sequence[Tewerkstelling],
    registratie: TweRegistratie | None,
    rechten: Callable[[Tewerkstelling], date | None],
) -> tuple[Twefeiten, str]:
    """The facts of one window, and the sentence that says whether art.60 past it is needed (empty: nothing runs past).

    `rechten`: until when a contract is needed for the rights; asked only when it runs past the window.
    """
    over = loopt_over(contracten, venster)
    dag = rechten(over) if over else None
    antwoord = registratie.na_24_nodig if registratie else Antwoord.ONBEKEND
    feiten = Twefeiten(
        start=werkervaring.start,
        einde=werkervaring.gestopt_op or venster.laatste_dag,
        art60=tuple(Looptijd(c.van, c.laatste_dag) for c in contracten if c.soort == Contractsoort.ART60),
        nodig_tot=nodig_tot(antwoord, dag),
        registratie=registratie.als_registratie if registratie else Registratie(),
    )
    return feiten, _nodig_zin(antwoord, dag) if over else ""


class Geldbron:
    """What is read once to say what VDAB pays, for the dossier as it is and as it would be: one query, one more when the
    contracts are not at hand, and three more when art.60 runs past the window. Raises OnbekendeRegel for a window before
    TWE existed."""

    def __init__(
        self,
        client: Client,
        werkervaring: Werkervaring,
        *,
        op: date,
        contracten: Sequence[Tewerkstelling] | None = None,
        rechten: Rechtenfeiten | None = None,
    ) -> None:
        self.client, self.werkervaring, self.op = client, werkervaring, op
        self.regels = Tarieven().voor(werkervaring.start)
        registraties = TweRegistratie.objects.filter(werkervaring=werkervaring).select_related("gewijzigd_door")
        self.registratie = registraties.first()
        self.contracten = list(Tewerkstelling.objects.filter(client=client)) if contracten is None else contracten
        if rechten:
            self.rechten = rechten

    @cached_property
    def rechten(self) -> Rechtenfeiten:
        return lees_rechten(lees_stand(self.client, self.contracten, op=self.op))

    def nu(self) -> Geldstand:
        return self._stand(self.contracten, lambda over: art60_nodig_tot(self.rechten, over, op=self.op))

    def alsof(self, stand: Contractstand) -> Geldstand:
        rechten = replace(self.rechten, contracten=stand.contracten, onderbrekingen=stand.onderbrekingen)
        return self._stand(stand.contracten, lambda over: art60_nodig_tot(rechten, over, op=self.op))

    def _stand(
        self, contracten: Sequence[Tewerkstelling], rechten: Callable[[Tewerkstelling], date | None]
    ) -> Geldstand:
        feiten, nodig_zin = twefeiten(self.werkervaring, self.regels.venster, contracten, self.registratie, rechten)
        uit = vergoeding(feiten, self.regels.tarief)
        correctie = regel("twe.correctie_maanden", op=self.op).waarde
        return Geldstand(
            werkervaring=self.werkervaring,
            registratie=self.registratie,
            feiten=feiten,
            geldregels=self.regels,
            uit=uit,
            kwartalen=per_kwartaal(uit, self.regels.tarief, correctie_maanden=correctie),
            nodig_zin=nodig_zin,
            op=self.op,
        )


def geldstand(client: Client, werkervaring: Werkervaring, *, op: date) -> Geldstand:
    """As the dossier is. Raises OnbekendeRegel for a window before TWE existed."""
    return Geldbron(client, werkervaring, op=op).nu()


def geldbron_van(werk: Werkstand, werkervaring: Werkervaring, rechten: Rechtenfeiten) -> Geldbron:
    """Read once per page."""
    return werk.stand.eenmaal(
        f"geld:{werkervaring.pk}",
        lambda: Geldbron(werk.stand.client, werkervaring, op=werk.op, contracten=werk.contracten, rechten=rechten),
    )


@GELDVRAAG.biedt("geld")
def geldvraag(werk: Werkstand, rechten: Rechtenfeiten) -> Callable[[Contractstand], Vergoeding | None]:
    """For wat-als: the same calculation, on the dossier as it would be."""
    if werk.werkervaring is None or werk.feiten.venster is None:
        return lambda _: None
    bron = geldbron_van(werk, werk.werkervaring, rechten)
    return lambda stand: bron.alsof(stand).uit


def gevolg_voor_vergoeding(contract: Tewerkstelling, *, op: date) -> list[Gevolg]:
    """What VDAB pays with this contract as it is stored, and as it would be; nothing without a window."""
    werk = werkstand(contract.client, op=op)
    vraag, stand = geldvraag(werk, lees_rechten(werk.stand)), werk.stand
    straks = replace(stand, contracten=[contract if een.pk == contract.pk else een for een in stand.contracten])
    nu, dan = vraag(stand), vraag(straks)
    return [Gevolg("Verwachte vergoeding van VDAB", euro(nu.bedrag), euro(dan.bedrag))] if nu and dan else []


def _nodig_zin(antwoord: str, rechten: date | None) -> str:
    if antwoord == Antwoord.JA:
        return "De coördinator bevestigde dat art.60 na de 24 maanden nodig is voor de sociale rechten."
    if antwoord == Antwoord.NEE:
        return "De coördinator noteerde dat art.60 na de 24 maanden niet nodig is voor de sociale rechten."
    if rechten is None:
        return "We kunnen niet berekenen of art.60 na de 24 maanden nog nodig is voor de sociale rechten. Noteer het."
    return (
        f"Art.60 is nodig tot en met {dag_in_woorden(rechten)}: dan zijn de dagen bewezen (zie Rechten). "
        "De coördinator moet dit nog bevestigen."
    )


@VDABLIJNEN.biedt("geld")
def mlp_lijn(client: Client) -> list[tuple[str, str]]:
    """How the work experience stands at VDAB, beside the registration of the person (T11b); nothing without one."""
    rij = Werkervaring.objects.filter(client=client).select_related("registratie").in_beeld_eerst().first()
    if rij is None:
        return []
    registratie: TweRegistratie | None = getattr(rij, "registratie", None)
    if registratie is None:
        return [("Werkervaring in Mijn Loopbaan voor Partners", str(MlpStatus.ONBEKEND.label))]
    vanaf = f", vanaf {registratie.vdab_vanaf:%d/%m/%Y}" if registratie.vdab_vanaf else ""
    return [("Werkervaring in Mijn Loopbaan voor Partners", f"{registratie.get_status_display()}{vanaf}")]
