"""The cv: its texts, its rows, and what the file already knows."""

from datetime import date

from clienten.handeling import actie
from clienten.models import Client
from clienten.profiel.actions import Profielwijziging, schrijf_profiel
from clienten.profiel.enums import Profielbron
from clienten.profiel.models import Diploma, Taalkennis
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.cvwoorden import noemt_ocmw
from tewerkstelling.regulier.enums import Cvregelsoort
from tewerkstelling.regulier.journaalcodes import CV_GEWIJZIGD
from tewerkstelling.regulier.models import Cv, Cvregel

_OPENBAAR = {Werkgeversoort.EIGEN_DIENST, Werkgeversoort.ANDER_OCMW}
OPENBARE_DIENST = "Openbare dienst"


@actie
def bewaar_cv(cv: Cv, velden: list[str], profiel: Profielwijziging | None = None, *, door: Medewerker, op: date) -> Cv:
    """The first save makes the row; a colleague who was first is a conflict like any other, in either row."""
    weiger_als(cv.client.weigering_als_gesloten())
    if profiel:
        schrijf_profiel(profiel, met=cv, bron=Profielbron.CV, door=door, op=op)
    if not cv._state.adding:
        cv.bewaar(door=door, velden=velden)
    else:
        cv.bewaar_eerste(door=door, client=cv.client)
    noteer(CV_GEWIJZIGD, cv, door=door, client=cv.client)
    return cv


@actie
def bewaar_cvregel(rij: Cvregel, velden: list[str], *, door: Medewerker, op: date) -> Cvregel:
    weiger_als(rij.client.weigering_als_gesloten())
    if rij._state.adding:
        rij.gewijzigd_door = door
        rij.full_clean(exclude=["client", "gewijzigd_door"])
        rij.save(force_insert=True)
    else:
        rij.bewaar(door=door, velden=velden)
    noteer(CV_GEWIJZIGD, rij, door=door, client=rij.client, soort=str(rij.soort))
    return rij


@actie
def verwijder_cvregel(rij: Cvregel, *, door: Medewerker, op: date) -> None:
    weiger_als(rij.client.weigering_als_gesloten())
    noteer(CV_GEWIJZIGD, rij, door=door, client=rij.client, soort=str(rij.soort), verwijderd=True)
    rij.delete()


@actie
def neem_over_uit_dossier(client: Client, *, door: Medewerker, op: date) -> int:
    """Add diplomas, languages and contracts that the cv does not have yet; returns how many. Rows that were taken over
    before stay as the client made them."""
    weiger_als(client.weigering_als_gesloten())
    bekend = set(Cvregel.objects.filter(client=client).exclude(bron="").values_list("bron", flat=True))
    nieuw = [rij for rij in regels_uit_dossier(client, op=op) if rij.bron not in bekend]
    for rij in nieuw:
        rij.gewijzigd_door = door
    # Two colleagues at once: the constraint on `bron` keeps one of each.
    Cvregel.objects.bulk_create(nieuw, ignore_conflicts=True)
    noteer(CV_GEWIJZIGD, client, door=door, client=client, overgenomen=len(nieuw))
    return len(nieuw)


def regels_uit_dossier(client: Client, *, op: date) -> list[Cvregel]:
    """What the file knows that belongs on a cv. Never benefits, health, or that the OCMW was the employer."""
    regels = [
        Cvregel(
            client=client,
            soort=Cvregelsoort.OPLEIDING,
            titel=diploma.naam,
            bij=diploma.land,
            tot_jaar=diploma.jaar,
            bron=f"diploma:{diploma.pk}",
        )
        for diploma in Diploma.objects.filter(client=client)
    ]
    talen = {client.taal: ("moedertaal", "taal:moedertaal")} if client.taal else {}
    if client.taalniveau and client.taal != "Nederlands":
        talen["Nederlands"] = (client.taalniveau, "taal:nederlands")
    for kennis in Taalkennis.objects.filter(client=client):
        talen.setdefault(kennis.taal, (kennis.niveau, f"taal:{kennis.pk}"))
    regels += [
        Cvregel(client=client, soort=Cvregelsoort.TAAL, titel=taal, tekst=niveau, bron=bron)
        for taal, (niveau, bron) in talen.items()
    ]
    contracten = Tewerkstelling.objects.filter(client=client, van__lte=op).select_related("werkplek__werkgever")
    return regels + [_ervaring(contract, op) for contract in contracten]


def _ervaring(contract: Tewerkstelling, op: date) -> Cvregel:
    plek = contract.werkplek
    werkgever = plek.werkgever if plek else None
    bij = werkgever.naam if werkgever else ""
    if (werkgever and werkgever.soort in _OPENBAAR) or noemt_ocmw(bij):
        bij = OPENBARE_DIENST
    titel = contract.functie or (plek.naam if plek else "")
    taken = plek.taken if plek else ""
    return Cvregel(
        client=contract.client,
        soort=Cvregelsoort.ERVARING,
        titel="Medewerker" if not titel or noemt_ocmw(titel) else titel,
        bij=bij,
        van_jaar=contract.van.year,
        tot_jaar=contract.laatste_dag.year if contract.laatste_dag and contract.laatste_dag < op else None,
        nog_bezig=contract.laatste_dag is None or contract.laatste_dag >= op,
        tekst="" if noemt_ocmw(taken) else taken,
        bron=f"contract:{contract.pk}",
    )
