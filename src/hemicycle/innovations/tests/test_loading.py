"""Loading: what is refused and how it is said, and that loading again changes nothing."""

from pathlib import Path

import pytest

from hemicycle.core import texts
from hemicycle.core.identity import shipped_uid
from hemicycle.core.loading import LoadRefused
from hemicycle.core.models import Counter, Entry, Listing, Revision
from hemicycle.innovations import actions
from hemicycle.innovations.loading import load
from hemicycle.innovations.models import Adoption, Case, UseCase
from hemicycle.innovations.states import Evidence, State
from hemicycle.innovations.tests.factories import a_topic

CASE = """
key = "zm-app"
body = "ZM-LC01"
countries = ["ZM"]
began = "2020-05"
stage = "in_use"
stage_as_of = "2021-10-21"
evidence = "compiled"
topics = ["work.sittings"]
original = "en"
months_to_first_use = 1.5

[[measures]]
key = "first_version"
value = 6
unit = "weeks"
source = 1

[[sources]]
url = "https://example.org/1"
title = "A bulletin"
dated = "2021-10"

[texts.en]
title = "An app"
lead = "For sittings."

[texts.en.measures]
first_version = "Time to the first version"

[texts.fr]
title = "Une application"
credit = "A. Martin"
"""
USE_CASE = """
key = "zm-idea"
number = "7"
body = "ZM-LC01"
countries = ["ZM"]
category = "drafting"
evidence = "compiled"
topics = []
original = "en"

[[sources]]
title = "A collection"

[texts.en]
title = "An idea"
objective = "Draft faster."
"""


@pytest.fixture
def folder(tmp_path, zambia) -> Path:
    a_topic("work.sittings")
    for name, content in (("cases/zm-app", CASE), ("use_cases/zm-idea", USE_CASE)):
        file = tmp_path / f"{name}.toml"
        file.parent.mkdir()
        file.write_text(content, encoding="utf-8")
    return tmp_path


def rewrite(folder: Path, before: str, after: str, name: str = "cases/zm-app") -> Path:
    file = folder / f"{name}.toml"
    content = file.read_text(encoding="utf-8")
    assert before in content
    file.write_text(content.replace(before, after), encoding="utf-8")
    return file


def test_what_is_loaded_is_public_compiled_and_credited(folder):
    assert load(folder) == {"cases": 1, "use_cases": 1}

    case = Case.objects.get(slug="zm-app")
    french = texts.read_one(case.uid, "fr")
    assert (case.uid, case.state, case.evidence) == (shipped_uid("case", "zm-app"), State.PUBLISHED, Evidence.COMPILED)
    assert (french["title"], french.credit, french.behind) == ("Une application", "A. Martin", False)
    assert texts.read_one(case.uid, "en")["measures"] == {"first_version": "Time to the first version"}
    assert Entry.objects.get(subject=case.uid).actor is None
    assert Listing.objects.get(uid=case.uid).order == "2021-10-21"


def test_loading_again_writes_nothing(folder):
    load(folder)
    before = state_of_everything()

    load(folder)

    assert state_of_everything() == before


def state_of_everything() -> tuple[object, ...]:
    return (
        list(Counter.objects.order_by("kind").values_list("kind", "mark")),
        list(Entry.objects.order_by("pk").values_list("pk", flat=True)),
        list(Revision.objects.order_by("pk").values_list("pk", flat=True)),
        list(Case.objects.order_by("pk").values()),
        list(UseCase.objects.order_by("pk").values()),
    )


def test_a_changed_file_changes_its_record_and_leaves_translations_behind(folder):
    load(folder)
    rewrite(folder, 'title = "An app"', 'title = "An app for sittings"')
    rewrite(folder, 'stage = "in_use"', 'stage = "scaled"')

    load(folder)

    case = Case.objects.get(slug="zm-app")
    assert (case.stage, texts.read_one(case.uid, "en")["title"]) == ("scaled", "An app for sittings")
    assert texts.read_one(case.uid, "fr").behind
    assert Entry.objects.filter(subject=case.uid).count() == 2


def test_what_people_have_changed_stays_theirs(folder, focal_point, editor):
    load(folder)
    case = Case.objects.get(slug="zm-app")
    actions.confirm(case, by=focal_point, stage="scaled")
    actions.withdraw(UseCase.objects.get(slug="zm-idea"), by=editor)
    rewrite(folder, 'stage = "in_use"', 'stage = "ended"')
    rewrite(folder, "An idea", "Another idea", "use_cases/zm-idea")

    load(folder)

    case.refresh_from_db()
    assert (case.stage, case.evidence) == ("scaled", Evidence.CONFIRMED)
    assert UseCase.objects.get(slug="zm-idea").state == State.WITHDRAWN
    assert Entry.objects.filter(verb__endswith="loaded", kind__in=["case", "use_case"]).count() == 2


def test_links_may_lead_to_cases_that_come_in_with_them(folder, malawi):
    taker = CASE.replace("zm-app", "mw-app").replace("ZM", "MW")
    link = '[[adapted_from]]\ncase = "zm-app"\nsince = "2022"\nsource = 1\n\n[[sources]]'
    (folder / "cases" / "a-first-by-name.toml").write_text(taker.replace("[[sources]]", link), encoding="utf-8")

    load(folder)

    adoption = Adoption.objects.get()
    assert (adoption.origin_case.slug, adoption.taker_case.slug, adoption.since) == ("zm-app", "mw-app", "2022")
    assert adoption.source_title == "A bulletin"


