"""The forms of allauth in which somebody can guess or send mail, each with a turn of ours around it.

EvenWachten is not a mistake in the form: it leaves as it is and becomes the page that says when.
"""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError

from ocmw.toegang.pogingen import CODE, HERSTEL, WACHTWOORD, eerste_gebruik, neem_beurt, onthoud_plek
from ocmw.ui.mail import mailserver_antwoordt

GEEN_MAIL = (
    "Er kan nu geen mail vertrekken: de mailserver antwoordt niet. Probeer het straks opnieuw, of vraag je beheerder een "
    "nieuw wachtwoord."
)


class WachtwoordWijzigenForm(ChangePasswordForm):
    def clean_oldpassword(self) -> str:
        """Somebody at a screen that was left open may not try on."""
        beurt = neem_beurt(WACHTWOORD, self.user.email, context.request)
        oud: str = super().clean_oldpassword()
        beurt.geef_terug()
        return oud


class WachtwoordVergetenForm(ResetPasswordForm):
    def clean_email(self) -> str:
        """Counted for an address that does not exist too, so waiting tells nothing."""
        email: str = super().clean_email()
        neem_beurt(HERSTEL, email, context.request)
        # Asked for an address that does not exist too: the answer tells nothing about it.
        if not mailserver_antwoordt():
            raise ValidationError(GEEN_MAIL)
        return email


class WachtwoordHerstelForm(ResetPasswordKeyForm):
    def save(self) -> None:
        """Who reads the mailbox is the owner, also at a place where strangers used up the turns."""
        super().save()
        onthoud_plek(self.user.email, context.request)


class _MetBeurt:
    user: Any

    def clean_code(self) -> str:
        beurt = neem_beurt(CODE, self.user.email, context.request)
        code: str = super().clean_code()  # type: ignore[misc]  # mixed into forms that have it
        if not eerste_gebruik(self.user.email, code):
            raise get_mfa_adapter().validation_error("incorrect_code")
        beurt.geef_terug()
        return code


class CodeForm(_MetBeurt, AuthenticateForm):
    pass


class CodeOpnieuwForm(_MetBeurt, ReauthenticateForm):
    pass
