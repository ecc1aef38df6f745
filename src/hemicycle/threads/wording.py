"""How authors and their offices are named to readers."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hemicycle.network.models import Office
from hemicycle.network.queries import register
from hemicycle.network.states import Role
from hemicycle.threads.models import Letter


def author_of(letter: Letter) -> str:
    """The author's name; never their address."""
    if letter.author is None or not letter.author.is_active:
        return _("Somebody who has left")
    return letter.author.name or _("Somebody who gave no name")


def office_words(office: Office | None) -> str:
    """An office as readers know it: the role and the body, in their language."""
    if office is None:
        return ""
    house = register().by_pk.get(office.body_id)
    words = {"role": Role(office.role).label, "body": house.title if house else office.body.name}
    # Languages part the two in their own way; Arabic has a comma of its own.
    return pgettext("office", "%(role)s, %(body)s") % words
