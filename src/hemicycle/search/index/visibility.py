"""What was withdrawn a moment ago is shown no more, even before the index has heard of it."""

from django.db.models import Exists, OuterRef
from django.db.models.expressions import Combinable

from hemicycle.core.models import Listing


def still_public(uid: str) -> Combinable:
    """A condition on rows whose column `uid` names a thing: it has not been withdrawn."""
    return ~Exists(Listing.objects.filter(uid=OuterRef(uid), gone_since__isnull=False))
