"""Tags and filters every template may use (builtin)."""

import secrets
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import afstand, dag_in_woorden, euro, getal, korte_dag
from ocmw.kalender.woorden import te_laat as hoeveel_te_laat
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.adressen import stukken
from ocmw.ui.bewaring import VELD
from ocmw.ui.chips import adres_met
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.feit import Feit, MetFeiten, merk
from ocmw.ui.plaats import BALK
from ocmw.ui.plaats import naar as adres_van
from ocmw.ui.tijdbeeld import Tijdbeeld
from ocmw.ui.tijdtekening import Tekening, teken
from ocmw.ui.zoektekst import MEESTE_TEKENS, VOORVOEGSEL, zoekteksten

register = template.Library()
register.filter("euro", euro)
register.filter("getal", getal)
SELECTED = mark_safe(" selected")

# Word and icon of each status; the colour is the class. New meanings get a new word, not a new colour.
STATUSSEN: dict[str, tuple[str, str]] = {
    "te_laat": ("Te laat", "exclamation-octagon-fill"),
    "vandaag": ("Vandaag", "alarm-fill"),
    "binnenkort": ("Binnenkort", "calendar-event"),
    "gepland": ("Gepland", "calendar"),
    "bezig": ("Bezig", "arrow-repeat"),
    "klaar": ("Klaar", "check-circle-fill"),
    "onderbroken": ("Onderbroken", "pause-circle"),
    "gesloten": ("Gesloten", "archive"),
    "let_op": ("Let op", "exclamation-triangle-fill"),
    "afgeschermd": ("Afgeschermd", "shield-lock"),
}
_KLEUR = {"let_op": "vandaag", "gepland": "onderbroken", "gesloten": "onderbroken", "afgeschermd": "onderbroken"}
BINNENKORT_DAGEN = 7
# Number of a phase -> its name; the room of the trajectory offers them.
FASEN: Aanbod[str] = Aanbod("fasen van een traject")


_afstand = lru_cache(maxsize=4096)(afstand)
_te_laat = lru_cache(maxsize=4096)(hoeveel_te_laat)


def als_dag(waarde: date | datetime | None) -> date | None:
    if isinstance(waarde, datetime):
        return timezone.localtime(waarde).date() if timezone.is_aware(waarde) else waarde.date()
    return waarde if isinstance(waarde, date) else None


@register.filter
def dag(waarde: date | datetime | None) -> SafeString | str:
    """<time>vr 14 mei 2027 (over 12 dagen)</time>; empty for no date, so `|default:"..."` works."""
    gekozen = als_dag(waarde)
    if gekozen is None:
        return ""
    return format_html(
        '<time datetime="{}"><span class="dag">{}</span> <span class="ver">({})</span></time>',
        gekozen.isoformat(),
        dag_in_woorden(gekozen),
        afstand(gekozen, vandaag()),
    )


@lru_cache(maxsize=4096)
def _korte_tijd(dag_: date) -> SafeString:
    return format_html('<time datetime="{}"><span class="dag">{}</span></time>', dag_.isoformat(), korte_dag(dag_))


@register.filter
def kortedag(waarde: date | datetime | None) -> SafeString | str:
    """<time>vr 14 sep 2027</time>, short and without how far away it is."""
    gekozen = als_dag(waarde)
    if gekozen is None:
        return ""
    return _korte_tijd(gekozen)


@register.filter
def moment(waarde: datetime | None) -> SafeString | str:
    """<time>vr 14 sep 2027 om 10:30</time>"""
    if waarde is None:
        return ""
    hier = timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde
    return format_html('<time datetime="{}">{} om {}</time>', hier.isoformat(), korte_dag(hier.date()), f"{hier:%H:%M}")


OPMAAK: dict[str, Callable[[Any], Any]] = {
    "": str,
    "dag": dag,
    "kortedag": kortedag,
    "voluit": lambda waarde: date_format(waarde, "l j F Y"),
    "euro": euro,
}


