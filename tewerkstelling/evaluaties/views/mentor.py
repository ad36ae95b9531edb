"""The page of a mentor: no account, a phone, five minutes, one domain per screen, and every screen is saved.

It works without script and without cookies. The secret in the address is what proves who posts, so there is no CSRF token;
and because no page that holds the secret may tell it to another site, it sends no referrer at all.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from clienten.profiel.enums import Talent
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import neem_huisregels_van
from ocmw.toegang.http import openbaar
from ocmw.toegang.models import Limiet
from ocmw.toegang.pogingen import neem_adresbeurt
from ocmw.ui.getypt import getypt
from ocmw.ui.wachten import wachtpagina
from tewerkstelling.evaluaties.actions import (
    bewaar_mentorklad,
    dien_mentorformulier_in,
    lees_mentorlink,
    noteer_opening,
)
from tewerkstelling.evaluaties.actions.mentorlink import is_bruikbaar
from tewerkstelling.evaluaties.blad import domeinen_van
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.forms.stem import MAX_TEKENS, keuzes_voor
from tewerkstelling.evaluaties.models import Domein, Mentorlink
from tewerkstelling.evaluaties.planning import formulier_tegen
from tewerkstelling.evaluaties.sterktes import LEREN, STERK

# So many links that do not exist from one connection, and we ask to wait. A link that does exist always opens: the secret is
# too long to guess, so a limit on it would only let somebody who guesses close the form of a mentor behind the same connection.
MISSERS = Limiet("mentorlink", 20, timedelta(minutes=10))
MAX_NAAM = 120


@dataclass(frozen=True)
class Mentorvraag:
    naam: str  # of the form field
    tekst: str
    voorbeeld: str
    antwoord: str


def _dicht(antwoord: HttpResponse) -> HttpResponse:
    antwoord["Cache-Control"] = "no-store"
    antwoord["X-Robots-Tag"] = "noindex, nofollow"
    antwoord["Referrer-Policy"] = "no-referrer"
    return antwoord


@openbaar
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def mentor_formulier(request: HttpRequest, token: str) -> HttpResponse:
    link = lees_mentorlink(token)
    if link is None and (tot := neem_adresbeurt(MISSERS, request)):
        return _dicht(wachtpagina(request, tot, "evaluaties/mentor_niet.html", reden="te_veel"))
    if link is None or not is_bruikbaar(link, op=vandaag()):
        return _niet(request, link)
    neem_huisregels_van(link.client.ocmw_id)
    domeinen = domeinen_van(link.evaluatie)
    if request.method == "POST":
        return _dicht(_verwerk(request, token, link, domeinen))
    noteer_opening(link)
    return _dicht(_toon(request, link, domeinen, _deel(request.GET.get("deel"), len(domeinen))))


def _niet(request: HttpRequest, link: Mentorlink | None) -> HttpResponse:
    """404 with who to call. Only who holds a real link learns what became of it."""
    reden = "onbekend"
    if link is not None:
        op = vandaag()
        code, _ = link.stand(op)
        reden = {"klaar": "gebruikt", "gesloten": "ingetrokken", "te_laat": "verlopen"}.get(code, "voorbij")
    context = {"reden": reden, "link": link, "getypt": getypt(request)}
    return _dicht(render(request, "evaluaties/mentor_niet.html", context, status=404))


def _deel(tekst: str | None, laatste: int) -> int:
    """0: the welcome, 1 and up: a domain, one more than there are: look over and send."""
    nummer = int(tekst) if tekst and tekst.isdecimal() and len(tekst) < 4 else 0
    return min(nummer, laatste + 1)


def _toon(
    request: HttpRequest, link: Mentorlink, domeinen: list[Domein], deel: int, fout: str = "", naam: str = ""
) -> HttpResponse:
    scores, opmerkingen = link.klad.get("scores", {}), link.klad.get("opmerkingen", {})
    open_ = [
        (nummer, domein, sum(str(c.pk) not in scores for c in domein.competenties.all()))
        for nummer, domein in enumerate(domeinen, start=1)
    ]
    evaluatie = link.evaluatie
    werkplek = evaluatie.contract.werkplek
    context: dict[str, Any] = {
        "voornaam": link.client.voornaam,
        "plaats": werkplek.werkgever.naam if werkplek else "",
        "link": link,
        "tegen": formulier_tegen(link, evaluatie, op=vandaag()),
        "deel": deel,
        "aantal": len(domeinen),
        "begonnen": bool(scores or opmerkingen),
        "verder": link.klad.get("deel", 1),
        "open": [rij for rij in open_ if rij[2]],
        "aantal_open": sum(rij[2] for rij in open_),
        "overzicht": open_,
        "fout": fout,
        "naam": naam,
        "talentvragen": [
            (wat, vraag, [(t.value, t.label, t.value in link.klad.get(wat, [])) for t in Talent])
            for wat, vraag in (
                (STERK, f"Waar is {link.client.voornaam} sterk in?"),
                (LEREN, f"Wat kan {link.client.voornaam} nog leren?"),
            )
        ],
    }
    if 0 < deel <= len(domeinen):
        domein = domeinen[deel - 1]
        context |= {
            "domein": domein,
            "vragen": [
                Mentorvraag(f"c{c.pk}", c.naam, c.voorbeeld, scores.get(str(c.pk), ""))
                for c in domein.competenties.all()
            ],
            "keuzes": keuzes_voor(evaluatie.lijst.schaal.labels, Stemsoort.MENTOR),
            "opmerking": opmerkingen.get(str(domein.pk), ""),
            "opmerkingveld": f"o{domein.pk}",
            "max_tekens": MAX_TEKENS,
        }
    return render(request, "evaluaties/mentor_formulier.html", context, status=422 if fout else 200)


def _verwerk(request: HttpRequest, token: str, link: Mentorlink, domeinen: list[Domein]) -> HttpResponse:
    deel = _deel(request.POST.get("deel"), len(domeinen))
    naar = _deel(request.POST.get("naar", str(deel)), len(domeinen))
    if 0 < deel <= len(domeinen):
        klad = _met_antwoorden(request, link, domeinen[deel - 1], naar)
        if not bewaar_mentorklad(link, klad, op=vandaag()):
            link.refresh_from_db()
            return _niet(request, link)
    if deel == len(domeinen) + 1:
        klad = link.klad | {wat: _talenten(request, wat) for wat in (STERK, LEREN)}
        if klad != link.klad and not bewaar_mentorklad(link, klad, op=vandaag()):
            link.refresh_from_db()
            return _niet(request, link)
        link.klad = klad
    if "verstuur" in request.POST:
        return _verstuur(request, link, domeinen)
    if "naar" not in request.POST:  # the phone went to another screen: keep what was filled in
        return HttpResponse(status=204)
    adres = reverse("evaluaties:mentor_formulier", args=[token])
    return redirect(f"{adres}?deel={naar}")


def _talenten(request: HttpRequest, wat: str) -> list[str]:
    """What was ticked, in the order of the list; anything else is left out."""
    gekozen = set(request.POST.getlist(wat))
    return [code for code in Talent.values if code in gekozen]


def _met_antwoorden(request: HttpRequest, link: Mentorlink, domein: Domein, naar: int) -> dict[str, Any]:
    """The draft with the answers of this screen laid over it; what the list does not know is left out."""
    keuzes = {waarde for waarde, _ in keuzes_voor(link.evaluatie.lijst.schaal.labels, Stemsoort.MENTOR)}
    scores, opmerkingen = dict(link.klad.get("scores", {})), dict(link.klad.get("opmerkingen", {}))
    for competentie in domein.competenties.all():
        gekozen = request.POST.get(f"c{competentie.pk}", "")
        if gekozen in keuzes:
            scores[str(competentie.pk)] = gekozen
    opmerkingen[str(domein.pk)] = request.POST.get(f"o{domein.pk}", "").strip()[:MAX_TEKENS]
    return link.klad | {"scores": scores, "opmerkingen": {pk: t for pk, t in opmerkingen.items() if t}, "deel": naar}


def _verstuur(request: HttpRequest, link: Mentorlink, domeinen: list[Domein]) -> HttpResponse:
    naam = request.POST.get("naam", "").strip()[:MAX_NAAM]
    scores = {int(pk): int(waarde) for pk, waarde in link.klad.get("scores", {}).items()}
    fout = ""
    if not any(scores.values()):
        fout = "Kies eerst bij minstens één vraag een antwoord."
    elif dubbel := set(link.klad.get(STERK, [])) & set(link.klad.get(LEREN, [])):
        namen = ", ".join(Talent(code).label.lower() for code in Talent.values if code in dubbel)
        fout = f"Dit vinkte je twee keer aan: {namen}. Kies sterk, of nog leren."
    elif not naam:
        fout = "Vul je naam in. Dan weet de trajectbegeleider wie dit invulde."
    if fout:
        return _toon(request, link, domeinen, len(domeinen) + 1, fout, naam)
    opmerkingen = {int(pk): tekst for pk, tekst in link.klad.get("opmerkingen", {}).items()}
    gezegd = {wat: link.klad.get(wat, []) for wat in (STERK, LEREN)}
    if dien_mentorformulier_in(link, scores, opmerkingen, naam=naam, op=vandaag(), **gezegd) is None:
        link.refresh_from_db()
        return _niet(request, link)
    return redirect("evaluaties:mentor_bedankt")


@openbaar
@require_safe
def mentor_bedankt(request: HttpRequest) -> HttpResponse:
    return _dicht(render(request, "evaluaties/mentor_bedankt.html"))
