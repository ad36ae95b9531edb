from django.db import models

from ocmw.ui.werkboek import MIME as XLSX_MIME


class Rapportsoort(models.TextChoices):
    DOSSIER = "dossier", "Dossierverslag"
    CASELOAD = "caseload", "Caseloadrapport"
    ATTESTEN = "attesten", "Attesten van een groep"


class Formaat(models.TextChoices):
    PDF = "pdf", "Pdf (om af te drukken of te bewaren)"
    XLSX = "xlsx", "Rekenblad (Excel)"


class Deel(models.TextChoices):
    """The parts of a dossier report, in the order of the path. `AFGESCHERMD` adds rows to the other parts."""

    IDENTITEIT = "identiteit", "Identiteit en contact"
    RANDVOORWAARDEN = "randvoorwaarden", "Leefsituatie en randvoorwaarden"
    DOORVERWIJZING = "doorverwijzing", "Doorverwijzing"
    INTAKE = "intake", "Intake"
    TRAJECT = "traject", "Traject en fasen"
    RANDPROBLEMEN = "randproblemen", "Randproblemen"
    GESPREKKEN = "gesprekken", "Gesprekken"
    DOELEN = "doelen", "Doelen en acties"
    WERK = "werk", "Werk en nazorg"
    OPVOLGING = "opvolging", "Rechten, onderbrekingen en evaluaties"
    TERMIJNEN = "termijnen", "Termijnen"
    DOCUMENTEN = "documenten", "Documentenlijst"


MIME = {
    Formaat.PDF: "application/pdf",
    Formaat.XLSX: XLSX_MIME,
}
