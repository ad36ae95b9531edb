"""What this room offers: its basic lists, its promises, and what moves with a contract."""

from django.db import transaction
from django.utils.text import slugify

from ocmw.ui.installatie import BASIS
from tewerkstelling.evaluaties import beloften, gevolgen, planning, tijdlaag  # noqa: F401 - these register themselves
from tewerkstelling.evaluaties.basis import BEGIN, CLIENTLABELS, LIJSTEN, VOOR_CLIENT
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Domein, Schaal


@BASIS.biedt("competentielijsten")
@transaction.atomic
def laad_basislijsten() -> int:
    """Only lists whose code is not there yet."""
    bekend = set(Competentielijst.objects.filter(ocmw=None).values_list("code", flat=True))
    nieuw = [vorm for vorm in LIJSTEN if vorm["code"] not in bekend]
    for vorm in nieuw:
        naam, labels = vorm["schaal"]
        schaal, _ = Schaal.objects.get_or_create(naam=naam, defaults={"labels": labels, "clientlabels": CLIENTLABELS})
        velden = {veld: vorm[veld] for veld in ("code", "naam", "bron", "toelichting")}
        lijst = Competentielijst.objects.create(
            schaal=schaal, geldig_van=BEGIN, volledig=vorm.get("volledig", True), **velden
        )
        for plaats, (domeinnaam, rijen) in enumerate(vorm["domeinen"].items()):
            clientnaam, beeld = VOOR_CLIENT[domeinnaam]
            domein = Domein.objects.create(
                lijst=lijst,
                naam=domeinnaam,
                code=slugify(domeinnaam),
                clientnaam=clientnaam,
                beeld=beeld,
                volgorde=plaats,
            )
            Competentie.objects.bulk_create(
                Competentie(
                    domein=domein, naam=naam, code=slugify(naam), voorbeeld=voorbeeld, clientzin=zin, volgorde=n
                )
                for n, (naam, voorbeeld, zin) in enumerate(rijen)
            )
    return len(nieuw)
