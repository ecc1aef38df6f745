"""Partners, organisations, agreements and projects as everybody sees them: right, in few queries, in five languages."""

import csv
import io

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hemicycle.core import texts
from hemicycle.core.catalogue import OFFERS
from hemicycle.network import actions, queries
from hemicycle.network.models import ProjectParty, ProjectStep
from hemicycle.network.tests.factories import (
    a_contribution,
    a_project,
    an_agreement,
    an_organisation,
)
from hemicycle.network.tests.reading import facet_of, text_of
from hemicycle.topics import loading as topics
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "fr", "es", "pt", "ar")
DAY = timezone.localdate()


@pytest.fixture
def vocabulary(db):
    topics.load()


@pytest.fixture
def project(vocabulary, fund):
    """A project with a funder who requires a credit, an activity and an output."""
    issue = Topic.objects.filter(code__in=["policy.capacity-development", "work.sittings"])
    made = a_project("Open bills", topics=list(issue))
    ProjectParty.objects.create(project=made, body=fund, part="funder")
    ProjectStep.objects.create(project=made, title="A workshop", dated="2025-03", address="https://example.org/w")
    ProjectStep.objects.create(project=made, title="A guide", dated="2025-11", is_output=True)
    words = {"gives": "A grant", "credit": "Paid for by the Fund.", "disclaimer": "The Fund answers for nothing."}
    agreement = an_agreement(fund, "project", project=made, words=words)
    a_contribution(agreement, "funding", what="The grant")
    french = {"credit": "Financé par le Fonds."}
    texts.write(texts.Draft(agreement.uid, "fr", french), by=None, publish=True)
    actions.refresh_around(agreement)
    return made


def queries_for(client, address):
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as made:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(made)


def columns_of(response):
    rows = list(csv.reader(io.StringIO(response.content.decode())))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


# The list


def test_partners_stand_by_level_parliaments_among_them(client, zambia, fund, lakes):
    an_agreement(zambia, "keystone", hub=lakes, since="2025")
    an_agreement(fund, "funding", words={"gives": "A yearly grant"})
    an_organisation("Quiet Institute", type="university")

    text = text_of(client.get("/en/partners/"))

    assert "2 partners, 2 agreements" in text
    assert "Zambia · National Assembly Parliament Hosts: Lakes hub Since 2025" in text
    assert "Fund for Parliaments Donor A yearly grant" in text
    assert "Keystone partners host hubs or give core funding" in text
    assert "Organisations without a recorded agreement Quiet Institute" in text


def test_the_list_is_narrowed_by_level_kind_and_state(client, zambia, fund, lakes):
    an_agreement(zambia, "keystone", hub=lakes, until="2025-12-31")
    an_agreement(fund, "funding")

    response = client.get("/en/partners/")
    narrowed = text_of(client.get("/en/partners/?level=keystone&type=parliament&state=ended"))

    assert facet_of(response, "level") == {"Keystone": 1, "Funding": 1}
    assert facet_of(response, "type") == {"Parliament": 1, "Donor": 1}
    assert facet_of(response, "state") == {"Running": 1, "Ended": 1}
    assert "1 partner, 1 agreement" in narrowed
    assert "Fund for Parliaments" not in narrowed


def test_a_level_that_does_not_exist_is_not_found_and_says_so(client, fund):
    response = client.get("/en/partners/?level=golden")

    assert (response.status_code, "This list has no “golden”." in text_of(response)) == (404, True)


def test_talks_are_seen_nowhere(client, fund):
    agreement = an_agreement(fund, "funding", state="talks", words={"gives": "A secret grant"})

    pages = [client.get(f"/en/{path}") for path in ("partners/", f"partners/{fund.key[4:]}/", "agreements.json")]
    hidden = [client.get(f"/en/agreements/{agreement.uid}{end}").status_code for end in ("/", ".json")]

    assert [b"secret" in page.content for page in pages] == [False] * 3
    assert hidden == [404, 404]


def test_the_list_takes_as_many_queries_whatever_there_is(client, fund):
    an_agreement(fund, "funding")
    client.get("/en/partners/")
    one = queries_for(client, "/en/partners/")
    for name in ("First", "Second"):
        an_agreement(an_organisation(f"{name} Fund"), "funding")
    client.get("/en/partners/")

    assert (one, queries_for(client, "/en/partners/")) == (1, 1)


# An organisation


def test_an_organisation_has_its_activities_by_policy_issue(client, fund, project):
    other = an_agreement(fund, "supporting", since="2020")
    a_contribution(other, "secondment", what="One analyst", working_days=20)

    text = text_of(client.get(f"/en/partners/{fund.key[4:]}/"))

    capacity, _sep, rest = text.partition("Digital activities by policy issue")[2].partition("Policy issue not stated")
    assert "Capacity development Project · Funder Open bills Since 2025" in capacity
    assert "Money for a purpose The grant Value not known" in capacity
    assert "Secondment of staff One analyst 20 working days" in rest
    assert "Kind of organisation Donor" in text


