"""What a mail about a case says to each who hears of it, and which one thing it lets them do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.accounts import deeds
from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.catalogue import Message
from hemicycle.core.models import Text
from hemicycle.innovations import hearing, policy, revisions, states, wording
from hemicycle.innovations.case_deeds import OTHER_STAGES
from hemicycle.innovations.models import Adoption, Case
from hemicycle.innovations.states import EDITABLE_STATES, State
from hemicycle.innovations.steps import STEP
from hemicycle.network import policy as network
from hemicycle.threads.queries import thread_of
from hemicycle.ui.formatting import language_name
from hemicycle.ui.frame import absolute
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

TEMPLATE = "innovations/mail.html"
REVIEW, UPKEEP = "review", "upkeep"
DAYS_TO_CONFIRM = 60


@dataclass(frozen=True)
class Told:
    """What a mail about a case says."""

    subject: str
    sentence: str
    links: tuple[Link, ...]  # what can be done, the first one foremost; absolute


Say = Callable[[Case, str, Any, Any], Told | None]  # say(case, its title, entry, person)


def thread(entry: Any) -> UUID | None:
    found = thread_of(Case.kind, entry.subject)
    return found.uid if found else None


def submitted(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if case.state != State.SUBMITTED or not policy.may_review(person, case):
        return None
    sentence = _("“%(title)s” was handed in and waits for a reviewer.") % {"title": title}
    return Told(_("To review: %(title)s") % {"title": title}, sentence, (_link(_("Review it"), case, "review/"),))


def sent_back(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if case.state != State.RETURNED or not policy.may_edit(person, case):
        return None
    sentence = _("An editor has read “%(title)s” and asks for something before it is published.") % {"title": title}
    found = thread_of(Case.kind, case.uid)
    talk = (Link(_("Read why, and answer"), absolute(found.get_absolute_url())),) if found else ()
    return Told(_("Sent back: %(title)s") % {"title": title}, sentence, (_link(_("Go on"), case, "edit/"), *talk))


def published(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if case.state != State.PUBLISHED:
        return None
    read = _link(_("Read it"), case, "")
    if not policy.may_confirm(person, case):
        sentence = _("“%(title)s” can now be read by everybody.") % {"title": title}
        return Told(_("Published: %(title)s") % {"title": title}, sentence, (read,))
    sentence = _("“%(title)s” can now be read by everybody. Is it right? Confirm it for your house.") % {"title": title}
    return Told(_("Please confirm: %(title)s") % {"title": title}, sentence, (_confirm_link(person, case), read))


def still_so(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if not policy.may_confirm(person, case) or _is_answered(case):
        return None
    sentence = _("“%(title)s” was published some time ago. Is it still so? One press is enough.") % {"title": title}
    links = (
        _confirm_link(person, case),
        Link(_("It has ended"), _deed_link(person, "case.ended", case)),
        *(
            Link(_("It is now: %(stage)s") % {"stage": stage.label}, _deed_link(person, f"case.{stage}", case))
            for stage in OTHER_STAGES
            if stage != case.stage
        ),
    )
    return Told(_("Still so? %(title)s") % {"title": title}, sentence, links)


def suggested(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if case.state != State.PUBLISHED or not policy.may_review(person, case):
        return None
    sentence = _("The parliament proposes other words for “%(title)s”.") % {"title": title}
    return Told(_("To decide: %(title)s") % {"title": title}, sentence, (_link(_("Look at them"), case, "words/"),))


def amended(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if not policy.may_translate(person, case):
        return None
    versions = Text.objects.filter(subject=case.uid, state=Text.State.PUBLISHED, current__translator=person.uid)
    links = tuple(
        _link(_("See what changed"), case, f"translate/{language}/")
        for language in versions.values_list("language", flat=True)
    )
    sentence = _("The original of “%(title)s” has changed since you translated it.") % {"title": title}
    return Told(_("Behind: %(title)s") % {"title": title}, sentence, links) if links else None


def offered(case: Case, title: str, entry: Any, person: Any) -> Told | None:
    language = str(entry.facts["language"])
    waits = any(each.language == language for each in revisions.offered(case.uid))
    if not waits or not policy.may_publish_translation(person, case):
        return None
    words = {"title": title, "language": language_name(language)}
    sentence = _("“%(title)s” was translated into %(language)s. Somebody who reads both checks it before it is public.")
    link = _link(_("Check it"), case, f"translate/{language}/")
    return Told(_("To check: %(title)s") % words, sentence % words, (link,))


def translated(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if case.state != State.PUBLISHED:
        return None
    words = {"title": title, "language": language_name(str(entry.facts["language"]))}
    sentence = _("Your translation of “%(title)s” into %(language)s was checked and is public.") % words
    read = Link(_("Read it"), absolute(f"/{entry.facts['language']}{case.path}"))
    return Told(_("Published: %(title)s") % words, sentence, (read,))


def adopted(case: Case, title: str, entry: Any, person: Any) -> Told | None:
    adoption = _adoption_of(case, entry)
    if adoption is not None and network.belongs_to(person, adoption.taker_body):
        return _own_case(case, title, adoption)
    if not policy.is_party(person, case):
        return None
    sentence = _("Another house says that it took over what you told in “%(title)s”.") % {"title": title}
    return Told(_("Adopted: %(title)s") % {"title": title}, sentence, (_link(_("Read what it took"), case, ""),))


def _own_case(case: Case, title: str, adoption: Adoption) -> Told | None:
    """To those who speak for the house that took it over: what became of it there is a case of its own."""
    if case.state != State.PUBLISHED or adoption.taker_case_id is not None:
        return None
    sentence = _(
        "It was said for your house that it took over “%(title)s”. Others would like to read what became of it."
    )
    begin = Link(_("Tell your own case"), absolute(wording.own_case_address(adoption.uid)))
    return Told(
        _("Your turn to tell: %(title)s") % {"title": title},
        sentence % {"title": title},
        (begin, _link(_("Read what it took"), case, "")),
    )


def _adoption_of(case: Case, entry: Any) -> Adoption | None:
    said = Adoption.objects.filter(origin_case=case, taker_body__key=entry.facts.get("body", ""))
    return said.select_related("taker_body__parent").order_by("-pk").first()


def withdrawn(case: Case, title: str, entry: Any, person: Any) -> Told | None:  # noqa: ARG001
    if case.state != State.WITHDRAWN:
        return None
    sentence = _("“%(title)s” was taken off the public pages. Whoever speaks for the house can bring it back.")
    back = (_link(_("Look at it"), case, ""),)
    return Told(_("Withdrawn: %(title)s") % {"title": title}, sentence % {"title": title}, back)


def colleague_asked(case: Case, title: str, entry: Any, person: Any) -> Told | None:
    step = entry.facts["step"]
    if not policy.may_fill(person, case, step):
        return None
    words = {"title": title, "step": str(STEP[step].title)}
    sentence = (
        _("You were asked to fill one step, “%(step)s”, of the case “%(title)s”. It takes a few minutes.") % words
    )
    return Told(_("Please help with “%(title)s”") % words, sentence, (_link(_("Fill it"), case, f"edit/{step}/"),))


def link_wanted(case: Case, title: str, entry: Any, person: Any) -> Told | None:
    step = entry.facts["step"]
    if case.state not in EDITABLE_STATES or not policy.may_fill(person, case, step):
        return None
    sentence = _("Here you go on with “%(title)s”. Everything that you typed is there.") % {"title": title}
    return Told(_("Your draft: %(title)s") % {"title": title}, sentence, (_link(_("Go on"), case, f"edit/{step}/"),))


def _about(say: Say) -> Callable[[Any, Any], Told | None]:
    def about(entry: Any, person: Any) -> Told | None:
        case = hearing.case_of(entry)
        if case is None:
            return None
        readings = texts.read([case.uid], active_language())
        return say(case, readings[case.uid]["title"], entry, person) if readings else None

    return about


def _link(label: str, case: Case, below: str) -> Link:
    return Link(label, absolute(wording.address(f"{case.path}{below}")))


def _confirm_link(person: Person, case: Case) -> Link:
    return Link(_("Confirm"), _deed_link(person, "case.confirm", case))


def _deed_link(person: Person, name: str, case: Case) -> str:
    return deeds.link_for(person, name, case.uid, days=DAYS_TO_CONFIRM)


def _is_answered(case: Case) -> bool:
    return bool(case.asked_on and case.confirmed_on and case.confirmed_on >= case.asked_on)


def _message(
    verb: str, topic: str, audience: Callable[[Any], set[UUID]], say: Say, *, urgent: bool = False, talks: bool = False
) -> Message:
    return Message(verb, topic, audience, _about(say), TEMPLATE, urgent=urgent, thread=thread if talks else None)


MESSAGES = (
    _message("case.submitted", REVIEW, hearing.to_reviewers, submitted),
    _message("case.sent_back", REVIEW, hearing.to_authors, sent_back, talks=True),
    _message("case.published", REVIEW, hearing.to_authors, published),
    _message(states.SUGGESTED, REVIEW, hearing.to_reviewers, suggested),
    _message(states.COLLEAGUE_ASKED, REVIEW, hearing.to_the_one, colleague_asked, urgent=True),
    _message(states.LINK_WANTED, REVIEW, hearing.to_the_one, link_wanted, urgent=True),
    _message(states.CONFIRMATION_ASKED, UPKEEP, hearing.to_speakers, still_so),
    _message(states.AMENDED, UPKEEP, hearing.to_translators, amended),
    _message(states.TRANSLATION_OFFERED, REVIEW, hearing.to_checkers, offered),
    _message("case.translated", UPKEEP, hearing.to_its_translator, translated),
    _message(states.ADOPTED, UPKEEP, hearing.to_both_ends, adopted),
    _message("case.withdrawn", UPKEEP, hearing.to_authors, withdrawn),
)
