"""The public page of a hub and what others show on it."""

import re

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.utils import timezone

from hemicycle.hubs import actions, loading
from hemicycle.hubs.models import Hub, Output
from hemicycle.hubs.states import QUIET_AFTER, HubKind
from hemicycle.hubs.tests.factories import SIGNED
from hemicycle.innovations.tests.factories import a_case
from hemicycle.network import actions as network
from hemicycle.network.models import Agreement


def read(client, address):
    """What a reader sees, without tags and line breaks."""
    caches["pages"].clear()
    html = client.get(address).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main>")[0]))


def status_of(client, address):
    answer = client.get(address)
    answer.getvalue()  # A file that is read to its end is closed.
    return answer.status_code


def with_everything(hub, by, things):
    actions.adopt_plan(hub, 2026, [actions.Planned(title=f"Seminar {n}") for n in range(things)], language="en", by=by)
    for n in range(things):
        made = actions.Made(sort="survey", dated="2026-05", words={"title": f"Survey {n}"}, language="en")
        actions.publish_output(hub, made, by=by)
        words = {"title": f"News {n}", "text": "We met."}
        actions.publish_update(actions.draft_update(hub, words, language="en", by=by), by=by)


@pytest.mark.parametrize("things", [1, 3])
def test_the_page_of_a_hub_costs_eight_queries_however_much_it_shows(
    client, lakes, zambia, focal_point, things, django_assert_num_queries
):
    actions.arrange_hub(lakes, actions.Ways(countries=["ZM"]), by=focal_point)
    with_everything(lakes, focal_point, things)
    for n in range(things):
        a_case(f"case-{n}", body=zambia, countries=["ZM"], words={"en": {"title": f"Case {n}", "lead": "What we did."}})
    read(client, "/en/hubs/lakes-hub/")
    caches["pages"].clear()

    with django_assert_num_queries(8):
        page = client.get("/en/hubs/lakes-hub/")

    text = page.content.decode()
    shown = ("Seminar", "Survey", "News", "Case")
    assert [f"{what} {things - 1}" in text for what in shown] == [True, True, True, True]


def test_what_a_hub_does_is_on_its_page_at_once(client, lakes, focal_point):
    client.get("/en/hubs/lakes-hub/")

    with_everything(lakes, focal_point, 1)

    page = client.get("/en/hubs/lakes-hub/").content.decode()
    assert [what in page for what in ("Seminar 0", "Survey 0", "News 0")] == [True, True, True]


def test_whatever_the_page_leads_to_is_there(client, lakes, membership, coordinator, photograph, document):
    with_everything(lakes, coordinator, 1)
    actions.adopt_plan(lakes, 2025, [actions.Planned(title="Then")], language="en", by=coordinator)
    actions.adopt_plan(lakes, 2026, [actions.Planned(title="Else")], language="en", by=coordinator, after=1)
    words = {"title": "With a picture", "text": "We met.", "alt": "A lake"}
    update = actions.draft_update(lakes, words, language="en", by=coordinator, picture=photograph)
    actions.publish_update(update, by=coordinator)
    actions.keep_paper(lakes, document, title="Terms of reference", language="en", public=True, by=coordinator)

    page = client.get("/en/hubs/lakes-hub/").content.decode().partition("<main")[2].partition("</main>")[0]

    ours = sorted(set(re.findall(r'(?:href|src)="(/[^"#]+)"', page)))
    assert [found for found in ours if status_of(client, found) != 200] == []
    parts = ("/outputs/", "/updates/", "/plan/", "/files/")
    assert [len([found for found in ours if part in found]) for part in parts] == [1, 2, 3, 2]


def test_an_offer_is_not_found_by_the_public_and_seen_by_its_host(client, zambia, focal_point):
    said = actions.Described(name="Coast hub", sort=HubKind.THEMATIC, language="en", purpose="To try.")
    actions.offer_hub(zambia, said, by=focal_point)

    found = [client.get("/en/hubs/coast-hub/").status_code]
    client.force_login(focal_point)
    found.append(client.get("/en/hubs/coast-hub/").status_code)

    assert found == [404, 200]


