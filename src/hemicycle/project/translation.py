"""What is wrong with the catalogues: strings that are missing, left over, empty, doubtful, or of another shape."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from hemicycle.project import catalogues

PLACEHOLDER = re.compile(r"%(?:\((?P<name>\w+)\))?(?P<kind>[sd%])")


def faults() -> list[str]:
    """One sentence per fault, over all languages; none is what a release needs."""
    strings = catalogues.extract()
    return [fault for language in catalogues.translated() for fault in faults_of(language, strings)]


def faults_of(language: str, strings: Catalog) -> Iterator[str]:
    if not catalogues.file_of(language).exists():
        yield f"{language}: there is no catalogue"
        return
    catalog = catalogues.read(language)
    yield from _faults_of_plurals(language, catalog)
    wanted = {identity(message) for message in strings if message.id}
    held = {identity(message): message for message in catalog if message.id}
    yield from (f"{language}: not in the catalogue: {said(key)}" for key in sorted(wanted - held.keys()))
    yield from (f"{language}: no longer in the code: {said(key)}" for key in sorted(held.keys() - wanted))
    for key, message in held.items():
        yield from (f"{language}: {fault}: {said(key)}" for fault in faults_of_message(message, catalog.num_plurals))


def faults_of_message(message: Message, plurals: int) -> Iterator[str]:
    """What a translator or a reviewer has to mend in one message."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if message.fuzzy:
        yield "marked as doubtful"
    if not all(form.strip() for form in forms):
        yield "empty"
        return
    if message.pluralizable and len(forms) != plurals:
        yield f"has {len(forms)} plural forms instead of {plurals}"
    if _placeholders_differ(message, forms):
        yield "other placeholders than the original"
    if any(form.startswith(" ") or form.endswith(" ") for form in forms):
        yield "space at the edge"


def identity(message: Message) -> tuple[str, str]:
    original = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return (message.context or "", original)


def said(key: tuple[str, str]) -> str:
    context, original = key
    return f"“{original}” ({context})" if context else f"“{original}”"


def placeholders(text: str) -> frozenset[str]:
    return frozenset(match["name"] or match["kind"] for match in PLACEHOLDER.finditer(text) if match["kind"] != "%")


def _placeholders_differ(message: Message, forms: tuple[str, ...]) -> bool:
    """A form for one or two things may leave the number out in words; the form for many may leave out nothing."""
    if not message.pluralizable:
        return placeholders(forms[0]) != placeholders(str(message.id))
    allowed = placeholders(message.id[0]) | placeholders(message.id[1])
    return placeholders(forms[-1]) != placeholders(message.id[1]) or any(placeholders(form) - allowed for form in forms)


def _faults_of_plurals(language: str, catalog: Catalog) -> Iterator[str]:
    """The heading must give the plural rule that CLDR gives for the language."""
    right = Catalog(locale=language).plural_forms
    if catalog.plural_forms != right:
        yield f"{language}: the plural rule is “{catalog.plural_forms}” instead of “{right}”"
