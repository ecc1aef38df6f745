"""What time does to agreements: they begin, end, and are about to end, without anybody's doing."""

from django.db import transaction
from django.utils import timezone

from hemicycle.core import journal, listings
from hemicycle.core.models import Listing
from hemicycle.network.models import Agreement, Body, Project
from hemicycle.network.queries.agreements import all_ending_soon
from hemicycle.network.states import BodyKind
from hemicycle.network.states import agreements as states

# What stands in lists with a state that follows the day.
KINDS = (
    (Agreement.kind, Agreement.objects.all()),
    (Project.kind, Project.objects.all()),
    (BodyKind.ORGANISATION.value, Body.objects.filter(kind=BodyKind.ORGANISATION)),
)


@transaction.atomic
def remind_of_ends() -> int:
    """Tell both sides once of each agreement that ends within half a year and that nothing follows."""
    told = 0
    for agreement in all_ending_soon().filter(reminded_on=None):
        agreement.reminded_on = timezone.localdate()
        agreement.save(update_fields=["reminded_on"])
        journal.record(states.AGREEMENT_ENDS_SOON, agreement, by=None, body=agreement.body.key, until=agreement.until)
        told += 1
    return told


@transaction.atomic
def turn_lists() -> int:
    """Renew the entries whose state has changed with the day, such as an agreement whose last day is over."""
    turned = 0
    for kind, rows in KINDS:
        listed = dict(Listing.objects.filter(kind=kind, gone_since=None).values_list("uid", "digest"))
        records = listings.public_records(kind)
        differing = [record.uid for record in records if listed.get(record.uid) != listings.digest_of(record)]
        listings.refresh(list(rows.all().filter(uid__in=differing)))
        turned += len(differing)
    return turned
