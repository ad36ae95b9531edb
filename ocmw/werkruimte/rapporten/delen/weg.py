"""The path: referral, intake, phases, side problems, talks, goals and promises."""

from datetime import date

from django.db.models import Prefetch, Q

from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.rapporten.delen.basis import Dossier, dag, met_punten
from ocmw.werkruimte.rapporten.rapport import (
    Blok,
    Cel,
    Celsoort,
    Feitenlijst,
    Item,
    Rapporttabel,
    Rapporttekst,
    Sectie,
    Tabelkolom,
    Verhaal,
)
from trajecten.eenkeer import met_profiel
from trajecten.enums import Aanwezigheid
from trajecten.fasen import FASE_VAN_CODE, VRAAG_VAN_CODE, Fase
from trajecten.fasevoorstel import Werkfeit
from trajecten.models import (
    Actiepunt,
    Doel,
    Doorverwijzing,
    Fasebeantwoording,
    Faseperiode,
    Gesprek,
    Intake,
    Middel,
    Navraag,
    Randprobleem,
    Traject,
)
from trajecten.werk import voorstel_voor, werkfeiten_van

DATUM = Celsoort.DATUM


def doorverwijzing(dossier: Dossier) -> Sectie:
    bundels = dossier.rijen(Doorverwijzing.objects.all()).select_related("van", "behandeld_door")
    blokken: list[Blok] = []
    for bundel in bundels.prefetch_related("voorwaarden"):
        blokken += _bundel(bundel, ziet_afgeschermd=dossier.afgeschermd)
    return Sectie("Doorverwijzing", tuple(blokken) or (Rapporttekst(("Er is geen doorverwijzing.",)),))


def _bundel(bundel: Doorverwijzing, *, ziet_afgeschermd: bool) -> list[Blok]:
    teksten = [
        (veld.verbose_name, getattr(bundel, veld.name))
        for veld in bundel._meta.fields
        if veld.name
        in {"situatie", "hulpverleningsplan", "opleiding", "werkervaring", "talen", "wensen", "beperkingen"}
    ]
    return [
        Feitenlijst(
            (
                ("Doorverwezen door", bundel.van.naam),
                ("Stand", bundel.get_status_display()),
                ("Verstuurd", bundel.verstuurd_op),
                ("Bevestigd", f"maatschappelijk werker {dag(bundel.mw_akkoord_op)}, cliënt {dag(bundel.client_akkoord_op)}"
                 if bundel.mw_akkoord_op and bundel.client_akkoord_op else "nog niet door allebei"),
                ("Antwoord", met_punten(dag(bundel.behandeld_op), bundel.behandeld_door, bundel.antwoord)),
            )
        ),
        Rapporttabel(
            (Tabelkolom("Voorwaarde"), Tabelkolom("Voldaan"), Tabelkolom("Nota"), Tabelkolom("Nagekeken", DATUM)),
            tuple(
                (v.get_voorwaarde_display(), "afgeschermd" if v.afgeschermd else v.get_antwoord_display(), v.nota, v.op)
                for v in bundel.voorwaarden_voor(ziet_afgeschermd=ziet_afgeschermd)
            ),
            leeg="De voorwaarden zijn nog niet nagekeken.",
        ),
        Verhaal(tuple(Item(str(kop), "", tekst.strip()) for kop, tekst in teksten if tekst.strip())),
    ]  # fmt: skip


def intake(dossier: Dossier) -> Sectie:
    rij = dossier.rijen(Intake.objects.all()).first()
    if rij is None:
        return Sectie("Intake", (Rapporttekst(("Er is nog geen intake.",)),))
    onderwerpen = ("opleiding", "werkervaring", "interesse", "sterktes", "moeilijk_zoeken", "moeilijk_werkvloer",
                   "gewenste_hulp")  # fmt: skip
    items = tuple(
        Item(str(rij._meta.get_field(naam).verbose_name), "", getattr(rij, naam).strip())
        for naam in onderwerpen
        if getattr(rij, naam).strip()
    )
    feiten = (
        ("Intakegesprek", rij.gehouden_op),
        ("Afgerond", rij.afgerond_op),
    )
    return Sectie("Intake", (Feitenlijst(feiten), Verhaal(items, leeg="Er is nog niets genoteerd bij de onderwerpen.")))


