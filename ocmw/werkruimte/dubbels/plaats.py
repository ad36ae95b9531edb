"""Where people find double dossiers."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(Menupagina("sturing", 44, "Dubbele dossiers", "dubbels:dubbel_list", "team_volgen"))
leid_naar(verenigen="dubbels:dossier_verenigen")
