"""Where a public case stands, and what is left of it once it is withdrawn."""

from tests.browser.case_told import CASE, SLUG, TITLE, TITLE_ES
from tests.browser.journey import Journey

# Where a public case stands: at each of these it is read while it is public, and nowhere afterwards.
PLACES = (
    "{language}/",
    "{language}/cases/",
    "{language}/cases.csv",
    "{language}/cases.json",
    "{language}/search/?q=enmiendas+en+voz+alta",
    "{language}/topics/technology/mobile-app/",
    "{language}/parliaments/SN/",
    "{language}/spread/",
    "{language}/spread.csv",
    "{language}/spread.json",
    "sitemap.xml",
)


def everywhere() -> list[str]:
    return [place.format(language=language) for language in ("fr", "es") for place in PLACES]


def where_it_stands(journey: Journey) -> list[str]:
    """The places at which everybody can read of the case."""
    page = journey.open_page()
    return [place for place in everywhere() if SLUG in page.request.get(f"/{place}").text()]


def it_says_so_at_its_own_address(journey: Journey) -> None:
    page = journey.open_page()
    for language in ("en", "fr", "es", "pt", "ar"):
        answer = page.goto(f"/{language}/{CASE}")
        assert answer is not None
        assert (answer.status, TITLE in page.content(), TITLE_ES in page.content()) == (410, False, False)
    page.goto(f"/es/{CASE}")
    journey.looked_at(page, "25-gone")
    assert page.request.get(f"/es/{CASE.rstrip('/')}.json").status == 410
    assert page.request.get(f"/es/{CASE}preview.png").status == 404
