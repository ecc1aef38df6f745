"""One address of each kind of page; what holds for every page is tried on all of them."""

from hemicycle.core.identity import shipped_uid

KINDS = {
    "home": "",
    "list of cases": "cases/",
    "narrowed list": "cases/?region=africa",
    "case": "cases/zm-echamber-app/",
    "history of a case": f"history/case/{shipped_uid('case', 'zm-echamber-app')}/",
    "list of use cases": "use-cases/",
    "use case": "use-cases/bh-automated-hansard/",
    "spread": "spread/",
    "list of parliaments": "parliaments/",
    "parliament": "parliaments/BR/",
    "comparison": "parliaments/compare/?key=ZM&key=MW&key=BR",
    "regional body": "regional-bodies/RB-EP/",
    "partners": "partners/",
    "organisation": "partners/undp/",
    "agreement": f"agreements/{shipped_uid('agreement', 'br')}/",
    "projects": "projects/",
    "project": "projects/e-parliament-in-myanmar/",
    "steering committee": "steering/",
    "decisions": "steering/decisions/",
    "vocabulary": "topics/",
    "branch": "topics/technology/",
    "topic": "topics/technology/mobile-app/",
    "calendar": "calendar/",
    "past meetings": "calendar/?when=past",
    "search": "search/",
    "answer": "search/?q=electronic+voting",
    "text page": "about/",
    "nothing here": "nothing-is-here/",
}
LANGUAGES = {"en": "ltr", "fr": "ltr", "es": "ltr", "pt": "ltr", "ar": "rtl"}
