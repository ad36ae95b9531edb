"""Coded values in a cell: phase, statuut, presence, yes/no, telephone ... each with the sentence for when it cannot be read."""

import re
from collections.abc import Mapping
from datetime import date

from clienten.insz import Insz, lees_insz
from clienten.namen import is_voorvoegsel
from clienten.nummers import lees_email, lees_telefoon
from ocmw.werkruimte.invoer.datums import Leesfout, is_leeg, keur_cel
from ocmw.werkruimte.invoer.velden import norm
from ocmw.werkruimte.invoer.werkboek import Cel

FASE_NAZORG, FASE_AFGESLOTEN = "nazorg", "afgesloten"
_FASEN: dict[str, str] = {
    naam: fase
    for fase, namen in {
        "1": "verkenning|verkenningsfase|intake|kennismaking|aanmelding|aangemeld|doorverwezen|nieuw|onthaal|instroom|"
        "verkennen|eerste gesprek|intakefase",
        "2": "in kaart brengen|in kaart|screening|orientatie|assessment|exploratie|inschatting|kwaliteiten en gebreken|"
        "in kaart brengen van kwaliteiten en gebreken|diagnose|versterking|vooropleiding",
        "3": "zoeken tewerkstelling|zoeken|zoeken naar werk|zoekt werk|zoekfase|matching|bemiddeling|toeleiding|solliciteren|"
        "wachtlijst|wachtlijst art 60|zoeken werkplek|tewerkstelling zoeken|klaar voor werk|wacht op plaats|arbeidsbemiddeling|"
        "zoeken van tewerkstelling|tewerkstelling op de reguliere arbeidsmarkt of in art 60 7|zoeken art 60|job zoeken",
        "4": "begeleiding tewerkstelling|begeleiding tijdens tewerkstelling|tewerkgesteld|art 60|art60|in art 60|art 60 lopend|"
        "lopend art 60|aan het werk|tewerkstelling|werkt|werkvloer|werkvloerbegeleiding|opvolging tewerkstelling|aan de slag|"
        "in tewerkstelling|art 60 7",
        "5": "einde art 60|einde art60|eind art 60|einde|uitstroom|uitstroomfase|einde tewerkstelling|afronding|afronden|"
        "einde contract|doorstroom",
        FASE_NAZORG: "nazorg|in nazorg|opvolging|nazorgfase|opvolging na art 60|jobcoaching|na art 60",
        FASE_AFGESLOTEN: "afgesloten|stopgezet|gestopt|beeindigd|uit begeleiding|archief|dossier gesloten|gesloten|stop|"
        "uitgestroomd|afgerond|niet meer in begeleiding|klaar",
    }.items()
    for naam in namen.split("|")
}
FASEN = ("1", "2", "3", "4", "5", FASE_NAZORG, FASE_AFGESLOTEN)
_ROMEINS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


def _keuze(tabel: Mapping[str, str]) -> dict[str, str]:
    return {norm(naam): code for code, namen in tabel.items() for naam in namen.split("|")}


GESLACHTEN = _keuze({"M": "m|man|mannelijk|dhr|de heer|heer|homme|h|male|mr", "V": "v|vrouw|vrouwelijk|mevr|mevrouw|femme|f|"
                     "female|mw|mej", "X": "x|anders|non binair|nonbinair|onbepaald"})  # fmt: skip
JA_NEE = _keuze({"ja": "ja|j|x|1|waar|true|ok|oke|yes|y|oui|v|vrij|toegelaten|onbeperkt", "nee": "nee|n|neen|0|onwaar|false|no|"
                 "non|niet|geen toegang|niet toegelaten"})  # fmt: skip
