"""Invented people. Any likeness to somebody is chance."""

VOORNAMEN = {
    "V": ["Amina", "Lies", "Sofie", "Hanne", "Yasmina", "Marleen", "Fatou", "Elif", "Nadia", "Greet", "Selam", "Oksana",
          "Katrien", "Maryam", "Ilse", "Rosa", "Zineb", "Tine", "Haben", "Paulina"],
    "M": ["Jonas", "Karim", "Bart", "Samuel", "Tom", "Idris", "Luc", "Mehmet", "Pieter", "Abdul", "Stijn", "Viktor",
          "Wim", "Yonas", "Dirk", "Rachid", "Emre", "Koen", "Tesfay", "Marek"],
}  # fmt: skip
ACHTERNAMEN = [
    "Aerts", "Baeyens", "Callens", "D'Hondt", "El Idrissi", "Faes", "Goethals", "Haddad", "Ivanova", "Jacobs", "Kaya",
    "Lemmens", "Mertens", "Naert", "Osman", "Peeters", "Quintens", "Rahimi", "Smets", "Tesfay", "Uyttersprot",
    "Van den Bossche", "Willems", "Yilmaz", "Zeebroek", "Çelik", "Dumont", "Habte", "Kowalski", "Verlinden",
]  # fmt: skip
TALEN = [("Nederlands", "C2"), ("Arabisch", "A2"), ("Tigrinya", "A1"), ("Turks", "B1"), ("Oekraïens", "A2"), ("Frans", "B1"),
         ("Dari", "A1"), ("Nederlands", "C2"), ("Pools", "A2"), ("Somali", "A0")]  # fmt: skip
NATIONALITEIT = {
    "Nederlands": "België", "Arabisch": "Syrië", "Tigrinya": "Eritrea", "Turks": "Turkije", "Oekraïens": "Oekraïne",
    "Frans": "België", "Dari": "Afghanistan", "Pools": "Polen", "Somali": "Somalië",
}  # fmt: skip
# Colleagues besides one per role: (voornaam, achternaam, rol).
COLLEGAS = {
    "aalst": [
        ("Guido", "Baeten", "atb"), ("Silke", "De Meyer", "atb"), ("Vincent", "Coppens", "atb"), ("Fatima", "De Smet", "atb"),
        ("Lotte", "Pauwels", "mw"), ("Nathalie", "Vandewalle", "mw"), ("Julienne", "Dobbelaere", "mw"),
        ("Cindy", "Hendrickx", "mw"), ("Lucien", "De Witte", "mw"), ("Marie", "Maes", "mw"), ("Robbe", "Aerts", "mw"),
        ("Christiana", "Desmet", "mw"),
    ],
    "turnhout": [("Nele", "Geerts", "atb"), ("Els", "Proost", "mw")],
}  # fmt: skip
# One per role and OCMW; the login is <rol>.<ocmw>@demo.example.
ROLNAMEN = {
    "aalst": {"mw": "Els Van Damme", "atb": "Karim Benali", "coordinator": "Griet De Backer", "lesgever": "Leen Roels",
              "beheer": "Bram Suykens"},
    "turnhout": {"mw": "Tinne Wouters", "atb": "Joris Van Gorp", "coordinator": "Mieke Hermans", "lesgever": "Stef Bols",
                 "beheer": "Ann Dockx"},
    "oud-turnhout": {"mw": "Ria Boons", "atb": "Filip Mols", "coordinator": "Hilde Raeymaekers", "lesgever": "Jef Diels",
                     "beheer": "Sara Kenis"},
    "vosselaar": {"mw": "Kaat Luyten", "atb": "Wouter Nuyens", "coordinator": "Inge Verheyen", "lesgever": "Dries Adams",
                  "beheer": "Lore Swaans"},
    "beerse": {"mw": "Veerle Horsten", "atb": "Ben Laenen", "coordinator": "Marc Jansen", "lesgever": "Eva Pals",
               "beheer": "Tom Keysers"},
}  # fmt: skip
