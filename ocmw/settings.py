"""One settings file; what differs per installation comes from the environment and is refused when it is nonsense."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from ocmw.klokwerk import KLOKWERK
from ocmw.toegang.adres import lees_proxies

BASE_DIR = Path(__file__).resolve().parent.parent


def env_bool(naam: str, *, default: bool) -> bool:
    waarde = os.environ.get(naam, str(default))
    if waarde not in {"True", "False"}:
        raise ImproperlyConfigured(f"{naam} moet True of False zijn, niet {waarde!r}.")
    return waarde == "True"


def env_lijst(naam: str, default: str) -> list[str]:
    return [deel.strip() for deel in os.environ.get(naam, default).split(",") if deel.strip()]


# --- what kind of installation is this --------------------------------------------------------
PRODUCTIE = env_bool("OCMW_PRODUCTIE", default=False)
DEBUG = env_bool("OCMW_DEBUG", default=False)
DATA_DIR = Path(os.environ.get("OCMW_DATA", BASE_DIR / "var")).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)
# Who brings the database to this version may be another role than the website (docs/beheer.md, Twee rollen).
ALS_EIGENAAR = os.environ.get("OCMW_EIGENAAR_URL", "") if env_bool("OCMW_ALS_EIGENAAR", default=False) else ""
DATABASE_URL = ALS_EIGENAAR or os.environ.get("DATABASE_URL", f"sqlite:///{DATA_DIR / 'ocmw.sqlite3'}")
REDIS_URL = os.environ.get("REDIS_URL", "")

SECRET_KEY = os.environ.get("OCMW_SECRET_KEY", "")
if PRODUCTIE and (len(SECRET_KEY) < 50 or DEBUG):
    raise ImproperlyConfigured("Productie vraagt een OCMW_SECRET_KEY van 50 tekens of meer, en OCMW_DEBUG=False.")
if not SECRET_KEY:
    sleutel = DATA_DIR / "sleutel"
    if not sleutel.exists():
        from django.core.management.utils import get_random_secret_key

        from ocmw.ui.schijf import schrijf_heel

        schrijf_heel(sleutel, (get_random_secret_key() + get_random_secret_key()).encode(), rechten=0o600)
    SECRET_KEY = sleutel.read_text(encoding="utf-8")

SITE_NAAM = "OCMW-traject"
SITE_URL = os.environ.get("OCMW_SITE_URL", "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env_lijst("OCMW_HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env_lijst("OCMW_ORIGINS", "")
if PRODUCTIE and ("*" in ALLOWED_HOSTS or "OCMW_HOSTS" not in os.environ):
    raise ImproperlyConfigured("Productie vraagt OCMW_HOSTS met de namen van de site, zonder '*'.")

VERTROUWDE_PROXIES = lees_proxies(env_lijst("OCMW_PROXIES", ""))
if PRODUCTIE and not VERTROUWDE_PROXIES:
    raise ImproperlyConfigured(
        "Productie vraagt OCMW_PROXIES: het adres of netwerk van de webserver die de vragen doorgeeft, "
        "bijvoorbeeld 127.0.0.1. Zonder dat telt iedereen als één persoon (docs/beheer.md)."
    )

# --- applications -----------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "csp",
    "ocmw.ui",
    "ocmw.toegang",
    "ocmw.kladjes",
    "ocmw.journaal",
    "ocmw.opdrachten",
    "ocmw.regels",
    "clienten",
    "clienten.profiel",
    "ocmw.termijnen",
    "trajecten",
    "trajecten.twe",
    "trajecten.groepen",
    "tewerkstelling",
    "tewerkstelling.rechtenteller",
    "tewerkstelling.match",
    "tewerkstelling.regulier",
    "tewerkstelling.evaluaties",
    "tewerkstelling.startklaar",
    "tewerkstelling.geld",
    "tewerkstelling.einde",
    "nazorg",
    "ocmw.werkruimte.dossier",
    "ocmw.werkruimte.vandaag",
    "ocmw.werkruimte.clientenlijst",
    "ocmw.werkruimte.zoeken",
    "ocmw.werkruimte.regelimpact",
    "ocmw.werkruimte.invoer",
    "ocmw.werkruimte.rapporten",
    "ocmw.werkruimte.beheer",
    "ocmw.werkruimte.reken",
    "ocmw.werkruimte.dubbels",
]
if not PRODUCTIE:
    # Invented people and load: not there where real people are.
    INSTALLED_APPS += ["ocmw.gereedschap.demo", "ocmw.gereedschap.bench"]
MIDDLEWARE = [
    "ocmw.ui.middleware.KenmerkMiddleware",
    "ocmw.ui.middleware.KoppenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ocmw.ui.middleware.InpakMiddleware",
    "csp.middleware.CSPMiddleware",
    "ocmw.ui.middleware.SessieMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ocmw.toegang.middleware.OmvangMiddleware",
    "ocmw.toegang.middleware.SchermslotMiddleware",
    "ocmw.toegang.middleware.AanmeldenMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ocmw.toegang.middleware.EigenWachtwoordMiddleware",
    "ocmw.regels.middleware.HuisregelMiddleware",
    "ocmw.ui.zoektekst.ZoektekstMiddleware",
    "ocmw.kladjes.middleware.KladjeMiddleware",
    "ocmw.journaal.middleware.DossierdeurMiddleware",
    "ocmw.ui.middleware.GeweigerdMiddleware",
    # The innermost: what it wraps is the view alone, in one transaction with the key of the form.
    "ocmw.ui.middleware.EenmaligMiddleware",
]
ROOT_URLCONF = "ocmw.urls"
WSGI_APPLICATION = "ocmw.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ocmw.ui.context.kader",
                "ocmw.opdrachten.context.werking",
            ],
            "builtins": ["ocmw.ui.templatetags.ui", "ocmw.ui.templatetags.onderdelen"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# --- database ---------------------------------------------------------------------------------
DATABASES: dict[str, Any] = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"] |= {
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            # WAL without IMMEDIATE loses contending writes to "database is locked"; both are needed.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;"
                "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-20000;"
            ),
        },
        # A file, as in real life: in memory all threads of the live server would share one connection.
        "TEST": {"NAME": str(DATA_DIR / "test.sqlite3")},
    }
elif os.environ.get("OCMW_WEB"):
    # A page waits half a minute at most, and ten seconds for a colleague's row; background work may take its time.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
        "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
    )

# --- cache and background work ------------------------------------------------------------------
# In each process and never on a server: whatever pages keep here, no page waits for Redis (docs/adr/0015).
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
RIJ_DIR = DATA_DIR / "rij"
# The signs of life of worker and clock: see ocmw/opdrachten/werking.py.
TEKEN_DIR = DATA_DIR / "teken"
TEKEN_DIR.mkdir(exist_ok=True)
# What the check of the night writes outside the database (ocmw/journaal/keten.py).
ANKERS_DIR = Path(os.environ.get("OCMW_ANKERS", DATA_DIR / "ankers"))
# Below this the beheerder is warned: room for a day of documents and reports, and time to do something about it.
SCHIJF_MINSTENS_MB = int(os.environ.get("OCMW_SCHIJF_MINSTENS_MB", "500"))
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    # A Redis that is away or hangs costs who starts a job a few seconds, never the job: that is a row (docs/adr/0005).
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "visibility_timeout": 900,
        "socket_connect_timeout": 2,
        "socket_timeout": 5,
        "max_retries": 0,
    }
else:
    for deel in ("berichten", "kapot"):
        (RIJ_DIR / deel).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_URL = "bestanden://localhost/"
    CELERY_BROKER_TRANSPORT_OPTIONS = {"map": str(RIJ_DIR / "berichten"), "kapot": str(RIJ_DIR / "kapot")}
    # Nobody asks a running worker anything, and without it the folder holds work only.
    CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 600
CELERY_TASK_TIME_LIMIT = 660
CELERY_TIMEZONE = "Europe/Brussels"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULER = "ocmw.opdrachten.klok:Klok"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "klok.json")
# Written after every task: a clock that is killed does none twice.
CELERY_BEAT_SYNC_EVERY = 1
CELERY_BEAT_SCHEDULE = KLOKWERK

# --- people and login ---------------------------------------------------------------------------
AUTH_USER_MODEL = "toegang.Medewerker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "vandaag:vandaag"
ACCOUNT_ADAPTER = "ocmw.toegang.adapter.GeslotenAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
# Off, because they live in a cache and count right passwords too; ours are in ocmw.toegang.pogingen.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "change_password": "ocmw.toegang.forms.WachtwoordWijzigenForm",
    "reset_password": "ocmw.toegang.forms.WachtwoordVergetenForm",
    "reset_password_from_key": "ocmw.toegang.forms.WachtwoordHerstelForm",
}
MFA_FORMS = {
    "authenticate": "ocmw.toegang.forms.CodeForm",
    "reauthenticate": "ocmw.toegang.forms.CodeOpnieuwForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{SITE_NAAM}: "
# An address without an account gets no mail: it would offer to sign up, which nobody can.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_TOTP_ISSUER = SITE_NAAM
# A link to choose a password: one day, and once.
PASSWORD_RESET_TIMEOUT = 24 * 3600
# In the database, not in a cookie: a message names who it is about.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Nobody touched the screen: it goes on slot (ocmw/toegang/schermslot.py).
SCHERMSLOT_NA = timedelta(minutes=30)

# --- browser security ---------------------------------------------------------------------------
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "ocmw.toegang.niet_bewaard.csrf_mislukt"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTIE:
    SESSION_COOKIE_NAME = "__Host-sessie"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    # A monitor on the machine itself asks without https and gets codes only.
    SECURE_REDIRECT_EXEMPT = [r"^gezondheid/$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- files, language, mail, log -----------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {
        "BACKEND": "ocmw.ui.opslag.HeleBestanden",
        # Never below a URL: an uploaded file is served by a view that checks rights.
        "OPTIONS": {"location": DATA_DIR / "bestanden", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = not PRODUCTIE
WHITENOISE_ALLOW_ALL_ORIGINS = False
# What the site writes is readable by its own user only: documents, reports, the database, logs, backups.
os.umask(0o077)
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# All of one request; the largest file that a rule may allow, and the form around it.
VRAAG_HOOGSTENS = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
LANGUAGE_CODE = "nl-be"
LANGUAGES = [("nl-be", "Nederlands")]
TIME_ZONE = "Europe/Brussels"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["ocmw.formaten"]
EMAIL_BACKEND = os.environ.get("OCMW_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = os.environ.get("OCMW_EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("OCMW_EMAIL_POORT", "25"))
EMAIL_HOST_USER = os.environ.get("OCMW_EMAIL_GEBRUIKER", "")
EMAIL_HOST_PASSWORD = os.environ.get("OCMW_EMAIL_WACHTWOORD", "")
# Somebody waits for the page meanwhile.
EMAIL_TIMEOUT = 10
EMAIL_USE_TLS = env_bool("OCMW_EMAIL_TLS", default=False)
DEFAULT_FROM_EMAIL = os.environ.get("OCMW_EMAIL_VAN", f"{SITE_NAAM} <noreply@demo.example>")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "ocmw.ui.logboek.Regelvorm"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": os.environ.get("OCMW_LOG", "INFO")},
    "loggers": {
        # These bring handlers of their own, which write the address and the error message.
        **{naam: {"handlers": [], "propagate": True} for naam in ("django", "django.server")},
        **{naam: {"handlers": [], "propagate": True} for naam in ("gunicorn.error", "gunicorn.access")},
        # WeasyPrint and fontTools describe every glyph at INFO; pikepdf greets on standard error, where scripts expect one line.
        **{naam: {"level": "ERROR"} for naam in ("fontTools", "weasyprint")},
        "pikepdf": {"level": "WARNING"},
    },
}
