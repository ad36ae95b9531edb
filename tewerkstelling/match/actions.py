"""What can happen in a match: the work profile is written, a client is proposed for a place, and something comes of it."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from clienten.handeling import actie
from clienten.models import Client
from clienten.profiel.actions import Profielwijziging, schrijf_profiel
from clienten.profiel.enums import Profielbron
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.match.enums import Nietgeschiktreden, Uitslag, Voorstelstatus
from tewerkstelling.match.journaalcodes import VOORSTEL_GEWIJZIGD, WERKPROFIEL_GEWIJZIGD
from tewerkstelling.match.lezen import lees_client, lees_plekken
from tewerkstelling.match.maatstaf import maatstaf
from tewerkstelling.match.models import Voorstel, Werkprofiel
from tewerkstelling.match.models.werkprofiel import AFGESCHERMDE_VELDEN
from tewerkstelling.match.oordeel import Oordeel, beoordeel
from tewerkstelling.models import Werkplek

_GEEN_RECHT = "Lichamelijke beperkingen zijn afgeschermd. Vraag een collega die ze mag zien."


@actie
def bewaar_werkprofiel(
    werk: Werkprofiel, velden: list[str], wens: Profielwijziging, *, door: Medewerker, op: date
) -> Werkprofiel:
    """Write the profile, or the edited fields on the version the user saw, and what the client wants (`wens`). Raises
    IntussenGewijzigd on a conflict in either row, also when a colleague made the first profile meanwhile."""
    weiger_als(werk.client.weigering_als_gesloten())
    afgeschermd = [veld for veld in AFGESCHERMDE_VELDEN if veld in velden]
    weiger_als(_GEEN_RECHT if afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN) else "")
    werk.full_clean(exclude=["client"])
    schrijf_profiel(wens, met=werk, bron=Profielbron.WERKPROFIEL, door=door, op=op)
    if werk.pk is None:
        werk.bewaar_eerste(door=door, client=werk.client)
    else:
        werk.bewaar(door=door, velden=velden)
    # Which fields, and the answer on the jobdoelwit: its history is read back from here. Nothing about the body.
    details: dict[str, Any] = {"velden": [*wens.velden, *(veld for veld in velden if veld not in AFGESCHERMDE_VELDEN)]}
    if "realistisch" in wens.velden or "jobdoelwit" in wens.velden:
        details["realistisch"] = str(wens.profiel.realistisch)
    noteer(WERKPROFIEL_GEWIJZIGD, werk, door=door, client=werk.client, **details)
    return werk


def oordeel_over(client: Client, werkplek: Werkplek, *, door: Medewerker, op: date) -> Oordeel:
    """The pair as it stands now, as far as `door` may know it."""
    feiten = lees_client(client, ziet_beperking=door.mag(Recht.AFGESCHERMD_LEZEN), op=op)
    ((_, plek),) = lees_plekken(Werkplek.objects.filter(pk=werkplek.pk), op=op, voor=client.pk)
    return beoordeel(feiten, plek, maatstaf(op=op), op=op)


def weigering_voor_voorstel(client: Client, werkplek: Werkplek, oordeel: Oordeel) -> str:
    """Why this client cannot be proposed for this place now; empty when it can."""
    if reden := client.weigering_als_gesloten():
        return reden
    if oordeel.uitslag == Uitslag.PAST_NIET:
        return f"{oordeel.grenzen[0].zin} Stel de plek pas voor als dat opgelost is."
    if oordeel.uitslag == Uitslag.NAVRAGEN:
        return (
            "Wat het lichaam aankan, is voor jou afgeschermd. Laat een collega die het dossier volgt dit voorstel doen."
        )
    if Voorstel.objects.open().filter(client=client, werkplek=werkplek).exists():
        return "Er loopt al een voorstel voor deze cliënt op deze plek."
    return ""


@actie
def stel_voor(client: Client, werkplek: Werkplek, *, door: Medewerker, op: date, nota: str = "") -> Voorstel:
    """Propose the client for the place and keep how the pair was judged. Refuses against a hard limit, or against one
    that `door` may not see; something that does not fit (red) needs a note that says why it is tried anyway."""
    oordeel = oordeel_over(client, werkplek, door=door, op=op)
    weiger_als(weigering_voor_voorstel(client, werkplek, oordeel))
    if oordeel.heeft_rood and not nota.strip():
        raise Geweigerd("Niet alles past. Schrijf waarom je deze plek toch voorstelt.")
    voorstel = Voorstel(
        client=client, werkplek=werkplek, gedaan_op=op, status_op=op, door=door, nota=nota.strip(), gewijzigd_door=door
    )
    voorstel.oordeel = oordeel.als_codes()
    voorstel.full_clean(exclude=["client", "werkplek", "door"])
    try:
        with transaction.atomic():
            voorstel.save(force_insert=True)
    except IntegrityError:
        raise Geweigerd("Er loopt al een voorstel voor deze cliënt op deze plek.") from None
    noteer(
        VOORSTEL_GEWIJZIGD,
        voorstel,
        door=door,
        client=client,
        werkplek=werkplek.pk,
        status=str(voorstel.status),
        uitslag=str(oordeel.uitslag),
    )
    return voorstel


@actie
def zet_voorstel(
    voorstel: Voorstel,
    *,
    status: Voorstelstatus | str,
    door: Medewerker,
    op: date,
    reden: Nietgeschiktreden | str = "",
    nota: str | None = None,
    proef: tuple[date, date] | None = None,
) -> Voorstel:
    """Move the proposal along OVERGANGEN. A trial needs its days, half-open `proef`; "not suitable" its reason.

    Raises IntussenGewijzigd when somebody moved it meanwhile, ValidationError when a day or reason is missing.
    """
    weiger_als(voorstel.weigering_voor(status))
    voorstel.status, voorstel.status_op, voorstel.reden = status, op, reden
    velden = ["status", "status_op", "reden"]
    if status == Voorstelstatus.PROEFWEEK:
        voorstel.proef_van, voorstel.proef_tot = proef or (None, None)
        velden += ["proef_van", "proef_tot"]
    if nota is not None:
        voorstel.nota = nota.strip()
        velden.append("nota")
    voorstel.full_clean(exclude=["client", "werkplek", "door"])
    voorstel.bewaar(door=door, velden=velden)
    noteer(
        VOORSTEL_GEWIJZIGD,
        voorstel,
        door=door,
        client=voorstel.client,
        werkplek=voorstel.werkplek_id,
        status=str(status),
        reden_niet=str(reden),
    )
    return voorstel
