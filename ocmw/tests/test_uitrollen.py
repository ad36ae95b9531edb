"""What an installation copies: the unit of systemd, the environment file and the configuration of nginx, each as it is shipped.

nginx is a real one, in front of a real server; only ports, certificate and paths are those of the test. What only a running
systemd shows (that it restarts, and who may write where) is not tested here.
"""

import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

from ocmw.gereedschap.testing.start import vrije_poort
from ocmw.toegang import adres

pytestmark = [pytest.mark.traag, pytest.mark.databank, pytest.mark.django_db(transaction=True)]
DEPLOY = settings.BASE_DIR / "deploy"
NAAM = "traject.ocmw.voorbeeld.be"
MB = 1024 * 1024


def eenheid():
    """The lines of the unit; a setting that may stand there more often is a list."""
    lijnen = (DEPLOY / "ocmw.service").read_text(encoding="utf-8").splitlines()
    return [tuple(lijn.split("=", 1)) for lijn in lijnen if "=" in lijn and not lijn.startswith("#")]


# --- systemd ----------------------------------------------------------------------------------------------
def test_systemd_zelf_leest_de_eenheid(tmp_path):
    programma = shutil.which("systemd-analyze")
    if not programma:
        return  # a container without systemd: what it would read is looked at below
    # The paths of an installation are not here: the same unit with ours.
    unit = (DEPLOY / "ocmw.service").read_text(encoding="utf-8").replace("/srv/ocmw/app", str(settings.BASE_DIR))
    unit = unit.replace("User=ocmw", "User=root").replace(
        "EnvironmentFile=/etc/ocmw.env", f"EnvironmentFile={DEPLOY / 'ocmw.env'}"
    )
    (tmp_path / "ocmw.service").write_text(unit, encoding="utf-8")
    gelezen = subprocess.run(
        [programma, "verify", "--man=no", tmp_path / "ocmw.service"], capture_output=True, text=True, check=False
    )
    over_ons = [lijn for lijn in gelezen.stderr.splitlines() if "ocmw.service" in lijn]
    assert not over_ons, gelezen.stderr


def test_de_eenheid_start_wat_er_is_en_laat_de_kinderen_eerst_zelf_stoppen():
    regels = dict(eenheid())
    programma, *opties = regels["ExecStart"].split()
    hier = settings.BASE_DIR / programma.removeprefix("/srv/ocmw/app/")
    assert hier.stat().st_mode & 0o111
    hulp = subprocess.run([hier, "--help"], capture_output=True, text=True, check=True).stdout
    assert all(optie in hulp for optie in opties if optie.startswith("--"))
    assert (regels["KillMode"], regels["UMask"]) == ("mixed", "0077")
    assert int(regels["TimeoutStopSec"]) > 20, "bin/start geeft zijn kinderen twintig seconden"


# --- the environment file -----------------------------------------------------------------------------------
def lees_als_systemd(tekst):
    """As systemd.exec(5) says: a line per setting, quotes around a value taken off, nothing expanded."""
    gelezen = {}
    for lijn in tekst.splitlines():
        if lijn.strip() and not lijn.startswith(("#", ";")):
            naam, _, waarde = lijn.partition("=")
            gelezen[naam] = waarde[1:-1] if re.fullmatch(r"'.*'|\".*\"", waarde) else waarde
    return gelezen


def test_een_shell_en_systemd_lezen_hetzelfde_bestand():
    pad = DEPLOY / "ocmw.env"
    verwacht = lees_als_systemd(pad.read_text(encoding="utf-8"))
    assert verwacht["OCMW_EMAIL_VAN"] == "OCMW-traject <traject@ocmw.voorbeeld.be>"
    vraag = "set -eu; set -a; . " + str(pad) + "; set +a; env -0"
    uit = subprocess.run(
        ["sh", "-c", vraag], capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"}
    ).stdout
    gelezen = dict(deel.split("=", 1) for deel in uit.split("\0") if "=" in deel)
    assert {naam: gelezen.get(naam) for naam in verwacht} == verwacht


