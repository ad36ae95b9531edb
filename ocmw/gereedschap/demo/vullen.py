"""Fills an empty database with two cooperating groups and people at every stage, through the real actions."""

import random
import secrets
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from clienten.actions import maak_client
from clienten.enums import Antwoord, Geslacht, Sluitreden, Statuut
from clienten.handeling import handeling
from clienten.models import Client, Contactgegevens
from ocmw.gereedschap.demo import startklaar
from ocmw.gereedschap.demo.bijhouden import houd_bij
from ocmw.gereedschap.demo.einde import vul_einde
from ocmw.gereedschap.demo.evaluaties import vul_evaluaties
from ocmw.gereedschap.demo.feiten import vul_feiten
from ocmw.gereedschap.demo.geld import Geldverhaal
from ocmw.gereedschap.demo.groepen import vul_groepen
from ocmw.gereedschap.demo.match import vul_match
from ocmw.gereedschap.demo.namen import ACHTERNAMEN, COLLEGAS, NATIONALITEIT, ROLNAMEN, TALEN, VOORNAMEN
from ocmw.gereedschap.demo.plekken import richt_plekken_in
from ocmw.gereedschap.demo.rechtenteller import vul_rechten
from ocmw.gereedschap.demo.regels import vul_regels
from ocmw.gereedschap.demo.standen import vul_standen
from ocmw.gereedschap.demo.verhaal import Demoverhaal
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.dossier.actions import sluit_dossier
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.models import Tewerkstelling, Werkplek
from trajecten.actions import maak_afspraak, start_traject
from trajecten.enums import Doorverwijsstatus
from trajecten.models import Afspraak

OCMWS = {
    "aalst": "OCMW Aalst",
    "turnhout": "OCMW Turnhout",
    "oud-turnhout": "OCMW Oud-Turnhout",
    "vosselaar": "OCMW Vosselaar",
    "beerse": "OCMW Beerse",
}
BEGELEID_DOOR_TURNHOUT = ("oud-turnhout", "vosselaar", "beerse")


def demo_wachtwoord() -> str:
    """One password for all demo logins; made once per installation and kept in the data folder."""
    bestand = settings.DATA_DIR / "demo-wachtwoord"
    if not bestand.exists():
        bestand.write_text(f"demo-{secrets.token_hex(4)}", encoding="utf-8")
        bestand.chmod(0o600)
    return bestand.read_text(encoding="utf-8").strip()


# So many days ago the last day of art.60 of those in nazorg: the checks of the day after, 4 weeks, 6 and 12 months.
UITSTROOM_GELEDEN = (40, 200, 380)
MENSEN = {"aalst": 32, "turnhout": 20, "oud-turnhout": 6, "vosselaar": 4, "beerse": 4}


