"""Where people find what a beheerder or coördinator looks after."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(
    Menupagina("sturing", 42, "Over te dragen", "beheer:overdracht", "toewijzen"),
    Menupagina("beheer", 60, "Journaal", "beheer:journaal_list", "journaal_lezen"),
    Menupagina("beheer", 70, "Buiten de caseload", "beheer:reden_list", "journaal_lezen"),
    Menupagina("beheer", 80, "Samenwerkingen", "beheer:samenwerking_list", "samenwerking_beheren"),
    Menupagina("beheer", 10, "Medewerkers", "beheer:medewerker_list", "gebruikers_beheren", hoofd=True),
    Menupagina("beheer", 20, "Regels", "beheer:regel_list", "regels_beheren", hoofd=True),
    Menupagina("beheer", 120, "Wie mag wat", "beheer:rechten", "regels_beheren"),
    Menupagina("beheer", 130, "Werking", "beheer:werking", "werking_volgen"),
)
leid_naar(
    instellingen="beheer:instellingen",
    werking="beheer:werking",
    wie_keek="beheer:dossier_inzage",
    regel="beheer:regel_detail",
    regelconcept="beheer:regelconcept_edit",
)
