"""Everything that is measured, in order, each with its aim. What fills the database for good comes last."""

from django.db import connection

from ocmw.gereedschap.bench import bewaren, paginas, stromen, tikken
from ocmw.gereedschap.bench.doel import Meetdoel
from ocmw.gereedschap.bench.impact import meet_impact
from ocmw.gereedschap.bench.invoer import meet_invoer
from ocmw.gereedschap.bench.journaal import vol
from ocmw.gereedschap.bench.match import meet_match
from ocmw.gereedschap.bench.nacht import meet_bewaken, meet_herstellen
from ocmw.gereedschap.bench.paginas import pagina
from ocmw.gereedschap.bench.proef import Proef
from ocmw.gereedschap.bench.rechtenteller import meet_eerder_werk, meet_rechtenteller
from ocmw.gereedschap.bench.redis import meet_redis
from ocmw.gereedschap.bench.stromen import stroom
from ocmw.gereedschap.bench.stukken import meet_pdf, meet_pdfs_tegelijk, meet_werkboek

PAGINA = Meetdoel(verhouding=2.2, queries=12)


def alle_proeven() -> tuple[Proef, ...]:
    """The aims of one engine: an UPDATE costs more on PostgreSQL, so the sweep may cost less beside it."""
    bewaken = Meetdoel(verhouding=1.3 if connection.vendor == "postgresql" else 2.0)
    return (
        Proef("stroom cliënt maken", stroom(stromen.client_maken), Meetdoel(queries=14), leeg=True),
        Proef("stroom gesprek noteren", stroom(stromen.gesprek_noteren), Meetdoel(queries=18), leeg=True),
        Proef(
            "stroom plaatsing starten",
            stroom(stromen.plaatsing_starten),
            Meetdoel(queries=45, functies=80, mappen=9),
            leeg=True,
        ),
        Proef(
            "stroom ververs_standen, één dossier", stroom(stromen.dossier_verversen), Meetdoel(queries=33), leeg=True
        ),
        Proef("stroom dossier als PDF", stroom(stromen.dossier_als_pdf), leeg=True),
        Proef("caseload", pagina(lambda bank: "/clienten/"), PAGINA, groeit=True),
        Proef("caseload gefilterd", pagina(paginas.gefilterd), PAGINA, groeit=True),
        Proef(
            "caseload stilte, gesorteerd",
            pagina(lambda bank: "/clienten/?stilte=on&sorteer=stilte_op"),
            PAGINA,
            groeit=True,
        ),
        Proef("caseload zoeken", pagina(paginas.zoek_in_lijst), PAGINA, groeit=True),
        Proef("zoeken", pagina(paginas.zoeken), PAGINA, groeit=True),
        Proef("dossier", pagina(paginas.dossier, door="coach"), PAGINA, groeit=True),
        Proef("vandaag", pagina(lambda bank: "/", door="coach"), PAGINA, groeit=True),
        Proef("tijdlijn", pagina(paginas.tijdlijn, door="coach"), Meetdoel(verhouding=3, queries=12), groeit=True),
        Proef("werkplekken", pagina(lambda bank: "/werkplekken/"), groeit=True),
        Proef("werkplekkenbord", pagina(lambda bank: "/werkplekken/bord/"), groeit=True),
        Proef("langer dan nodig", pagina(lambda bank: "/sturing/langer-dan-nodig/"), groeit=True),
        Proef("werkplekkenbord met Redis", meet_redis, Meetdoel(verhouding=1.1)),
        Proef("POST gesprek", bewaren.meet_gesprek, Meetdoel(queries=24)),
        Proef("POST contract, zien", bewaren.meet_contract_zien, Meetdoel(queries=12)),
        Proef("POST contract, bewaren", bewaren.meet_contract_bewaren, Meetdoel(queries=45)),
        Proef("POST toewijzen in bulk", bewaren.meet_toewijzen, Meetdoel(queries=25)),
        Proef("tik uitstellen", tikken.tik(tikken.uitstellen), Meetdoel(verhouding=3, queries=18)),
        Proef("tik rij verversen", tikken.tik(tikken.rij_verversen), Meetdoel(verhouding=3, queries=11)),
        Proef("tik filteren", tikken.tik(tikken.filteren), Meetdoel(verhouding=3, queries=9)),
        Proef("lijst als XLSX", meet_werkboek, Meetdoel(verhouding=6)),
        Proef("termijnen bewaken", meet_bewaken, bewaken),
        Proef("ververs_standen, herstel", meet_herstellen, Meetdoel(verhouding=2.5)),
        Proef("dossier als PDF", meet_pdf, Meetdoel(verhouding=1.2)),
        Proef("PDF's tegelijk", meet_pdfs_tegelijk, Meetdoel(minstens=0.9)),
        Proef("rechtenteller", meet_rechtenteller, Meetdoel(per_seconde=10_000)),
        Proef("rechtenteller met eerder werk", meet_eerder_werk, Meetdoel(verhouding=3)),
        Proef("match", meet_match, Meetdoel(databank=300)),
        Proef("invoer", meet_invoer, Meetdoel(per_seconde=1000)),
        Proef("impact van een regel", meet_impact, Meetdoel(verhouding=10, geheugen=16)),
        Proef("vol journaal, journaal", vol("journaal"), Meetdoel(verhouding=1.5)),
        Proef("vol journaal, vandaag", vol("vandaag"), Meetdoel(verhouding=1.1)),
    )