def test_controle_zonder_aanhalingstekens_zou_de_shell_struikelen(tmp_path):
    (tmp_path / "env").write_text("OCMW_EMAIL_VAN=OCMW-traject <traject@ocmw.voorbeeld.be>\n", encoding="utf-8")
    assert subprocess.run(["sh", "-c", f". {tmp_path / 'env'}"], capture_output=True, check=False).returncode


def test_elke_instelling_van_het_bestand_bestaat():
    bron = (settings.BASE_DIR / "ocmw" / "settings.py").read_text(encoding="utf-8")
    assert [
        naam for naam in lees_als_systemd((DEPLOY / "ocmw.env").read_text(encoding="utf-8")) if f'"{naam}"' not in bron
    ] == []


# --- nginx ---------------------------------------------------------------------------------------------------
def certificaat(map_):
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam, nu = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAAM)]), datetime.now(UTC)
    papier = (
        x509.CertificateBuilder().subject_name(naam).issuer_name(naam).public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(nu - timedelta(days=1)).not_valid_after(nu + timedelta(days=1))
        .sign(sleutel, hashes.SHA256())
    )  # fmt: skip
    (map_ / "volledig.pem").write_bytes(papier.public_bytes(serialization.Encoding.PEM))
    vorm = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (map_ / "sleutel.pem").write_bytes(sleutel.private_bytes(*vorm))


@contextmanager
def nginx(map_, achter):
    """The shipped file in a real nginx; yields its https port."""
    programma = shutil.which("nginx") or "/usr/sbin/nginx"
    certificaat(map_)
    http, https = vrije_poort(), vrije_poort()
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for van, naar in [
        ("listen 80;", f"listen 127.0.0.1:{http};"), ("listen 443 ssl;", f"listen 127.0.0.1:{https} ssl;"),
        ("/etc/ssl/ocmw/", f"{map_}/"), ("http://127.0.0.1:8000", achter), ("/srv/ocmw/app/deploy", str(DEPLOY)),
    ]:  # fmt: skip
        assert van in site
        site = site.replace(van, naar)
    (map_ / "site.conf").write_text(site, encoding="utf-8")
    (map_ / "nginx.conf").write_text(
        f"pid {map_}/pid; error_log {map_}/error.log; daemon off; worker_processes 1; user root;\n"
        "events { worker_connections 256; }\n"
        f"http {{ access_log {map_}/access.log; client_body_temp_path {map_}/lijf; proxy_temp_path {map_}/proxy;\n"
        f"fastcgi_temp_path {map_}/f; uwsgi_temp_path {map_}/u; scgi_temp_path {map_}/s; include {map_}/site.conf; }}\n",
        encoding="utf-8",
    )
    proces = subprocess.Popen([programma, "-p", map_, "-c", map_ / "nginx.conf"], stderr=subprocess.PIPE, text=True)
    try:
        wacht_op(https, proces)
        yield https
    finally:
        proces.terminate()
        proces.communicate(timeout=10)


def wacht_op(poort, proces):
    einde = time.monotonic() + 20
    while time.monotonic() < einde:
        assert proces.poll() is None, proces.stderr.read()
        with socket.socket() as sok:
            if sok.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx antwoordt niet")


VERTROUW = ssl._create_unverified_context()


def vraag(poort, pad, methode="GET", lijf=None, **koppen):
    verbinding = HTTPSConnection("127.0.0.1", poort, context=VERTROUW, timeout=30)
    verbinding.request(methode, pad, body=lijf, headers={"Host": NAAM, **koppen})
    antwoord = verbinding.getresponse()
    tekst = antwoord.read().decode(errors="replace")
    verbinding.close()
    return antwoord, tekst


