"""Whose address counts: the one our own proxy wrote down, never the one the sender likes."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as instellingen
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from ocmw.toegang import adres
from ocmw.toegang.adapter import GeslotenAdapter
from ocmw.toegang.adres import adres_van, lees_proxies

NGINX, BALANCER, VREEMD = "127.0.0.1", "10.0.0.7", "203.0.113.9"


@pytest.fixture(autouse=True)
def _proxies(settings):
    settings.VERTROUWDE_PROXIES = lees_proxies(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])


def verzoek(van, doorgegeven=None):
    koppen = {} if doorgegeven is None else {"HTTP_X_FORWARDED_FOR": doorgegeven}
    return RequestFactory().get("/", REMOTE_ADDR=van, **koppen)


@pytest.mark.parametrize(
    ("van", "doorgegeven", "verwacht"),
    [
        (VREEMD, None, VREEMD),
        (NGINX, VREEMD, VREEMD),
        (NGINX, f"{VREEMD}, {BALANCER}", VREEMD),  # two proxies in a row
        (NGINX, f"198.51.100.1, {VREEMD}", VREEMD),  # the sender put something in front
        (NGINX, f"127.0.0.1, 10.9.9.9, {VREEMD}, {BALANCER}", VREEMD),
        (VREEMD, "198.51.100.1", VREEMD),  # came around the proxy: nothing it says counts
        (NGINX, f" {VREEMD} ", VREEMD),
        (NGINX, f"{VREEMD}:51234", VREEMD),
        (NGINX, "[2001:db8:1:2::77]:443", "2001:db8:1:2::/64"),
        ("fd00::1", "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::1", None, "2001:db8:1:2::/64"),  # another of the same connection
        ("::ffff:203.0.113.9", None, VREEMD),
        ("::ffff:127.0.0.1", VREEMD, VREEMD),
        (NGINX, "", NGINX),
        (NGINX, None, NGINX),
        (NGINX, "onzin", NGINX),
        (NGINX, f"{VREEMD}, <script>", NGINX),  # what our own proxy wrote is broken: look no further to the left
        (NGINX, ",,,", NGINX),
        (NGINX, f"onzin, {BALANCER}", BALANCER),
        (BALANCER, "127.0.0.1, 10.1.1.1", NGINX),  # only proxies: the outermost
        ("", VREEMD, "onbekend"),
        ("unix:", VREEMD, "onbekend"),
    ],
)
def test_het_adres_is_dat_wat_de_eigen_proxy_zag(van, doorgegeven, verwacht):
    assert adres_van(verzoek(van, doorgegeven)) == verwacht


def test_zonder_vertrouwde_proxy_telt_geen_enkele_kop(settings):
    settings.VERTROUWDE_PROXIES = ()
    assert adres_van(verzoek(NGINX, VREEMD)) == NGINX


def test_controle_wie_van_links_leest_gelooft_de_afzender(monkeypatch):
    """The negative control: read from the left, as many do, and the sender chooses an address for each attempt."""
    monkeypatch.setattr(adres, "adres_van", lambda r: r.META["HTTP_X_FORWARDED_FOR"].split(",")[0].strip())
    assert adres.adres_van(verzoek(NGINX, f"198.51.100.1, {VREEMD}")) == "198.51.100.1"
    assert adres_van(verzoek(NGINX, f"198.51.100.1, {VREEMD}")) == VREEMD


def test_allauth_vraagt_hetzelfde_adres():
    assert GeslotenAdapter().get_client_ip(verzoek(NGINX, VREEMD)) == VREEMD


def test_een_proxy_die_niets_doorgeeft_staat_een_keer_in_het_logboek(caplog):
    adres._meld_zonder_adres.cache_clear()
    for _ in range(3):
        adres_van(verzoek(NGINX))
    assert [r.message for r in caplog.records if "OCMW_PROXIES" in r.message] == [
        "de proxy geeft geen bruikbare X-Forwarded-For door: zie OCMW_PROXIES in docs/beheer.md"
    ]


def test_wie_zijn_adres_kent_geeft_geen_reden_tot_een_melding(caplog):
    adres._meld_zonder_adres.cache_clear()
    for van, doorgegeven in ((VREEMD, None), (NGINX, VREEMD), ("", None)):
        adres_van(verzoek(van, doorgegeven))
    assert caplog.records == []


def test_een_netwerk_mag_geschreven_zijn_als_een_adres_erin():
    assert lees_proxies(["10.1.2.3/8"]) == lees_proxies(["10.0.0.0/8"])


@pytest.mark.parametrize("fout", ["0.0.0.0/0", "::/0", "nginx", "1", "10.0.0.0/33"])
def test_een_onzinnige_of_al_te_brede_proxy_wordt_geweigerd(fout):
    with pytest.raises(ImproperlyConfigured, match="OCMW_PROXIES"):
        lees_proxies([fout])


@pytest.mark.parametrize(("proxies", "start"), [(None, False), ("", False), ("nginx", False), ("127.0.0.1", True)])
def test_productie_start_alleen_met_een_proxy(proxies, start, tmp_path):
    env = {naam: waarde for naam, waarde in os.environ.items() if naam != "OCMW_PROXIES"} | {
        "OCMW_PRODUCTIE": "True",
        "OCMW_SECRET_KEY": "x" * 60,
        "OCMW_HOSTS": "traject.example",
        "OCMW_SITE_URL": "https://traject.example",
        "OCMW_DATA": str(tmp_path),
    }
    if proxies is not None:
        env["OCMW_PROXIES"] = proxies
    gedaan = subprocess.run(
        [sys.executable, "-c", "import ocmw.settings"],
        env=env, cwd=instellingen.BASE_DIR, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (gedaan.returncode == 0) is start
    assert start or "OCMW_PROXIES" in gedaan.stderr
