"""What can stand in the journaal. Each entry knows its sentence; details are filled in from codes, ids and dates."""

from django.db import models


class Soort(models.TextChoices):
    INZAGE = "inzage", "Inzage"
    WIJZIGING = "wijziging", "Wijziging"
    UITVOER = "uitvoer", "Uitvoer of afdruk"
    BEHEER = "beheer", "Beheer"


class Wat(models.TextChoices):
    # reading
    DOSSIER_BEKEKEN = "dossier_bekeken", "bekeek het dossier"
    DOCUMENT_GEOPEND = "document_geopend", "opende een document"
    REDEN_GEGEVEN = "reden_gegeven", "opende het dossier buiten de eigen caseload"
    LIJST_GEEXPORTEERD = "lijst_geexporteerd", "exporteerde een lijst"
    DOSSIER_AFGEDRUKT = "dossier_afgedrukt", "maakte een dossierverslag"
    RAPPORT_GEMAAKT = "rapport_gemaakt", "maakte een rapport"
    STUK_GEMAAKT = "stuk_gemaakt", "maakte een document uit het dossier"
    RAPPORT_GEOPEND = "rapport_geopend", "haalde een rapport op"
    # the person
    CLIENT_AANGEMAAKT = "client_aangemaakt", "maakte het dossier aan"
    CLIENT_GEWIJZIGD = "client_gewijzigd", "wijzigde de gegevens van de cliënt"
    CLIENT_GESLOTEN = "client_gesloten", "sloot het dossier"
    CLIENT_HEROPEND = "client_heropend", "heropende het dossier"
    TOEGEWEZEN = "toegewezen", "wees het dossier toe"
    TOEWIJZING_BEEINDIGD = "toewijzing_beeindigd", "beëindigde een toewijzing"
    DOCUMENT_TOEGEVOEGD = "document_toegevoegd", "voegde een document toe"
    DOCUMENT_VERWIJDERD = "document_verwijderd", "verwijderde een document"
    # the path
    DOORVERWIJZING_BEWAARD = "doorverwijzing_bewaard", "werkte aan de doorverwijsbundel"
    DOORVERWEZEN = "doorverwezen", "verstuurde de doorverwijsbundel"
    DOORVERWIJZING_AANVAARD = "doorverwijzing_aanvaard", "aanvaardde de doorverwijzing"
    DOORVERWIJZING_AANVULLING = "doorverwijzing_aanvulling", "vroeg een aanvulling bij de doorverwijzing"
    DOORVERWIJZING_AFGEWEZEN = "doorverwijzing_afgewezen", "wees de doorverwijzing af"
    INTAKE_BEWAARD = "intake_bewaard", "werkte de intake bij"
    INTAKE_AFGEROND = "intake_afgerond", "rondde de intake af"
    TRAJECT_GESTART = "traject_gestart", "startte het traject"
    FASE_GEWIJZIGD = "fase_gewijzigd", "zette het traject in een andere fase"
    TRAJECT_AFGESLOTEN = "traject_afgesloten", "sloot het traject af"
    FASEVRAAG_BEANTWOORD = "fasevraag_beantwoord", "beantwoordde een vraag van de fase"
    RANDPROBLEEM_GEWIJZIGD = "randprobleem_gewijzigd", "werkte een randprobleem bij"
    GESPREK_GENOTEERD = "gesprek_genoteerd", "noteerde een gesprek"
    GESPREK_GEWIJZIGD = "gesprek_gewijzigd", "wijzigde een gesprek"
    AFSPRAAK_GEMAAKT = "afspraak_gemaakt", "maakte een afspraak"
    AFSPRAAK_GEWIJZIGD = "afspraak_gewijzigd", "wijzigde een afspraak"
    DOEL_GEWIJZIGD = "doel_gewijzigd", "werkte een doel bij"
    ACTIEPUNT_GEWIJZIGD = "actiepunt_gewijzigd", "werkte een actiepunt bij"
    # work and follow-up
    WERKGEVER_GEWIJZIGD = "werkgever_gewijzigd", "werkte een werkgever of werkplek bij"
    TEWERKSTELLING_GESTART = "tewerkstelling_gestart", "registreerde een tewerkstelling"
    TEWERKSTELLING_GEWIJZIGD = "tewerkstelling_gewijzigd", "wijzigde een tewerkstelling"
    TEWERKSTELLING_BEEINDIGD = "tewerkstelling_beeindigd", "beëindigde een tewerkstelling"
    ONDERBREKING_GEWIJZIGD = "onderbreking_gewijzigd", "werkte een onderbreking van het contract bij"
    RVA_GEWIJZIGD = "rva_gewijzigd", "werkte een berekening van de RVA bij"
    SCENARIO_BEWAARD = "scenario_bewaard", "bewaarde een wat-als als voorstel"
    WERKPROFIEL_GEWIJZIGD = "werkprofiel_gewijzigd", "werkte het werkprofiel bij"
    VOORSTEL_GEWIJZIGD = "voorstel_gewijzigd", "werkte een voorstel voor een werkplek bij"
    PLAATSING_GEWIJZIGD = "plaatsing_gewijzigd", "werkte een plaatsing bij"
    PLAATSING_GESTART = "plaatsing_gestart", "startte een plaatsing"
    PLAATSING_TOCH_GESTART = "plaatsing_toch_gestart", "startte een plaatsing die niet volledig klaar was"
    PLAATSING_STOPGEZET = "plaatsing_stopgezet", "zette een plaatsing stop"
    HANDTEKENINGEN_GEWIST = "handtekeningen_gewist", "wijzigde een getekende plaatsing: de handtekeningen vervallen"
    EVALUATIE_GEWIJZIGD = "evaluatie_gewijzigd", "werkte een evaluatie bij"
    EVALUATIE_AFGEROND = "evaluatie_afgerond", "rondde een evaluatie af"
    MENTORLINK_GEMAAKT = "mentorlink_gemaakt", "maakte een link voor de mentor"
    MENTORLINK_INGETROKKEN = "mentorlink_ingetrokken", "trok een link voor de mentor in"
    MENTOR_ANTWOORDDE = "mentor_antwoordde", "kreeg het formulier van de mentor terug"
    WERKBEZOEK_GENOTEERD = "werkbezoek_genoteerd", "noteerde een bezoek aan de werkplek"
    EINDE_GEWIJZIGD = "einde_gewijzigd", "werkte het einde van art.60 bij"
    SOLLICITATIE_GEWIJZIGD = "sollicitatie_gewijzigd", "werkte een vacature of sollicitatie bij"
    CV_GEWIJZIGD = "cv_gewijzigd", "werkte het cv bij"
    WEO_GEREGISTREERD = "weo_geregistreerd", "registreerde de werkervaringsovereenkomst"
    NAZORG_GEWIJZIGD = "nazorg_gewijzigd", "werkte de nazorg bij"
    # promises
    TERMIJN_UITGESTELD = "termijn_uitgesteld", "stelde een termijn uit"
    TERMIJN_VOLDAAN = "termijn_voldaan", "werkte een termijn af"
    TERMIJN_GEMARKEERD = "termijn_gemarkeerd", "kreeg een melding over een termijn"
    # the installation
    INZAGE_NAGEKEKEN = "inzage_nagekeken", "keek een inzage buiten de caseload na"
    DOSSIER_HERSTELD = "dossier_hersteld", "zette afgeleide gegevens recht"
    WERKPLEKKEN_INGEVOERD = "werkplekken_ingevoerd", "voerde werkplekken in"
    COMPETENTIELIJST_GEWIJZIGD = "competentielijst_gewijzigd", "wijzigde een competentielijst"
    CASELOAD_INGEVOERD = "caseload_ingevoerd", "voerde een caseload in"
    SAMENWERKING_GEWIJZIGD = "samenwerking_gewijzigd", "wijzigde een samenwerking"
    MEDEWERKER_GEWIJZIGD = "medewerker_gewijzigd", "wijzigde een medewerker"
    REGEL_GEWIJZIGD = "regel_gewijzigd", "wijzigde een regel"


