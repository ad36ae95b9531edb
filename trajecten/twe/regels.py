"""Tijdelijke werkervaring: length, timely start, money (T1-T16)."""

from datetime import date

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, maanden, regelsleutel
from ocmw.regels.vormen import Getal, Getallenrij, JaNee, Velden

_TWE = (
    "BVR van 23/12/2016 (tijdelijke werkervaring), https://etaamb.openjustice.be/nl/"
    "besluit-van-de-vlaamse-regering-van-23-december-2016_n2017010482.html"
)
_VVSG = "VVSG 2019, https://www.vvsg.be/nieuws/financiering-trajecten-waarvan-de-duur-24-maanden-overschrijdt"
_VDAB = (
    "VDAB draaiboek TWE-OCMW, financiering, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/financiering"
)
_SV = "Vlaams Parlement, SV 319 van 24/02/2026, https://docs.vlaamsparlement.be/files/pfile?id=2281810"
_EURO = Getal("euro", "euro", 0, 100_000, centen=True)
regelsleutel(
    "twe.max_maanden",
    "Duur van de tijdelijke werkervaring",
    Onderwerp.TWE,
    maanden(),
    Beginwaarde(24, _TWE, "Duur van de tijdelijke werkervaring in maanden."),
)
regelsleutel(
    "twe.tijdig_art60_maanden",
    "Art.60 start op tijd binnen",
    Onderwerp.TWE,
    maanden(),
    Beginwaarde(2, _SV, "Art.60 start binnen zoveel maanden na de start."),
)
regelsleutel(
    "twe.max_opleiding",
    "Een opleiding in de tijdelijke werkervaring duurt hoogstens",
    Onderwerp.TWE,
    maanden(),
    Beginwaarde(
        3,
        "VDAB draaiboek TWE-OCMW, https://www.vdab.be/tijdelijkewerkervaring/draaiboek-twe-ocmw/begeleiding-na",
        "Zoveel maanden voltijds, één keer per traject; een stage in de opleiding telt niet mee.",
    ),
    nog_niet="De toepassing rekent dit alleen uit op de opdrachtregel (reken opleiding_in_twe): geen pagina vraagt naar een opleiding.",
)
regelsleutel(
    "twe.opschorting_telt",
    "Verlengt een onderbreking de 24 maanden?",
    Onderwerp.TWE,
    JaNee(),
    Beginwaarde(waarde=False, bron=ASSUMPTIE, toelichting="Of een onderbreking de 24 maanden verlengt."),
    nog_niet="De toepassing rekent hier nog niet mee: de 24 maanden lopen altijd door. Ook ‘ja’ verandert geen datum.",
)
regelsleutel(
    "twe.inspanningsvergoeding",
    "Inspanningsvergoeding",
    Onderwerp.TWE,
    Velden((("maand", "Per maand", _EURO), ("jaar", "Hoogstens per jaar", _EURO))),
    Beginwaarde({"maand": 250, "jaar": 3000}, _VDAB, "Bedragen in euro."),
)
regelsleutel(
    "twe.compensatie",
    "Compensatie per maand art.60",
    Onderwerp.TWE,
    Velden(
        (
            ("maand", "Per maand", _EURO),
            ("per_kwartaal", "Waarvan per kwartaal betaald", _EURO),
            ("op_einde", "Waarvan op het einde betaald", _EURO),
        ),
        som=("maand", "per_kwartaal", "op_einde"),
    ),
    Beginwaarde({"maand": 195, "per_kwartaal": 150, "op_einde": 45}, _VDAB, "Euro per maand art.60."),
)
regelsleutel(
    "twe.compensatie_na_24m",
    "Compensatie vanaf maand 25",
    Onderwerp.TWE,
    Velden((("vervangt", "Vervangt de inspanningsvergoeding", _EURO), ("totaal", "Samen", _EURO))),
    Beginwaarde({"vervangt": 250, "totaal": 445}, _VVSG, "Vanaf maand 25.", van=date(2019, 4, 3)),
)
regelsleutel(
    "twe.waarschuwing_dagen",
    "Termijn voor het einde van de 24 maanden",
    Onderwerp.TWE,
    Getallenrij("dagen vooraf", neer=True),
    Beginwaarde([90, 60, 30], ASSUMPTIE, "Zoveel dagen voor het einde van de 24 maanden."),
    huis=True,
)
