"""The door of the staff side, its language and time, and the catalogue that it borrows for plain Portuguese."""

import pytest
from wagtail.users.models import UserProfile

from hemicycle.project import catalogues

pytestmark = pytest.mark.django_db


def test_whoever_has_no_office_there_hears_it_at_the_door_in_their_language(client, focal_point):
    focal_point.language = "fr"
    focal_point.save()
    client.force_login(focal_point)

    answers = [client.get(path) for path in ("/admin/", "/admin/pages/", "/admin/topics/", "/admin/account/")]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert '<html lang="fr"' in answers[0].content.decode()


def test_the_staff_side_keeps_the_time_of_the_account_and_no_second_one(client, editor):
    editor.time_zone = "Pacific/Fiji"
    editor.save()
    client.force_login(editor)

    answers = [client.get(path) for path in ("/admin/", "/admin/account/")]

    assert answers[0].context["request"].user.wagtail_userprofile.current_time_zone == "Pacific/Fiji"
    assert (answers[1].status_code, answers[1].url) == (302, "/en/account/")
    assert UserProfile.objects.count() == 0


def test_scripts_of_the_staff_side_speak_portuguese(client, editor):
    editor.language = "pt"
    editor.save()
    client.force_login(editor)

    assert "Imagem" in client.get("/admin/jsi18n/").content.decode()


def test_what_is_borrowed_for_portuguese_leaves_the_words_of_django_alone():
    borrowed = catalogues.borrowed("pt", "pt_BR")

    assert borrowed["Images"].string == "Imagens"
    assert borrowed["There is %(counter)s match"].string[:1] == ["Existe %(counter)s correspondência"]
    assert "This field is required." not in borrowed