@register.simple_tag
def feit(bron: MetFeiten | Feit | None, naam: str = "", opmaak: str = "", tekst: str = "") -> SafeString | str:
    """A fact out of its value object, marked (docs/adr/0027): `{% feit stand "twe_einde" "dag" %}`. Empty when unknown."""
    gekozen = bron if bron is None or isinstance(bron, Feit) else bron.toont.get(naam)
    if gekozen is None:
        return tekst
    woorden = tekst or OPMAAK[opmaak](gekozen.waarde)
    return format_html('<data data-feit="{}" value="{}">{}</data>', gekozen.sleutel, gekozen.kaal, woorden)


@register.simple_tag
def feitzin(bron: MetFeiten, veld: str = "zin") -> SafeString:
    """A sentence of a value object, marked with the facts it is made of: `{% feitzin stand.nazorg %}`."""
    return format_html('<span data-feiten="{}">{}</span>', merk(bron.toont.values()), getattr(bron, veld))


@register.filter
def over_dagen(waarde: date | datetime | None) -> str:
    """over 12 dagen, gisteren, 3 maanden geleden"""
    gekozen = als_dag(waarde)
    return _afstand(gekozen, vandaag()) if gekozen else ""


@register.filter
def te_laat(waarde: date | datetime | None) -> str:
    """3 dagen te laat; empty when the day is not past."""
    gekozen = als_dag(waarde)
    return _te_laat(gekozen, vandaag()) if gekozen else ""


@register.filter
def termijnstatus(waarde: date | datetime | None) -> str:
    """The code for `{% status %}` that belongs to a due date."""
    gekozen = als_dag(waarde)
    if gekozen is None:
        return ""
    dagen = (gekozen - vandaag()).days
    if dagen < 0:
        return "te_laat"
    if dagen == 0:
        return "vandaag"
    return "binnenkort" if dagen <= BINNENKORT_DAGEN else "gepland"


# Lists print the same few pieces hundreds of times; escaping them once is half the cost of a page.
@register.simple_tag
@lru_cache(maxsize=2048, typed=True)  # a SafeString equals the str it looks like
def status(code: str, tekst: str = "") -> SafeString | str:
    """A word with its icon and colour: `{% status "te_laat" %}` or `{% status "klaar" "Intake klaar" %}`."""
    if not code:
        return ""
    woord, beeld = STATUSSEN[code]
    return format_html(
        '<span class="status status-{}"><i class="bi bi-{}" aria-hidden="true"></i>{}</span>',
        _KLEUR.get(code, code),
        beeld,
        tekst or woord,
    )


@register.filter
def persoon(mens: Any) -> SafeString | str:
    """Voornaam <b>Familienaam</b>, as lists show people: a list is sorted on the family name, so that is the word to look for."""
    return format_html("{} <b>{}</b>", mens.voornaam, mens.achternaam) if mens else ""


@register.filter
def termijnbadge(waarde: date | datetime | None) -> SafeString | str:
    """How far a due date is, as a status: "3 dagen te laat", "vandaag", "over 12 dagen"."""
    return status(termijnstatus(waarde), te_laat(waarde) or over_dagen(waarde))


@register.simple_tag
@lru_cache(maxsize=512, typed=True)
def icoon(naam: str, tekst: str = "") -> SafeString:
    """A Bootstrap icon; decorative unless `tekst` says what it means."""
    if tekst:
        return format_html('<i class="bi bi-{}" role="img" aria-label="{}" title="{}"></i>', naam, tekst, tekst)
    return format_html('<i class="bi bi-{}" aria-hidden="true"></i>', naam)


@register.filter
@lru_cache(maxsize=512, typed=True)
def met_links(tekst: Any) -> Any:
    """A source in words, with each web address as a link that can be read: `{{ set.bron|met_links }}`. What is no text stays."""
    if not isinstance(tekst, str):
        return tekst
    ver = icoon("box-arrow-up-right", "opent een andere site")
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html('<a href="{}" rel="noreferrer noopener">{} {}</a>', adres, woorden, ver)
                if adres
                else woorden,
            )
            for woorden, adres in stukken(tekst)
        ),
    )


