"""A line of the log is one line of JSON with codes and places, whoever logs and whatever went wrong."""

import io
import json
import logging
import logging.config
import sys
import threading
import warnings
from datetime import date
from uuid import UUID

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from clienten.models import Client
from ocmw.celery import app as celery_app
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.toegang.http import openbaar
from ocmw.ui import logboek
from ocmw.ui.logboek import Regelvorm
from ocmw.urls import urlpatterns as echte

pytestmark = pytest.mark.databank

KANARIE, INSZ = "Kanariëzin", "85073003328"
logger = logging.getLogger("proef")


@openbaar
def val_om(request, iets):
    raise RuntimeError(f"kan {request.POST['tekst']} niet lezen") from ValueError(request.POST["tekst"])


@openbaar
def wijs_af(request):
    return HttpResponse(request.GET["x"], status=404)


urlpatterns = [
    path("omvallen/<str:iets>/", val_om, name="omvallen"),
    path("afwijzen/", wijs_af, name="afwijzen"),
    *echte,  # the page about a fault links to ours
]
handler500 = "ocmw.ui.fouten.er_ging_iets_mis"


@pytest.fixture
def log():
    """Everything that reaches the root logger, as the running application writes it."""
    uit = io.StringIO()
    handler = logging.StreamHandler(uit)
    handler.setFormatter(Regelvorm())
    root = logging.getLogger()
    root.addHandler(handler)
    niveau = root.level
    root.setLevel(logging.DEBUG)
    yield lambda: [json.loads(regel) for regel in uit.getvalue().splitlines()]
    root.setLevel(niveau)
    root.removeHandler(handler)


def ene(regels):
    (regel,) = regels
    return regel


def test_een_fout_met_klasse_en_plaatsen_zonder_boodschap(log):
    try:
        try:
            raise KeyError(KANARIE)
        except KeyError as fout:
            raise ValidationError(f"{INSZ} bestaat al") from fout
    except ValidationError:
        logger.exception("opdracht %s mislukt", UUID(int=7))
    regel = ene(log())
    assert regel["bericht"] == f"opdracht {UUID(int=7)} mislukt"
    assert [fout["soort"] for fout in regel["fouten"]] == [
        "django.core.exceptions.ValidationError",
        "builtins.KeyError",
    ]
    (plaats,) = regel["fouten"][0]["waar"]
    assert plaats.startswith("ocmw/ui/tests/test_logboek.py:")
    assert plaats.endswith(":test_een_fout_met_klasse_en_plaatsen_zonder_boodschap")
    assert KANARIE not in json.dumps(regel, ensure_ascii=False)


@pytest.mark.parametrize(
    ("args", "verwacht"),
    [
        (("regel %s", 7), "regel 7"),
        (("regel %s", KANARIE), "regel [...]"),
        (("regel %s", int(INSZ)), "regel [...]"),
        (("regel %s", date(1985, 7, 30)), "regel [...]"),
        (("regel %r", [KANARIE]), "regel [...]"),
        (("regel %s", ValueError(KANARIE)), "regel ValueError"),
        (("regel %s", "ocmw.ui.logboek.Regelvorm"), "regel ocmw.ui.logboek.Regelvorm"),
        (("regel %s", "kanarie.85073003328"), "regel [...]"),
        (("regel %d", KANARIE), "regel %d"),
        (("regel %s en %s", KANARIE), "regel %s en %s"),
        (("regel %(naam)s", {"naam": KANARIE}), "regel [...]"),
        (("regel zonder iets",), "regel zonder iets"),
        (("regel over " + KANARIE,), "[...]"),
        ((KANARIE + " %s", 7), "[...]"),
        ((ValueError(KANARIE),), "[...]"),
    ],
)
def test_alleen_wat_in_de_bron_staat_wordt_gezegd(args, verwacht):
    """`KANARIE + ...` is no text of the source, `"regel %s"` is."""
    record = logging.LogRecord("proef", logging.WARNING, __file__, 1, args[0], args[1:], None)
    assert json.loads(Regelvorm().format(record))["bericht"] == verwacht


def test_een_regel_blijft_een_regel(log):
    logger.warning("regel %s", "een\ntwee\r\n{}", extra={"feiten": {"tekst": "een\ntwee"}})
    assert ene(log())["feiten"] == {"tekst": "een\ntwee"}


def test_wat_niet_te_schrijven_is_laat_toch_een_regel_na(log):
    logger.warning("regel", extra={"feiten": {"x": object()}})
    assert ene(log())["bericht"] == "regel niet te maken: TypeError"