def test_a_colour_that_cannot_be_read_is_refused_with_its_contrast(lakes, focal_point):
    with pytest.raises(ValidationError, match=r"the contrast is 1\.\d, and 4\.5 are needed"):
        actions.arrange_hub(lakes, actions.Ways(accent="#ffee88"), by=focal_point)


def test_a_hub_shows_its_colour_by_a_style_sheet_of_its_own(client, lakes, focal_point):
    actions.arrange_hub(lakes, actions.Ways(accent="#8A1C5B"), by=focal_point)

    page = client.get("/en/hubs/lakes-hub/").content.decode()
    sheet = client.get("/en/hubs/lakes-hub/look.css")

    assert ('href="/en/hubs/lakes-hub/look.css"' in page, sheet.headers["Content-Type"]) == (
        True,
        "text/css; charset=utf-8",
    )
    assert sheet.content.decode().startswith(":root{--hub:#8a1c5b}")


def test_a_handover_shows_both_hosts_and_who_took_over_from_whom(client, lakes, malawi, colleague, administrator):
    agreement = Agreement.objects.select_related("body", "hub").get(hub=lakes.body)
    today = timezone.localdate().isoformat()

    actions.hand_over(agreement, malawi, network.Signing(signed_on="", since=today), by=administrator)

    text = read(client, "/en/hubs/lakes-hub/")
    assert "Took over from Zambia · National Assembly." in text
    assert "Agreement signed: 10 January 2026, Two clerks." in text
    assert ("Former host," in text, "Host, since" in text) == (True, True)


def test_two_bodies_that_host_together_are_both_named(client, lakes, malawi, colleague, administrator):
    said = actions.Described(name="Lakes hub", sort=HubKind.REGIONAL, language="en", purpose="To meet.")
    agreement = actions.offer_hub(malawi, said, by=colleague, beside=lakes)
    network.sign_agreement(agreement, SIGNED, by=administrator)

    text = read(client, "/en/hubs/lakes-hub/")

    assert "Hosts Malawi · National Assembly and Zambia · National Assembly" in text


def test_only_what_was_recorded_here_can_fall_silent(client, lakes):
    Hub.objects.update(last_sign_at=timezone.now() - QUIET_AFTER * 2)
    quiet = read(client, "/en/hubs/lakes-hub/")
    Hub.objects.update(last_sign_at=None)
    never = read(client, "/en/hubs/lakes-hub/")

    assert ["Quiet: no activity of this hub has been recorded here since" in text for text in (quiet, never)] == [
        True,
        False,
    ]
    assert "Last activity recorded here none yet" in never


def test_a_hub_that_was_closed_says_so_and_stays(client, lakes, administrator):
    actions.close_hub(lakes, by=administrator)

    assert "This hub is closed. Its page stays" in read(client, "/en/hubs/lakes-hub/")
    assert "Closed" in read(client, "/en/hubs/")


def test_members_are_listed_and_stand_on_the_tile_grid(client, lakes, membership):
    page = client.get("/en/hubs/lakes-hub/").content.decode()

    assert "Malawi · National Assembly" in page
    assert ("Malawi: takes part<" in page, "Zambia: hosts<" in page) == (True, True)
    assert client.get("/en/hubs/lakes-hub/members.csv").content.decode().splitlines()[-2:] == [
        "MW,Malawi,takes part",
        "ZM,Zambia,hosts",
    ]


def test_without_members_and_region_there_is_no_grid(client, lakes):
    assert "chart-world" not in client.get("/en/hubs/lakes-hub/").content.decode()
    assert client.get("/en/hubs/lakes-hub/members.svg").status_code == 404


def test_a_member_that_left_is_told_of_with_its_term(client, lakes, membership, coordinator):
    actions.leave_hub(membership, by=coordinator)

    text = read(client, "/en/hubs/lakes-hub/")

    assert "Former members Malawi · National Assembly" in text
    assert "Not known: its members" in text


