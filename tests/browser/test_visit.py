"""What the browser is told: nothing inline, nothing kept without asking, nothing set without need."""

import pytest

from tests.browser.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_visitor_gets_no_cookie_and_a_strict_policy(context, kind):
    visitor = context()
    response = visitor.new_page().goto(f"/en/{KINDS[kind]}")

    assert response.status == (404 if kind == "nothing here" else 200)
    assert visitor.cookies() == []
    assert response.headers["content-security-policy"].startswith(
        "default-src 'none'; script-src 'self'; style-src 'self'"
    )


@pytest.mark.parametrize("kind", ["home", "list of cases", "case", "parliament", "vocabulary"])
def test_a_page_that_has_not_changed_is_not_sent_again(context, kind):
    page = context().new_page()
    first = page.request.get(f"/en/{KINDS[kind]}")

    again = page.request.get(f"/en/{KINDS[kind]}", headers={"If-None-Match": first.headers["etag"]})

    assert (first.status, again.status, again.body()) == (200, 304, b"")
