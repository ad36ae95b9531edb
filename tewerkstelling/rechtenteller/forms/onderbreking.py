"""An interruption as people speak of it: what, the first day, the last day."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.actions import weigering_voor_onderbreking
from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN, Onderbrekingsoort
from tewerkstelling.models import Onderbreking
from tewerkstelling.rechtenteller.forms.dagen import redelijk

EEN_DAG = timedelta(days=1)


NA_HET_CONTRACT = (
    "Ziekte via het ziekenfonds, loopbaanonderbreking en detentie mogen ook na het contract liggen: de periode van de RVA "
    "wordt er langer door."
)


class OnderbrekingForm(VersieForm):
    """`laatste_dag` is what the screen asks; the row keeps `tot`, the day after."""

    laatste_dag = forms.DateField(
        label="Laatste dag", required=False, widget=Datumkiezer, help_text="Deze dag hoort er nog bij."
    )
    zonder_einde = forms.BooleanField(
        label="De laatste dag is nog niet gekend",
        required=False,
        help_text="We tellen dan tot en met vandaag, elke dag opnieuw, en vragen geregeld hoe het gaat.",
    )
    met_contract = forms.BooleanField(
        label="Verleng het contract met deze dagen",
        required=False,
        help_text="Het contract eindigt dan zoveel dagen later. Dat gebeurt samen met het bewaren.",
    )

    class Meta:
        model = Onderbreking
        fields: ClassVar = ["soort", "van", "laatste_dag", "zonder_einde", "met_contract"]
        widgets: ClassVar = {"van": Datumkiezer}
        labels: ClassVar = {"soort": "Wat is er?", "van": "Eerste dag"}

    field_order = ["soort", "van", "laatste_dag", "zonder_einde", "met_contract"]

    def __init__(self, *args: Any, mag_alles: bool, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.op = {"mag_alles": mag_alles, "op": op}, op
        keuzes = [k for k in Onderbrekingsoort.choices if mag_alles or k[0] not in AFGESCHERMDE_ONDERBREKINGEN]
        veld_van(self, "soort", forms.ChoiceField).choices = [("", "Kies wat er is"), *keuzes]
        if not mag_alles:
            self.fields["soort"].help_text = "Ziekte, moederschap en detentie noteert een collega die ze mag lezen."
        if mag_alles and self.instance.contract.tot is not None:
            self.fields["van"].help_text = NA_HET_CONTRACT
        if self.instance.contract.tot is None:
            del self.fields["met_contract"]
        elif self.instance.pk:
            self.fields["met_contract"].label = "Verschuif het einde van het contract mee"
            self.fields["met_contract"].help_text = "Alleen met de dagen die er nu bij komen of af gaan."
        self.initial["laatste_dag"] = self.instance.laatste_dag
        self.initial["zonder_einde"] = bool(self.instance.pk) and self.instance.tot is None
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Onderbreking):
            waarden |= {"laatste_dag": actueel.laatste_dag, "zonder_einde": bool(actueel.pk) and actueel.tot is None}
            waarden |= {"met_contract": False}
        return waarden

    @property
    def met_einde(self) -> bool:
        return bool(self.cleaned_data.get("met_contract"))

    def velden(self) -> list[str]:
        """What `bewaar()` writes: the screen's last day is the row's `tot`."""
        return [*self.gewijzigde_velden(), "tot"]

    def clean_laatste_dag(self) -> date | None:
        dag = self.cleaned_data["laatste_dag"]
        return redelijk(dag, self.op) if dag else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, laatste, open_ = data.get("van"), data.get("laatste_dag"), bool(data.get("zonder_einde"))
        if van is None or "laatste_dag" in self.errors:
            return data
        if zin := _weigering_voor_einde(van, laatste, zonder=open_, verlengt=bool(data.get("met_contract"))):
            self.add_error("laatste_dag", zin)
            return data
        self.instance.tot = laatste + EEN_DAG if laatste else None
        if not data.get("met_contract"):  # else the contract moves too; the action looks again
            proef = Onderbreking(pk=self.instance.pk, soort=data.get("soort", ""), van=van, tot=self.instance.tot)
            if zin := weigering_voor_onderbreking(proef, self.instance.contract):
                self.add_error("van", zin)
        return data


def _weigering_voor_einde(van: date, laatste: date | None, *, zonder: bool, verlengt: bool) -> str:
    if zonder:
        if laatste:
            return "Vul een laatste dag in, of zeg dat ze nog niet gekend is. Niet allebei."
        return "Het contract verleng je als je de laatste dag kent. Zet dat hieronder uit." if verlengt else ""
    if laatste is None:
        return "Vul de laatste dag in, of vink aan dat ze nog niet gekend is."
    return "De laatste dag ligt voor de eerste dag." if laatste < van else ""


class WegForm(VersieForm):
    """Take an interruption away; only the question about the end of the contract is asked."""

    met_contract = forms.BooleanField(
        label="Maak het contract weer zoveel dagen korter",
        required=False,
        help_text="Doe dit als het contract voor deze onderbreking verlengd was.",
    )

    class Meta:
        model = Onderbreking
        fields: ClassVar = ["met_contract"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.contract.tot is None or self.instance.tot is None:
            del self.fields["met_contract"]  # nothing was added, or nobody knows how much
        self.onthoud_begin()

    @property
    def met_einde(self) -> bool:
        return bool(self.cleaned_data.get("met_contract"))
