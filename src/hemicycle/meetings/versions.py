"""In which languages the words of a meeting are there, and which they are."""

from django.conf import settings

from hemicycle.core import texts
from hemicycle.meetings.models import Meeting
from hemicycle.ui.languages import active_language, native_name


def title_of(meeting: Meeting) -> str:
    """In the nearest language to the page's."""
    return str(texts.read_one(meeting.uid, active_language())["title"])


def words_in(meeting: Meeting, language: str) -> dict[str, str]:
    """The words in this very language; nothing where there are none."""
    return dict(_known(meeting).get(language, {}))


def original_of(meeting: Meeting) -> str:
    return next(iter(_known(meeting)))


def languages_of(meeting: Meeting) -> list[tuple[str, str]]:
    """The languages in which the meeting has words, the original first, as a form offers them."""
    return [(code, native_name(code)) for code in _known(meeting)]


def other_languages_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Every language of the site but that of the original."""
    return [(code, native_name(code)) for code, _name in settings.LANGUAGES if code != original_of(meeting)]


def _known(meeting: Meeting) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {
        language: dict(words) for language, words in texts.all_languages([meeting.uid]).get(meeting.uid, {}).items()
    }
    return found
