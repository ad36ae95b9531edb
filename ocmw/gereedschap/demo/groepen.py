"""JOBCLUB and Ken je Job as the page of Aalst describes them, a programme that no source names, and one that OCMWs share.

Who leads is invented. The days follow from the calendar, so the demo also shows days that fall out."""

from datetime import date, time, timedelta
from decimal import Decimal

from clienten.models import Client
from ocmw.gereedschap.demo.namen import ACHTERNAMEN, VOORNAMEN
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from tewerkstelling.regulier.actions import bewaar_ondersteuning
from tewerkstelling.regulier.models import Ondersteuning
from trajecten.groepen.actions import (
    bewaar_deelnemer,
    bewaar_programma,
    bewaar_reeks,
    bewaar_sessie,
    last_sessie_af,
    noteer_aanwezigheid,
    noteer_lesvrij,
    noteer_verwittigd,
    schrijf_in,
    stop_deelname,
    voeg_sessie_toe,
    zeg_uitkomst,
)
from trajecten.groepen.actions.inschrijving import weigering_voor_inschrijven
from trajecten.groepen.actions.sessie import weigering_voor_dag
from trajecten.groepen.enums import (
    Afgelastreden,
    Groepsuitkomst,
    Inschrijfstatus,
    Programmasoort,
    Ritme,
    Sessiesoort,
    Sessiestand,
    Sessiestatus,
    Vertrekreden,
    Verwittigwijze,
)
from trajecten.groepen.models import Deelnemer, Groepsreeks, Inschrijving, Programma

_UREN = {
    "ochtend": {"begin_om": time(9), "eind_om": time(12)},
    "namiddag": {"begin_om": time(13), "eind_om": time(16)},
}
LEERPUNT = "Leerpunt Zuid-Oost-Vlaanderen"
THEMAS_JOBCLUB = (
    "Vacatures analyseren\nEen realistisch jobdoelwit\nEen brief schrijven\nEen sollicitatiegesprek voorbereiden"
)
THEMAS_KEN_JE_JOB = "Werken in Vlaanderen\nWelke jobs kan ik doen?\nHoe solliciteer ik?\nOp bezoek bij een werkgever"


def vul_groepen(aalst: Medewerker, turnhout: Medewerker, *, op: date) -> None:
    """The coordinators of both groups of OCMWs make them."""
    begin = date(op.year if op.month >= 9 else op.year - 1, 9, 1)
    einde = date(begin.year + 1, 6, 30)
    lesgever = _lesgever(aalst.ocmw)
    jobclub = _programma(
        aalst,
        op,
        naam="JOBCLUB",
        partner=LEERPUNT,
        trekker="Leen Roels",
        doelgroep="Wie met art.60 gewerkt heeft, in de rest van de 24 maanden",
        van=begin,
        ritme=Ritme.WEKELIJKS,
        toelating="na_art60",
        themas=THEMAS_JOBCLUB,
        budget=Decimal(18_000),
        besteed=Decimal("6250.50"),
        doel_deelnemers=70,
        doel_doorstroom=50,
        telt_als_contact=True,
    )
    _reeks(
        jobclub, ("Dinsdag", begin, einde), door=aalst, op=op, weekdagen=["di"], **_UREN["ochtend"], lesgever=lesgever
    )
    kenjejob = _programma(
        aalst,
        op,
        naam="Ken je Job",
        partner=LEERPUNT,
        trekker="Paulien Vermeire",
        doelgroep="Vluchtelingen die mogen werken",
        van=begin,
        ritme=Ritme.TWEE_HALVE_DAGEN,
        toelating="mag_werken",
        themas=THEMAS_KEN_JE_JOB,
        doel_deelnemers=30,
    )
    van, tot = _trimester(op)
    _reeks(
        kenjejob,
        (f"Trimester {van:%m/%Y}", van, tot),
        door=aalst,
        op=op,
        weekdagen=["di", "do"],
        **_UREN["namiddag"],
        lesgever=lesgever,
    )
    fiets = _programma(
        aalst,
        op,
        naam="Naar het werk met de fiets",
        soort=Programmasoort.WORKSHOP,
        trekker="Wannes Ooms",
        doelgroep="Iedereen die werk zoekt",
        van=begin,
        ritme=Ritme.EIGEN,
        themas="Fietsen in het verkeer\nEen band herstellen",
        doel_deelnemers=20,
    )
    _reeks(fiets, ("Zaterdagen", van, tot), door=aalst, op=op, weekdagen=["za"], **_UREN["ochtend"], capaciteit=3)
    samen = _programma(
        turnhout,
        op,
        naam="NetWERK",
        partner="Vokans",
        trekker="Dries Adams",
        doelgroep="Wie werk zoekt in de regio",
        van=begin,
        themas="Mijn netwerk\nBellen met een werkgever",
        doel_deelnemers=24,
        telt_als_contact=True,
    )
    _schrijf_in(aalst, op)
    _noteer(aalst, op)
    _verander(kenjejob, aalst, op)
    _vroeger(aalst)
    samen.deelt_met.set(Ocmw.objects.filter(code__in=["oud-turnhout", "vosselaar", "beerse"]))
    _reeks(
        samen,
        ("Woensdag", begin, einde),
        door=turnhout,
        op=op,
        weekdagen=["wo"],
        **_UREN["ochtend"],
        lesgever=_lesgever(turnhout.ocmw),
    )


