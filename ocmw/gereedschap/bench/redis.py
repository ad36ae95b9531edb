"""The cache in production is Redis, another process: a page that asks it often pays each round trip."""

from django.conf import settings
from django.test.utils import override_settings

from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, haal, naast, paar
from ocmw.gereedschap.bench.proef import Overgeslagen

PAGINA = "/werkplekken/bord/"


def meet_redis(bank: Meetbank) -> Tijdmeting:
    """The board of places with Redis as cache, against the same page with the cache in the process."""
    if not bank.maten.redis:
        raise Overgeslagen("er is geen Redis. Geef er een met --redis of REDIS_URL.")
    in_proces = _meet(bank, {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "bench"})
    # A prefix of its own: these rules are of the bench, and the server may be somebody's.
    redis = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": bank.maten.redis,
        "KEY_PREFIX": "bench",
    }
    return naast(in_proces, _meet(bank, redis))


def _meet(bank: Meetbank, cache: dict[str, str]) -> Tijdmeting:
    with override_settings(CACHES={**settings.CACHES, "default": cache}):
        return paar(haal(bank.coordinator, PAGINA), bank.lijst, rondes=bank.maten.rondes)
