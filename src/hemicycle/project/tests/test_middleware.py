"""What every answer carries, and whom the site believes about where a request comes from."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from hemicycle.project.middleware import STAFF, STRICT, security_headers

PROXY, VISITOR = "10.0.0.7", "198.51.100.4"


def seen(request):
    return HttpResponse(f"{request.META['REMOTE_ADDR']} {request.scheme}")


def asked(path="/en/", **meta):
    return security_headers(seen)(RequestFactory().get(path, **meta))


def test_every_answer_carries_the_strict_policy():
    headers = asked().headers

    assert headers["Content-Security-Policy"] == STRICT
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


def test_browsers_are_bound_to_https_where_the_site_has_it(settings):
    settings.SECURE_HSTS_SECONDS = 60
    https = {"wsgi.url_scheme": "https"}

    assert asked(**https).headers["Strict-Transport-Security"] == "max-age=60"
    assert "Strict-Transport-Security" not in asked().headers


CARRIED = ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/health", 200),
        ("/en/cases.csv", 200),
        ("/en/cases.json", 200),
        ("/en/parliaments/world.svg", 200),
        ("/en/cases/?stage=nonsense", 404),
        ("/static/nothing.css", 404),
        ("/files/00000000-0000-0000-0000-000000000000", 404),
        ("/de/", 404),
        ("/", 302),
    ],
)
def test_pages_data_pictures_errors_and_ways_on_carry_the_same(client, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert [name for name in CARRIED if name not in response.headers] == []


def test_the_strict_policy_allows_nothing_inline():
    assert "unsafe" not in STRICT
    assert STRICT.startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/3/", "/documents/1/report.pdf"])
def test_staff_screens_carry_their_own_policy(path):
    assert asked(path).headers["Content-Security-Policy"] == STAFF


@pytest.mark.parametrize("path", ["/en/admin/", "/administrators/", "/en/"])
def test_no_other_address_carries_the_policy_of_staff(path):
    assert asked(path).headers["Content-Security-Policy"] == STRICT


def test_a_policy_that_a_view_sets_stays():
    def sandboxed(request):
        return HttpResponse(headers={"Content-Security-Policy": "sandbox"})

    response = security_headers(sandboxed)(RequestFactory().get("/files/1"))

    assert response.headers["Content-Security-Policy"] == "sandbox"


def test_a_trusted_proxy_says_where_the_visitor_is(settings):
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]

    response = asked(REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=VISITOR, HTTP_X_FORWARDED_PROTO="https")

    assert response.content.decode() == f"{VISITOR} https"


def test_only_the_last_address_counts_since_the_proxy_wrote_it(settings):
    settings.TRUSTED_PROXIES = [PROXY]

    response = asked(REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=f"203.0.113.9, {VISITOR}")

    assert response.content.decode() == f"{VISITOR} http"


@pytest.mark.parametrize("trusted", [[], ["10.0.0.8"], ["192.168.0.0/16"]])
def test_nobody_else_is_believed(settings, trusted):
    settings.TRUSTED_PROXIES = trusted

    response = asked(REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=VISITOR, HTTP_X_FORWARDED_PROTO="https")

    assert response.content.decode() == f"{PROXY} http"


def test_forwarded_headers_go_no_further():
    def left(request):
        return HttpResponse(",".join(name for name in request.META if "FORWARDED" in name))

    response = security_headers(left)(
        RequestFactory().get(
            "/", HTTP_X_FORWARDED_FOR=VISITOR, HTTP_X_FORWARDED_HOST="evil.example", HTTP_FORWARDED="for=x"
        )
    )

    assert response.content == b""
