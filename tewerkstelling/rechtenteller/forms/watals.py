"""The knobs of wat-als: one form per scenario. Nothing of it is saved unless somebody keeps it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms

from ocmw.kalender.maanden import plus_maanden
from ocmw.ui.datumveld import Datumkiezer
from tewerkstelling.enums import Onderbrekingsoort as Soort
from tewerkstelling.rechtenteller.models import Scenario
from tewerkstelling.rechtenteller.tellen import Gebeurtenis
from tewerkstelling.rechtenteller.watals import Basis, WatAlsWens, kaal

MAX_JAREN = 10
EEN_DAG = timedelta(days=1)
STIL = [Soort.SCHORSING, Soort.VERLOF_ZONDER_WEDDE, Soort.TIJDELIJKE_WERKLOOSHEID, Soort.OPLEIDING]
ZIEK = [Soort.ZIEKTE_ZIEKENFONDS, Soort.ZIEKTE_GEWAARBORGD, Soort.MOEDERSCHAP]


def _keuzes(soorten: list[Soort]) -> list[tuple[str, str]]:
    return [("", "geen"), *((soort.value, soort.label) for soort in soorten)]


class WensForm(forms.Form):
    """One scenario. `basis`: what stands in the dossier; `mag_afgeschermd`: may this colleague play with sickness."""

    start = forms.DateField(label="Eerste werkdag", widget=Datumkiezer)
    laatste_dag = forms.DateField(label="Laatste dag", widget=Datumkiezer, required=False)
    uren = forms.DecimalField(label="Uren per week", max_digits=4, decimal_places=2, localize=True)
    uren_vanaf = forms.DateField(label="Deze uren vanaf", widget=Datumkiezer, required=False)
    stil_soort = forms.ChoiceField(label="Wat", choices=_keuzes(STIL), required=False)
    stil_van = forms.DateField(label="Eerste dag", widget=Datumkiezer, required=False)
    stil_tot = forms.DateField(label="Laatste dag", widget=Datumkiezer, required=False)
    ziek_soort = forms.ChoiceField(label="Wat", choices=_keuzes(ZIEK), required=False)
    ziek_van = forms.DateField(label="Eerste dag", widget=Datumkiezer, required=False)
    ziek_tot = forms.DateField(label="Laatste dag", widget=Datumkiezer, required=False)
    nota = forms.CharField(label="Waarover gaat dit scenario?", max_length=200, required=False)

    def __init__(self, *args: Any, basis: Basis, op: date, mag_afgeschermd: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.basis, self.op = basis, op
        nu = basis.zoals_nu
        self.initial = {"start": nu.start, "laatste_dag": nu.laatste_dag, "uren": nu.uren, **self.initial}
        if not mag_afgeschermd:
            for naam in ("ziek_soort", "ziek_van", "ziek_tot"):
                del self.fields[naam]
        for naam, veld in self.fields.items():
            veld.widget.attrs["class"] = "form-select" if isinstance(veld, forms.ChoiceField) else "form-control"
            veld.widget.attrs["aria-describedby"] = self.fout_id(naam)

    def fout_id(self, naam: str) -> str:
        return f"fout-{self.add_prefix(naam)}"

    @property
    def vakken(self) -> list[tuple[str, list[tuple[forms.BoundField, str]]]]:
        """Heading, and its fields with the id of the place of their error."""
        delen = [
            ("Contract", ["start", "laatste_dag", "uren", "uren_vanaf"]),
            ("Schorsing of verlof erbij", ["stil_soort", "stil_van", "stil_tot"]),
            ("Ziekte of moederschap erbij", ["ziek_soort", "ziek_van", "ziek_tot"]),
        ]
        return [
            (kop, [(self[naam], self.fout_id(naam)) for naam in namen if naam in self.fields])
            for kop, namen in delen
            if namen[0] in self.fields
        ]

    @property
    def nota_vak(self) -> tuple[forms.BoundField, str]:
        return self["nota"], self.fout_id("nota")

    @property
    def wens(self) -> WatAlsWens:
        """Only of a valid form."""
        data = self.cleaned_data
        extra = [self._geval(deel) for deel in ("stil", "ziek") if data.get(f"{deel}_soort")]
        return WatAlsWens(data["start"], data["laatste_dag"], data["uren"], tuple(extra), data.get("uren_vanaf"))

    def _geval(self, deel: str) -> Gebeurtenis:
        return Gebeurtenis(*(self.cleaned_data[f"{deel}_{naam}"] for naam in ("soort", "van", "tot")))

    def clean_start(self) -> date:
        dag: date = self.cleaned_data["start"]
        return self._redelijk(dag)

    def clean_laatste_dag(self) -> date | None:
        dag: date | None = self.cleaned_data["laatste_dag"]
        return self._redelijk(dag) if dag else None

    def clean_uren(self) -> Decimal:
        uren: Decimal = self.cleaned_data["uren"]
        voltijds = kaal(self.basis.feiten.voltijds)
        if uren <= 0:
            raise forms.ValidationError("Vul een aantal uren in dat groter is dan nul.")
        if uren > voltijds:
            raise forms.ValidationError(f"Een voltijdse werkt in deze functie {voltijds:f} uren. Vul niet meer in.")
        return uren

    def _redelijk(self, dag: date) -> date:
        if not plus_maanden(self.op, -MAX_JAREN * 12) <= dag <= plus_maanden(self.op, MAX_JAREN * 12):
            raise forms.ValidationError("Kijk het jaar na: deze dag ligt heel ver weg.")
        return dag

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, laatste = data.get("start"), data.get("laatste_dag")
        if start and laatste and laatste < start:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste werkdag.")
        elif start and "laatste_dag" not in self.errors:
            self._controleer_andere(start, laatste)
        vanaf = data.get("uren_vanaf")
        if vanaf and start and not start <= vanaf <= (laatste or date.max):
            self.add_error("uren_vanaf", "Deze dag valt niet binnen het contract.")
        bezet = list(self.basis.feiten.gebeurtenissen)
        for deel in ("stil", "ziek"):
            if f"{deel}_soort" in self.fields:
                self._controleer_geval(deel, data, bezet)
        return data

    def _controleer_andere(self, start: date, laatste: date | None) -> None:
        for ander in (een for een in self.basis.andere if een.art60):
            if start <= (ander.laatste_dag or date.max) and ander.van <= (laatste or date.max):
                einde = f" tot en met {ander.laatste_dag:%d/%m/%Y}" if ander.laatste_dag else ""
                self.add_error("start", f"Dit overlapt met een ander contract ({ander.van:%d/%m/%Y}{einde}).")
                return

    def _controleer_geval(self, deel: str, data: dict[str, Any], bezet: list[Gebeurtenis]) -> None:
        soort, van, tot = (data.get(f"{deel}_{naam}") for naam in ("soort", "van", "tot"))
        if any(f"{deel}_{naam}" in self.errors for naam in ("soort", "van", "tot")) or not (soort or van or tot):
            return
        for naam, waarde, zin in (
            ("soort", soort, "Kies wat er gebeurt."),
            ("van", van, "Vul de eerste dag in."),
            ("tot", tot, "Vul de laatste dag in."),
        ):
            if not waarde:
                self.add_error(f"{deel}_{naam}", zin)
        if not (soort and van and tot):
            return
        start, laatste = data.get("start"), data.get("laatste_dag")
        if tot < van:
            self.add_error(f"{deel}_tot", "De laatste dag ligt voor de eerste dag.")
        elif start and (van < start or (laatste and tot > laatste)):
            self.add_error(f"{deel}_van", "Deze periode valt niet binnen het contract.")
        elif any(g.van <= tot and van <= g.tot_en_met for g in bezet):
            self.add_error(f"{deel}_van", "In deze periode staat al een andere onderbreking.")
        else:
            bezet.append(Gebeurtenis(soort, van, tot))


def velden_uit(scenario: Scenario) -> dict[str, Any]:
    """The kept codes as initial values; a code that no longer exists is left out."""
    invoer = scenario.invoer
    velden: dict[str, Any] = {
        "start": date.fromisoformat(invoer["start"]),
        "laatste_dag": date.fromisoformat(invoer["laatste_dag"]) if invoer["laatste_dag"] else None,
        "uren": kaal(Decimal(invoer["uren"])),
        "uren_vanaf": date.fromisoformat(invoer["uren_vanaf"]) if invoer.get("uren_vanaf") else None,
        "nota": scenario.nota,
    }
    for soort, van, tot in invoer["extra"]:
        deel = "ziek" if soort in set(ZIEK) else "stil"
        velden |= {
            f"{deel}_soort": soort,
            f"{deel}_van": date.fromisoformat(van),
            f"{deel}_tot": date.fromisoformat(tot),
        }
    return velden
