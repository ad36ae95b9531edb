def test_niemand_wijzigt_zelf_het_adres_waarmee_hij_aanmeldt(an, als):
    browser = als(an)
    antwoord = browser.post("/account/email/", {"email": "ander@voorbeeld.example", "action_add": ""}, follow=True)
    assert "Vraag een beheerder" in antwoord.content.decode()
    an.refresh_from_db()
    assert an.email == "an.claes@aalst.example"
