"""Partners on the staff side: the verbs, rules and sentences of the public pages, and one entry for each save."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from hemicycle.core import texts
from hemicycle.core.models import File
from hemicycle.core.tests.staff import at, is_the_only_history, last_entry, queries_for, recorded, words
from hemicycle.network import actions
from hemicycle.network.actions import AgreementGiven, BodyGiven, PartnersGiven, ProjectGiven
from hemicycle.network.models import Agreement, Body, Contribution, Project, ProjectParty, ProjectStep
from hemicycle.network.states.agreements import PAPER_KIND
from hemicycle.network.tests.factories import a_chamber, a_contribution, an_agreement, an_organisation

pytestmark = pytest.mark.django_db

SAID = {"name": "Fund of the South", "type": "donor", "source_title": "Its yearly report 2025"}
TERMS = {"level": "supporting", "language": "en", "gives": "Two people for a year."}
SIGNED = {"signed_on": "2026-02-01", "since": "2026-03-01", "until": "2028-02-29", "signatories": "Two clerks"}
PROJECT = {"title": "Open records", "purpose": "To publish what is said.", "language": "en", "since": "2026"}


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def talks(fund, administrator):
    return actions.open_agreement(fund, "supporting", by=administrator, words={"gives": "Money."})


@pytest.fixture
def project(desk):
    desk.post(at("projects", "new"), PROJECT)
    return Project.objects.get()


def test_an_organisation_is_added_with_one_entry(desk, administrator):
    answer = desk.post(at("organisations", "new"), {**SAID, "website": "https://fund.example"})

    body = Body.objects.get(name="Fund of the South")
    assert answer.url == at("organisations", "page", body.pk)
    assert recorded(body) == [("organisation.recorded", administrator.uid)]
    assert "Its yearly report 2025" in words(desk.get(answer.url))
    assert is_the_only_history()


def test_a_name_that_is_taken_is_refused_at_its_field_and_nothing_typed_is_lost(desk):
    an_organisation("Fund of the South")

    answer = desk.post(at("organisations", "new"), {**SAID, "note": "Gives to parliaments alone."})

    assert answer.status_code == 422
    assert "“Fund of the South” is on the list already." in words(answer)
    assert "Gives to parliaments alone." in words(answer)


def test_loading_again_leaves_what_people_said_of_an_organisation(desk, administrator, fund):
    before = last_entry()
    desk.post(at("organisations", "change", fund.pk), {**SAID, "note": "Since 1990."})
    given = PartnersGiven([], [BodyGiven("organisation", fund.key, "Fund for Parliaments")], [], [], [])

    actions.load_partners(given, by=None)

    after = Body.objects.get(pk=fund.pk)
    assert (after.name, after.note) == ("Fund of the South", "Since 1990.")
    assert recorded(after, before) == [("organisation.changed", administrator.uid)]


def test_talks_are_opened_and_signed_by_the_rules_of_the_levels(desk, fund, administrator):
    opened = desk.post(at("agreements", "new"), {**TERMS, "body": fund.key})
    agreement = Agreement.objects.get()

    signed = desk.post(at("agreements", "act", agreement.pk, "sign"), SIGNED)

    assert (opened.url, signed.url) == (at("agreements", "page", agreement.pk),) * 2
    assert recorded(agreement) == [
        ("agreement.opened", administrator.uid),
        ("agreement.signed", administrator.uid),
    ]
    assert "Two people for a year." in words(desk.get(signed.url))
    assert is_the_only_history()


def test_a_keystone_partner_without_hub_and_core_funding_is_refused_here_as_well(desk, fund):
    desk.post(at("agreements", "new"), {**TERMS, "level": "keystone", "body": fund.key})
    agreement = Agreement.objects.get()

    answer = desk.post(at("agreements", "act", agreement.pk, "sign"), SIGNED)

    assert answer.status_code == 422
    assert "A keystone partner hosts a hub or gives core funding, and this agreement says neither." in words(answer)
    assert "Two clerks" in words(answer)
    assert Agreement.objects.get().state == "talks"


def test_a_field_that_the_rule_names_says_what_is_wrong(desk, talks):
    answer = desk.post(at("agreements", "act", talks.pk, "sign"), {**SIGNED, "until": "2026-01-01"})

    assert answer.status_code == 422
    assert "The agreement would end before it begins." in words(answer)


def test_whoever_comes_too_late_hears_it_with_what_they_typed(desk, talks, administrator):
    actions.decline_agreement(talks, by=administrator)

    answer = desk.post(at("agreements", "act", talks.pk, "sign"), SIGNED)

    assert answer.status_code == 422
    assert "This agreement is not in talks any more." in words(answer)
    assert "Two clerks" in words(answer)


def test_a_renewal_leads_to_the_new_agreement(desk, fund):
    old = an_agreement(fund, "supporting", since="2024-01-01", until="2025-12-31")

    answer = desk.post(at("agreements", "act", old.pk, "renew"), {**SIGNED, "since": "2026-01-01"})

    new = Agreement.objects.get(renews=old)
    assert answer.url == at("agreements", "page", new.pk)
    assert "Fund for Parliaments, since 1 January 2024" in words(desk.get(answer.url))


def test_what_a_source_left_open_is_said_and_not_undone_by_the_next_load(desk, fund, administrator):
    given = AgreementGiven("fund-1", fund.key, {"level": "unknown", "since": "2020"}, gives="Money.")
    whole = PartnersGiven([], [], [], [], [given])
    actions.load_partners(whole, by=None)
    agreement = Agreement.objects.get()
    before = last_entry()
    desk.post(at("agreements", "act", agreement.pk, "change"), {**TERMS, "level": "funding"})

    actions.load_partners(whole, by=None)

    after = Agreement.objects.get()
    assert (after.level, texts.read_one(after.uid, "en")["gives"]) == ("funding", "Two people for a year.")
    assert recorded(after, before) == [("agreement.changed", administrator.uid)]


def test_documents_of_agreements_are_private_files_and_never_documents_of_the_content_system(
    desk, client, talks, outsider
):
    paper = SimpleUploadedFile("signed.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")

    desk.post(at("agreements", "act", talks.pk, "document"), {"paper": paper})

    file = File.objects.get(subject=talks.uid)
    assert (file.kind, file.public) == (PAPER_KIND, False)
    assert (get_document_model().objects.count(), get_image_model().objects.count()) == (0, 0)
    assert f"/files/{file.uid}" in words(desk.get(at("agreements", "page", talks.pk)))
    client.force_login(outsider)
    assert client.get(f"/files/{file.uid}").status_code == 404


def test_a_contribution_is_recorded_put_right_and_taken_out_with_an_entry_each(desk, fund, administrator):
    agreement = an_agreement(fund, "supporting")
    said = {"gift": "staff_time", "what": "Two people", "language": "en", "working_days": "20"}
    before = last_entry()
    desk.post(at("agreements", "act", agreement.pk, "contribution"), said)
    gift = Contribution.objects.get()

    changed = desk.post(at("contributions", "change", gift.pk), {**said, "working_days": "30"})
    page = words(desk.get(changed.url))
    taken = desk.post(at("contributions", "take_out", gift.pk))

    assert "30 working days" in page
    assert (taken.url, Contribution.objects.count()) == (at("agreements", "page", agreement.pk), 0)
    assert recorded(agreement, before) == [
        (f"agreement.contribution_{what}", administrator.uid) for what in ("recorded", "changed", "removed")
    ]


def test_the_last_thing_that_bears_a_keystone_partner_is_not_taken_out(desk, fund):
    agreement = an_agreement(fund, "keystone")
    gift = a_contribution(agreement, "core_funding")

    answer = desk.post(at("contributions", "take_out", gift.pk))

    assert answer.status_code == 422
    assert "is a keystone partner since" in words(answer)
    assert Contribution.objects.filter(pk=gift.pk).exists()


def test_a_project_is_opened_described_and_filled_with_an_entry_each(desk, project, fund, administrator):
    parts = at("projects", "add_party", project.pk), {"body": fund.key, "part": "funder"}
    step = at("projects", "add_step", project.pk), {"kind": "output", "title": "A guide", "language": "en"}
    answers = [desk.post(*sent).url for sent in (parts, step)]
    change = desk.post(at("projects", "change", project.pk), {**PROJECT, "purpose": "To publish and to keep."})

    page = words(desk.get(at("projects", "page", project.pk)))

    assert [*answers, change.url] == [at("projects", "page", project.pk)] * 3
    assert [text in page for text in ("Fund for Parliaments", "A guide", "To publish and to keep.")] == [True] * 3
    assert recorded(project) == [
        ("project.opened", administrator.uid),
        *[("project.changed", administrator.uid)] * 3,
    ]


def test_whoever_signed_about_a_project_stays_one_of_its_parties(desk, project, fund, administrator):
    party = actions.add_party(project, fund, "funder", by=administrator)
    an_agreement(fund, "project", project=project)

    answer = desk.post(at("projects", "remove_party", project.pk, party.pk))

    assert answer.status_code == 422
    assert "has signed an agreement about this project" in words(answer)


def test_parties_and_steps_are_taken_out(desk, project, fund, administrator):
    party = actions.add_party(project, fund, "funder", by=administrator)
    step = actions.add_step(project, actions.StepSaid("A guide", "en", is_output=True), by=administrator)

    desk.post(at("projects", "remove_party", project.pk, party.pk))
    desk.post(at("projects", "remove_step", project.pk, step.pk))

    assert (ProjectParty.objects.count(), ProjectStep.objects.count()) == (0, 0)


def test_loading_again_leaves_a_project_that_people_described(desk, administrator):
    given = ProjectGiven("open-records", "Open records", "To publish.", since="2025")
    whole = PartnersGiven([], [], [], [given], [])
    actions.load_partners(whole, by=None)
    project = Project.objects.get()
    desk.post(at("projects", "change", project.pk), {**PROJECT, "title": "Records for all"})

    actions.load_partners(whole, by=None)

    after = Project.objects.get()
    assert (after.since, texts.read_one(after.uid, "en")["title"]) == ("2026", "Records for all")


@pytest.mark.parametrize("role", ["analyst", "editor"])
def test_the_others_of_the_secretariat_read_and_are_offered_nothing_that_they_may_not_do(
    client, person, secretariat, fund, role, talks
):
    client.force_login(person(role, secretariat))

    pages = [
        words(client.get(address))
        for address in (
            at("organisations"),
            at("organisations", "page", fund.pk),
            at("agreements"),
            at("agreements", "page", talks.pk),
        )
    ]

    assert ["Fund for Parliaments" in page for page in pages] == [True] * 4
    offered = ("Add an organisation", "Change what is said of it", "Open talks", "Record that it was signed")
    assert [text in page for page in pages for text in offered] == [False] * 16


def test_lists_are_searched_by_partner(desk, talks):
    an_agreement(a_chamber("BR-LC01", country="BR", name="Chamber of Deputies"), "supporting")

    page = words(desk.get(at("agreements"), {"q": "braz"}))

    assert ["Brazil · Chamber of Deputies" in page, "Fund for Parliaments" in page] == [True, False]


def test_lists_take_as_many_queries_for_one_row_as_for_three(desk, project, fund, administrator):
    shelves = ("organisations", "agreements", "contributions", "projects")
    a_contribution(an_agreement(fund, "supporting"), "staff_time")

    def counted():
        return [queries_for(desk, at(shelf), lambda: CaptureQueriesContext(connection)) for shelf in shelves]

    one = counted()
    for number in (2, 3):
        other = an_organisation(f"Fund number {number}")
        a_contribution(an_agreement(other, "funding"), "funding")
        actions.open_project(actions.ProjectSaid(f"Project {number}", "To try it.", "en"), by=administrator)

    assert (one, counted()) == ([12, 12, 12, 12], [12, 12, 12, 12])
