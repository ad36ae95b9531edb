from ocmw.werkruimte.invoer.views.kiezen import (
    invoer_indeling,
    invoer_list,
    invoer_nieuw,
    invoer_verwijderen,
    invoer_woorden,
)
from ocmw.werkruimte.invoer.views.nakijken import (
    invoer_afgewezen,
    invoer_detail,
    invoer_starten,
    invoer_voorbeeld,
    rij_corrigeren,
)
from ocmw.werkruimte.invoer.views.werkplekken import werkplekken_uitvoer

__all__ = [
    "invoer_afgewezen",
    "invoer_detail",
    "invoer_indeling",
    "invoer_list",
    "invoer_nieuw",
    "invoer_starten",
    "invoer_verwijderen",
    "invoer_voorbeeld",
    "invoer_woorden",
    "rij_corrigeren",
    "werkplekken_uitvoer",
]