def test_the_kind_of_an_organisation_is_a_dated_fact_with_a_source(client, administrator):
    said = actions.OrganisationSaid(name="Institute", type="university", source_title="Its charter, 2001")
    body = actions.record_organisation(said, by=administrator)
    later = actions.OrganisationSaid(name="Institute", type="civil_society", source_title="A letter, 2026")

    actions.change_organisation(body, later, by=administrator)

    text = text_of(client.get(f"/en/partners/{body.key[4:]}/"))
    assert body.current["organisation_type"] == "university"
    assert "Kind of organisation Civil society organisation" in text
    assert "Its charter, 2001" in text


def test_a_parliament_has_its_own_page_and_not_one_here(client, zambia):
    answers = [client.get(f"/en/partners/{key}/") for key in ("ZM-LC01", "zm")]

    assert [answer.url for answer in answers] == ["/en/parliaments/ZM/#ZM-LC01", "/en/parliaments/ZM/"]


def test_whoever_is_no_partner_is_not_found_and_it_is_said(client, lakes):
    answers = [client.get(f"/en/partners/{key}/") for key in ("nobody", "HUB-lakes-hub", "CIP", "ORG-")]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert "The list of partners has no “nobody”." in text_of(answers[0])


def test_an_organisation_takes_as_many_queries_with_one_thing_and_with_three(client, fund, project):
    client.get(f"/en/partners/{fund.key[4:]}/")
    one = queries_for(client, f"/en/partners/{fund.key[4:]}/")
    for since in ("2010", "2011"):
        a_contribution(an_agreement(fund, "supporting", since=since, until=since), "events")
    client.get(f"/en/partners/{fund.key[4:]}/")

    assert queries_for(client, f"/en/partners/{fund.key[4:]}/") == one


# The profile of a parliament


def test_the_profile_of_a_partner_says_what_it_gives_and_gets(client, zambia, lakes):
    words = {"gives": "Hosts the hub", "gets": "A seat in strategic governance"}
    agreement = an_agreement(zambia, "keystone", hub=lakes, since="2025", words=words)
    a_contribution(agreement, "hosting", what="Two staff", led_to="A database", led_to_address="https://example.org/")

    text = text_of(client.get("/en/parliaments/ZM/"))

    section = text.partition("Partner of the Centre")[2]
    assert "Keystone Since 2025 · Running · hub: Lakes hub Gives Hosts the hub Gets A seat in strategic" in section
    assert "Hosting a hub Two staff Value not known Led to: A database" in section


def test_the_profile_of_another_has_no_such_section(client, malawi, fund):
    an_agreement(fund, "funding")

    assert "Partner of the Centre" not in text_of(client.get("/en/parliaments/MW/"))


# An agreement


def test_an_agreement_says_what_is_known_and_what_is_not(client, fund):
    sources = ["https://example.org/news/a-page"]
    agreement = an_agreement(fund, "unknown", since="2019", shipped=True, doubtful=True, sources=sources)
    a_contribution(agreement, "translation", what="Versions in Spanish")

    text = text_of(client.get(f"/en/agreements/{agreement.uid}/"))

    for sentence in (
        "Agreement · Level not known",
        "Compiled from public sources; nobody on either side has confirmed it.",
        "The source leaves room for doubt; nobody has verified this.",
        "State End not known Period Since 2019 Signed Not known; compiled from public sources",
        "What the partner gives Nobody has said it yet.",
        "Translation Versions in Spanish Value not known",
        "example.org · a-page",
    ):
        assert sentence in text


def test_an_agreement_takes_as_many_queries_with_one_contribution_and_with_three(client, fund):
    agreement = an_agreement(fund, "funding")
    a_contribution(agreement, "funding")
    client.get(f"/en/agreements/{agreement.uid}/")
    one = queries_for(client, f"/en/agreements/{agreement.uid}/")
    a_contribution(agreement, "events")
    a_contribution(agreement, "experts")
    client.get(f"/en/agreements/{agreement.uid}/")

    assert (one, queries_for(client, f"/en/agreements/{agreement.uid}/")) == (6, 6)


# A project and its credit


def test_a_project_says_what_it_is_for_who_takes_part_and_what_came_of_it(client, project):
    text = text_of(client.get("/en/projects/open-bills/"))

    for sentence in (
        "Open bills What Open bills is for.",
        "Activities A workshop March 2025",
        "Outputs A guide November 2025 Paid for by the Fund. The Fund answers for nothing.",
        "Funder Fund for Parliaments",
        "Not stated: who leads it and partners.",
        "Agreements about it Fund for Parliaments Project · Since 1 January 2024",
    ):
        assert sentence in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_credit_stands_on_the_page_in_every_language(client, project, language):
    html = client.get(f"/{language}/projects/open-bills/").content.decode()

    line = "Financé par le Fonds." if language == "fr" else "Paid for by the Fund."
    assert line in html
    assert "The Fund answers for nothing." in html
    assert ('lang="en" dir="ltr">The Fund answers' in html) == (language != "en")


