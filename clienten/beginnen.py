"""What a new dossier can begin with at once, in the same handeling. A room above offers it and says where one goes on."""

from collections.abc import Callable
from datetime import date

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.ui.aanbod import Aanbod

# Client, who, today -> the address where it goes on.
BEGIN_METEEN: Aanbod[Callable[[Client, Medewerker, date], str]] = Aanbod("waarmee een nieuw dossier meteen begint")