class Vuller:
    """Holds the dice and today, so the same day gives the same people."""

    def __init__(self, op: date, mensen: Mapping[str, int] = MENSEN) -> None:
        """`mensen`: how many dossiers per OCMW; an OCMW that is not in it has colleagues only."""
        self.op, self.mensen = op, mensen
        self.dobbel = random.Random(60_7)
        self.volgnummer = 0

    @transaction.atomic
    def vul(self, wachtwoord: str) -> None:
        ocmws = {code: Ocmw.objects.create(code=code, naam=naam) for code, naam in OCMWS.items()}
        for code in BEGELEID_DOOR_TURNHOUT:
            Samenwerking.objects.create(
                ocmw=ocmws[code],
                begeleidend=ocmws["turnhout"],
                van=date(2020, 1, 1),
                overeenkomst="samenwerkingsovereenkomst arbeidstrajectbegeleiding 2020",
            )
        for ocmw in ocmws.values():
            self._collegas(ocmw, wachtwoord)
        coaches = {code: self._van_rol(ocmw, Rol.ATB) for code, ocmw in ocmws.items()}
        for code, aantal in self.mensen.items():
            gids = coaches["turnhout" if code in BEGELEID_DOOR_TURNHOUT else code]
            waar = ocmws["turnhout" if code in BEGELEID_DOOR_TURNHOUT else code]
            plekken = richt_plekken_in(waar, door=self._van_rol(waar, Rol.ATB)[0], op=self.op)
            for nummer in range(aantal):
                with handeling(op=self.op):  # everything that happened to one person is derived once
                    self._persoon(ocmws[code], gids[nummer % len(gids)], plekken, nummer)
        vul_rechten(self.op)
        startklaar.plaatsingen(ocmws["aalst"], op=self.op)
        vul_evaluaties(self.op)
        vul_einde(self.op)
        Geldverhaal(ocmws["aalst"], self.op).vertel()
        vul_match(random.Random(13), self.op)
        een, twee = (self._van_rol(ocmws[code], Rol.COORDINATOR)[0] for code in ("aalst", "turnhout"))
        vul_feiten(ocmws["aalst"], self.op)
        vul_standen(ocmws["aalst"], self.op)
        vul_groepen(een, twee, op=self.op)
        houd_bij(self.op)
        vul_regels(een, twee, op=self.op)

    def _collegas(self, ocmw: Ocmw, wachtwoord: str) -> None:
        mensen = [
            (f"{rol}.{ocmw.code}@demo.example", *naam.split(" ", 1), rol) for rol, naam in ROLNAMEN[ocmw.code].items()
        ]
        mensen += [
            (f"{voornaam}.{achternaam}@demo.example".lower().replace(" ", ""), voornaam, achternaam, rol)
            for voornaam, achternaam, rol in COLLEGAS.get(ocmw.code, [])
        ]
        eerste = Medewerker.objects.exclude(password="").values_list("password", flat=True).first()
        for email, voornaam, achternaam, rol in mensen:
            medewerker = Medewerker(email=email, voornaam=voornaam, achternaam=achternaam, ocmw=ocmw, rol=rol)
            if eerste:
                medewerker.password = eerste  # hashing fifty times the same word costs a minute for nothing
            else:
                medewerker.set_password(wachtwoord)
                eerste = medewerker.password
            medewerker.save()

    def _van_rol(self, ocmw: Ocmw, rol: Rol) -> list[Medewerker]:
        return list(Medewerker.objects.filter(ocmw=ocmw, rol=rol).order_by("pk"))

    def _persoon(self, ocmw: Ocmw, coach: Medewerker, plekken: list[Werkplek], nummer: int) -> None:
        dobbel = self.dobbel
        mw = dobbel.choice(self._van_rol(ocmw, Rol.MW))
        stadium = nummer % 8  # 0: a file or a bundle that waits, 1-5: that phase, 6: nazorg, 7: closed
        binnen = regel("doorverwijzing.eerste_gesprek_dagen", op=self.op).waarde
        begin = self.op - timedelta(days=dobbel.randint(20, 500) if stadium else dobbel.randint(2, binnen - 2))
        uit = self.op - timedelta(days=UITSTROOM_GELEDEN[nummer // 8 % len(UITSTROOM_GELEDEN)])
        if stadium == 6:
            begin = uit - timedelta(days=dobbel.randint(200, 300))
        client = self._client(ocmw, mw, begin)
        verhaal = Demoverhaal(dobbel, self.op)
        if nummer % 4 != 3:
            verhaal.leefsituatie(client, door=mw)
        if stadium == 0:
            self._bundel_die_wacht(verhaal, client, mw, coach, nummer, begin)
            return
        verhaal.doorverwijzing(client, mw, coach, op=begin, antwoord=Doorverwijsstatus.AANVAARD)
        verhaal.intake(client, coach, op=begin + timedelta(days=2))
        traject = start_traject(client, door=coach, op=begin + timedelta(days=2))
        if stadium == 1:
            dag = max(begin + timedelta(days=2), self.op - timedelta(days=9))
            verhaal.verkenning(traject, coach, variant=nummer % 3, op=dag)
        else:
            verhaal.antwoorden(traject, coach, tot=min(stadium, 5) - 1, op=begin + timedelta(days=2))
        if nummer % 6 or not verhaal.mag_nog_zonder_plan(traject):
            verhaal.plan(traject, coach, op=begin + timedelta(days=2))
        verhaal.fasen(traject, coach, tot=min(stadium, 5), begin=begin, einde=uit if stadium == 6 else None)
        if stadium >= 4:
            self._contract(client, coach, plekken, begin, uit=uit if stadium >= 6 else None)
            verhaal.werkervaring(client, coach, start=begin + timedelta(days=3))
        einde = self.op - timedelta(days=5)
        # Two in each team were not spoken for longer than their phase asks: the state must be seen, and not everywhere.
        tot = verhaal.stil_sinds(traject) if nummer % 16 == 2 else einde if stadium == 7 else self.op
        verhaal.gesprekken(traject, coach, tot=tot)
        if stadium == 7:
            sluit_dossier(client, reden=Sluitreden.WERK, slotnota="Werkt nu in een magazijn.", door=coach, op=einde)
        elif nummer % 3 == 1:
            self._afspraak(client, coach, nummer)

    def _bundel_die_wacht(
        self, verhaal: Demoverhaal, client: Client, mw: Medewerker, coach: Medewerker, nummer: int, begin: date
    ) -> None:
        """Of three files that only began two wait for an answer; a few contradict their file, and one of those was solved."""
        if nummer % 3 == 2:
            return
        aan = coach if coach.ocmw_id != client.ocmw_id or nummer % 2 else None
        verhaal.doorverwijzing(client, mw, aan, op=begin, antwoord=None, botst=nummer % 16 == 0)
        if nummer == 16:
            verhaal.lost_tegenspraak_op(client, mw, op=begin)

    def _client(self, ocmw: Ocmw, mw: Medewerker, begin: date) -> Client:
        dobbel = self.dobbel
        self.volgnummer += 1
        geslacht = dobbel.choice(["V", "M"])
        taal, niveau = dobbel.choice(TALEN)
        geboren = date(1966, 1, 1) + timedelta(days=dobbel.randint(0, 14_000))
        client = Client(
            ocmw=ocmw,
            voornaam=dobbel.choice(VOORNAMEN[geslacht]),
            achternaam=dobbel.choice(ACHTERNAMEN),
            geboortedatum=geboren,
            insz=_insz(geboren, self.volgnummer * 2 - (geslacht == "M")),
            geslacht=Geslacht(geslacht),
            taal=taal,
            taalniveau=niveau,
            tolk_nodig=niveau in {"A0", "A1"},
            nationaliteit=NATIONALITEIT[taal],
            statuut=Statuut.LEEFLOON
            if NATIONALITEIT[taal] == "België"
            else dobbel.choice([Statuut.LEEFLOON, Statuut.EQUIVALENT]),
            mag_werken=Antwoord.JA,
            verblijfsstatuut="erkend vluchteling" if taal in {"Tigrinya", "Dari", "Arabisch", "Somali"} else "",
            vdab_nummer=str(dobbel.randint(1_000_000, 9_999_999)) if dobbel.random() < 0.8 else "",
        )
        contact = Contactgegevens(
            straat=f"{dobbel.choice(['Kerkstraat', 'Molendries', 'Stationsplein', 'Lindelaan'])} {dobbel.randint(1, 180)}",
            gemeente=ocmw.naam.removeprefix("OCMW "),
            gsm=f"+3247{dobbel.randint(1_000_000, 9_999_999)}",
        )
        return maak_client(client, contact, door=mw, op=begin)

    def _contract(
        self, client: Client, coach: Medewerker, plekken: list[Werkplek], begin: date, *, uit: date | None
    ) -> None:
        van = begin + timedelta(days=12)
        einde = uit if uit else self.op + timedelta(days=self.dobbel.choice([25, 55, 85, 200]))
        if einde <= van:
            van = einde - timedelta(days=120)
        # Most who are ready worked on the first place, so that its through-flow says something.
        plek = plekken[0] if uit and self.dobbel.random() < 0.85 else self.dobbel.choice(plekken)
        contract = Tewerkstelling(
            client=client,
            werkplek=plek,
            mentor=plek.mentoren.order_by("pk").first(),
            van=van,
            tot=einde + timedelta(days=1),
            uren_per_week=self.dobbel.choice([19, 28.5, 38]),
            eindreden=self.dobbel.choice(["duur_bereikt", "doorstroom_andere", "doorstroom_zelfde"]) if uit else "",
        )
        start_tewerkstelling(contract, door=coach, op=self.op)

    def _afspraak(self, client: Client, coach: Medewerker, nummer: int) -> None:
        dag = self.op + timedelta(days=nummer % 6)
        begint = timezone.make_aware(datetime.combine(dag, time(9 + nummer % 7, 0)))
        afspraak = Afspraak(client=client, medewerker=coach, begint_op=begint, plaats="Sociaal huis, lokaal 2")
        maak_afspraak(afspraak, door=coach, op=self.op, toch=True)


def _insz(geboren: date, volgnummer: int) -> str:
    negen = f"{geboren:%y%m%d}{volgnummer:03d}"
    basis = int(f"2{negen}") if geboren.year >= 2000 else int(negen)
    return f"{negen}{97 - basis % 97:02d}"