STATUTEN = _keuze(
    {
        "leefloon": "leefloon|ll|lfl|rmi|recht op leefloon|leefloner|leefloongerechtigd|ris|leefloon cat 1|leefloon cat 2|leefloon cat 3",
        "equivalent": "equivalent leefloon|ell|eq ll|equivalent|equiv leefloon|e ll|eq leefloon|elfl|equivalent ll|wet 65|wet 1965|"
        "steun wet 65|levensminimum",
        "andere_hulp": "andere hulp|andere maatschappelijke hulp|maatschappelijke hulp|financiele steun|aanvullende steun|andere|steun",
        "geen": "geen steun|geen|geen leefloon|zonder steun",
    }
)
AANWEZIGHEDEN = _keuze(
    {
        "aanwezig": "ja|j|x|1|aanwezig|true|waar|ok|gekomen|aanw|p|present|yes|y",
        "afwezig": "nee|n|neen|0|afwezig|false|onwaar|no show|noshow|niet gekomen|niet opgedaagd|ongewettigd afwezig|afw|no|"
        "onverwittigd|niet verwittigd|ongewettigd",
        "verontschuldigd": "verontschuldigd|verwittigd|ziek|gewettigd afwezig|afgemeld|gewettigd|v|geannuleerd|afgezegd|"
        "afwezig verwittigd|afwezig met verwittiging",
    }
)
KANALEN = _keuze(
    {
        "gesprek": "gesprek|kantoor|op kantoor|bureel|bureau|ocmw|persoonlijk|face to face|f2f|gesprek kantoor|sociaal huis|"
        "consultatie|individueel gesprek|afspraak|loket|zitdag",
        "telefoon": "telefoon|tel|telefonisch|gebeld|bellen|telefoongesprek|gsm|call",
        "huisbezoek": "huisbezoek|hb|thuis|bij client thuis|thuisbezoek",
        "mail": "mail|e mail|email|per mail|mailverkeer|sms|whatsapp|bericht|chat|signal|messenger|tekstbericht|brief",
        "werkplekbezoek": "werkplekbezoek|werkbezoek|werkvloer|werkplek|bezoek werkplek|werkvloerbezoek|opvolging werkvloer|"
        "bezoek werkvloer|evaluatie werkvloer|bezoek werkgever",
        "video": "video|videogesprek|teams|online|zoom|digitaal|videocall|beeldbellen",
    }
)
NIVEAUS = _keuze({"A0": "a0|geen|0|nul|alfa|analfabeet", "A1": "a1|1 1|r1 1|basis", "A2": "a2|1 2|r1 2", "B1": "b1|2|2 1|2 2|"
                  "goed", "B2": "b2|3|vlot|zeer goed", "C1": "c1|4", "C2": "c2|moedertaal|moedertalig"})  # fmt: skip


def lees_tekst(cel: Cel, *, hoogstens: int, wat: str = "tekst") -> str:
    """Text on one line; a formula or a text that does not fit is refused, never cut."""
    if cel is None:
        return ""
    keur_cel(cel)
    tekst = " ".join(("ja" if cel else "nee").split()) if isinstance(cel, bool) else " ".join(str(cel).split())
    if len(tekst) > hoogstens:
        raise Leesfout(f"De {wat} is langer dan {hoogstens} tekens.")
    return tekst


def lees_verslag(cel: Cel, *, hoogstens: int = 20_000) -> str:
    """Free text with its own line ends."""
    if cel is None:
        return ""
    keur_cel(cel)
    tekst = str(cel).strip()
    if len(tekst) > hoogstens:
        raise Leesfout(f"De tekst is langer dan {hoogstens} tekens.")
    return tekst


def lees_keuze(cel: Cel, keuzes: Mapping[str, str], *, wat: str, eigen: Mapping[str, str] | None = None) -> str:
    """The code for a written value, "" when empty. `eigen` holds what a team itself means by a word and goes first."""
    if cel is None:
        return ""
    keur_cel(cel)
    sleutel = norm("1" if cel is True else "0" if cel is False else str(cel))
    gevonden = (eigen or {}).get(sleutel) or keuzes.get(sleutel)
    if gevonden:
        return gevonden
    if is_leeg(cel):
        return ""
    raise Leesfout(f"'{str(cel)[:40]}' kennen we niet als {wat}.")


def stel_fase_voor(tekst: str) -> str:
    """Phase of a written name or bare number, "" when unknown. A number before an unknown name proves nothing: teams count differently."""
    sleutel = norm(tekst)
    if not sleutel:
        return ""
    kaal = re.sub(r"^(?:fase|stap|f|module)?\s*(?:[0-9]|iv|v|i{1,3})?\s+", "", f"{sleutel} ").strip()
    if fase := _FASEN.get(sleutel) or _FASEN.get(kaal):
        return fase
    if vorm := re.fullmatch(r"(?:fase|stap|f)?\s*([1-5]|iv|v|i{1,3})", sleutel):
        return _ROMEINS.get(vorm[1], vorm[1])
    return ""