@pytest.mark.django_db
def test_een_databankfout_noemt_de_beperking_niet_de_waarde(log, an):
    maak_client(an, insz=INSZ)
    try:
        with transaction.atomic():
            Client.objects.bulk_create([Client(ocmw=an.ocmw, voornaam=KANARIE, achternaam="x", insz=INSZ)])
    except IntegrityError:
        logger.exception("bewaren mislukt")
    regel = ene([regel for regel in log() if regel["bron"] == "proef"])
    assert INSZ not in json.dumps(regel)
    assert regel["fouten"][0]["soort"] == "django.db.utils.IntegrityError"
    if connection.vendor == "postgresql":
        assert regel["fouten"][1]["soort"] == "psycopg2.errors.UniqueViolation"
        assert regel["fouten"][1]["beperking"]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_de_code_op_de_foutpagina_staat_bij_de_regels_in_het_log(log, client):
    client.raise_request_exception = False
    antwoord = client.post(f"/omvallen/{KANARIE}/?x={INSZ}", {"tekst": KANARIE})
    assert antwoord.status_code == 500
    (regel,) = [regel for regel in log() if regel["niveau"] == "ERROR"]
    assert f">{regel['kenmerk']}<" in antwoord.content.decode()
    assert (regel["adres"], regel["methode"], regel["status"]) == ("omvallen", "POST", 500)
    assert [fout["soort"] for fout in regel["fouten"]] == ["builtins.RuntimeError", "builtins.ValueError"]
    tweede = client.post("/omvallen/x/", {"tekst": ""})
    assert regel["kenmerk"] not in tweede.content.decode()


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_wie_en_waar_ook_bij_een_eigen_regel_en_zonder_vraag_aan_de_databank(log, client, an):
    client.force_login(an)
    client.get("/afwijzen/", {"x": KANARIE})
    (regel,) = [regel for regel in log() if regel.get("status") == 404]
    assert (regel["adres"], regel["medewerker"]) == ("afwijzen", an.pk)
    assert an.voornaam not in json.dumps(regel)
    request = RequestFactory().get(f"/{KANARIE}/")
    hier = logboek.VERZOEK.set(request)
    logger.warning("regel")
    logboek.VERZOEK.reset(hier)
    assert KANARIE not in json.dumps(log()[-1], ensure_ascii=False)
    logger.warning("regel")
    assert "methode" not in log()[-1]


@celery_app.task(name=f"{__name__}.proef")
def proef(tekst):
    if tekst.endswith("!"):
        raise ValueError(tekst)
    logger.info("bezig")
    return tekst


@pytest.mark.parametrize("tekst", [KANARIE, f"{KANARIE}!"])
def test_een_taak_zonder_argumenten_en_zonder_uitkomst(log, tekst):
    proef.apply([tekst], {})
    regels = log()
    assert KANARIE not in json.dumps(regels, ensure_ascii=False)
    assert {regel["taak"] for regel in regels if regel["bron"] in {"proef", "celery.app.trace"}} == {proef.name}
    assert any(regel["niveau"] == ("ERROR" if tekst.endswith("!") else "INFO") for regel in regels)


@pytest.fixture
def rest(monkeypatch):
    for plek, naam in ((warnings, "showwarning"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(plek, naam, getattr(plek, naam))
    logboek.vang_de_rest()


def test_een_waarschuwing_zegt_soort_en_plaats(log, rest):
    warnings.showwarning(RuntimeWarning(KANARIE), RuntimeWarning, __file__, 12)
    regel = ene(log())
    assert regel["feiten"] == {"soort": "RuntimeWarning", "plaats": "ocmw/ui/tests/test_logboek.py:12:"}


def test_een_draad_die_omvalt_print_niets(log, rest, capfd):
    draad = threading.Thread(target=lambda: int(KANARIE))
    draad.start()
    draad.join()
    assert ene(log())["fouten"][0]["soort"] == "builtins.ValueError"
    assert KANARIE not in capfd.readouterr().err


def test_niets_heeft_een_handler_of_vorm_van_zichzelf():
    """A library with a handler of its own would print in its own words; the settings take those of Django and gunicorn away."""
    vreemd = logging.StreamHandler()
    namen = ("django", "django.server", "gunicorn.error", "gunicorn.access")
    for naam in namen:
        logging.getLogger(naam).addHandler(vreemd)
        logging.getLogger(naam).propagate = False
    root = logging.getLogger()
    bewaard = root.handlers[:]
    try:
        logging.config.dictConfig(settings.LOGGING)
        assert [handler.formatter.__class__ for handler in root.handlers] == [Regelvorm]
        assert all(not logging.getLogger(naam).handlers and logging.getLogger(naam).propagate for naam in namen)
    finally:
        root.handlers[:] = bewaard


def test_met_de_gewone_vorm_stond_de_waarde_er(an):
    """Negative control: Python's own formatter prints the message, and PostgreSQL's with the INSZ in it."""
    uit = io.StringIO()
    handler = logging.StreamHandler(uit)
    logger.addHandler(handler)
    maak_client(an, insz=INSZ)
    try:
        with transaction.atomic():
            Client.objects.bulk_create([Client(ocmw=an.ocmw, voornaam=KANARIE, achternaam="x", insz=INSZ)])
    except IntegrityError:
        logger.exception("bewaren mislukt voor %s", KANARIE)
    finally:
        logger.removeHandler(handler)
    assert KANARIE in uit.getvalue()
    assert (INSZ in uit.getvalue()) is (connection.vendor == "postgresql")
