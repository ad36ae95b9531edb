"""Goals and actions of the traject plan."""

from datetime import date, timedelta
from typing import Any

from django import forms

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import Versie, VersieForm
from trajecten.enums import AFGESCHERMDE_THEMAS, Doelstatus, Doelthema
from trajecten.forms.gesprek import zet_om_naar_wie, zet_wie
from trajecten.models import Actiepunt, Doel


class DoelForm(VersieForm):
    class Meta:
        model = Doel
        fields = ["thema", "omschrijving", "status"]
        widgets = {"status": forms.RadioSelect}
        help_texts = {"omschrijving": "Eén zin die de cliënt zelf ook zo zou zeggen."}

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"medewerker": medewerker}
        mag = medewerker.mag(Recht.AFGESCHERMD_LEZEN)
        keuzes = [(thema.value, thema.label) for thema in Doelthema if mag or thema not in AFGESCHERMDE_THEMAS]
        self.fields["thema"] = forms.ChoiceField(label="Thema", choices=keuzes)
        self.fields["status"] = forms.ChoiceField(
            label="Stand", choices=Doelstatus, widget=forms.RadioSelect, initial=Doelstatus.GEPLAND
        )
        self.onthoud_begin()


class ActiepuntForm(VersieForm):
    wie = forms.ChoiceField(label="Wie doet het?")

    class Meta:
        model = Actiepunt
        fields = ["omschrijving", "doel", "vervalt_op", "begonnen_op"]
        widgets = {
            "omschrijving": forms.TextInput(attrs={"list": "catalogus", "autocomplete": "off"}),
            "vervalt_op": Datumkiezer,
            "begonnen_op": Datumkiezer,
        }

    field_order = ["omschrijving", "wie", "vervalt_op", "doel", "begonnen_op"]

    def __init__(
        self,
        *args: Any,
        medewerker: Medewerker,
        client: Client,
        wie: list[tuple[str, str]],
        vandaag: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"medewerker": medewerker, "client": client, "wie": wie, "vandaag": vandaag}
        self.fields["doel"] = forms.ModelChoiceField(
            client.doelen.zichtbaar_voor(medewerker), label="Bij welk doel?", required=False, empty_label="Geen doel"
        )
        self.fields["wie"] = forms.ChoiceField(label="Wie doet het?", choices=self._met_huidige(wie))
        if self.instance.pk:
            self.initial["wie"] = zet_om_naar_wie(self.instance)
        else:
            self.initial["vervalt_op"] = self.initial.get("vervalt_op") or vandaag + timedelta(days=7)
        self.onthoud_begin()

    def _met_huidige(self, wie: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Who has it now stays a choice, also when that colleague no longer follows the file."""
        huidig = zet_om_naar_wie(self.instance) if self.instance.pk else ""
        if not huidig or huidig in dict(wie) or self.instance.medewerker is None:
            return wie
        return [*wie, (huidig, self.instance.medewerker.naam)]

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        return waarden | {"wie": zet_om_naar_wie(actueel)} if isinstance(actueel, Actiepunt) else waarden

    def gewijzigde_velden(self) -> list[str]:
        velden = super().gewijzigde_velden()
        return [*velden, "eigenaar", "medewerker"] if "wie" in self.gewijzigd() else velden

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("wie"):
            zet_wie(self.instance, data["wie"])
        return data
