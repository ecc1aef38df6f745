"""Asking for a seat: who decides, with what on file, and that nothing leaks to others."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from hemicycle.core.models import Entry, File
from hemicycle.network import actions, queries
from hemicycle.network.models import Office, SeatRequest
from hemicycle.network.tests.factories import an_office
from hemicycle.network.tests.reading import text_of

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
NOTE = "I work in the research service; ask the clerk."


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def signed_in(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


@pytest.fixture
def asked(outsider, zambia):
    return actions.ask_for_seat(zambia, "contributor", note=NOTE, by=outsider)


def a_picture(kind="PNG"):
    target = io.BytesIO()
    Image.new("RGB", (4, 4)).save(target, format=kind)
    return target.getvalue()


def address(request):
    return f"/en/seats/requests/{request.uid}/"


def letter(content=PDF, name="letter.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_anybody_who_is_signed_in_asks_for_a_seat_with_a_letter(signed_in, outsider, zambia):
    said = {"body": "ZM-LC01", "role": "contributor", "note": NOTE, "letter": letter(name="../../me.pdf")}

    response = signed_in(outsider).post("/en/seats/ask/", said)

    made = SeatRequest.objects.get()
    kept = File.objects.get()
    assert (response.status_code, response.url) == (302, address(made))
    assert (made.person, made.body, made.role, made.note) == (outsider, zambia, "contributor", NOTE)
    assert (kept.subject, kept.kind, kept.public, kept.name) == (made.uid, "seat_request", False, "letter.pdf")
    assert Entry.objects.get(verb="seat.asked").facts == {"role": "contributor", "body": "ZM-LC01"}


def test_a_parliament_of_one_chamber_is_asked_for_by_its_chamber(signed_in, outsider, zambia):
    page = signed_in(outsider).get("/en/seats/ask/?body=ZM").content.decode()

    assert '<option value="ZM-LC01" selected>' in page
    assert '<option value="ZM"' not in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg onload='alert(1)'/>", "neither a PDF nor a picture"),
        (b"", "empty"),
        (b"PK\x03\x04" + b"0" * 100, "neither a PDF nor a picture"),
        (b"GIF89a" + b"0" * 100, "neither a PDF nor a picture"),
        (PDF + b"PK\x05\x06" + b"\0" * 18, "holds something else as well"),
        (b"%PDF-1.7\nno end", "is damaged"),
        (PDF.replace(b"<<>>", b"<</S/JavaScript>>", 1), "holds scripts"),
        (PDF.replace(b"<<>>", b"<</S/J#61vaScr#69pt>>", 1), "holds scripts"),
        (b"<!doctype html><script>alert(1)</script>" + PDF, "neither a PDF nor a picture"),
        (b"%PDF-" + b"0" * 5_000_000 + b"%%EOF", "at most 5 MB"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "neither a PDF nor a picture"),
    ],
)
def test_a_letter_is_judged_by_its_content(signed_in, outsider, zambia, content, sentence):
    said = {"body": "ZM-LC01", "role": "contributor", "note": NOTE, "letter": letter(content)}

    response = signed_in(outsider).post("/en/seats/ask/", said)

    assert (response.status_code, sentence in text_of(response), NOTE in text_of(response)) == (422, True, True)
    assert (SeatRequest.objects.count(), File.objects.count()) == (0, 0)


def test_of_a_picture_nothing_but_its_dots_is_kept(signed_in, outsider, asked, settings):
    hung_on = a_picture("JPEG") + b"<script>alert(1)</script>"

    response = signed_in(outsider).post(address(asked), {"act": "letter", "letter": letter(hung_on, "me.svg")})

    (kept,) = [path for path in (settings.DATA_DIR / "files").rglob("*") if path.is_file()]
    assert (response.status_code, b"script" in kept.read_bytes()) == (302, False)
    assert (File.objects.get().media_type, File.objects.get().name) == ("image/jpeg", "letter.jpg")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"body": "XX"}, "not one of the available choices"),
        ({"role": "administrator"}, "not one of the available choices"),
        ({"note": ""}, "This field is required"),
        ({"note": "x" * 2001}, "at most 2000 characters"),
        ({"role": "deputy"}, "no focal point yet"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_in_a_sentence(signed_in, outsider, zambia, wrong, sentence):
    said = {"body": "ZM-LC01", "role": "contributor", "note": NOTE, **wrong}

    response = signed_in(outsider).post("/en/seats/ask/", said)

    assert (response.status_code, sentence in text_of(response)) == (422, True)
    assert not SeatRequest.objects.exists()


def test_a_note_cannot_be_made_to_read_otherwise_than_it_is_written(signed_in, outsider, zambia):
    said = {"body": "ZM-LC01", "role": "contributor", "note": "I am \u202eевил\u202c <b>here</b>"}

    signed_in(outsider).post("/en/seats/ask/", said)

    made = SeatRequest.objects.get()
    assert made.note == "I am евил <b>here</b>"
    assert "<b>here" not in signed_in(outsider).get(address(made)).content.decode()


def test_asking_twice_is_refused(signed_in, outsider, asked):
    said = {"body": "ZM-LC01", "role": "contributor", "note": NOTE}

    response = signed_in(outsider).post("/en/seats/ask/", said)

    assert "your request still waits" in text_of(response)
    assert SeatRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("outsider", 200),
        ("focal_point", 200),
        ("administrator", 200),
        ("contributor", 404),
        ("colleague", 404),
        ("editor", 404),
    ],
)
def test_a_request_and_its_letter_are_seen_by_who_asked_and_who_decides(
    request, signed_in, asked, outsider, who, status
):
    kept = actions.keep_letter(asked, PDF, name="letter.pdf", media_type="application/pdf", by=outsider)
    client = signed_in(request.getfixturevalue(who))

    assert client.get(address(asked)).status_code == status
    served = client.get(f"/files/{kept.uid}")
    assert served.status_code == status
    assert status == 404 or b"".join(served.streaming_content) == PDF
    assert client.get(address(asked).replace(str(asked.uid), str(uuid.uuid4()))).status_code == 404


def test_the_focal_point_gives_the_seat(signed_in, asked, focal_point, outsider, zambia):
    response = signed_in(focal_point).post(address(asked), {"act": "accept", "until": ""})

    asked.refresh_from_db()
    assert response.status_code == 302
    assert (asked.state, asked.decided_by, asked.office) == (
        "accepted",
        focal_point,
        Office.objects.get(person=outsider),
    )
    assert (asked.office.role, asked.office.body) == ("contributor", zambia)


def test_the_focal_point_refuses_with_a_reason_that_who_asked_reads(signed_in, asked, focal_point, outsider):
    client = signed_in(focal_point)
    silent = client.post(address(asked), {"act": "refuse", "reason": " "})
    client.post(address(asked), {"act": "refuse", "reason": "Ask the clerk first."})

    assert silent.status_code == 422
    assert "Ask the clerk first." in text_of(signed_in(outsider).get(address(asked)))
    assert not Office.objects.filter(person=outsider).exists()


def test_the_secretariat_decides_only_with_a_letter_on_file(signed_in, asked, administrator, outsider):
    client = signed_in(administrator)
    without = client.post(address(asked), {"act": "accept", "until": ""})
    client.post(address(asked), {"act": "letter", "letter": letter()})

    response = client.post(address(asked), {"act": "accept", "until": ""})

    assert (without.status_code, "Put a letter" in text_of(without)) == (422, True)
    assert response.status_code == 302
    assert Office.objects.filter(person=outsider, role="contributor").exists()


@pytest.mark.parametrize("act", ["accept", "refuse"])
def test_nobody_decides_on_their_own_request(signed_in, zambia, administrator, act):
    own = actions.ask_for_seat(zambia, "contributor", note=NOTE, by=administrator)

    response = signed_in(administrator).post(address(own), {"act": act, "until": "", "reason": "Because."})

    own.refresh_from_db()
    assert (response.status_code, own.state) == (404, "waiting")


def test_the_second_of_two_who_decide_is_told_that_it_is_done(signed_in, asked, focal_point, administrator):
    actions.refuse_request(asked, "No room.", by=focal_point)

    response = signed_in(administrator).post(address(asked), {"act": "accept", "until": ""})

    assert (response.status_code, "has been decided already" in text_of(response)) == (422, True)


def test_who_asked_takes_the_request_back_once(signed_in, asked, outsider, focal_point):
    client = signed_in(outsider)
    first = client.post(address(asked), {"act": "withdraw"})
    second = client.post(address(asked), {"act": "withdraw"})

    asked.refresh_from_db()
    assert (first.status_code, second.status_code, asked.state) == (302, 422, "withdrawn")
    assert signed_in(focal_point).post(address(asked), {"act": "withdraw"}).status_code in {404, 422}


def test_a_focal_point_whose_term_is_over_decides_nothing(signed_in, asked, focal_point):
    focal_point.offices.update(until="2021-01-01")

    assert signed_in(focal_point).get(address(asked)).status_code == 404


def test_a_request_awaits_the_house_and_only_without_it_the_secretariat(asked, administrator, person, zambia):
    alone = queries.who_decides(asked)

    speaker = person()
    an_office(speaker, zambia, "focal_point")

    assert (alone, queries.who_decides(asked)) == ([administrator], [speaker])


def test_a_request_to_speak_for_a_house_awaits_the_secretariat(outsider, zambia, focal_point, administrator):
    wish = actions.ask_for_seat(zambia, "secretary_general", note=NOTE, by=outsider)

    assert queries.who_decides(wish) == [administrator]
    assert not queries.requests_visible_to(focal_point).exists()


@pytest.mark.parametrize("number", [1, 3])
def test_what_awaits_a_focal_point_asks_as_much_for_one_as_for_three(
    person, focal_point, zambia, number, django_assert_num_queries
):
    for _each in range(number):
        actions.ask_for_seat(zambia, "contributor", note=NOTE, by=person(name="Somebody"))

    with django_assert_num_queries(2):
        assert len(queries.awaiting_decision(focal_point)) == number
