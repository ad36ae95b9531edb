"""What can happen to a person's file, by noun."""

from clienten.actions.client import (
    heropen_client,
    maak_client,
    sluit_client,
    wijs_toe,
    wijzig_client,
    wijzig_contact,
)
from clienten.actions.document import verwijder_document, voeg_document_toe
from clienten.actions.leefsituatie import bewaar_leefsituatie, bewaar_randvoorwaarde, verwijder_leefsituatie

__all__ = [
    "bewaar_leefsituatie",
    "bewaar_randvoorwaarde",
    "heropen_client",
    "maak_client",
    "sluit_client",
    "verwijder_document",
    "verwijder_leefsituatie",
    "voeg_document_toe",
    "wijs_toe",
    "wijzig_client",
    "wijzig_contact",
]
