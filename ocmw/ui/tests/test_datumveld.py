"""The date field reads the same in every browser: what the server gives it, and what it makes of what people type."""

from datetime import date, timedelta

import pytest
from django import forms

from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import Datumkiezer, Momentkiezer, Uurkiezer, echo


class Dagform(forms.Form):
    op = forms.DateField(widget=Datumkiezer)
    uur = forms.TimeField(widget=Uurkiezer, required=False)
    wanneer = forms.SplitDateTimeField(widget=Momentkiezer, required=False)


def test_een_dag_staat_er_zoals_mensen_hem_schrijven():
    html = Datumkiezer({"min": "2027-01-01"}).render("op", date(2027, 5, 14), {"id": "id_op"})
    assert 'type="text"' in html
    assert 'value="14/05/2027"' in html
    assert 'data-min="2027-01-01"' in html
    assert 'min="2027-01-01"' not in html.replace('data-min="2027-01-01"', "")
    assert "vr 14 mei 2027 (" in html


def test_een_dag_uit_een_adres_of_een_oud_kladje_leest_als_elke_andere():
    assert 'value="14/05/2027"' in Datumkiezer().render("op", "2027-05-14")


@pytest.mark.parametrize("getypt", ["31/02/2027", "volgende week", "<b>", "14/05/20277"])
def test_wat_geen_dag_is_blijft_staan_zoals_het_getypt_is(getypt):
    form = Dagform({"op": getypt})
    assert not form.is_valid()
    veld = str(form["op"])
    assert f'value="{getypt}"'.replace("<b>", "&lt;b&gt;") in veld
    assert 'aria-live="polite"></span>' in veld


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("14/05/2027", date(2027, 5, 14)),
        ("14-5-27", date(2027, 5, 14)),
        ("2027-05-14", date(2027, 5, 14)),
        ("1.2.2026", date(2026, 2, 1)),
    ],
)
def test_de_vormen_die_mensen_typen(getypt, dag):
    form = Dagform({"op": getypt, "wanneer_0": getypt, "wanneer_1": "16:00"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["op"] == dag
    assert (form.cleaned_data["wanneer"].date(), form.cleaned_data["wanneer"].hour) == (dag, 16)


def test_de_echo_zegt_hoe_ver_het_is():
    assert echo(vandaag()).endswith("(vandaag)")
    assert echo(vandaag() + timedelta(days=12)).endswith("(over 12 dagen)")
