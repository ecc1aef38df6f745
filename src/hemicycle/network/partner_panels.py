"""What partnership shows on the pages of parliaments and regional bodies: that they are partners of the Centre."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.core.catalogue import Panel
from hemicycle.network import partner_wording as said
from hemicycle.network.queries.partnership import KINDS, partnership
from hemicycle.network.queries.register import register
from hemicycle.network.shown_deals import ShownDeal, in_order, project_link, shown_deal
from hemicycle.network.states import BodyKind
from hemicycle.ui.parts import Link

TEMPLATE = "network/partner_panel.html"


@dataclass(frozen=True)
class PartnerSection:
    """The agreements of a body with the Centre, and the projects in which it takes part."""

    title: str  # the heading
    # The chamber where the body has several, the language of its name, and the agreement.
    deals: tuple[tuple[str, str, ShownDeal], ...]
    projects: tuple[Link, ...]  # each with the part that the body has in it
    partners: str  # where all partners are


def of_body(uid: UUID, key: str, language: str) -> PartnerSection | None:  # noqa: ARG001 - words follow the page.
    """A parliament with its chambers, or a regional body; no query while nothing of partners changes."""
    held, known = partnership(), register()
    house = known.by_uid[uid]
    chambers = known.chambers_of(key)
    houses = (house, *chambers)
    deals = [(one, deal) for one in houses for deal in in_order(held.of_body.get(one.pk, ()))]
    projects = [(part, project) for one in houses for part, project in held.projects_with.get(one.pk, ())]
    if not deals and not projects:
        return None
    return PartnerSection(
        title=_("Partner of the Centre"),
        deals=tuple(
            (one.name if one.chamber_kind and len(chambers) > 1 else "", one.name_language, shown_deal(deal))
            for one, deal in deals
        ),
        projects=tuple(project_link(project, said.part_name(part)) for part, project in projects),
        partners=reverse("network:partners"),
    )


PANELS = tuple(
    Panel(f"network.partner_{kind}", kind, TEMPLATE, of_body, (*KINDS, BodyKind.HUB.value))
    for kind in (BodyKind.PARLIAMENT.value, BodyKind.REGIONAL_BODY.value)
)
