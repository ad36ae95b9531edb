"""Write what one voice says. Two colleagues on the same voice meet each other's version; two voices do not."""

from collections.abc import Mapping
from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.actions.evaluatie import met_slot
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.journaalcodes import EVALUATIE_GEWIJZIGD
from tewerkstelling.evaluaties.models import Competentie, Domein, Evaluatie, Opmerking, Score, Stem

NIET_TE_ZEGGEN = 0
# Per competence (pk): the level, NIET_TE_ZEGGEN, or None for no answer. Per domain (pk): the words, empty for none.
Scores = Mapping[int, int | None]
Opmerkingen = Mapping[int, str]


@actie
def bewaar_stem(stem: Stem, scores: Scores, opmerkingen: Opmerkingen, *, door: Medewerker, op: date) -> Stem:
    """Write only what is in the mappings; raises IntussenGewijzigd when somebody saved this voice meanwhile."""
    evaluatie = met_slot(stem.evaluatie)
    bestaand = Stem.objects.filter(evaluatie=evaluatie, wie=stem.wie).first()
    weiger_als(bestaand.weigering_voor_wijzigen() if bestaand else evaluatie.weigering_voor_wijzigen())
    if not evaluatie.is_volledig:
        raise Geweigerd("Een mondelinge evaluatie heeft geen scores.")
    if stem.pk is None and bestaand:
        raise IntussenGewijzigd(bestaand)
    if stem.pk is None:
        stem.client, stem.gewijzigd_door = evaluatie.client, door
        stem.save(force_insert=True)
    else:
        stem.bewaar(door=door, velden=["naam", "sterk", "leren"])
    schrijf_antwoorden(stem, evaluatie, scores, opmerkingen)
    noteer(EVALUATIE_GEWIJZIGD, evaluatie, door=door, client=evaluatie.client, stem=str(stem.wie))
    if stem.wie == Stemsoort.MENTOR:
        raakt(stem)
    return stem


def schrijf_antwoorden(stem: Stem, evaluatie: Evaluatie, scores: Scores, opmerkingen: Opmerkingen) -> None:
    """Refuses what the list of this evaluation does not know; a cleared answer is deleted."""
    competenties = set(Competentie.objects.filter(domein__lijst=evaluatie.lijst_id).values_list("pk", flat=True))
    domeinen = set(Domein.objects.filter(lijst=evaluatie.lijst_id).values_list("pk", flat=True))
    hoogste = len(evaluatie.lijst.schaal.labels)
    if not set(scores) <= competenties or not set(opmerkingen) <= domeinen:
        raise Geweigerd("Dit hoort niet bij de competentielijst van deze evaluatie.")
    if any(waarde is not None and not NIET_TE_ZEGGEN <= waarde <= hoogste for waarde in scores.values()):
        raise Geweigerd(f"Kies een niveau van 1 tot {hoogste}.")
    Score.objects.filter(stem=stem, competentie__in=scores).delete()
    Score.objects.bulk_create(
        Score(stem=stem, competentie_id=pk, waarde=waarde or None)
        for pk, waarde in scores.items()
        if waarde is not None
    )
    Opmerking.objects.filter(stem=stem, domein__in=opmerkingen).delete()
    Opmerking.objects.bulk_create(
        Opmerking(stem=stem, domein_id=pk, tekst=tekst.strip()) for pk, tekst in opmerkingen.items() if tekst.strip()
    )
