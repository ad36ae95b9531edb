"""Who works here: organisations, their cooperation, and the people with one role each."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone

from ocmw.kalender.klok import nu, vandaag
from ocmw.toegang.rechten import PERSOONLIJK, RECHTEN, Recht, Rol, rechtwoorden


class Ocmw(models.Model):
    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=120)

    class Meta:
        ordering = ["naam"]
        verbose_name = "OCMW"

    def __str__(self) -> str:
        return self.naam


class PeriodeQuerySet(models.QuerySet[Any]):
    """Rows with a half-open period [van, tot)."""

    def geldig(self, op: date) -> Self:
        return self.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)


class Samenwerking(models.Model):
    """A recorded agreement: staff of `begeleidend` may be assigned to clients of `ocmw` in [van, tot)."""

    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="samenwerkingen")
    begeleidend = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="begeleidt")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    overeenkomst = models.CharField("overeenkomst (nummer of datum van het besluit)", max_length=120)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="samenwerking_tussen_twee",
                condition=~Q(ocmw=F("begeleidend")),
                violation_error_message="Een OCMW werkt samen met een ánder OCMW.",
            ),
            models.CheckConstraint(
                name="samenwerking_periode",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De einddatum ligt na de begindatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begeleidend} begeleidt voor {self.ocmw}"

    def weigering_voor_einde(self, tot: date, *, op: date) -> str:
        """Why it cannot end on `tot` (the first day without access); empty when it can."""
        if self.tot and self.tot <= op:
            return "Deze samenwerking is al beëindigd."
        if tot < op:
            return "Kies vandaag of een latere dag: wat al bekeken is, kan je niet terugdraaien."
        if tot <= self.van:
            return "De einddatum ligt na de begindatum."
        return ""


class MedewerkerManager(BaseUserManager["Medewerker"]):
    def get_queryset(self) -> models.QuerySet["Medewerker"]:
        """Every page names the OCMW of who is logged in; a join is cheaper than a query."""
        return super().get_queryset().select_related("ocmw")

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "Medewerker":
        medewerker = self.model(email=self.normalize_email(email).lower(), **velden)
        medewerker.set_password(password)
        medewerker.save()
        return medewerker


class Medewerker(AbstractBaseUser):
    """A colleague in one role at one OCMW. Somebody with two capacities has two accounts (betrouwbaarheid.md A2)."""

    email = models.EmailField("e-mailadres", unique=True)
    voornaam = models.CharField(max_length=60)
    achternaam = models.CharField(max_length=80)
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="medewerkers")
    rol = models.CharField(max_length=12, choices=Rol)
    is_active = models.BooleanField("actief", default=True)
    ochtendbericht = models.BooleanField("ontvangt het ochtendbericht per mail", default=True)
    nieuws_gezien_op = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Until when this colleague saw what others did (the bell)."
    )
    sneltoetsen = models.BooleanField(
        "gebruikt sneltoetsen op Vandaag",
        default=True,
        help_text="J en K gaan naar de volgende en de vorige mens, Enter opent, E is klaar, H stelt uit, U maakt ongedaan.",
    )
    installatierecht = models.BooleanField(
        default=False,
        editable=False,
        help_text="May propose and approve rules of the installation; given on the server, never by a role.",
    )
    kiest_wachtwoord = models.BooleanField(
        default=False, editable=False, help_text="The password was given by somebody else: choose an own one first."
    )
    code_tot = models.DateTimeField(
        null=True, editable=False, help_text="Until then the password is a code on paper; afterwards it opens nothing."
    )
    code_van = models.CharField(max_length=150, blank=True, editable=False, help_text="Who made that code, in words.")
    laatste_dag = models.DateField(
        "laatste werkdag",
        null=True,
        blank=True,
        help_text="Leeg: deze collega blijft. De dag erna kan de collega niet meer aanmelden.",
    )
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = MedewerkerManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        ordering = ["achternaam", "voornaam"]
        verbose_name_plural = "medewerkers"

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}"

    @property
    def is_staff(self) -> bool:
        """There is no Django admin for people; allauth asks this attribute."""
        return False

    def mag(self, recht: Recht) -> bool:
        return recht.value in self.rechten

    @property
    def rechten(self) -> frozenset[str]:
        """Of the role, and what was given to this person. In templates: `{% if "exporteren" in medewerker.rechten %}`."""
        # From midnight on, whether the night ran or not (ocmw/werkruimte/beheer/jobs.py).
        if not self.is_active or (self.laatste_dag is not None and self.laatste_dag < vandaag()):
            return frozenset()
        eigen = RECHTEN[Rol(self.rol)]
        return rechtwoorden(eigen | PERSOONLIJK if self.installatierecht else eigen)


@dataclass(frozen=True)
class Limiet:
    """So many of this kind within `venster`, counted from the first; after that the counter starts again."""

    soort: str
    aantal: int
    venster: timedelta


BEKEND = "bekend"


class PogingQuerySet(models.QuerySet["Poging"]):
    def neem(self, grens: Limiet, sleutel: str) -> datetime | None:
        """Count one more, unless the limit is reached: then the moment the counter starts again, and nothing is counted.

        One conditional UPDATE decides, so of any number at the same moment no more pass than the limit says.
        """
        op, rij = nu(), self.filter(soort=grens.soort, sleutel=sleutel)
        voorbij = Q(vervalt_op__lte=op) | Q(aantal=0)
        while not rij.filter(voorbij | Q(aantal__lt=grens.aantal)).update(
            aantal=Case(When(voorbij, then=1), default=F("aantal") + 1),
            vervalt_op=Case(When(voorbij, then=op + grens.venster), default=F("vervalt_op")),
        ):
            if tot := rij.filter(aantal__gte=grens.aantal).values_list("vervalt_op", flat=True).first():
                return tot
            nieuw = Poging(soort=grens.soort, sleutel=sleutel, aantal=0, vervalt_op=op + grens.venster)
            Poging.objects.bulk_create([nieuw], ignore_conflicts=True)
        return None

    def geef_terug(self, grens: Limiet, sleutel: str) -> None:
        # Never below zero, also when the counter began anew between taking and giving back.
        self.filter(soort=grens.soort, sleutel=sleutel, aantal__gt=0).update(aantal=F("aantal") - 1)

    def stand(self, grens: Limiet, sleutel: str) -> int:
        lopend = self.filter(soort=grens.soort, sleutel=sleutel, vervalt_op__gt=nu())
        return lopend.values_list("aantal", flat=True).first() or 0

    def onthoud(self, sleutel: str, *, tot: datetime) -> None:
        """A place where an account logged in: the same kind of row, that lives longer."""
        Poging.objects.bulk_create(
            [Poging(soort=BEKEND, sleutel=sleutel, aantal=0, vervalt_op=tot)],
            update_conflicts=True,
            unique_fields=["soort", "sleutel"],
            update_fields=["vervalt_op"],
        )

    def is_onthouden(self, sleutel: str) -> bool:
        return self.filter(soort=BEKEND, sleutel=sleutel, vervalt_op__gt=nu()).exists()

    def vervallen(self) -> Self:
        return self.filter(vervalt_op__lte=nu())


class Poging(models.Model):
    """How often something failed for a key, until `vervalt_op`. In the database and not in a cache: a restart, a second
    machine or a Redis that is away gives nobody new turns. Keys are hashes; see ocmw.toegang.pogingen."""

    soort = models.CharField(max_length=30)
    sleutel = models.CharField(max_length=64)
    aantal = models.PositiveIntegerField(default=0)
    vervalt_op = models.DateTimeField(db_index=True)

    objects = PogingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "pogingen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["soort", "sleutel"], name="poging_uniek")]

    def __str__(self) -> str:
        return f"{self.soort}: {self.aantal}"