def test_the_credit_goes_with_every_output_into_every_edition(client, project):
    document = client.get("/en/projects/open-bills.json").json()
    row = columns_of(client.get("/en/projects.csv"))[0]

    assert document["facts"]["outputs"][0]["credits"] == document["facts"]["credits"]
    assert document["facts"]["credits"] == [
        {
            "credit": {"en": "Paid for by the Fund.", "fr": "Financé par le Fonds."},
            "disclaimer": {"en": "The Fund answers for nothing."},
        }
    ]
    assert (row["credit_en"], row["credit_fr"]) == ("Paid for by the Fund.", "Financé par le Fonds.")


def test_the_credit_stays_when_the_agreement_has_ended_and_is_not_there_before_it_is_signed(
    project, fund, administrator
):
    agreement = project.agreements.get()
    other = an_organisation("Other Fund")
    an_agreement(other, "project", project=project, state="talks", words={"credit": "Not yet."})

    actions.end_agreement(agreement, on="2025-06-30", by=administrator)

    assert [credit.line for credit in queries.credits_of(project.pk, "en")] == ["Paid for by the Fund."]


def test_what_follows_an_agreement_is_renewed_with_it(project, administrator):
    seen = []
    actions.FOLLOWERS.append(seen.append)
    agreement = project.agreements.get()

    actions.change_agreement(agreement, by=administrator, words={"credit": "Thanks to the Fund."}, language="en")

    actions.FOLLOWERS.remove(seen.append)
    assert seen == [agreement]
    assert queries.credits_of(project.pk, "en")[0].line == "Thanks to the Fund."


def test_projects_are_narrowed_by_policy_issue_and_found_under_the_topic(client, project):
    assert facet_of(client.get("/en/projects/"), "policy") == {"Capacity development": 1}
    assert "Open bills" in text_of(client.get("/en/topics/policy/capacity-development/"))


# Open data


def test_agreements_as_a_table(client, fund):
    agreement = an_agreement(fund, "funding", words={"gives": "=SUM(A1)"})
    a_contribution(agreement, "funding", what="Grant", amount=1000, currency="EUR")
    a_contribution(agreement, "events", what="Seminar")

    row = columns_of(client.get("/en/agreements.csv?level=funding"))[0]

    assert (row["partner"], row["level"], row["state"], row["gives"]) == (fund.key, "funding", "running", "'=SUM(A1)")
    assert row["contributions"] == "funding: Grant (1000.00 EUR); events: Seminar (not known)"


def test_organisations_as_a_table_and_one_as_json(client, fund):
    an_agreement(fund, "funding")

    row = columns_of(client.get("/en/partners.csv"))[0]
    document = client.get(f"/en/partners/{fund.key[4:]}.json").json()

    assert (row["key"], row["kind"], row["levels"]) == (fund.key, "donor", "funding")
    assert document["facts"]["agreements"][0]["level"] == "funding"
    assert document["facts"]["periods"][0]["source"] in document["facts"]["sources"]


def test_nobody_is_named_in_open_data_but_by_the_document(client, fund, administrator):
    agreement = an_agreement(fund, "funding", state="talks")
    signing = actions.Signing("2026-01-10", "2026-02-01", signatories="The two secretaries general")
    actions.sign_agreement(agreement, signing, by=administrator)

    assert client.get("/en/agreements.json").content.decode().count(administrator.email) == 0


@pytest.mark.parametrize("kind", ["agreement", "organisation", "project"])
def test_what_is_offered_has_a_card_and_a_record_alike(project, fund, kind):
    offer = OFFERS[kind]
    rows = list(offer.visible(None))

    records = list(offer.records(rows))
    cards = offer.cards([row.uid for row in rows], "en")

    assert [record.uid for record in records] == [row.uid for row in rows] == list(cards)
    assert all(card.title and card.address.endswith("/") for card in cards.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["partners/", "projects/", "projects/open-bills/", "partners/fund-for-parliaments/"])
def test_pages_are_there_in_every_language(client, project, language, path):
    response = client.get(f"/{language}/{path}")

    assert (response.status_code, f'lang="{language}"' in response.content.decode()) == (200, True)


def test_states_follow_the_day(fund):
    agreement = an_agreement(fund, "funding", until=DAY.isoformat())
    deal = queries.partnership().by_uid[agreement.uid]

    assert [deal.standing(day).value for day in (DAY, DAY.replace(year=DAY.year + 1))] == ["running", "ended"]
    assert [deal.standing(DAY.replace(year=2023)).value] == ["later"]


def test_lists_turn_with_the_day(client, fund):
    agreement = an_agreement(fund, "funding")
    type(agreement).objects.filter(pk=agreement.pk).update(until="2025-12-31")

    turned = actions.turn_lists()

    assert turned == 2
    assert facet_of(client.get("/en/partners/"), "state") == {"Ended": 1}
    assert actions.turn_lists() == 0
