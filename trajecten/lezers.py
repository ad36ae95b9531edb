"""Who can read a note: the sentence below the editor, derived from the rights table so that it stays true."""

from clienten.models import Client, Toewijzing
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import opsomming
from ocmw.toegang.rechten import RECHTEN, Recht, Rol

MEERVOUD: dict[Rol, str] = {
    Rol.MW: "maatschappelijk werkers",
    Rol.ATB: "trajectbegeleiders",
    Rol.COORDINATOR: "coördinatoren",
}


def team_van(client: Client) -> list[Toewijzing]:
    """Who follows this client now, with the since-date; already there when the client was fetched `met_kop()`."""
    team: list[Toewijzing] | None = getattr(client, "team", None)
    if team is not None:
        return team
    return list(
        Toewijzing.objects.geldig(vandaag()).filter(client=client).select_related("medewerker").order_by("rol", "van")
    )


def leesbaar_voor(client: Client, team: list[Toewijzing], *, afgeschermd: bool) -> str:
    """For example "An Claes, en de maatschappelijk werkers en trajectbegeleiders van OCMW Aalst (met een reden)"."""
    nodig = {Recht.DOSSIER_LEZEN, Recht.AFGESCHERMD_LEZEN} if afgeschermd else {Recht.DOSSIER_LEZEN}
    rollen = [rol for rol in Rol if nodig <= RECHTEN[rol]]
    namen = list(dict.fromkeys(t.medewerker.naam for t in team if t.medewerker.rol in rollen))
    anderen = f"de {opsomming([MEERVOUD[rol] for rol in rollen])} van {client.ocmw.naam}"
    return f"{', '.join(namen)}, en {anderen}" if namen else anderen
