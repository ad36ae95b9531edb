"""Two editors of one dossier lose nothing - and the negative control that would lose."""

import pytest

from clienten.models import Client, Randvoorwaarde
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client


@pytest.fixture
def client(an, bert):
    return maak_client(bert, coach=an, opmerking="Begin", taal="Nederlands", tolk_nodig=True)


def test_dezelfde_tekst_wordt_naast_elkaar_getoond_en_niets_gaat_verloren(an, bert, als, client):
    adres = f"/clienten/{client.pk}/gegevens/wijzigen/"
    van_an, van_bert = (als(wie).get(adres).context["form"] for wie in (an, bert))
    als(an).post(adres, velden_van(van_an, opmerking="Tekst van An", nationaliteit="Syrië"))
    pagina = als(bert).post(adres, velden_van(van_bert, opmerking="Tekst van Bert", taal="Dari", tolk_nodig=None))
    assert pagina.status_code == 409
    assert "Tekst van An" in pagina.text
    assert "Tekst van Bert" in pagina.text
    client.refresh_from_db()
    assert client.opmerking == "Tekst van An"  # nothing written over it
    # The merge page posts to the same address: Bert's own changes, An's other field, and what he chose.
    samen = velden_van(pagina.context["form"], opmerking="Tekst van An en Bert")
    assert als(bert).post(adres, samen).status_code == 302
    client.refresh_from_db()
    assert client.opmerking == "Tekst van An en Bert"
    assert (client.nationaliteit, client.taal, client.tolk_nodig) == ("Syrië", "Dari", False)


def test_verschillende_velden_vragen_alleen_een_bevestiging(an, bert, als, client):
    adres = f"/clienten/{client.pk}/gegevens/wijzigen/"
    van_an, van_bert = (als(wie).get(adres).context["form"] for wie in (an, bert))
    als(an).post(adres, velden_van(van_an, nationaliteit="Syrië", tolk_nodig=None))
    pagina = als(bert).post(adres, velden_van(van_bert, taal="Dari"))
    assert pagina.context["verschillen"] == []
    als(bert).post(adres, velden_van(pagina.context["form"]))
    client.refresh_from_db()
    assert (client.nationaliteit, client.taal, client.tolk_nodig) == ("Syrië", "Dari", False)


def test_wie_intussen_weer_te_laat_is_ziet_het_opnieuw(an, bert, als, client):
    adres = f"/clienten/{client.pk}/gegevens/wijzigen/"
    van_bert = als(bert).get(adres).context["form"]
    als(an).post(adres, velden_van(als(an).get(adres).context["form"], opmerking="Eerste"))
    samen = als(bert).post(adres, velden_van(van_bert, opmerking="Bert")).context["form"]
    als(an).post(adres, velden_van(als(an).get(adres).context["form"], opmerking="Tweede"))
    pagina = als(bert).post(adres, velden_van(samen))
    assert pagina.status_code == 409
    assert "Tweede" in pagina.text


def test_twee_eerste_antwoorden_op_een_randvoorwaarde_botsen_ook(an, bert, als, client):
    adres = f"/clienten/{client.pk}/gegevens/randvoorwaarden/mobiliteit/"
    van_an, van_bert = (als(wie).get(adres).context["form"] for wie in (an, bert))
    als(an).post(adres, velden_van(van_an, nota="Fiets", in_orde="ja"))
    pagina = als(bert).post(adres, velden_van(van_bert, nota="Geen bus", in_orde="nee"))
    assert pagina.status_code == 409
    als(bert).post(adres, velden_van(pagina.context["form"], nota="Fiets, geen bus"))
    assert Randvoorwaarde.objects.get().nota == "Fiets, geen bus"


def test_tegenproef_zonder_versie_wint_de_laatste(an, bert, client):
    """Negative control: a plain save of what each editor read loses An's text - which is what the version prevents."""
    van_an, van_bert = Client.objects.get(pk=client.pk), Client.objects.get(pk=client.pk)
    van_an.opmerking = "Tekst van An"
    van_an.save()
    van_bert.taal = "Dari"
    van_bert.save()
    client.refresh_from_db()
    assert client.opmerking == "Begin"
