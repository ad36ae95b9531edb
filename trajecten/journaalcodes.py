"""What this room writes about the path."""

from ocmw.journaal.journaalcodes import Journaalcode

DOORVERWIJZING_BEWAARD = Journaalcode("doorverwijzing_bewaard", "werkte aan de doorverwijsbundel")
DOORVERWEZEN = Journaalcode("doorverwezen", "verstuurde de doorverwijsbundel")
DOORVERWIJZING_AANVAARD = Journaalcode("doorverwijzing_aanvaard", "aanvaardde de doorverwijzing")
DOORVERWIJZING_AANVULLING = Journaalcode("doorverwijzing_aanvulling", "vroeg een aanvulling bij de doorverwijzing")
DOORVERWIJZING_AFGEWEZEN = Journaalcode("doorverwijzing_afgewezen", "wees de doorverwijzing af")
INTAKE_BEWAARD = Journaalcode("intake_bewaard", "werkte de intake bij")
INTAKE_AFGEROND = Journaalcode("intake_afgerond", "rondde de intake af")
TRAJECT_GESTART = Journaalcode("traject_gestart", "startte het traject")
FASE_GEWIJZIGD = Journaalcode("fase_gewijzigd", "zette het traject in een andere fase")
TRAJECT_AFGESLOTEN = Journaalcode("traject_afgesloten", "sloot het traject af")
FASEVRAAG_BEANTWOORD = Journaalcode("fasevraag_beantwoord", "werkte een vraag van de fase bij")
RANDPROBLEEM_GEWIJZIGD = Journaalcode("randprobleem_gewijzigd", "werkte een randprobleem bij")
GESPREK_GENOTEERD = Journaalcode("gesprek_genoteerd", "noteerde een gesprek")
GESPREK_GEWIJZIGD = Journaalcode("gesprek_gewijzigd", "wijzigde een gesprek")
AFSPRAAK_GEMAAKT = Journaalcode("afspraak_gemaakt", "maakte een afspraak")
AFSPRAAK_GEWIJZIGD = Journaalcode("afspraak_gewijzigd", "wijzigde een afspraak")
DOEL_GEWIJZIGD = Journaalcode("doel_gewijzigd", "werkte een doel bij")
ACTIEPUNT_GEWIJZIGD = Journaalcode("actiepunt_gewijzigd", "werkte een actiepunt bij")
MIDDEL_GEWIJZIGD = Journaalcode("middel_gewijzigd", "werkte een opleiding of ander middel bij")
VDAB_BIJGEWERKT = Journaalcode("vdab_bijgewerkt", "werkte de inschrijving bij VDAB bij")