def _schrijf_in(door: Medewerker, op: date) -> None:
    """Whoever comes in consideration, until each group is nearly full; the workshop is full, with people who wait."""
    for reeks in Groepsreeks.objects.filter(programma__ocmw=door.ocmw, tot__gt=op).order_by("pk"):
        aantal, meeste = 0, reeks.capaciteit + 2 if reeks.capaciteit < 5 else 8
        mensen = Client.objects.open().filter(ocmw=door.ocmw).order_by("pk")
        if reeks.programma.toelating == "mag_werken":
            mensen = mensen.exclude(verblijfsstatuut="")
        for client in mensen:
            bewijs = {"bewijs": "A-kaart", "bewijs_tot": op + timedelta(days=500)} if client.verblijfsstatuut else {}
            rij = Inschrijving(client=client, reeks=reeks, **bewijs)
            if aantal < meeste and not weigering_voor_inschrijven(rij, op=op):
                schrijf_in(rij, door=door, op=op)
                aantal += 1


def _noteer(door: Medewerker, op: date) -> None:
    """The last sessions of JOBCLUB: most were there, some not."""
    reeks = Groepsreeks.objects.get(programma__ocmw=door.ocmw, programma__naam="JOBCLUB")
    standen = (*[Sessiestand.AANWEZIG] * 5, Sessiestand.TE_LAAT, Sessiestand.VERONTSCHULDIGD, Sessiestand.AFWEZIG)
    deelnames = list(reeks.inschrijvingen.filter(status=Inschrijfstatus.INGESCHREVEN).select_related("client"))
    for nummer, sessie in enumerate(reeks.sessies.filter(dag__lt=op).order_by("-dag")[:8]):
        for plaats, rij in enumerate(deelnames):
            stand = standen[(nummer * 3 + plaats) % len(standen)]
            noteer_aanwezigheid(sessie, rij, stand=stand, door=reeks.lesgever or door, op=op)
    _maak(reeks, door, op)


# What was published of the first year of JOBCLUB (S0, W11): of 74 people, and what became of them. Of the others nothing is known.
GEPUBLICEERD = {Groepsuitkomst.NEC: 28, Groepsuitkomst.OPLEIDING: 6, Groepsuitkomst.ART60: 8}
DEELNEMERS_2018 = 74


def _vroeger(door: Medewerker) -> None:
    """The first year of JOBCLUB, of people without a dossier here: every number of it is published, every name is invented."""
    begin, einde = date(2018, 9, 4), date(2019, 6, 25)
    programma = _programma(
        door, begin, naam="JOBCLUB 2018-2019", partner=LEERPUNT, trekker="Leen Roels", van=begin, tot=einde + timedelta(days=1),
        doelgroep="Wie met art.60 gewerkt heeft", themas=THEMAS_JOBCLUB, doel_deelnemers=70, doel_doorstroom=50,
    )  # fmt: skip
    reeks = Groepsreeks(
        programma=programma, naam="Schooljaar 2018-2019", van=begin, tot=einde + timedelta(days=1), weekdagen=["di"],
        capaciteit=DEELNEMERS_2018, plaats="Leerpunt, Aalst", **_UREN["ochtend"],
    )  # fmt: skip
    bewaar_reeks(reeks, [], door=door, op=begin)
    werd = [soort for soort, aantal in GEPUBLICEERD.items() for _ in range(aantal)]
    namen = [(voor, achter) for achter in ACHTERNAMEN for voor in (*VOORNAMEN["V"], *VOORNAMEN["M"])]
    for nummer in range(DEELNEMERS_2018):
        voornaam, achternaam = namen[nummer * 7 % len(namen)]
        mens = Deelnemer(ocmw=door.ocmw, voornaam=voornaam, achternaam=achternaam, toestemming_op=begin)
        rij = Inschrijving(deelnemer=bewaar_deelnemer(mens, door=door, op=begin), reeks=reeks)
        schrijf_in(rij, door=door, op=begin)
        if nummer < len(werd):
            zeg_uitkomst(rij, uitkomst=werd[nummer], door=door, op=einde)
        stop_deelname(rij, reden=Vertrekreden.AFGEROND, door=door, op=einde + timedelta(days=1))


GEMAAKT = (
    ("doelwit", "Logistiek medewerker", "Kent het werk van de kringwinkel en wil vroege uren.", "ja"),
    ("vacature", "Orderpicker in Erembodegem", "Vraagt: nauwkeurig werken, een fiets, geen diploma.", "onbekend"),
    (
        "brief",
        "Orderpicker in Erembodegem",
        "Geachte mevrouw, geachte heer,\n\nIk werkte een jaar in de kringwinkel ...",
        "onbekend",
    ),
    ("gesprek", "Orderpicker in Erembodegem", "Drie sterke punten geoefend en een vraag over de uren.", "onbekend"),
    ("doelwit", "Vrachtwagenchauffeur", "Heeft nog geen rijbewijs C en geen tijd voor de opleiding.", "nee"),
)


