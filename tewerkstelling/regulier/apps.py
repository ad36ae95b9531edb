from django.apps import AppConfig


class RegulierConfig(AppConfig):
    """The other branch: vacancies, applications, start in a regular job, the cv."""

    name = "tewerkstelling.regulier"
    label = "regulier"
    verbose_name = "Gewone job"

    def ready(self) -> None:
        from tewerkstelling.regulier import beloften, journaalcodes, plaats, regels, sessiedeel  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
