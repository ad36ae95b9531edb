"""Where people find what a beheerder or coördinator looks after."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(
    Menupagina("sturing", 60, "Journaal", "beheer:journaal_list", "journaal_lezen"),
    Menupagina("sturing", 70, "Buiten de caseload", "beheer:reden_list", "journaal_lezen"),
    Menupagina("sturing", 80, "Samenwerkingen", "beheer:samenwerking_list", "samenwerking_beheren"),
    Menupagina("sturing", 90, "Medewerkers", "beheer:medewerker_list", "gebruikers_beheren", hoofd=True),
    Menupagina("sturing", 100, "Regels", "beheer:regel_list", "regels_beheren", hoofd=True),
    Menupagina("sturing", 120, "Wie mag wat", "beheer:rechten", "regels_beheren"),
    Menupagina("sturing", 130, "Werking", "beheer:werking", "werking_volgen"),
)
leid_naar(
    instellingen="beheer:instellingen",
    werking="beheer:werking",
    wie_keek="beheer:dossier_inzage",
    regel="beheer:regel_detail",
    regelconcept="beheer:regelconcept_edit",
)
