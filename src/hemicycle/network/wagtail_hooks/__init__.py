"""The staff side of the register and of partners: what stands in which menu."""

from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks

from hemicycle.core.staff import Group
from hemicycle.network.wagtail_hooks.agreements import AGREEMENTS
from hemicycle.network.wagtail_hooks.bodies import BODIES
from hemicycle.network.wagtail_hooks.contributions import CONTRIBUTIONS
from hemicycle.network.wagtail_hooks.findings import FACTS
from hemicycle.network.wagtail_hooks.organisations import ORGANISATIONS
from hemicycle.network.wagtail_hooks.projects import PROJECTS


class Register(Group):
    menu_label = pgettext_lazy("menu", "Register")
    menu_name = "register"
    menu_icon = "list-ul"
    menu_order = 210
    items = (BODIES, FACTS)


class Partners(Group):
    menu_label = gettext_lazy("Partners")
    menu_name = "partners"
    menu_icon = "group"
    menu_order = 240
    items = (ORGANISATIONS, AGREEMENTS, CONTRIBUTIONS, PROJECTS)


hooks.register("register_admin_viewset", Register)
hooks.register("register_admin_viewset", Partners)
