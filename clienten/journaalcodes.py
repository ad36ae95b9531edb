"""What this room writes about a person."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

DOCUMENT_GEOPEND = Journaalcode("document_geopend", "opende een document", Journaalsoort.INZAGE)
CLIENT_AANGEMAAKT = Journaalcode("client_aangemaakt", "maakte het dossier aan")
CLIENT_GEWIJZIGD = Journaalcode("client_gewijzigd", "wijzigde de gegevens van de cliënt")
CLIENT_GESLOTEN = Journaalcode("client_gesloten", "sloot het dossier")
CLIENT_HEROPEND = Journaalcode("client_heropend", "heropende het dossier")
TOEGEWEZEN = Journaalcode("toegewezen", "wees het dossier toe")
TOEWIJZING_BEEINDIGD = Journaalcode("toewijzing_beeindigd", "beëindigde een toewijzing")
DOCUMENT_TOEGEVOEGD = Journaalcode("document_toegevoegd", "voegde een document toe")
DOCUMENT_VERWIJDERD = Journaalcode("document_verwijderd", "verwijderde een document")
