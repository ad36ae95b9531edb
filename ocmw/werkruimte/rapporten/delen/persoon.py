"""Who it is: identity, household, conditions, and the list of documents."""

from clienten.enums import AFGESCHERMDE_RANDVOORWAARDEN, Randvoorwaardesoort
from clienten.insz import toon_insz
from clienten.models import Contactgegevens, Document, Toewijzing
from clienten.nummers import toon_telefoon
from ocmw.werkruimte.rapporten.delen.basis import Dossier, met_punten
from ocmw.werkruimte.rapporten.rapport import Blok, Cel, Celsoort, Feitenlijst, Rapporttabel, Sectie, Tabelkolom
from trajecten.vdab import vdab_van


def identiteit(dossier: Dossier) -> Sectie:
    c = dossier.client
    feiten: tuple[tuple[str, Cel], ...] = (
        ("Naam", c.naam),
        ("Geboortedatum", c.geboortedatum),
        ("INSZ", toon_insz(c.insz) if c.insz else ""),
        ("Geslacht", c.get_geslacht_display()),
        ("Nationaliteit", c.nationaliteit),
        ("Moedertaal", met_punten(c.taal, "tolk nodig" if c.tolk_nodig else "")),
        ("Niveau Nederlands", c.get_taalniveau_display()),
        ("Steun", c.get_statuut_display()),
        ("Verblijfsstatuut", c.verblijfsstatuut),
        ("Mag werken", c.get_mag_werken_display()),
        ("VDAB-nummer", c.vdab_nummer),
        ("Inschrijving bij VDAB", vdab_van(c, met_lijnen=False).in_woorden),
        ("Gesloten", met_punten(f"{c.gesloten_op:%d/%m/%Y}", c.get_sluitreden_display()) if c.gesloten_op else ""),
        ("Opmerking", c.opmerking),
    )
    return Sectie("Identiteit en contact", (_gevuld(feiten), _contact(dossier), _team(dossier)))


def _gevuld(feiten: tuple[tuple[str, Cel], ...]) -> Feitenlijst:
    """Empty lines say nothing on paper."""
    return Feitenlijst(tuple((label, waarde) for label, waarde in feiten if waarde not in ("", None)))


def _contact(dossier: Dossier) -> Feitenlijst:
    contact = Contactgegevens.objects.filter(client=dossier.client).first() or Contactgegevens()
    adres = met_punten(contact.straat, f"{contact.postcode} {contact.gemeente}".strip())
    return _gevuld(
        (
            ("Adres", adres),
            ("Gsm", toon_telefoon(contact.gsm) if contact.gsm else ""),
            ("Telefoon", toon_telefoon(contact.telefoon) if contact.telefoon else ""),
            ("E-mail", contact.email),
            ("Wie bellen in nood", contact.noodcontact),
        )
    )


def _team(dossier: Dossier) -> Rapporttabel:
    rijen = Toewijzing.objects.filter(client=dossier.client).select_related("medewerker").order_by("-van", "rol")
    return Rapporttabel(
        (
            Tabelkolom("Wie volgt"),
            Tabelkolom("Als"),
            Tabelkolom("Van", Celsoort.DATUM),
            Tabelkolom("Tot", Celsoort.DATUM),
        ),
        tuple((t.medewerker.naam, t.get_rol_display(), t.van, t.tot) for t in rijen),
        leeg="Niemand is toegewezen.",
    )


def randvoorwaarden(dossier: Dossier) -> Sectie:
    return Sectie(
        "Leefsituatie en randvoorwaarden",
        (
            *dossier.let_op,
            *_leefsituatie(dossier),
            Rapporttabel(
                (
                    Tabelkolom("Randvoorwaarde"),
                    Tabelkolom("In orde"),
                    Tabelkolom("Nota"),
                    Tabelkolom("Nagekeken", Celsoort.DATUM),
                ),
                tuple(_voorwaarden(dossier)),
                bijschrift="Kan de cliënt werken?",
            ),
        ),
    )


def _voorwaarden(dossier: Dossier) -> list[tuple[Cel, ...]]:
    antwoorden = {r.soort: r for r in dossier.rijen(dossier.client.randvoorwaarden.all())}
    tonen = [s for s in Randvoorwaardesoort if dossier.afgeschermd or s not in AFGESCHERMDE_RANDVOORWAARDEN]
    return [
        (s.label, r.get_in_orde_display(), r.nota, r.beoordeeld_op)
        if (r := antwoorden.get(s))
        else (s.label, "onbekend", "", None)
        for s in tonen
    ]


def _leefsituatie(dossier: Dossier) -> list[Blok]:
    c = dossier.client
    gezin = tuple((str(g), g.geboortejaar and str(g.geboortejaar), g.ten_laste) for g in c.gezinsleden.all())
    diplomas = tuple((d.naam, d.land, d.jaar and str(d.jaar), d.get_erkend_display()) for d in c.diplomas.all())
    talen = tuple((t.taal, t.get_niveau_display()) for t in c.talen.all())
    return [
        Rapporttabel(
            (Tabelkolom("Gezinslid"), Tabelkolom("Geboortejaar"), Tabelkolom("Ten laste")),
            gezin,
            leeg="Geen gezinsleden genoteerd.",
        ),
        Rapporttabel(
            (
                Tabelkolom("Diploma of opleiding"),
                Tabelkolom("Land"),
                Tabelkolom("Jaar"),
                Tabelkolom("Erkend in België"),
            ),
            diplomas,
            leeg="Geen diploma's genoteerd.",
        ),
        Rapporttabel((Tabelkolom("Taal"), Tabelkolom("Niveau")), talen, leeg="Geen andere talen genoteerd."),
    ]


def documenten(dossier: Dossier) -> Sectie:
    rijen = dossier.rijen(Document.objects.filter(verwijderd_op=None)).select_related("toegevoegd_door")
    tabel = Rapporttabel(
        (Tabelkolom("Document"), Tabelkolom("Soort"), Tabelkolom("Toegevoegd", Celsoort.DATUM), Tabelkolom("Door")),
        tuple((d.titel, d.get_soort_display(), d.toegevoegd_op.date(), d.toegevoegd_door.naam) for d in rijen),
        leeg="Er zijn geen documenten.",
    )
    return Sectie("Documentenlijst", (*dossier.let_op, tabel))
