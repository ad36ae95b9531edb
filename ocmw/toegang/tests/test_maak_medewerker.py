import pytest
from django.core.management import CommandError, call_command

from ocmw.toegang.models import Medewerker, Ocmw

BEA = ["--voornaam", "Bea", "--achternaam", "Nijs", "--rol", "beheer", "--ocmw", "lier"]


@pytest.mark.django_db
def test_de_eerste_medewerker_kan_meteen_aanmelden(capsys, client):
    call_command("maak_medewerker", "Bea@Lier.example", *BEA, "--ocmw-naam", "OCMW Lier")
    wachtwoord = capsys.readouterr().out.splitlines()[0].rpartition(" ")[2]
    bea = Medewerker.objects.get(email="bea@lier.example")
    assert (bea.ocmw.naam, bea.rol) == ("OCMW Lier", "beheer")
    antwoord = client.post("/account/login/", {"login": "bea@lier.example", "password": wachtwoord})
    assert antwoord.status_code == 302


@pytest.mark.django_db
def test_zonder_bestaand_ocmw_wordt_niets_gemaakt():
    with pytest.raises(CommandError, match="geen OCMW met code lier"):
        call_command("maak_medewerker", "bea@lier.example", *BEA)
    assert not Medewerker.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["geen-adres", "bea@lier.example"])
def test_een_fout_of_bestaand_adres_wordt_geweigerd(email):
    call_command("maak_medewerker", "bea@lier.example", *BEA, "--ocmw-naam", "OCMW Lier")
    with pytest.raises(CommandError):
        call_command("maak_medewerker", email, *BEA)
    assert Medewerker.objects.count() == 1
    assert Ocmw.objects.count() == 1
