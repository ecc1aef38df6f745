"""The folder of mails, for whoever sits at the machine of an embedded node; others find nothing here."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hemicycle.core.loopback import is_own_machine
from hemicycle.notices import folder as kept
from hemicycle.notices.contexts import FolderPage, FoundPage
from hemicycle.ui import show
from hemicycle.ui.parts import Link

View = Callable[..., HttpResponse]
# A mail may bring its own colours, and nothing else: no script, no picture from elsewhere, no form.
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation"
)


def _at_this_machine(view: View) -> View:
    @require_safe
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.MAIL_FOLDER is None or not is_own_machine(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@_at_this_machine
def folder(request: HttpRequest) -> HttpResponse:
    mails = tuple(
        Link(mail.subject, reverse("notices:found", args=[UUID(mail.name)]), note=mail.to)
        for mail in kept.mails(settings.MAIL_FOLDER)
    )
    lead = _(
        "This machine sends no mail. What it would have sent is kept in a folder and shown here, on this machine alone."
    )
    return show(request, FolderPage(title=_("Mails of this machine"), lead=lead, mails=mails))


@_at_this_machine
def found(request: HttpRequest, uid: UUID) -> HttpResponse:
    mail = _found(uid)
    page = FoundPage(
        title=mail.subject or _("Mail"),
        headers=mail.headers,
        text=mail.text,
        links=mail.links,
        page=reverse("notices:found_page", args=[uid]) if mail.html else "",
    )
    return show(request, page)


@_at_this_machine
def found_page(request: HttpRequest, uid: UUID) -> HttpResponse:  # noqa: ARG001 - every view gets the request.
    response = HttpResponse(_found(uid).html)
    response.headers["Content-Security-Policy"] = MAIL_POLICY
    return response


def _found(uid: UUID) -> kept.Found:
    mail = kept.mail(settings.MAIL_FOLDER, uid.hex)
    if mail is None:
        raise Http404
    return mail