def lees_fase(cel: Cel, *, eigen: Mapping[str, str]) -> str:
    """ "1" to "5", "nazorg" or "afgesloten"; "" when empty. `eigen`: norm(team name) -> phase, as chosen on the mapping page."""
    if cel is None or (isinstance(cel, str) and not cel.strip(" -/")):
        return ""
    keur_cel(cel)
    tekst = str(cel)
    fase = eigen.get(norm(tekst)) or stel_fase_voor(tekst)
    if not fase:
        raise Leesfout(f"De fase '{tekst[:40]}' kennen we niet. Kies bij 'Fasen' wat je team ermee bedoelt.")
    return fase


def lees_insz_cel(cel: Cel, *, op: date) -> Insz | None:
    """None when empty. Excel eats the zeros in front of a number: they are put back."""
    if is_leeg(cel) or isinstance(cel, bool):
        return None
    keur_cel(cel)
    tekst = f"{cel:011}" if isinstance(cel, int) and cel >= 0 else str(cel)
    insz = lees_insz(tekst, op=op)
    if not insz.geldig:
        raise Leesfout(f"INSZ '{str(cel)[:20]}': {insz.reden}")
    return insz


def lees_telefoon_cel(cel: Cel) -> str:
    """E.164 (I14); a number Excel stored without its 0 is read with it."""
    if is_leeg(cel) or isinstance(cel, bool):
        return ""
    keur_cel(cel)
    tekst = f"0{cel}" if isinstance(cel, int) and 8 <= len(str(cel)) <= 9 else str(cel)
    if isinstance(cel, int) and tekst.startswith("32") and len(tekst) in {10, 11}:
        tekst = f"+{tekst}"
    gelezen = lees_telefoon(tekst)
    if not gelezen.geldig:
        raise Leesfout(f"'{tekst[:30]}' nemen we niet over. {gelezen.reden}")
    return gelezen.e164


def lees_email_cel(cel: Cel) -> str:
    if is_leeg(cel):
        return ""
    keur_cel(cel)
    gelezen = lees_email(str(cel))
    if not gelezen.geldig or len(gelezen.adres) > 254:
        raise Leesfout(f"'{str(cel)[:40]}' nemen we niet over. {gelezen.reden}")
    return gelezen.adres


def lees_postcode(cel: Cel) -> str:
    if is_leeg(cel):
        return ""
    keur_cel(cel)
    tekst = str(cel).upper().removeprefix("B-").strip()
    if not re.fullmatch(r"[1-9]\d{3}", tekst):
        raise Leesfout(f"'{tekst[:20]}' is geen Belgische postcode; we nemen ze niet over.")
    return tekst


def splits_naam(tekst: str, *, voornaam_eerst: bool = False) -> tuple[str, str]:
    """("Familienaam", "Voornaam") of a whole name: by comma, by CAPITALS, else one word is the first name.

    No family name ends in a prefix: in "Jan van den Broeck" it begins there.
    """
    if "," in tekst:
        deel_a, deel_b = (deel.strip() for deel in tekst.split(",", 1))
        return (deel_b, deel_a) if voornaam_eerst else (deel_a, deel_b)
    woorden = tekst.split()
    hoofdletters = [woord for woord in woorden if len(woord) > 1 and woord.isupper()]
    if hoofdletters and len(hoofdletters) < len(woorden):
        return " ".join(hoofdletters), " ".join(woord for woord in woorden if woord not in hoofdletters)
    if len(woorden) < 2:
        return tekst.strip(), ""
    begin = len(woorden) - 1
    while begin > 0 and is_voorvoegsel(woorden[begin - 1]):
        begin -= 1
    if not voornaam_eerst and begin in {0, len(woorden) - 1}:
        return " ".join(woorden[:-1]), woorden[-1]
    begin = 1 if voornaam_eerst else begin
    return " ".join(woorden[begin:]), " ".join(woorden[:begin])
