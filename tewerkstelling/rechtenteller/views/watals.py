"""Wat als: play with the dates of a contract, see all dates side by side, keep a proposal. Nothing in the dossier moves."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kladjes.actions import vergeet_kladjes
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.tijdbeeld import Beeldmaat
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.basis import basis_van_contract, werk_met
from tewerkstelling.rechtenteller.forms.watals import WensForm, velden_uit
from tewerkstelling.rechtenteller.models import Scenario
from tewerkstelling.rechtenteller.scenarios import basis_van, bewaar_scenario, verwijder_scenario
from tewerkstelling.rechtenteller.watals import Basis, pas_toe, uitkomst, vergelijk
from tewerkstelling.tijdbeeld import Tijdlezing
from tewerkstelling.werkstand import Werkstand, werkstand

MEESTE = 3
LETTERS = "ABC"


def _contract(request: MedewerkerRequest, werk: Werkstand) -> tuple[Tewerkstelling | None, list[Tewerkstelling]]:
    contracten = [rij for rij in werk.contracten if rij.soort == Contractsoort.ART60]
    gekozen = request.POST.get("contract") or request.GET.get("contract", "")
    return next((rij for rij in contracten if str(rij.pk) == gekozen), werk.art60), contracten


def _formulieren(request: MedewerkerRequest, basis: Basis, scenarios: list[Scenario]) -> list[WensForm]:
    """As many scenarios as the page has; one more when asked, with what was typed in the others kept."""
    vast: dict[str, Any] = {
        "basis": basis,
        "op": vandaag(),
        "mag_afgeschermd": request.user.mag(Recht.AFGESCHERMD_LEZEN),
    }
    if request.method != "POST":
        # A kept proposal comes back as if it were typed again: counted, and looked at with the facts of now.
        return [
            WensForm(
                {f"{letter}-{naam}": waarde for naam, waarde in velden_uit(scenario).items()}, prefix=letter, **vast
            )
            for letter, scenario in zip(LETTERS, scenarios, strict=False)
        ] or [WensForm(prefix=LETTERS[0], **vast)]
    gepost = request.POST.get("aantal", "1")
    aantal = min(MEESTE, max(1, int(gepost))) if gepost.isdecimal() and len(gepost) < 3 else 1
    forms = [WensForm(request.POST, prefix=LETTERS[i], **vast) for i in range(aantal)]
    if "minder" in request.POST and aantal > 1:
        forms.pop()
    elif "erbij" in request.POST and aantal < MEESTE:
        forms.append(WensForm(prefix=LETTERS[aantal], **vast))
    return forms


def _toon(
    request: MedewerkerRequest, werk: Werkstand, contract: Tewerkstelling, contracten: list[Tewerkstelling],
    basis: Basis, forms: list[WensForm],
) -> HttpResponse:  # fmt: skip
    op, client = vandaag(), werk.stand.client
    nu = uitkomst(basis, basis.zoals_nu, op=op)
    uit = {form.prefix: uitkomst(basis, form.wens, op=op) for form in forms if form.is_valid()}
    # A scenario that is not bound yet equals now: it still has its column, so the table does not jump.
    kolommen = [(str(form.prefix), uit.get(form.prefix) or (None if form.is_bound else nu)) for form in forms]
    getoond = [(letter, uitk) for letter, uitk in kolommen if uitk]
    lezing = Tijdlezing(werk, afgeschermd=request.user.mag(Recht.AFGESCHERMD_LEZEN), maat=Beeldmaat.KOP)
    wensen = {str(form.prefix): form.wens for form in forms if str(form.prefix) in uit}
    straks = [
        (letter, lezing.beeld(werk_met(werk, contract, pas_toe(basis.feiten, wensen[letter]), uitk.werk)))
        for letter, uitk in getoond
        if letter in wensen and uitk.waarden != nu.waarden
    ]
    regels = vergelijk(nu, [uitk for _, uitk in getoond])
    context = {
        "client": client,
        "tab": "werk",
        "contract": contract,
        "contracten": contracten,
        "forms": forms,
        "nu": nu,
        "letters": [letter for letter, _ in getoond],
        "verschillen": [regel for regel in regels if regel.anders],
        "gelijk": [regel for regel in regels if not regel.anders],
        "banden": [
            ("Nu", lezing.beeld()),
            *((f"Scenario {letter}", beeld) for letter, beeld in straks),
        ],
        "regelsets": _regelsets([nu, *(uitk for _, uitk in getoond)]),
        "meer": len(forms) < MEESTE,
        "foutvakken": ",".join(f"#{form.fout_id(naam)}" for form in forms for naam in form.fields),
        "scenarios": _scenarios(request, client, contract),
    }
    return render(request, "rechtenteller/watals.html", context)


def _regelsets(uitkomsten: list[Any]) -> list[Any]:
    sets = {(r.sleutel, r.geldig_van): r for uit in uitkomsten for r in uit.regelsets}
    return list(sets.values())


def _scenarios(request: MedewerkerRequest, client: Client, contract: Tewerkstelling) -> list[tuple[Scenario, bool]]:
    """Kept proposals, each with whether the contract changed since."""
    rijen = Scenario.objects.zichtbaar_voor(request.user).filter(client=client)
    nu = {contract.pk: basis_van(contract)}
    return [
        (rij, rij.contract_id in nu and rij.invoer["basis"] != nu[rij.contract_id])
        for rij in rijen.select_related("bewaard_door", "contract")
    ]


@vereist(Recht.DOSSIER_LEZEN)
def watals(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """GET: as it is now, or a kept proposal again; POST: what was typed, live or with the button."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="wat-als")
    scenarios = _gekozen_scenarios(request, client)
    werk = werkstand(client, op=vandaag())
    contract, contracten = _contract(request, werk)
    if scenarios:
        contract = next((c for c in contracten if c.pk == scenarios[0].contract_id), contract)
    if contract is None:
        return render(request, "rechtenteller/watals_leeg.html", {"client": client, "tab": "werk"})
    basis = basis_van_contract(werk, contract)
    return _toon(request, werk, contract, contracten, basis, _formulieren(request, basis, scenarios))