def traject(dossier: Dossier) -> Sectie:
    periodes = Prefetch("faseperiodes", Faseperiode.objects.select_related("gestart_door"))
    trajecten = list(dossier.rijen(Traject.objects.prefetch_related(periodes)))
    if not trajecten:
        return Sectie("Traject en fasen", (Rapporttekst(("Er is nog geen traject.",)),))
    antwoorden = list(dossier.rijen(Fasebeantwoording.objects.filter(traject__in=trajecten)))
    blokken: list[Blok] = [*dossier.let_op]
    werk = werkfeiten_van(dossier.client)
    for rij in trajecten:
        blokken.append(_traject_feiten(rij, werk, dossier.op))
        blokken.append(_fasetabel(list(rij.faseperiodes.all()), dossier.op))
        rij.client = dossier.client
        gezegd = met_profiel(rij, [a for a in antwoorden if a.traject_id == rij.pk])
        blokken.append(_antwoorden([a for a in gezegd.values() if a.is_beantwoord]))
    return Sectie("Traject en fasen", tuple(blokken))


def _traject_feiten(rij: Traject, werk: list[Werkfeit], op: date) -> Feitenlijst:
    voorstel = voorstel_voor(rij, werk, op=op)
    einde = met_punten(dag(rij.afgesloten_op), rij.get_stopreden_display()) if rij.afgesloten_op else "loopt"
    return Feitenlijst(
        (
            ("Traject sinds", rij.gestart_op),
            ("Fase", f"{rij.fase}. {Fase(rij.fase).label}"),
            ("Voorstel volgens het werk", f"{voorstel.in_woorden}. {voorstel.reden}" if voorstel else "geen"),
            ("Afgesloten", einde),
        )
    )


def _fasetabel(periodes: list[Faseperiode], op: date) -> Rapporttabel:
    rijen: tuple[tuple[Cel, ...], ...] = tuple(
        (f"{p.fase}. {Fase(p.fase).label}", p.van, p.tot, ((p.tot or max(op, p.van)) - p.van).days,
         met_punten(p.gestart_door.naam, p.motivatie))
        for p in periodes
    )  # fmt: skip
    kolommen = (
        Tabelkolom("Fase"),
        Tabelkolom("Van", DATUM),
        Tabelkolom("Tot", DATUM),
        Tabelkolom("Dagen", Celsoort.GETAL),
        Tabelkolom("Door"),
    )
    return Rapporttabel(kolommen, rijen, bijschrift="Verloop van de fasen")


def _antwoorden(antwoorden: list[Fasebeantwoording]) -> Rapporttabel:
    volgorde = list(VRAAG_VAN_CODE)
    gekend = sorted((a for a in antwoorden if a.vraag in VRAAG_VAN_CODE), key=lambda a: volgorde.index(a.vraag))
    rijen = tuple(
        (VRAAG_VAN_CODE[a.vraag].tekst, str(int(FASE_VAN_CODE[a.vraag])), _antwoord(a), a.beantwoord_op) for a in gekend
    )
    kolommen = (Tabelkolom("Vraag"), Tabelkolom("Fase"), Tabelkolom("Antwoord"), Tabelkolom("Op", DATUM))
    return Rapporttabel(kolommen, rijen, bijschrift="Antwoorden per fase", leeg="Er is nog geen vraag beantwoord.")


def _antwoord(rij: Fasebeantwoording) -> str:
    keuzes = dict(VRAAG_VAN_CODE[rij.vraag].keuzes)
    return ". ".join(deel for deel in (keuzes.get(rij.antwoord, rij.antwoord), rij.toelichting.strip()) if deel)


def randproblemen(dossier: Dossier) -> Sectie:
    items = tuple(
        Item(
            rij.get_thema_display(),
            met_punten(
                rij.get_status_display(),
                f"gemeld op {dag(rij.gemeld_op)}",
                f"doorverwezen naar {rij.doorverwezen_naar} {dag(rij.doorverwezen_op)}"
                if rij.doorverwezen_naar
                else "",
                f"volgende navraag {dag(rij.volgende_check_op)}" if rij.volgende_check_op else "",
            ),
            "\n".join(
                deel
                for deel in (rij.omschrijving.strip(), rij.oplossing.strip(), *map(_navraag, rij.navragen.all()))
                if deel
            ),
        )
        for rij in dossier.rijen(Randprobleem.objects.prefetch_related("navragen"))
    )
    return Sectie("Randproblemen", (*dossier.let_op, Verhaal(items, leeg="Er zijn geen randproblemen genoteerd.")))


