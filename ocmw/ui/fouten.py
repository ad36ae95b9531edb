from django.http import HttpRequest, HttpResponseServerError
from django.template import loader


def er_ging_iets_mis(request: HttpRequest) -> HttpResponseServerError:
    """The page after a crash, with the code of its lines in the log. No request context: nothing here may fail again."""
    return HttpResponseServerError(loader.render_to_string("500.html", {"kenmerk": getattr(request, "kenmerk", "")}))