@pytest.mark.usefixtures("shipped_hubs")
class TestShipped:
    """The pages of the hubs that are loaded."""

    pytestmark = pytest.mark.django_db

    def test_loaded_hubs_say_since_when_and_from_what_they_were_compiled(self, client):
        text = read(client, "/en/hubs/caribbean-hub/")

        assert "Compiled from public sources on 22 November 2026; the hub itself has not confirmed it." in text
        assert "ipu.org/fr/centre-dinnovation/pole-regional-pour-les-caraibes" in text
        assert "Not known: its members, when it began and how one joins." in text

    def test_a_hub_whose_host_nobody_knows_says_so_and_keeps_the_former_one(self, client):
        text = read(client, "/en/hubs/southern-african-hub/")

        assert "Not known: who hosts it now and how one joins." in text
        assert "Former host, 2018 to 2023" in text
        assert "Which parliament has hosted it since then is not known." in text

    def test_both_hosts_of_the_public_engagement_hub_lead_to_their_pages(self, client):
        page = client.get("/en/hubs/public-engagement-hub/").content.decode()

        assert re.findall(r'hosts__name"><a href="([^"]+)"', page) == ["/en/partners/ipen/", "/en/partners/ipu/"]

    def test_fiji_took_over_from_new_zealand(self, client):
        assert "Took over from New Zealand" in read(client, "/en/hubs/pacific-hub/")

    @pytest.mark.parametrize("language", ["fr", "es", "pt", "ar"])
    def test_what_was_compiled_is_read_in_every_language_with_its_translator(self, client, language):
        page = client.get(f"/{language}/hubs/pacific-hub/").content.decode()

        assert 'lang="en" dir="ltr">Pacific hub</h1>' in page
        assert '<p class="lead">' in page

    def test_what_a_hub_made_says_who_compiled_and_who_translated_it(self, client):
        output = Output.objects.select_related("hub").get(dated="2020-08-05")

        text = read(client, f"/en{output.path}")
        french = client.get(f"/fr{output.path}").content.decode()

        assert "Compiled from public sources on 22 November 2026" in text
        assert "Deux séances en ligne sur les parlements face à la pandémie" in french
        assert "Traduction de ce projet" in french

    def test_cases_of_its_region_stand_on_the_page_of_a_regional_hub(self, client):
        words = {"en": {"title": "Sittings by satellite", "lead": "What we did."}}
        a_case("fj-satellite", countries=["FJ"], words=words)
        a_case("zm-satellite", countries=["ZM"], words={"en": {"title": "Elsewhere", "lead": "What they did."}})

        page = client.get("/en/hubs/pacific-hub/").content.decode()

        assert ("Sittings by satellite" in page, "Elsewhere" in page) == (True, False)
        assert 'href="/en/cases/?country=FJ"' in page

    def test_cases_on_its_theme_stand_on_the_page_of_a_thematic_hub(self, client):
        words = {"en": {"title": "Votes as open data", "lead": "What we did."}}
        a_case("zm-votes", countries=["ZM"], codes=["technology.open-data"], words=words)

        page = client.get("/en/hubs/parliamentary-data-science-hub/").content.decode()

        assert "Votes as open data" in page
        assert 'href="/en/cases/?technology=open-data"' in page

    def test_a_parliament_shows_the_hubs_that_it_hosts_hosted_or_takes_part_in(self, client):
        notes = {
            key: re.findall(
                r'<a href="/en/hubs/[^"]+">([^<]+)</a>\s*<span class="links__note">([^<]+)<',
                client.get(f"/en/parliaments/{key}/").content.decode(),
            )
            for key in ("FJ", "NZ", "BW", "ZM")
        }

        assert notes == {
            "FJ": [("Pacific hub", "Host · since April 2025")],
            "NZ": [("Pacific hub", "Member")],
            "BW": [("Southern African hub", "Member")],
            "ZM": [("Southern African hub", "Member")],
        }

    def test_a_topic_shows_the_hubs_that_work_on_it(self, client):
        page = client.get("/en/topics/technology/artificial-intelligence/").content.decode()

        assert "Parliamentary Data Science hub" in page
        assert 'href="/en/hubs/?technology=artificial-intelligence"' in page
        assert 'href="/en/hubs/outputs/?technology=artificial-intelligence"' in page

    def test_loading_again_does_not_make_any_page_anew(self, client):
        before = client.get("/en/hubs/pacific-hub/").headers["ETag"]

        loading.load()

        assert client.get("/en/hubs/pacific-hub/").headers["ETag"] == before
