from django.apps import AppConfig


class AfrondingConfig(AppConfig):
    """Phase 5: what must be settled before an art.60 contract ends."""

    name = "nazorg.afronding"
    label = "afronding"
    verbose_name = "Einde art.60"
