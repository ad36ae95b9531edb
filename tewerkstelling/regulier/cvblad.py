"""The cv as a value: what page and PDF show, chosen by the client. One place decides what leaves the file."""

from dataclasses import dataclass
from datetime import date

from clienten.enums import Antwoord
from clienten.models import Client, Contactgegevens
from clienten.nummers import toon_telefoon
from clienten.profiel.enums import Talent
from clienten.profiel.models import profiel_van
from tewerkstelling.regulier.cvwoorden import bezwaren
from tewerkstelling.regulier.enums import Cvregelsoort
from tewerkstelling.regulier.models import Cv, Cvregel


@dataclass(frozen=True)
class Cvblad:
    """Nothing here that must not be on a cv: no national number, no benefit, no health."""

    naam: str
    cv: Cv
    jobdoel: str
    computer: str
    rijbewijs: str
    sterk: tuple[str, ...]
    gegevens: tuple[tuple[str, str], ...]
    ervaring: tuple[Cvregel, ...]
    opleiding: tuple[Cvregel, ...]
    talen: tuple[Cvregel, ...]
    verborgen: tuple[Cvregel, ...]

    @property
    def delen(self) -> list[tuple[str, str, tuple[Cvregel, ...]]]:
        """Code, heading and rows, in the order of the cv."""
        return [
            (Cvregelsoort.ERVARING.value, "Werkervaring", self.ervaring),
            (Cvregelsoort.OPLEIDING.value, "Opleiding", self.opleiding),
            (Cvregelsoort.TAAL.value, "Talen", self.talen),
        ]

    @property
    def hobby(self) -> str:
        return self.cv.hobby if self.cv.toon_hobby else ""

    @property
    def is_leeg(self) -> bool:
        return not (self.cv.profiel or self.ervaring or self.opleiding or self.talen)

    def stukken(self) -> list[tuple[str, str]]:
        """Every text that somebody typed, with where it stands."""
        cv = self.cv
        vast = [
            ("Welk werk zoek je?", self.jobdoel),
            ("Wie ben je?", cv.profiel),
            ("Computer", self.computer),
            ("Rijbewijs", self.rijbewijs),
            ("Hobby's", self.hobby),
        ]
        return vast + [
            (rij.titel, f"{rij.titel}\n{rij.bij}\n{rij.tekst}") for _, _, rijen in self.delen for rij in rijen
        ]

    def weigering(self) -> list[str]:
        """Why no PDF can be made yet: sentences that say what to change. Empty when it can."""
        if self.is_leeg:
            return ["Het cv is nog leeg. Schrijf wie je bent, of neem gegevens over uit het dossier."]
        return bezwaren(self.stukken(), noem_ocmw=self.cv.noem_ocmw)


def cvblad(client: Client) -> Cvblad:
    """Two queries."""
    gelezen = Client.objects.select_related("cv", "contact", "profiel").get(pk=client.pk)
    cv = getattr(gelezen, "cv", None) or Cv(client=client)
    rijen = list(Cvregel.objects.filter(client=client))
    contact = getattr(gelezen, "contact", None)

    def van(soort: str) -> tuple[Cvregel, ...]:
        return tuple(rij for rij in rijen if rij.soort == soort and rij.tonen)

    profiel = profiel_van(gelezen)
    talenten = [Talent(code).label for code in profiel.talenten if code in Talent.values] if cv.toon_sterktes else []
    return Cvblad(
        naam=client.naam,
        cv=cv,
        jobdoel=profiel.jobdoelwit,
        computer=profiel.computer,
        rijbewijs="B" if profiel.rijbewijs == Antwoord.JA else "",
        sterk=tuple(str(label) for label in talenten),
        gegevens=_gegevens(cv, contact, client.geboortedatum),
        ervaring=van(Cvregelsoort.ERVARING),
        opleiding=van(Cvregelsoort.OPLEIDING),
        talen=van(Cvregelsoort.TAAL),
        verborgen=tuple(rij for rij in rijen if not rij.tonen),
    )


def _gegevens(cv: Cv, contact: Contactgegevens | None, geboren: date | None) -> tuple[tuple[str, str], ...]:
    """Only what was chosen to be shown."""
    rijen = []
    if contact and cv.toon_contact:
        rijen += [("Gsm", toon_telefoon(contact.gsm or contact.telefoon)), ("E-mail", contact.email)]
    if contact and cv.toon_adres:
        plaats = f"{contact.postcode} {contact.gemeente}".strip()
        rijen.append(("Adres", ", ".join(deel for deel in (contact.straat, plaats) if deel)))
    if geboren and cv.toon_geboortedatum:
        rijen.append(("Geboren op", f"{geboren:%d/%m/%Y}"))
    return tuple((label, waarde) for label, waarde in rijen if waarde)
