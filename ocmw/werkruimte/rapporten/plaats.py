"""Where people find reports, and the papers that rooms below offer a button for."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(
    Menupagina("sturing", 10, "Overzicht", "rapporten:sturing", "rapport_caseload", ("/rapporten/",), hoofd=True),
    Menupagina("sturing", 15, "Caseloadrapport", "rapporten:caseload_kiezen", "rapport_caseload"),
    Menupagina("sturing", 40, "Mijn rapporten", "rapporten:rapport_list", "rapport_caseload"),
    Menupagina("werkplekken", 40, "Raadslijst", "rapporten:raadslijst", "tewerkstelling_beheren"),
)
leid_naar(
    attesten_vragen="rapporten:attesten_vragen",
    attest_pdf="rapporten:attest_pdf",
    dossierverslag="rapporten:dossierverslag",
    evaluatie_pdf="rapporten:evaluatie_pdf",
    evaluatieverloop="rapporten:evaluatieverloop",
    radar_uitvoer="rapporten:radar_uitvoer",
    langer_uitvoer="rapporten:langer_uitvoer",
    stuk_rechten="rapporten:stuk_rechten",
    cv_pdf="rapporten:cv_pdf",
    terbeschikkingstelling="rapporten:terbeschikkingstelling",
    arbeidsbijlage="rapporten:arbeidsbijlage",
    wat_krijg_ik="rapporten:wat_krijg_ik",
)
