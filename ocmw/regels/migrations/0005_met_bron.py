"""Rules that came with the installation get a public source, what was wrong in them is put right, and lists become dated.

What people published or corrected stays as they wrote it. Keys that are new come with `bijwerken`."""

from datetime import date

from django.db import migrations

# Key, from, until, value (None: as it is), source, explanation.
RIJEN = [
    (
        "twe.max_maanden",
        "2017-01-01",
        None,
        None,
        "BVR van 23/12/2016 (tijdelijke werkervaring), "
        "https://etaamb.openjustice.be/nl/besluit-van-de-vlaamse-regering-van-23-december-2016_n2017010482.html",
        "Duur van de tijdelijke werkervaring in maanden.",
    ),
    (
        "twe.tijdig_art60_maanden",
        "2017-01-01",
        None,
        None,
        "Vlaams Parlement, SV 319 van 24/02/2026, https://docs.vlaamsparlement.be/files/pfile?id=2281810",
        "Art.60 start binnen zoveel maanden na de start.",
    ),
    (
        "twe.max_opleiding",
        "2017-01-01",
        None,
        None,
        "VDAB draaiboek TWE-OCMW, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/begeleiding-na",
        "Zoveel maanden voltijds, één keer per traject; een stage in de opleiding telt niet mee.",
    ),
    (
        "twe.inspanningsvergoeding",
        "2017-01-01",
        None,
        None,
        "VDAB draaiboek TWE-OCMW, financiering, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/financiering",
        "Bedragen in euro.",
    ),
    (
        "twe.compensatie",
        "2017-01-01",
        None,
        None,
        "VDAB draaiboek TWE-OCMW, financiering, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/financiering",
        "Euro per maand art.60.",
    ),
    (
        "twe.compensatie_na_24m",
        "2019-04-03",
        None,
        {"totaal": 445, "vervangt": 250},
        "VVSG 2019, https://www.vvsg.be/nieuws/financiering-trajecten-waarvan-de-duur-24-maanden-overschrijdt",
        "Vanaf maand 25.",
    ),
    (
        "werkplek.max_uren",
        "2017-01-01",
        None,
        None,
        "geen openbare bron",
        "Meer uren per week aanvaarden we niet bij een werkplek. Voltijds is volgens de wet van 10 augustus 2001 gemiddeld "
        "38 uren; daarvan vonden we geen openbare bladzijde. Werken jullie 40 uur met inhaalrust, zet dit dan hoger.",
    ),
    (
        "einde.instrumenten",
        "2017-01-01",
        "2023-07-01",
        [
            {
                "bron": "geen openbare bron",
                "code": "regulier",
                "naam": "Gewoon werk, met premie of zonder",
                "streek": "België",
            },
            {
                "bron": "geen openbare bron",
                "code": "ibo",
                "naam": "IBO: opleiding op de werkvloer bij een werkgever",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Vlaams Parlement, SV 319, https://docs.vlaamsparlement.be/files/pfile?id=2281810",
                "code": "art61",
                "naam": "Art.61: werk bij een private werkgever",
                "streek": "België",
            },
            {
                "bron": "geen openbare bron",
                "code": "opleiding",
                "naam": "Beroepsopleiding bij VDAB of een partner",
                "streek": "Vlaanderen",
            },
            {
                "bron": "decreet van 7 juli 2017, https://wetwijzer.be/laws/2017020491",
                "code": "wijk_werken",
                "naam": "Wijk-werken",
                "streek": "Vlaanderen",
            },
            {
                "bron": "geen openbare bron",
                "code": "gemeenschapsdienst",
                "naam": "Gemeenschapsdienst",
                "streek": "Vlaanderen",
            },
            {
                "bron": "geen openbare bron",
                "code": "sociale_economie",
                "naam": "Sociale economie: collectief maatwerk",
                "streek": "Vlaanderen",
            },
            {
                "bron": "decreet van 8 juli 2022, https://etaamb.openjustice.be/nl/decreet-van-08-juli-2022_n2022032865.html",
                "code": "werk_zorg",
                "naam": "Traject werk en zorg",
                "streek": "Vlaanderen",
            },
            {"bron": "geen openbare bron", "code": "vrijwilliger", "naam": "Vrijwilligerswerk", "streek": "België"},
            {
                "bron": "Besox, https://www.besox.be/nieuw-werkervaringsstage-vlaanderen/",
                "code": "werkervaringsstage",
                "naam": "Werkervaringsstage bij een werkgever",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Sodalis, https://sodalis.be/individueel-maatwerk-gaat-van-kracht-vanaf-1-juli-2023/",
                "code": "premies",
                "naam": "VOP, SINE of lokale diensteneconomie",
                "streek": "Vlaanderen",
            },
            {
                "bron": "https://legalworld.wolterskluwer.be/nl/nieuws/in-het-staatsblad/vlaamse-doelgroepvermindering-voor-jonge-en-oudere-werknemers-vanaf-1-juli-2016/",
                "code": "doelgroep",
                "naam": "Doelgroepvermindering voor de werkgever: jongeren en oudere werknemers",
                "streek": "Vlaanderen",
            },
        ],
        "bij elke maatregel; voor de doelgroepvermindering "
        "https://legalworld.wolterskluwer.be/nl/nieuws/in-het-staatsblad/vlaamse-doelgroepvermindering-voor-jonge-en-oudere-werknemers-vanaf-1-juli-2016/",
        "Maatregelen om uit te kiezen bij een gesprek met een werkgever en bij het einde van art.60.",
    ),
    (
        "einde.instrumenten",
        "2023-07-01",
        "2024-07-01",
        [
            {
                "bron": "geen openbare bron",
                "code": "regulier",
                "naam": "Gewoon werk, met premie of zonder",
                "streek": "België",
            },
            {
                "bron": "geen openbare bron",
                "code": "ibo",
                "naam": "IBO: opleiding op de werkvloer bij een werkgever",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Vlaams Parlement, SV 319, https://docs.vlaamsparlement.be/files/pfile?id=2281810",
                "code": "art61",
                "naam": "Art.61: werk bij een private werkgever",
                "streek": "België",
            },
            {
                "bron": "geen openbare bron",
                "code": "opleiding",
                "naam": "Beroepsopleiding bij VDAB of een partner",
                "streek": "Vlaanderen",
            },
            {
                "bron": "decreet van 7 juli 2017, https://wetwijzer.be/laws/2017020491",
                "code": "wijk_werken",
                "naam": "Wijk-werken",
                "streek": "Vlaanderen",
            },
            {
                "bron": "geen openbare bron",
                "code": "gemeenschapsdienst",
                "naam": "Gemeenschapsdienst",
                "streek": "Vlaanderen",
            },
            {
                "bron": "geen openbare bron",
                "code": "sociale_economie",
                "naam": "Sociale economie: collectief maatwerk",
                "streek": "Vlaanderen",
            },
            {
                "bron": "decreet van 8 juli 2022, https://etaamb.openjustice.be/nl/decreet-van-08-juli-2022_n2022032865.html",
                "code": "werk_zorg",
                "naam": "Traject werk en zorg",
                "streek": "Vlaanderen",
            },
            {"bron": "geen openbare bron", "code": "vrijwilliger", "naam": "Vrijwilligerswerk", "streek": "België"},
            {
                "bron": "Prato, https://www.prato.be/vanaf-01-01-2023-een-nieuwe-systeem-van-werkervaringsstages-in-vlaanderen/",
                "code": "werkervaringsstage",
                "naam": "Werkervaringsstage bij een werkgever",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Sodalis, https://sodalis.be/individueel-maatwerk-gaat-van-kracht-vanaf-1-juli-2023/",
                "code": "individueel_maatwerk",
                "naam": "Individueel maatwerk: premie voor loon of begeleiding",
                "streek": "Vlaanderen",
            },
            {
                "bron": "https://legalworld.wolterskluwer.be/nl/nieuws/in-het-staatsblad/vlaamse-doelgroepvermindering-voor-jonge-en-oudere-werknemers-vanaf-1-juli-2016/",
                "code": "doelgroep",
                "naam": "Doelgroepvermindering voor de werkgever: jongeren en oudere werknemers",
                "streek": "Vlaanderen",
            },
        ],
        "bij elke maatregel; voor individueel maatwerk Sodalis, "
        "https://sodalis.be/individueel-maatwerk-gaat-van-kracht-vanaf-1-juli-2023/",
        "Maatregelen om uit te kiezen bij een gesprek met een werkgever en bij het einde van art.60. Individueel maatwerk "
        "kwam op 1 juli 2023 in de plaats van VOP, SINE en lokale diensteneconomie.",
    ),
    (
        "einde.instrumenten",
        "2024-07-01",
        None,
        [
            {
                "bron": "geen openbare bron",
                "code": "regulier",
                "naam": "Gewoon werk, met premie of zonder",
                "streek": "België",
            },
            {
                "bron": "geen openbare bron",
                "code": "ibo",
                "naam": "IBO: opleiding op de werkvloer bij een werkgever",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Vlaams Parlement, SV 319, https://docs.vlaamsparlement.be/files/pfile?id=2281810",
                "code": "art61",
                "naam": "Art.61: werk bij een private werkgever",
                "streek": "België",
            },
            {
                "bron": "geen openbare bron",
                "code": "opleiding",
                "naam": "Beroepsopleiding bij VDAB of een partner",
                "streek": "Vlaanderen",
            },
            {
                "bron": "decreet van 7 juli 2017, https://wetwijzer.be/laws/2017020491",
                "code": "wijk_werken",
                "naam": "Wijk-werken",
                "streek": "Vlaanderen",
            },
            {
                "bron": "geen openbare bron",
                "code": "gemeenschapsdienst",
                "naam": "Gemeenschapsdienst",
                "streek": "Vlaanderen",
            },
            {
                "bron": "geen openbare bron",
                "code": "sociale_economie",
                "naam": "Sociale economie: collectief maatwerk",
                "streek": "Vlaanderen",
            },
            {
                "bron": "decreet van 8 juli 2022, https://etaamb.openjustice.be/nl/decreet-van-08-juli-2022_n2022032865.html",
                "code": "werk_zorg",
                "naam": "Traject werk en zorg",
                "streek": "Vlaanderen",
            },
            {"bron": "geen openbare bron", "code": "vrijwilliger", "naam": "Vrijwilligerswerk", "streek": "België"},
            {
                "bron": "Prato, https://www.prato.be/vanaf-01-01-2023-een-nieuwe-systeem-van-werkervaringsstages-in-vlaanderen/",
                "code": "werkervaringsstage",
                "naam": "Werkervaringsstage bij een werkgever",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Sodalis, https://sodalis.be/individueel-maatwerk-gaat-van-kracht-vanaf-1-juli-2023/",
                "code": "individueel_maatwerk",
                "naam": "Individueel maatwerk: premie voor loon of begeleiding",
                "streek": "Vlaanderen",
            },
            {
                "bron": "Liantis, https://www.liantis.be/nl/nieuws/uitdoofscenario-voor-enkele-vlaamse-doelgroepverminderingen",
                "code": "doelgroep",
                "naam": "Doelgroepvermindering voor de werkgever: niet meer nieuw voor jongeren en oudere werkzoekenden",
                "streek": "Vlaanderen",
            },
        ],
        "bij elke maatregel; voor de doelgroepvermindering Liantis, "
        "https://www.liantis.be/nl/nieuws/uitdoofscenario-voor-enkele-vlaamse-doelgroepverminderingen",
        "Maatregelen om uit te kiezen bij een gesprek met een werkgever en bij het einde van art.60. Pas de lijst aan "
        "wanneer een maatregel stopt.",
    ),
    (
        "rva.toelating",
        "2012-11-01",
        "2026-03-01",
        None,
        "RVA infoblad T31, versie 02/10/2023, "
        "https://www.rva.be/burgers/volledige-werkloosheid/hebt-u-recht-op-een-werkloosheidsuitkering/hebt-u-recht-op-uitkeringen-na-een-tewerkstelling",
        "Dagen te bewijzen per leeftijd op de dag van de aanvraag. Begindatum van de reeks niet nagekeken.",
    ),
    (
        "rva.toelating",
        "2026-03-01",
        None,
        None,
        "Brussels Jobday, hervorming van de werkloosheid sinds 01/03/2026, https://www.brusselsjobday.be/?p=9744",
        "312 nieuwe dagen in 36 maanden, voor elke leeftijd.",
    ),
    (
        "rva.gelijkgesteld",
        "2012-11-01",
        "2026-03-01",
        {
            "detentie": {
                "eerste_dagen": None,
                "telt": "niet",
                "verlengt": True,
                "zin": "Een detentie telt niet mee, de periode wordt langer.",
            },
            "inhaalrust": {"eerste_dagen": None, "telt": "gelijkgesteld", "zin": "Inhaalrust telt mee."},
            "loopbaanonderbreking": {
                "eerste_dagen": None,
                "telt": "niet",
                "verlengt": True,
                "zin": "Loopbaanonderbreking met uitkering telt niet mee, de periode wordt langer.",
            },
            "moederschap": {"eerste_dagen": None, "telt": "gelijkgesteld", "zin": "Moederschapsrust telt mee."},
            "opleiding": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Een beroepsopleiding telt mee bij een aanvraag voor 1 maart 2026.",
            },
            "schorsing": {"eerste_dagen": None, "telt": "niet", "zin": "Een schorsing van het contract telt niet mee."},
            "tijdelijke_werkloosheid": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Tijdelijke werkloosheid telt mee.",
            },
            "vakantie": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Vakantie en betaalde feestdagen tellen mee.",
            },
            "verlof_zonder_wedde": {
                "eerste_dagen": 10,
                "telt": "niet",
                "zin": "Van verlof zonder wedde tellen de eerste tien werkdagen van een jaar mee bij een "
                "aanvraag voor 1 maart 2026, de andere niet.",
            },
            "ziekte_gewaarborgd": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Ziekte met gewaarborgd loon telt mee.",
            },
            "ziekte_ziekenfonds": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Ziekte die het ziekenfonds betaalt, telt mee bij een aanvraag voor 1 maart 2026.",
            },
        },
        "Brussels Jobday, hervorming van de werkloosheid sinds 01/03/2026, https://www.brusselsjobday.be/?p=9744",
        "Welke dagen tellen voor een aanvraag voor 1 maart 2026. De bron zegt wat sindsdien niet meer telt. Dat de tien "
        "dagen zonder loon werkdagen van een kalenderjaar zijn, is onze lezing.",
    ),
    (
        "rva.gelijkgesteld",
        "2026-03-01",
        None,
        {
            "detentie": {
                "eerste_dagen": None,
                "telt": "niet",
                "verlengt": True,
                "zin": "Een detentie telt niet mee, de periode wordt langer.",
            },
            "inhaalrust": {"eerste_dagen": None, "telt": "gelijkgesteld", "zin": "Inhaalrust telt mee."},
            "loopbaanonderbreking": {
                "eerste_dagen": None,
                "telt": "niet",
                "verlengt": True,
                "zin": "Loopbaanonderbreking met uitkering telt niet mee, de periode wordt langer.",
            },
            "moederschap": {"eerste_dagen": None, "telt": "gelijkgesteld", "zin": "Moederschapsrust telt mee."},
            "opleiding": {"eerste_dagen": None, "telt": "niet", "zin": "Een beroepsopleiding telt niet mee."},
            "schorsing": {"eerste_dagen": None, "telt": "niet", "zin": "Een schorsing van het contract telt niet mee."},
            "tijdelijke_werkloosheid": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Tijdelijke werkloosheid telt mee.",
            },
            "vakantie": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Vakantie en betaalde feestdagen tellen mee.",
            },
            "verlof_zonder_wedde": {"eerste_dagen": None, "telt": "niet", "zin": "Verlof zonder wedde telt niet mee."},
            "ziekte_gewaarborgd": {
                "eerste_dagen": None,
                "telt": "gelijkgesteld",
                "zin": "Ziekte met gewaarborgd loon telt mee.",
            },
            "ziekte_ziekenfonds": {
                "eerste_dagen": None,
                "telt": "niet",
                "verlengt": True,
                "zin": "Ziekte die het ziekenfonds of de verzekeraar betaalt, telt sinds 1 maart 2026 niet "
                "mee. De periode van 36 maanden wordt wel langer.",
            },
        },
        "Brussels Jobday, hervorming van de werkloosheid sinds 01/03/2026, https://www.brusselsjobday.be/?p=9744",
        "Welke dagen tellen en verlengen.",
    ),
    (
        "rva.deeltijds",
        "2012-11-01",
        "2024-04-01",
        {"een_op": 3, "minste_uren": 12, "open": True, "referteloon": "1562.59"},
        "RVA infobladen T27 (1 juni 2017) en T34, http://www.rva.be/nl/documentatie/infoblad/t27",
        "Een van de twee is genoeg: 12 uren per week of een derde van voltijds. Wie deeltijds werkt en elke maand minstens "
        "het referteloon verdient, wordt als voltijdse toegelaten; het bedrag wordt geregeld aangepast. Het bedrag is dat "
        "van 2017. Voor halve dagen was de periode wellicht langer: dat vonden we niet terug.",
    ),
    (
        "rva.deeltijds",
        "2024-04-01",
        "2026-03-01",
        {"een_op": 3, "minste_uren": 12, "open": True, "referteloon": "2029.88"},
        "RVA infoblad T28, https://www.rva.be/burgers/deeltijdse-arbeid/waarop-heeft-een-deeltijdse-werknemer-recht",
        "Een van de twee is genoeg: 12 uren per week of een derde van voltijds. Wie deeltijds werkt en elke maand minstens "
        "het referteloon verdient, wordt als voltijdse toegelaten; het bedrag wordt geregeld aangepast. Voor halve dagen "
        "was de periode wellicht langer: dat vonden we niet terug.",
    ),
    (
        "rva.deeltijds",
        "2026-03-01",
        None,
        {"een_op": 3, "minste_uren": 12, "referteloon": "2070.48"},
        "Bruxelles-J, https://www.bruxelles-j.be/droits-sociaux/tes-droits-au-chomage/travailler-a-temps-partiel",
        "Een van de twee is genoeg: 12 uren per week of een derde van voltijds. Wie deeltijds werkt en elke maand minstens "
        "het referteloon verdient, wordt als voltijdse toegelaten; het bedrag wordt geregeld aangepast. De bron zegt niet "
        "vanaf welke dag dit bedrag geldt: kijk het na bij de RVA.",
    ),
    (
        "rva.antwoord_dagen",
        "2023-10-02",
        None,
        None,
        "RVA, FAQ OCMW@RVA, https://www.rva.be/bladzijde/ocmwrva-de-online-toepassing-voor-aanvragen-artikel-60-1",
        "De RVA antwoordt binnen zoveel dagen.",
    ),
    (
        "evaluatie.art60_maanden",
        "2017-01-01",
        None,
        None,
        "Stad Antwerpen, "
        "https://ondernemeninantwerpen.be/themas-faq/personeel-vinden-en-tewerkstellen/werkgevers-artikel-60/het-traject-artikel-60/evaluatie",
        "Evaluatie na zoveel maanden.",
    ),
    (
        "evaluatie.mondeling_maanden",
        "2017-01-01",
        None,
        None,
        "Stad Antwerpen, "
        "https://ondernemeninantwerpen.be/themas-faq/personeel-vinden-en-tewerkstellen/werkgevers-artikel-60/het-traject-artikel-60/evaluatie",
        "Deze evaluatie is een gesprek zonder formulier.",
    ),
    (
        "evaluatie.formulier_dagen",
        "2017-01-01",
        None,
        None,
        "Stad Antwerpen, "
        "https://www.ondernemeninantwerpen.be/themas-faq/personeel-vinden/werkgevers-artikel-60/het-traject-artikel-60/evaluatie",
        "De mentor krijgt het formulier zoveel dagen voor de evaluatie.",
    ),
    (
        "evaluatie.formulier_klaar_werkdagen",
        "2017-01-01",
        None,
        None,
        "Stad Antwerpen, "
        "https://ondernemeninantwerpen.be/themas-faq/personeel-vinden-en-tewerkstellen/werkgevers-artikel-60/het-traject-artikel-60/evaluatie",
        "Zoveel werkdagen voor het gesprek is het formulier van de mentor ingevuld.",
    ),
    (
        "plaatsing.startklaar",
        "2017-01-01",
        None,
        None,
        "samengesteld uit RSZ, POD MI, VDAB en eigen aanname; de bron staat bij elk punt, "
        "https://www.mi-is.be/nl/faq?page=5",
        "Wat in orde is voor een plaatsing start.",
    ),
    (
        "plaatsing.clausules",
        "2017-01-01",
        None,
        None,
        "POD MI, veelgestelde vragen over art.60§7: het OCMW is en blijft de werkgever, "
        "https://www.mi-is.be/nl/faq?page=5; VVSG 2022: welzijn op het werk ligt bij de gebruiker; Stad Antwerpen, wat de "
        "stad van de werkgever verwacht; de tekst is van de toepassing: laat ze nalezen",
        "De vaste tekst van de terbeschikkingstelling.",
    ),
    (
        "twe.correctie_maanden",
        "2017-01-01",
        None,
        None,
        "VDAB draaiboek TWE-OCMW, monitoring, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/monitoring",
        "Een verbetering in de eerste maanden van het kwartaal telt nog voor dat kwartaal.",
    ),
    (
        "einde.voorbereiding_maanden",
        "2017-01-01",
        None,
        None,
        "Febio 2015, "
        "https://febiovzw.org/2015/11/16/nieuw-partnershipskader-tussen-actiris-en-de-brusselse-ocmws-voor-2015-2020/",
        "Begin zoveel maanden voor de laatste dag van art.60 het einde voor te bereiden. Zo doet Brussel het; elders is "
        "het een afspraak.",
    ),
    (
        "uitstroom.meetmomenten",
        "2017-01-01",
        None,
        None,
        "Vlaams Parlement, SV 319, https://docs.vlaamsparlement.be/files/pfile?id=2281810; Verordening 1304/2013; Brussels "
        "Times",
        "Op deze dagen na de uitstroom kijken we of iemand werkt.",
    ),
]


