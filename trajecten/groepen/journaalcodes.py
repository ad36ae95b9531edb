"""What this room writes about programmes, series and sessions."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

PROGRAMMA_GEWIJZIGD = Journaalcode("programma_gewijzigd", "werkte een programma bij")
REEKS_GEWIJZIGD = Journaalcode("reeks_gewijzigd", "werkte een reeks bij")
SESSIE_GEWIJZIGD = Journaalcode("sessie_gewijzigd", "werkte een sessie bij")
SESSIE_AFGELAST = Journaalcode("sessie_afgelast", "zei dat een sessie niet doorgaat")
GROEP_INGESCHREVEN = Journaalcode("groep_ingeschreven", "schreef in voor een groep")
GROEP_PLAATS_AANGEBODEN = Journaalcode("groep_plaats_aangeboden", "bood een vrijgekomen plaats in een groep aan")
GROEP_PLAATS_AANGENOMEN = Journaalcode("groep_plaats_aangenomen", "nam een plaats in een groep aan")
GROEP_GESTOPT = Journaalcode("groep_gestopt", "stopte een deelname aan een groep")
GROEP_AANWEZIGHEID = Journaalcode("groep_aanwezigheid", "noteerde wie er was in een groep")
GROEP_ATTEST = Journaalcode("groep_attest", "gaf een attest van deelname aan een groep")
GROEP_UITKOMST = Journaalcode("groep_uitkomst", "zei wat van een deelnemer aan een groep werd")
GROEP_VERWITTIGD = Journaalcode("groep_verwittigd", "verwittigde over een gewijzigde sessie van een groep")
AANWEZIGHEIDSLIJST = Journaalcode("aanwezigheidslijst", "drukte de lijst van een sessie af", Journaalsoort.UITVOER)
