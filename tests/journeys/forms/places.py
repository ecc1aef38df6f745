"""Every page of the site in a state in which its forms are there, and the addresses that no form leads to."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from hemicycle.accounts import deeds, entry
from hemicycle.accounts.tests.factories import a_person, a_second_factor
from hemicycle.innovations.models import Case
from hemicycle.innovations.steps import NAMES
from hemicycle.network.models import Body
from hemicycle.notices import actions as notices
from hemicycle.notices.actions import Outgoing
from hemicycle.notices.models import Mail
from tests.access import addresses, world
from tests.access.test_matrix import OPTIONAL
from tests.journeys.forms.finding import Field, Form
from tests.journeys.forms.walking import Page

PASSWORD = "a long way to the house"  # noqa: S105 - of nobody.
MAIL = "somebody.new@example.org"
# Addresses that take posts and have no form: what sends there, and what it may send.
WITHOUT_FORM: Mapping[str, tuple[str, ...]] = {
    "accounts:passkey_options": (),  # by script, before a passkey is asked for
    "accounts:passkey_remove": (),  # a form for whoever has a passkey, which a test cannot make
    "accounts:session_end": (),  # a form for whoever has another session
    "accounts:sessions_end": (),
    "openid_connect_login": ("process", "next"),  # a button for each provider of the settings
    "innovations:resume: draft": (),  # leads on, whatever is sent
}


def pages(house: Body, other_house: Body, people: Mapping[str, Any]) -> list[Page]:
    """Every address of this node with what leads to it; some stand here twice, in two states."""
    people["editor"].set_password(PASSWORD)
    people["editor"].save()
    a_second_factor(people["colleague"])
    made = world.made(house, other_house, people).asked
    there = set(addresses.names())
    given = {name.partition(": ")[0] for name in made}
    asked: dict[str, Mapping[str, Any]] = {name: {} for name in there if name not in given}
    asked |= {name: values for name, values in made.items() if name not in OPTIONAL or name in there}
    found = [Page(name, reverse(name.partition(": ")[0], kwargs=values)) for name, values in asked.items()]
    return [*found, *_steps(), *_on_the_way(people), *_awaiting(people), *_demonstration()]


def _steps() -> list[Page]:
    draft = Case.objects.get(state="draft")
    return [
        Page(f"innovations:step: {step}", reverse("innovations:step", args=[draft.slug, step]))
        for step in NAMES
        if step != "what"
    ]


def _on_the_way(people: Mapping[str, Any]) -> list[Page]:
    """Pages that follow what was sent before."""
    login, password, move = (reverse(name) for name in ("account_login", "accounts:login_password", "accounts:address"))
    return [
        Page("account_confirm_login_code", reverse("account_confirm_login_code"), [(login, {"email": MAIL})]),
        Page(
            "mfa_authenticate",
            reverse("mfa_authenticate"),
            [(password, {"email": people["editor"].email, "password": PASSWORD})],
        ),
        Page("accounts:address_code", reverse("accounts:address_code"), [(move, {"email": MAIL})]),
        Page("accounts:confirm", reverse("accounts:confirm"), [(reverse("accounts:confirm"), {})]),
    ]


def _awaiting(people: Mapping[str, Any]) -> list[Page]:
    """A mail that an operator decides about, a link that was mailed to a focal point, one that an operator gave."""
    mail = notices.put("held", Outgoing(subject="News", text="Words", address="a@example.org"))
    Mail.objects.filter(pk=mail.pk).update(state="dead", error="550")
    public = Case.objects.get(slug="public-case")
    links = {
        "accounts:deed": deeds.link_for(people["focal_point"], "case.confirm", public.uid),
        # It ends when its person signs in, so it belongs to somebody who has not.
        "accounts:enter": entry.link_for(a_person()),
    }
    return [Page(name, link.removeprefix(settings.HEMICYCLE_URL)) for name, link in links.items()]


def _demonstration() -> list[Page]:
    if not settings.DEMO:
        return []
    from hemicycle.demo import actions as demo

    demo.add()
    return [Page("demo:demo", reverse("demo:demo"))]


def without_form(found: list[Page]) -> list[tuple[Page, Form]]:
    """What those addresses would be sent if they had a form."""
    by_name = {page.name: page for page in found}
    return [
        (by_name[name], Form(by_name[name].address, [Field(each, "text") for each in fields]))
        for name, fields in WITHOUT_FORM.items()
    ]