@register.simple_tag
def formuliersleutel() -> SafeString:
    """What makes two posts of this one form the same post (see ocmw/ui/bewaring.py)."""
    return format_html('<input type="hidden" name="{}" value="{}">', VELD, secrets.token_urlsafe(18))


@register.simple_tag(takes_context=True)
def formulierbegin(context: dict[str, Any]) -> SafeString:
    """The first line of every form that posts: proof that the page is ours, and the key of this form."""
    token = context.get("csrf_token", "")
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}', token, formuliersleutel())


@register.filter
def tekening(beeld: Tijdbeeld, vorm: str = "") -> Tekening:
    """The drawing of a picture of time: `{% with t=beeld|tekening:"smal" %}{{ t.svg }}{% endwith %}`."""
    return teken(beeld, smal=vorm == "smal")


@register.simple_tag(takes_context=True)
def url_met(context: dict[str, Any], **wijzigingen: Any) -> str:
    """This page with other query parameters: `{% url_met sorteer="-naam" pagina=None %}`; None removes one."""
    return adres_met(context["request"], **wijzigingen).removeprefix(context["request"].path) or context["request"].path


@register.simple_tag(takes_context=True)
def zoekveld(context: dict[str, Any], naam: str) -> SafeString:
    """What an <input> for typed text needs in a search form (which posts): its name, and what was typed before."""
    tekst = zoekteksten(context["request"]).get(naam, "")
    return format_html(
        'type="search" name="{}{}" value="{}" maxlength="{}" autocomplete="off"',
        VOORVOEGSEL,
        naam,
        tekst,
        MEESTE_TEKENS,
    )


@register.simple_tag
def datumveld(naam: str, waarde: date | str | None, veld_id: str) -> SafeString:
    """The one date field, for a filter that is no form: {% datumveld "van" dag "id_van" %}."""
    return Datumkiezer({"class": "form-control"}).render(naam, waarde or None, {"id": veld_id})


@register.simple_tag
def fasen() -> list[tuple[int, str]]:
    """The five phases, for the phase bar."""
    return [(int(nummer), naam) for nummer, naam in FASEN.items()]


@register.simple_tag
def opties(keuzes: Iterable[tuple[Any, str]], gekozen: Any = "") -> SafeString:
    """The <option>s of a select: one join instead of a template per option, for filters on every list."""
    return _opties(tuple(keuzes), str(gekozen or ""))


# The same choices stand on each page of a list, sometimes twice; by value, so another name or order is another entry.
@lru_cache(maxsize=256)
def _opties(keuzes: tuple[tuple[Any, str], ...], aan: str) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((waarde, SELECTED if str(waarde) == aan else "", label) for waarde, label in keuzes),
    )


@register.simple_tag
@lru_cache(maxsize=2)
def vast(naam: str) -> SafeString:
    """A part of the frame that is the same on every page and for everybody: rendered once per process."""
    return render_to_string(naam)


@register.simple_tag
def naar(woord: str, *args: Any) -> str:
    """The page that a room above offers under this word: `{% naar "werk" client.pk %}` (ocmw/ui/plaats.py)."""
    return adres_van(woord, *args)


@register.simple_tag(takes_context=True)
def balkdelen(context: template.Context) -> SafeString:
    """What rooms put in the top bar, such as the bell."""
    return format_html_join("", "{}", ((mark_safe(deel(context["request"])),) for deel in BALK))


@register.simple_tag
def regellink(regel: Any) -> SafeString:
    """A rule by its name, as a link: its page says value, dates and source. `regel`: a Regelwaarde of ocmw.regels."""
    return format_html('<a href="{}">{}</a>', adres_van("regel", regel.sleutel), regel.naam)
