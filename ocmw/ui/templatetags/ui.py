"""Tags and filters every template may use (builtin)."""

from django import template

register = template.Library()
