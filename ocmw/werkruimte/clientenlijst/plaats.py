"""Where people find the list of clients."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(
    Menupagina(
        "clienten",
        10,
        "Cliënten",
        "clientenlijst:client_list",
        "dossier_lezen",
        ("/clienten/", "/gesprekken/", "/trajecten/", "/doorverwijzingen/", "/nazorg/", "/sollicitaties/"),
        hoofd=True,
    )
)
leid_naar(clientenlijst="clientenlijst:client_list")
