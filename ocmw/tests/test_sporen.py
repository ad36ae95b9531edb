"""What somebody typed leaves no trace beside the database: not in a log, an address, a cookie, a message in the queue, or the head of a
mail. Found by walking the URLconf, filling in every form with canaries, and by breaking things on purpose.

The negative controls walk the same way with one protection taken away, and find the canary.
"""

import base64
import io
import json
import logging
import sys
import threading
import warnings
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote

import pytest
from celery import Celery
from celery.app.task import Task
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import include, path, reverse

from clienten.models import Client
from ocmw.gereedschap.testing.formulier import formulieren_in
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.tests.urlwereld import EIGEN, Wereld, loop, meld_aan, ongedaan
from ocmw.toegang.http import vereist
from ocmw.toegang.rechten import RECHTEN, Recht, Rol
from ocmw.ui.logboek import Regelvorm, vang_de_rest

# A word, a valid INSZ in two ways of writing, a phone number and a mail address.
KANARIES = ("Zoutkanarie", "85073003328", "85.07.30-033.28", "0499887766", "zout.kanarie@voorbeeld.example")
# The name of the client in the world of the walk: never typed here, but known to the application.
BEKEND = "Kanarie"
KIJKERS = [Rol.ATB, Rol.COORDINATOR, Rol.BEHEER]
GEWONE_VORM = logging.Formatter("%(levelname)s %(name)s %(message)s")


def getypt(naam: str) -> str:
    """Something that fits the field, so that the form gets as far as it can."""
    for deel, tekst in (
        ("insz", "85.07.30-033.28"),
        ("gsm", "0499887766"),
        ("telefoon", "0499887766"),
        ("email", KANARIES[4]),
        ("datum", "30/07/1985"),
        ("postcode", "9300"),
        ("ondernemingsnummer", ""),
        ("vestigingsnummer", ""),
        ("uren", "19"),
    ):
        if deel in naam:
            return tekst
    return f"Zoutkanarie {KANARIES[1]}"


def leesbaar(koekje: str) -> str:
    """What whoever holds the cookie can read: Django signs and packs what it puts in one, it does not hide it."""
    waarde = unquote(koekje).partition("=")[2].partition(";")[0].strip('"').partition(":")[0]
    try:
        rauw = base64.urlsafe_b64decode(waarde.lstrip(".") + "==")
        rauw = zlib.decompress(rauw) if waarde.startswith(".") else rauw
    except (ValueError, zlib.error):
        rauw = b""
    return f"{unquote(koekje)} {rauw.decode('utf-8', 'replace')}"


@dataclass
class Sporen:
    """Everything that leaves the application beside the page and the database."""

    log: io.StringIO = field(default_factory=io.StringIO)
    adressen: list[str] = field(default_factory=list)
    koppen: list[str] = field(default_factory=list)
    koekjes: list[str] = field(default_factory=list)
    taken: list[tuple] = field(default_factory=list)

    def neem(self, antwoord) -> None:
        if antwoord.streaming:
            b"".join(antwoord.streaming_content)
        for naam, waarde in antwoord.headers.items():
            (
                self.adressen if naam in {"Location", "HX-Redirect", "HX-Location", "HX-Push-Url"} else self.koppen
            ).append(f"{naam}: {unquote(waarde)}")
        self.koekjes += [leesbaar(koekje.OutputString()) for koekje in antwoord.cookies.values()]

    def gevonden(self) -> dict[str, set[str]]:
        """Kind of trace -> what of ours was in it."""
        bewijs = {
            "log": self.log.getvalue(),
            "adres": "\n".join(self.adressen),
            "kop": "\n".join(self.koppen),
            "koekje": "\n".join(self.koekjes),
            "taak": repr(self.taken),
            "mail": "\n".join(f"{bericht.subject} {bericht.body}" for bericht in mail.outbox),
        }
        return {
            soort: {woord for woord in (*KANARIES, BEKEND) if woord.lower() in tekst.lower()}
            for soort, tekst in bewijs.items()
            if any(woord.lower() in tekst.lower() for woord in (*KANARIES, BEKEND))
        }


@pytest.fixture
def sporen(monkeypatch):
    sporen = Sporen()
    handler = logging.StreamHandler(sporen.log)
    handler.setFormatter(Regelvorm())
    root = logging.getLogger()
    niveau = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    monkeypatch.setattr(
        Task, "apply_async", lambda self, args=None, kwargs=None, **_: sporen.taken.append((self.name, args, kwargs))
    )
    # What vang_de_rest() takes over goes back to pytest afterwards.
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    sporen.handler = handler
    yield sporen
    root.removeHandler(handler)
    root.setLevel(niveau)


@pytest.fixture
def wereld(db):
    return Wereld.bouw()


