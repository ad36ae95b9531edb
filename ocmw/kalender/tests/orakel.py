"""A second implementation of month arithmetic, written day by day on purpose: slow, obvious, and no library."""

from datetime import date, timedelta

EEN_DAG = timedelta(days=1)


def bestaat(jaar: int, maand: int, dag: int) -> bool:
    schrikkel = jaar % 4 == 0 and (jaar % 100 != 0 or jaar % 400 == 0)
    lengte = [31, 29 if schrikkel else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][maand - 1]
    return dag <= lengte


def plus_maanden(dag: date, aantal: int) -> date:
    teller = dag.year * 12 + (dag.month - 1) + aantal
    jaar, maand, dagnummer = teller // 12, teller % 12 + 1, dag.day
    while not bestaat(jaar, maand, dagnummer):
        dagnummer -= 1
    return date(jaar, maand, dagnummer)


def maanden_en_dagen(van: date, tot_en_met: date) -> tuple[int, int, int]:
    """Walk from `van` month by month while the whole month fits, then count the days that are left."""
    if tot_en_met < van:
        return 0, 0, 0
    maanden = 0
    while plus_maanden(van, maanden + 1) - EEN_DAG <= tot_en_met:
        maanden += 1
    dagen, dag = 0, plus_maanden(van, maanden)
    while dag <= tot_en_met:
        dagen, dag = dagen + 1, dag + EEN_DAG
    totaal, dag = 0, van
    while dag <= tot_en_met:
        totaal, dag = totaal + 1, dag + EEN_DAG
    return maanden, dagen, totaal


def leeftijd(geboren: date, op: date) -> int:
    jaren = 0
    while plus_maanden(geboren, (jaren + 1) * 12) <= op:
        jaren += 1
    return jaren
