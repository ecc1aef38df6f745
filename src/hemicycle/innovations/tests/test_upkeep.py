"""After publication: confirming, “still so?”, adopting, withdrawing, translating; mails, tasks and the row of ways."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext, override

from hemicycle.accounts import deeds
from hemicycle.core import texts
from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry, Text
from hemicycle.core.panels import drawn
from hemicycle.innovations import actions, queries, tasks
from hemicycle.innovations.models import Adoption, Case
from hemicycle.innovations.states import Evidence, Stage, State
from hemicycle.innovations.tests.factories import a_case, hand_in
from hemicycle.network.states import Role

TODAY = date(2026, 6, 1)
ENGLISH = {"en": {"title": "Papers on tablets", "lead": "Less paper.", "done": "Tablets were bought."}}


def published(body, months=0, **columns):
    at = (
        timezone.now()
        if not months
        else timezone.make_aware(timezone.datetime(2026, 6, 1)) - timedelta(days=months * 31)
    )
    return a_case(body=body, words=ENGLISH, published_at=at, **columns)


def page(case, below):
    return f"/en/cases/{case.slug}/{below}/"


def told(entry, person):
    """The mail as its reader gets it: subject and text."""
    message = MESSAGES[entry.verb]
    with override(person.language):
        about = message.about(entry, person)
        return about and tuple(str(drawn(message.template, macro, about)) for macro in ("subject", "text"))


def duty(name, person):
    return [task.address for task in DUTIES[f"innovations.{name}"].awaiting(person)]


def test_a_focal_point_confirms_on_a_page_with_the_stage_of_today(client, focal_point, zambia):
    case = published(zambia, stage=Stage.PILOT)
    client.force_login(focal_point)

    shown = client.get(page(case, "confirm")).content.decode()
    wrong = client.post(page(case, "confirm"), {"stage": "nonsense"})
    right = client.post(page(case, "confirm"), {"stage": "in_use"})

    case.refresh_from_db()
    assert '<option value="pilot" selected>' in shown
    assert (wrong.status_code, right.status_code) == (422, 302)
    assert (case.evidence, case.stage) == (Evidence.CONFIRMED, "in_use")


@pytest.mark.parametrize("name", ["case.confirm", "case.ended"])
def test_a_mailed_link_confirms_or_ends_after_one_button_and_works_once(client, focal_point, zambia, name):
    case = published(zambia, stage=Stage.IN_USE)
    address = deeds.link_for(focal_point, name, case.uid).removeprefix("http://localhost:8000")
    address = "/" + address.split("/", 3)[3] if address.startswith("http") else address

    opened = [client.get(address).status_code, client.head(address).status_code]
    untouched = Case.objects.get(pk=case.pk).evidence
    pressed, again = client.post(address), client.post(address)

    case.refresh_from_db()
    assert (opened, untouched) == ([200, 200], Evidence.COMPILED)
    assert (pressed.status_code, again.status_code) == (302, 410)
    assert (case.evidence, case.stage) == (Evidence.CONFIRMED, "ended" if name == "case.ended" else "in_use")


def test_chambers_are_asked_at_six_and_eighteen_months_and_once_each(focal_point, zambia, malawi):
    due, young, alone = published(zambia, 7), published(zambia, 3), published(malawi, 7)

    first = [actions.ask_what_is_due(TODAY), actions.ask_what_is_due(TODAY)]
    later = [actions.ask_what_is_due(TODAY + timedelta(days=400)) for _number in range(2)]

    asked = Entry.objects.filter(verb="case.confirmation_asked").order_by("id")
    assert first == [1, 0]
    assert later == [2, 0]
    assert [(entry.subject, entry.facts["months"]) for entry in asked] == [
        (due.uid, 6),
        (due.uid, 18),
        (young.uid, 6),
    ]
    assert not asked.filter(subject=alone.uid).exists()


def test_silence_shows_as_last_confirmed(client, focal_point, zambia):
    case = published(zambia, 7, evidence=Evidence.CONFIRMED, confirmed_on=date(2025, 3, 14), confirmed_as="focal_point")
    actions.ask_what_is_due(TODAY)

    assert "last confirmed on 14 March 2025" in client.get(f"/en/cases/{case.slug}/").content.decode()


def test_who_confirmed_lately_is_not_asked(focal_point, zambia):
    published(zambia, 7, evidence=Evidence.CONFIRMED, confirmed_on=TODAY - timedelta(days=9))

    assert actions.ask_what_is_due(TODAY) == 0


def test_another_house_says_what_it_took_and_begins_its_own_case(client, colleague, editor, zambia, malawi):
    origin = published(zambia)
    client.force_login(colleague)
    said = {"body": malawi.pk, "relation": "adapted", "since": "2024", "took": "The idea.", "changed": "Phones."}

    empty = client.post(page(origin, "adopt"), {**said, "took": ""})
    answer = client.post(page(origin, "adopt"), said)
    twice = client.post(page(origin, "adopt"), said)

    adoption = Adoption.objects.get()
    assert (empty.status_code, answer.status_code, twice.status_code) == (422, 302, 409)
    assert answer["Location"] == f"/en/cases/new/?adopted={adoption.uid}"
    assert "The idea." in twice.content.decode()
    assert texts.read_one(adoption.uid, "en").fields == {"took": "The idea.", "changed": "Phones."}

    assert "<p>Phones.</p>" in client.get(f"/en/cases/{origin.slug}/").content.decode()
    client.post(answer["Location"], {"body": malawi.pk, "language": "en", "title": "Papers on phones"})
    own = Case.objects.get(slug="papers-on-phones")
    assert texts.read_one(own.uid, "en")["done"] == "The idea.\n\nPhones."
    assert len(queries.links()) == 1
    hand_in(own, by=colleague)
    actions.take(own, by=editor)
    actions.publish(own, by=editor)
    link = queries.links()[0]
    assert (Adoption.objects.get().uid, link.taker.case, link.origin.case) == (adoption.uid, own.uid, origin.uid)


@pytest.mark.parametrize("who", ["contributor", "focal_point", "outsider", "editor"])
def test_nobody_adopts_for_their_own_house_or_for_none(client, who, zambia, malawi, request):
    case = published(zambia)
    client.force_login(request.getfixturevalue(who))

    answer = client.post(
        page(case, "adopt"), {"body": malawi.pk, "relation": "adapted", "took": "The whole idea of it."}
    )

    assert (answer.status_code, Adoption.objects.count()) == (404, 0)


def test_a_case_is_withdrawn_and_brought_back(client, focal_point, zambia):
    case = published(zambia)
    client.force_login(focal_point)

    client.post(page(case, "withdraw"))
    client.logout()
    gone = client.get(f"/en/cases/{case.slug}/").status_code
    client.force_login(focal_point)
    asks = "Bring this case back" in client.get(page(case, "withdraw")).content.decode()
    client.post(page(case, "withdraw"))
    client.logout()

    assert (gone, asks, client.get(f"/en/cases/{case.slug}/").status_code) == (410, True, 200)


def test_pressing_withdraw_twice_does_not_bring_the_case_back(client, focal_point, zambia):
    case = published(zambia)
    client.force_login(focal_point)

    first, second = (client.post(page(case, "withdraw"), {"act": "withdraw"}) for _time in range(2))

    case.refresh_from_db()
    assert (first.status_code, second.status_code, case.state) == (302, 409, State.WITHDRAWN)
    assert "This has been done already" in second.content.decode()


ROLES = {
    "confirm": {"focal_point"},
    "words": {"focal_point", "editor", "administrator"},
    "adopt": {"colleague"},
    "withdraw": {"focal_point", "editor", "administrator"},
    "translate/fr": {"focal_point", "contributor", "colleague", "editor", "administrator"},
    "review": {"editor", "administrator"},
    "hand-in": set(),
    "edit": set(),
}


@pytest.mark.parametrize("below", ROLES)
def test_each_page_opens_to_those_who_may_and_to_nobody_else(client, below, zambia, request):
    case = published(zambia)
    people = ["focal_point", "contributor", "colleague", "editor", "administrator", "outsider"]

    opened = set()
    for who in people:
        client.force_login(request.getfixturevalue(who))
        status = client.get(page(case, below)).status_code
        assert status in {200, 404}, who
        opened |= {who} if status == 200 else set()
        client.logout()

    assert opened == ROLES[below]
    assert client.get(page(case, below)).status_code == 302


def test_a_translation_is_kept_published_and_shows_what_changed_since(client, contributor, editor, zambia):
    case = published(zambia)
    client.force_login(contributor)
    french = {"title": "Papiers sur tablette", "lead": "Moins.", "done": "Achat.", "credit": "A. Martin"}

    kept = client.post(page(case, "translate/fr"), {**french, "act": "keep", "seen": 0})
    unread = texts.read_one(case.uid, "fr").language
    stale = client.post(page(case, "translate/fr"), {**french, "act": "publish", "seen": 0, "lead": "Mien."})
    done = client.post(page(case, "translate/fr"), {**french, "act": "publish", "seen": 1})
    actions.propose(case, {**ENGLISH["en"], "lead": "Much less paper."}, seen=0, by=editor)

    shown = client.get(page(case, "translate/fr")).content.decode()
    reading = texts.read_one(case.uid, "fr")
    with override("fr"):
        said = gettext("The original was changed after this translation was made.")
    seen_by_readers = said in client.get(f"/fr/cases/{case.slug}/").content.decode()
    client.get("/en/cases/")
    assert (kept.status_code, unread, stale.status_code, done.status_code) == (302, "en", 409, 302)
    assert "Mien." in stale.content.decode()
    assert (reading["title"], reading.credit, reading.behind) == ("Papiers sur tablette", "A. Martin", True)
    assert '<ins><span class="hidden-text">[added:] </span>Much less</ins>' in shown
    assert seen_by_readers
    assert duty("behind", contributor) == [page(case, "translate/fr")]


def test_the_original_language_and_languages_not_offered_are_not_found(client, colleague, zambia):
    case = published(zambia)
    client.force_login(colleague)

    assert [client.get(page(case, f"translate/{code}")).status_code for code in ("en", "de")] == [404, 404]


def test_what_an_outsider_translates_is_checked_before_it_is_public(client, colleague, focal_point, editor, zambia):
    case = published(zambia)
    french = {"title": "Papiers sur tablette", "lead": "Moins.", "done": "Achat.", "credit": "A. Martin"}
    client.force_login(colleague)
    shown = client.get(page(case, "translate/fr")).content.decode()
    published_alone = client.post(page(case, "translate/fr"), {**french, "act": "publish", "seen": 0})
    untitled = client.post(page(case, "translate/fr"), {**french, "title": "", "act": "offer", "seen": 0})
    handed_over = client.post(page(case, "translate/fr"), {**french, "act": "offer", "seen": 0}, follow=True)

    offered = Entry.objects.get(verb="case.translation_offered")
    assert (">Hand it over to be checked<" in shown, ">Publish this version<" in shown) == (True, False)
    assert (published_alone.status_code, untitled.status_code) == (404, 422)
    assert texts.read_one(case.uid, "fr").language == "en"
    assert "one of them checks it before it is public" in handed_over.content.decode()
    assert "Finished, and waiting to be checked before it is published." in handed_over.content.decode()
    assert MESSAGES[offered.verb].audience(offered) == {focal_point.uid, editor.uid}
    assert told(offered, editor)[0] == "To check: Papers on tablets"
    assert told(offered, colleague) is None
    assert [duty("translations", who) for who in (editor, focal_point, colleague)] == [
        [page(case, "translate/fr")],
        [page(case, "translate/fr")],
        [],
    ]

    client.force_login(focal_point)
    client.post(page(case, "translate/fr"), {**french, "lead": "Moins de papier.", "act": "publish", "seen": 1})
    reading = texts.read_one(case.uid, "fr")
    entry = Entry.objects.get(verb="case.translated")
    assert (reading["lead"], reading.credit) == ("Moins de papier.", "A. Martin")
    assert MESSAGES[entry.verb].audience(entry) == {colleague.uid}
    assert told(entry, colleague)[1].count("/fr/cases/") == 1
    assert (duty("translations", editor), told(offered, editor)) == ([], None)


def test_a_translation_that_its_author_takes_up_again_waits_for_nobody(colleague, editor, zambia):
    case = published(zambia)
    said = {"language": "fr", "credit": "A. Martin", "by": colleague}

    actions.offer_translation(case, {"title": "Papiers"}, seen=0, **said)
    before = len(duty("translations", editor))
    actions.keep_translation(case, {"title": "Papiers, encore"}, seen=1, **said)

    assert (before, duty("translations", editor)) == (1, [])
    with pytest.raises(PermissionDenied):
        actions.translate(case, {"title": "Papiers"}, seen=2, **said)


def test_nobody_without_an_office_translates(outsider, zambia):
    case = published(zambia)

    for verb in (actions.translate, actions.keep_translation, actions.offer_translation):
        with pytest.raises(PermissionDenied):
            verb(case, {"title": "Titre"}, language="fr", credit="", by=outsider)


class Upper:
    """Translates by raising its voice."""

    name = "Upper"

    def languages(self):
        return frozenset({("en", "fr")})

    def translate(self, fields, *, source, target):
        return {name: text.upper() for name, text in fields.items()}


def test_a_machine_drafts_and_never_publishes_and_never_overwrites(client, colleague, zambia, settings):
    case = published(zambia)
    client.force_login(colleague)
    without = client.get(page(case, "translate/fr")).content.decode()
    unasked = client.post(page(case, "translate/fr"), {"act": "machine"})
    settings.TRANSLATION_PROVIDER = f"{__name__}.Upper"
    tasks._provider.cache_clear()
    try:
        offered = client.get(page(case, "translate/fr")).content.decode()
        made = [tasks.machine_draft.call(str(case.uid), "fr") for _number in range(2)]
    finally:
        tasks._provider.cache_clear()

    text = Text.objects.get(subject=case.uid, language="fr")
    assert ("draft it" in without, "Have Upper draft it" in offered) == (False, True)
    assert unasked["Location"] == page(case, "translate/fr")
    assert made == [True, False]
    assert (text.state, text.current) == ("machine_draft", None)
    assert texts.read_one(case.uid, "fr").language == "en"
    assert "PAPERS ON TABLETS" in client.get(page(case, "translate/fr")).content.decode()


def test_the_row_of_ways_is_only_for_those_who_may(client, focal_point, colleague, outsider, zambia):
    case = published(zambia)
    labels = {}
    for who in (None, focal_point, colleague, outsider):
        if who:
            client.force_login(who)
        shown = client.get(f"/en/cases/{case.slug}/").content.decode()
        labels[who.name if who else ""] = [
            word
            for word in ("Confirm", "We adopted this", "Propose other words", "Translate")
            if f">{word}</a>" in shown
        ]
        client.logout()

    assert labels == {
        "": [],
        focal_point.name: ["Confirm", "Propose other words", "Translate"],
        colleague.name: ["We adopted this", "Translate"],
        "Outsider": [],
    }


def test_mails_tell_each_what_awaits_them(contributor, focal_point, editor, zambia):
    case = actions.draft(zambia, {"title": "A & B"}, language="en", by=contributor)
    actions.want_link(case, "problem", by=contributor)
    hand_in(case, by=contributor)
    submitted = Entry.objects.get(verb="case.submitted")
    wanted = Entry.objects.get(verb="case.link_wanted")
    waiting = (duty("review", editor), told(submitted, editor))
    actions.take(case, by=editor)
    actions.send_back(case, by=editor, reason="Why?")
    back = Entry.objects.get(verb="case.sent_back")
    returned = (duty("sent_back", contributor), told(back, contributor))

    assert MESSAGES["case.submitted"].audience(submitted) == {editor.uid}
    assert waiting[0] == ["/en/cases/a-b/review/"]
    assert waiting[1][0] == "To review: A &amp; B"
    assert told(wanted, contributor)[1].count("/en/cases/a-b/edit/problem/") == 1
    assert MESSAGES["case.sent_back"].audience(back) == {contributor.uid, focal_point.uid}
    assert MESSAGES["case.sent_back"].thread(back) is not None
    assert returned[0] == ["/en/cases/a-b/edit/"]
    assert told(submitted, editor) is None


def test_still_so_is_asked_by_mail_in_the_readers_language_and_waits_as_a_task(person, zambia):
    speaker = person(Role.FOCAL_POINT, zambia, language="fr")
    case = published(zambia, 7)
    actions.ask_what_is_due(TODAY)
    entry = Entry.objects.get(verb="case.confirmation_asked")

    text = told(entry, speaker)[1]
    before = duty("confirm", speaker)
    actions.confirm(Case.objects.get(pk=case.pk), by=speaker)

    assert MESSAGES[entry.verb].audience(entry) == {speaker.uid}
    assert text.count("/deeds/") == 6
    assert before == [page(case, "confirm")]
    assert (duty("confirm", speaker), told(entry, speaker)) == ([], None)


def test_drafts_and_steps_asked_for_are_nobody_elses_tasks(contributor, colleague, outsider, editor, zambia):
    case = actions.draft(zambia, {"title": "Ours"}, language="en", by=contributor)
    asked = actions.ask_colleague(case, "results", outsider.email, by=contributor)

    assert asked.person == outsider
    assert duty("help", outsider) == [f"/en/cases/{case.slug}/edit/results/"]
    assert [duty(name.removeprefix("innovations."), colleague) for name in DUTIES if name.startswith("innov")] == [
        []
    ] * 8
    assert case.state == State.DRAFT
