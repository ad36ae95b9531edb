"""Run by bin/start inside the virtual environment: bring the database to this version, fill an empty one with the demo, and
tell what a person should know of that and who can log in (JSON, last line)."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection

DEMO_DOMAIN = "@demo.example"


def main() -> None:
    os.environ.setdefault("OCMW_ALS_EIGENAAR", "True")
    django.setup()
    _reach_servers()
    from ocmw.kalender.klok import vandaag  # only importable after setup
    from ocmw.werkruimte.beheer.bijwerken import PastNiet, werk_bij

    try:
        sentences = werk_bij(op=vandaag()).zinnen
    except PastNiet as fout:
        sys.exit(str(fout))
    from ocmw.toegang.models import Medewerker
    from ocmw.toegang.rechten import Rol

    if not settings.PRODUCTIE and not Medewerker.objects.exists():
        call_command("demo", verbosity=0)
    password = settings.DATA_DIR / "demo-wachtwoord"
    logins = {}
    if password.exists():
        people = Medewerker.objects.filter(email__endswith=DEMO_DOMAIN, is_active=True).select_related("ocmw")
        # One per role and OCMW: <rol>.<ocmw>@demo.example.
        logins = {
            wie.email: f"{wie.get_rol_display()}, {wie.ocmw}"
            for wie in people.order_by("ocmw__naam", "rol")
            if wie.email.partition(".")[0] in Rol.values
        }
        if logins:
            logins["wachtwoord"] = password.read_text(encoding="utf-8").strip()
    print(json.dumps({"sentences": sentences, "logins": logins}))


def _reach_servers() -> None:
    """A server that does not answer is one sentence, not a traceback."""
    try:
        connection.ensure_connection()
    except OperationalError as fout:
        sys.exit(f"De databank van DATABASE_URL antwoordt niet: {str(fout).strip().splitlines()[0]}")
    if url := os.environ.get("REDIS_URL"):
        import redis

        try:
            redis.Redis.from_url(url, socket_connect_timeout=5).ping()
        except (redis.RedisError, ValueError) as fout:
            sys.exit(f"Redis van REDIS_URL antwoordt niet: {fout}")


if __name__ == "__main__":
    main()