def loop_door(situatie, sporen, adressen, vang):
    """Open each page, and send each of its forms with a canary in everything that can be typed."""
    browser, verstuurd, bewaard = meld_aan(situatie.actor), 0, 0
    for adres in adressen:
        pad = adres.pad(situatie.waarden(adres))
        with ongedaan(), vang(execute=True):
            antwoord = browser.get(pad)
            sporen.neem(antwoord)
            if antwoord.streaming or "html" not in antwoord.headers.get("Content-Type", ""):
                continue
        for formulier in formulieren_in(antwoord.content.decode(), pad):
            doel = formulier.naar
            if "logout" in doel or not formulier.vrij:
                continue
            with ongedaan(), vang(execute=True):
                doe = browser.post if formulier.methode == "post" else browser.get
                velden = formulier.ingevuld(getypt)
                if doel.startswith("/medewerkers/"):
                    velden["laatste_dag"] = [""]  # a colleague who stays
                terug = doe(doel, velden)
                if formulier.methode != "post":
                    sporen.adressen.append(unquote(terug.request["QUERY_STRING"]))
                sporen.neem(terug)
                bewaard += terug.status_code in {204, 302}
                if terug.status_code == 302 and terug.url.startswith("/"):
                    sporen.neem(browser.get(terug.url))
                sporen.koekjes += [leesbaar(koekje.OutputString()) for koekje in browser.cookies.values()]
                verstuurd += 1
    return verstuurd, bewaard


def adressen_van(rol):
    """What this role is the first to open: each page is walked once."""
    eerder = frozenset().union(*(RECHTEN[ander] for ander in KIJKERS[: KIJKERS.index(rol)]))
    return [
        adres
        for adres in loop()
        if adres.te_maken
        and adres.recht in RECHTEN[rol] - eerder
        and not adres.view.__module__.startswith(("allauth.", f"{__package__}."))
    ]


@pytest.mark.parametrize(("rol", "minstens"), [(Rol.ATB, 150), (Rol.COORDINATOR, 20), (Rol.BEHEER, 2)])
def test_geen_formulier_laat_een_spoor_na(wereld, sporen, rol, minstens, django_capture_on_commit_callbacks):
    verstuurd, bewaard = loop_door(
        wereld.situatie(rol, EIGEN), sporen, adressen_van(rol), django_capture_on_commit_callbacks
    )
    assert verstuurd >= minstens
    assert bewaard >= verstuurd / 2, "wie niets bewaart, bewijst niets"
    assert sporen.adressen
    assert sporen.gevonden() == {}


# --- what breaks --------------------------------------------------------------------------------
def _log_en_val_om(tekst):
    warnings.warn(tekst, RuntimeWarning, stacklevel=2)
    logging.getLogger("proef").error(f"iets met {tekst}")  # noqa: G004 - the mistake that must do no harm
    logging.getLogger("proef").error("iets met %s en %r", tekst, {"naam": tekst})
    raise KeyError(tekst)


STUK = {
    # What a race does behind the check of the form: the constraint of the database says no.
    "dubbel": lambda tekst: Client.objects.bulk_create(
        [Client(ocmw=Client.objects.get(insz=KANARIES[1]).ocmw, voornaam="x", achternaam=tekst, insz=KANARIES[1])]
    ),
    "nul": lambda tekst: [*Client.objects.filter(voornaam=f"{tekst}\x00"), int(tekst)],
    "ongeldig": lambda tekst: (_ for _ in ()).throw(ValidationError({"insz": [tekst]})),
    "tekens": lambda tekst: tekst.encode("ascii", "strict") + f"{tekst}\udcff".encode(),
    "logt": _log_en_val_om,
}


@vereist(Recht.AANGEMELD)
def val_om(request, soort, iets):
    STUK[soort](request.POST["tekst"])


urlpatterns = [path("omvallen/<slug:soort>/<str:iets>/", val_om), path("", include("ocmw.urls"))]
handler500 = "ocmw.ui.fouten.er_ging_iets_mis"


@pytest.fixture
def bekende(an):
    return maak_client(an, voornaam="Lies", achternaam="Vos", insz=KANARIES[1])


def laat_omvallen(an, sporen):
    """How many crashed: a race ends in a page that says so (409), and PostgreSQL calls a NUL an unreadable question (400)."""
    browser, gevallen = meld_aan(an), 0
    for soort in STUK:
        with ongedaan():
            antwoord = browser.post(f"/omvallen/{soort}/Zoutkanarie/?x={KANARIES[1]}", {"tekst": " ".join(KANARIES)})
        assert antwoord.status_code in {"dubbel": {409}, "nul": {400, 500}}.get(soort, {500}), soort
        gevallen += antwoord.status_code == 500
        sporen.neem(antwoord)
    sporen.neem(browser.get("/", headers={"host": f"{KANARIES[0]}.example"}))
    sporen.neem(browser.get(f"/{KANARIES[1]}/", headers={"referer": f"/?q={KANARIES[0]}"}))
    return gevallen


@pytest.mark.urls(__name__)
def test_geen_fout_laat_een_spoor_na(bekende, an, sporen):
    vang_de_rest()
    gevallen = laat_omvallen(an, sporen)
    regels = [json.loads(regel) for regel in sporen.log.getvalue().splitlines()]
    assert len([regel for regel in regels if regel.get("status") == 500]) == gevallen
    assert {"DisallowedHost"} <= {
        regel["fouten"][0]["soort"].rpartition(".")[2] for regel in regels if "fouten" in regel
    }
    assert sporen.gevonden() == {}


