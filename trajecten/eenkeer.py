"""Which questions of this room the Profiel already answers: the field of the Profiel, by the field or the code of the question."""

from collections.abc import Iterable

from clienten.profiel.herkomst import herkomst_van
from clienten.profiel.models import Profiel
from trajecten.models import Fasebeantwoording, Traject

_VDAB = {"vdab_ingeschreven": "vdab", "vdab_sinds": "vdab_sinds", "vdab_hulp_nodig": "vdab_hulp"}
BUNDEL_IN_PROFIEL = {
    "opleiding": "opleiding",
    "werkervaring": "werkervaring",
    "talen": "talen",
    "wensen": "wensen",
    **_VDAB,
}
INTAKE_IN_PROFIEL = {
    "opleiding": "opleiding",
    "werkervaring": "werkervaring",
    "interesse": "wensen",
    "sterktes": "sterktes",
    **_VDAB,
}
# By the code of a question of phase 2: the field of the answer that says it, and that of the Profiel.
FASE_IN_PROFIEL = {
    "wil": ("toelichting", "wensen"),
    "kan": ("toelichting", "sterktes"),
    "realistisch": ("antwoord", "realistisch"),
    "diplomas": ("toelichting", "opleiding"),
    "computer": ("toelichting", "computer"),
    "rijbewijs": ("antwoord", "rijbewijs"),
    "vdab": ("antwoord", "vdab"),
}


def met_profiel(traject: Traject, rijen: Iterable[Fasebeantwoording]) -> dict[str, Fasebeantwoording]:
    """The answers by code, with what the Profiel says laid over those it knows: asked elsewhere, answered here. `van_wie` on
    such an answer says who said it. Not stored; two queries. A traject that is closed keeps what was said in it."""
    antwoorden = {rij.vraag: rij for rij in rijen}
    if traject.afgesloten_op:
        return antwoorden
    profiel = Profiel.objects.filter(client=traject.client_id).first()
    herkomst = herkomst_van(traject.client, {feit for _, feit in FASE_IN_PROFIEL.values()})
    for code, (veld, feit) in FASE_IN_PROFIEL.items():
        waarde = getattr(profiel, feit, "")
        if feit not in herkomst or not waarde:
            continue
        rij = antwoorden.setdefault(
            code, Fasebeantwoording(traject=traject, client=traject.client, vraag=code, versie=0)
        )
        setattr(rij, veld, waarde)
        laatste = herkomst[feit].laatste
        rij.beantwoord_op = laatste.op
        rij.van_wie = herkomst[feit].zin
    return antwoorden