REFUSED = [
    (
        'key = "zm-app"',
        'key = "ZM app"',
        "key",
        "“ZM app” cannot stand here; use small letters, digits and single hyphens.",
    ),
    ('body = "ZM-LC01"', 'body = "XX-LC01"', "body", "“XX-LC01” is not in the register."),
    (
        'body = "ZM-LC01"',
        'body = ""',
        "body",
        "say whose case this is: a key of the register here, or a name in “body_name”.",
    ),
    ('countries = ["ZM"]', 'countries = ["XX"]', "countries", "“XX” is not in the register."),
    ('countries = ["ZM"]', 'countries = ["ZM", "ZM"]', "countries", "“ZM” stands there twice."),
    (
        'began = "2020-05"',
        'began = "2020-13"',
        "began",
        "“2020-13” cannot stand here; write 2026, 2026-01 or 2026-01-05.",
    ),
    (
        'stage = "in_use"',
        'stage = "done"',
        "stage",
        "“done” is not known here; allowed: in_development, pilot, in_use, scaled, replaced, ended, unknown.",
    ),
    (
        'evidence = "compiled"',
        'evidence = "confirmed"',
        "evidence",
        "“confirmed” is not known here; allowed: compiled.",
    ),
    ("work.sittings", "work.sitings", "topics", "“work.sitings” is not in the vocabulary."),
    ('original = "en"', 'original = "es"', "texts.es", "the text in the original language is missing."),
    ("[texts.fr]", "[texts.de]", "texts.de", "this language is not offered; offered: en, fr, es, pt, ar."),
    ('lead = "For', 'leed = "For', "texts.en.leed", "this field is not known."),
    ("months_to_first_use", "months_to_first_used", "months_to_first_used", "this field is not known."),
    (
        "months_to_first_use = 1.5",
        'months_to_first_use = "1.5"',
        "months_to_first_use",
        "“1.5” is of the wrong kind; write a number.",
    ),
    ('title = "An app"', 'title = ""', "texts.en.title", "this is empty and must not be."),
    (
        "https://example.org/1",
        "javascript:alert(1)",
        "sources 1.url",
        "“javascript:alert(1)” cannot stand here; an address begins with http:// or https://.",
    ),
    ("source = 1", "source = 2", "measures", "source 2 is cited, and there are 1."),
    ("value = 6\n", "", "measures 1.value", "a measure needs its value."),
    ("first_version = ", "second_version = ", "texts.en.measures", "“first_version” is missing: say what it measures."),
    ("[[sources]]", '[[follows]]\ncase = "zm-app"\n[[sources]]', "follows", "a case cannot be taken from itself."),
    ("[[sources]]", '[[adapted_from]]\ncase = "br-app"\n[[sources]]', "adapted", "there is no case “br-app”."),
    (
        "[[sources]]",
        '[[adapted_from]]\nsince = "2020"\n[[sources]]',
        "adapted_from 1.case",
        "name exactly one of “case”, “body” and “name”.",
    ),
]


@pytest.mark.parametrize(("before", "after", "field", "sentence"), REFUSED, ids=[row[3][:40] for row in REFUSED])
def test_a_mistake_is_named_with_file_and_field_and_nothing_is_loaded(folder, before, after, field, sentence):
    file = rewrite(folder, before, after)

    with pytest.raises(LoadRefused) as refused:
        load(folder)

    assert (refused.value.file, refused.value.column, refused.value.sentence) == (file, field, sentence)
    assert (Case.objects.count(), UseCase.objects.count()) == (0, 0)


def test_a_mistake_in_the_last_file_keeps_out_the_first(folder):
    rewrite(folder, 'category = "drafting"', 'category = "poetry"', "use_cases/zm-idea")

    with pytest.raises(LoadRefused, match="“poetry” is not known here"):
        load(folder)

    assert Case.objects.count() == 0


def test_two_files_with_one_key_are_refused(folder):
    (folder / "cases" / "zz.toml").write_text(CASE, encoding="utf-8")

    with pytest.raises(LoadRefused, match=r"zz.toml, column “key”: “zm-app” is the key of zm-app.toml already."):
        load(folder)


def test_what_is_not_toml_says_where(folder):
    rewrite(folder, 'stage = "in_use"', "stage = in_use")

    with pytest.raises(LoadRefused, match=r"this is not TOML: .*line 6"):
        load(folder)


def test_what_is_not_utf_8_says_so(folder):
    (folder / "cases" / "zm-app.toml").write_bytes(CASE.encode("utf-16"))

    with pytest.raises(LoadRefused, match="this is not UTF-8"):
        load(folder)


def test_a_folder_without_files_is_refused(tmp_path, db):
    with pytest.raises(LoadRefused, match="there is no file cases/"):
        load(tmp_path)


def test_an_address_that_people_took_before_is_left_to_them(folder, contributor, zambia):
    taken = actions.draft(zambia, {"title": "zm app"}, language="en", by=contributor)

    load(folder)

    assert taken.slug == "zm-app"
    assert Case.objects.get(uid=shipped_uid("case", "zm-app")).slug == "zm-app-2"


def test_the_shipped_library_loads_whole(loaded):
    assert (Case.objects.count(), UseCase.objects.count()) == (56, 24)
    assert Listing.objects.filter(kind="case", gone_since=None).count() == 56
    translated = [case.uid for case in Case.objects.all() if len(texts.read_one(case.uid, "ar").versions) == 5]
    assert len(translated) >= 10
