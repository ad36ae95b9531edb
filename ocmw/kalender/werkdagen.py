"""Belgian public holidays and working days (I15). A working day is Monday to Friday and no holiday."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateutil.easter import easter
from holidays import country_holidays


@lru_cache(maxsize=128)
def feestdagen(jaar: int) -> MappingProxyType[date, str]:
    """The ten legal public holidays of a year, by date, with their Dutch name.

    The library also lists Easter and Whit Sunday; they are Sundays and no legal holidays, so they are left out (I15).
    """
    zondagen = {easter(jaar), easter(jaar) + timedelta(days=49)}
    lijst = country_holidays("BE", years=jaar, language="nl")
    # A day can hold two holidays (Ascension on 1 May 2008): the library joins their names.
    return MappingProxyType({dag: naam for dag, naam in sorted(lijst.items()) if dag not in zondagen})


def is_feestdag(dag: date) -> bool:
    return dag in feestdagen(dag.year)


def is_weekend(dag: date) -> bool:
    return dag.weekday() >= 5


def is_werkdag(dag: date, *, gesloten: Collection[date] = ()) -> bool:
    """Monday to Friday, no public holiday and not in `gesloten` (local closing days such as 11 July, I15)."""
    return not is_weekend(dag) and not is_feestdag(dag) and dag not in gesloten


def plus_werkdagen(start: date, aantal: int, *, gesloten: Collection[date] = ()) -> date:
    """The working day `aantal` working days after `start`, which itself does not count; 0 gives `start` back."""
    if aantal < 0:
        raise ValueError("Het aantal werkdagen is nul of meer.")
    dag = start
    while aantal:
        dag += timedelta(days=1)
        aantal -= is_werkdag(dag, gesloten=gesloten)
    return dag


def min_werkdagen(einde: date, aantal: int) -> date:
    """The last day that leaves `aantal` working days before `einde`, which itself does not count; a working day."""
    if aantal < 1:
        raise ValueError("Het aantal werkdagen is minstens één.")
    dag = einde
    while aantal:
        dag -= timedelta(days=1)
        aantal -= is_werkdag(dag)
    return dag
