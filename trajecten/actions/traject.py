"""Start, move and close a traject. Each action leaves the facts, the termijnen, the Stand row and the journaal in step."""

from collections.abc import Mapping
from datetime import date

from clienten.enums import Stap
from clienten.handeling import actie, raakt
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.eenkeer import met_profiel
from trajecten.enums import Stopreden
from trajecten.fasen import Fase, Fasefeiten, poort
from trajecten.fasevoorstel import Fasevoorstel
from trajecten.journaalcodes import FASE_GEWIJZIGD, TRAJECT_AFGESLOTEN, TRAJECT_GESTART
from trajecten.models import Fasebeantwoording, Faseperiode, Randprobleem, Traject


def fasefeiten(
    traject: Traject,
    *,
    lezer: Medewerker,
    heeft_werk: bool = False,
    soort_werk: str = "",
    gezegd: Mapping[str, Fasebeantwoording] | None = None,
) -> Fasefeiten:
    """The facts the gate looks at, as far as `lezer` may know them; `gezegd`: the answers, when a page read them already.

    `heeft_werk` and `soort_werk` come from the apps above, which know employment.
    """
    if gezegd is None:
        gezegd = met_profiel(traject, Fasebeantwoording.objects.filter(traject=traject).zichtbaar_voor(lezer))
    problemen = list(Randprobleem.objects.filter(client=traject.client_id).zichtbaar_voor(lezer))
    return Fasefeiten(
        fase=Fase(traject.fase),
        afgesloten=traject.afgesloten_op is not None,
        antwoorden={vraag: antwoord.gegeven for vraag, antwoord in gezegd.items()},
        belemmerend=tuple(probleem.stand_in_woorden for probleem in problemen if probleem.belemmert),
        met_stand=frozenset(probleem.uit_vraag for probleem in problemen),
        heeft_werk=heeft_werk,
        soort_werk=soort_werk,
        volledig=lezer.mag(Recht.AFGESCHERMD_LEZEN),
    )


@actie
def start_traject(client: Client, *, door: Medewerker, op: date, fase: Fase = Fase.VERKENNING) -> Traject:
    """Open the traject in its first phase (another one when it is taken over from a workbook)."""
    weiger_als(client.weigering_als_gesloten())
    if Traject.objects.lopend().filter(client=client).exists():
        raise Geweigerd("Er loopt al een traject voor deze cliënt.")
    traject = Traject.objects.create(client=client, gestart_op=op, gestart_door=door, fase=fase)
    Faseperiode.objects.create(traject=traject, fase=fase, van=op, gestart_door=door)
    raakt(traject)
    noteer(TRAJECT_GESTART, traject, door=door, client=client, fase=int(fase))
    return traject


@actie
def ga_naar_fase(
    traject: Traject,
    fase: Fase,
    *,
    door: Medewerker,
    op: date,
    motivatie: str = "",
    heeft_werk: bool = False,
    soort_werk: str = "",
) -> Faseperiode:
    """Close the current period, open the next and log it - or change nothing.

    A soft gate or a step back is passed only with a motivation; a hard gate never. Raises Geweigerd with the reasons.
    """
    deur = poort(fasefeiten(traject, lezer=door, heeft_werk=heeft_werk, soort_werk=soort_werk), fase)
    weiger_als(deur.weigering_voor(motivatie))
    reden = motivatie.strip() if deur.vraagt_motivatie else ""
    return _zet(traject, fase, motivatie=reden, toch=bool(deur.zacht), door=door, op=op)


def _zet(traject: Traject, fase: Fase, *, motivatie: str, toch: bool, door: Medewerker, op: date) -> Faseperiode:
    van = traject.fase
    lopend = traject.faseperiodes.filter(tot=None).first()
    if lopend and op < lopend.van:
        raise Geweigerd(f"De huidige fase begon op {lopend.van:%d/%m/%Y}. Kies die dag of een latere.")
    # A conditional UPDATE: two people clicking at once cannot both win.
    if not Traject.objects.filter(pk=traject.pk, fase=van, afgesloten_op=None).update(fase=fase):
        raise Geweigerd("Iemand anders heeft dit traject intussen gewijzigd. Bekijk het opnieuw.")
    traject.fase = fase
    traject.faseperiodes.filter(tot=None).update(tot=op)
    periode = Faseperiode.objects.create(
        traject=traject,
        fase=fase,
        van=op,
        gestart_door=door,
        motivatie=motivatie,
    )
    raakt(traject)
    noteer(
        FASE_GEWIJZIGD,
        traject,
        door=door,
        client=traject.client,
        van=int(van),
        naar=int(fase),
        toch=toch,
    )
    return periode


@actie
def neem_fasevoorstel(traject: Traject, voorstel: Fasevoorstel, *, door: Medewerker, op: date) -> Faseperiode:
    """Take the step that work already took, from any phase; its reason is the motivation. Closing asks a reason of its own and
    is sluit_traject_af."""
    if voorstel.naar is None:
        raise Geweigerd("Sluit het traject af op zijn eigen pagina: daar kies je de reden.")
    weiger_als(traject.weigering_voor_wijzigen())
    return _zet(traject, voorstel.naar, motivatie=voorstel.reden, toch=False, door=door, op=op)


@actie
def sluit_traject_af(traject: Traject, *, reden: Stopreden | str, door: Medewerker, op: date) -> Traject:
    weiger_als(traject.weigering_voor_afsluiten(op))
    # A conditional UPDATE: of two people who close it, one hears that it was closed.
    if not Traject.objects.filter(pk=traject.pk, afgesloten_op=None).update(afgesloten_op=op, stopreden=reden):
        raise Geweigerd("Iemand anders heeft dit traject intussen afgesloten.")
    traject.afgesloten_op, traject.stopreden = op, reden
    for periode in traject.faseperiodes.filter(tot=None):
        periode.tot = max(op, periode.van)
        periode.save(update_fields=["tot"])
    raakt(traject, stap=Stap.NAZORG)
    noteer(TRAJECT_AFGESLOTEN, traject, door=door, client=traject.client, stopreden=str(reden))
    return traject
