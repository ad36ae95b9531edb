"""What somebody must still learn before ordinary work: the points that evaluations and the profile name, what was learned since,
and the action that works on each. Pure, but for the reader.

Learned is what a later evaluation or the profile says, never that an action was ticked off: somebody did something then, and
the next evaluation tells whether it helped.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.text import slugify

from clienten.models import Client
from clienten.profiel.enums import Talent
from clienten.profiel.herkomst import Herkomst, herkomst_van
from clienten.profiel.models import profiel_van
from ocmw.toegang.models import Medewerker
from tewerkstelling.evaluaties.blad import Verloop, Verlooplijn, lees_verloop
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.models import Evaluatie, Leerkoppeling
from trajecten.models import Actiepunt

# Who sees the work. What the client says of himself reaches the plan by the talents of the profile.
ZIEN_HET_WERK = (Stemsoort.COACH, Stemsoort.MENTOR)


@dataclass(frozen=True)
class Leerpunt:
    """One thing to learn. `actie`: what is done about it, as far as the reader may read it. `deel`: its last low score as a
    part of the scale, 1 without a score. `codes`: of the competences and the talent it stands for; what works on it is tied to
    these (Leerkoppeling)."""

    naam: str
    redenen: tuple[str, ...]
    geleerd: bool
    actie: Actiepunt | None = None
    deel: float = 1
    codes: frozenset[str] = frozenset()

    @property
    def sleutel(self) -> str:
        return slugify(self.naam)

    @property
    def zin(self) -> str:
        return leerzin(self.naam)

    @property
    def vraagt_actie(self) -> bool:
        """Not learned, and nobody works on it: there is no action, or it was done and did not suffice."""
        return not self.geleerd and (self.actie is None or self.actie.gedaan_op is not None)


@dataclass(frozen=True)
class Leerplan:
    """`laatste`: the day of the last rounded-off evaluation with scores, None when there is none."""

    punten: tuple[Leerpunt, ...]
    laatste: date | None

    @property
    def samen(self) -> str:
        geleerd = sum(punt.geleerd for punt in self.punten)
        zinnen = [f"{geleerd} van {len(self.punten)} geleerd"] if self.punten else []
        if self.laatste is None:
            zinnen.append("er is nog geen afgeronde evaluatie met scores")
        elif not self.punten:
            zinnen.append(
                f"niets dat volgens iedereen nog te leren is (evaluatie van {self.laatste:%d/%m/%Y}, en het profiel)"
            )
        return "; ".join(zinnen)


def leerzin(naam: str) -> str:
    """How a goal or an action to learn this is called."""
    return f"Bijleren: {naam.lower()}"


def talentcode(talent: Talent) -> str:
    return f"talent:{talent.value}"


def is_te_leren(waarde: int, niveaus: int) -> bool:
    """A level in the lower half of the scale: 1 or 2 of 4, 1 or 2 of 5."""
    return 2 * waarde <= niveaus


def uit_verloop(verloop: Verloop) -> list[Leerpunt]:
    """Competences that everybody who sees the work once scored as a point to learn; learned when all of them score it higher.
    Where they disagree it stays as it was, as with the talents: people talk first."""
    return [punt for lijn in verloop.lijnen if (punt := _uit_lijn(lijn, verloop.evaluaties))]


def _uit_lijn(lijn: Verlooplijn, evaluaties: Sequence[Evaluatie]) -> Leerpunt | None:
    laatst, laag, geleerd = "", None, False
    for evaluatie, waarden in zip(evaluaties, lijn.waarden, strict=True):
        gezegd = {wie: waarde for wie in ZIEN_HET_WERK if (waarde := waarden.get(wie))}
        if not gezegd:
            continue
        niveaus, dag = len(evaluatie.lijst.schaal.labels), evaluatie.gehouden_op
        cijfers = _in_cijfers(gezegd, niveaus)
        laatst = f"evaluatie van {dag:%d/%m/%Y}: {lijn.naam.lower()} {cijfers}"
        te_leren = {is_te_leren(waarde, niveaus) for waarde in gezegd.values()}
        if te_leren == {True}:
            laag, geleerd = (laatst, f"op {dag:%d/%m/%Y} {cijfers}", min(gezegd.values()) / niveaus), False
        elif te_leren == {False}:
            geleerd = laag is not None
    if laag is None:
        return None
    zin, toen, deel = laag
    reden = laatst if laatst == zin else f"{laatst}; {toen}"
    return Leerpunt(lijn.naam, (reden,), geleerd, deel=deel, codes=frozenset({f"competentie:{lijn.code}"}))


def _in_cijfers(gezegd: Mapping[Stemsoort, int], niveaus: int) -> str:
    """ "2 op 4", or by voice when they differ."""
    if len(set(gezegd.values())) == 1:
        return f"{next(iter(gezegd.values()))} op {niveaus}"
    return ", ".join(f"{waarde} op {niveaus} ({wie.label.lower()})" for wie, waarde in gezegd.items())


def uit_profiel(te_leren: Collection[str], sterk: Collection[str], herkomst: Mapping[str, Herkomst]) -> list[Leerpunt]:
    """Talents the profile says can still be learned; learned are those it once said that of, and now calls strong."""
    leren, nu_sterk = herkomst.get("te_leren"), herkomst.get("talenten")
    ooit = {code for rij in (leren.laatste, *leren.vroeger) for code in rij.waarde.split(",")} if leren else set()
    punten = []
    for talent in Talent:
        codes = frozenset({talentcode(talent)})
        if talent in te_leren:
            punten.append(Leerpunt(talent.label, (_volgens("nog te leren", leren),), geleerd=False, codes=codes))
        elif talent in sterk and talent in ooit:
            punten.append(Leerpunt(talent.label, (_volgens("nu sterk in", nu_sterk),), geleerd=True, codes=codes))
    return punten


def _volgens(zin: str, wie: Herkomst | None) -> str:
    return f"profiel: {zin}, {wie.laatste.herkomst}" if wie else f"profiel: {zin}"


def leerpunten(
    punten: Iterable[Leerpunt], acties: Sequence[Actiepunt], koppelingen: Iterable[Leerkoppeling] = ()
) -> tuple[Leerpunt, ...]:
    """Each thing once, with every reason and its action: what somebody works on, then the lowest score; what is learned last. An
    action works on what it is tied to, or what its goal is tied to."""
    samen: dict[str, Leerpunt] = {}
    for punt in punten:
        al = samen.get(punt.sleutel)
        samen[punt.sleutel] = (
            replace(
                al,
                redenen=(*al.redenen, *punt.redenen),
                geleerd=al.geleerd and punt.geleerd,
                codes=al.codes | punt.codes,
            )
            if al
            else punt
        )
    per_actie: dict[int, set[str]] = {}
    per_doel: dict[int, set[str]] = {}
    for rij in koppelingen:
        if rij.actie_id is not None:
            per_actie.setdefault(rij.actie_id, set()).add(rij.punt)
        elif rij.doel_id is not None:
            per_doel.setdefault(rij.doel_id, set()).add(rij.punt)
    bij: dict[str, Actiepunt] = {}
    for actie in sorted(acties, key=lambda a: (a.gedaan_op is None, a.gedaan_op or a.vervalt_op, a.pk)):
        # Its own tie goes first: a goal about work in general says nothing of each action under it.
        for code in per_actie.get(actie.pk) or per_doel.get(actie.doel_id or 0) or ():
            bij[code] = actie  # one that is open goes before one that is done
    met_actie = [
        replace(punt, actie=_laatste(bij[code] for code in punt.codes if code in bij)) for punt in samen.values()
    ]
    return tuple(sorted(met_actie, key=lambda punt: (punt.geleerd, punt.actie is None, punt.deel)))


def _laatste(acties: Iterable[Actiepunt]) -> Actiepunt | None:
    """Of the actions on the parts of one point: one that is open before one that is done, then the newest."""
    return max(acties, key=lambda a: (a.gedaan_op is None, a.gedaan_op or a.vervalt_op, a.pk), default=None)


def lees_leerplan(client: Client, *, lezer: Medewerker) -> Leerplan:
    """The plan of one client; an action that is shielded stays out for who may not read it. Seven queries."""
    laatste = (
        Evaluatie.objects.afgerond()
        .filter(client=client, stemmen__scores__waarde__isnull=False)
        .order_by("-gehouden_op", "-pk")
        .values_list("lijst__code", "gehouden_op")
        .first()
    )
    uit = uit_verloop(lees_verloop(client, laatste[0], afgerond=True)) if laatste else []
    profiel = profiel_van(client)
    herkomst = herkomst_van(client, ["te_leren", "talenten"])
    uit += uit_profiel(profiel.te_leren, profiel.talenten, herkomst)
    if not uit:
        return Leerplan((), laatste[1] if laatste else None)
    acties = list(client.actiepunten.zichtbaar_voor(lezer).select_related("medewerker"))
    koppelingen = Leerkoppeling.objects.filter(client=client)
    return Leerplan(leerpunten(uit, acties, koppelingen), laatste[1] if laatste else None)
