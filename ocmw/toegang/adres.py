"""From which address a request comes. Whoever counts per address asks `adres_van`, and nobody reads the headers besides.

Settings import this module, so it knows nothing of models.
"""

import logging
from collections.abc import Iterable
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

logger = logging.getLogger(__name__)

Adres = IPv4Address | IPv6Address
Netwerk = IPv4Network | IPv6Network

ONBEKEND = "onbekend"


def lees_proxies(delen: Iterable[str]) -> tuple[Netwerk, ...]:
    """OCMW_PROXIES: addresses and networks of the web servers that pass requests on to us."""
    proxies = []
    for deel in delen:
        try:
            netwerk = ip_network(deel, strict=False)
        except ValueError as fout:
            raise ImproperlyConfigured(f"OCMW_PROXIES: {deel!r} is geen adres of netwerk.") from fout
        if not netwerk.prefixlen:
            raise ImproperlyConfigured(f"OCMW_PROXIES: {deel!r} vertrouwt iedereen. Noem enkel je eigen webserver.")
        proxies.append(netwerk)
    return tuple(proxies)


def adres_van(request: HttpRequest) -> str:
    """The nearest address that is not one of our own proxies, as text; of IPv6 the /64, because that is one connection.

    X-Forwarded-For is read from the right, one step for every proxy we trust: each wrote down whom it spoke to. What stands
    further to the left, or in a request that came around the proxy, is whatever the sender likes.
    """
    hier = _lees(request.META.get("REMOTE_ADDR", ""))
    stappen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while stappen and _is_proxy(hier):
        vorige = _lees(stappen.pop())
        if vorige is None:
            break
        hier = vorige
    if _is_proxy(hier):
        _meld_zonder_adres()
    return _als_plaats(hier)


def _lees(tekst: str) -> Adres | None:
    """One hop, with or without a port; None for anything that is no address."""
    tekst = tekst.strip()
    if tekst.startswith("["):
        tekst = tekst[1:].partition("]")[0]
    elif tekst.count(":") == 1:
        tekst = tekst.partition(":")[0]
    try:
        adres = ip_address(tekst)
    except ValueError:
        return None
    return getattr(adres, "ipv4_mapped", None) or adres


def _is_proxy(adres: Adres | None) -> bool:
    return adres is not None and any(adres in netwerk for netwerk in settings.VERTROUWDE_PROXIES)


def _als_plaats(adres: Adres | None) -> str:
    if isinstance(adres, IPv6Address):
        return str(IPv6Network((int(adres), 64), strict=False))
    return str(adres) if adres else ONBEKEND


@cache
def _meld_zonder_adres() -> None:
    """Once per process: without the header everybody behind the proxy counts as one."""
    logger.warning("de proxy geeft geen bruikbare X-Forwarded-For door: zie OCMW_PROXIES in docs/beheer.md")
