"""What a page costs over the wire: a first visit, and every next page."""

import pytest

from tests.browser.kinds import KINDS

FIRST, NEXT = 60_000, 20_000


def weighed(page, address: str) -> int:
    """Bytes received for a page and all that it asks for, as they come over the wire."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = {}
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(address, wait_until="networkidle")
    session.detach()
    return int(sum(sizes.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light(context, kind):
    page = context().new_page()

    assert weighed(page, f"/en/{KINDS[kind]}") <= FIRST


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_next_page_is_lighter(context, kind, language):
    page = context().new_page()
    page.goto(f"/{language}/cases/?work=oversight", wait_until="networkidle")

    assert weighed(page, f"/{language}/{KINDS[kind]}") <= NEXT
