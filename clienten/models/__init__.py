from clienten.models.client import Client, ClientQuerySet, Contactgegevens, DossierQuerySet, InszHistoriek, zicht
from clienten.models.document import Document
from clienten.models.leefsituatie import Gezinslid, Randvoorwaarde
from clienten.models.sluiting import Sluiting
from clienten.models.stand import Stand, StandQuerySet
from clienten.models.toewijzing import Toewijzing, ToewijzingQuerySet, wie_kan_volgen

__all__ = [
    "Client",
    "ClientQuerySet",
    "Contactgegevens",
    "Document",
    "DossierQuerySet",
    "Gezinslid",
    "InszHistoriek",
    "Randvoorwaarde",
    "Sluiting",
    "Stand",
    "StandQuerySet",
    "Toewijzing",
    "ToewijzingQuerySet",
    "wie_kan_volgen",
    "zicht",
]
