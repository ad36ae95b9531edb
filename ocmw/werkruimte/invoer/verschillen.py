"""Field by field: what importing a row changes on somebody who already has a dossier."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from clienten.models import Client, Contactgegevens
from clienten.namen import naamsleutel, naamvorm, vouw, zelfde_tekst
from ocmw.werkruimte.invoer.feiten import Celfeiten
from ocmw.werkruimte.invoer.wens import Wens
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from trajecten.fasen import Fase

# In these a difference of capitals or accents only is no difference.
_LOS = {"achternaam", "voornaam", "taal", "nationaliteit", "verblijfsstatuut", "straat", "gemeente"}
FASENAMEN = {
    **{str(fase.value): f"{fase.value}. {fase.label}" for fase in Fase},
    "nazorg": "Nazorg",
    "afgesloten": "Afgesloten",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Celverschil:
    """`veld` is the model field, or the name of what changes (fase, art60 ...)."""

    veld: str
    label: str
    oud: str
    nieuw: str


def weigering_voor(wens: Wens, feiten: Celfeiten) -> str:
    """Why this row cannot be written to this dossier; the same rules the screens follow."""
    if not wens.afgesloten and (reden := feiten.client.weigering_als_gesloten()):
        return f"{reden.removesuffix('.')} en voer deze rij dan opnieuw in."
    if wens.art60 and not feiten.client.gesloten_op:
        eigen = bestaand_contract(wens, feiten)
        van, tot = wens.art60
        for contract in (een for een in feiten.contracten if een.soort == Contractsoort.ART60):
            raakt = (contract.tot is None or contract.tot > van) and (tot is None or contract.van < tot)
            if contract is not eigen and raakt:
                return f"De periode van art.60 overlapt met een ander contract (vanaf {contract.van:%d/%m/%Y})."
    return ""


def verschillen(wens: Wens, feiten: Celfeiten, *, namen: dict[int, str]) -> list[Celverschil]:
    """`namen` are the colleagues by pk, for the sentences. A closed dossier only takes identity and contact data."""
    lijst = [
        *_veldverschillen(_identiteit(wens, feiten.client), feiten.client),
        *_veldverschillen(wens.contact, feiten.contact),
        *_opmerking(wens, feiten),
    ]
    if feiten.client.gesloten_op:
        return lijst
    for rol, medewerker in wens.volgers.items():
        if feiten.volgers.get(rol) != medewerker:
            oud = namen.get(feiten.volgers.get(rol, 0), "")
            lijst.append(
                Celverschil(
                    f"volger_{rol}",
                    "Trajectbegeleider" if rol == "atb" else "Maatschappelijk werker",
                    oud,
                    namen[medewerker],
                )
            )
    if wens.fase and wens.fase != feiten.fase:
        lijst.append(Celverschil("fase", "Fase", FASENAMEN[feiten.fase], FASENAMEN[wens.fase]))
    lijst += [*_traject(wens, feiten), *_contract(wens, feiten), *_overige_datums(wens, feiten)]
    return lijst


def _identiteit(wens: Wens, client: Client) -> dict[str, Any]:
    """What the row may change about who the person is.

    Not the name when it is the same one split by us in another way, or one in which letters were lost. Not the number when the
    dossier has one: a row with another number was only recognised because that is an earlier number.
    """
    vast = {"insz"} if client.insz else set()
    sleutel = naamsleutel(f"{wens.client.get('voornaam', '')} {wens.client.get('achternaam', '')}")
    if not sleutel or (wens.naam_gesplitst and sleutel == client.naamsleutel):
        vast |= {"voornaam", "achternaam"}
    return {veld: waarde for veld, waarde in wens.client.items() if veld not in vast}


def _veldverschillen(gewenst: dict[str, Any], rij: Client | Contactgegevens) -> list[Celverschil]:
    lijst = []
    for veld, nieuw in gewenst.items():
        oud = getattr(rij, veld)
        gelijk = zelfde_tekst(str(oud), str(nieuw)) if veld in _LOS else oud == nieuw
        if not gelijk:
            lijst.append(Celverschil(veld, _label(rij, veld), _toon(rij, veld, oud), _toon(rij, veld, nieuw)))
    return lijst


def _label(rij: Client | Contactgegevens, veld: str) -> str:
    label = str(rij._meta.get_field(veld).verbose_name)  # type: ignore[union-attr]  # only our own columns come here, never a relation back
    return label[:1].upper() + label[1:]


def _toon(rij: Client | Contactgegevens, veld: str, waarde: Any) -> str:
    if isinstance(waarde, date):
        return f"{waarde:%d/%m/%Y}"
    keuzes = dict(rij._meta.get_field(veld).flatchoices)  # type: ignore[union-attr]  # only our own columns come here, never a relation back
    return str(keuzes.get(waarde, waarde) or "")


def _opmerking(wens: Wens, feiten: Celfeiten) -> list[Celverschil]:
    """A remark is added, never replaced: colleagues may have written in it since."""
    erbij = nieuwe_regels(feiten.client.opmerking, wens.opmerking)
    return [Celverschil("opmerking", "Opmerking", "", erbij)] if erbij else []


def nieuwe_regels(bestaand: str, uit_bestand: str) -> str:
    staat_er = {vouw(regel) or regel for regel in bestaand.splitlines()}
    return "\n".join(regel for regel in uit_bestand.splitlines() if (vouw(regel) or regel) not in staat_er)


def _traject(wens: Wens, feiten: Celfeiten) -> list[Celverschil]:
    traject = feiten.traject
    if not (wens.start_traject and traject) or traject.gestart_op == wens.start_traject:
        return []
    return [
        Celverschil(
            "start_traject", "Start traject", f"{traject.gestart_op:%d/%m/%Y}", f"{wens.start_traject:%d/%m/%Y}"
        )
    ]


def bestaand_contract(wens: Wens, feiten: Celfeiten) -> Tewerkstelling | None:
    """The art.60 contract the row is about: same first day, else one that shares days with it."""
    if not wens.art60:
        return None
    van, tot = wens.art60
    art60 = [contract for contract in feiten.contracten if contract.soort == "art60"]
    zelfde = [contract for contract in art60 if contract.van == van]
    overlap = [c for c in art60 if (c.tot is None or c.tot > van) and (tot is None or c.van < tot)]
    return next(iter([*zelfde, *overlap]), None)


def _contract(wens: Wens, feiten: Celfeiten) -> list[Celverschil]:
    if not wens.art60:
        return []
    contract = bestaand_contract(wens, feiten)
    van, tot = wens.art60
    lijst = []
    if contract is None or contract.van != van:
        lijst.append(Celverschil("van", "Start art.60", _dag(contract.van if contract else None), _dag(van)))
    if tot and (contract is None or contract.tot != tot):
        lijst.append(
            Celverschil("tot", "Laatste dag art.60", _dag(contract.laatste_dag if contract else None), _laatste(tot))
        )
    if wens.werkplek and (contract is None or not zelfde_plek(contract, wens.werkplek)):
        oud = str(contract.werkplek) if contract and contract.werkplek else ""
        lijst.append(Celverschil("werkplek", "Werkplek", oud, " - ".join(dict.fromkeys(wens.werkplek))))
    if wens.uren and (contract is None or contract.uren_per_week != wens.uren):
        oud = f"{contract.uren_per_week.normalize():f}" if contract and contract.uren_per_week else ""
        lijst.append(Celverschil("uren_per_week", "Uren per week", oud, f"{wens.uren.normalize():f}"))
    return lijst


def zelfde_plek(contract: Tewerkstelling, werkplek: tuple[str, str]) -> bool:
    if contract.werkplek is None:
        return False
    eigen = (contract.werkplek.werkgever.naam, contract.werkplek.naam)
    return all(naamvorm(een) == naamvorm(ander) != "" for een, ander in zip(eigen, werkplek, strict=True))


def _overige_datums(wens: Wens, feiten: Celfeiten) -> list[Celverschil]:
    lijst = []
    weo = feiten.werkervaring
    if (
        wens.twe_start
        and not wens.afgesloten
        and (weo is None or (wens.twe_uit_bestand and weo.start != wens.twe_start))
    ):
        lijst.append(
            Celverschil("twe_start", "Start van de 24 maanden", _dag(weo.start if weo else None), _dag(wens.twe_start))
        )
    if wens.laatste_contact and (feiten.laatste_contact is None or feiten.laatste_contact < wens.laatste_contact):
        lijst.append(
            Celverschil("laatste_contact", "Laatste contact", _dag(feiten.laatste_contact), _dag(wens.laatste_contact))
        )
    return lijst


def _dag(dag: date | None) -> str:
    return f"{dag:%d/%m/%Y}" if dag else ""


def _laatste(tot: date) -> str:
    return _dag(date.fromordinal(tot.toordinal() - 1))
