"""Two facts that cannot both be so: what somebody types, and what the file says. One table; a page shows each pair while it is typed,
with one tap to correct either side. Pure, but for reading and writing the side of the file.

What is typed on one page beside itself (registered at VDAB, and since when) is refused by the form of that page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from clienten.actions import bewaar_randvoorwaarde, wijzig_client
from clienten.enums import Antwoord, Randvoorwaardesoort, Statuut
from clienten.models import Client, Randvoorwaarde
from clienten.profiel.models import Profiel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from trajecten.actions.vdab import bewaar_vdab
from trajecten.enums import Voorwaarde

# The facts of the file that are no randvoorwaarde.
STATUUT = "statuut"
VDAB_SINDS, VDAB_HULP = "vdab_sinds", "vdab_hulp"
INGEVULD = "ingevuld"
TIKKEN = {"neem_over", "pas_aan"}  # the names of the two buttons: after one of them the page stays where it is


@dataclass(frozen=True)
class Feitenpaar:
    """`veld`: what is typed, a field of the bundle or the code of a question of a phase. `feit`: what the file keeps, a
    Randvoorwaardesoort or one of the names above. `botst`: per typed value
    the values of the file it cannot stand beside. `dossier`: what the file becomes when the typed value is right; `hier`: what
    is typed when the file is right. `wat` names the fact in a sentence."""

    code: str
    veld: str
    feit: str
    wat: str
    botst: Mapping[str, frozenset[str]]
    dossier: Mapping[str, str]
    hier: Mapping[str, str]


_JA, _NEE = str(Antwoord.JA), str(Antwoord.NEE)
_TEGEN = {_JA: _NEE, _NEE: _JA}
_STEUN = frozenset({str(Statuut.LEEFLOON), str(Statuut.EQUIVALENT), str(Statuut.ANDERE_HULP)})


def _deel_van_kunnen_werken(soort: Randvoorwaardesoort) -> Feitenpaar:
    """ "Can work" says that each part is in order. That it cannot says nothing of one part, so only a "ja" contradicts."""
    return Feitenpaar(
        soort.value,
        f"{Voorwaarde.RANDVOORWAARDEN}_antwoord",
        soort.value,
        str(soort.label).lower(),
        botst={_JA: frozenset({_NEE})},
        dossier={_JA: _JA},
        hier={_NEE: _NEE},
    )


BUNDELPAREN: tuple[Feitenpaar, ...] = (
    _deel_van_kunnen_werken(Randvoorwaardesoort.KINDEROPVANG),
    _deel_van_kunnen_werken(Randvoorwaardesoort.MOBILITEIT),
    _deel_van_kunnen_werken(Randvoorwaardesoort.CULTUUR),
    _deel_van_kunnen_werken(Randvoorwaardesoort.GEZONDHEID),
    Feitenpaar(
        "woonst",
        f"{Voorwaarde.HUISVESTING}_antwoord",
        Randvoorwaardesoort.HUISVESTING.value,
        "huisvesting",
        botst={ja: frozenset({nee}) for ja, nee in _TEGEN.items()},
        dossier={_JA: _JA, _NEE: _NEE},
        hier={_JA: _JA, _NEE: _NEE},
    ),
    Feitenpaar(
        "steun",
        f"{Voorwaarde.STEUN}_antwoord",
        STATUUT,
        "steun van het OCMW",
        botst={_NEE: _STEUN},
        dossier={_NEE: str(Statuut.GEEN)},
        hier=dict.fromkeys(_STEUN, _JA),
    ),
)
# Only what cannot both be so: somebody with a health problem may well be able to work, so a "ja" there contradicts nothing.
FASEPAREN: tuple[Feitenpaar, ...] = (
    Feitenpaar(
        "fase_gezondheid",
        "gezondheid",
        Randvoorwaardesoort.GEZONDHEID.value,
        "gezondheid",
        botst={_NEE: frozenset({_NEE})},
        dossier={_NEE: _JA},
        hier={_NEE: _JA},
    ),
    Feitenpaar(
        "fase_gezin",
        "gezinssituatie",
        Randvoorwaardesoort.KINDEROPVANG.value,
        "kinderopvang",
        botst={_NEE: frozenset({_NEE})},
        dossier={_NEE: _JA},
        hier={_NEE: _JA},
    ),
    Feitenpaar(
        "fase_vdab_sinds",
        "vdab",
        VDAB_SINDS,
        "de dag van de inschrijving bij VDAB",
        botst={_NEE: frozenset({INGEVULD})},
        dossier={_NEE: ""},
        hier={INGEVULD: _JA},
    ),
    Feitenpaar(
        "fase_vdab_hulp",
        "vdab",
        VDAB_HULP,
        "hulp nodig bij de inschrijving bij VDAB",
        botst={_JA: frozenset({_JA})},
        dossier={_JA: _NEE},
        hier={_JA: _NEE},
    ),
)
PAREN = BUNDELPAREN + FASEPAREN
PAAR_VAN_CODE = {paar.code: paar for paar in PAREN}


@dataclass(frozen=True)
class Tegenspraak:
    paar: Feitenpaar
    getypt: str
    dossier: str

    @property
    def zin(self) -> str:
        daar = str(Statuut(self.dossier).label) if self.paar.feit == STATUUT else f"“{self.dossier}”"
        return f"Je koos “{self.getypt}”. In het dossier staat bij {self.paar.wat}: {daar}."


def tegenspraken(getypt: Mapping[str, str], dossier: Mapping[str, str]) -> list[Tegenspraak]:
    """`getypt`: by field of the form; `dossier`: by fact. In the order of the table."""
    return [
        Tegenspraak(paar, hier, daar)
        for paar in PAREN
        if (hier := getypt.get(paar.veld, "")) and (daar := dossier.get(paar.feit, "")) in paar.botst.get(hier, ())
    ]


def paren_bij(velden: Iterable[str]) -> tuple[Feitenpaar, ...]:
    """The pairs of which one side is typed in one of these."""
    getypt = set(velden)
    return tuple(paar for paar in PAREN if paar.veld in getypt)


def dossierfeiten(client: Client, lezer: Medewerker, paren: Iterable[Feitenpaar] = BUNDELPAREN) -> dict[str, str]:
    """What the file says of these pairs, as far as this reader may know it: what is shielded contradicts nothing for who may not
    read it. One query for the randvoorwaarden, one for the Profiel, when a pair asks them."""
    gevraagd = {paar.feit for paar in paren}
    feiten = {STATUUT: client.statuut} if STATUUT in gevraagd else {}
    if soorten := gevraagd & set(Randvoorwaardesoort.values):
        rijen = Randvoorwaarde.objects.filter(client=client, soort__in=soorten)
        if not lezer.mag(Recht.AFGESCHERMD_LEZEN):
            rijen = rijen.exclude(soort=Randvoorwaardesoort.GEZONDHEID)
        feiten |= dict(rijen.values_list("soort", "in_orde"))
    if gevraagd & {VDAB_SINDS, VDAB_HULP}:
        profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)
        feiten |= {VDAB_SINDS: INGEVULD if profiel.vdab_sinds else "", VDAB_HULP: _JA if profiel.vdab_hulp else _NEE}
    return feiten


def botsende_antwoorden(client: Client, lezer: Medewerker, gegeven: Mapping[str, str]) -> dict[str, list[Tegenspraak]]:
    """By code of a question of a phase, what its answer contradicts. Asks nothing of the file when no answer can."""
    paren = [paar for paar in FASEPAREN if gegeven.get(paar.veld, "") in paar.botst]
    per_vraag: dict[str, list[Tegenspraak]] = {}
    for een in tegenspraken(gegeven, dossierfeiten(client, lezer, paren)) if paren else ():
        per_vraag.setdefault(een.paar.veld, []).append(een)
    return per_vraag


def met_tik(gepost: QueryDict, client: Client, *, door: Medewerker, op: date, naam: str = "") -> QueryDict:
    """What was posted, after one tap on a pair: the file is corrected here, or the answer takes over what the file says. `naam`:
    how the page calls the field, where that is not the name in the table."""
    paar = PAAR_VAN_CODE.get(gepost.get("neem_over") or gepost.get("pas_aan") or "")
    getypt = gepost.get(naam or (paar.veld if paar else ""), "")
    if paar is None or not getypt:
        return gepost
    dossier = dossierfeiten(client, door, [paar])
    if not any(een.paar == paar for een in tegenspraken({paar.veld: getypt}, dossier)):
        return gepost  # a colleague corrected it meanwhile
    if "pas_aan" in gepost:
        verbeter_dossier(client, paar, getypt, door=door, op=op)
        return gepost
    anders = gepost.copy()
    anders[naam or paar.veld] = paar.hier[dossier[paar.feit]]
    return anders


def verbeter_dossier(client: Client, paar: Feitenpaar, getypt: str, *, door: Medewerker, op: date) -> None:
    """The file becomes what was typed, through the action of its own page."""
    weiger_als("" if door.mag(Recht.CLIENT_BEHEREN) else "Vraag een collega om het dossier aan te passen.")
    waarde = paar.dossier[getypt]
    if paar.feit == STATUUT:
        client = Client.objects.get(pk=client.pk)
        client.statuut = waarde
        wijzig_client(client, ["statuut"], door=door, op=op)
        return
    if paar.feit in {VDAB_SINDS, VDAB_HULP}:
        profiel = Profiel.objects.select_related("client").get(client=client)
        setattr(profiel, paar.feit, False if paar.feit == VDAB_HULP else None)
        bewaar_vdab(profiel, [paar.feit], nummer=profiel.client.vdab_nummer, door=door, op=op)
        return
    rij = Randvoorwaarde.objects.filter(client=client, soort=paar.feit).first()
    rij = rij or Randvoorwaarde(client=client, soort=paar.feit)
    rij.in_orde, rij.beoordeeld_op = waarde, op
    bewaar_randvoorwaarde(rij, ["in_orde", "beoordeeld_op"], door=door, op=op)