SOORT_VAN: dict[Wat, Soort] = {
    **dict.fromkeys((Wat.DOSSIER_BEKEKEN, Wat.DOCUMENT_GEOPEND, Wat.REDEN_GEGEVEN), Soort.INZAGE),
    **dict.fromkeys(
        (Wat.LIJST_GEEXPORTEERD, Wat.DOSSIER_AFGEDRUKT, Wat.STUK_GEMAAKT, Wat.RAPPORT_GEMAAKT, Wat.RAPPORT_GEOPEND),
        Soort.UITVOER,
    ),
    **dict.fromkeys(
        (
            Wat.SAMENWERKING_GEWIJZIGD,
            Wat.MEDEWERKER_GEWIJZIGD,
            Wat.REGEL_GEWIJZIGD,
            Wat.COMPETENTIELIJST_GEWIJZIGD,
            Wat.INZAGE_NAGEKEKEN,
        ),
        Soort.BEHEER,
    ),
}


class Inzagereden(models.TextChoices):
    VERVANGING = "vervanging", "Ik vervang een collega"
    OVERLEG = "overleg", "Overleg of teamvergadering"
    OVERDRACHT = "overdracht", "Ik neem dit dossier over"
    VRAAG_CLIENT = "vraag_client", "De cliënt vraagt mij iets"
    CRISIS = "crisis", "Dringende situatie"
    CONTROLE = "controle", "Controle of klacht"
    ANDERE = "andere", "Andere reden"