@pytest.fixture
def site(live_server, settings, tmp_path):
    settings.ALLOWED_HOSTS = [NAAM, "localhost"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.VERTROUWDE_PROXIES = adres.lees_proxies(["127.0.0.1"])
    with nginx(tmp_path, f"http://127.0.0.1:{urlsplit(live_server.url).port}") as poort:
        yield poort


def test_een_bladzijde_komt_door_en_een_verzonnen_afzender_niet(site, monkeypatch):
    gezien = []
    echt = adres.adres_van
    monkeypatch.setattr("ocmw.toegang.pogingen.adres_van", lambda request: gezien.append(echt(request)) or gezien[-1])
    antwoord, tekst = vraag(site, "/account/login/")
    assert (antwoord.status, "Aanmelden" in tekst) == (200, True)
    koekje = antwoord.headers["Set-Cookie"].split(";")[0]
    code = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', tekst)[1]
    lijf = f"csrfmiddlewaretoken={code}&login=x@y.example&password=zomaar"
    antwoord, _ = vraag(site, "/account/login/", "POST", lijf, **{
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": koekje, "Referer": f"https://{NAAM}/account/login/",
        "X-Forwarded-For": "203.0.113.9",
    })  # fmt: skip
    assert antwoord.status == 200
    assert gezien
    assert set(gezien) == {"127.0.0.1"}, "wat van buiten komt, wordt overschreven"


def test_wat_te_groot_is_wordt_niet_gelezen_en_krijgt_onze_bladzijde(site):
    with VERTROUW.wrap_socket(socket.create_connection(("127.0.0.1", site)), server_hostname=NAAM) as lijn:
        lijn.settimeout(20)
        kop = f"POST /account/login/ HTTP/1.1\r\nHost: {NAAM}\r\nContent-Length: {80 * MB}\r\n\r\n"
        lijn.sendall(kop.encode() + b"x" * 100)  # the other eighty megabytes never leave
        antwoord = lijn.recv(65536).decode()
        while "</html>" not in antwoord and (deel := lijn.recv(65536)):
            antwoord += deel.decode()
    assert antwoord.startswith("HTTP/1.1 413")
    assert "Dit is te groot om te bewaren" in antwoord


def test_half_gestuurde_vragen_houden_niemand_op(site):
    """Twenty strangers who send half a form: nginx keeps them, and the server behind it never hears of them."""
    lijnen = []
    for _ in range(20):
        lijn = VERTROUW.wrap_socket(socket.create_connection(("127.0.0.1", site)), server_hostname=NAAM)
        lijn.sendall(f"POST /account/login/ HTTP/1.1\r\nHost: {NAAM}\r\nContent-Length: 1000\r\n\r\nhalf".encode())
        lijnen.append(lijn)
    klaar = threading.Event()
    draad = threading.Thread(target=lambda: vraag(site, "/account/login/")[0].status == 200 and klaar.set())
    draad.start()
    draad.join(timeout=15)  # less than nginx waits for the half ones
    for lijn in lijnen:
        lijn.close()
    assert klaar.is_set()


def test_het_adres_van_een_mentor_staat_in_geen_logboek(site, tmp_path):
    vraag(site, "/mentor/een-geheime-sleutel/")
    vraag(site, "/bestaat-niet/")
    einde = time.monotonic() + 20
    while "/bestaat-niet/" not in (
        logboeken := "".join((tmp_path / naam).read_text(encoding="utf-8") for naam in ("access.log", "error.log"))
    ):
        assert time.monotonic() < einde, "nginx schreef de gewone vraag niet op"
        time.sleep(0.05)
    assert "een-geheime-sleutel" not in logboeken


def test_als_de_toepassing_niet_antwoordt_zegt_nginx_het_in_het_nederlands(db, tmp_path):
    with nginx(tmp_path, f"http://127.0.0.1:{vrije_poort()}") as poort:
        antwoord, tekst = vraag(poort, "/clienten/")
    assert (antwoord.status, antwoord.headers["Retry-After"]) == (502, "60")
    assert "OCMW-traject is even niet bereikbaar" in tekst
