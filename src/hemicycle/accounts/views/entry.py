"""The operator's one-time link."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import actions, entry
from hemicycle.accounts.contexts.entry import EnterPage
from hemicycle.accounts.models import Person
from hemicycle.accounts.views.signing import let_in
from hemicycle.ui import show

ADMIN = "/admin/"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, uid: UUID, token: str) -> HttpResponse:
    """Opening the link never acts, since mail programs open links; the button posts."""
    person = Person.objects.filter(uid=uid, is_active=True).first()
    valid = person is not None and entry.tokens.is_fresh(person, token)
    if valid and person is not None and request.method == "POST":
        actions.enter(person)
        return let_in(request, person, ADMIN)
    lead = _("Press the button to sign in as %(email)s.") % {"email": person.email} if valid and person else ""
    page = EnterPage(title=_("Sign in"), lead=lead, valid=valid)
    return show(request, page, status=200 if valid else 410)
