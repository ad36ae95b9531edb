"""Where the search field of the bar leads."""

from ocmw.ui.plaats import leid_naar

leid_naar(zoeken="zoeken:zoeken")
