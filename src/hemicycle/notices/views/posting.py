"""Where the link leads by which somebody has said that a letter is theirs; it knows nobody and no letter."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from hemicycle.core.pagecache import cached
from hemicycle.notices.contexts import PostedPage
from hemicycle.ui import show


@cached()
def posted(request: HttpRequest) -> HttpResponse:
    lead = _("The members read it, and hear of it by mail. Their answers come to you by mail as well.")
    return show(request, PostedPage(_("Your letter was posted"), lead))