def _maak(reeks: Groepsreeks, door: Medewerker, op: date) -> None:
    """What people made in JOBCLUB, session after session."""
    sessies = list(reeks.sessies.filter(status=Sessiestatus.GEHOUDEN).order_by("-dag")[:3])
    deelnames = reeks.inschrijvingen.filter(status=Inschrijfstatus.INGESCHREVEN).select_related("client").order_by("pk")
    for nummer, rij in enumerate(deelnames[:4] if sessies else ()):
        for soort, titel, tekst, haalbaar in GEMAAKT[: 4 - nummer] if nummer else GEMAAKT:
            sessie = sessies[nummer % len(sessies)]
            werk = Ondersteuning(
                client=rij.client,
                sessie=sessie,
                op=sessie.dag,
                soort=soort,
                titel=titel,
                tekst=tekst,
                haalbaar=haalbaar,
            )
            bewaar_ondersteuning(werk, [], door=reeks.lesgever or door, op=op)


MEEGENOMEN = (
    "Zag hoe het sorteren gaat en wil dit werk graag proberen.",
    "Vond het er te luid. Zoekt liever iets rustigers.",
    "Vroeg zelf naar de uren: een vroege dienst kan.",
)


def _verander(programma: Programma, door: Medewerker, op: date) -> None:
    """A session that does not take place, of which not everybody heard yet; and a visit to a workplace with what each took from it."""
    reeks = programma.reeksen.get()
    deelnames = list(reeks.inschrijvingen.filter(status=Inschrijfstatus.INGESCHREVEN).order_by("pk"))
    komend = reeks.sessies.gaat_door().filter(dag__gt=op + timedelta(days=9)).order_by("dag").first()
    if komend and deelnames:
        last_sessie_af(komend, reden=Afgelastreden.LESGEVER, toelichting="", door=door, op=op)
        for rij in deelnames[1:]:
            noteer_verwittigd(komend, rij, hoe=Verwittigwijze.TELEFOON, door=door, op=op)
    dagen = (op - timedelta(days=over) for over in range(3, 15))
    dag = next(
        (dag for dag in dagen if dag.weekday() < 5 and dag >= reeks.van and not weigering_voor_dag(reeks, dag)), None
    )
    if dag is None:
        return
    bezoek = voeg_sessie_toe(
        reeks, dag=dag, begin_om=time(10), eind_om=time(11, 30), soort=Sessiesoort.GROEPSBEZOEK,
        bezocht="Kringwinkel De Dender", plaats="Gentsestraat 60, Aalst", door=door, op=op,
    )  # fmt: skip
    for rij, nota in zip(deelnames, MEEGENOMEN, strict=False):
        noteer_aanwezigheid(bezoek, rij, stand=Sessiestand.AANWEZIG, nota=nota, door=reeks.lesgever or door, op=op)


def _lesgever(ocmw: Ocmw) -> Medewerker | None:
    return Medewerker.objects.filter(ocmw=ocmw, rol=Rol.LESGEVER).order_by("pk").first()


def _trimester(op: date) -> tuple[date, date]:
    """The trimester of this day; in summer the one that comes (I18)."""
    for van, tot in ((date(op.year, 1, 5), date(op.year, 3, 31)), (date(op.year, 4, 1), date(op.year, 6, 30))):
        if op <= tot:
            return van, tot
    return date(op.year, 9, 1), date(op.year, 12, 18)


def _programma(door: Medewerker, op: date, **velden: object) -> Programma:
    return bewaar_programma(Programma(ocmw=door.ocmw, **velden), [], door=door, op=op)


def _reeks(
    programma: Programma, periode: tuple[str, date, date], *, door: Medewerker, op: date, **velden: object
) -> None:
    """`periode`: name, first and last day. With a theme for each session, one that does not take place and a day without."""
    naam, van, tot = periode
    reeks = Groepsreeks(
        programma=programma, naam=naam, van=van, tot=tot + timedelta(days=1), plaats="Sociaal Huis, zaal 1", **velden
    )
    bewaar_reeks(reeks, [], door=door, op=op)
    themas = programma.themalijst
    for nummer, sessie in enumerate(reeks.sessies.order_by("dag")):
        sessie.thema = themas[nummer % len(themas)]
        bewaar_sessie(sessie, ["thema"], door=door, op=op)
    komend = list(reeks.sessies.filter(dag__gt=op, status=Sessiestatus.GEPLAND).order_by("dag")[:6])
    if len(komend) == 6:
        last_sessie_af(
            komend[2], reden=Afgelastreden.LOKAAL, toelichting="Het lokaal is die dag bezet", door=door, op=op
        )
        noteer_lesvrij(reeks, dag=komend[4].dag, reden="Teamdag", door=door, op=op)
