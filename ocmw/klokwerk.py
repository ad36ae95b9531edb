"""What the clock starts, and when. The work itself lives in the `jobs.py` of its room."""

from typing import Any

from celery.schedules import crontab

KLOKWERK: dict[str, dict[str, Any]] = {
    "bewaak termijnen": {"task": "ocmw.termijnen.jobs.bewaak_termijnen", "schedule": crontab(hour=4, minute=30)},
    "ochtendbericht": {
        "task": "ocmw.termijnen.jobs.stuur_ochtendberichten",
        "schedule": crontab(hour="6-8", minute="*/20"),
    },
    "begin nieuwe regels": {
        "task": "ocmw.werkruimte.regelimpact.jobs.begin_nieuwe_regels",
        "schedule": crontab(hour=0, minute=10),
    },
    "ververs standen": {"task": "ocmw.werkruimte.dossier.jobs.ververs_standen", "schedule": crontab(hour=4, minute=0)},
    "leid termijnen opnieuw af": {
        "task": "ocmw.werkruimte.dossier.jobs.controleer_dossiers",
        "schedule": crontab(hour=3, minute=0, day_of_week="sun"),
    },
    "verwerk wie vertrok": {
        "task": "ocmw.werkruimte.beheer.jobs.verwerk_vertrek",
        "schedule": crontab(hour=0, minute=5),
    },
    "verzegel het journaal": {
        "task": "ocmw.journaal.jobs.verzegel_journaal",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "controleer het journaal": {
        "task": "ocmw.journaal.jobs.controleer_journaal",
        "schedule": crontab(hour=1, minute=30),
    },
    # Before the sweep: who is offered a seat by this hears of it the same night.
    "geef plaatsen in groepen door": {
        "task": "trajecten.groepen.jobs.geef_plaatsen_door",
        "schedule": crontab(hour=0, minute=20),
    },
    "mail over gewijzigde sessies": {
        "task": "trajecten.groepen.jobs.mail_verwittigingen",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "ruim formuliersleutels op": {
        "task": "ocmw.ui.jobs.ruim_formuliersleutels_op",
        "schedule": crontab(hour=2, minute=5),
    },
    "ruim oude kladjes op": {"task": "ocmw.kladjes.jobs.ruim_oude_kladjes_op", "schedule": crontab(hour=2, minute=15)},
    "ruim verenigingen op": {
        "task": "ocmw.werkruimte.dubbels.jobs.ruim_verenigingen_op",
        "schedule": crontab(hour=2, minute=35),
    },
    "ruim sessies op": {"task": "ocmw.toegang.jobs.ruim_sessies_op", "schedule": crontab(hour=2, minute=25)},
    "ruim oude pogingen op": {"task": "ocmw.toegang.jobs.ruim_pogingen_op", "schedule": crontab(hour=2, minute=20)},
    "ruim oude invoer op": {
        "task": "ocmw.werkruimte.invoer.jobs.ruim_invoer_op",
        "schedule": crontab(hour=2, minute=45),
    },
    "ruim vervallen rapporten op": {
        "task": "ocmw.werkruimte.rapporten.jobs.ruim_rapporten_op",
        "schedule": crontab(hour=2, minute=30),
    },
    "proef de mail": {
        "task": "ocmw.opdrachten.jobs.proef_de_mail",
        "schedule": 300.0,
        "options": {"expires": 300},
    },
    "hervat opdrachten": {
        "task": "ocmw.opdrachten.jobs.hervat_opdrachten",
        "schedule": 60.0,
        # A worker that was away for a day has one of these to do, not fifteen hundred.
        "options": {"expires": 60},
    },
}