def _navraag(rij: Navraag) -> str:
    werkt = f"werkt eraan: {rij.get_werkt_eraan_display()}"
    return met_punten(f"Navraag op {dag(rij.op)}", rij.met, werkt, rij.verslag.strip())


def gesprekken(dossier: Dossier) -> Sectie:
    rijen = dossier.rijen(Gesprek.objects.all()).select_related("door")
    items = tuple(
        Item(
            f"{rij.get_kanaal_display()} op {dag_in_woorden(rij.op)}",
            met_punten(
                rij.door.naam if rij.door else rij.door_naam,
                rij.get_aanwezigheid_display().lower() if rij.aanwezigheid != Aanwezigheid.AANWEZIG else "",
                aantal(rij.duur, "minuut", "minuten") if rij.duur else "",
            ),
            rij.verslag.strip(),
        )
        for rij in rijen
    )
    return Sectie("Gesprekken", (*dossier.let_op, Verhaal(items, leeg="Er zijn geen gesprekken genoteerd.")))


def doelen(dossier: Dossier) -> Sectie:
    rijen = tuple(
        (d.omschrijving, d.get_thema_display(), d.get_status_display(), d.gesteld_op)
        for d in dossier.rijen(Doel.objects.all())
    )
    acties = tuple(
        (a.omschrijving, a.get_eigenaar_display(), a.vervalt_op, a.gedaan_op)
        for a in dossier.rijen(Actiepunt.objects.all())
    )
    return Sectie(
        "Doelen en acties",
        (
            *dossier.let_op,
            Rapporttabel(
                (Tabelkolom("Doel"), Tabelkolom("Thema"), Tabelkolom("Stand"), Tabelkolom("Gesteld", DATUM)),
                rijen,
                leeg="Er zijn nog geen doelen.",
            ),
            Rapporttabel(
                (Tabelkolom("Actie"), Tabelkolom("Wie"), Tabelkolom("Tegen", DATUM), Tabelkolom("Gedaan", DATUM)),
                acties,
                leeg="Er zijn geen actiepunten.",
            ),
            _middelen(dossier),
        ),
    )


def _middelen(dossier: Dossier) -> Rapporttabel:
    rijen = tuple(
        (str(m), m.aanbieder, m.van, m.laatste_dag, met_punten(m.get_resultaat_display(), m.toelichting))
        for m in dossier.rijen(Middel.objects.all())
    )
    koppen = (Tabelkolom("Middel"), Tabelkolom("Bij wie"), Tabelkolom("Eerste dag", DATUM),
              Tabelkolom("Laatste dag", DATUM), Tabelkolom("Resultaat"))  # fmt: skip
    return Rapporttabel(
        koppen, rijen, bijschrift="Opleiding en andere middelen", leeg="Er is geen opleiding of ander middel."
    )


def termijnen(dossier: Dossier) -> Sectie:
    """A promise about a shielded action point keeps its day and kind; its words would name what is shielded."""
    open_ = Termijn.objects.open().filter(client=dossier.client).select_related("verantwoordelijke")
    geheim = set()
    if not dossier.afgeschermd:
        open_ = open_.filter(afgeschermd=False)
        punten = Actiepunt.objects.filter(Q(client=dossier.client), afgeschermd=True)
        geheim = {f"actiepunt:{pk}" for pk in punten.values_list("pk", flat=True)}
    rijen = tuple(
        (
            t.soort_in_woorden if t.sleutel in geheim else str(t),
            t.vervalt_op,
            "te laat" if t.vervalt_op < dossier.op else "vandaag" if t.vervalt_op == dossier.op else "op tijd",
            t.verantwoordelijke.naam if t.verantwoordelijke else "niemand",
        )
        for t in open_
    )
    kolommen = (Tabelkolom("Termijn"), Tabelkolom("Vervalt", DATUM), Tabelkolom("Stand"), Tabelkolom("Wie"))
    return Sectie("Termijnen", (*dossier.let_op, Rapporttabel(kolommen, rijen, leeg="Er zijn geen open termijnen.")))
