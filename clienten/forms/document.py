from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from clienten.bestanden import TOEGELATEN, Gekeurd, keur_bestand, weigering_voor_grootte
from clienten.enums import AFGESCHERMDE_DOCUMENTEN, Documentsoort
from clienten.models import Document
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.velden import veld_van
from ocmw.ui.weigering import Geweigerd, weiger_als


class DocumentForm(forms.ModelForm):
    upload = forms.FileField(
        label="Bestand",
        allow_empty_file=True,  # refused with our own sentence
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.txt"}),
        error_messages={"required": "Kies een bestand."},
    )
    field_order = ["upload", "titel", "soort", "afgeschermd"]

    class Meta:
        model = Document
        fields: ClassVar = ["titel", "soort", "afgeschermd"]
        help_texts: ClassVar = {"afgeschermd": "Een medisch document is altijd afgeschermd."}

    def __init__(self, *args: Any, medewerker: Medewerker, max_megabyte: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_megabyte = max_megabyte
        self.gekeurd: Gekeurd | None = None
        self.fields["upload"].help_text = f"{TOEGELATEN[0].upper()}{TOEGELATEN[1:]}, tot {max_megabyte} MB."
        self.fields["titel"].required = False
        self.fields["titel"].help_text = "Leeg: we nemen de naam van het bestand."
        if not medewerker.mag(Recht.AFGESCHERMD_LEZEN):
            del self.fields["afgeschermd"]
            veld_van(self, "soort", forms.ChoiceField).choices = [
                (code, label) for code, label in Documentsoort.choices if code not in AFGESCHERMDE_DOCUMENTEN
            ]

    def clean_upload(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["upload"]
        try:
            weiger_als(weigering_voor_grootte(upload.size or 0, max_megabyte=self.max_megabyte))
            self.gekeurd = keur_bestand(upload.name or "", upload.read(), max_megabyte=self.max_megabyte)
        except Geweigerd as weigering:
            raise forms.ValidationError(weigering.reden) from weigering
        return upload

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("titel") and self.gekeurd:
            data["titel"] = self.gekeurd.naam.rpartition(".")[0]
        if data.get("soort") in AFGESCHERMDE_DOCUMENTEN:
            data["afgeschermd"] = True
            self.instance.afgeschermd = True
        return data
