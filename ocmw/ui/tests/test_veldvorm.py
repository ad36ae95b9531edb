"""How a field looks follows from what it is, in one place."""

import pytest
from django import forms
from django.template import Context, Engine

from ocmw.ui.veldvorm import eenheid_in, maat_van, mag_leeg


class Proefformulier(forms.Form):
    naam = forms.CharField(label="Naam")
    budget = forms.DecimalField(label="Budget (euro)", required=False)
    dag = forms.DateField(label="Eerste dag")
    postcode = forms.CharField(label="Postcode", max_length=4, required=False)
    verslag = forms.CharField(label="Verslag", widget=forms.Textarea, required=False)
    soort = forms.ChoiceField(label="Soort", choices=[("a", "A")], required=False)
    talen = forms.MultipleChoiceField(
        label="Talen", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple, required=False
    )


@pytest.mark.parametrize(
    ("naam", "maat"),
    [
        ("naam", "naam"),
        ("budget", "kort"),
        ("dag", "datum"),
        ("postcode", "kort"),
        ("verslag", "tekst"),
        ("soort", "naam"),
        ("talen", "tekst"),
    ],
)
def test_een_veld_is_zo_breed_als_wat_het_betekent(naam, maat):
    assert maat_van(Proefformulier().fields[naam]) == maat


def test_wat_leeg_mag_zegt_dat_behalve_waar_geen_een_antwoord_is():
    form = Proefformulier()
    assert [veld.name for veld in form if mag_leeg(veld)] == ["budget", "postcode", "verslag", "soort"]


def test_mag_alles_leeg_dan_zegt_geen_enkel_veld_het():
    form = Proefformulier()
    for veld in form.fields.values():
        veld.required = False
    assert not any(mag_leeg(veld) for veld in form)


def test_de_eenheid_staat_in_het_veld_en_niet_in_het_label():
    bron = "{% load crispy_forms_filters %}{{ form.budget|as_crispy_field }}{{ form.naam|as_crispy_field }}"
    pagina = Engine.get_default().from_string(bron).render(Context({"form": Proefformulier()}))
    assert '<span class="eenheid" aria-hidden="true">euro</span>' in pagina
    assert 'Budget <span class="zacht">(niet verplicht)</span>' in pagina
    assert "*" not in pagina
    assert 'class="form-label">Naam</label>' in pagina


@pytest.mark.parametrize(
    ("label", "eenheid"), [("Reistijd (minuten)", "minuten"), ("Budget", ""), ("Terug (later)", "")]
)
def test_alleen_een_eenheid_achteraan_is_een_eenheid(label, eenheid):
    assert eenheid_in(label) == eenheid
