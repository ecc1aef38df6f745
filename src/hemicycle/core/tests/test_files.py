"""Files: public ones for all, private ones for those who may see the thing; never a page of ours."""

import uuid

import pytest

from hemicycle.core import files
from hemicycle.core.tests.offered import terms

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def keep(subject, *, public, name="plan.pdf", kind="topic"):
    return files.keep(
        b"words", subject=subject, kind=kind, name=name, media_type="application/pdf", public=public, by=None
    )


def test_a_public_file_is_served_as_a_download_that_cannot_act(client):
    file = keep(uuid.uuid4(), public=True)

    response = client.get(f"/files/{file.uid}")

    assert b"".join(response.streaming_content) == b"words"
    assert response.headers["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "media_type",
    ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/javascript", "a/b\r\nX: y"],
)
def test_what_a_browser_could_run_is_served_as_bytes(client, media_type):
    file = files.keep(
        b"<script>alert(1)</script>",
        subject=uuid.uuid4(),
        kind="topic",
        name="page.html",
        media_type=media_type,
        public=True,
        by=None,
    )

    response = client.get(f"/files/{file.uid}")
    response.getvalue()

    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="page.html"'


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie: x=1.pdf"),
        ("C:\\folder\\plan.pdf", "plan.pdf"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("..", "file"),
        ("\x00", "file"),
        ("..\\..\\", "file"),
        (".htaccess", "htaccess"),
        ('a"b;c.pdf', 'a"b;c.pdf'),
    ],
)
def test_a_name_is_told_as_it_reads_and_breaks_no_header(client, name, told):
    file = keep(uuid.uuid4(), public=True, name=name)

    response = client.get(f"/files/{file.uid}")
    response.getvalue()

    assert (file.name, response.status_code) == (told, 200)
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")


def test_a_private_file_is_seen_by_those_who_see_the_thing_and_not_found_by_others(client):
    (topic,) = terms("work")
    seen, unseen = keep(topic.uid, public=False), keep(uuid.uuid4(), public=False)

    assert b"".join(client.get(f"/files/{seen.uid}").streaming_content) == b"words"
    assert client.get(f"/files/{unseen.uid}").status_code == 404


def test_a_private_file_of_a_kind_that_nobody_offers_is_never_served(client):
    (topic,) = terms("work")
    file = keep(topic.uid, public=False, kind="secret")

    assert client.get(f"/files/{file.uid}").status_code == 404


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a" * 400, ""])
def test_a_name_never_becomes_part_of_a_path(name, settings):
    file = keep(uuid.uuid4(), public=True, name=name)

    place = files.path_of(file)

    assert place.is_relative_to(settings.DATA_DIR / "files")
    assert place.name == file.uid.hex
    assert "/" not in file.name
    assert 0 < len(file.name) <= 150


def test_a_file_whose_bytes_are_lost_is_not_found(client):
    file = keep(uuid.uuid4(), public=True)
    files.path_of(file).unlink()

    assert client.get(f"/files/{file.uid}").status_code == 404