def dag(tekst):
    return tekst and date.fromisoformat(tekst)


def verbeter(apps, schema_editor):
    regelset = apps.get_model("regels", "Regelset")
    gewoon = regelset.objects.filter(ocmw=None)
    meegekomen = gewoon.filter(gepubliceerd_op=None, gewijzigd_door=None)
    for sleutel in dict.fromkeys(rij[0] for rij in RIJEN):
        if not gewoon.filter(sleutel=sleutel).exists():
            continue
        doel = [rij for rij in RIJEN if rij[0] == sleutel]
        if gewoon.filter(sleutel=sleutel).count() == 1:
            # A first day that was too early; a value people published keeps its days.
            meegekomen.filter(sleutel=sleutel, geldig_van__lt=dag(doel[0][1])).update(geldig_van=dag(doel[0][1]))
        for _, van, _, waarde, bron, toelichting in doel:
            nieuw = {"bron": bron, "toelichting": toelichting} | ({} if waarde is None else {"waarde": waarde})
            rij = meegekomen.filter(sleutel=sleutel, geldig_van=dag(van)).first()
            if rij:
                # A higher version: every process reads the rules again.
                regelset.objects.filter(pk=rij.pk).update(**nieuw, versie=rij.versie + 1)
                continue
            geldt = meegekomen.filter(sleutel=sleutel, geldig_van__lt=dag(van)).order_by("geldig_van").last()
            if geldt and (geldt.geldig_tot is None or geldt.geldig_tot > dag(van)):
                regelset.objects.create(sleutel=sleutel, geldig_van=dag(van), geldig_tot=geldt.geldig_tot, **nieuw)
                regelset.objects.filter(pk=geldt.pk).update(geldig_tot=dag(van), versie=geldt.versie + 1)


class Migration(migrations.Migration):
    dependencies = [("regels", "0004_zonder_codes")]

    operations = [migrations.RunPython(verbeter, migrations.RunPython.noop)]
