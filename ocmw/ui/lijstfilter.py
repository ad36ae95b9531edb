"""What every filter of a list has. A filter only ever narrows the queryset it is given, so it can never widen the scope."""

import django_filters


class Lijstfilter(django_filters.FilterSet):
    @property
    def actief(self) -> int:
        """How many filters are on: shown beside the button."""
        return sum(bool(waarde) for waarde in self.form.cleaned_data.values()) if self.form.is_valid() else 0
