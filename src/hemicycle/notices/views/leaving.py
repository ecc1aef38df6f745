"""The way out of a kind of mail: by the mail program's own button (RFC 8058), or by ours."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person
from hemicycle.accounts.states import USUAL, Often, Topic
from hemicycle.notices import addresses
from hemicycle.notices.contexts import UnsubscribePage
from hemicycle.ui import show
from hemicycle.ui.formatting import format_list

AGAIN = "again"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Mail programs post here without a session and without our sign; the token is what lets them. GET never acts."""
    person, topics = _meant(token)
    if person is None or not topics:
        return show(request, _page(_("This link does not work"), _no_longer()), status=410)
    if request.method != "POST":
        return show(request, _asking(topics))
    again = AGAIN in request.POST
    for topic in topics:
        accounts.hear(person, topic, USUAL[topic] if again else Often.NEVER)
    return show(request, _back(topics) if again else _done(topics))


def _meant(token: str) -> tuple[Person | None, list[Topic]]:
    whom = addresses.unsubscribed(token)
    uid, named = whom or (UUID(int=0), "")
    person = Person.objects.filter(uid=uid, is_active=True).first()
    return person, [Topic(topic) for topic in named.split("+") if topic in Topic.values]


def _asking(topics: list[Topic]) -> UnsubscribePage:
    lead = _("You would get no more mail about: %(topics)s. What awaits you stays on the site.") % _named(topics)
    return _page(_("Hear no more of this kind?"), lead, _("Hear no more of this kind"))


def _done(topics: list[Topic]) -> UnsubscribePage:
    lead = _("You get no more mail about: %(topics)s. What awaits you stays on the site.") % _named(topics)
    return _page(_("You will hear no more of this kind"), lead, _("Hear of it again"), again=True)


def _back(topics: list[Topic]) -> UnsubscribePage:
    lead = _("You get mail about this again, as often as is usual: %(topics)s.") % _named(topics)
    return _page(_("You will hear of it again"), lead)


def _page(title: str, lead: str, button: str = "", *, again: bool = False) -> UnsubscribePage:
    try:
        preferences = reverse(settings.MAIL_PREFERENCES)
    except NoReverseMatch:
        preferences = ""
    return UnsubscribePage(title=title, lead=lead, button=button, again=again, preferences=preferences)


def _named(topics: list[Topic]) -> dict[str, str]:
    return {"topics": format_list([topic.label for topic in topics])}


def _no_longer() -> str:
    return _("The address may have been cut off, or it belonged to somebody who has left.")
