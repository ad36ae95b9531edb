"""The fields a caseload or a list of talks can hold, and the headings teams write above them.

Synonyms are written the way `norm` leaves them: lower case, no accents, punctuation as one space.
"""

from dataclasses import dataclass
from enum import StrEnum

from clienten.namen import vouw


class Bladsoort(StrEnum):
    CASELOAD = "caseload"
    GESPREKKEN = "gesprekken"
    WERKPLEKKEN = "werkplekken"
    ANDERS = "anders"


# Comparable form of a heading or a coded value, in any script. Not for names of people: those have a key of their own.
norm = vouw


@dataclass(frozen=True, slots=True)
class Veld:
    code: str
    label: str
    synoniemen: tuple[str, ...]
    hulp: str = ""


def _veld(code: str, label: str, synoniemen: str, hulp: str = "") -> Veld:
    return Veld(code, label, (norm(label), *(norm(deel) for deel in synoniemen.split("|"))), hulp)


_PERSOON = (
    _veld(
        "insz",
        "INSZ (rijksregisternummer)",
        "insz|inss|niss|rijksregisternr|rijksregisternummer|rijksregister|rijksregister nr|rr|rrn|rr nr|rr nummer|rrnr|rn|"
        "nationaal nummer|nat nr|nationaal nr|bis nummer|nat nummer|rr bis|rrn bis|insz nummer|insz nr|insz rr|rijksreg nr|nn",
    ),
    _veld("familienaam", "Familienaam", "naam|familienaam|achternaam|fam naam|nom|last name|naam client|client naam"),
    _veld("voornaam", "Voornaam", "voornaam|voornamen|roepnaam|prenom|first name|voornaam client"),
    _veld(
        "naam",
        "Naam en voornaam in één kolom",
        "naam en voornaam|naam voornaam|voornaam naam|voornaam en naam|volledige naam|client|naam client|clientnaam|"
        "deelnemer|persoon|naam deelnemer|kandidaat|werkzoekende|naam familienaam en voornaam|betrokkene",
    ),
    _veld(
        "geboortedatum",
        "Geboortedatum",
        "geboortedatum|geb datum|geboren|geboren op|geb|geboorte|datum geboorte|gebdat|geb dat|date of birth|dob|"
        "date de naissance",
    ),
)
CASELOADVELDEN = (
    *_PERSOON,
    _veld("geslacht", "Geslacht", "geslacht|m v x|m v|mv|mvx|man vrouw|gender|sekse|m f|v m|aanspreking"),
    _veld(
        "adres", "Straat en nummer", "adres|straat|straat en nummer|straat nr|straat en nr|straatnaam|woonplaats adres"
    ),
    _veld("huisnummer", "Huisnummer", "huisnummer|huisnr|huis nr|nr|nummer"),
    _veld("bus", "Bus", "bus|busnummer|bus nr"),
    _veld("postcode", "Postcode", "postcode|pc|postnummer|post code|zip|postnr"),
    _veld("gemeente", "Gemeente", "gemeente|woonplaats|stad|plaats|deelgemeente|woongemeente|stad gemeente"),
    _veld(
        "postcode_gemeente", "Postcode en gemeente in één kolom", "postcode gemeente|postcode en gemeente|pc gemeente"
    ),
    _veld(
        "gsm",
        "Gsm of telefoon",
        "gsm|gsm nr|gsm nummer|mobiel|gsm telefoon|tel gsm|gsm tel|telefoon gsm|mobiele telefoon",
    ),
    _veld(
        "telefoon",
        "Tweede telefoonnummer",
        "telefoon|tel|telefoonnummer|tel nr|telefoon nr|vaste lijn|telnr|tel nummer",
    ),
    _veld("email", "E-mail", "e mail|email|mail|mailadres|e mailadres|emailadres|e mail adres"),
    _veld("moedertaal", "Moedertaal", "moedertaal|taal|thuistaal|talen|voertaal|spreekt|contacttaal|taal client"),
    _veld(
        "niveau_nl",
        "Niveau Nederlands",
        "niveau nl|niveau nederlands|nederlands|nl|nl niveau|taalniveau|taalniveau nl|kennis nederlands|kennis nl|erk|nt2|"
        "nt2 niveau|niveau",
    ),
    _veld("nationaliteit", "Nationaliteit", "nationaliteit|nat|land|herkomst|land van herkomst"),
    _veld(
        "statuut",
        "Statuut (leefloon)",
        "statuut|steun|leefloon|type steun|ll ell|soort steun|inkomen|statuut client|uitkering",
    ),
    _veld(
        "verblijfsstatuut",
        "Verblijfsstatuut",
        "verblijfsstatuut|verblijf|verblijfsstatus|verblijfstitel|verblijfsdocument|statuut verblijf|kaart|verblijfskaart",
    ),
    _veld(
        "mag_werken",
        "Mag werken",
        "mag werken|arbeidskaart|toegang arbeidsmarkt|mag werken j n|mag werken ja nee|werkrecht",
    ),
    _veld(
        "vdab_nummer",
        "VDAB-nummer",
        "vdab nr|vdab nummer|vdab|vdab klantnummer|klantnummer vdab|mlp nummer|vdab dossier",
    ),
    _veld(
        "maatschappelijk_werker",
        "Maatschappelijk werker",
        "maatschappelijk werker|mw|maatsch werker|maatschappelijk assistent|ma|dossierbeheerder|sociaal werker|"
        "verwijzer|doorverwijzer|mw ocmw|naam mw|dossierhouder|maatschappelijk werkster",
    ),
    _veld(
        "trajectbegeleider",
        "Arbeidstrajectbegeleider",
        "trajectbegeleider|arbeidstrajectbegeleider|atb|atb er|coach|jobcoach|begeleider|tb|trajectcoach|"
        "tewerkstellingsbegeleider|arbeidsbegeleider|consulent|werkcoach|bemiddelaar",
    ),
    _veld(
        "fase",
        "Fase",
        "fase|stap|status|stand|fase traject|trajectfase|huidige fase|stand van zaken|fase begeleiding|module",
    ),
    _veld(
        "start_traject",
        "Start traject",
        "start traject|start begeleiding|begin traject|startdatum|startdatum traject|datum start|start|aanmelding|"
        "aanmeldingsdatum|in begeleiding sinds|datum aanmelding|begindatum|opgestart op|instroom|start atb|datum instroom",
    ),
    _veld(
        "start_twe",
        "Start TWE (werkervaringsovereenkomst)",
        "start twe|twe start|begin twe|startdatum twe|weo|datum weo|werkervaringsovereenkomst|start weo|twe",
    ),
    _veld(
        "start_art60",
        "Start art.60",
        "start art 60|start art60|begin art 60|begin art60|startdatum art 60|startdatum art60|art 60 start|art60 start|"
        "art 60 van|art60 van|begin contract|start contract|start tewerkstelling|begin tewerkstelling|in dienst|"
        "datum in dienst|indiensttreding|startdatum contract|art 60 7 start|art 60 begin|begindatum contract|contract start|contract begin|contract van",
    ),
    _veld(
        "einde_art60",
        "Einde art.60",
        "einde art 60|einde art60|eind art 60|einddatum art 60|einddatum art60|art 60 einde|art60 einde|art 60 tot|"
        "art60 tot|einde contract|einddatum contract|einde tewerkstelling|uit dienst|datum uit dienst|stop art 60|"
        "art 60 7 einde|art 60 stop|einddatum|contract tot|contract einde|contract stop",
    ),
    _veld(
        "werkplek",
        "Werkplek",
        "werkplek|werkplaats|werkvloer|plaats tewerkstelling|tewerkstellingsplaats|gebruiker|dienst|"
        "werkpost|tewerkgesteld bij|tewerkstelling|werkt bij|locatie werk|plaats van tewerkstelling",
    ),
    _veld(
        "werkgever",
        "Werkgever",
        "werkgever|firma|bedrijf|organisatie|inlener|terbeschikkingstelling bij|naam werkgever",
    ),
    _veld(
        "uren_per_week",
        "Uren per week",
        "uren week|uren per week|uren|u week|uren w|arbeidsduur|uurregime|tewerkstellingsbreuk|aantal uren|contracturen|regime|"
        "werkregime|aantal uren per week",
    ),
    _veld(
        "laatste_contact",
        "Laatste contact",
        "laatste contact|laatst gezien|laatste gesprek|datum laatste contact|contact",
    ),
    _veld(
        "opmerkingen",
        "Opmerkingen",
        "opmerkingen|opmerking|nota|notities|commentaar|bemerkingen|info|extra info|varia|toelichting|nota s|memo|opm",
    ),
)
GESPREKVELDEN = (
    *_PERSOON,
    _veld(
        "datum", "Datum van het gesprek", "datum|datum gesprek|wanneer|dag|gespreksdatum|datum contact|op|contactdatum"
    ),
    _veld(
        "kanaal",
        "Soort contact",
        "soort|kanaal|type|soort contact|contactvorm|wijze|soort gesprek|hoe|type contact|vorm|medium|contact",
    ),
    _veld(
        "duur",
        "Duur",
        "duur|duur min|duur minuten|minuten|tijd|tijdsduur|duur in minuten|min|duur uren|duur uur|aantal minuten",
    ),
    _veld("aanwezig", "Aanwezig", "aanwezig|aanwezigheid|opgedaagd|gekomen|status|present|aan afwezig|verschenen"),
    _veld(
        "verslag",
        "Verslag",
        "verslag|nota|notitie|inhoud|tekst|omschrijving|opmerkingen|opmerking|besproken|samenvatting|gespreksverslag|wat|"
        "verslag gesprek|bespreking",
    ),
    _veld(
        "door",
        "Door (medewerker)",
        "door|medewerker|begeleider|wie|auteur|consulent|coach|trajectbegeleider|verslaggever|atb|gesprek met|mw|uitgevoerd door",
    ),
)
PLEKVELDEN = (
    _veld("werkgever", "Werkgever", "gebruiker|bedrijf|organisatie|naam werkgever|firma|dienst|partner|onderneming"),
    _veld(
        "kbo",
        "Ondernemingsnummer (KBO)",
        "kbo|kbo nr|kbo nummer|ondernemingsnummer|ondernemingsnr|btw|btw nummer|btw nr|onr",
    ),
    _veld(
        "soort",
        "Soort gebruiker",
        "soort|soort werkgever|type|type werkgever|type gebruiker|statuut|rechtsvorm|soort organisatie",
    ),
    _veld("contactpersoon", "Contactpersoon", "contact|contactpersonen|verantwoordelijke|contact werkgever"),
    _veld("telefoon", "Telefoon", "tel|telefoonnummer|tel nr|gsm|telefoon contactpersoon"),
    _veld("email", "E-mail", "mail|email|mailadres|e mailadres|e mail contactpersoon"),
    _veld(
        "werkplek",
        "Werkplek",
        "naam werkplek|plek|plaats|werkpost|werkvloer|tewerkstellingsplaats|functie|job|afdeling",
    ),
    _veld("sector", "Soort werk", "sector|werk|domein|branche"),
    _veld("taken", "Taken", "taak|takenpakket|omschrijving|wat|inhoud|werkzaamheden|functieomschrijving"),
    _veld("straat", "Straat en nummer", "straat|adres|adres werkplek|straat nr|straat en nr"),
    _veld("gemeente", "Gemeente", "stad|woonplaats|locatie|deelgemeente"),
    _veld(
        "vestigingsnummer", "Vestigingsnummer", "vestiging|vestigingseenheid|vestigingsnr|vestigingseenheidsnummer|ven"
    ),
    _veld("reisminuten", "Reistijd vanaf het station (minuten)", "reistijd|reisminuten|minuten|bus|reistijd minuten"),
    _veld("uren", "Uren per week", "uren|uren week|urenregime|uren p w|arbeidsduur|aantal uren"),
    _veld("begint_om", "Begint om", "begin|start|beginuur|startuur|van|start om|beginuur werkdag"),
    _veld("eindigt_om", "Eindigt om", "einde|einduur|tot|einde om|stopuur"),
    _veld("werktijden", "Werktijden", "ploegen|shift|shifts|wanneer|uurrooster|werktijd"),
    _veld("taalniveau", "Nederlands dat nodig is", "nederlands|niveau nl|taal|taalniveau|niveau nederlands|nl"),
    _veld(
        "fysieke_eisen",
        "Wat het werk van het lichaam vraagt",
        "fysieke eisen|fysiek|fysieke belasting|lichamelijk|belasting|eisen",
    ),
    _veld("rijbewijs", "Rijbewijs B nodig", "rijbewijs|rijbewijs b|rijbewijs nodig"),
    _veld("capaciteit", "Aantal plaatsen", "plaatsen|capaciteit|aantal|max|aantal werkplekken|maximum"),
    _veld(
        "mentoren", "Mentoren", "mentor|begeleider|begeleiders|werkbegeleider|werkbegeleiders|mentor op de werkvloer"
    ),
    _veld("beschikbaar", "Beschikbaar", "actief|beschikbaar nu|nog beschikbaar|in gebruik|open"),
)
VELDEN: dict[Bladsoort, dict[str, Veld]] = {
    Bladsoort.CASELOAD: {veld.code: veld for veld in CASELOADVELDEN},
    Bladsoort.GESPREKKEN: {veld.code: veld for veld in GESPREKVELDEN},
    Bladsoort.WERKPLEKKEN: {veld.code: veld for veld in PLEKVELDEN},
    Bladsoort.ANDERS: {},
}