@pytest.mark.urls(__name__)
def test_met_de_gewone_vorm_staat_het_in_het_log(bekende, an, sporen):
    """Negative control: the same walk with Python's own formatter."""
    sporen.handler.setFormatter(GEWONE_VORM)
    laat_omvallen(an, sporen)
    assert KANARIES[1] in sporen.gevonden()["log"]


# --- the other controls -------------------------------------------------------------------------
def test_met_berichten_in_een_koekje_staat_de_naam_erin(wereld, sporen, settings, django_capture_on_commit_callbacks):
    """Negative control for the session: who is saved is named in the message that says so."""
    situatie = wereld.situatie(Rol.ATB, EIGEN)
    wie = [adres for adres in loop() if adres.naam == "tewerkstelling:contactpersoon_create"]
    loop_door(situatie, sporen, wie, django_capture_on_commit_callbacks)
    assert sporen.gevonden() == {}
    settings.MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
    loop_door(situatie, sporen, wie, django_capture_on_commit_callbacks)
    assert sporen.gevonden()["koekje"]


def test_met_een_zoekformulier_dat_niet_post_staat_het_in_het_adres(wereld, sporen):
    """Negative control: without the middleware a search form that is not posted puts its text in the address."""
    browser = meld_aan(wereld.situatie(Rol.ATB, EIGEN).actor)
    (formulier,) = [f for f in formulieren_in(browser.get("/zoeken/").text, "/zoeken/") if "zoek-q" in f.vrij][-1:]
    sporen.adressen.append(browser.get("/zoeken/", formulier.ingevuld(getypt)).request["QUERY_STRING"])
    assert sporen.gevonden()["adres"]


def test_een_bericht_in_de_wachtrij_is_een_nummer(sporen, tmp_path, an, django_capture_on_commit_callbacks):
    """What the walk would have queued, written by Celery's own transport to files and read back."""
    situatie = Wereld.bouw().situatie(Rol.COORDINATOR, EIGEN)
    lang = [adres for adres in loop() if adres.naam in {"rapporten:dossierverslag", "rapporten:caseload_kiezen"}]
    loop_alles(situatie, lang, django_capture_on_commit_callbacks)
    assert sporen.taken
    map_ = tmp_path / "berichten"
    map_.mkdir()
    folders = {f"data_folder_{kant}": str(map_) for kant in ("in", "out")} | {"control_folder": str(tmp_path)}
    app = Celery(broker="filesystem://", broker_transport_options=folders, set_as_current=False)
    for naam, args, kwargs in sporen.taken:
        app.send_task(naam, args, kwargs)
    berichten = [json.loads(bestand.read_text("utf-8")) for bestand in map_.iterdir()]
    assert len(berichten) == len(sporen.taken)
    tekst = repr(
        [(b["headers"], base64.b64decode(b["body"]).decode(), sorted(map(str, map_.iterdir()))) for b in berichten]
    )
    assert not [woord for woord in (*KANARIES, BEKEND) if woord.lower() in tekst.lower()]
    app.send_task("proef", [KANARIES[0]])
    assert any(KANARIES[0] in base64.b64decode(json.loads(b.read_text())["body"]).decode() for b in map_.iterdir())


def loop_alles(situatie, adressen, vang):
    """Send the forms of these pages as they stand, also those without a field to type in."""
    browser = meld_aan(situatie.actor)
    for adres in adressen:
        pad = adres.pad(situatie.waarden(adres))
        for formulier in formulieren_in(browser.get(pad).text, pad):
            if formulier.methode == "post" and formulier.naar == pad:
                with ongedaan(), vang(execute=True):
                    browser.post(pad, formulier.gepost)


def test_de_mail_om_een_wachtwoord_te_kiezen_volgt_de_host_van_de_vraag_niet(an, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(reverse("account_reset_password"), {"email": an.email}, headers={"host": "vreemd.example"})
    (bericht,) = mail.outbox
    assert f"{settings.SITE_URL}/account/password/reset/key/" in bericht.body
    assert bericht.subject.startswith(settings.SITE_NAAM)
    assert "vreemd.example" not in bericht.message().as_string()
    link = bericht.body.split(settings.SITE_URL, 1)[1].split()[0]
    assert client.get(link, follow=True).status_code == 200
    assert an.achternaam not in f"{bericht.subject} {bericht.body}"


def test_zonder_eigen_adapter_volgt_ze_die_wel(an, client, settings, monkeypatch):
    """Negative control."""
    settings.ALLOWED_HOSTS = ["*"]
    for naam in ("get_reset_password_from_key_url", "send_mail"):
        monkeypatch.delattr(f"ocmw.toegang.adapter.GeslotenAdapter.{naam}")
    client.post(reverse("account_reset_password"), {"email": an.email}, headers={"host": "vreemd.example"})
    assert "http://vreemd.example/account/password/reset/key/" in mail.outbox[0].body


def test_een_onbekend_adres_krijgt_geen_mail(db, client):
    antwoord = client.post(reverse("account_reset_password"), {"email": "niemand@voorbeeld.example"})
    assert antwoord.status_code == 302
    assert mail.outbox == []
