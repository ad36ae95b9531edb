"""Judge rows of a list of workplaces: which employer, which place, and what importing the row would change."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from clienten.namen import naamvorm
from ocmw.kalender.woorden import getal
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.lezers import Leeswijze
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij
from ocmw.werkruimte.invoer.plek.mentoren import Mentoren
from ocmw.werkruimte.invoer.plek.rijen import PLEKVELDEN, WERKGEVERVELDEN, Plekitem, gelijk, lees_rij
from ocmw.werkruimte.invoer.rijen import Ernst, Reden, dubbelreden
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort
from ocmw.werkruimte.invoer.verschillen import Celverschil
from ocmw.werkruimte.invoer.werkboek import Werkboekrij
from ocmw.werkruimte.invoer.werkplekken import per_naam, raad_soort, weigering_voor_naam
from tewerkstelling.enums import FysiekeEis, Werkgeversoort, Werktijd
from tewerkstelling.models import Werkgever, Werkplek
from tewerkstelling.nummers import toon_kbo

# In these the first row of an employer counts; a list of places often repeats whom to call per place.
_LOS = ("contactpersoon", "telefoon", "email")
_LABELS = dict([*FysiekeEis.choices, *Werktijd.choices])


class Plekbeoordelaar:
    """Reads and judges rows of one import for one colleague. Holds the employers and places of the OCMW: two queries per call."""

    def __init__(self, invoer: Invoer, *, door: Medewerker, op: date) -> None:
        self.invoer, self.door, self.op = invoer, door, op
        self.bladen = {blad.pk: blad for blad in invoer.bladen.all()}
        self.wijzen = {pk: self._leeswijze(blad) for pk, blad in self.bladen.items()}

    def _leeswijze(self, blad: Invoerblad) -> Leeswijze:
        koppen = {veld: blad.koppen[kolom] for veld, kolom in blad.indeling.items() if kolom < len(blad.koppen)}
        return Leeswijze(self.op, blad.indeling, koppen)

    def geraakt(self, rij: Invoerrij, *, oud_insz: str, oude_naam: str) -> Q:
        """Any row can name the same employer by number or by name, so a correction looks at all of them again."""
        return Q(blad__soort=Bladsoort.WERKPLEKKEN)

    def beoordeel(self, rijen: Iterable[Invoerrij]) -> list[Plekitem]:
        """The rows with their outcome; nothing is written."""
        items = []
        for rij in rijen:
            blad = self.bladen[rij.blad_id]
            bron = Werkboekrij(rij.nummer, rij.lees_cellen())
            items.append(Plekitem(rij, lees_rij(blad.naam, bron, self.wijzen[blad.pk])))
        self._laad()
        self._koppel_werkgevers([item for item in items if item.gelezen.geldig])
        self._markeer_dubbels([item for item in items if item.gelezen.geldig])
        for item in items:
            self._vergelijk(item)
        return items

    # --- employers ------------------------------------------------------------------------------
    def _laad(self) -> None:
        werkgevers = list(Werkgever.objects.filter(ocmw=self.invoer.ocmw_id).select_related("ocmw"))
        self.op_naam = per_naam(werkgevers, lambda rij: naamvorm(rij.naam))
        self.op_kbo = {rij.ondernemingsnummer: rij for rij in werkgevers if rij.ondernemingsnummer}
        plekken = Werkplek.objects.filter(werkgever__ocmw=self.invoer.ocmw_id).select_related("werkgever__ocmw")
        self.plekken = per_naam(plekken, lambda plek: (plek.werkgever_id, naamvorm(plek.naam)))
        self.mentoren = Mentoren(self.invoer.ocmw_id)

    def _koppel_werkgevers(self, items: Sequence[Plekitem]) -> None:
        """The employer of each row: one we have, or one the first row about it makes. Rows may not contradict each other."""
        eerste_op: dict[str, Plekitem] = {}
        for item in items:
            waarden = item.gelezen.waarden
            kbo, naam = waarden.get("kbo") or "", waarden.get("werkgever") or ""
            met_kbo, met_naam = self.op_kbo.get(kbo), self.op_naam.get(naamvorm(naam), []) if naam else []
            if strijd := _strijd_met_bekende(kbo, naam, met_kbo, met_naam):
                item.gelezen.fout(*strijd)
                continue
            sleutels = [
                sleutel
                for sleutel in (f"kbo:{kbo}" if kbo else "", f"naam:{naamvorm(naam)}" if naamvorm(naam) else "")
                if sleutel
            ]
            item.werkgever = met_kbo or next(iter(met_naam), None)
            if item.werkgever:
                sleutels.append(f"pk:{item.werkgever.pk}")
            eerste = next((eerste_op[sleutel] for sleutel in sleutels if sleutel in eerste_op), None)
            if eerste is None:
                self._nieuwe_werkgever(item, naam)
            elif strijd := _strijd(item, eerste):
                item.gelezen.fout(*strijd)
            else:
                item.werkgever = eerste.werkgever
                _laat_los(item, eerste)
            if item.gelezen.geldig:
                for sleutel in sleutels:
                    eerste_op.setdefault(sleutel, eerste or item)

    def _nieuwe_werkgever(self, item: Plekitem, naam: str) -> None:
        if item.werkgever is not None:
            return
        if not naam:
            item.gelezen.fout(
                "werkgever", "Dit ondernemingsnummer kennen we nog niet. Vul ook de naam van de werkgever in."
            )
            return
        if not item.gelezen.waarden.get("soort"):
            soort = raad_soort(naam)
            item.gelezen.waarden["soort"] = soort.value
            item.gelezen.let_op("soort", f"Er staat geen soort gebruiker bij. We nemen '{soort.label}'. Klopt dat?")
        item.werkgever = Werkgever(ocmw_id=self.invoer.ocmw_id, **item.gevraagd(WERKGEVERVELDEN))

    # --- places ---------------------------------------------------------------------------------
    def _markeer_dubbels(self, items: Sequence[Plekitem]) -> None:
        """A later row about the same place is a double of the first; what differs is named, not lost."""
        gezien: dict[tuple[int, str], Plekitem] = {}
        for item in items:
            if not item.gelezen.geldig or item.werkgever is None:
                continue
            naam = item.gelezen.waarden["werkplek"]
            eerste = gezien.setdefault((id(item.werkgever), naamvorm(naam) or naam), item)
            if eerste is not item:
                item.gelezen.dubbel_van = eerste.gelezen
                zin = dubbelreden(item.gelezen, eerste.gelezen, self.wijzen[item.rij.blad_id])
                item.gelezen.redenen.insert(0, Reden("", zin, Ernst.DUBBEL))

    def _vergelijk(self, item: Plekitem) -> None:
        """Fill place, outcome and differences. The place carries the new values and is not saved."""
        if not item.telt or item.werkgever is None:
            item.uitkomst = Rijuitkomst.DUBBEL if item.gelezen.geldig else Rijuitkomst.AFGEWEZEN
            return
        gewenst = item.gevraagd(PLEKVELDEN)
        gevonden = self.plekken.get((item.werkgever.pk, naamvorm(gewenst["naam"])), []) if item.werkgever.pk else []
        if zin := weigering_voor_naam("werkplek", gewenst["naam"], gevonden):
            item.gelezen.fout("werkplek", zin)
            return
        bestaand = next(iter(gevonden), None)
        item.plek = bestaand or Werkplek(werkgever=item.werkgever)
        if item.werkgever.pk:
            item.verschillen += _verschillen(item.werkgever, item.gevraagd(WERKGEVERVELDEN), WERKGEVERVELDEN)
        if bestaand:
            item.verschillen += _verschillen(bestaand, gewenst, PLEKVELDEN)
        self._vergelijk_mentoren(item, item.werkgever, item.plek)
        _keur(item, item.werkgever, WERKGEVERVELDEN, exclude=["ocmw"])
        _keur(item, item.plek, PLEKVELDEN, exclude=["werkgever"])
        if not item.gelezen.geldig:
            item.uitkomst = Rijuitkomst.AFGEWEZEN
        elif bestaand is None:
            item.uitkomst = Rijuitkomst.NIEUW
        else:
            item.uitkomst = Rijuitkomst.GEWIJZIGD if item.verschillen else Rijuitkomst.ONGEWIJZIGD

    def _vergelijk_mentoren(self, item: Plekitem, werkgever: Werkgever, plek: Werkplek) -> None:
        label = VELDEN[Bladsoort.WERKPLEKKEN]["mentoren"].label
        if naam := self.mentoren.onduidelijk(werkgever, item.mentoren):
            zin = f"{label}: meer dan één mentor van deze werkgever heet '{naam}'. We nemen deze cel niet over."
            item.gelezen.let_op("mentoren", f"{zin} Kies zelf wie je bedoelt, bij de werkplek.")
            item.gelezen.waarden["mentoren"] = []
            return
        if plek.pk and (verschil := self.mentoren.verschil(plek, item.mentoren, label)):
            item.verschillen.append(verschil)
        if nieuw := self.mentoren.onbekend(werkgever, item.mentoren):
            zin = f"{label}: {', '.join(nieuw)} kennen we nog niet bij deze werkgever. We voegen die toe."
            item.gelezen.let_op("mentoren", zin)


def _strijd_met_bekende(
    kbo: str, naam: str, met_kbo: Werkgever | None, met_naam: Sequence[Werkgever]
) -> tuple[str, str] | None:
    """Why number and name do not lead to one employer that we know: field and sentence. A number goes before a name."""
    if naam and not naamvorm(naam):
        return "werkgever", weigering_voor_naam("werkgever", naam, met_naam)
    if met_kbo is None:
        ander = next((rij for rij in met_naam if kbo and rij.ondernemingsnummer), None)
        if ander:
            nummer = toon_kbo(ander.ondernemingsnummer)
            return (
                "kbo",
                f"{ander.naam} heeft bij ons een ander ondernemingsnummer ({nummer}). Kijk na welk nummer juist is.",
            )
        zin = weigering_voor_naam("werkgever", naam, met_naam) if naam else ""
        return ("werkgever", f"{zin} Of vul het ondernemingsnummer in.") if zin else None
    if met_naam and met_kbo not in met_naam:
        zin = f"Het ondernemingsnummer is van {met_kbo.naam}, de naam van {met_naam[0].naam}."
        return "kbo", f"{zin} Verbeter een van beide."
    return None


def _strijd(item: Plekitem, eerste: Plekitem) -> tuple[str, str] | None:
    """Where this row says something else about its employer than the first row about it did: field and sentence."""
    mijn, hun, rij = item.gelezen.waarden, eerste.gelezen.waarden, f"Rij {eerste.rij.nummer}"
    if mijn.get("kbo") and hun.get("kbo") and mijn["kbo"] != hun["kbo"]:
        return (
            "kbo",
            f"{rij} geeft deze werkgever een ander ondernemingsnummer ({toon_kbo(hun['kbo'])}). Maak ze gelijk.",
        )
    if mijn.get("werkgever") and hun.get("werkgever") and naamvorm(mijn["werkgever"]) != naamvorm(hun["werkgever"]):
        return "werkgever", f"{rij} geeft dit ondernemingsnummer een andere naam ({hun['werkgever']}). Maak ze gelijk."
    if mijn.get("soort") and hun.get("soort") and mijn["soort"] != hun["soort"]:
        return "soort", f"{rij} noemt deze werkgever '{Werkgeversoort(hun['soort']).label}'. Maak ze gelijk."
    return None


def _laat_los(item: Plekitem, eerste: Plekitem) -> None:
    """Whom to call at the employer comes from one row; this one says what is not taken over."""
    for veld in _LOS:
        mijn = item.gelezen.waarden.get(veld)
        if mijn and mijn != eerste.gelezen.waarden.get(veld):
            label = VELDEN[Bladsoort.WERKPLEKKEN][veld].label
            if eerste.gelezen.waarden.get(veld):
                item.gelezen.let_op(veld, f"{label}: bij deze werkgever telt wat in rij {eerste.rij.nummer} staat.")
                item.gelezen.waarden[veld] = ""
            elif eerste.werkgever is not None and eerste.werkgever.pk is None:
                setattr(eerste.werkgever, WERKGEVERVELDEN[veld], mijn)
                eerste.gelezen.waarden[veld] = mijn


def _verschillen(rij: models.Model, gewenst: dict[str, Any], velden: dict[str, str]) -> list[Celverschil]:
    """Puts the new values on `rij` and tells what they replace."""
    labels = VELDEN[Bladsoort.WERKPLEKKEN]
    gevonden = []
    for van, naar in velden.items():
        if naar not in gewenst:
            continue
        oud, nieuw = getattr(rij, naar), gewenst[naar]
        if not gelijk(oud, nieuw, los=naar == "naam"):
            gevonden.append(Celverschil(naar, labels[van].label, _toon(rij, naar), _toon(rij, naar, nieuw)))
    return gevonden


def _toon(rij: models.Model, veld: str, *nieuw: Any) -> str:
    waarde = nieuw[0] if nieuw else getattr(rij, veld)
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(str(_LABELS.get(code, code)) for code in waarde)
    if isinstance(waarde, time):
        return f"{waarde.hour}:{waarde.minute:02}"
    if isinstance(waarde, Decimal):
        return getal(waarde)
    keuzes = dict(rij._meta.get_field(veld).flatchoices)  # type: ignore[union-attr]  # only our own columns come here, never a relation back
    return str(keuzes.get(waarde, waarde))


def _keur(item: Plekitem, rij: models.Model, velden: dict[str, str], *, exclude: list[str]) -> None:
    """The same checks as the form, on the row with its new values; what stands in the database is put back."""
    gewenst = item.gevraagd(velden)
    oud = {veld: getattr(rij, veld) for veld in gewenst}
    for veld, waarde in gewenst.items():
        setattr(rij, veld, waarde)
    try:
        rij.clean_fields(exclude=[*exclude, "gewijzigd_door"])
        rij.clean()
    except ValidationError as fout:
        terug = {naar: van for van, naar in velden.items()}
        for veld, zinnen in fout.message_dict.items():
            item.gelezen.fout(terug.get(veld, ""), " ".join(zinnen))
    finally:
        for veld, waarde in oud.items():
            setattr(rij, veld, waarde)
