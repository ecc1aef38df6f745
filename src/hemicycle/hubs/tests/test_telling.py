"""Outputs, updates and papers: drafts are private, words stand in several languages, files follow their thing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.core import files, texts
from hemicycle.core.models import Entry, File, Listing
from hemicycle.hubs import actions, policy, queries, states
from hemicycle.hubs.models import HubPaper, Output, Update

WORDS = {"title": "We met", "text": "In Lusaka."}


def made(**other):
    return actions.Made(**{"sort": "survey", "dated": "2026-05", "words": WORDS, "language": "en", **other})


@pytest.fixture
def update(lakes, coordinator):
    return actions.draft_update(lakes, WORDS, language="en", by=coordinator)


@pytest.fixture
def output(lakes, coordinator, document):
    return actions.draft_output(lakes, made(), by=coordinator, content=document)


def test_a_draft_is_seen_by_those_alone_who_run_the_hub(lakes, update, output, membership, viewers):
    for viewer in viewers:
        runs = policy.runs(viewer, lakes)
        assert policy.may_see_update(viewer, update) is runs
        assert policy.may_see_output(viewer, output) is runs
        assert queries.updates_visible_to(viewer).filter(pk=update.pk).exists() is runs
        assert queries.outputs_visible_to(viewer).filter(pk=output.pk).exists() is runs
        assert files.may_read(viewer, output.file) is runs
    assert Listing.objects.filter(kind__in=("hub_update", "hub_output")).count() == 0


def test_a_picture_is_told_in_words_in_every_language_before_it_is_published(lakes, update, coordinator, photograph):
    actions.change_update(update, WORDS, language="en", by=coordinator, picture=photograph)
    with pytest.raises(ValidationError, match=r"what the picture shows.*language: English"):
        actions.publish_update(update, by=coordinator)

    actions.change_update(update, {**WORDS, "alt": "Two clerks"}, language="en", by=coordinator)
    actions.change_update(update, {"title": "Réunis", "text": "À Lusaka."}, language="fr", by=coordinator)
    with pytest.raises(ValidationError, match="language: French"):
        actions.publish_update(update, by=coordinator)


def test_a_picture_is_public_with_its_update_and_goes_with_it(lakes, update, coordinator, photograph):
    words = {**WORDS, "alt": "Two clerks"}
    actions.change_update(update, words, language="en", by=coordinator, picture=photograph)
    update.refresh_from_db()
    seen = [files.may_read(None, update.picture)]

    actions.publish_update(update, by=coordinator)
    seen.append(files.may_read(None, File.objects.get(pk=update.picture_id)))
    actions.withdraw_update(update, by=coordinator)
    seen.append(files.may_read(None, File.objects.get(pk=update.picture_id)))

    assert seen == [False, True, False]
    assert Listing.objects.get(uid=update.uid).gone_since is not None


def test_another_picture_takes_the_place_of_the_first_which_is_not_kept(lakes, update, coordinator, photograph):
    actions.change_update(update, WORDS, language="en", by=coordinator, picture=photograph)
    actions.change_update(update, WORDS, language="en", by=coordinator, picture=photograph, credit="A clerk")
    assert File.objects.filter(kind="hub_update").count() == 1

    actions.change_update(update, WORDS, language="en", by=coordinator, without_picture=True)

    update.refresh_from_db()
    assert (update.picture, update.picture_credit, File.objects.filter(kind="hub_update").count()) == (None, "", 0)


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"GIF89a", b"\xff\xd8\xff broken", b"MZ" * 2000])
def test_what_is_no_picture_is_refused_and_the_words_are_not_lost_half(lakes, coordinator, content):
    with pytest.raises(ValidationError, match="This is not a picture"):
        actions.draft_update(lakes, WORDS, language="en", by=coordinator, picture=content)

    assert Update.objects.count() == 0


def test_nothing_is_cut_off_behind_the_back_of_its_writer(lakes, coordinator):
    with pytest.raises(ValidationError) as refused:
        actions.draft_update(lakes, {**WORDS, "text": "a" * 10_001}, language="en", by=coordinator)

    assert refused.value.message_dict == {"text": ["This has 10,001 characters; shorten it to 10,000."]}


def test_a_second_language_stands_beside_the_original_and_falls_behind_when_that_changes(lakes, update, coordinator):
    actions.publish_update(update, by=coordinator)
    actions.change_update(update, {"title": "Réunis", "text": "À Lusaka."}, language="fr", by=coordinator)
    actions.change_update(update, {**WORDS, "text": "In Livingstone."}, language="en", by=coordinator)

    reading = texts.read_one(update.uid, "fr")
    verbs = Entry.objects.filter(subject=update.uid).order_by("pk").values_list("verb", flat=True)
    assert (reading["title"], reading.original, reading.behind) == ("Réunis", "en", True)
    assert list(verbs)[-2:] == [states.UPDATE_TRANSLATED, states.UPDATE_CHANGED]

    actions.change_update(update, {"title": "Réunis", "text": "À Lusaka."}, language="fr", by=coordinator)
    assert texts.read_one(update.uid, "fr").behind is False


def test_of_two_who_change_the_same_words_the_second_is_told(lakes, update, coordinator, focal_point):
    actions.change_update(update, {**WORDS, "title": "First"}, language="en", by=focal_point, seen=1)

    with pytest.raises(actions.WordsMoved, match="Somebody else has changed these words"):
        actions.change_update(update, {**WORDS, "title": "Second"}, language="en", by=coordinator, seen=1)

    assert texts.read_one(update.uid, "en")["title"] == "First"


def test_the_same_draft_sent_twice_is_one(lakes, update, output, coordinator):
    actions.draft_update(lakes, WORDS, language="en", by=coordinator, once=update.uid)
    actions.draft_output(lakes, made(), by=coordinator, once=output.uid)

    assert (Update.objects.count(), Output.objects.count()) == (1, 1)


def test_an_output_is_published_changed_and_withdrawn_with_its_file(lakes, output, coordinator, document):
    actions.show_output(output, by=coordinator)
    public = files.may_read(None, File.objects.get(subject=output.uid))
    actions.change_output(output, made(dated="2026-06"), by=coordinator, content=document + b"\n%%EOF")
    actions.withdraw_output(output, by=coordinator)
    actions.withdraw_output(output, by=coordinator)

    file = File.objects.get(subject=output.uid)
    verbs = Entry.objects.filter(subject=output.uid).order_by("pk").values_list("verb", flat=True)
    assert (public, files.may_read(None, file)) == (True, False)
    assert list(verbs) == [
        states.OUTPUT_DRAFTED,
        states.OUTPUT_PUBLISHED,
        states.OUTPUT_CHANGED,
        states.OUTPUT_WITHDRAWN,
    ]


def test_what_was_withdrawn_is_not_brought_back_by_changing_it(lakes, update, output, coordinator):
    actions.withdraw_update(update, by=coordinator)
    actions.withdraw_output(output, by=coordinator)

    for change in (
        lambda: actions.change_update(update, WORDS, language="en", by=coordinator),
        lambda: actions.publish_update(update, by=coordinator),
        lambda: actions.change_output(output, made(), by=coordinator),
        lambda: actions.show_output(output, by=coordinator),
    ):
        with pytest.raises(ValidationError, match="was withdrawn"):
            change()


def test_a_paper_is_for_members_or_for_everybody(lakes, membership, coordinator, document, viewers):
    inside = actions.keep_paper(lakes, document, title="Budget", language="en", public=False, by=coordinator)
    outside = actions.keep_paper(lakes, document, title="Statutes", language="en", public=True, by=coordinator)

    for viewer in viewers:
        seen = set(queries.papers_visible_to(viewer))
        assert seen == {paper for paper in HubPaper.objects.all() if policy.may_see_paper(viewer, paper)}
        assert files.may_read(viewer, inside.file) is (inside in seen)
    assert files.may_read(None, outside.file) is True


def test_a_paper_is_removed_with_its_file_and_only_once(lakes, coordinator, document):
    paper = actions.keep_paper(lakes, document, title="Budget", language="en", public=False, by=coordinator)
    again = HubPaper.objects.get(pk=paper.pk)

    actions.remove_paper(paper, by=coordinator)
    actions.remove_paper(again, by=coordinator)

    assert (File.objects.count(), Entry.objects.filter(verb=states.PAPER_REMOVED).count()) == (0, 1)


def test_members_and_strangers_tell_nothing_in_the_name_of_the_hub(lakes, membership, update, colleague, outsider):
    for stranger in (colleague, outsider):
        with pytest.raises(PermissionDenied):
            actions.publish_update(update, by=stranger)
        with pytest.raises(PermissionDenied):
            actions.publish_output(lakes, made(), by=stranger)
