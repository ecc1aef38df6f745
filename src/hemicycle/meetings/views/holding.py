"""Pages of those who hold meetings: announcing, changing, translating, recording, and who comes."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from hemicycle.meetings import actions, contexts, hosts, policy, queries, versions
from hemicycle.meetings.forms import InviteForm, MeetingForm, RecordForm, WordsForm, of_meeting
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.views.doors import NOT_TAKEN, for_people, reader_of, sent, status_of, taken, typed_words
from hemicycle.network.models import Body
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_people("POST")
def announce(request: HttpRequest) -> HttpResponse:
    """A meeting of the body that the address names; only for those who hold its meetings."""
    key = request.POST.get("body", "") or request.GET.get("body", "")
    body = get_object_or_404(Body, key=key[:40], pk__in=hosts.run_by(reader_of(request)))
    first = {"language": active_language(), "zone": reader_of(request).time_zone, "languages": [active_language()]}
    form = MeetingForm(sent(request), body=body, zone=reader_of(request).time_zone, initial=first)
    made: list[Meeting] = []
    if request.method == "POST" and taken(form, lambda: made.append(_announced(body, form, request))):
        return HttpResponseRedirect(made[0].get_absolute_url())
    return show(request, contexts.announce_page(body, form), status=status_of(form))


def _announced(body: Body, form: MeetingForm, request: HttpRequest) -> Meeting:
    return actions.announce(body, form.planned, once=form.cleaned_data["once"], by=reader_of(request))


@for_people("POST")
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One meeting with everything that its host may do now; the form that was sent holds what was typed."""
    meeting = _held(request, uid)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    forms = _forms(meeting, request, act)
    refused = ""
    if act in {"postpone", "cancel"}:
        refused = _ended(meeting, act, request)
        if not refused:
            return HttpResponseRedirect(meeting.get_absolute_url())
    elif act in forms:
        if taken(forms[act], lambda: _done(act, meeting, forms[act], request)):
            return HttpResponseRedirect(meeting.get_absolute_url())
    elif request.method == "POST":
        refused = _too_late(meeting, request)
    page = contexts.edit_page(meeting, reader_of(request), forms, refused, typed_words(request) if refused else ())
    return show(request, page, status=NOT_TAKEN if refused else status_of(*forms.values()))


def _forms(meeting: Meeting, request: HttpRequest, act: str) -> dict[str, Any]:
    known = versions.languages_of(meeting)
    forms: dict[str, Any] = {}
    if policy.may_change(reader_of(request), meeting):
        language = versions.original_of(meeting)
        first = of_meeting(meeting, versions.words_in(meeting, language), language)
        forms["change"] = MeetingForm(
            request.POST if act == "change" else None, body=meeting.body, zone=meeting.zone, initial=first
        )
    if policy.may_record(reader_of(request), meeting):
        language = active_language() if active_language() in dict(known) else known[0][0]
        first = {
            "recording_address": meeting.recording_address,
            "language": language,
            "notes": versions.words_in(meeting, language).get("notes", ""),
        }
        forms["record"] = RecordForm(
            request.POST if act == "record" else None, languages=known, initial=first, auto_id="record_%s"
        )
    return forms


def _done(act: str, meeting: Meeting, form: Any, request: HttpRequest) -> None:
    said = form.cleaned_data
    if act == "change":
        actions.change(meeting, form.planned, seen=said["seen"], by=reader_of(request))
    else:
        actions.record(
            meeting,
            recording_address=said["recording_address"],
            notes=said["notes"],
            language=said["language"],
            by=reader_of(request),
        )


def _ended(meeting: Meeting, act: str, request: HttpRequest) -> str:
    verb = actions.postpone if act == "postpone" else actions.cancel
    try:
        verb(meeting, by=reader_of(request))
    except PermissionDenied:
        return _too_late(meeting, request)
    return ""


def _too_late(meeting: Meeting, request: HttpRequest) -> str:
    """What was open while somebody else acted, or while the hour came, gets a sentence; made-up acts get nothing."""
    try:
        actions.check_open(Meeting.objects.get(pk=meeting.pk), reader_of(request))
    except ValidationError as refused:
        return " ".join(refused.messages)
    raise Http404


@for_people("POST")
def words(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The words of a meeting in another language, beside the original."""
    meeting = _held(request, uid)
    languages = versions.other_languages_of(meeting)
    asked = request.GET.get("language", "")
    language = asked if asked in dict(languages) else languages[0][0]
    first = {"language": language, **versions.words_in(meeting, language)}
    form = WordsForm(sent(request), languages=languages, initial=first)
    if request.method == "POST" and taken(form, lambda: _translated(meeting, form, request)):
        return HttpResponseRedirect(meeting.get_absolute_url())
    return show(request, contexts.words_page(meeting, form), status=status_of(form))


def _translated(meeting: Meeting, form: WordsForm, request: HttpRequest) -> None:
    said = form.cleaned_data
    actions.translate(meeting, said["language"], title=said["title"], text=said["text"], by=reader_of(request))


@for_people("POST")
def people(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Who comes, and asking members to come."""
    meeting = _held(request, uid)
    form = None
    if policy.may_invite(reader_of(request), meeting):
        asked = contexts.people_to_invite(meeting)
        form = InviteForm(sent(request), people=asked, named=contexts.person_name)
    if request.method == "POST":
        if form is None:
            raise Http404
        chosen = form
        if taken(chosen, lambda: actions.invite(meeting, chosen.cleaned_data["people"], by=reader_of(request))):
            return HttpResponseRedirect(reverse("meetings:people", args=[meeting.uid]))
    return show(request, contexts.people_page(meeting, form), status=status_of(form))


def _held(request: HttpRequest, uid: UUID) -> Meeting:
    """A meeting that this person holds; for everybody else it is not there."""
    held = queries.visible_to(reader_of(request)).filter(body__in=hosts.run_by(reader_of(request)))
    return get_object_or_404(held, uid=uid)
