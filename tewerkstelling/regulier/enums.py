from django.db import models


class Sollicitatiestatus(models.TextChoices):
    TE_VERSTUREN = "te_versturen", "Nog te versturen"
    VERSTUURD = "verstuurd", "Verstuurd"
    GESPREK = "gesprek", "Gesprek"
    AANGENOMEN = "aangenomen", "Aangenomen"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


S = Sollicitatiestatus
# What may follow what. A second interview is a step of its own; a result that was noted by mistake can be taken back.
OVERGANGEN: dict[S, tuple[S, ...]] = {
    S.TE_VERSTUREN: (S.VERSTUURD, S.GESPREK, S.AANGENOMEN, S.INGETROKKEN),
    S.VERSTUURD: (S.GESPREK, S.AANGENOMEN, S.AFGEWEZEN, S.INGETROKKEN),
    S.GESPREK: (S.GESPREK, S.AANGENOMEN, S.AFGEWEZEN, S.INGETROKKEN),
    S.AANGENOMEN: (S.GESPREK, S.INGETROKKEN),
    S.AFGEWEZEN: (S.GESPREK,),
    S.INGETROKKEN: (S.TE_VERSTUREN, S.VERSTUURD),
}
LOPEND = (S.TE_VERSTUREN, S.VERSTUURD, S.GESPREK)


class Opvolgen(models.TextChoices):
    """Following up in a regular job is optional; the reason is always asked (S3, phase 4)."""

    JA = "ja", "Ja, we volgen op"
    NEE = "nee", "Nee, we volgen niet op"


class Ondersteuningssoort(models.TextChoices):
    """Individual support, as JOBCLUB gives it (S0)."""

    VACATURE = "vacature", "Vacature uitgezocht"
    DOELWIT = "doelwit", "Jobdoelwit besproken"
    BRIEF = "brief", "Sollicitatiebrief"
    GESPREK = "gesprek", "Sollicitatiegesprek voorbereid"


class Cvregelsoort(models.TextChoices):
    ERVARING = "ervaring", "Werkervaring"
    OPLEIDING = "opleiding", "Opleiding of diploma"
    TAAL = "taal", "Taal"


class Cvopmaak(models.TextChoices):
    RUSTIG = "rustig", "Rustig: alles onder elkaar"
    KOLOMMEN = "kolommen", "Twee kolommen: kerngegevens links"
