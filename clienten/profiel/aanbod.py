"""What this room offers: diplomas and languages as lists on the page Gegevens."""

from clienten.profiel.forms import DiplomaForm, TaalkennisForm
from clienten.profiel.models import Diploma, Taalkennis
from clienten.rijlijsten import RIJLIJSTEN, Rijlijst

RIJLIJSTEN.bied(
    "diplomas", Rijlijst(Diploma, DiplomaForm, "Diploma toevoegen", "Diploma wijzigen", "profiel/_diplomas.html")
)
RIJLIJSTEN.bied("talen", Rijlijst(Taalkennis, TaalkennisForm, "Taal toevoegen", "Taal wijzigen", "profiel/_talen.html"))