def _gekozen_scenarios(request: MedewerkerRequest, client: Client) -> list[Scenario]:
    """At most three, of one contract; what this reader may not see does not exist."""
    pks = [pk for pk in request.GET.getlist("voorstel") if pk.isascii() and pk.isdigit() and len(pk) < 18][:MEESTE]
    if not pks:
        return []
    rijen = list(Scenario.objects.zichtbaar_voor(request.user).filter(client=client, pk__in=pks))
    return [rij for rij in rijen if rij.contract_id == rijen[0].contract_id]


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def watals_bewaren(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Keep one of the scenarios on the page; with a mistake in it the page comes back as it was typed."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="wat-als")
    werk = werkstand(client, op=vandaag())
    contract, contracten = _contract(request, werk)
    if contract is None:
        return redirect("rechtenteller:watals", pk)
    basis = basis_van_contract(werk, contract)
    forms = _formulieren(request, basis, [])
    form = next((form for form in forms if form.prefix == request.POST.get("bewaar")), forms[0])
    if form.is_valid() and not form.cleaned_data["nota"].strip():
        form.add_error("nota", "Schrijf kort waarover dit scenario gaat.")
    if form.is_valid():
        try:
            scenario = bewaar_scenario(contract, form.wens, form.cleaned_data["nota"], door=request.user, op=vandaag())
        except Geweigerd as fout:
            form.add_error("nota", fout.reden)
        else:
            vergeet_kladjes(adres=reverse("rechtenteller:watals", args=[pk]), door=request.user)
            messages.success(request, "Het scenario is bewaard. In het dossier verandert er niets.")
            return redirect(f"{reverse('rechtenteller:watals', args=[pk])}?voorstel={scenario.pk}")
    return _toon(request, werk, contract, contracten, basis, forms)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def scenario_verwijderen(request: MedewerkerRequest, pk: int, scenario: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="wat-als")
    rijen = Scenario.objects.zichtbaar_voor(request.user).filter(client=client).select_related("client")
    verwijder_scenario(get_object_or_404(rijen, pk=scenario), door=request.user, op=vandaag())
    messages.success(request, "Het scenario is verwijderd.")
    return redirect("rechtenteller:watals", pk)
