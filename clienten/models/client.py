"""The person, and which persons exist for whom."""

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Prefetch, Q

from clienten.enums import Antwoord, Geslacht, Sluitreden, Statuut, Taalniveau
from clienten.models.toewijzing import Toewijzing, gedeelde_clienten
from clienten.models.woordbegin import Woordbegin  # noqa: F401 - the lookup of the search column
from clienten.namen import gezochte_woorden, naamsleutel, vouw, zoekwoorden
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.plaats import naar
from ocmw.ui.versie import Versie

M = TypeVar("M", bound=models.Model, covariant=True)
MEESTE_RIJEN = 2**31 - 1  # more than there are people: a slice that leaves nobody out


def op_naam(tekst: str, pad: str = "") -> Q:
    """Every typed word begins a word of the name: first name, any part of the family name, with or without prefix.

    For searching only; a name alone is nobody's identity. `pad` leads to the client. Empty when nothing typed can be in a name.
    """
    vraag = Q()
    for keuzes in gezochte_woorden(tekst):
        een = Q()
        for woord in dict.fromkeys(keuzes):
            een |= Q(zoekwoorden__woordbegin=woord)
        vraag &= een
    if not (vraag and pad):
        return vraag
    # One look through the names before anything else. The slice keeps it apart: the database would rather walk the list in
    # the order of the alphabet until it has a page, and whoever is sought stands at K with everybody of the same name.
    wie = Client.objects.filter(vraag).order_by().values("pk")[:MEESTE_RIJEN]
    return Q(**{f"{pad}in": wie})


def zicht(medewerker: Medewerker, pad: str = "", ocmw_pad: str = "") -> Q:
    """Rows of the own OCMW, plus the clients assigned across a recorded Samenwerking. `pad` leads to the client; `ocmw_pad`
    to its OCMW, for rows that carry it themselves."""
    if not medewerker.mag(Recht.DOSSIER_LEZEN):
        return Q(pk__in=[])
    eigen = Q(**{ocmw_pad or f"{pad}ocmw": medewerker.ocmw_id})
    gedeeld = gedeelde_clienten(medewerker)
    if not gedeeld:
        return eigen
    return eigen | Q(**{f"{pad.removesuffix('__') or 'pk'}__in": gedeeld})


def zichtvorm(medewerker: Medewerker) -> tuple[Any, ...]:
    """All that `zicht` and a `zichtbaar_voor` look at: who have this in common are given the same rows."""
    return medewerker.ocmw_id, medewerker.rechten, tuple(gedeelde_clienten(medewerker))


def dossiernummer(pk: int) -> str:
    return f"D{pk:06d}"


def initialen(naam: str) -> str:
    """A.V.D.B. for An Van den Bossche: enough for who knows the caseload, nothing for who does not."""
    return "".join(f"{deel[0].upper()}." for deel in naam.split())


class DossierQuerySet(ScopedQuerySet[M]):
    """For every model with a `client`: what you see follows from which clients you see."""

    client_pad = "client__"
    ocmw_pad = ""  # the column of a row that carries the OCMW itself: the scope can be the head of its indexes

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(zicht(medewerker, self.client_pad, self.ocmw_pad))

    def van_client(self, client: "Client") -> Self:
        return self.filter(**{self.client_pad.removesuffix("__"): client})


class ClientQuerySet(DossierQuerySet["Client"]):
    client_pad = ""

    def in_caseload_van(self, medewerker: Medewerker) -> Self:
        lopend = Toewijzing.objects.geldig(vandaag()).filter(medewerker=medewerker)
        return self.filter(pk__in=lopend.values("client"))

    def open(self) -> Self:
        return self.filter(gesloten_op=None)

    def met_kop(self) -> Self:
        """With what the header of every dossier page shows, and who follows the file (`team`): no query for either."""
        team = Toewijzing.objects.geldig(vandaag()).select_related("medewerker").order_by("rol", "van")
        return self.select_related("ocmw", "stand__coach", "stand__mw", "stand__ocmw").prefetch_related(
            Prefetch("toewijzingen", queryset=team, to_attr="team")
        )


