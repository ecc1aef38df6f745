"""What network keeps about a person: they may have it, it goes when they leave, and it is not kept for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts import exporting, retention
from hemicycle.accounts.models import Person
from hemicycle.core import days
from hemicycle.core.models import Entry, File
from hemicycle.network import actions
from hemicycle.network.models import DirectoryEntry, Introduction, Office, SeatRequest
from hemicycle.network.tests.factories import an_office

LETTER = b"%PDF-1.7 a letter %%EOF"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def kept(settings):
    """Which bytes lie in the folder of files."""
    return lambda: [path for path in (settings.DATA_DIR / "files").rglob("*") if path.is_file()]


@pytest.fixture
def asked(contributor, malawi):
    request = actions.ask_for_seat(malawi, "contributor", note="I moved.", by=contributor)
    actions.keep_letter(request, LETTER, name="letter.pdf", media_type="application/pdf", by=contributor)
    return request


def test_a_person_may_have_what_is_kept_about_them(asked, contributor):
    part = exporting.PARTS["network"]
    actions.choose_listing(contributor, listed=True, shows_mail=False, topics=[], languages=["en"])

    told = part.collect(contributor)

    assert [office["role"] for office in told["offices"]] == ["contributor"]
    assert [request["note"] for request in told["requests"]] == ["I moved."]
    assert told["directory"] == {"listed": True, "shows_mail": False, "topics": [], "languages": ["en"]}
    assert list(part.files(contributor)) == [("letter.pdf", LETTER)]


def test_who_leaves_holds_nothing_and_is_listed_nowhere(
    asked, contributor, colleague, kept, django_capture_on_commit_callbacks
):
    actions.choose_listing(contributor, listed=True, shows_mail=True, topics=[], languages=["en"])
    theirs = actions.choose_listing(colleague, listed=True, shows_mail=False, topics=[], languages=[])
    actions.introduce(theirs, "May I ask you something?", by=contributor)
    before = len(kept())

    with django_capture_on_commit_callbacks(execute=True):
        accounts.leave(contributor)

    asked.refresh_from_db()
    assert not Office.objects.running().filter(person=contributor).exists()
    assert Office.objects.get(person=contributor).revoked_at is not None
    assert (asked.state, asked.note) == ("withdrawn", "")
    assert (before, kept(), File.objects.count()) == (1, [], 0)
    assert not DirectoryEntry.objects.filter(person=contributor).exists()
    assert Introduction.objects.get().text == ""
    assert Entry.objects.filter(verb="office.ended").count() == 1


def test_a_request_is_emptied_a_year_after_the_decision(asked, contributor, kept, django_capture_on_commit_callbacks):
    actions.withdraw_request(asked, by=contributor)
    with django_capture_on_commit_callbacks(execute=True):
        early = retention.retain()["seat_requests"]
    SeatRequest.objects.update(decided_at=timezone.now() - timedelta(days=366))

    with django_capture_on_commit_callbacks(execute=True):
        late = [retention.retain()["seat_requests"] for _twice in range(2)]

    asked.refresh_from_db()
    assert (early, late) == (0, [1, 0])
    assert (asked.note, asked.state, kept()) == ("", "withdrawn", [])


LONG_AGO = timezone.now() - timedelta(days=731)
LATELY = timezone.now() - timedelta(days=729)


@pytest.fixture
def unused(person):
    """Somebody without an office who came two years ago, and has not come since."""

    def make(*, joined=LONG_AGO, came=LONG_AGO):
        made = person(name="Somebody")
        Person.objects.filter(pk=made.pk).update(joined_at=joined, last_login=came)
        return made

    return make


def is_open(person) -> bool:
    return Person.objects.get(pk=person.pk).is_active


def test_an_account_without_office_and_sign_in_for_two_years_is_closed(unused):
    gone = [unused(), unused(came=None)]
    kept = [unused(came=LATELY), unused(joined=LATELY, came=None)]

    closed = [retention.retain()["unused_accounts"] for _twice in range(2)]

    assert closed == [2, 0]
    assert ([is_open(each) for each in gone], [is_open(each) for each in kept]) == ([False] * 2, [True] * 2)
    assert set(Person.objects.filter(is_active=False).values_list("name", flat=True)) == {""}
    assert set(Entry.objects.filter(verb="person.left").values_list("actor", flat=True)) == {None}


@pytest.mark.parametrize(
    ("term", "stays"),
    [
        ({"until": None}, True),
        ({"until": days.today() - timedelta(days=729)}, True),
        ({"until": days.today() - timedelta(days=731)}, False),
        ({"since": days.today() + timedelta(days=9)}, True),
    ],
)
def test_whoever_held_an_office_meanwhile_is_not_forgotten(unused, zambia, term, stays):
    holder = unused()
    an_office(holder, zambia, "focal_point", **term)

    retention.retain()

    assert is_open(holder) == stays


def test_whoever_waits_for_a_seat_or_whose_program_reads_is_not_forgotten(unused, zambia):
    waits, reads = unused(), unused()
    actions.ask_for_seat(zambia, "contributor", note="I work there.", by=waits)
    accounts.issue_token(reads, name="A program", scopes=["read:self"], days=365)
    reads.tokens.update(used_on=days.today())

    retention.retain()

    assert (is_open(waits), is_open(reads)) == (True, True)
