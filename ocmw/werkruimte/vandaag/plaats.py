"""Where people find the page of the day."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(Menupagina("vandaag", 10, "Vandaag", "vandaag:vandaag", hoofd=True))
leid_naar(vandaag="vandaag:vandaag", nieuws="vandaag:nieuws_list")
