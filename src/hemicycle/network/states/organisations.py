"""Kinds of organisations, and the forms in which a parliament organises innovation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganisationType(TextChoices):
    DONOR = "donor", _("Donor")
    STRENGTHENING = "strengthening", _("Organisation that strengthens parliaments")
    UNIVERSITY = "university", _("University or research institute")
    ASSOCIATION = "association", _("Association or network of parliaments or their people")
    UN_BODY = "un_body", _("Body of the United Nations")
    CIVIL_SOCIETY = "civil_society", _("Civil society organisation")
    GOVERNMENT = "government", _("Government body")
    COMPANY = "company", _("Company")
    OTHER = "other", pgettext_lazy("organisation", "Another kind")


class InnovationForm(TextChoices):
    """How a parliament organises innovation; several may stand side by side, each with its own period."""

    FUTURE_COMMITTEE = "future_committee", _("Committee for the future")
    REFORM_COMMITTEE = "reform_committee", _("Committee of members for reform and modernisation")
    UNIT = "unit", _("Innovation unit")
    LABORATORY = "laboratory", _("Laboratory")
    NONE_KNOWN = "none_known", pgettext_lazy("how a parliament organises innovation", "None known")