class Client(Versie):
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="clienten")
    voornaam = models.CharField(max_length=80)
    achternaam = models.CharField("familienaam", max_length=120)
    zoeknaam = models.CharField(max_length=220, editable=False)  # to sort on
    zoekwoorden = models.TextField(editable=False, default="", help_text="What `op_naam` looks in.")
    insz = models.CharField("INSZ (rijksregister- of BIS-nummer)", max_length=11, blank=True, default="")
    geboortedatum = models.DateField("geboortedatum", null=True, blank=True)
    geslacht = models.CharField("geslacht", max_length=1, choices=Geslacht, blank=True, default="")
    taal = models.CharField("moedertaal", max_length=40, blank=True, default="")
    taalniveau = models.CharField("niveau Nederlands", max_length=2, choices=Taalniveau, blank=True, default="")
    tolk_nodig = models.BooleanField("tolk nodig", default=False)
    nationaliteit = models.CharField("nationaliteit", max_length=60, blank=True, default="")
    statuut = models.CharField("steun", max_length=12, choices=Statuut, blank=True, default="")
    verblijfsstatuut = models.CharField("verblijfsstatuut", max_length=60, blank=True, default="")
    mag_werken = models.CharField("mag werken", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)
    vdab_nummer = models.CharField("VDAB-nummer", max_length=20, blank=True, default="")
    opmerking = models.TextField("opmerking", blank=True, default="")
    gesloten_op = models.DateField("gesloten op", null=True, blank=True, editable=False)
    sluitreden = models.CharField(max_length=20, choices=Sluitreden, blank=True, default="", editable=False)
    slotnota = models.TextField("hoe loopt het af?", blank=True, default="", editable=False)

    objects = ClientQuerySet.as_manager()

    class Meta:
        ordering = ["zoeknaam", "pk"]
        verbose_name = "cliënt"
        verbose_name_plural = "cliënten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ocmw", "insz"],
                condition=~Q(insz=""),
                name="client_insz_uniek",
                violation_error_message="Er is al een dossier met dit INSZ. Zoek de cliënt op en open dat dossier.",
            ),
            models.CheckConstraint(
                name="client_insz_elf_cijfers",
                condition=Q(insz="") | Q(insz__regex=r"^[0-9]{11}$"),
                violation_error_message="Een INSZ telt 11 cijfers.",
            ),
            models.CheckConstraint(
                name="client_heeft_naam",
                condition=~Q(achternaam="") & ~Q(voornaam=""),
                violation_error_message="Een cliënt heeft een voornaam en een familienaam.",
            ),
            models.CheckConstraint(
                name="client_sluiting_volledig",
                condition=Q(gesloten_op=None, sluitreden="") | (Q(gesloten_op__isnull=False) & ~Q(sluitreden="")),
                violation_error_message="Een gesloten dossier heeft een datum én een reden.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["ocmw", "zoeknaam"], name="client_zoeknaam"),
            models.Index(fields=["geboortedatum"], name="client_geboortedatum"),
            models.Index(fields=["insz"], name="client_insz", condition=~Q(insz="")),
        ]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.vul_zoeknaam()
        super().save(*args, **kwargs)

    def vul_zoeknaam(self) -> None:
        """What is derived from the name; for who writes rows without `save`."""
        heel = f"{self.achternaam} {self.voornaam}"
        self.zoeknaam, self.zoekwoorden = vouw(heel)[:220], zoekwoorden(heel)

    def get_absolute_url(self) -> str:
        return naar("dossier", self.pk)

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}"

    @property
    def naamsleutel(self) -> str:
        return naamsleutel(self.naam)

    @property
    def dossiernummer(self) -> str:
        return dossiernummer(self.pk)

    def weigering_als_gesloten(self) -> str:
        """Why nothing in this dossier can change now; empty while it is open. The one place of this sentence."""
        return "Dit dossier is gesloten. Heropen het eerst." if self.gesloten_op else ""

    def is_toegewezen_aan(self, medewerker: Medewerker) -> bool:
        team: list[Toewijzing] | None = getattr(self, "team", None)
        if team is not None:
            return any(toewijzing.medewerker_id == medewerker.pk for toewijzing in team)
        return Toewijzing.objects.geldig(vandaag()).filter(client=self, medewerker=medewerker).exists()


class InszHistoriek(models.Model):
    """Earlier numbers: a BIS number may become an RRN; search must still find the old one (I8)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="oude_nummers")
    insz = models.CharField(max_length=11, db_index=True)
    vervangen_op = models.DateField()

    objects = DossierQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["client", "insz"], name="oud_insz_uniek")]

    def __str__(self) -> str:
        return self.insz


class Contactgegevens(Versie):
    """How to reach the person; shown after a click, apart from the identity."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="contact")
    straat = models.CharField("straat en nummer", max_length=160, blank=True, default="")
    postcode = models.CharField("postcode", max_length=10, blank=True, default="")
    gemeente = models.CharField("gemeente", max_length=80, blank=True, default="")
    gsm = models.CharField("gsm", max_length=20, blank=True, default="")
    telefoon = models.CharField("telefoon", max_length=20, blank=True, default="")
    email = models.EmailField("e-mail", blank=True, default="")
    noodcontact = models.CharField("wie bellen in nood", max_length=160, blank=True, default="")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "contactgegevens"
        verbose_name_plural = "contactgegevens"
        indexes: ClassVar = [models.Index(fields=["gsm"], name="contact_gsm")]

    def __str__(self) -> str:
        return f"{self.straat}, {self.postcode} {self.gemeente}"
