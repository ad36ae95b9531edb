"""Where people find the pages of this room."""

from ocmw.ui.plaats import Menupagina, Nieuwknop, toon

toon(
    Menupagina(
        "werkplekken",
        10,
        "Lijst",
        "tewerkstelling:werkplek_list",
        "dossier_lezen",
        ("/werkgevers/", "/werkplekken/"),
        hoofd=True,
    ),
    Menupagina("werkplekken", 20, "Bord", "tewerkstelling:werkplek_bord", "dossier_lezen"),
    Menupagina("werkplekken", 50, "Werkgevers", "tewerkstelling:werkgever_list", "dossier_lezen"),
    Menupagina("werkplekken", 60, "Mentoren", "tewerkstelling:mentor_list", "dossier_lezen"),
    Nieuwknop(30, "Werkgever", "tewerkstelling:werkgever_create", "tewerkstelling_beheren"),
)
