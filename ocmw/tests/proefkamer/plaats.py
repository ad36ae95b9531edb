from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(Menupagina("werkplekken", 990, "Proeven", "proefkamer:proef_list", "dossier_lezen"))
leid_naar(proef="proefkamer:proef_detail")
